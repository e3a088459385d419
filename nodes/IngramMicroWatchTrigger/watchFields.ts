import { BadInput } from '../shared/errors';
import {
	type Field,
	filters,
	isBlank,
	openChoices,
	quotedValue,
	someChoices,
	text,
	textList,
} from '../shared/fields/field';
import { QUOTE_STATUSES } from '../shared/xi/quotes';
import { RETURN_STATUSES } from '../shared/xi/returns';
import type { Change } from './watchedKind';

const MOST_DAYS = 730;
const MOST_NUMBERS = 20;

/** One number of days, or why it is none. */
function daysIn(entry: unknown, label: string): number {
	const number = typeof entry === 'string' ? Number(entry.trim()) : entry;
	const fits =
		typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST_DAYS;
	if (!fits) {
		throw new BadInput(
			`${label} holds ${quotedValue(entry)}; it must be whole numbers of days from 0 to ${MOST_DAYS}`,
			'Write them with commas between, e.g. 90, 30, 7',
		);
	}
	return number;
}

/** Several numbers of days in one text; an expression may also give a number, or a list. */
export const daysAhead = (initial: string, description: string): Field<number[]> => ({
	property: {
		displayName: 'Days Ahead',
		type: 'string',
		default: initial,
		placeholder: 'e.g. 90, 30, 7',
		required: true,
		description,
	},
	read(value, label) {
		const entries: unknown[] = [value]
			.flat(Infinity)
			.flatMap((entry) => (typeof entry === 'string' ? entry.split(/[,;\s]+/) : [entry]))
			.filter((entry) => !isBlank(entry));
		if (entries.length === 0 || entries.length > MOST_NUMBERS) {
			throw new BadInput(
				entries.length === 0
					? `${label} is empty`
					: `${label} holds ${entries.length} numbers; at most ${MOST_NUMBERS} are allowed`,
				'Give the numbers of days before the end, e.g. 90, 30, 7',
			);
		}
		const numbers = entries.map((entry) => daysIn(entry, label));
		return [...new Set(numbers)].sort((one, other) => one - other);
	},
});

/** Which changes start the workflow. One at least, since without any nothing ever would. */
export function changesOf(
	options: ReadonlyArray<{ name: string; value: Change; description: string }>,
	initial: Change[],
): Field<Change[]> {
	const field = someChoices('Changes', options, {
		default: initial,
		description: 'What starts the workflow',
		ifNone: 'Pick what is to start the workflow',
	});
	return { ...field, property: { ...field.property, required: true } };
}

const typedStatuses = textList('Statuses', {
	prose: true,
	placeholder: 'e.g. OPEN',
	addLabel: 'Add status',
	description:
		'Only with one of these statuses, as Ingram Micro or the items write them; capitals do not count',
});

const knownStatuses = (known: ReadonlyArray<{ name: string; value: string }>) =>
	openChoices('Statuses', known, {
		other: typedStatuses,
		description: 'Only with one of these statuses. An expression may give others.',
	});

/** The filter of returns. */
export const returnFilters = filters({ statuses: knownStatuses(RETURN_STATUSES) });

/** The manufacturer, as a filter. */
export const vendor = text('Vendor', {
	prose: true,
	placeholder: 'e.g. Cisco',
	description: 'Only those of this manufacturer. A part of the name is enough.',
});

/** The company for which something is, as a filter. */
export const endUser = text('End User', {
	prose: true,
	placeholder: 'e.g. Example Ltd',
	description: 'Only those for this company. A part of the name is enough.',
});

/** The filters of things that a manufacturer has for a company. */
export const nameFilters = filters({ vendor, endUser });

const types = textList('Types', {
	prose: true,
	placeholder: 'e.g. Credit Memo',
	addLabel: 'Add type',
	description:
		'Only of one of these types, as Ingram Micro writes them; capitals do not count. An invoice without a type is told whatever stands here.',
});

/** The filters of invoices. */
export const invoiceFilters = filters({ statuses: typedStatuses, types });

/** The filters of quotes, which have all three. */
export const quoteFilters = filters({
	vendor,
	endUser,
	statuses: knownStatuses(QUOTE_STATUSES),
});
