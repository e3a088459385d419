import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { inCapitals, plain, withoutZerosInFront } from '../shared/comparing';
import { BadInput } from '../shared/errors';
import { locator, readFields } from '../shared/fields/field';
import { isRecord, recordsOf } from '../shared/records';
import type { Ask } from '../shared/operation';
import { lookUp, pickerLines, typed } from '../shared/picker';
import { tidy } from '../shared/tidy';
import { invoiceDetails, type InvoiceAnswer, requiredInvoice } from '../shared/xi/invoices';
import type { NarrowLine } from '../shared/xi/ingramNumbers';
import { ofLine, OTHER_NUMBERS } from '../shared/xi/productNumbers';
import { searchProducts } from '../shared/xi/products';

/** The product of a line, picked from what its invoice lists, or named by its Ingram part number. */
export const invoicedProduct = ofLine(
	locator('Product', {
		search: 'searchInvoicedProducts',
		listPlaceholder: 'Select a product of the invoice...',
		byNumber: { name: 'ingramPartNumber', displayName: 'By SKU', placeholder: 'e.g. 4A0036' },
		others: OTHER_NUMBERS,
		description:
			'The product, picked from the lines of the invoice, or given by its Ingram part number (SKU), its vendor part number (VPN) or its bar code (UPC)',
	}),
	true,
);

/** The invoice that stands beside a product in its line; undefined where only an execution can tell. */
function invoiceBeside(context: ILoadOptionsFunctions): string | undefined {
	const given: unknown = context.getCurrentNodeParameter('&invoiceNumber');
	const value = isRecord(given) ? given.value : given;
	if (typeof value !== 'string' || value.trim() === '' || value.startsWith('=')) return undefined;
	return readFields({ invoice: requiredInvoice }, { invoice: given }).invoice;
}

const linesOf = (answer: InvoiceAnswer) => recordsOf((tidy(answer) as InvoiceAnswer).lines);

/** The list behind 'Product' of a return: the lines of the invoice, or the catalog where it is not known. */
export async function searchInvoicedProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const invoice = invoiceBeside(this);
	if (invoice === undefined) return await searchProducts.call(this, filter, paginationToken);
	const wanted = typed(filter).toLowerCase();
	const lines = await lookUp(this, invoiceDetails(invoice), (answer: InvoiceAnswer) =>
		pickerLines(linesOf(answer), {
			number: ({ ingramPartNumber }) => ingramPartNumber as string | undefined,
			line: ({ vendorPartNumber, productDescription, quantity }) => [
				vendorPartNumber,
				productDescription,
				quantity === undefined ? undefined : `× ${String(quantity as string | number)}`,
			],
		}),
	);
	return { results: (lines ?? []).filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

/** A line that names its invoice. */
interface Invoiced {
	readonly invoiceNumber: string;
	readonly invoiceDate?: string;
}

/** A day at the beginning of a date; XI writes the year 1 for none. */
const DAY = /^(?!0001)\d{4}-\d{2}-\d{2}/;

/** The day of an invoice. Throws BadInput where the invoice does not tell it. */
async function dayOf(ask: Ask, invoice: string): Promise<string> {
	const found = await ask(invoiceDetails(invoice), ({ invoiceDate }: InvoiceAnswer) => ({
		day: typeof invoiceDate === 'string' ? DAY.exec(invoiceDate)?.[0] : undefined,
	}));
	if (found?.day !== undefined) return found.day;
	throw new BadInput(
		found
			? `Ingram Micro tells no date of invoice ${invoice}`
			: `Ingram Micro has no invoice ${invoice}`,
		"Check the number of the invoice, or give its 'Invoice Date'",
	);
}

/**
 * Lines with the dates of their invoices. Each invoice is read once, and only if a date is missing.
 * Throws BadInput where one cannot be read.
 */
export async function dated<Line extends Invoiced>(
	ask: Ask,
	lines: readonly Line[],
): Promise<Line[]> {
	const days = new Map<string, string>();
	const all: Line[] = [];
	for (const line of lines) {
		const { invoiceNumber, invoiceDate } = line;
		const day = invoiceDate ?? days.get(invoiceNumber) ?? (await dayOf(ask, invoiceNumber));
		if (invoiceDate === undefined) days.set(invoiceNumber, day);
		all.push({ ...line, invoiceDate: day });
	}
	return all;
}

/** A part number as two of Ingram Micro's systems write it. */
const comparable = (ingramPartNumber: unknown): string =>
	withoutZerosInFront(inCapitals(ingramPartNumber));

/**
 * Tells which of several products under one UPC a line means: the only one of them that its invoice
 * lists. An invoice is read once, and only if it is needed for that.
 */
export function listedOnInvoice(): NarrowLine {
	const known = new Map<string, ReadonlySet<string> | undefined>();
	return async (ask, { invoiceNumber }, among) => {
		const invoice = plain(invoiceNumber);
		if (!known.has(invoice)) {
			const read = await ask(
				invoiceDetails(invoice),
				(answer: InvoiceAnswer) =>
					new Set(linesOf(answer).map((line) => comparable(line.ingramPartNumber))),
			);
			known.set(invoice, read);
		}
		const listed = known.get(invoice);
		if (listed === undefined) return `Ingram Micro has no invoice ${invoice}`;
		const meant = among.filter((product) => listed.has(comparable(product.ingramPartNumber)));
		if (meant.length === 1) return meant[0];
		const count = meant.length === 0 ? 'none' : `${meant.length}`;
		return `invoice ${invoice} lists ${count} of them`;
	};
}
