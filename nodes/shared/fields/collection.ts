import { alphabetical } from '../alphabetical';
import { BadInput } from '../badInput';
import type { Field, Fields, Texts, Values } from './declaration';
import { propertiesOf, readFields } from './fieldSet';
import { asObject, quote } from './given';

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
		read: (value, label, reading) =>
			entriesOf(value, row.name, label).map((entry, position) => {
				const place = `${label}, entry ${position + 1}`;
				return readFields(row.fields, asObject(entry, label), place, reading);
			}),
	};
}
