import type { IDataObject } from 'n8n-workflow';

import { alphabetical } from '../shared/alphabetical';
import { orEmpty } from '../shared/oneEach';
import { listIn } from '../shared/unexpectedAnswer';
import { atAnyCase, nameIn } from './anyCase';
import type { InvoiceAnswer } from './invoiceAnswers';

/** A list of a record. XI puts nulls into its lists now and then. */
const listAt = (record: IDataObject, name: string, words: string): IDataObject[] =>
	listIn(atAnyCase(record, name) as Array<IDataObject | null> | null | undefined, words).filter(
		(entry) => entry !== null,
	);

const plain = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** A record without one of its members, whatever the capitals of its name. */
function without(record: IDataObject, name: string): IDataObject {
	const { [nameIn(record, name) ?? name]: _, ...rest } = record;
	return rest;
}

/**
 * The invoice number as keys have it. XI writes one and the same invoice with dashes and without.
 *
 * @param asked the number that was asked for, where the answer names none
 */
const numberOf = (invoice: InvoiceAnswer, asked: string): string =>
	(plain(atAnyCase(invoice, 'invoiceNumber')) || asked).replaceAll('-', '').toUpperCase();

/** What tells lines of one number apart. Serial numbers do not: they may not have been asked for. */
const CONTENT = [
	'ingramPartNumber',
	'vendorPartNumber',
	'customerLineNumber',
	'quantity',
	'unitPrice',
	'extendedPrice',
];

const contentOf = (line: IDataObject): string =>
	CONTENT.map((name) => plain(atAnyCase(line, name))).join();

interface LineRow extends IDataObject {
	uniqueKey: string;
	line: IDataObject;
}

/**
 * Makes every key unique: of rows with the same one, all but the first get a count behind it. Which is
 * the first is told by what their lines hold, since XI's list may come in another order the next time.
 */
function counted<R extends LineRow>(rows: R[]): R[] {
	const seen = new Map<string, number>();
	const sorted = [...rows].sort((a, b) => alphabetical(contentOf(a.line), contentOf(b.line)));
	for (const row of sorted) {
		const times = (seen.get(row.uniqueKey) ?? 0) + 1;
		seen.set(row.uniqueKey, times);
		if (times > 1) row.uniqueKey += `#${times}`;
	}
	return rows;
}

/** The key of a line. A row that stands for no line has the number of its invoice. */
const keyOf = (number: string, line: IDataObject): string =>
	Object.keys(line).length === 0
		? number
		: `${number}/${plain(atAnyCase(line, 'ingramLineNumber')) || 'line'}`;

function rowsOf(invoice: InvoiceAnswer, asked: string): LineRow[] {
	const head = without(invoice, 'lines');
	return orEmpty(listAt(invoice, 'lines', 'list of lines')).map((line) => ({
		uniqueKey: keyOf(numberOf(invoice, asked), line),
		...head,
		line,
	}));
}

/**
 * An invoice as one row a line: `{ uniqueKey, …the invoice without its lines, line }`. The key is the
 * invoice number and the line number, "40DPJ1711/12", and so the same whenever it is read.
 */
export const linesOf = (invoice: InvoiceAnswer, asked: string): LineRow[] =>
	counted(rowsOf(invoice, asked));

/** A serial number is an object with one member; a plain text is taken as well. */
const serialOf = (entry: unknown): string =>
	typeof entry === 'object' ? plain(atAnyCase(entry, 'serialNumber')) : plain(entry);

/**
 * An invoice as one row a serial number: like a line, with the number beside it and at the end of the
 * key: "40DPJ1711/12/2TEPYT". A line without serial numbers is no row, unless none has any.
 */
export function serialsOf(invoice: InvoiceAnswer, asked: string): IDataObject[] {
	const serials = rowsOf(invoice, asked).flatMap(({ uniqueKey, line }) =>
		listAt(line, 'serialNumbers', 'list of serial numbers')
			.map(serialOf)
			.filter((serialNumber) => serialNumber !== '')
			.map((serialNumber) => ({
				uniqueKey: `${uniqueKey}/${serialNumber}`,
				serialNumber,
				line: without(line, 'serialNumbers'),
			})),
	);
	const none = { uniqueKey: numberOf(invoice, asked), serialNumber: null, line: {} };
	const head = without(invoice, 'lines');
	return orEmpty(counted(serials)).map((serial) => ({ ...none, ...head, ...serial }));
}
