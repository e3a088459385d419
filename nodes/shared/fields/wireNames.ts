import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, isBlank } from './field';
import { meantBy } from './nearNames';
import { isObject, isRecord } from '../records';

type Named = Record<string, unknown>;
type Property = Field['property'];

/** What the fields of a form that are not shown at once stand in; a list from JSON has them beside the others. */
const FOLDED = 'additionalFields';

const namesOf = (properties: readonly INodeProperties[]): Map<string, Property> =>
	new Map(
		properties.flatMap(
			(property): Array<[string, Property]> =>
				property.name === FOLDED && property.type === 'collection'
					? [[FOLDED, property], ...namesOf((property.options ?? []) as INodeProperties[])]
					: [[property.name, property]],
		),
	);

/** Names of plain values. */
export const namesKnown = (names: readonly string[]): ReadonlyMap<string, Property> =>
	new Map(names.map((name) => [name, { displayName: name, type: 'string', default: '' }]));

/** XI's lists of attributes, which the form has as fields by the names of the attributes. */
const ATTRIBUTE = namesKnown(['attributeName', 'attributeValue']);

/** The names that an object may hold where a field takes it, or each object of a list. */
function knownIn(
	{ type, options = [] }: Property,
	isEntry: boolean,
): ReadonlyMap<string, Property> | undefined {
	if (type === 'collection') return isEntry ? ATTRIBUTE : namesOf(options as INodeProperties[]);
	if (type !== 'fixedCollection') return undefined;
	return namesOf(options.flatMap((option) => ('values' in option ? option.values : [])));
}

/** The fields that stand in a form, a row or a collection, by their names on the wire; none elsewhere. */
export const fieldsWithin = (property: Property): ReadonlyMap<string, Property> =>
	knownIn(property, false) ?? new Map();

/** Whether a value has the form in which n8n stores rows and forms; a form comes without it in JSON. */
const isStored = (given: Named, { typeOptions, options = [] }: Property): boolean =>
	typeOptions?.multipleValues === true || options.some(({ name }) => name in given);

/**
 * Holds the names in JSON against those of XI, at any depth.
 *
 * @param property what reads it
 * @param label as sentences name it
 * @returns the names, with the names of what they stand in, that XI does not have
 * @throws BadInput for one that is near to a name of XI's: what it holds would be lost
 */
export function unknownNames(
	given: unknown,
	property: Property,
	label: string,
	path = '',
): string[] {
	if (Array.isArray(given)) {
		const known = knownIn(property, true);
		return known ? unknownInEach(given, known, label, path) : [];
	}
	const known = knownIn(property, false);
	if (!known || !isRecord(given)) return [];
	// As n8n stores it: one name, and under it the list of rows, or the one form.
	if (property.type === 'fixedCollection' && isStored(given, property)) {
		return Object.values(given).flatMap((rows) =>
			unknownNames([rows].flat(), property, label, path),
		);
	}
	return unknownIn(given, known, label, path);
}

/** The same of a list of objects, by the names that each may hold. */
export const unknownInEach = (
	entries: readonly unknown[],
	known: ReadonlyMap<string, Property>,
	label: string,
	path = '',
): string[] =>
	entries.flatMap((entry, position) =>
		isRecord(entry) ? unknownIn(entry, known, `${label}, entry ${position + 1}`, path) : [],
	);

/** The same of one object, by the names that it may hold. */
export function unknownIn(
	given: Named,
	known: ReadonlyMap<string, Property>,
	label: string,
	path = '',
): string[] {
	return Object.entries(given).flatMap(([name, value]) => {
		if (isBlank(value)) return [];
		const property = known.get(name);
		if (property) return unknownNames(value, property, `${name} in ${label}`, `${path}${name}.`);
		refuseNear(name, given, [...known.keys()], label);
		return [path + name];
	});
}

/** The numbers of a product, best first: a line that has one can do without those behind it. */
const PRODUCT_NUMBERS = ['ingramPartNumber', 'vendorPartNumber', 'upc'];

const isSpare = (name: string, given: Named): boolean =>
	PRODUCT_NUMBERS.slice(0, Math.max(0, PRODUCT_NUMBERS.indexOf(name))).some(
		(better) => !isBlank(given[better]),
	);

function refuseNear(name: string, given: Named, known: readonly string[], label: string): void {
	const meant = meantBy(name, known);
	if (!meant) return;
	const right = meant.names.map((one) => `"${one}"`).join(' or ');
	if (meant.isSame) {
		throw new BadInput(
			`${label} holds "${name}", which Ingram Micro writes ${right}`,
			'Correct the name: capitals count',
		);
	}
	// Where the right one has a value, this one is something else of the user's.
	if (meant.names.some((one) => !isBlank(given[one]))) return;
	if (meant.names.every((one) => isSpare(one, given))) return;
	throw new BadInput(
		`${label} holds the unknown name "${name}": use ${right}`,
		'Correct the name; if it means something else, remove it',
	);
}

const leftOut = new WeakMap<object, readonly string[]>();

/** Remembers for a checked list which names of its JSON are not in it, each once. */
export function noteLeftOut<List extends object>(list: List, names: readonly string[]): List {
	if (names.length > 0) leftOut.set(list, [...new Set(names)]);
	return list;
}

/** The names that were left out of a parameter's JSON; none for anything else. */
export const leftOutOf = (value: unknown): readonly string[] =>
	isObject(value) ? (leftOut.get(value) ?? []) : [];
