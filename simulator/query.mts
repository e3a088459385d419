import type { Problem } from './errors.mts';

/** How one query parameter is to be sent. */
export type QueryRule = (
	| { kind: 'text'; max?: number }
	| { kind: 'list'; commas?: 'refused'; values?: readonly string[] }
	| { kind: 'date' }
	/** A first and a last day: the key twice. */
	| { kind: 'dates' }
	| { kind: 'boolean' }
	| { kind: 'integer'; min: number; max: number }
	| { kind: 'choice'; values: readonly string[] }
) & { required?: boolean; anyCase?: boolean };

/** All query parameters of a call, by wire name. */
export type QueryRules = Readonly<Record<string, QueryRule>>;

type ValueOf<R extends QueryRule> = R extends { kind: 'list' | 'dates' }
	? string[]
	: R extends { kind: 'boolean' }
		? boolean
		: R extends { kind: 'integer' }
			? number
			: R extends { kind: 'choice'; values: readonly (infer V)[] }
				? V
				: string;

/** The values that the rules let through, typed; lists are empty when not sent. */
export type QueryValues<R extends QueryRules> = {
	[K in keyof R]: R[K] extends { required: true } | { kind: 'list' | 'dates' }
		? ValueOf<R[K]>
		: ValueOf<R[K]> | undefined;
};

/**
 * Checks a query string against a call's parameters. Nothing is bent into shape: a number is
 * digits, a boolean is `true` or `false`, a list repeats its key.
 *
 * Assumption: XI refuses unknown parameters, empty values, and a repeated key where one value is
 * meant. No document says so; here they are refused because each is a mistake of the caller.
 *
 * @param pairs names and values as sent, decoded, in order
 * @param rules the call's parameters
 */
export function checkQuery<const R extends QueryRules>(
	pairs: readonly (readonly [string, string])[],
	rules: R,
): { values: QueryValues<R>; problems: Problem[] } {
	const problems: Problem[] = [];
	const sent = new Map<string, string[]>();
	for (const [name, value] of pairs) {
		const known = wireName(name, rules);
		if (known === undefined) {
			problems.push({ field: name, value, message: 'Unknown query parameter' });
			continue;
		}
		const values = sent.get(known) ?? [];
		values.push(value);
		sent.set(known, values);
	}

	const values: Record<string, unknown> = {};
	for (const [field, rule] of Object.entries(rules)) {
		const given = sent.get(field) ?? [];
		if (rule.kind === 'list') {
			values[field] = given;
			for (const value of given) {
				if (value === '') problems.push({ field, value, message: 'Value cannot be blank' });
				else if (rule.commas === 'refused' && value.includes(',')) {
					problems.push({ field, value, message: 'Repeat the parameter; do not join with commas' });
				} else if (rule.values && !rule.values.includes(value)) {
					problems.push({ field, value, message: `Must be one of ${rule.values.join(', ')}` });
				}
			}
			continue;
		}
		if (rule.kind === 'dates') {
			values[field] = given;
			const message = given.length === 0 ? undefined : problemOfDates(given);
			if (message) problems.push({ field, value: given.join(','), message });
			continue;
		}
		const [value] = given;
		if (value === undefined) {
			if (rule.required) problems.push({ field, message: 'Required field is missing' });
			continue;
		}
		const read = given.length > 1 ? 'Only one value is allowed' : readValue(rule, value);
		if (typeof read === 'string') {
			problems.push({ field, value: given.join(','), message: read });
		} else {
			values[field] = read.value;
		}
	}
	// The loop above has filled each name with what its rule stands for.
	return { values: values as QueryValues<R>, problems };
}

function problemOfDates(given: readonly string[]): string | undefined {
	const [first = '', last = ''] = given;
	if (given.length !== 2) return 'Exactly two values are needed: repeat the parameter';
	if (!isDate(first) || !isDate(last)) return dateMessage;
	return first > last ? 'The start date is after the end date' : undefined;
}

/** The words of the official sample. */
export const dateMessage = 'input date format error expected format is - yyyy-MM-dd';

/** True for a day that exists, written `yyyy-MM-dd`. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wireName(name: string, rules: QueryRules): string | undefined {
	if (Object.hasOwn(rules, name)) return name;
	return Object.keys(rules).find(
		(known) => rules[known]?.anyCase && known.toLowerCase() === name.toLowerCase(),
	);
}

/** The value, or in words why it is none. */
function readValue(rule: QueryRule, value: string): { value: unknown } | string {
	if (value === '') return 'Value cannot be blank';
	switch (rule.kind) {
		case 'boolean':
			return value === 'true' || value === 'false'
				? { value: value === 'true' }
				: 'Must be true or false';
		case 'integer': {
			const number = /^-?\d{1,9}$/.test(value) ? Number(value) : NaN;
			return number >= rule.min && number <= rule.max
				? { value: number }
				: `Must be a whole number from ${rule.min} to ${rule.max}`;
		}
		case 'choice':
			return rule.values.includes(value) ? { value } : `Must be one of ${rule.values.join(', ')}`;
		case 'text':
			return rule.max !== undefined && value.length > rule.max
				? `At most ${rule.max} characters are allowed, ${value.length} were sent`
				: { value };
		case 'date':
			return isDate(value) ? { value } : dateMessage;
		case 'list':
		case 'dates':
			return { value };
	}
}
