import { alphabetical } from '../alphabetical';
import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BadInput } from '../badInput';

/**
 * One parameter: how n8n shows it, and how the value that comes back is checked.
 *
 * `read` gets whatever n8n hands over: a literal, the result of an expression (so any type), or
 * nothing. It returns a value that is safe to send, or throws BadInput. `label` is the parameter's
 * shown name with the name of what it stands in, for use in sentences.
 */
export interface Field<T = unknown> {
	readonly property: Omit<INodeProperties, 'name'>;
	read(value: unknown, label: string): T;
	/** Inside a collection: where it was added it must have a value, since money depends on it. */
	readonly mustHold?: boolean;
	/** Names of other parameters, and the values of theirs for which this one is asked. */
	readonly when?: NonNullable<IDisplayOptions['show']>;
}

export type Fields = Record<string, Field>;

/** The checked values of a set of fields, inferred from their declaration. */
export type Values<F extends Fields> = {
	[K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export interface Texts {
	description?: string;
	placeholder?: string;
	hint?: string;
}

interface TextRules extends Texts {
	/** Most characters that XI takes. */
	maxLength?: number;
	/** What the value must look like, and the words that say so ("two letters, e.g. US"). */
	format?: { pattern: RegExp; words: string };
	default?: string;
}

/** A parameter's name as sentences show it: 'Keyword' in 'Filters'. */
export const labelOf = (displayName: string, within?: string): string =>
	within === undefined ? `'${displayName}'` : `'${displayName}' in ${within}`;

/** Whether a value counts as not given. */
export const isBlank = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || (typeof value === 'string' && value.trim().length === 0);

/** Any value as text; expressions may give objects that refer to themselves, or whole numbers of any size. */
function inWords(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return typeof value === 'bigint' ? value.toString() : `of the type ${typeof value}`;
	}
}

/** How a value that does not fit is quoted back: short, whatever it is. */
export function quote(value: unknown): string {
	const shown = typeof value === 'string' ? value : inWords(value);
	return shown.length > 60 ? `"${shown.slice(0, 57)}…"` : `"${shown}"`;
}

function checkText(value: unknown, label: string, rules: TextRules): string | undefined {
	if (isBlank(value)) return undefined;
	// Spreadsheets hand over part and account numbers as numbers.
	if (typeof value !== 'string' && !Number.isFinite(value)) {
		throw new BadInput(
			`${label} is ${Array.isArray(value) ? 'a list' : `of the type ${typeof value}`}, and a text is expected`,
			`Give one text, e.g. by picking one field of the input item: ${quote(value)} was given`,
		);
	}
	const text = (typeof value === 'string' ? value : inWords(value)).trim();
	if (rules.maxLength !== undefined && text.length > rules.maxLength) {
		throw new BadInput(
			`${label} has ${text.length} characters; at most ${rules.maxLength} are allowed`,
			`Shorten ${quote(text)}`,
		);
	}
	if (rules.format && !rules.format.pattern.test(text)) {
		throw new BadInput(`${label} is ${quote(text)}; it must be ${rules.format.words}`);
	}
	return text;
}

const textProperty = (displayName: string, rules: TextRules): Omit<INodeProperties, 'name'> => ({
	displayName,
	type: 'string',
	default: rules.default ?? '',
	...shown(rules),
});

/** The texts that were given, and none that were not. */
export function shown({ description, placeholder, hint }: Texts): Texts {
	return {
		...(description !== undefined && { description }),
		...(placeholder !== undefined && { placeholder }),
		...(hint !== undefined && { hint }),
	};
}

/** An optional text. Blank reads as undefined, so that it is left out of the request. */
export function text(displayName: string, rules: TextRules = {}): Field<string | undefined> {
	return {
		property: textProperty(displayName, rules),
		read: (value, label) => checkText(value, label, rules),
	};
}

/** A text that must be there. */
export function requiredText(displayName: string, rules: TextRules = {}): Field<string> {
	return {
		property: { ...textProperty(displayName, rules), required: true },
		read(value, label) {
			const read = checkText(value, label, rules);
			if (read === undefined) throw new BadInput(`${label} is empty`, rules.description);
			return read;
		},
	};
}

/**
 * Several texts, entered one below the other. An expression may also give a whole list. Blank
 * entries are dropped; nothing left reads as undefined.
 */
export function textList(
	displayName: string,
	rules: TextRules & { addLabel: string },
): Field<string[] | undefined> {
	return {
		property: {
			...textProperty(displayName, rules),
			default: [],
			typeOptions: { multipleValues: true, multipleValueButtonText: rules.addLabel },
		},
		read(value, label) {
			const entries: unknown[] = [value].flat(Infinity);
			const texts = entries
				.map((entry) => checkText(entry, label, rules))
				.filter((entry) => entry !== undefined);
			return texts.length > 0 ? texts : undefined;
		},
	};
}

export interface NumberRules extends Texts {
	min: number;
	max?: number;
	default: number;
}

export function readWholeNumber(value: unknown, label: string, { min, max }: NumberRules) {
	if (isBlank(value)) return undefined;
	const number = typeof value === 'string' ? Number(value) : value;
	const fits =
		typeof number === 'number' &&
		Number.isInteger(number) &&
		number >= min &&
		(max === undefined || number <= max);
	if (!fits) {
		const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
		throw new BadInput(`${label} is ${quote(value)}; it must be a whole number ${range}`);
	}
	return number;
}

/** A whole number within limits. Blank reads as the default. */
export function wholeNumber(displayName: string, rules: NumberRules): Field<number> {
	const { min, max } = rules;
	return {
		property: {
			displayName,
			type: 'number',
			default: rules.default,
			typeOptions: { minValue: min, ...(max !== undefined && { maxValue: max }) },
			...shown(rules),
		},
		read: (value, label) => readWholeNumber(value, label, rules) ?? rules.default,
	};
}

/** A whole number inside a collection: not added reads as undefined. */
export function optionalWholeNumber(
	displayName: string,
	rules: NumberRules,
): Field<number | undefined> {
	return {
		property: wholeNumber(displayName, rules).property,
		read: (value, label) => readWholeNumber(value, label, rules),
	};
}

function readBoolean(value: unknown, label: string): boolean | undefined {
	if (isBlank(value)) return undefined;
	if (typeof value === 'boolean') return value;
	const lowered = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (lowered === 'true') return true;
	if (lowered === 'false') return false;
	throw new BadInput(`${label} is ${quote(value)}; it must be true or false`);
}

/** A switch. `description` starts with "Whether". */
export function flag(
	displayName: string,
	{ default: initial, description }: { default: boolean; description: string },
): Field<boolean> {
	return {
		property: { displayName, type: 'boolean', default: initial, description },
		read: (value, label) => readBoolean(value, label) ?? initial,
	};
}

/**
 * A switch on which money depends: an expression that gives nothing is refused, and not read as off.
 */
export function strictFlag(
	displayName: string,
	rules: { default: boolean; description: string },
): Field<boolean> {
	return {
		property: flag(displayName, rules).property,
		read(value, label) {
			const read = readBoolean(value, label);
			if (read === undefined) {
				throw new BadInput(`${label} is empty; it must be true or false`, 'Check the expression');
			}
			return read;
		},
	};
}

/** A switch inside a collection: not added reads as undefined, so that XI's own default holds. */
export function optionalFlag(
	displayName: string,
	{ description, default: initial = false }: { description: string; default?: boolean },
): Field<boolean | undefined> {
	return {
		property: { displayName, type: 'boolean', default: initial, description },
		read: readBoolean,
	};
}

type Choice<V extends string> = INodePropertyOptions & { value: V };

/** Finds the choice that a value names: by stored value, or by shown name, in any case. */
function findChoice<V extends string>(
	value: unknown,
	label: string,
	choices: ReadonlyArray<Choice<V>>,
): V {
	const wanted = String(value).trim().toLowerCase();
	const found = choices.find(
		(choice) => choice.value.toLowerCase() === wanted || choice.name.toLowerCase() === wanted,
	);
	if (!found) {
		throw new BadInput(
			`${label} is ${quote(value)}, which is not one of its choices`,
			`Choose one of: ${choices.map(({ name }) => name).join(', ')}`,
		);
	}
	return found.value;
}

/** One of several choices that is always set. */
export function choice<V extends string>(
	displayName: string,
	choices: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V },
): Field<V> {
	return {
		property: {
			displayName,
			type: 'options',
			options: [...choices],
			default: rules.default,
			...shown(rules),
		},
		read: (value, label) => (isBlank(value) ? rules.default : findChoice(value, label, choices)),
	};
}

