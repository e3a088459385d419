import {
	isCancelled,
	type OrderDetailsAnswer,
	type OrderDetailsLine,
} from '../shared/xi/orders/order';
import { recordsOf } from '../shared/records';
import { at } from '../shared/output';
import { factsOf } from './lineFacts';
import { goodsOf, isOfSame, lineNumberIn, type SeenLine, WHOLE_ORDER } from './seenLines';
import {
	dayIn,
	dayOf,
	type LineChange,
	type LineTold,
	type OrderLook,
	type WatchSettings,
} from './watchedKind';

/*
 * When the awaited pieces of a line are to come. What is remembered of a line is the day that was told
 * last, so that a date that slips a day at a time is told too, and how often it was told.
 */

/** Days that stand for none, in systems that cannot leave a date out. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

function realDay(value: unknown): number | undefined {
	const day = dayIn(value);
	if (day === undefined) return undefined;
	const year = Number(dayOf(day).slice(0, 4));
	return year >= FIRST_YEAR && year < LAST_YEAR ? day : undefined;
}

/**
 * The day on which the awaited pieces are to come: XI's date for them, or where it gives none the latest
 * of its estimates for the shipment. Undefined: none. XI documentation: "Get Order Details v6.1".
 */
export function etaOf(line: OrderDetailsLine): number | undefined {
	const own = realDay(line.backOrderETADate);
	if (own !== undefined) return own;
	const days = recordsOf(line.estimatedDates)
		.flatMap((one) => [at(one, 'ship.shipDate'), at(one, 'ship.shipDateRange.endDate')])
		.map(realDay)
		.filter((day) => day !== undefined);
	return days.length === 0 ? undefined : Math.max(...days);
}

const isAwaited = (line: OrderDetailsLine, order: OrderDetailsAnswer): boolean => {
	const { word, pieces } = factsOf(line, order);
	return pieces.backordered > 0 && !isCancelled(word);
};

interface Eta {
	readonly day?: number;
	/** How often a change was told. */
	readonly times: number;
}

/** Begins what is kept of a line that is not awaited any more: how often it was told. */
const OVER = '-';

const textOf = ({ day, times }: Eta): string =>
	`${day === undefined ? '' : day.toString(36)}${times === 0 ? '' : `!${times.toString(36)}`}`;

function etaIn(text: string): Eta {
	if (text.startsWith(OVER)) return { times: parseInt(text.slice(1), 36) };
	const [day, times = '0'] = text.split('!');
	return { ...(day !== '' && { day: parseInt(day, 36) }), times: parseInt(times, 36) };
}

/** Whether a line is awaited of which something is known. */
export const isAwaitedIn = (text: string): boolean => !text.startsWith(OVER);

/** How the date moved; undefined: not at all, or not far enough. */
function changeOf(
	before: number | undefined,
	after: number | undefined,
	byDays: number,
): LineChange | undefined {
	if (before === after) return undefined;
	if (before === undefined) return 'etaAppeared';
	if (after === undefined) return 'etaGone';
	if (Math.abs(after - before) < byDays) return undefined;
	return after < before ? 'etaEarlier' : 'etaLater';
}

/** What is known of a line that has a new name: what its number, or its goods, had under others. */
function inherited(
	seen: SeenLine,
	day: number | undefined,
	known: ReadonlyMap<string, string>,
	{ listed, awaited }: { listed: ReadonlyMap<string, SeenLine>; awaited: readonly SeenLine[] },
): readonly [string, string] | undefined {
	const others = [...known].filter(([id]) => id !== seen.id);
	const hasMoved = (id: string): boolean => {
		const now = listed.get(id);
		return now !== undefined && !awaited.includes(now) && goodsOf(now.line) === goodsOf(seen.line);
	};
	const same = others.filter(([id]) => isOfSame(id, seen, listed) || hasMoved(id));
	return (
		same.find(([, text]) => etaIn(text).day === day) ??
		same.find(([id]) => !listed.has(id) && lineNumberIn(id) === seen.number)
	);
}

/**
 * What is kept of lines that are not awaited now: how often they were told; and of those that XI does not
 * list at present all that is known.
 */
function rest(
	known: ReadonlyMap<string, string>,
	listed: ReadonlyMap<string, SeenLine>,
): Map<string, string> {
	const kept = new Map<string, string>();
	for (const [id, text] of known) {
		const { times } = etaIn(text);
		if (!listed.has(id) && id !== WHOLE_ORDER) kept.set(id, text);
		else if (times > 0) kept.set(id, OVER + times.toString(36));
	}
	return kept;
}

/** Holds the dates of the awaited lines of an order against what is known of them. */
export function compareEtas(
	order: OrderDetailsAnswer,
	lines: readonly SeenLine[],
	known: ReadonlyMap<string, string>,
	{ byDays }: Pick<WatchSettings, 'byDays'>,
): OrderLook {
	const listed = new Map(lines.map((seen) => [seen.id, seen] as const));
	const awaited = lines.filter(({ line }) => isAwaited(line, order));
	const told: LineTold[] = [];
	// An answer that leaves out the lines of an order that has some tells nothing of their dates.
	if (listed.has(WHOLE_ORDER) && [...known.keys()].some((id) => id !== WHOLE_ORDER)) {
		return { told, facts: new Map(known) };
	}
	const facts = rest(known, listed);
	for (const seen of awaited) {
		const day = etaOf(seen.line);
		const own = known.get(seen.id);
		const donor = own === undefined ? inherited(seen, day, known, { listed, awaited }) : undefined;
		if (donor !== undefined && !listed.has(donor[0])) facts.delete(donor[0]);
		const before = etaIn(own ?? donor?.[1] ?? '');
		const change = changeOf(before.day, day, byDays);
		if (change === undefined) {
			facts.set(seen.id, textOf(before));
			continue;
		}
		const shown = (one: number | undefined) => (one === undefined ? null : dayOf(one));
		const [from, to] = [shown(before.day), shown(day)];
		const isMove = before.day !== undefined && day !== undefined;
		told.push({
			change,
			before: from,
			after: to,
			parts: [from, to, before.times],
			seen,
			...(isMove && { more: { daysMoved: day - before.day } }),
		});
		facts.set(seen.id, textOf({ day, times: before.times + 1 }));
	}
	return { told, facts };
}
