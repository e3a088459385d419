import type { IDataObject } from 'n8n-workflow';

import { plain, withoutZerosInFront } from '../shared/comparing';
import type { InvoicedLine } from './matchedInvoice';
import { type OrderedLine, partOf, vendorPartOf } from './matchedOrder';

/** A line of an invoice, and the line of the order that it is for. */
export interface Pair {
	readonly invoiced: InvoicedLine;
	/** Undefined: the order has none for it. */
	readonly ordered?: OrderedLine;
	/** It is for that line by its number, and for another product. */
	readonly isOther?: boolean;
}

/** By Ingram Micro's part number; by the vendor's where one of the two lacks that. */
function isSamePart(one: IDataObject, other: IDataObject): boolean {
	// Digits that come as a number have lost the zeros in front.
	const [part, otherPart] = [partOf(one), partOf(other)].map(withoutZerosInFront);
	if (part !== '' && otherPart !== '') return part === otherPart;
	return vendorPartOf(one) !== '' && vendorPartOf(one) === vendorPartOf(other);
}

const isSameNumber = (one: unknown, other: unknown): boolean =>
	plain(one) !== '' && withoutZerosInFront(plain(one)) === withoutZerosInFront(plain(other));

/** Your own number of a line says more than Ingram Micro's, which is not always the order's. */
const byCustomerLine = (one: IDataObject, other: IDataObject): boolean =>
	isSameNumber(one.customerLineNumber, other.customerLineNumber ?? other.customerLinenumber);
const byIngramLine = (one: IDataObject, other: IDataObject): boolean =>
	isSameNumber(one.ingramLineNumber, other.ingramOrderLineNumber);

/** The first of a list that fits, by the first test that any of them passes. */
function bestOf<T>(
	list: readonly T[],
	...tests: ReadonlyArray<(one: T) => boolean>
): T | undefined {
	return tests.map((test) => list.find(test)).find((fits) => fits !== undefined);
}

const isSamePrice = (one: InvoicedLine, other: OrderedLine): boolean =>
	other.unitPrice !== undefined && other.unitPrice === one.unitPrice;
/** As many pieces as were ordered, or as left together. */
const isSameQuantity = ({ quantity }: InvoicedLine, { ordered, left }: OrderedLine): boolean =>
	quantity !== undefined &&
	(quantity === ordered || left.some((part) => part.quantity === quantity));

/**
 * For each line of an invoice the line of the order that it is for: one of the same product, of several
 * the one with its line number or its price; where neither tells, one that no other line is for. What is
 * left is for the line of its number, if that has no other: then Ingram Micro has invoiced another
 * product in its place.
 */
export function pairsOf(
	lines: readonly InvoicedLine[],
	orderedLines: readonly OrderedLine[],
): Pair[] {
	const taken = new Set<OrderedLine>();
	const sameAs = (invoiced: InvoicedLine): OrderedLine[] =>
		orderedLines.filter(({ line }) => isSamePart(invoiced.line, line));
	const told = lines.map((invoiced): Pair => {
		const ordered = bestOf(
			sameAs(invoiced),
			({ line }) => byCustomerLine(invoiced.line, line),
			({ line }) => byIngramLine(invoiced.line, line),
			(one) => isSamePrice(invoiced, one),
		);
		if (ordered) taken.add(ordered);
		return { invoiced, ordered };
	});
	const first = told.map((pair): Pair => {
		if (pair.ordered) return pair;
		const { invoiced } = pair;
		const ordered = bestOf(
			sameAs(invoiced),
			(one) => !taken.has(one) && isSameQuantity(invoiced, one),
			(one) => !taken.has(one),
			() => true,
		);
		if (ordered) taken.add(ordered);
		return { invoiced, ordered };
	});
	return first.map((pair) => {
		if (pair.ordered) return pair;
		const { line } = pair.invoiced;
		const free = orderedLines.filter((one) => !taken.has(one));
		const ordered =
			free.find((one) => byCustomerLine(line, one.line)) ??
			free.find((one) => byIngramLine(line, one.line));
		if (!ordered) return pair;
		taken.add(ordered);
		return { invoiced: pair.invoiced, ordered, isOther: true };
	});
}
