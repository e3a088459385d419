import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { withoutRepeats } from '../shared/output';
import { recordsOf } from '../shared/records';
import { clean } from '../shared/transport/refusal';
import { atAnyCase, withSmallNames } from './anyCase';
import type { InvoiceAnswer } from '../shared/xi/invoices';

/** What a row of an invoice stands for. Stored in other systems: never changes. */
export type LineType = 'product' | 'freight' | 'fee' | 'tax' | 'discount' | 'difference';

/** Something beside the lines that an invoice asks money for, in the shape of a line. */
export interface Charge {
	readonly lineType: LineType;
	readonly line: IDataObject;
}

/** Money in hundredths of a cent, since sums of decimals are never exact. */
const FINE = 10_000;
/** Half a cent: less is the rounding of single lines. */
const LEAST = FINE / 200;

const fine = (amount: unknown): number | undefined => {
	const number = numberIn(amount);
	return number === undefined ? undefined : Math.round(number * FINE);
};

/** A sum, undefined where a part of it is no number. */
const sumOf = (amounts: ReadonlyArray<number | undefined>): number | undefined =>
	amounts.includes(undefined)
		? undefined
		: amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

/** Whether there is no value, or blanks only. */
export const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** An amount in an invoice that may be left out, and then is nothing. */
const optional = (amount: unknown): number | undefined => (isNothing(amount) ? 0 : fine(amount));

/** What a line costs. A comment costs nothing; with a price apiece but none of all, it is not known. */
function priceOf(line: IDataObject): number | undefined {
	const price = atAnyCase(line, 'extendedPrice');
	return isNothing(price) && optional(atAnyCase(line, 'unitPrice')) !== 0
		? undefined
		: optional(price);
}

/**
 * The lines of an invoice, without those that XI repeats: of one number and the same in all else. Where
 * the invoice itself counts them as two, or its net amount holds both, they are two.
 */
export function invoiceLinesOf(invoice: InvoiceAnswer): IDataObject[] {
	const all = recordsOf(atAnyCase(invoice, 'lines'), 'list of lines');
	const once = withoutRepeats(all);
	if (once.length === all.length) return all;
	const count = numberIn(atAnyCase(invoice, 'summary.lines.productLineCount'));
	const net = fine(atAnyCase(invoice, 'summary.totals.netInvoiceAmount'));
	const isNet = (lines: readonly IDataObject[]): boolean =>
		net !== undefined && sumOf(lines.map(priceOf)) === net;
	return count === all.length || (isNet(all) && !isNet(once)) ? all : once;
}

/** A charge as a line: one piece of it. An amount that is no number for certain stays as it is. */
function lineOf(
	invoice: InvoiceAnswer,
	productDescription: string,
	amount: unknown,
	more: IDataObject = {},
): IDataObject {
	const currencyCode = atAnyCase(invoice, 'fxRateInfo.invoiceCurrency') as string | undefined;
	return {
		...more,
		productDescription,
		quantity: 1,
		unitPrice: amount as number,
		extendedPrice: amount as number,
		...(currencyCode !== undefined && { currencyCode }),
	};
}

interface MiscCharge {
	readonly lineType: LineType;
	readonly description: string;
	readonly amount: unknown;
	/** As v6.1 spells it. */
	readonly sent: IDataObject;
}

const TAX =
	/\b(?:tax(?:es)?|vat|(?:[cis]|ut)?gst|hst|[pq]st|iva|igv|icms|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|btw|moms|kdv)\b/i;
const FREIGHT =
	/freight|shipping|carriage|postage|fracht|versandkosten|\bflete|\bfrete\b|frais de port|verzendkosten/i;

/** XI tells what a charge is in words only, which may be those of a country. */
export function typeOf(description: string): LineType {
	if (TAX.test(description)) return 'tax';
	return FREIGHT.test(description) ? 'freight' : 'fee';
}

/** The charges that XI lists one by one, but for those of nothing. */
function miscCharges(invoice: InvoiceAnswer): MiscCharge[] {
	const listed = recordsOf(atAnyCase(invoice, 'summary.miscCharges'), 'list of charges');
	return listed
		.map((charge): MiscCharge => {
			const description = clean(atAnyCase(charge, 'chargeDescription')) ?? 'Charge';
			return {
				lineType: typeOf(description),
				description,
				amount: atAnyCase(charge, 'miscChargeLineTotal'),
				sent: withSmallNames(charge) as IDataObject,
			};
		})
		.filter(({ amount }) => optional(amount) !== 0);
}

type Add = (lineType: LineType, words: string, amount: unknown, sent?: IDataObject) => void;

/**
 * What an invoice asks for besides its lines: freight, fees and tax; where they account for it a
 * discount; and where all of it is still not what is due, the difference, so that nothing is booked
 * that is not asked for. Amounts of nothing are left out.
 *
 * Freight and tax stand in the totals and may be listed among the charges as well: each counts once,
 * freight as it is listed, tax as in the totals. Nothing is due of an invoice that is paid: then there
 * is no difference to tell.
 *
 * XI documentation: "Get Invoice Details v6.1", `summary`.
 */
export function chargesOf(invoice: InvoiceAnswer): Charge[] {
	const total = (name: string): unknown => atAnyCase(invoice, `summary.totals.${name}`);
	const lines = invoiceLinesOf(invoice);
	const misc = miscCharges(invoice);
	const charges: Charge[] = [];
	const add: Add = (lineType, words, amount, sent) => {
		charges.push({ lineType, line: lineOf(invoice, words, amount, sent) });
	};
	for (const { lineType, description, amount, sent } of misc) {
		if (lineType !== 'tax') add(lineType, description, amount, sent);
	}
	const listsFreight = misc.some(({ lineType }) => lineType === 'freight');
	if (!listsFreight && optional(total('freightAmount')) !== 0) {
		add('freight', 'Freight', total('freightAmount'));
	}
	addTax(invoice, lines, misc, add);
	if (lines.length + charges.length > 0) addRest(total, lines, charges, add);
	return charges;
}

/** The tax as the totals have it, else that of the lines, else as it is listed among the charges. */
function addTax(
	invoice: InvoiceAnswer,
	lines: readonly IDataObject[],
	misc: readonly MiscCharge[],
	add: Add,
): void {
	const total = atAnyCase(invoice, 'summary.totals.totalTaxAmount');
	const ofLines = sumOf(lines.map((line) => optional(atAnyCase(line, 'taxAmount'))));
	if (optional(total) !== 0) add('tax', 'Tax', total);
	else if (ofLines !== undefined && ofLines !== 0) add('tax', 'Tax', ofLines / FINE);
	else {
		for (const { lineType, description, amount, sent } of misc) {
			if (lineType === 'tax') add(lineType, description, amount, sent);
		}
	}
}

/** What is between the rows and the amount due. */
function addRest(
	total: (name: string) => unknown,
	lines: readonly IDataObject[],
	charges: readonly Charge[],
	add: Add,
): void {
	const due = fine(total('invoicedAmountDue'));
	const sum = sumOf([...lines, ...charges.map(({ line }) => line)].map(priceOf));
	if (due === undefined || due === 0 || sum === undefined) return;
	const rest = due - sum;
	if (Math.abs(rest) < LEAST) return;
	const discount = fine(total('discountAmount'));
	const words = clean(total('discountType')) ?? 'Discount';
	if (discount !== undefined && Math.abs(discount) === -rest) add('discount', words, rest / FINE);
	else add('difference', 'Not told by Ingram Micro', rest / FINE);
}
