import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What a value is read with, besides the value itself. */
export interface Reading {
	/** The time zone of the workflow, e.g. `Europe/Berlin`. Undefined, or unknown to Intl: days are read as they are written. */
	readonly zone?: string;
	/** Told what was cleaned away: "a zero-width space (U+200B) was removed from 'Product'". */
	note?(change: string): void;
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
