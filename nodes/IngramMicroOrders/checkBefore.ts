import type { IDataObject } from 'n8n-workflow';

import {
	currencyOf,
	isAuthorized,
	isFound,
	notFoundReason,
	priceOf,
	priceRequest,
	stockOf,
	toldStockOf,
} from '../shared/xi/prices';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import {
	type Identifier,
	MOST_PRODUCTS,
	type ProductAsk,
	subjectOf,
} from '../shared/xi/productAsk';
import { adviceIfForeign } from '../shared/xi/productNumbers';
import { BadInput, Refused, UnexpectedAnswer } from '../shared/errors';
import { attributeIn, isOn } from '../shared/fields/attributes';
import {
	collection,
	optionalAmount,
	optionalFlag,
	optionalWholeNumber,
	type Values,
} from '../shared/fields/field';
import { quotedValue } from '../shared/fields/declaration';
import { planCalls } from '../shared/packing';
import { numberIn, numberOrText } from '../shared/amounts';
import { currenciesIn } from '../shared/currency';
import type { Ask, Match, Spending } from '../shared/operation';
import type { OrderBody, OrderLine } from '../shared/xi/orders/sentOrder';
import { clean } from '../shared/transport/refusal';
import { nameOfLine, partNumberOf } from './lineRules';
import { MOST_PIECES } from './lineFields';
import { checkQuote } from '../shared/xi/orders/checkQuote';
import { ALLOW_HOLD } from '../shared/xi/orders/headerAttributes';
import { type Buying, overspent, spendingLimits, strictly } from '../shared/xi/orders/spending';

const limits = {
	maxDayTotal: spendingLimits.maxDayTotal,
	maxLineQuantity: optionalWholeNumber('Maximum Line Quantity', {
		min: 1,
		max: MOST_PIECES,
		default: 100,
		description: 'Refuse an order with a line of more pieces than this',
	}),
	maxOrderTotal: optionalAmount('Maximum Order Total', {
		description:
			'Refuse an order whose lines together cost more than this at today’s prices, without freight and taxes',
	}),
	maxPriceIncrease: optionalAmount('Maximum Price Increase (%)', {
		description:
			'Refuse an order with a line whose price is higher than its Unit Price by more than this. Each line needs a Unit Price.',
	}),
	maxRunTotal: spendingLimits.maxRunTotal,
	refuseIfNotAuthorized: optionalFlag('Refuse if Not Authorized', {
		default: true,
		description: 'Whether to refuse an order with a product that you are not authorized to buy',
	}),
	refuseIfShort: optionalFlag('Refuse if Stock Is Short', {
		default: true,
		description: 'Whether to refuse an order with a line for which there is not enough stock',
	}),
};

export type Limits = Partial<Values<typeof limits>>;

/** Off unless something is added to it. */
export const checkBeforeOrdering = collection('Check Before Ordering', strictly(limits), {
	addLabel: 'Add check',
	description:
		'What to check before anything is ordered, with prices and stock as they are at that moment. If a check fails, so does the item, and nothing is sent. Any check but that of quantities also refuses products that Ingram Micro does not know.',
});

/** Whether lines are looked at one by one. */
const checksLines = (wanted: Limits): boolean =>
	wanted.refuseIfShort === true ||
	wanted.refuseIfNotAuthorized === true ||
	wanted.maxLineQuantity !== undefined ||
	wanted.maxPriceIncrease !== undefined;

/** Whether prices and stock have to be asked for. */
const asksPrices = (wanted: Limits): boolean =>
	wanted.refuseIfShort === true ||
	wanted.refuseIfNotAuthorized === true ||
	wanted.maxPriceIncrease !== undefined ||
	needsTotal(wanted);

/** Whether it has to be known what an order costs. */
const needsTotal = ({ maxOrderTotal, maxRunTotal, maxDayTotal }: Limits): boolean =>
	[maxOrderTotal, maxRunTotal, maxDayTotal].some((limit) => limit !== undefined);

/** Throws BadInput for an order that cannot be held against the limits, before anything is asked. */
export function refuseUncheckable(wanted: Limits, { quoteNumber, lines = [] }: OrderBody): void {
	if (!asksPrices(wanted) && wanted.maxLineQuantity === undefined) return;
	if (quoteNumber !== undefined) {
		if (!checksLines(wanted)) return;
		throw new BadInput(
			"'Check Before Ordering' can hold an order of a quote against totals only",
			'A quote has lines and prices of its own: remove all checks but the maximum totals, or order by lines',
		);
	}
	if (wanted.maxPriceIncrease === undefined) return;
	const without = lines.findIndex(({ unitPrice }) => unitPrice === undefined);
	if (without !== -1) {
		throw new BadInput(
			`'Maximum Price Increase (%)' needs a Unit Price on each line, and ${nameOfLine(lines[without], without)} has none`,
			'Add the price that you expect to each line, or remove this check',
		);
	}
}

