import { alphabetical } from '../alphabetical';
import { BadInput } from '../errors';
import {
	asObject,
	type Field,
	type Fields,
	propertiesOf,
	quotedValue,
	readFields,
	type Texts,
	type Values,
} from './declaration';

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
		read: (value, label, reading) => readFields(fields, asObject(value, label), label, reading),
	};
}

/**
 * The filters of a search. One that was added must hold something: an expression that gives nothing
 * would let everything through. A model that uses a tool leaves empty what it does not want.
 */
export const filters = <F extends Fields>(fields: F): Field<Values<F>> =>
	collection(
		'Filters',
		Object.fromEntries(
			Object.entries(fields).map(([name, field]) => [
				name,
				{ ...field, mustHold: field.mustHold ?? 'unlessModel' },
			]),
		) as F,
		{ addLabel: 'Add filter' },
	);

/** The entries of rows, as n8n stores them, or as a plain list that an expression or JSON gives. */
export function entriesOf(value: unknown, rowName: string, label: string): unknown[] {
	if (Array.isArray(value)) return value;
	const stored = asObject(value, label);
	if (Object.keys(stored).length > 0 && !(rowName in stored)) {
		throw new BadInput(`${label} is ${quotedValue(value)}; a list is expected`);
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
		read: (value, label, reading) =>
			entriesOf(value, row.name, label).map((entry, position) => {
				const place = `${label}, entry ${position + 1}`;
				return readFields(row.fields, asObject(entry, label), place, reading);
			}),
	};
}

/**
 * Rows of which each shows its first fields, while the rest waits in a collection of its own. They
 * read as if all stood side by side, which is also how a list from JSON has them.
 */
export function foldedRows<F extends Fields, M extends Fields>(
	displayName: string,
	row: { name: string; displayName: string; first: F; more: M; addLabel: string },
	texts: Texts & { addLabel: string },
): Field<Array<Values<F & M>>> {
	const fields: F & M = { ...row.first, ...row.more };
	const additionalFields = collection('Additional Fields', row.more, { addLabel: row.addLabel });
	const visible = { ...row.first, additionalFields };
	return {
		property: rows(displayName, { ...row, fields: visible }, texts).property,
		read: (value, label, reading) =>
			entriesOf(value, row.name, label).map((entry, position) => {
				const { additionalFields: more, ...first } = asObject(entry, label);
				const place = `${label}, entry ${position + 1}`;
				return readFields(fields, { ...asObject(more, place), ...first }, place, reading);
			}),
	};
}
