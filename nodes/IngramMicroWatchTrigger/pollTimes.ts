import { plain } from '../shared/comparing';
import { BadInput } from '../shared/errors';
import { recordsOf } from '../shared/records';
import { MOST_PRODUCTS } from '../shared/xi/productAsk';
import type { NodeSettings } from './watchKinds';

/*
 * Whether the polls that n8n makes are enough for what is to be asked. n8n's own parameter Poll Times
 * tells how often it polls; what it keeps as a cron expression is not read.
 */

/** XI allows so many calls a minute, and no poll takes longer. */
const MOST_CALLS = 60;

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes from poll to poll, by n8n's values of Mode. */
const MINUTES: Readonly<Record<string, number>> = {
	everyMinute: 1,
	everyHour: HOUR,
	everyDay: DAY,
	everyWeek: 7 * DAY,
	everyMonth: 30 * DAY,
};

/**
 * How many minutes there are from poll to poll, on average.
 *
 * @param pollTimes as n8n stores it
 * @returns undefined where that is not known
 */
export function minutesBetweenPolls(pollTimes: unknown): number | undefined {
	const [times] = recordsOf(pollTimes);
	const gaps = recordsOf(times?.item).map(({ mode, value, unit }) =>
		mode === 'everyX' ? Number(value) * (unit === 'hours' ? HOUR : 1) : MINUTES[plain(mode)],
	);
	if (gaps.length === 0 || !gaps.every((gap) => gap > 0)) return undefined;
	return 1 / gaps.reduce((sum, gap) => sum + 1 / gap, 0);
}

/**
 * Throws BadInput where the products of a list cannot be asked for within the time that was set for it,
 * since n8n polls too seldom.
 */
export function refuseTooManyProducts(
	{ products, everyMinutes }: Pick<NodeSettings, 'products' | 'everyMinutes'>,
	pollTimes: unknown,
): void {
	const calls = Math.ceil(products.length / MOST_PRODUCTS);
	const polls = Math.ceil(calls / MOST_CALLS);
	const gap = minutesBetweenPolls(pollTimes);
	if (gap === undefined || polls < 2 || polls * gap <= everyMinutes) return;
	const [round, each] = [polls * gap, gap].map((minutes) => Math.round(minutes));
	throw new BadInput(
		`'Products' holds ${products.length} products, which take ${calls} calls of ${MOST_PRODUCTS}; Ingram Micro allows ${MOST_CALLS} a minute, so a poll makes no more, and they take ${polls} polls. With one every ${each} minutes that is ${round} minutes, and 'Ask Every (Minutes)' is ${everyMinutes}`,
		`Let n8n poll every ${Math.max(1, Math.floor(everyMinutes / polls))} minutes or more often, set 'Ask Every (Minutes)' to ${round} or more, or watch at most ${MOST_CALLS * MOST_PRODUCTS} products`,
	);
}
