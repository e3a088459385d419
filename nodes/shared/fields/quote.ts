import { BadInput } from '../badInput';
import { type Field, locator } from './field';

/**
 * How Ingram Micro writes the number of a quote. No document gives its form, so this only keeps out
 * what is none, a name say, or the number without its dashes.
 */
export const QUOTE_NUMBER = {
	pattern: /^[0-9A-Z]+(-[0-9A-Z]+)+$/i,
	words: 'an Ingram Micro quote number with its dashes, such as QUO-10926-Y8G1B3',
} as const;

/** A quote, picked from a live search or named by its number. May stay empty. */
export const quote = locator('Quote', {
	maxLength: 35,
	format: QUOTE_NUMBER,
	search: 'searchQuotes',
	listPlaceholder: 'Select a quote...',
	byNumber: {
		name: 'quoteNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By No.',
		placeholder: 'e.g. QUO-10926-Y8G1B3',
	},
	description:
		'The quote, picked from those of the last 30 days, found by a part of its number, its name or its end user, or given by its number',
});

/** The same, where the operation cannot do without it. */
export const requiredQuote: Field<string> = {
	property: { ...quote.property, required: true },
	read(value, label, reading) {
		const read = quote.read(value, label, reading);
		if (read === undefined) {
			throw new BadInput(`${label} is empty`, 'Pick a quote, or give its number');
		}
		return read;
	},
};