/** A line, and how it is asked about. */
interface Checked {
	readonly line: OrderLine;
	readonly name: string;
	readonly ask: ProductAsk;
	/** The bid at whose prices it is asked. */
	readonly bid: string;
}

const WAREHOUSE = 'shipFromWarehouseId';

function checkedOf(body: OrderBody, line: OrderLine, position: number): Checked {
	// A line without any was refused before.
	const part = partNumberOf(line) ?? 'ingramPartNumber';
	const by: Identifier = part === 'planid' ? 'planID' : part;
	const warehouse =
		attributeIn(line.additionalAttributes, WAREHOUSE) ??
		attributeIn(body.additionalAttributes, WAREHOUSE);
	return {
		line,
		name: nameOfLine(line, position),
		bid: line.specialBidNumber ?? body.specialBidNumber ?? '',
		ask: {
			by,
			value: String(line[part]),
			...(warehouse !== undefined && {
				additionalAttributes: [
					{ attributeName: 'shipfrombranchnumber', attributeValue: warehouse },
				],
			}),
		},
	};
}

const identity = ({ by, value, additionalAttributes }: ProductAsk): string =>
	JSON.stringify([subjectOf(by, value), additionalAttributes]);

/** Asks price and stock of all lines, in as few calls as there can be; a match for each line. */
async function matchesOf(ask: Ask, lines: readonly Checked[]): Promise<Match[]> {
	const wanted = new Map<string, number>();
	const keyOf = ({ ask: one, bid }: Checked) => `${identity(one)} ${bid}`;
	for (const entry of lines) {
		wanted.set(keyOf(entry), (wanted.get(keyOf(entry)) ?? 0) + entry.line.quantity);
	}
	const askers = lines.map((entry, item) => ({
		item,
		callKey: entry.bid,
		asks: [{ ...entry.ask, quantityRequested: String(wanted.get(keyOf(entry))) }],
	}));
	const calls = planCalls<ProductAsk>(askers, {
		capacity: MOST_PRODUCTS,
		identity,
		subject: ({ by, value }) => subjectOf(by, value),
	});
	const matches: Match[] = [];
	for (const { leader, questions } of calls) {
		const asks = questions.map((question) => question.ask);
		const bid = lines[leader].bid;
		const matched = await ask(
			priceRequest(
				asks,
				{ includeAvailability: true, includePricing: true },
				{ ...(bid !== '' && { specialBidNumber: bid }) },
			),
			(answer: PriceAndAvailabilityEntry[]) => {
				if (!Array.isArray(answer)) throw new UnexpectedAnswer('list of products');
				return matchAnswers(answer, asks);
			},
		);
		if (matched === undefined) throw new UnexpectedAnswer('list of products');
		questions.forEach(({ askers: items }, position) => {
			for (const item of items) matches[item] = matched[position];
		});
	}
	return matches;
}

/** What is bought, but for what it costs. */
type Bought = Omit<Buying, 'amount' | 'currency'>;

const boughtBy = (body: OrderBody): Bought => ({
	called: 'this order',
	number: body.customerOrderNumber,
	isHeld: isOn(body.additionalAttributes, ALLOW_HOLD),
});

/** A line with what XI says of its product. */
interface Known extends Checked {
	readonly record: IDataObject;
}

/**
 * Holds an order against today's prices and stock and against the user's limits.
 *
 * @throws Refused with a reason for each line, and each limit, that speaks against it
 */
export async function checkBefore(
	ask: Ask,
	wanted: Limits,
	body: OrderBody,
	spending: Spending,
	buying: Bought = boughtBy(body),
): Promise<void> {
	if (body.quoteNumber !== undefined) {
		return await checkQuote(ask, wanted, { ...buying, quoteNumber: body.quoteNumber }, spending);
	}
	const lines = (body.lines ?? []).map((line, position) => checkedOf(body, line, position));
	const { maxLineQuantity = Infinity } = wanted;
	const reasons = lines
		.filter(({ line }) => line.quantity > maxLineQuantity)
		.map(
			({ name, line }) => `${name} has ${line.quantity} pieces; the limit is ${maxLineQuantity}`,
		);
	if (asksPrices(wanted)) {
		const matches = await matchesOf(ask, lines);
		const known = lines.flatMap((entry, position): Known[] => {
			const match = matches[position];
			if ('row' in match && isFound(match.row)) return [{ ...entry, record: match.row }];
			reasons.push(`${entry.name}: ${problemOf(match, entry.ask)}`);
			return [];
		});
		reasons.push(...known.flatMap((entry) => reasonsAgainst(entry, wanted)));
		if (wanted.refuseIfShort) reasons.push(...shortages(known));
		if (needsTotal(wanted)) {
			const cost = costOf(known);
			if (typeof cost === 'string') reasons.push(cost);
			else reasons.push(...(await totalReasons(ask, wanted, { ...buying, ...cost }, spending)));
		}
	}
	if (reasons.length > 0) throw new Refused(reasons);
}

