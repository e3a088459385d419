import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../../amounts';
import { contentOf, withoutRepeats } from '../../output';
import { holdsSerialNumbers, parcelsApart, serialNumbersIn } from '../parcels';
import { recordsOf } from '../../records';
import type { OrderDetailsAnswer, OrderDetailsLine } from './order';
import { inCapitals, plain, withoutZerosInFront } from '../../comparing';

/*
 * The lines of order details, without what XI repeats and joins. XI documentation: "Get Order Details
 * v6.1".
 */

/** What says nothing, and so contradicts nothing. */
const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

/** XI writes numbers as numbers and as text. */
const isSame = (one: unknown, other: unknown): boolean =>
	contentOf(one) === contentOf(other) ||
	(plain(one) !== '' && plain(one) === plain(other)) ||
	(numberIn(one) !== undefined && numberIn(one) === numberIn(other));

/** Whether a member lists parts of a line. XI switches between a list and a single object here. */
const listsParts = (name: string, value: unknown): boolean =>
	Array.isArray(value) || name === 'shipmentDetails';

/** Lists of both, without what stands in either. */
function joined(one: unknown, other: unknown): IDataObject[] {
	const seen = new Map<string, IDataObject>();
	for (const part of [one, other].flat() as IDataObject[]) {
		const content = contentOf(part);
		if (!seen.has(content)) seen.set(content, part);
	}
	return [...seen.values()];
}

/**
 * Two lines of one number as the one line that they are, with the shipments of both; undefined where
 * they contradict each other in anything else, since then neither may be lost.
 */
function united(line: OrderDetailsLine, again: OrderDetailsLine): OrderDetailsLine | undefined {
	const both: IDataObject = { ...line };
	for (const [name, value] of Object.entries(again)) {
		const known = line[name];
		if (isNothing(value)) continue;
		if (isNothing(known)) both[name] = value;
		else if (listsParts(name, known) && listsParts(name, value)) both[name] = joined(known, value);
		else if (!isSame(known, value)) return undefined;
	}
	return both;
}

/** What tells a line apart: its sub-order and its number in it. Without a number nothing does. */
const keyOf = ({ subOrderNumber, ingramOrderLineNumber }: OrderDetailsLine): string | undefined =>
	plain(ingramOrderLineNumber) === ''
		? undefined
		: `${inCapitals(subOrderNumber)} ${withoutZerosInFront(plain(ingramOrderLineNumber))}`;

/**
 * The lines of an order, each once: of lines with the same sub-order and line number that do not
 * contradict each other XI has sent one twice, and adding them up would double it.
 *
 * @throws UnexpectedAnswer where the lines are neither a list nor a line
 */
export function orderLinesOf({ lines }: OrderDetailsAnswer): OrderDetailsLine[] {
	const once: OrderDetailsLine[] = [];
	const places = new Map<string, number[]>();
	for (const line of recordsOf<OrderDetailsLine>(lines, 'list of lines')) {
		const key = keyOf(line);
		const known = key === undefined ? [] : (places.get(key) ?? []);
		const [first] = known.flatMap((place) => {
			const both = united(once[place], line);
			return both === undefined ? [] : [{ place, both }];
		});
		if (first !== undefined) {
			once[first.place] = first.both;
			continue;
		}
		if (key !== undefined) places.set(key, [...known, once.length]);
		once.push(line);
	}
	return once;
}

/** The parcels of a carrier, one for each tracking number, and each once. */
export const parcelsOfCarrier = (trackingDetails: unknown): IDataObject[] =>
	withoutRepeats(recordsOf(trackingDetails)).flatMap(parcelsApart);

/** A parcel with its serial numbers as v6.1 documents them. */
function withSerialNumbers(parcel: IDataObject): IDataObject {
	const names = Object.keys(parcel).filter(holdsSerialNumbers);
	if (names.length === 0) return parcel;
	const rest = Object.fromEntries(Object.entries(parcel).filter(([name]) => !names.includes(name)));
	const serialNumbers = serialNumbersIn(parcel).map((serialNumber) => ({ serialNumber }));
	return { ...rest, serialNumbers };
}

/** The shipments of a line with each parcel for itself, in the shape that v6.1 documents. */
export const shipmentsApart = (shipmentDetails: unknown): IDataObject[] =>
	recordsOf(shipmentDetails).map((shipment) =>
		'carrierDetails' in shipment
			? {
					...shipment,
					carrierDetails: recordsOf(shipment.carrierDetails).map((carrier) =>
						'trackingDetails' in carrier
							? {
									...carrier,
									trackingDetails: parcelsOfCarrier(carrier.trackingDetails).map(withSerialNumbers),
								}
							: carrier,
					),
				}
			: shipment,
	);
