import type { IDataObject } from 'n8n-workflow';

import { inCapitals, plain } from '../shared/comparing';
import { absOf, type Exact, exactIn, HALF_CENT, shareOf, shownOf, sumOf } from '../shared/exact';
import { recordsOf } from '../shared/records';
import type { OrderDetailsAnswer } from '../shared/xi/orders/order';
import { type Difference, inMoney, isWithin, type Rules } from './differences';
import { isNothing, typeOf } from './invoiceCharges';
import { chargedBy, type Invoiced } from './matchedInvoice';
import { bareNumber, type OrderedLine } from './matchedOrder';
import type { Pair } from './matchedPairs';

/** A charge that an order names one by one, until an invoice asks for it. */
interface OrderedFee {
	readonly words: string;
	readonly reference: string;
	/** Undefined: it is none that can be read. */
	readonly amount?: Exact;
	/** The part of the order that it is for: the number of its invoice. */
	readonly subOrder: string;
}

/**
 * What an order says of freight, fees and tax, and what of it the invoices of a run have asked for.
 * Undefined: the order has an amount that cannot be read.
 */
export interface OrderedCharges {
	readonly freight?: Exact;
	readonly tax?: Exact;
	/** Fees that the order tells of as a sum only. */
	readonly feesInAll?: Exact;
	readonly fees: OrderedFee[];
	readonly asked: { freight: Exact; tax: Exact; fees: Exact };
	/** What credit memos have given back, so that it may be asked for again. */
	readonly back: { freight: Exact; tax: Exact };
}

/** An amount that may be left out, and then is nothing; undefined where it cannot be read. */
const amountOf = (value: unknown): Exact | undefined => (isNothing(value) ? 0n : exactIn(value));

const sumKnown = (amounts: ReadonlyArray<Exact | undefined>): Exact | undefined =>
	amounts.includes(undefined) ? undefined : sumOf(amounts as Exact[]);

/** The first amount that is not nothing; one that cannot be read may be the one. */
function firstOf(...amounts: Array<Exact | undefined>): Exact | undefined {
	const place = amounts.findIndex((amount) => amount !== 0n);
	return place === -1 ? 0n : amounts[place];
}

/** The charges of an order. What it does not name it has none of. */
export function orderedChargesOf(
	order: OrderDetailsAnswer,
	orderedLines: readonly OrderedLine[],
): OrderedCharges {
	const listed = recordsOf(order.miscellaneousCharges).map((charge) => ({
		lineType: typeOf(plain(charge.chargeDescription)),
		words: inCapitals(charge.chargeDescription),
		reference: inCapitals(charge.chargeLineReference),
		amount: amountOf(charge.chargeAmount),
		subOrder: bareNumber(charge.subOrderNumber),
	}));
	const sum = (type: string): Exact | undefined =>
		sumKnown(listed.filter(({ lineType }) => lineType === type).map(({ amount }) => amount));
	const fees = listed.filter(({ lineType, amount }) => lineType === 'fee' && amount !== 0n);
	return {
		// Freight and tax may stand in the totals and in the list, tax at the lines: each counts once.
		freight: firstOf(amountOf(order.freightCharges), sum('freight')),
		tax: firstOf(
			amountOf(order.totalTax),
			sumKnown(orderedLines.map(({ line }) => amountOf(line.taxAmount))),
			sum('tax'),
		),
		feesInAll: fees.length > 0 ? 0n : amountOf(order.totalFees),
		fees,
		asked: { freight: 0n, tax: 0n, fees: 0n },
		back: { freight: 0n, tax: 0n },
	};
}

/** A charge that differs, unless that is within what the user lets pass. */
function differing(
	type: 'fee' | 'freight' | 'tax',
	asked: Exact,
	expected: Exact,
	rules: Rules,
	more: Partial<Difference> = {},
): Difference[] {
	const rest = asked - expected;
	if (isWithin(rules, rest, expected)) return [];
	const { about = type } = more;
	return [
		{
			differenceType: type,
			difference: `The invoice asks for ${inMoney(asked)} of ${about}, the order has ${inMoney(expected)}`,
			invoicedValue: shownOf(asked),
			expectedValue: shownOf(expected),
			more: rest,
			...more,
		},
	];
}

