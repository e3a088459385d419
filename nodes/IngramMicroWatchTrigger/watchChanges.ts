import type { IDataObject } from 'n8n-workflow';

import { normalStatus } from '../shared/dictionary';
import { isOther, type Known, markOf, statusesAfter, type WatchState } from './watchState';
import {
	type Change,
	type Sighting,
	type Span,
	type WatchedKind,
	type WatchSettings,
} from './watchedKind';

/** A change, and the record that shows it. */
export interface Told {
	readonly change: Change;
	readonly before: string | number | null;
	readonly after: string | number | null;
	readonly sighting: Sighting;
	readonly record: IDataObject;
	/** For what ends: how many days are left. */
	readonly daysLeft?: number;
	/** How often the thing had this status before. */
	readonly turn?: number;
	/** What tells it from other changes of its kind on the same thing; left out: goes by the kind. */
	readonly parts?: ReadonlyArray<string | number | null>;
	/** What else an item tells. */
	readonly more?: IDataObject;
}

/** How much was known before: what an unknown record means goes by it. */
type Past = Pick<WatchState, 'today' | 'from' | 'daysAhead' | 'isCrowded'> & {
	/** Of the first round, whether what is there is told. */
	readonly first?: 'tellAll' | 'tellNothing';
};

/** What its coming and its status tell, where it is a change. */
function statusChange(
	{ day, status }: Sighting,
	before: Known | undefined,
	kind: WatchedKind,
	past: Past,
): Pick<Told, 'change' | 'before' | 'after' | 'turn'> | undefined {
	const after = status ?? null;
	if (before !== undefined) {
		if (status === undefined || !isOther(status, before.status)) return undefined;
		const turn = before.earlier?.filter((one) => !isOther(status, one)).length ?? 0;
		return { change: 'statusChanged', before: before.status ?? null, after, turn };
	}
	if (past.first === 'tellNothing') return undefined;
	if (past.first === 'tellAll' || day === undefined || day >= past.from) {
		return { change: 'appeared', before: null, after };
	}
	// Of those that were forgotten it is not known what they were.
	return kind.olderOnesChanged && status !== undefined && !past.isCrowded
		? { change: 'statusChanged', before: null, after }
		: undefined;
}

/**
 * How many days ahead its end is told now: the nearest of those that have come. What ended since the last
 * round is told too, since nobody asked in between.
 *
 * @returns undefined where none has, or that one was told before
 */
function nearest(
	{ ends }: Sighting,
	told: Known['told'],
	today: number,
	{ daysAhead }: WatchSettings,
	past: Past,
): number | undefined {
	const first = past.first === undefined ? Math.min(past.today, today) : today;
	if (ends === undefined || ends < first) return undefined;
	const ahead = daysAhead.find((days) => ends - today <= days);
	if (ahead === undefined) return undefined;
	// An end that was moved is another one.
	return told?.ends === ends && told.ahead <= ahead ? undefined : ahead;
}

/**
 * Whether the days ahead have come since the last round. If they were not asked for then, they may
 * have come long before, and a person who adds them does not want to hear of all that.
 */
const hasJustCome = (ends: number, ahead: number, past: Past): boolean =>
	past.first === undefined
		? past.daysAhead.includes(ahead) || ends - past.today > ahead
		: past.first === 'tellAll';

/** Whether a name has a part, if one is asked for. Capitals do not count. */
export const hasPart = (name: unknown, part: string | undefined): boolean =>
	part === undefined || (typeof name === 'string' && name.toLowerCase().includes(part));

/** Whether the record is among those that the filters leave. All are remembered, whatever they say. */
export function isWanted(
	record: IDataObject,
	{ status }: Sighting,
	kind: WatchedKind,
	{ statuses, types, vendor, endUser }: WatchSettings,
): boolean {
	const names = kind.names?.(record) ?? {};
	const type = normalStatus(names.type) ?? '';
	return (
		// Whether XI tells the type is in no document: what it does not tell is not left out for it.
		(types.length === 0 || type === '' || types.includes(type)) &&
		hasPart(names.vendor, vendor) &&
		hasPart(names.endUser, endUser) &&
		(statuses.length === 0 || (status !== undefined && statuses.includes(status)))
	);
}

/**
 * A record under an identity of its own where its search lists another one under the same.
 *
 * @param listed is changed: by the identity, what tells the first record apart that has it
 */
function toldApart(
	record: IDataObject,
	kind: WatchedKind,
	known: ReadonlyMap<string, Known>,
	listed: Map<string, string>,
): Sighting {
	const sighting = kind.sighting(record);
	const apart = kind.apart?.(record);
	if (apart === undefined) return sighting;
	const { identity } = sighting;
	const own = `${identity}|${apart}`;
	const first = listed.get(identity) ?? apart;
	if (first !== apart || known.has(markOf(own))) return { ...sighting, identity: own };
	listed.set(identity, first);
	return sighting;
}

/**
 * Holds the records of a page against what is known.
 *
 * @param known is changed: it knows them afterwards, and those that were listed last stand last
 * @param listed of the pages of one search, see `toldApart`
 * @returns what is to be told of them
 */
export function compare(
	records: readonly IDataObject[],
	known: Map<string, Known>,
	kind: WatchedKind,
	settings: WatchSettings,
	span: Span,
	past: Past,
	listed: Map<string, string>,
): Told[] {
	return records.flatMap((record) => {
		const sighting = toldApart(record, kind, known, listed);
		const { ends, day, status, identity, former = identity } = sighting;
		const mark = markOf(identity);
		const formerMark = markOf(former);
		const before = known.get(mark) ?? known.get(formerMark);
		known.delete(formerMark);
		const changes: Array<Omit<Told, 'sighting' | 'record'>> = [];
		const change = statusChange(sighting, before, kind, past);
		if (change) changes.push(change);

		const ahead = nearest(sighting, before?.told, span.today, settings, past);
		const told = ahead === undefined || ends === undefined ? before?.told : { ends, ahead };
		if (ahead !== undefined && ends !== undefined && hasJustCome(ends, ahead, past)) {
			const earlier = before?.told?.ends === ends ? before.told.ahead : null;
			changes.push({
				change: 'ending',
				before: earlier,
				after: ahead,
				daysLeft: ends - span.today,
			});
		}
		known.delete(mark);
		known.set(mark, {
			day: Math.max(day ?? ends ?? before?.day ?? span.today, before?.day ?? 0),
			...statusesAfter(status, before),
			...(told && { told }),
		});
		if (!isWanted(record, sighting, kind, settings)) return [];
		return changes
			.filter(({ change: one }) => settings.changes.has(one) && isOpenEnd(one, status, kind))
			.map((one) => ({ ...one, sighting, record }));
	});
}

/** That something ends which is over anyway is no news. */
const isOpenEnd = (change: Change, status: string | undefined, { over }: WatchedKind): boolean =>
	change !== 'ending' || over === undefined || !over.test(status ?? '');

/** The records that are still looked at, without those that have had their time. */
export function remembered(
	known: ReadonlyMap<string, Known>,
	kind: WatchedKind,
	span: Span,
): Map<string, Known> {
	const first = kind.remembered === undefined ? span.from - 1 : span.today - kind.remembered;
	return new Map([...known].filter(([, { day }]) => day >= first));
}
