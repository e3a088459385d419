import type { Customer } from './options.mts';
import type { QuirkSettings } from './quirks.mts';
import { countryFacts, type CountryFact } from './countryFacts.mts';

/** An address on file, without the account's own name. */
export interface PlaceOnFile {
	city: string;
	/** Left out where the country has none. */
	state?: string;
	postalCode: string;
}

/** How Ingram Micro differs in a country, as far as it is known. */
export interface CountryProfile {
	/** As people call it, for example `Singapore (SAP)`. */
	name: string;
	/** The account that is registered with the app. */
	customer: Customer;
	/** What is in force from the start; `quirks` of the options win over it. */
	quirks: QuirkSettings;
	/** What of it is known, from where, and how surely. */
	facts: readonly CountryFact[];
}

/** Countries that the simulator can be, by the code that `--country` takes. */
export const countryNames = ['US', 'SG', 'IN', 'NL'] as const;

export type CountryName = (typeof countryNames)[number];

const profiles: Readonly<Record<CountryName, Omit<CountryProfile, 'facts'>>> = {
	US: {
		name: 'United States',
		customer: { customerNumber: '20-222222', countryCode: 'US' },
		quirks: {},
	},
	SG: {
		name: 'Singapore (SAP)',
		customer: { customerNumber: '65-SBX001', countryCode: 'SG' },
		quirks: {
			orderNumbers: 'digits',
			lineNumbers: 'tens',
			orderTypes: 'sap',
			orderDates: 'moment',
			leanOrders: true,
		},
	},
	IN: {
		name: 'India',
		customer: { customerNumber: '40-INRSLR', countryCode: 'IN' },
		quirks: { orderNumbers: 'dashedDigits' },
	},
	NL: {
		name: 'Netherlands (no states)',
		customer: { customerNumber: '31-444444', countryCode: 'NL' },
		quirks: {},
	},
};

/** The profile of a country. */
export function profileOf(country: CountryName): CountryProfile {
	return { ...profiles[country], facts: countryFacts[country] };
}

/**
 * Reads a country's name, in whatever letters.
 *
 * @throws TypeError that lists the countries
 */
export function readCountry(text: string): CountryName {
	const found = countryNames.find((name) => name === text.trim().toUpperCase());
	if (found) return found;
	const list = countryNames.map((name) => `${name} (${profiles[name].name})`).join(', ');
	throw new TypeError(`--country must be one of ${list}, not "${text}"`);
}

const places: Readonly<Record<string, PlaceOnFile>> = {
	US: { city: 'IRVINE', state: 'CA', postalCode: '926120000' },
	SG: { city: 'SINGAPORE', state: 'SG', postalCode: '018956' },
	IN: { city: 'MUMBAI', state: '27', postalCode: '400' },
};

/** Where accounts of a country are at home; made up, in the country's form. */
export function placeOf(countryCode: string): PlaceOnFile {
	return places[countryCode.toUpperCase()] ?? { city: 'EXAMPLETOWN', postalCode: '12345' };
}
