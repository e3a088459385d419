import type { Wanted } from '../shared/transport/request';
import type { KnownOrder, OrderRound } from './orderState';
import { dayOf } from './watchedKind';

/*
 * The searches of a round: the orders by their days, the oldest first, and then those that shipped, were
 * invoiced or delivered in the last days, since of that the search of an order may show nothing.
 * XI documentation: "Search Orders".
 */

/** XI gives 100 orders a page; the rest is room for those that are new. */
const FULL_PAGE = 80;
/** The days that orders are followed where nothing else is set, and one on either side, in one search. */
const MOST_DAYS = 33;

/** XI's spellings of the other dates, with a letter for the state. */
const DATES = [
	{ name: 'shipDate_bt', letter: 's', isEverywhere: true },
	{ name: 'invoiceDate_bt', letter: 'i', isEverywhere: false },
	{ name: 'deliveryDate_bt', letter: 'd', isEverywhere: false },
] as const;

/** A country whose searches know the day of shipping alone. */
const WITHOUT_DATES = 'AU';

/** Whether the searches tell when an order of this country was delivered. */
export const tellsDeliveries = (country: string): boolean => country !== WITHOUT_DATES;

/** One search of a round. */
export interface OrderSearch {
	readonly wanted: Wanted;
	/** The last day of orders that it covers; undefined: it is one by other dates. */
	readonly end?: number;
	/** For a search by other dates, the letter by which the state tells it. */
	readonly letter?: string;
}

/** From which day of shipping, invoicing and delivery on orders are looked for. */
export type DatesFrom = number | undefined;

/**
 * The searches by other dates: of today and tomorrow, which is today already somewhere, and of the days
 * before, so that what XI enters a day late is found, and what came later on a day that was looked at.
 */
function dateSearches(today: number, from: DatesFrom, country: string): OrderSearch[] {
	if (from === undefined) return [];
	const kinds = DATES.filter(({ isEverywhere }) => isEverywhere || tellsDeliveries(country));
	return kinds.flatMap(({ name, letter }) => [
		{
			letter: letter.toUpperCase(),
			wanted: { query: { [name]: [dayOf(Math.min(from, today - 1)), dayOf(today - 1)] } },
		},
		{ letter, wanted: { query: { [name]: [dayOf(today), dayOf(today + 1)] } } },
	]);
}

/** The last of the days that fit on a page with the first, by what is known of them. */
function endOf(day: number, last: number, known: ReadonlyMap<string, KnownOrder>): number {
	const counts = new Map<number, number>();
	for (const order of known.values()) counts.set(order.day, (counts.get(order.day) ?? 0) + 1);
	let sum = counts.get(day) ?? 0;
	let end = day;
	while (end < last && end - day + 1 < MOST_DAYS) {
		sum += counts.get(end + 1) ?? 0;
		if (sum > FULL_PAGE) break;
		end += 1;
	}
	return end;
}

/**
 * The search that comes next in a round.
 *
 * @param isFirst nothing is known yet, and all days are searched at once, so that what comes meanwhile is
 * not taken for what was there
 * @returns undefined where the round is over
 */
export function nextSearch(
	round: OrderRound,
	{ known, isFirst }: { known: ReadonlyMap<string, KnownOrder>; isFirst: boolean },
	dates: { from: DatesFrom; country: string },
): OrderSearch | undefined {
	// It is tomorrow already where some of them are made.
	const last = round.today + 1;
	if (round.day > last) return dateSearches(round.today, dates.from, dates.country)[round.dates];
	const end = round.end ?? (isFirst ? last : endOf(round.day, last, known));
	return {
		end,
		wanted: { query: { 'ingramOrderDate-bt': [dayOf(round.day), dayOf(end)] } },
	};
}

/** The round behind a page. */
export function afterPage(round: OrderRound, { end }: OrderSearch, isLast: boolean): OrderRound {
	const { end: _, ...rest } = round;
	if (!isLast) return { ...rest, ...(end !== undefined && { end }), page: round.page + 1 };
	return end === undefined
		? { ...rest, dates: round.dates + 1, page: 1 }
		: { ...rest, day: end + 1, page: 1 };
}
