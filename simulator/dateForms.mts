import type { Answer } from './errors.mts';

export const dateForms = ['documented', 'digits', 'midnight', 'words'] as const;
type DateForm = (typeof dateForms)[number];

/** The members that hold a date. */
const IS_DATE = /date$|stamp$|^(?:created|modified|dealReceived)On$/i;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\S+?)([+-]\d\d:\d\d|Z)?)?$/;
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

function dateAs(form: DateForm, text: string): string {
	const [found, year, month, day, time, offset = ''] = DATE.exec(text) ?? [];
	if (found === undefined) return text;
	// As databases write a moment.
	if (time !== undefined) return `${year}-${month}-${day} ${time}${offset.replace(':', '')}`;
	if (form === 'midnight') return `${text}T00:00:00`;
	return form === 'digits'
		? `${year}${month}${day}`
		: `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
}

function valueAs(form: DateForm, value: unknown, name = ''): unknown {
	if (typeof value === 'string') return IS_DATE.test(name) ? dateAs(form, value) : value;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => valueAs(form, entry, name));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, valueAs(form, entry, key)]),
	);
}

/** A good answer with its dates in a form of another system than the documented one. */
export const withDatesAs = (form: DateForm, answer: Answer): Answer =>
	form !== 'documented' && answer.status < 300 && answer.body !== undefined
		? { ...answer, body: valueAs(form, answer.body) }
		: answer;
