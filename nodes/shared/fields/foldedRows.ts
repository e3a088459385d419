import {
	asObject,
	collection,
	entriesOf,
	type Field,
	type Fields,
	readFields,
	rows,
	type Texts,
	type Values,
} from './field';

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
	return {
		property: rows(displayName, { ...row, fields: { ...row.first, additionalFields } }, texts)
			.property,
		read: (value, label) =>
			entriesOf(value, row.name, label).map((entry, position) => {
				const { additionalFields: more, ...first } = asObject(entry, label);
				const place = `${label}, entry ${position + 1}`;
				return readFields(fields, { ...asObject(more, place), ...first }, place);
			}),
	};
}