/** How much of an amount is more than is left of what was ordered. */
function beyond(asked: Exact, sofar: Exact, ordered: Exact): Exact {
	const over = (sum: Exact): Exact => (sum > ordered ? sum - ordered : 0n);
	return over(sofar + asked) - over(sofar);
}

/**
 * Tax by the lines that are invoiced, and how far it may be off since part of a line's tax is rounded.
 *
 * @returns undefined where the lines of the order do not account for all of its tax
 */
function taxByLines(
	pairs: readonly Pair[],
	orderedLines: readonly OrderedLine[],
	ordered: OrderedCharges,
): { tax: Exact; rounding: Exact } | undefined {
	const told = sumOf(orderedLines.map(({ tax }) => tax ?? 0n));
	if (told === 0n || told !== ordered.tax) return undefined;
	const taxed = pairs.flatMap(({ invoiced: { quantity }, ordered: line }) =>
		line?.tax && line.ordered && quantity
			? [{ tax: line.tax, quantity, ordered: line.ordered }]
			: [],
	);
	const parts = taxed.filter((one) => one.quantity !== one.ordered);
	return {
		tax: sumOf(taxed.map((one) => shareOf(one.tax, one.quantity, one.ordered))),
		rounding: HALF_CENT * BigInt(parts.length),
	};
}

/** A fee that an invoice asks for. */
interface AskedFee {
	readonly about: string;
	readonly amount: Exact;
	readonly line: IDataObject;
}

/** Each fee of an invoice against that of the order: by its words, its reference, or its amount. */
function feesOf(
	{ number, charges }: Invoiced,
	ordered: OrderedCharges,
	rules: Rules,
): Difference[] {
	const fees = charges.flatMap(({ lineType, line }): AskedFee[] => {
		const amount = exactIn(line.extendedPrice);
		// Less than nothing is a discount, which nobody has to order.
		if (lineType !== 'fee' || amount === undefined || amount <= 0n) return [];
		return [{ about: plain(line.productDescription) || 'fees', amount, line }];
	});
	const { feesInAll } = ordered;
	if (feesInAll === undefined) return fees.map(({ about }) => unreadable(about, 'order'));
	if (ordered.fees.length === 0 && feesInAll > 0n) {
		return fees.flatMap(({ about, amount }) => {
			const sofar = ordered.asked.fees;
			const over = beyond(amount, sofar, feesInAll);
			ordered.asked.fees += amount;
			const words = `The invoice asks for ${inMoney(amount)} of ${about}, the order has ${inMoney(feesInAll)} of fees in all${elsewhere(sofar, 'charges')}`;
			return over > 0n
				? differing('fee', amount, amount - over, rules, { about, difference: words })
				: [];
		});
	}
	const taken = takeFees(ordered.fees, number, fees);
	return fees.flatMap(({ about, amount }, position) => {
		const fee = taken[position];
		return fee && fee.amount === undefined
			? [unreadable(about, 'order')]
			: differing('fee', amount, fee?.amount ?? 0n, rules, { about });
	});
}

/** What else asks for a part of what an order has. */
const elsewhere = (sofar: Exact, who: string): string =>
	sofar > 0n ? `, of which other ${who} ask for ${inMoney(sofar)}` : '';

const isWords = (fee: OrderedFee, { line }: AskedFee): boolean =>
	fee.words === inCapitals(line.productDescription);
const isHere = ({ subOrder }: OrderedFee, number: string): boolean =>
	subOrder === number || subOrder === '';

/** How a fee of an invoice is told to be one of the order, the surest first. */
const FEE_TESTS: ReadonlyArray<(fee: OrderedFee, asked: AskedFee, number: string) => boolean> = [
	(fee, asked, number) => isHere(fee, number) && isWords(fee, asked) && fee.amount === asked.amount,
	(fee, asked) => isWords(fee, asked) && fee.amount === asked.amount,
	(fee, asked, number) => isHere(fee, number) && isWords(fee, asked),
	(fee, asked) => isWords(fee, asked),
	(fee, { line }) => fee.reference !== '' && fee.reference === inCapitals(line.chargeLineReference),
	// Words differ between the two; but the fee of another invoice is not this one.
	(fee, asked, number) => isHere(fee, number) && fee.amount === asked.amount,
];

