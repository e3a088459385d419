import { alphabetical } from '../alphabetical';
import { BadInput } from '../errors';
import {
	asObject,
	type Field,
	type Fields,
	narrowing,
	onWire,
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
			Object.entries(fields).map(([name, field]) => [name, narrowing(field)]),
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

/** A list of small forms, as n8n stores and shows it. */
const rowsProperty = (
	displayName: string,
	row: { name: string; displayName: string },
	fields: Fields,
	rules: Texts & { addLabel: string },
): Field['property'] => ({
	displayName,
	type: 'fixedCollection',
	placeholder: rules.addLabel,
	typeOptions: { multipleValues: true },
	default: {},
	options: [{ name: row.name, displayName: row.displayName, values: propertiesOf(fields) }],
	...(rules.description !== undefined && { description: rules.description }),
});

/**
 * Rows of fields: a list of small forms. None reads as an empty list.
 *
 * @param row `unshown`: what only JSON names by itself, since in the form another field stands for it
 */
export function rows<F extends Fields, U extends Fields = Record<never, Field>>(
	displayName: string,
	row: { name: string; displayName: string; fields: F; unshown?: U },
	rules: Texts & { addLabel: string },
): Field<Array<Values<F & U>>> {
	const fields = { ...row.fields, ...row.unshown } as F & U;
	const read: Field<Array<Values<F & U>>>['read'] = (value, label, reading) =>
		entriesOf(value, row.name, label).map((entry, position) => {
			const place = `${label}, entry ${position + 1}`;
			return readFields(fields, asObject(entry, label), place, reading);
		});
	return {
		property: rowsProperty(displayName, row, row.fields, rules),
		read,
		...(row.unshown && {
			onWire: { property: rowsProperty(displayName, row, fields, rules), read },
		}),
	};
}

/**
 * Rows of which each shows its first fields, while the rest waits in a collection of its own. They
 * read as if all stood side by side, which is also how a list from JSON has them.
 *
 * @param row `unshown`: as of rows
 */
export function foldedRows<
	F extends Fields,
	M extends Fields,
	U extends Fields = Record<never, Field>,
>(
	displayName: string,
	row: {
		name: string;
		displayName: string;
		first: F;
		more: M;
		unshown?: U;
		addLabel: string;
	},
	texts: Texts & { addLabel: string },
): Field<Array<Values<F & M & U>>> {
	const fields = { ...row.first, ...row.more, ...row.unshown } as F & M & U;
	const propertyWith = (more: Fields): Field['property'] => {
		const additionalFields = collection('Additional Fields', more, { addLabel: row.addLabel });
		return rowsProperty(displayName, row, { ...row.first, additionalFields }, texts);
	};
	const readBy =
		(by: F & M & U): Field<Array<Values<F & M & U>>>['read'] =>
		(value, label, reading) =>
			entriesOf(value, row.name, label).map((entry, position) => {
				const { additionalFields: more, ...first } = asObject(entry, label);
				const place = `${label}, entry ${position + 1}`;
				return readFields(by, { ...asObject(more, place), ...first }, place, reading);
			});
	return {
		property: propertyWith(row.more),
		read: readBy(fields),
		onWire: {
			property: propertyWith(onWire({ ...row.more, ...row.unshown })),
			read: readBy(onWire(fields)),
		},
	};
}
