import type { IDataObject } from 'n8n-workflow';

import { orEmpty } from '../shared/oneEach';
import { listIn } from '../shared/unexpectedAnswer';
import { atAnyCase, nameIn } from './anyCase';
import type { InvoiceAnswer } from './invoiceAnswers';

const listAt = (record: IDataObject, name: string, words: string): IDataObject[] =>
	listIn(atAnyCase(record, name) as IDataObject[] | null | undefined, words);

const plain = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** A record without one of its members, whatever the capitals of its name. */
function without(record: IDataObject, name: string): IDataObject {
	const { [nameIn(record, name) ?? name]: _, ...rest } = record;
	return rest;
}

/** Gives every key once: one that was there before gets a count behind it. */
function counted(): (key: string) => string {
	const seen = new Map<string, number>();
	return (key) => {
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : `${key}#${times}`;
	};
}

/**
 * The invoice number as keys have it. XI writes one and the same invoice with dashes and without.
 *
 * @param asked the number that was asked for, where the answer names none
 */
const numberOf = (invoice: InvoiceAnswer, asked: string): string =>
	(plain(atAnyCase(invoice, 'invoiceNumber')) || asked).replaceAll('-', '').toUpperCase();

/** XI's number of a line; without one, its place in the list. */
const lineNumberOf = (line: IDataObject, position: number): string =>
	plain(atAnyCase(line, 'ingramLineNumber')) || `line ${position + 1}`;

/** The key of a line. A row that stands for no line has the number of its invoice. */
const keyOf = (number: string, line: IDataObject, position: number): string =>
	Object.keys(line).length === 0 ? number : `${number}/${lineNumberOf(line, position)}`;

interface LineRow extends IDataObject {
	uniqueKey: string;
	line: IDataObject;
}

/**
 * An invoice as one row a line: `{ uniqueKey, …the invoice without its lines, line }`. The key is the
 * invoice number and the line number, "40DPJ1711/12", and so the same whenever it is read.
 */
export function linesOf(invoice: InvoiceAnswer, asked: string): LineRow[] {
	const head = without(invoice, 'lines');
	const unique = counted();
	return orEmpty(listAt(invoice, 'lines', 'list of lines')).map((line, position) => ({
		uniqueKey: unique(keyOf(numberOf(invoice, asked), line, position)),
		...head,
		line,
	}));
}

/** A serial number is an object with one member; a plain text is taken as well. */
const serialOf = (entry: unknown): string =>
	typeof entry === 'object' ? plain(atAnyCase(entry, 'serialNumber')) : plain(entry);

/**
 * An invoice as one row a serial number: like a line, with the number beside it and at the end of the
 * key: "40DPJ1711/12/2TEPYT". A line without serial numbers is no row, unless none has any.
 */
export function serialsOf(invoice: InvoiceAnswer, asked: string): IDataObject[] {
	const unique = counted();
	const serials = linesOf(invoice, asked).flatMap(({ uniqueKey, line }) =>
		listAt(line, 'serialNumbers', 'list of serial numbers')
			.map(serialOf)
			.filter((serialNumber) => serialNumber !== '')
			.map((serialNumber) => ({
				uniqueKey: unique(`${uniqueKey}/${serialNumber}`),
				serialNumber,
				line: without(line, 'serialNumbers'),
			})),
	);
	const none = { uniqueKey: numberOf(invoice, asked), serialNumber: null, line: {} };
	const head = without(invoice, 'lines');
	return orEmpty(serials).map((serial) => ({ ...head, ...none, ...serial }));
}
