import type { INodePropertyOptions } from 'n8n-workflow';

import { COUNTRIES } from '../countries';
import { checkText } from './text';
import { cleanIdentifier } from '../invisible';
import { countryCodeOf } from './placeNames';
import { type Field, shown, type Texts } from './declaration';

const RULES = {
	format: {
		pattern: /^[A-Z]{2}$/,
		words: 'a country such as Germany, or its two-letter ISO country code, e.g. DE',
	},
};

/** A list of countries with the choice of none in front, which is what a field that is not filled in has. */
const listOf = (
	none: string,
	countries: ReadonlyArray<INodePropertyOptions & { value: string }>,
): INodePropertyOptions[] => [{ name: none, value: '' }, ...countries];

/**
 * A country, picked from a list. An expression may also give its code, in any capitals, or its name in
 * the larger languages. A code that is in no list goes out as it is, since XI has its own.
 *
 * @param rules `none`: what the list calls no choice
 * @returns two capitals, or undefined where none was chosen. Throws BadInput for anything else
 */
export const country = (
	displayName: string,
	{ none, countries = COUNTRIES, ...texts }: Texts & { none: string; countries?: typeof COUNTRIES },
): Field<string | undefined> => ({
	property: {
		displayName,
		type: 'options',
		options: listOf(none, countries),
		default: '',
		...shown(texts),
	},
	read: (value, label, reading) =>
		checkText(
			countryCodeOf(typeof value === 'string' ? cleanIdentifier(value).text : value),
			label,
			RULES,
			reading,
		),
});
