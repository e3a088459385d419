import { alphabetical } from '../alphabetical';
import { collection, entriesOf, rows } from './collection';
import type { Field, Fields, Texts, Values } from './declaration';
import { readFields } from './fieldSet';
import { asObject } from './given';

/** n8n wants five or more fields sorted by their shown names; fewer keep their own order. */
const inOrder = (fields: Fields): Fields => {
	const entries = Object.entries(fields);
	if (entries.length < 5) return fields;
	const shownName = ([, { property }]: [string, Fields[string]]): string => property.displayName;
	return Object.fromEntries(
		entries.sort((one, other) => alphabetical(shownName(one), shownName(other))),
	);
};

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
	const visible = inOrder({ ...row.first, additionalFields });
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
