import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { spelledMoment } from '../shared/dateSpelling';
import { project } from '../shared/output';
import type { Told } from './watchChanges';
import { type AnyWatched, dayOf, dayText, identityOf } from './watchedKind';

/** When the change was, as far as XI tells. */
function changedAt({ change, sighting: { day, changedAt: at }, parts }: Told): string | null {
	if (change === 'statusChanged') return at === undefined ? null : String(spelledMoment(at));
	const isDated = change === 'appeared' || parts !== undefined;
	return isDated && day !== undefined ? dayOf(day) : null;
}

/** The same for the same change, however often it is told, and another for any other. */
function keyOf(watchFor: string, told: Told): string {
	return identityOf(watchFor, told.sighting.identity, told.change, ...partsOf(told));
}

/** What tells a change from others of its kind on the same thing. */
function partsOf({ change, after, turn = 0, parts, sighting: { ends, changedAt: at } }: Told) {
	if (parts) return parts;
	if (change === 'appeared') return [];
	if (change === 'ending') return [ends === undefined ? null : dayOf(ends), after];
	return [after, spelledMoment(at), ...(turn > 0 ? [turn] : [])];
}

/** By when it came about, or ends; what has no date comes last, in the order in which it was seen. */
const orderOf = ({ change, sighting: { day, ends, changedAt: at } }: Told): string => {
	if (change === 'statusChanged' && at !== undefined) {
		const moment = String(spelledMoment(at));
		return /^\d{4}-/.test(moment) ? moment : String(dayText(at));
	}
	const number = change === 'ending' ? ends : day;
	return number === undefined ? '~' : dayOf(number);
};

/** The changes as items, the oldest first: each flat, with the record that shows it. */
export function itemsOf(
	told: readonly Told[],
	kind: AnyWatched,
	watchFor: string,
	output: string,
): INodeExecutionData[] {
	return told
		.map((one) => ({ one, order: orderOf(one) }))
		.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
		.map(({ one }) => {
			const { change, before, after, daysLeft, more, record } = one;
			const own: IDataObject = {
				key: keyOf(watchFor, one),
				change,
				before,
				after,
				changedAt: changedAt(one),
				...(daysLeft !== undefined && { daysLeft }),
				...more,
			};
			// Twice, so that they stand in front, and nothing of the record takes their place.
			return { json: { ...own, ...project(kind.output, record, { output }), ...own } };
		});
}