/** One of several choices inside a collection: not added reads as undefined. */
export function optionalChoice<V extends string>(
	displayName: string,
	choices: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V },
): Field<V | undefined> {
	return {
		property: choice(displayName, choices, rules).property,
		read: (value, label) => (isBlank(value) ? undefined : findChoice(value, label, choices)),
	};
}

/** Several of a set of choices. An expression may give a list or a comma-separated text. */
export function choices<V extends string>(
	displayName: string,
	options: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V[] },
): Field<V[]> {
	return {
		property: {
			displayName,
			type: 'multiOptions',
			options: [...options],
			default: rules.default,
			...shown(rules),
		},
		read(value, label) {
			if (value === undefined || value === null) return rules.default;
			const entries: unknown[] = typeof value === 'string' ? value.split(',') : [value].flat();
			return entries
				.filter((entry) => !isBlank(entry))
				.map((entry) => findChoice(entry, label, options));
		},
	};
}

/** Reads each of a set of fields out of an object, naming the place in each sentence. */
export function readFields<F extends Fields>(
	fields: F,
	values: Record<string, unknown>,
	within?: string,
): Values<F> {
	const read = Object.entries(fields).map(([name, field]) => {
		const label = labelOf(field.property.displayName, within);
		// What was added and has no value is an expression that gave none: not the same as not added.
		if (field.mustHold && name in values && isBlank(values[name])) {
			throw new BadInput(`${label} is empty`, 'Check the expression, or remove it');
		}
		return [name, field.read(values[name], label)];
	});
	return Object.fromEntries(read) as Values<F>;
}

