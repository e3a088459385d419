import { isDate } from '../../query.mts';

/** The start of a day that is written `MM/dd/yyyy`, in milliseconds; undefined for anything else. */
export function readDay(text: string | undefined): number | undefined {
	const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text ?? '') ?? [];
	const iso = `${year}-${month}-${day}`;
	return isDate(iso) ? Date.parse(`${iso}T00:00:00Z`) : undefined;
}
