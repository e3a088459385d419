import { numberIn } from '../shared/amounts';
import { inCapitals } from '../shared/comparing';
import { localDay } from '../shared/fields/localDay';
import { allPages } from '../shared/loop/pager';
import type { Ask, Spending, Spent } from '../shared/operation';
import { type FoundOrder, orderSearch } from '../shared/xi/orders/order';

/** What may be spent, in the currency of the account. */
export interface SpendingLimits {
	readonly maxRunTotal?: number;
	readonly maxDayTotal?: number;
}

/** Orders of which nothing is bought. */
const DEAD = /^(?:cancel|void|reject|fail)/i;
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

/** The days that may be meant by today: that of the workflow, and that of Greenwich. */
function today(zone: string | undefined): string[] {
	const now = new Date(Date.now());
	const utc = now.toISOString().slice(0, 10);
	return [localDay(now, zone) ?? utc, utc].sort();
}

/** An order of the search as what it spent; a text: why nobody can tell. */
function spentOn(order: FoundOrder, currency: string): Spent | string | undefined {
	if (DEAD.test(order.orderStatus ?? '')) return undefined;
	const number = order.ingramOrderNumber ?? order.customerOrderNumber ?? 'without a number';
	const amount = numberIn(order.orderTotal);
	if (amount === undefined) return `Ingram Micro names no total of order ${number} of today`;
	// The search names a currency for some accounts only; an account has one.
	const told = typeof order.currencyCode === 'string' ? order.currencyCode.trim() : '';
	const states = [order.orderStatus, ...(order.subOrders ?? []).map((sub) => sub.subOrderStatus)];
	return {
		number: order.customerOrderNumber ?? '',
		amount,
		currency: told === '' ? currency : told,
		isHeld: states.some((state) => ON_HOLD.test(state ?? '')),
	};
}

/**
 * Holds an order against what may be spent: by the run, which is what it has sent so far, and by the day,
 * which is what Ingram Micro's search shows of today and what this run has sent that it does not show
 * yet. Nothing is remembered from one run to the next.
 *
 * @param order what it costs
 * @returns reasons against it
 */
export async function overspent(
	ask: Ask,
	limits: SpendingLimits,
	order: Spent,
	{ sent, zone }: Spending,
): Promise<string[]> {
	const { maxRunTotal, maxDayTotal } = limits;
	const own = sent.filter(({ currency }) => currency === order.currency);
	const reasons: string[] = [];
	const against = (what: string, before: readonly Spent[], limit: number): void => {
		const sum = sumOf(before);
		if (sum + cents(order.amount) <= cents(limit)) return;
		reasons.push(
			`${what} has spent ${shown(sum)} ${order.currency}${onHold(before)}, and this order of ${shown(cents(order.amount))} would exceed the limit of ${shown(cents(limit))}`,
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
	for (const { customerOrderNumber } of found) {
		const number = inCapitals(customerOrderNumber);
		counts.set(number, (counts.get(number) ?? 0) + 1);
	}
	const notShown = own.filter(({ number }) => {
		const left = counts.get(inCapitals(number)) ?? 0;
		counts.set(inCapitals(number), left - 1);
		return left <= 0;
	});
	const before = [...ofDay.filter(({ currency }) => currency === order.currency), ...notShown];
	against('the day', before, maxDayTotal);
	return reasons;
}
