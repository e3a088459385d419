import type { IDataObject } from 'n8n-workflow';

import { plain } from '../shared/comparing';
import { currenciesIn } from '../shared/currency';
import { type Exact, exactIn, shownOf, sumOf } from '../shared/exact';
import type { InvoiceAnswer } from '../shared/xi/invoices';
import { atAnyCase, withSmallNames } from './anyCase';
import { type Charge, chargesOf, invoiceLinesOf, typeOf } from './invoiceCharges';
import { bareNumber, partOf, vendorPartOf } from './matchedOrder';

/** A line of an invoice for a product. */
export interface InvoicedLine {
	/** As v6.1 spells it. */
	readonly line: IDataObject;
	readonly quantity?: Exact;
	readonly unitPrice?: Exact;
	readonly extendedPrice?: Exact;
	/** Pieces that left, as the invoice itself has it; undefined: it does not say. */
	readonly shipped?: Exact;
	readonly tax?: Exact;
}

/** An invoice as it is compared. */
export interface Invoiced {
	/** As it is compared. */
	readonly number: string;
	readonly answer: InvoiceAnswer;
	readonly isCredit: boolean;
	readonly lines: readonly InvoicedLine[];
	/** Freight, fees, tax, discounts and what the invoice itself does not account for. */
	readonly charges: readonly Charge[];
	/** The currencies that it names, each once. */
	readonly currencies: readonly string[];
}

/** How XI and its countries call a credit memo, and how none else is called: one paid by card is an invoice. */
const CREDIT =
	/credit(?![\s_-]*card)|^c[mrn]$|gutschrift|avoir|abono|crédito|credito|kredit|nota de cr/i;

const isBlank = (value: unknown): boolean => plain(value) === '';

function lineOf(line: IDataObject): InvoicedLine {
	const shipped = exactIn(line.quantityShipped);
	return {
		line,
		quantity: exactIn(line.quantity),
		unitPrice: exactIn(line.unitPrice),
		extendedPrice: exactIn(line.extendedPrice),
		// Services and licences are never shipped: 0 of them says nothing.
		...(shipped !== undefined && shipped > 0n && { shipped }),
		tax: exactIn(line.taxAmount),
	};
}

/** A line without a part number: a comment, or a charge that stands among the lines. */
function chargeIn(line: IDataObject): Charge[] {
	const isFree = [line.extendedPrice, line.unitPrice].every(
		(price) => isBlank(price) || exactIn(price) === 0n,
	);
	return isFree ? [] : [{ lineType: typeOf(plain(line.productDescription)), line }];
}

/** Whether it gives money back: by its type, or since all that it asks for is less than nothing. */
function givesBack(answer: InvoiceAnswer, lines: readonly InvoicedLine[]): boolean {
	if (CREDIT.test(plain(atAnyCase(answer, 'invoiceType')))) return true;
	const amounts = lines.map(({ extendedPrice, quantity }) => extendedPrice ?? quantity ?? 0n);
	if (amounts.length > 0) return amounts.every((amount) => amount < 0n);
	return (exactIn(atAnyCase(answer, 'summary.totals.invoicedAmountDue')) ?? 0n) < 0n;
}

/**
 * An invoice made ready for comparing.
 *
 * @param asked the number that was asked for, where the answer names none
 */
export function invoicedOf(answer: InvoiceAnswer, asked: string): Invoiced {
	const all = invoiceLinesOf(answer).map((line) => withSmallNames(line) as IDataObject);
	const products = all.filter((line) => partOf(line) !== '' || vendorPartOf(line) !== '');
	const lines = products.map(lineOf);
	const currencies = [
		atAnyCase(answer, 'fxRateInfo.invoiceCurrency') ?? atAnyCase(answer, 'fxRateInfo.currencyCode'),
		...all.map(({ currencyCode }) => currencyCode),
	].flatMap(currenciesIn);
	return {
		number: bareNumber(atAnyCase(answer, 'invoiceNumber')) || bareNumber(asked),
		answer,
		isCredit: givesBack(answer, lines),
		lines,
		charges: [
			...chargesOf(answer),
			...all.filter((line) => !products.includes(line)).flatMap(chargeIn),
		],
		currencies: [...new Set(currencies)],
	};
}

/** What charges of one kind come to; undefined where one of them is no number for certain. */
export function chargedBy(
	{ charges }: Invoiced,
	...types: ReadonlyArray<Charge['lineType']>
): Exact | undefined {
	const amounts = charges
		.filter(({ lineType }) => types.includes(lineType))
		.map(({ line }) => exactIn(line.extendedPrice));
	return amounts.includes(undefined) ? undefined : sumOf(amounts as Exact[]);
}

/** The sums of an invoice, as the row of it shows them. */
export function totalsOf(invoiced: Invoiced): IDataObject {
	const prices = invoiced.lines.map(({ extendedPrice }) => extendedPrice);
	const net = prices.includes(undefined) ? undefined : sumOf(prices as Exact[]);
	const shown = (amount: Exact | undefined): number | null =>
		amount === undefined ? null : shownOf(amount);
	const due = exactIn(atAnyCase(invoiced.answer, 'summary.totals.invoicedAmountDue'));
	return {
		totalNetAmount: shown(net),
		freightCharges: shown(chargedBy(invoiced, 'freight')),
		totalFees: shown(chargedBy(invoiced, 'fee')),
		totalTax: shown(chargedBy(invoiced, 'tax')),
		invoicedAmountDue: shown(due),
	};
}
