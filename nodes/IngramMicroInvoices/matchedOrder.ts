import type { IDataObject } from 'n8n-workflow';

import { inCapitals, plain, withoutZerosInFront } from '../shared/comparing';
import { type Exact, exactIn, shareOf, sumOf } from '../shared/exact';
import { recordsOf } from '../shared/records';
import { isCancelled, type OrderDetailsAnswer } from '../shared/xi/orders/order';
import { orderLinesOf } from '../shared/xi/orders/orderLines';

/** Pieces of a line that have left together. */
interface Left {
	readonly quantity: Exact;
	/** As it is compared; undefined: not invoiced yet, or it is not told. */
	readonly invoice?: string;
}

/** A line of an order, as invoices are held against it. */
export interface OrderedLine {
	readonly line: IDataObject;
	readonly ordered?: Exact;
	readonly unitPrice?: Exact;
	readonly extendedPrice?: Exact;
	/** Tax of all its pieces. */
	readonly tax?: Exact;
	/** What has left. Empty: nothing, or Ingram Micro tells of no shipments, as with licences. */
	readonly left: readonly Left[];
}

/** Numbers of an invoice as they are compared: XI writes them with dashes and without. */
export const bareNumber = (number: unknown): string =>
	withoutZerosInFront(inCapitals(number).replaceAll('-', ''));

/** What tells that pieces have left; what is only planned has a quantity and none of these. */
const SIGNS_OF_LEAVING = ['invoiceNumber', 'shippedDate', 'deliveryNumber', 'deliveredDate'];

const hasLeft = (shipment: IDataObject): boolean =>
	[shipment, ...recordsOf(shipment.carrierDetails)].some(
		(record) =>
			SIGNS_OF_LEAVING.some((name) => plain(record[name]) !== '') ||
			recordsOf(record.trackingDetails).some((parcel) => plain(parcel.trackingNumber) !== ''),
	);

function leftOf(line: IDataObject): Left[] {
	const all = recordsOf(line.shipmentDetails)
		.filter(hasLeft)
		.map((shipment) => {
			const invoice = bareNumber(shipment.invoiceNumber);
			return { quantity: exactIn(shipment.quantity), ...(invoice !== '' && { invoice }) };
		});
	// Without one of them the others do not tell how many have left.
	return all.every((one): one is Left => one.quantity !== undefined) ? all : [];
}

/** By which numbers a product goes in a line, as they are compared. */
export const partOf = (line: IDataObject): string => inCapitals(line.ingramPartNumber);
export const vendorPartOf = (line: IDataObject): string => inCapitals(line.vendorPartNumber);

/** The lines of an order that can be invoiced: comments are lines too. */
export function orderedLinesOf(order: OrderDetailsAnswer): OrderedLine[] {
	return orderLinesOf(order)
		.filter((line) => partOf(line) !== '' || vendorPartOf(line) !== '')
		.map((line) => {
			const left = leftOf(line);
			// Of a line that was cancelled before it left, nothing is expected.
			const isDead = left.length === 0 && isCancelled(line.lineStatus);
			return {
				line,
				ordered: isDead ? 0n : exactIn(line.quantityOrdered),
				unitPrice: exactIn(line.unitPrice),
				extendedPrice: exactIn(line.extendedPrice),
				tax: exactIn(line.taxAmount),
				left,
			};
		});
}

/** What pieces of a line cost by the price of all of it, which may hide more decimals than one piece shows. */
export function partPrice(line: OrderedLine, quantity: Exact): Exact | undefined {
	const { extendedPrice, ordered } = line;
	return extendedPrice === undefined || ordered === undefined || ordered === 0n
		? undefined
		: shareOf(extendedPrice, quantity, ordered);
}

/** The pieces of lines that left on an invoice, those of which it is not told on which, and all. */
export function leftOn(
	lines: readonly OrderedLine[],
	invoice: string,
): { named: Exact; free: Exact; isTold: boolean } {
	const left = lines.flatMap((line) => line.left);
	const sum = (which: (one: Left) => boolean): Exact =>
		sumOf(left.filter(which).map(({ quantity }) => quantity));
	return {
		named: sum((one) => one.invoice === invoice),
		free: sum((one) => one.invoice === undefined),
		isTold: left.length > 0,
	};
}
