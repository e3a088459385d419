import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { BadInput } from '../errors';
import { showsNothing } from '../invisible';

/** What a value is read with, besides the value itself. */
export interface Reading {
	/** The time zone of the workflow, e.g. `Europe/Berlin`. Undefined, or unknown to Intl: days are read as they are written. */
	readonly zone?: string;
	/** Whether what was added may be empty: a model leaves empty what it does not want. */
	readonly mayBeEmpty?: boolean;
	/** Told what was cleaned away: "a zero-width space (U+200B) was removed from 'Product'". */
	note?(change: string): void;
	/** Told of a code that came as a number, and may have lost zeros in front. */
	cameAsNumber?(label: string): void;
	/** Told that what is read was made up for this reading, such as an ID or the time of now. */
	madeUp?(): void;
}

/**
 * One parameter: how n8n shows it, and how the value that comes back is checked.
 *
 * `read` gets whatever n8n hands over: a literal, the result of an expression (so any type), or
 * nothing. It returns a value that is safe to send, or throws BadInput. `label` is the parameter's
 * shown name with the name of what it stands in, for use in sentences. A field that reads by other
 * fields hands `reading` on to them.
 */
export interface Field<T = unknown> {
	readonly property: Omit<INodeProperties, 'name'>;
	read(value: unknown, label: string, reading?: Reading): T;
	/** Puts the values of the fields around it in order before any is read; gives those that change. */
	arrange?(values: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown>;
	/**
	 * Inside a collection: where it was added it must have a value, since money depends on it (always), or
	 * since a search would let everything through (unless a model left it empty).
	 */
	readonly mustHold?: 'always' | 'unlessModel';
	/** What reads it in the midst of JSON, where its form in n8n is another: there its names count. */
	readonly onWire?: Field;
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

/** The texts that were given, and none that were not. */
export function shown({ description, placeholder, hint }: Texts): Texts {
	return {
		...(description !== undefined && { description }),
		...(placeholder !== undefined && { placeholder }),
		...(hint !== undefined && { hint }),
	};
}

/** A parameter's name as sentences show it: 'Keyword' in 'Filters'. */
export const labelOf = (displayName: string, within?: string): string =>
	within === undefined ? `'${displayName}'` : `'${displayName}' in ${within}`;

/** Whether a value counts as not given. */
export const isBlank = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || (typeof value === 'string' && showsNothing(value));

/** Any value as text; expressions may give objects that refer to themselves, or whole numbers of any size. */
export function inWords(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return typeof value === 'bigint' ? value.toString() : `of the type ${typeof value}`;
	}
}

/** How a value that does not fit is quoted back: short, whatever it is. */
export function quotedValue(value: unknown): string {
	const shown = typeof value === 'string' ? value : inWords(value);
	return shown.length > 60 ? `"${shown.slice(0, 57)}…"` : `"${shown}"`;
}

/** An object with named values; nothing reads as an empty one. */
export const asObject = (value: unknown, label: string): Record<string, unknown> => {
	if (isBlank(value)) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new BadInput(
			`${label} is ${quotedValue(value)}; an object with named values is expected`,
		);
	}
	return value as Record<string, unknown>;
};

/** The n8n properties of a set of fields, each under its name. */
export const propertiesOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));

const arranged = (fields: Fields, given: Record<string, unknown>): Record<string, unknown> =>
	Object.values(fields).reduce(
		(values, field) => (field.arrange ? { ...values, ...field.arrange(values, fields) } : values),
		given,
	);

/** Whether what was read says nothing: no value, or an empty list. */
const holdsNothing = (value: unknown): boolean =>
	value === undefined || (Array.isArray(value) && value.length === 0);

/** Reads each of a set of fields out of an object, naming the place in each sentence. */
export function readFields<F extends Fields>(
	fields: F,
	given: Record<string, unknown>,
	within?: string,
	reading?: Reading,
): Values<F> {
	const values = arranged(fields, given);
	const read = Object.entries(fields).map(([name, field]) => {
		const label = labelOf(field.property.displayName, within);
		// What was added and has no value is an expression that gave none: not the same as not added.
		const mustHold = field.mustHold === 'always' || (field.mustHold && !reading?.mayBeEmpty);
		const refuse = (): never => {
			throw new BadInput(`${label} is empty`, 'Check the expression, or remove it');
		};
		if (mustHold && name in values && isBlank(values[name])) refuse();
		const value: unknown = field.read(values[name], label, reading);
		if (mustHold && name in values && holdsNothing(value)) refuse();
		return [name, value];
	});
	return Object.fromEntries(read) as Values<F>;
}

/** A field as it reads in the midst of JSON, which is to the same. */
export const wireFormOf = <T>(field: Field<T>): Field<T> =>
	(field.onWire as Field<T> | undefined) ?? field;

/** Fields as they read in the midst of JSON. */
export const onWire = <F extends Fields>(fields: F): F =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, wireFormOf(field)])) as F;

/** A field that, where it was added to a collection, must have a value. */
export const mustHold = <T>(field: Field<T>): Field<T> => ({ ...field, mustHold: 'always' });

/** The same for what narrows down what is read; a model leaves empty what it does not want. */
export const narrowing = <T>(field: Field<T>): Field<T> => ({
	...field,
	mustHold: field.mustHold ?? 'unlessModel',
});

/** A field that must have a value. */
export const required = <T>(field: Field<T | undefined>, remedy?: string): Field<T> => ({
	...field,
	property: { ...field.property, required: true },
	read(value, label, reading) {
		const read = field.read(value, label, reading);
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
