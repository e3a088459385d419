import type { Problem } from '../errors.mts';
import type { Customer } from '../options.mts';
import { amountsOf, day } from '../routes/orders/parts.mts';
import {
	bareNumber,
	invoicesOf,
	ordersBehind,
	type Invoice,
	type InvoiceLine,
} from './invoices.mts';
import type { Return, ReturnRequest } from './returns.mts';
import type { Address } from './orders.mts';
import type { World } from './world.mts';

/** An entry of the body of create return. */
export interface ReturnEntry {
	invoiceNumber: string;
	invoiceDate: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	serialNumber?: string;
	quantity: number | string;
	primaryReason: string;
	secondaryReason: string;
	notes?: string;
	referenceNumber?: string;
	shipFromInfo: Address;
	numberOfBoxes: number | string;
}

/**
 * Turns the entries of a request into returns, one each, as the sample has it. One wrong entry refuses
 * all of them.
 *
 * Assumptions: what is refused, and all of the wording, is made up, since no document shows it; a
 * reference number may come twice.
 */
export function requestReturns(
	world: World,
	customer: Customer,
	entries: readonly ReturnEntry[],
): { returns: Return[] } | { problems: Problem[] } {
	const problems: Problem[] = [];
	const requests: ReturnRequest[] = [];
	for (const [position, entry] of entries.entries()) {
		const read = readEntry(world, customer, entry, requests);
		if ('message' in read) problems.push({ ...read, field: `list[${position}].${read.field}` });
		else requests.push(read);
	}
	if (problems.length > 0) return { problems };
	const at = world.clock.lifeNow();
	return { returns: requests.map((request) => world.addReturn(customer, request, at)) };
}

interface EntryProblem {
	field: string;
	value: string;
	message: string;
}

function readEntry(
	world: World,
	customer: Customer,
	entry: ReturnEntry,
	others: readonly ReturnRequest[],
): ReturnRequest | EntryProblem {
	const { invoiceNumber, invoiceDate, ingramPartNumber, vendorPartNumber, serialNumber } = entry;
	const invoice = findInvoice(world, customer, invoiceNumber);
	if (!invoice) {
		return { field: 'invoiceNumber', value: invoiceNumber, message: 'Invoice not found' };
	}
	if (day(invoice.invoicedAt) !== invoiceDate) {
		return {
			field: 'invoiceDate',
			value: invoiceDate,
			message: `Invoice ${invoiceNumber} is of another date`,
		};
	}
	const bought = findLine(invoice, entry);
	const part = ingramPartNumber ?? vendorPartNumber ?? '';
	if (!bought) {
		const field = ingramPartNumber ? 'ingramPartNumber' : 'vendorPartNumber';
		return { field, value: part, message: `Part is not on invoice ${invoiceNumber}` };
	}
	const back = [
		...world.returns.takenBack(invoice.invoiceNumber, bought.line.ingramLineNumber),
		...others.filter(
			(one) =>
				one.invoice.invoiceNumber === invoice.invoiceNumber &&
				one.bought.line.ingramLineNumber === bought.line.ingramLineNumber,
		),
	];
	if (serialNumber && !bought.serialNumbers.includes(serialNumber)) {
		return {
			field: 'serialNumber',
			value: serialNumber,
			message: 'Serial number is not on the invoice',
		};
	}
	if (serialNumber && back.some((one) => one.serialNumber === serialNumber)) {
		return {
			field: 'serialNumber',
			value: serialNumber,
			message: 'Serial number is returned already',
		};
	}
	const left = bought.quantity - back.reduce((sum, { quantity }) => sum + quantity, 0);
	const quantity = Number(entry.quantity);
	if (quantity > left) {
		return {
			field: 'quantity',
			value: String(quantity),
			message: `Return quantity exceeds the quantity that can be returned (${left} of ${bought.quantity} invoiced)`,
		};
	}
	return {
		invoice,
		bought,
		quantity,
		...(serialNumber ? { serialNumber } : {}),
		primaryReason: entry.primaryReason,
		secondaryReason: entry.secondaryReason,
		referenceNumber: entry.referenceNumber ?? '',
		notes: entry.notes ?? '',
		shipFrom: entry.shipFromInfo,
		numberOfBoxes: Number(entry.numberOfBoxes),
	};
}

function findInvoice(world: World, customer: Customer, number: string): Invoice | undefined {
	return ordersBehind(world, customer, number)
		.flatMap((order) => invoicesOf(order, (one) => amountsOf(one).freight))
		.find(({ invoiceNumber }) => bareNumber(invoiceNumber) === bareNumber(number));
}

/** The line of a product; of several with the same one, the one with the serial number. */
function findLine(
	{ lines }: Invoice,
	{ ingramPartNumber, vendorPartNumber, serialNumber }: ReturnEntry,
): InvoiceLine | undefined {
	const own = lines.filter(({ line: { goods } }) =>
		ingramPartNumber
			? goods.ingramPartNumber.toUpperCase() === ingramPartNumber.toUpperCase()
			: goods.vendorPartNumber.toUpperCase() === vendorPartNumber?.toUpperCase(),
	);
	return own.find((line) => serialNumber && line.serialNumbers.includes(serialNumber)) ?? own[0];
}