/**
 * The fees of the order that are meant, which are taken off its list. What is surer goes first, whatever
 * the order of the invoice: a fee that nobody ordered must not take one that another is.
 */
function takeFees(
	fees: OrderedFee[],
	number: string,
	asked: readonly AskedFee[],
): Array<OrderedFee | undefined> {
	const taken = new Array<OrderedFee | undefined>(asked.length).fill(undefined);
	for (const test of FEE_TESTS) {
		for (const [position, one] of asked.entries()) {
			if (taken[position]) continue;
			const place = fees.findIndex((fee) => test(fee, one, number));
			if (place !== -1) [taken[position]] = fees.splice(place, 1);
		}
	}
	return taken;
}

/** A charge that cannot be read, of an invoice or of an order. */
const unreadable = (about: string, whose: 'invoice' | 'order'): Difference => ({
	differenceType: 'unclear',
	difference: `The ${about} of the ${whose} is no amount that can be read`,
	about,
});

/**
 * Freight, fees and tax of an invoice held against those of its order. Several invoices of an order in
 * one run share what it has: together they may ask for no more.
 *
 * @param ordered what is left of it after earlier invoices; what this one asks for is noted there
 */
export function matchCharges(
	invoiced: Invoiced,
	ordered: OrderedCharges,
	lines: { readonly pairs: readonly Pair[]; readonly orderedLines: readonly OrderedLine[] },
	rules: Rules,
): Difference[] {
	const { asked, back } = ordered;
	if (invoiced.isCredit) {
		for (const type of ['freight', 'tax'] as const) {
			back[type] += absOf(chargedBy(invoiced, type) ?? 0n);
		}
		return [];
	}
	const found = rules.compare.has('fees') ? feesOf(invoiced, ordered, rules) : [];
	for (const type of ['freight', 'tax'] as const) {
		if (!rules.compare.has(type)) continue;
		const amount = chargedBy(invoiced, type);
		const inAll = ordered[type];
		if (amount === undefined || inAll === undefined) {
			if (amount !== 0n) found.push(unreadable(type, amount === undefined ? 'invoice' : 'order'));
			continue;
		}
		const byLines = type === 'tax' && taxByLines(lines.pairs, lines.orderedLines, ordered);
		if (byLines) {
			// Told for each invoice, so that none is left to be shared.
			asked.tax = inAll;
			const isEqual = absOf(amount - byLines.tax) <= byLines.rounding;
			if (!isEqual) found.push(...differing(type, amount, byLines.tax, rules));
			continue;
		}
		const sofar = asked[type];
		const isMore = beyond(amount, sofar, inAll);
		// What was given back may be asked for again.
		const over = isMore > back[type] ? isMore - back[type] : 0n;
		back[type] -= isMore - over;
		asked[type] += amount;
		if (over === 0n) continue;
		const words = `The invoice asks for ${inMoney(amount)} of ${type}, the order has ${inMoney(inAll)}${elsewhere(sofar, 'invoices')}`;
		found.push(...differing(type, amount, amount - over, rules, { difference: words }));
	}
	return found;
}

/**
 * Freight or tax of an order of which its invoices together ask for less, where nothing is left for
 * another invoice.
 *
 * @param amount what the one of them asks for that has most of it
 */
export function missingCharge(
	type: 'freight' | 'tax',
	amount: Exact,
	ordered: OrderedCharges,
	rules: Rules,
): Difference[] {
	const { [type]: inAll, asked } = ordered;
	if (inAll === undefined || !rules.compare.has(type) || inAll <= asked[type]) return [];
	const isAlone = amount === asked[type];
	return differing(type, amount, amount + inAll - asked[type], rules, {
		difference: `${isAlone ? 'The invoice asks' : 'The invoices of the order ask'} for ${inMoney(asked[type])} of ${type}, the order has ${inMoney(inAll)}`,
	});
}
