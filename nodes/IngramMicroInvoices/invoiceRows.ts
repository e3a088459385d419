import type { IDataObject } from 'n8n-workflow';

import { alphabetical } from '../shared/alphabetical';
import { orEmpty } from '../shared/output';
import { holdsSerialNumbers, serialNumbersIn } from '../shared/xi/parcels';
import { atAnyCase, nameIn } from './anyCase';
import { chargesOf, invoiceLinesOf } from './invoiceCharges';
import type { InvoiceAnswer } from '../shared/xi/invoices';
import { plain } from '../shared/comparing';

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

/** What tells lines of one key apart. Serial numbers do not: they may not have been asked for. */
const CONTENT = [
	'ingramPartNumber',
	'vendorPartNumber',
	'customerLineNumber',
	'quantity',
	'unitPrice',
	'extendedPrice',
	'productDescription',
];

const contentOf = (line: IDataObject): string =>
	CONTENT.map((name) => plain(atAnyCase(line, name))).join();

interface LineRow extends IDataObject {
	uniqueKey: string;
	line: IDataObject;
}

/** An invoice without lines, which is a row as itself: no line stands beside it. */
interface BareRow extends IDataObject {
	uniqueKey: string;
	lineCount: 0;
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

const keyOf = (number: string, line: IDataObject): string =>
	`${number}/${plain(atAnyCase(line, 'ingramLineNumber')) || 'line'}`;

function rowsOf(invoice: InvoiceAnswer, asked: string): LineRow[] {
	const head = without(invoice, 'lines');
	const number = numberOf(invoice, asked);
	return invoiceLinesOf(invoice).map((line) => ({
		uniqueKey: keyOf(number, line),
		...head,
		lineType: 'product',
		line,
	}));
}

const bareRow = (invoice: InvoiceAnswer, asked: string): BareRow => ({
	uniqueKey: numberOf(invoice, asked),
	...without(invoice, 'lines'),
	lineCount: 0,
});

/**
 * An invoice as one row a line: `{ uniqueKey, …the invoice without its lines, lineType, line }`. The
 * key is the invoice number and the line number, "40DPJ1711/12", and so the same whenever it is read.
 *
 * Behind the lines come the freight, the fees and the tax (see chargesOf), each in the shape of a line
 * with its kind as the end of its key: "40DPJ1711/freight". So the extended prices of all rows add up
 * to what is due. An invoice with none of these is one row without a line.
 */
export function linesOf(invoice: InvoiceAnswer, asked: string): Array<LineRow | BareRow> {
	const head = without(invoice, 'lines');
	const charges = chargesOf(invoice).map(({ lineType, line }) => ({
		uniqueKey: `${numberOf(invoice, asked)}/${lineType}`,
		...head,
		lineType,
		line,
	}));
	const rows = counted([...rowsOf(invoice, asked), ...charges]);
	return rows.length > 0 ? rows : [bareRow(invoice, asked)];
}

/**
 * An invoice as one row a serial number: like a line, with the number beside it and at the end of the
 * key: "40DPJ1711/12/2TEPYT". A line without serial numbers is no row, unless none has any.
 */
export function serialsOf(invoice: InvoiceAnswer, asked: string): IDataObject[] {
	const lines = rowsOf(invoice, asked);
	if (lines.length === 0) return [bareRow(invoice, asked)];
	const serials = lines.flatMap(({ uniqueKey, line }) =>
		serialNumbersIn(line).map((serialNumber) => ({
			uniqueKey: `${uniqueKey}/${serialNumber}`,
			serialNumber,
			line: Object.fromEntries(Object.entries(line).filter(([name]) => !holdsSerialNumbers(name))),
		})),
	);
	const none = { uniqueKey: numberOf(invoice, asked), serialNumber: null, line: {} };
	const head = without(invoice, 'lines');
	return orEmpty(counted(serials)).map((serial) => ({ ...none, ...head, ...serial }));
}
