import type { Problem } from '../../errors.mts';
import { dateMessage, isDate } from '../../query.mts';
import type { OrderRequest, RequestedLine } from '../../state/orderRequest.mts';
import type { BodyV6 } from './bodyV6.mts';

/** Lines that an order may have, since their numbers go so far. */
const mostLines = 884;

/**
 * Rules of both create calls beyond the schema.
 *
 * Assumptions: an order without lines, a line without a part number, and a switch that is neither
 * `true` nor `false` are refused; an attribute with an unknown name is let through, as countries
 * have their own.
 */
export function problemsOfRequest({ lines, additionalAttributes }: OrderRequest): Problem[] {
	const problems: Problem[] = [];
	if (lines.length === 0) {
		problems.push({ field: 'lines', message: 'At least one line is required' });
	}
	if (lines.length > mostLines) {
		problems.push({
			field: 'lines',
			value: String(lines.length),
			message: `At most ${mostLines} lines are allowed`,
		});
	}
	problems.push(...lines.flatMap(problemsOfLine));
	for (const [i, { attributeName, attributeValue }] of additionalAttributes.entries()) {
		const message = problemOfAttribute(attributeName.toLowerCase(), attributeValue);
		if (message) {
			problems.push({
				field: `additionalAttributes[${i}].attributeValue`,
				value: attributeValue,
				message: `${attributeName}: ${message}`,
			});
		}
	}
	return problems;
}

function problemsOfLine(line: RequestedLine, position: number): Problem[] {
	const problems: Problem[] = [];
	const numbers = [
		line.ingramPartNumber,
		line.vendorPartNumber,
		line.customerPartNumber,
		line.planId,
	];
	if (!numbers.some(Boolean)) {
		problems.push({
			field: `lines[${position}].ingramPartNumber`,
			message: 'Required field is missing',
		});
	}
	for (const info of [line.warrantyInfo].flat() as ({ [name: string]: unknown } | undefined)[]) {
		if (info?.hardwareLineLink && info.warrantyLineLink) {
			problems.push({
				field: `lines[${position}].warrantyInfo`,
				message: 'A line has hardwareLineLink or warrantyLineLink, never both',
			});
		}
	}
	return problems;
}

const switches = new Set([
	'allowduplicatecustomerordernumber',
	'allowpartialorder',
	'alloworderoncustomerhold',
	'enablecommentsaslines',
]);

const limits: Readonly<Record<string, number>> = { eudepid: 32, govtenduserpostalcode: 9 };

function problemOfAttribute(name: string, value: string): string | undefined {
	if (switches.has(name) && value !== 'true' && value !== 'false') return 'Must be true or false';
	const limit = limits[name];
	return limit !== undefined && value.length > limit
		? `At most ${limit} characters are allowed`
		: undefined;
}

/** Dates of a v6 body: `yyyy-MM-dd` everywhere. */
export function problemsOfDates({ shipmentDetails, lines = [] }: BodyV6): Problem[] {
	const dates: [string, string | undefined][] = [
		['shipmentDetails.requestedDeliveryDate', shipmentDetails?.requestedDeliveryDate],
	];
	for (const [i, line] of lines.entries()) {
		for (const [j, info] of (line.warrantyInfo ?? []).entries()) {
			for (const [k, serial] of (info.serialInfo ?? []).entries()) {
				const path = `lines[${i}].warrantyInfo[${j}].serialInfo[${k}]`;
				dates.push([`${path}.dateofPurchase`, serial.dateofPurchase]);
				dates.push([`${path}.shipDate`, serial.shipDate]);
			}
		}
	}
	return dates.flatMap(([field, value]) =>
		value === undefined || isDate(value) ? [] : [{ field, value, message: dateMessage }],
	);
}
