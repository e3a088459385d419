import type { IDataObject } from 'n8n-workflow';

import { alphabetical } from '../shared/alphabetical';
import { isSameText, plain } from '../shared/comparing';
import { currenciesIn } from '../shared/currency';
import { absOf, type Exact, exactIn, HALF_CENT, shownOf, sumOf } from '../shared/exact';
import { UnexpectedAnswer } from '../shared/errors';
import { isRecord, recordsOf } from '../shared/records';
import type { InvoiceAnswer } from '../shared/xi/invoices';
import type { OrderDetailsAnswer } from '../shared/xi/orders/order';
import { atAnyCase } from './anyCase';
import { type Difference, inMoney, isWithin, type Rules } from './differences';
import { chargedBy, type Invoiced, totalsOf } from './matchedInvoice';
import {
	matchCharges,
	missingCharge,
	type OrderedCharges,
	orderedChargesOf,
} from './matchedCharges';
import { matchLines } from './matchedLines';
import { orderedLinesOf, type OrderedLine } from './matchedOrder';
import { type Before, isAllInvoiced } from './matchedQuantities';

/** An invoice that is to be matched, and how. */
export interface ToMatch {
	readonly invoiced: Invoiced;
	readonly rules: Rules;
}

/** An order that invoices are held against. */
export interface MatchedOrder {
	readonly order: OrderDetailsAnswer;
	readonly orderedLines: readonly OrderedLine[];
}

/** Throws UnexpectedAnswer for an answer of another shape. */
export function orderToMatch(body: unknown): MatchedOrder {
	if (!isRecord(body)) throw new UnexpectedAnswer('order');
	const order = body as OrderDetailsAnswer;
	return { order, orderedLines: orderedLinesOf(order) };
}

/** What came of an invoice. */
export interface Matched {
	readonly invoiced: Invoiced;
	readonly differences: Difference[];
	readonly totals: IDataObject;
}

/** What of an order the invoices of a run share. */
interface Shared extends MatchedOrder {
	readonly charges: OrderedCharges;
	readonly before: Before;
}

/** Why an order is none for an invoice; undefined where it is the one. */
function strangeOrder(answer: InvoiceAnswer, order: OrderDetailsAnswer | undefined) {
	if (order === undefined) return 'Ingram Micro has no order for this invoice';
	const [own, others] = [atAnyCase(answer, 'customerOrderNumber'), order.customerOrderNumber];
	// XI uses order numbers again after some time.
	return plain(own) === '' || plain(others) === '' || isSameText(own, others)
		? undefined
		: `The invoice is for PO ${plain(own)}, and order ${plain(order.ingramOrderNumber)} is PO ${plain(others)}`;
}

/** XI's details may come without any line; of what is invoiced nobody can tell then whether it was ordered. */
function lacksLines({ lines }: Invoiced, { order, orderedLines }: MatchedOrder): Difference[] {
	const number = plain(order.ingramOrderNumber);
	return lines.length === 0 || orderedLines.length > 0
		? []
		: [
				{
					differenceType: 'unclear',
					difference: `Ingram Micro tells of no lines of ${number === '' ? 'the order' : `order ${number}`}, so that nothing of the invoice can be compared`,
					about: 'order',
				},
			];
}

/** Also one that n8n's machine does not know. */
const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

function currencyOf({ currencies }: Invoiced, order: OrderDetailsAnswer): Difference[] {
	const head = currenciesIn(order.currencyCode);
	const told = head.length > 0 ? head : currenciesIn(recordsOf(order.lines)[0]?.currencyCode);
	const others = currencies.filter((code) => !told.includes(code));
	if (told.length === 0 || others.length === 0) return [];
	const [invoiced, ordered] = [others, told].map((texts) => texts.filter(isCode));
	const isTold = invoiced.length > 0 && ordered.length > 0;
	return [
		{
			differenceType: isTold ? 'currency' : 'unclear',
			difference: isTold
				? `The invoice is in ${invoiced.join(' and ')}, the order in ${ordered.join(' and ')}`
				: `The invoice names its currency as ${others.join(' and ')}, the order as ${told.join(' and ')}, so that nobody can tell whether it is one`,
			about: 'currency',
		},
	];
}

/** What is due beyond all that the invoice itself tells of. Less is due where a part is paid. */
function unexplained(invoiced: Invoiced, found: readonly Difference[], rules: Rules): Difference[] {
	const rest = chargedBy(invoiced, 'difference');
	if (invoiced.isCredit || rest === undefined || rest <= HALF_CENT) return [];
	// A price that is wrong in its line alone has been told.
	if (absOf(rest) === absOf(sumOf(found.map(({ more }) => more ?? 0n)))) return [];
	const due = exactIn(atAnyCase(invoiced.answer, 'summary.totals.invoicedAmountDue')) ?? 0n;
	if (isWithin(rules, rest, due - rest)) return [];
	return [
		{
			differenceType: 'amount due',
			difference: `The amount due is ${inMoney(due)}; lines, freight, fees and tax come to ${inMoney(due - rest)}`,
			about: 'amount due',
			invoicedValue: shownOf(due),
			expectedValue: shownOf(due - rest),
			more: rest,
		},
	];
}

