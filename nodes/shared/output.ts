import { alphabetical } from './alphabetical';
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { choice, choices, when } from './fields/field';
import { numberOrText } from './number';
import { tidy } from './tidy';

/** Whether a field is part of the Simplified output, for all records or by the record. */
export type Simplified = boolean | ((record: IDataObject) => boolean);

/** One thing that a person may pick from an answer: its shown name, and where it stands in the record. */
export interface OutputField {
	readonly name: string;
	/** Path in XI's record, parts joined by dots. Left out: the key itself. */
	readonly path?: string;
	/** Computes the value where a path is not enough. */
	readonly value?: (record: IDataObject) => unknown;
	/** The switch of the request without which XI leaves this out. */
	readonly needs?: string;
	/**
	 * Is part of the Simplified output (ten fields at the most). An operation that can return records
	 * of several kinds, say orders or their lines, tells by the record.
	 */
	readonly simplified?: Simplified;
}

/** What an operation's records hold, by the key that the output gets. */
export type Output = Readonly<Record<string, OutputField>>;

/** The output parameters of an operation that reads. */
export const outputParameters = (output: Output) => ({
	output: choice(
		'Output',
		[
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The few fields that most workflows need, flattened',
			},
			{ name: 'Raw', value: 'raw', description: 'Everything that Ingram Micro answered' },
			{
				name: 'Selected Fields',
				value: 'selectedFields',
				description: 'Only the fields you pick',
			},
		],
		{ default: 'simplified', description: 'How much of the answer to return' },
	),
	fields: when(
		{ output: ['selectedFields'] },
		choices('Fields', fieldChoices(output), {
			default: simplifiedKeys(output),
			description: 'The fields to return',
		}),
	),
});

const simplifiedKeys = (output: Output, record: IDataObject = {}) =>
	Object.keys(output).filter((key) => {
		const { simplified = false } = output[key];
		return typeof simplified === 'boolean' ? simplified : simplified(record);
	});

const fieldChoices = (output: Output): Array<INodePropertyOptions & { value: string }> =>
	Object.entries(output)
		.map(([value, { name }]) => ({ name, value }))
		.sort((a, b) => alphabetical(a.name, b.name));

/** The value at a dotted path, undefined where any part of it is missing. */
export function at(record: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[key]
					: undefined,
			record,
		);
}

/** Makes fields whose values are found at a path in a way of their own. */
export const fieldBy =
	(find: (record: unknown, path: string) => unknown) =>
	(name: string, path: string, simplified: Simplified = false): OutputField => ({
		name,
		simplified,
		value: (record) => find(record, path),
	});

/** A field that is a number, which XI sends as text in many places. What is none stays as it came. */
export const numberAt = fieldBy((record, path) => numberOrText(at(record, path)));

/** The name of a field in XI's record. */
const nameOf = (key: string, { path, value }: OutputField): string =>
	value ? key : (path ?? key).replace(/^.*\./, '');

/**
 * A record as the user wants it. Raw returns XI's own object; else the picked keys, tidied, and null
 * where XI left one out, so that every item has the same columns.
 */
export function project(
	output: Output,
	record: IDataObject,
	wanted: { output: string; fields?: string[] },
): IDataObject {
	if (wanted.output === 'raw') return record;
	const keys =
		wanted.output === 'simplified' ? simplifiedKeys(output, record) : (wanted.fields ?? []);
	return Object.fromEntries(
		keys.map((key) => {
			const { path, value } = output[key];
			const found = value ? value(record) : at(record, path ?? key);
			return [key, tidy(found, nameOf(key, output[key])) ?? null];
		}),
	);
}

/** The switches that a request needs for what the user picked to be in the answer. */
export function switchesFor(
	output: Output,
	wanted: { output?: string; fields?: string[] },
): Record<string, true> {
	if (wanted.output !== 'selectedFields') return {};
	const needed = (wanted.fields ?? []).flatMap((key) => output[key]?.needs ?? []);
	return Object.fromEntries(needed.map((name) => [name, true]));
}