/** An object with named values; nothing reads as an empty one. */
export const asObject = (value: unknown, label: string): Record<string, unknown> => {
	if (isBlank(value)) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new BadInput(`${label} is ${quote(value)}; an object with named values is expected`);
	}
	return value as Record<string, unknown>;
};

/** The n8n properties of a set of fields, each under its name. */
export const propertiesOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));

/** Optional fields that a person adds one by one. Sorted by shown name, as n8n wants it. */
export function collection<F extends Fields>(
	displayName: string,
	fields: F,
	rules: Texts & { addLabel: string },
): Field<Values<F>> {
	return {
		property: {
			displayName,
			type: 'collection',
			placeholder: rules.addLabel,
			default: {},
			options: propertiesOf(fields).sort((a, b) => alphabetical(a.displayName, b.displayName)),
			...(rules.description !== undefined && { description: rules.description }),
		},
		read: (value, label) => readFields(fields, asObject(value, label), label),
	};
}

/** The entries of rows, as n8n stores them, or as a plain list that an expression or JSON gives. */
export function entriesOf(value: unknown, rowName: string, label: string): unknown[] {
	if (Array.isArray(value)) return value;
	const stored = asObject(value, label);
	if (Object.keys(stored).length > 0 && !(rowName in stored)) {
		throw new BadInput(`${label} is ${quote(value)}; a list is expected`);
	}
	return [stored[rowName] ?? []].flat();
}

/** Rows of fields: a list of small forms. None reads as an empty list. */
export function rows<F extends Fields>(
	displayName: string,
	row: { name: string; displayName: string; fields: F },
	rules: Texts & { addLabel: string },
): Field<Array<Values<F>>> {
	return {
		property: {
			displayName,
			type: 'fixedCollection',
			placeholder: rules.addLabel,
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ name: row.name, displayName: row.displayName, values: propertiesOf(row.fields) }],
			...(rules.description !== undefined && { description: rules.description }),
		},
		read: (value, label) =>
			entriesOf(value, row.name, label).map((entry, position) =>
				readFields(row.fields, asObject(entry, label), `${label}, entry ${position + 1}`),
			),
	};
}

/** A field that, where it was added to a collection, must have a value. */
export const mustHold = <T>(field: Field<T>): Field<T> => ({ ...field, mustHold: true });

/** A field that must have a value. */
export const required = <T>(field: Field<T | undefined>, remedy?: string): Field<T> => ({
	...field,
	property: { ...field.property, required: true },
	read(value, label) {
		const read = field.read(value, label);
		if (read === undefined) throw new BadInput(`${label} is empty`, remedy);
		return read;
	},
});

/** A field that is asked only where other parameters have certain values; elsewhere undefined. */
export function when<T>(
	show: NonNullable<IDisplayOptions['show']>,
	field: Field<T>,
): Field<T | undefined> {
	return { ...field, when: show, property: { ...field.property, displayOptions: { show } } };
}

function parse(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/** JSON, typed in or given by an expression; a text is parsed. Blank reads as undefined. */
export function json(displayName: string, rules: Texts & { default?: string }): Field {
	return {
		property: {
			displayName,
			type: 'json',
			default: rules.default ?? '',
			...shown(rules),
		},
		read(value, label) {
			if (isBlank(value)) return undefined;
			if (typeof value !== 'string') return value;
			const parsed = parse(value);
			if ('problem' in parsed) {
				throw new BadInput(
					`${label} is not valid JSON: ${parsed.problem}`,
					'Correct the JSON, or use an expression that gives the list itself',
				);
			}
			return parsed.value;
		},
	};
}

interface LocatorMode {
	name: string;
	displayName: string;
	placeholder: string;
}

/**
 * A thing that is picked from a live list or named by its number. Blank reads as undefined.
 * `search` is the name of a list search method of the node.
 */
export function locator(
	displayName: string,
	rules: TextRules & { search: string; listPlaceholder: string; byNumber: LocatorMode },
): Field<string | undefined> {
	return {
		property: {
			displayName,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...shown(rules),
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: rules.listPlaceholder,
					typeOptions: { searchListMethod: rules.search, searchable: true },
				},
				{ ...rules.byNumber, type: 'string' },
			],
		},
		read(value, label) {
			const picked =
				typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
			return checkText(picked, label, rules);
		},
	};
}
