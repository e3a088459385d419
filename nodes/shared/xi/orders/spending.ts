import { numberIn } from '../../amounts';
import { inCapitals } from '../../comparing';
import { mayBeOneCurrency } from '../../currency';
import { type Fields, mustHold, optionalAmount, type Values } from '../../fields/field';
import { localDay } from '../../fields/localDay';
import { allPages } from '../../loop/pager';
import type { Ask, Spending, Spent } from '../../operation';
import { deadWordOf, type FoundOrder, orderSearch } from './order';

/** How much a run and a day may spend, in the currency of the account. */
export const spendingLimits = {
	maxDayTotal: optionalAmount('Maximum Total per Day', {
		description:
			'Refuse an order with which the orders of today would cost more than this: those that Ingram Micro’s search shows, and those that this run has sent. It does not limit the release of orders on hold.',
	}),
	maxRunTotal: optionalAmount('Maximum Total per Run', {
		description:
			'Refuse an order with which the orders of this run would cost more than this, at today’s prices, without freight and taxes. It does not limit the release of orders on hold.',
	}),
};

export type SpendingLimits = Partial<Values<typeof spendingLimits>>;

/** Limits of which one that was added and is empty is refused: it would be no limit. */
export const strictly = <F extends Fields>(fields: F): F =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, mustHold(field)])) as F;

/** What is held against the limits: what it spends, and what sentences call it ("this order"). */
export interface Buying extends Spent {
	readonly called: string;
}

const ON_HOLD = /hold/i;

/** Money in whole cents, so that sums are exact. */
const cents = (amount: number): number => Math.round(amount * 100);
const shown = (sum: number): string => (sum / 100).toFixed(2);
const sumOf = (entries: readonly Spent[]): number =>
	entries.reduce((sum, { amount }) => sum + cents(amount), 0);
const onHold = (entries: readonly Spent[]): string => {
	const held = sumOf(entries.filter(({ isHeld }) => isHeld));
	return held > 0 ? ` (${shown(held)} of it on hold)` : '';
};

/** Where the day begins first, in hours ahead of Greenwich. */
const EARLIEST = 14;

/**
 * The days that may be meant by today: that of the workflow, that of Greenwich, and the latest that it
 * is anywhere, since an order of tomorrow can only have been placed now, where it is tomorrow already.
 */
function today(zone: string | undefined): [from: string, to: string] {
	const now = new Date(Date.now());
	const utc = now.toISOString().slice(0, 10);
	const latest = new Date(now.getTime() + EARLIEST * 3_600_000).toISOString().slice(0, 10);
	const [from] = [localDay(now, zone) ?? utc, utc].sort();
	return [from, latest];
}

/** Whether the search says what an order costs; right after it was made its total may be zero. */
const hasTotal = (order: FoundOrder): boolean => (numberIn(order.orderTotal) ?? 1) > 0;

/** An order of the search as what it spent; a text: why nobody can tell. */
function spentOn(order: FoundOrder, currency: string): Spent | string | undefined {
	// Only what certainly is none: what may live is counted.
	if (deadWordOf(order) !== undefined) return undefined;
	const number = order.ingramOrderNumber ?? order.customerOrderNumber ?? 'without a number';
	const amount = numberIn(order.orderTotal);
	if (amount === undefined) return `Ingram Micro names no total of order ${number} of today`;
	// The search names a currency for some accounts only; an account has one.
	const told = order.currencyCode;
	const states = [order.orderStatus, ...(order.subOrders ?? []).map((sub) => sub.subOrderStatus)];
	return {
		number: order.customerOrderNumber ?? '',
		amount: Math.max(amount, 0),
		currency: typeof told === 'string' ? told : currency,
		isHeld: states.some((state) => ON_HOLD.test(state ?? '')),
	};
}

/**
 * Notes what an order or a change of one spends, and holds it against what may be spent: by the run, which
 * is what it has sent so far, and by the day, which is what Ingram Micro's search shows of today and what
 * this run has sent that it does not show yet. Nothing is remembered from one run to the next.
 *
 * @param buying what it costs
 * @returns reasons against it
 */
export async function overspent(
	ask: Ask,
	limits: SpendingLimits,
	{ called, ...order }: Buying,
	{ sent, zone, note }: Spending,
): Promise<string[]> {
	note(order);
	const { maxRunTotal, maxDayTotal } = limits;
	const isSame = ({ currency }: Spent): boolean => mayBeOneCurrency(currency, order.currency);
	// Each try of an execution counts what an earlier one has sent.
	const own = [...new Set(sent)].filter(isSame);
	const reasons: string[] = [];
	const against = (what: string, before: readonly Spent[], limit: number): void => {
		const sum = sumOf(before);
		if (sum + cents(order.amount) <= cents(limit)) return;
		reasons.push(
			`${what} has spent ${`${shown(sum)} ${order.currency}`.trim()}${onHold(before)}, and ${called} of ${shown(cents(order.amount))} would exceed the limit of ${shown(cents(limit))}`,
		);
	};
	if (maxRunTotal !== undefined) against('this run', own, maxRunTotal);
	if (maxDayTotal === undefined) return reasons;

	const [from, to] = today(zone);
	const found = await allPages(ask, orderSearch, { query: { 'ingramOrderDate-bt': [from, to] } });
	const entries = found.map((one) => spentOn(one, order.currency));
	const unclear = entries.filter((entry) => typeof entry === 'string');
	if (unclear.length > 0) return [...reasons, `${unclear[0]}, so the day cannot be summed up`];
	const ofDay = entries.filter((entry): entry is Spent => typeof entry === 'object');
	const counts = new Map<string, number>();
	for (const one of found) {
		if (deadWordOf(one) === undefined && !hasTotal(one)) continue;
		const number = inCapitals(one.customerOrderNumber);
		counts.set(number, (counts.get(number) ?? 0) + 1);
	}
	const notShown = own.filter(({ number }) => {
		const left = counts.get(inCapitals(number)) ?? 0;
		counts.set(inCapitals(number), left - 1);
		return left <= 0;
	});
	const before = [...ofDay.filter(isSame), ...notShown];
	against('the day', before, maxDayTotal);
	return reasons;
}
