const day = 86_400;

/** Days, with or without a time of the day, as XI writes them. */
const dated =
	/\b(?<ymd>(?<y>\d{4})(?<s>[-/])(?<m>\d{2})\k<s>(?<d>\d{2}))(?:(?<time>[T ]\d{2}:\d{2}(?::\d{2})?)(?<fraction>\.\d+)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?|\b(?<mdy>\d{2}\/\d{2}\/\d{4})(?<time2> \d{2}:\d{2}(?::\d{2})?)?/g;

/** Whether a text has a day in it, in a form that is moved. */
export const hasDay = (text: string): boolean => text.search(dated) !== -1;

/** The days in a text, as `yyyy-mm-dd`. */
export function daysIn(text: string): string[] {
	return [...text.matchAll(dated)].flatMap(({ groups = {} }) => {
		const moment = momentOf(groups);
		return moment === undefined ? [] : [new Date(moment * 1000).toISOString().slice(0, 10)];
	});
}

type Groups = Record<string, string | undefined>;

/** Seconds since 1970; undefined for what is no day. */
function momentOf({ y, m, d, mdy, time, time2 }: Groups): number | undefined {
	const [month, dayOfMonth, year] = mdy?.split('/') ?? [m, d, y];
	const clock = (time ?? time2)?.slice(1) ?? '00:00';
	const moment = Date.parse(`${year}-${month}-${dayOfMonth}T${clock}Z`);
	return Number.isNaN(moment) ? undefined : moment / 1000;
}

/**
 * Moves all days in a text, and the times of the day with them, and hands what is between them on.
 *
 * @param seconds how far; days without a time move by whole days
 */
export function moveDays(text: string, seconds: number, between: (part: string) => string): string {
	let moved = '';
	let last = 0;
	for (const found of text.matchAll(dated)) {
		const moment = momentOf(found.groups ?? {});
		if (moment === undefined) continue;
		moved += between(text.slice(last, found.index)) + written(found.groups ?? {}, moment, seconds);
		last = found.index + found[0].length;
	}
	return moved + between(text.slice(last));
}

function written(groups: Groups, moment: number, seconds: number): string {
	const time = groups.time ?? groups.time2;
	const by = time ? seconds : Math.trunc(seconds / day) * day;
	const [date = '', clock = ''] = new Date((moment + by) * 1000).toISOString().split('T');
	const [y, m, d] = date.split('-');
	const shown = groups.mdy ? `${m}/${d}/${y}` : [y, m, d].join(groups.s ?? '-');
	if (!time) return shown;
	const fraction = groups.fraction?.replaceAll(/\d/g, '0') ?? '';
	return shown + time.charAt(0) + clock.slice(0, time.length - 1) + fraction + (groups.zone ?? '');
}
