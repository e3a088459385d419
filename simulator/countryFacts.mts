import type { CountryName } from './countryProfiles.mts';

/** Something that is said of Ingram Micro's service in a country. */
export interface CountryFact {
	fact: string;
	/**
	 * `official document`: Ingram Micro's OpenAPI document or its samples. `field report`: what public
	 * programs that work with real accounts do, or answers that they recorded. `assumption`: ours.
	 */
	source: 'official document' | 'field report' | 'assumption';
	/** `certain`: recorded or said twice. `likely`: said once, or done by one program. `guess`: a hint. */
	sure: 'certain' | 'likely' | 'guess';
}

const everywhere: readonly CountryFact[] = [
	{
		fact: 'An order that says nothing about partial orders is taken in part: good lines are ordered, bad ones rejected',
		source: 'field report',
		sure: 'certain',
	},
	{
		fact: 'The answer of an order may be in capitals, and a search by PO number may find other POs too',
		source: 'field report',
		sure: 'likely',
	},
];

const details = (sure: CountryFact['sure']): CountryFact => ({
	fact: 'Product details by Ingram part number are offered in the USA, India and the Netherlands only',
	source: 'official document',
	sure,
});

/** What is known of each country, what matters most first. */
export const countryFacts: Readonly<Record<CountryName, readonly CountryFact[]>> = {
	US: [
		{
			fact: 'Order numbers are two digits, a dash and five letters or digits; lines are 001, 002 and on',
			source: 'official document',
			sure: 'certain',
		},
		...everywhere,
		{
			fact: 'Only the USA has government discounts',
			source: 'official document',
			sure: 'likely',
		},
		details('likely'),
	],
	SG: [
		{
			fact: 'Order numbers are ten digits, lines are numbered in tens (10, 20), the order type is ZOR',
			source: 'official document',
			sure: 'certain',
		},
		{
			fact: 'The answer of an order has a moment with an offset for its date, and neither parts of an order nor vendor part numbers',
			source: 'official document',
			sure: 'likely',
		},
		{
			fact: 'SAP countries take orders in part; whether that can be switched off depends on the back-order settings of the account',
			source: 'official document',
			sure: 'likely',
		},
		{ fact: 'Programs always allow partial orders here', source: 'field report', sure: 'likely' },
		...everywhere,
		{
			fact: 'Warehouses are named like SG01; the state of an address is SG, or none',
			source: 'official document',
			sure: 'likely',
		},
		details('likely'),
		{
			fact: 'An order that is not to be taken in part is refused as a whole, as elsewhere',
			source: 'assumption',
			sure: 'guess',
		},
		{
			fact: 'An order here can be held, modified and cancelled; its invoices have numbers of digits alone',
			source: 'assumption',
			sure: 'guess',
		},
	],
	IN: [
		{
			fact: 'Order numbers are digits alone with a dash (NN-NNNNN)',
			source: 'field report',
			sure: 'certain',
		},
		{
			fact: 'The address on file has a number for its state, and a postal code of three digits',
			source: 'field report',
			sure: 'certain',
		},
		{
			fact: 'A line that cannot be shipped is rejected with EW and a reason with several blanks in it',
			source: 'field report',
			sure: 'certain',
		},
		...everywhere,
		{
			fact: 'Customer numbers have letters behind the dash',
			source: 'field report',
			sure: 'likely',
		},
		{
			fact: 'Some accounts have the country code IA, others IN',
			source: 'field report',
			sure: 'likely',
		},
		details('likely'),
	],
	NL: [
		{
			fact: 'Addresses have no state; it is left out of answers',
			source: 'assumption',
			sure: 'guess',
		},
		{
			fact: 'Order numbers and lines look as in the USA',
			source: 'assumption',
			sure: 'guess',
		},
		...everywhere,
		details('likely'),
	],
};