/** Why nothing is known of a product; one that is hardly named by Ingram Micro's number may have another. */
function problemOf(match: Match, { by, value }: ProductAsk): string {
	if (!('row' in match)) return match.problem;
	const said = notFoundReason(match.row);
	const advice = by === 'ingramPartNumber' ? adviceIfForeign(value) : undefined;
	return advice === undefined ? said : `${said} (${advice})`;
}

/** Nothing costs nothing: a price of zero is none. */
function unitPriceOf({ record }: Known): number | undefined {
	const price = numberIn(priceOf(record));
	return price !== undefined && price > 0 ? price : undefined;
}

/** Nothing is calculated with an amount that could be read in two ways. */
const unclear = (what: string, told: unknown): string =>
	`Ingram Micro’s ${what}, ${quotedValue(told)}, cannot be read as a number`;

function reasonsAgainst(entry: Known, wanted: Limits): string[] {
	const { name, line, record } = entry;
	const reasons: string[] = [];
	if (wanted.refuseIfNotAuthorized && !isAuthorized(record)) {
		reasons.push(`${name}: Ingram Micro does not say that you are authorized to buy this product`);
	}
	const price = unitPriceOf(entry);
	const needsPrice = wanted.maxPriceIncrease !== undefined || needsTotal(wanted);
	if (price === undefined && needsPrice) {
		const told = numberOrText(priceOf(record));
		reasons.push(
			`${name}: ${typeof told === 'string' ? unclear('price', told) : 'Ingram Micro names no price'}`,
		);
	}
	if (price !== undefined && wanted.maxPriceIncrease !== undefined) {
		const expected = line.unitPrice ?? 0;
		// To a hundredth of a cent, since sums of decimals are never exact.
		if (price > expected * (1 + wanted.maxPriceIncrease / 100) + 0.0001) {
			reasons.push(
				`${name} costs ${price} apiece, which is more than ${wanted.maxPriceIncrease} % above the expected ${expected}`,
			);
		}
	}
	return reasons;
}

/** Lines of one product share its stock, from whichever warehouse. */
function shortages(known: readonly Known[]): string[] {
	const groups = new Map<string, Known[]>();
	for (const entry of known) {
		const product = entry.record.ingramPartNumber ?? subjectOf(entry.ask.by, entry.ask.value);
		const key = JSON.stringify(product);
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	return [...groups.values()].flatMap((entries) => {
		const [{ record }] = entries;
		const needed = entries.reduce((sum, { line }) => sum + line.quantity, 0);
		const stock = stockOf(record);
		const names = entries.map(({ name }) => name).join(', ');
		if (stock === undefined) return [`${names}: ${unclear('stock', toldStockOf(record))}`];
		if (needed <= stock) return [];
		return [`${names}: ${needed} are needed and ${stock} are in stock`];
	});
}

/** What lines cost together; a text: why nobody can tell. */
function costOf(known: readonly Known[]): { amount: number; currency: string } | string {
	const total = known.reduce(
		(sum, entry) => sum + (unitPriceOf(entry) ?? 0) * entry.line.quantity,
		0,
	);
	const currencies = [
		...new Set(known.flatMap(({ record }) => currenciesIn(clean(currencyOf(record))))),
	];
	if (currencies.length > 1) {
		return `the lines are in several currencies (${currencies.join(', ')}): no total can be held against the limit`;
	}
	return { amount: Math.round(total * 100) / 100, currency: currencies[0] ?? '' };
}

/** Reasons against lines for what they cost, by themselves and beside what the run and the day have spent. */
async function totalReasons(
	ask: Ask,
	wanted: Limits,
	order: Buying,
	spending: Spending,
): Promise<string[]> {
	const { maxOrderTotal: most } = wanted;
	const { amount } = order;
	const own =
		most !== undefined && amount > most
			? [`the lines cost ${amount} together; the limit is ${most}`]
			: [];
	return [...own, ...(await overspent(ask, wanted, order, spending))];
}
