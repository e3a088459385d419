import type { IDataObject } from 'n8n-workflow';

import { alphabetical } from '../shared/alphabetical';
import { inCapitals, plain } from '../shared/comparing';
import { type Exact, shownOf, sumOf } from '../shared/exact';
import type { MatchedOrder, Matched } from './matching';
import type { Difference } from './differences';

/** An order number as details take it, with its dashes; of a part of an order the number of the whole. */
const ORDER_OF = /^([0-9A-Z]{2})-?([0-9A-Z]{5})(?:-?[0-9A-Z]{2})?$/;

/**
 * The order that an invoice is for. XI names the part of it that was invoiced, whose number is that of
 * the invoice; the whole is read once for all of its invoices.
 *
 * @param number of an order, of a part of it, or of an invoice
 * @returns undefined where it is none of these
 */
export function wholeOrderNumber(number: unknown): string | undefined {
	const text = plain(number).toUpperCase();
	// Countries on SAP have digits alone, and no parts; nine of them are a part without its dashes.
	if (/^(?:\d{8}|\d{10,12})$/.test(text)) return text;
	const [, branch, order] = ORDER_OF.exec(text) ?? [];
	return branch === undefined ? undefined : `${branch}-${order}`;
}

/** What a difference is about, as the end of its key: its line, or what it is of. */
function placeOf({ line, about }: Difference): string {
	const number = line && plain(line.ingramLineNumber ?? line.ingramOrderLineNumber);
	return number || (line && inCapitals(line.ingramPartNumber)) || about || '';
}

function entryOf(one: Difference, uniqueKey: string): IDataObject {
	const { line, expectedPart, invoicedValue, expectedValue, more } = one;
	return {
		uniqueKey,
		differenceType: one.differenceType,
		difference: one.difference,
		ingramLineNumber: line?.ingramLineNumber ?? line?.ingramOrderLineNumber ?? null,
		customerLineNumber: line?.customerLineNumber ?? null,
		ingramPartNumber: line?.ingramPartNumber ?? null,
		vendorPartNumber: line?.vendorPartNumber ?? null,
		expectedPartNumber: expectedPart ?? null,
		invoicedValue: invoicedValue ?? null,
		expectedValue: expectedValue ?? null,
		differenceAmount: more === undefined ? null : shownOf(more),
	};
}

/**
 * The differences of an invoice, each with its key: the invoice, the kind, and the line or charge, as
 * in "40DPJ1711/unit price/12". So it is the same whenever the invoice is matched. Of several with one
 * key what they say decides which is the second, since Ingram Micro may list them the other way round.
 */
export function entriesOf({ invoiced, differences }: Matched): IDataObject[] {
	const keyOf = (one: Difference): string => {
		const place = placeOf(one);
		const parts = place === '' || place === one.differenceType ? [] : [place];
		return [invoiced.number, one.differenceType, ...parts].join('/');
	};
	const numbered = new Map<Difference, string>();
	const times = new Map<string, number>();
	for (const one of differences.toSorted((a, b) => alphabetical(a.difference, b.difference))) {
		const key = keyOf(one);
		const count = (times.get(key) ?? 0) + 1;
		times.set(key, count);
		numbered.set(one, count > 1 ? `${key}#${count}` : key);
	}
	return differences.map((one) => entryOf(one, numbered.get(one) ?? keyOf(one)));
}

/** What the differences of an invoice come to; null where one of them is not told in money. */
function amountOf(differences: readonly Difference[]): number | null {
	const amounts = differences.map(({ more }) => more);
	return amounts.includes(undefined) ? null : shownOf(sumOf(amounts as Exact[]));
}

/** An invoice as one row: `{ uniqueKey, matched, …, differences, totals, invoice, order }`. */
export const invoiceRow = (matched: Matched, against: MatchedOrder | undefined): IDataObject => {
	const { invoiced, differences, totals } = matched;
	return {
		uniqueKey: invoiced.number,
		matched: differences.length === 0,
		documentType: invoiced.isCredit ? 'credit memo' : 'invoice',
		differenceCount: differences.length,
		differenceAmount: amountOf(differences),
		differences: entriesOf(matched),
		totals,
		invoice: invoiced.answer,
		order: against?.order ?? null,
	};
};

/** The same as one row a difference; without any it is one row, with a count of them. */
export function differenceRows(matched: Matched, against: MatchedOrder | undefined): IDataObject[] {
	const { differences, differenceAmount, ...head } = invoiceRow(matched, against);
	const entries = differences as IDataObject[];
	return entries.length === 0
		? [{ ...head, differenceAmount }]
		: entries.map((entry) => ({ ...head, ...entry }));
}