function matchOne(invoiced: Invoiced, shared: Shared, rules: Rules): Difference[] {
	const { order, orderedLines, charges, before } = shared;
	const unclear = lacksLines(invoiced, shared);
	if (unclear.length > 0) return unclear;
	const currency = currencyOf(invoiced, order);
	// Amounts of two currencies cannot be compared.
	const isComparable = !currency.some(({ differenceType }) => differenceType === 'currency');
	const { pairs, differences } = matchLines(invoiced, orderedLines, before, {
		...rules,
		withPrices: isComparable && rules.compare.has('price'),
	});
	const found = [...(rules.compare.has('currency') ? currency : []), ...differences];
	if (!isComparable) return found.map(({ more: _, ...rest }) => rest);
	found.push(...matchCharges(invoiced, charges, { pairs, orderedLines }, rules));
	if (rules.compare.has('fees')) found.push(...unexplained(invoiced, found, rules));
	return found;
}

/**
 * The oldest first, since the freight of an order is on its first invoice as a rule. Before all of them
 * credit memos: what they give back may be asked for again.
 */
const inTurn = (one: Invoiced, other: Invoiced): number =>
	Number(other.isCredit) - Number(one.isCredit) ||
	alphabetical(
		plain(atAnyCase(one.answer, 'invoiceDate')),
		plain(atAnyCase(other.answer, 'invoiceDate')),
	) ||
	alphabetical(one.number, other.number);

/** What the invoices of an order ask for too little, all of it being invoiced; at the one with most of it. */
function addMissing(matched: ReadonlyArray<Matched & { rules: Rules }>, shared: Shared): void {
	const invoices = matched.filter(({ invoiced }) => !invoiced.isCredit);
	const { orderedLines, before } = shared;
	if (invoices.length === 0 || orderedLines.length === 0) return;
	if (!isAllInvoiced(orderedLines, before)) return;
	for (const type of ['freight', 'tax'] as const) {
		const known = invoices.map(({ invoiced }) => chargedBy(invoiced, type));
		// What cannot be read has been told, and may be what lacks.
		if (known.includes(undefined)) continue;
		const amounts = known as Exact[];
		const most = amounts.reduce((one, other) => (other > one ? other : one));
		const { differences, rules } = invoices[amounts.lastIndexOf(most)];
		differences.push(...missingCharge(type, most, shared.charges, rules));
	}
}

/** Rules that are alike have the same text. */
const nameOf = ({ compare, amount, percent }: Rules): string =>
	JSON.stringify([[...compare].sort(alphabetical), amount, percent]);

/**
 * Holds invoices against the order that they are for. An invoice that stands in the list twice counts
 * once; it comes out for each, by the rules of each.
 *
 * @param against undefined: there is none
 * @returns what came of each, in the order of the list
 */
export function matchInvoices(
	list: readonly ToMatch[],
	against: MatchedOrder | undefined,
): Matched[] {
	const byRules = new Map<string, Map<string, Matched>>();
	return list.map(({ invoiced, rules }) => {
		const name = nameOf(rules);
		const matched = byRules.get(name) ?? matchOnce(list, against, name);
		byRules.set(name, matched);
		return matched.get(invoiced.number) as Matched;
	});
}

/**
 * What came of each invoice, by its number.
 *
 * @param preferred the rules that count for an invoice to which several are given
 */
function matchOnce(
	list: readonly ToMatch[],
	against: MatchedOrder | undefined,
	preferred: string,
): Map<string, Matched> {
	const all = new Map<string, Matched & { rules: Rules }>();
	for (const { invoiced, rules } of list) {
		if (all.has(invoiced.number) && nameOf(rules) !== preferred) continue;
		all.set(invoiced.number, { invoiced, differences: [], totals: totalsOf(invoiced), rules });
	}
	const mine = [...all.values()].filter(({ invoiced, differences }) => {
		const strange = strangeOrder(invoiced.answer, against?.order);
		if (strange !== undefined) {
			differences.push({ differenceType: 'order', difference: strange, about: 'order' });
		}
		return strange === undefined;
	});
	if (against === undefined || mine.length === 0) return all;
	const shared: Shared = {
		...against,
		charges: orderedChargesOf(against.order, against.orderedLines),
		before: new Map(),
	};
	for (const { invoiced, differences, rules } of mine.toSorted((one, other) =>
		inTurn(one.invoiced, other.invoiced),
	)) {
		differences.push(...matchOne(invoiced, shared, rules));
	}
	addMissing(mine, shared);
	return all;
}
