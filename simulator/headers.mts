import type { IncomingHttpHeaders } from 'node:http';
import {
	badRequest,
	invalidCustomerNumber,
	type Answer,
	type ErrorStyle,
	type Problem,
} from './errors.mts';
import type { Client, Customer } from './options.mts';

interface HeaderRule {
	max: number;
	/** What a value must look like, and the words for one that does not. */
	form?: { pattern: RegExp; message: string };
}

const rules = {
	'IM-CustomerNumber': {
		max: 10,
		form: {
			pattern: /^[0-9A-Z]{2}-[0-9A-Z]{4,6}$/i,
			message: 'Must look like xx-xxxx, xx-xxxxx or xx-xxxxxx',
		},
	},
	'IM-CountryCode': {
		max: 2,
		form: { pattern: /^[A-Z]{2}$/i, message: 'Must be a country code of two letters' },
	},
	'IM-CorrelationID': { max: 32 },
	'IM-SenderID': { max: 32 },
	'IM-CustomerContact': { max: 64 },
	'IM-ApplicationID': { max: 32 },
	// Only the older call for an invoice knows it.
	version: { max: 10 },
} as const satisfies Record<string, HeaderRule>;

/** A header of XI's own; all but one begin with IM. */
export type ImHeader = keyof typeof rules;

/** What nearly every call requires. */
export const usualHeaders: readonly ImHeader[] = [
	'IM-CustomerNumber',
	'IM-CountryCode',
	'IM-CorrelationID',
];

const ruleEntries: [string, HeaderRule][] = Object.entries(rules);
const knownNames = new Set(ruleEntries.map(([name]) => name.toLowerCase()));

/**
 * Checks the IM-* headers of a call as the official document's header tables have them.
 *
 * Assumption: a header that exists but that the call does not list is let through (the safe rule is
 * to send all of them everywhere); an IM-* header that no call knows is refused, to catch typos.
 *
 * Assumption: an account that the app is registered with has whatever number it has. Programs in
 * production send longer ones, and others than the table describes.
 *
 * @param headers as Node gives them, names in lower case
 * @param required those that this call must have
 * @param client the app that calls
 * @returns everything that is wrong, in the order of the table
 */
export function checkHeaders(
	headers: IncomingHttpHeaders,
	required: readonly ImHeader[],
	client: Client,
): Problem[] {
	const problems: Problem[] = [];
	for (const [field, rule] of ruleEntries) {
		const value = headerValue(headers, field);
		if (field === 'IM-CustomerNumber' && isRegistered(client, value)) continue;
		if (value === undefined) {
			if (required.some((name) => name === field)) {
				problems.push({ field, message: 'Required field is missing' });
			}
		} else if (value === '') {
			problems.push({ field, value, message: `${field} cannot be blank` });
		} else if (value.length > rule.max) {
			problems.push({
				field,
				value,
				message: `At most ${rule.max} characters are allowed, ${value.length} were sent`,
			});
		} else if (rule.form && !rule.form.pattern.test(value)) {
			problems.push({ field, value, message: rule.form.message });
		}
	}
	for (const name of Object.keys(headers)) {
		if (name.startsWith('im-') && !knownNames.has(name)) {
			problems.push({
				field: name,
				value: headerValue(headers, name) ?? '',
				message: 'Unknown header',
			});
		}
	}
	return problems;
}

const isRegistered = ({ customers }: Client, number: string | undefined): boolean =>
	customers.some(({ customerNumber }) => customerNumber === number);

/**
 * Finds the account that a call is made for. The headers must have passed `checkHeaders`.
 *
 * @param client the app that calls
 * @param style how the call words its errors
 * @returns the account, or the answer that refuses the call
 */
export function findCustomer(
	headers: IncomingHttpHeaders,
	client: Client,
	style: ErrorStyle,
): { customer: Customer } | { refusal: Answer } {
	const number = headerValue(headers, 'IM-CustomerNumber') ?? '';
	const country = headerValue(headers, 'IM-CountryCode') ?? '';
	const customer = client.customers.find(({ customerNumber }) => customerNumber === number);
	if (!customer) return { refusal: invalidCustomerNumber(number) };
	if (customer.countryCode.toUpperCase() !== country.toUpperCase()) {
		// Assumption: XI documents no answer for a country that is not the customer's.
		return {
			refusal: badRequest(style, [
				{
					field: 'IM-CountryCode',
					value: country,
					message: `Customer ${number} does not belong to this country`,
				},
			]),
		};
	}
	return { customer };
}

/** The headers that XI sends back as they came. */
export function echoedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
	const echoed: Record<string, string> = {};
	for (const name of ['IM-CorrelationID', 'IM-CountryCode', 'IM-SenderID']) {
		const value = headerValue(headers, name);
		if (value) echoed[name] = value;
	}
	return echoed;
}

function headerValue(headers: IncomingHttpHeaders, name: string): string | undefined {
	const value = headers[name.toLowerCase()];
	return Array.isArray(value) ? value.join(', ') : value;
}
