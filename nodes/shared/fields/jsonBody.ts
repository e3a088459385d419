import { BadInput } from '../errors';
import {
	asObject,
	type Field,
	type Fields,
	json,
	readFields,
	refuseRounded,
	type Texts,
	wireFormOf,
} from './field';
import { noteLeftOut, unknownIn, unknownNames } from './wireNames';
import { isRecord } from '../records';

type Named = Record<string, unknown>;

/** An object with named values. A date, of JavaScript or of Luxon, is one value, which writes itself as a text. */
const isNamed = (value: unknown): value is Named => isRecord(value) && !('toJSON' in value);

const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0) ||
	(isNamed(value) && Object.keys(value).length === 0);

/** A body as it goes out: without what is empty, at any depth. What XI makes of empty texts is not documented. */
export function trimmed<T>(value: T): T {
	if (Array.isArray(value)) {
		return value.map(trimmed).filter((entry) => !isNothing(entry)) as T;
	}
	if (!isNamed(value)) return value;
	const kept = Object.entries(value)
		.map(([name, entry]) => [name, trimmed(entry)] as const)
		.filter(([, entry]) => !isNothing(entry));
	return Object.fromEntries(kept) as T;
}

/**
 * Lays checked values over the JSON that they were read from.
 *
 * @param keep whether names that we do not know go out as they came
 */
function overlay(given: unknown, read: unknown, label: string, keep: boolean): unknown {
	if (Array.isArray(given) && Array.isArray(read)) {
		// A list that was read into another one has no entries that belong together.
		if (given.length !== read.length) return read;
		return given.map((entry, position) =>
			overlay(entry, read[position], `${label}, entry ${position + 1}`, keep),
		);
	}
	if (!isNamed(given) || !isNamed(read)) return read;
	const laid = Object.entries(read).map(([name, value]) => [
		name,
		overlay(given[name], value, `${name} in ${label}`, keep),
	]);
	if (!keep) return Object.fromEntries(laid);
	const { additionalFields: _, ...others } = given;
	for (const [name, value] of Object.entries(others)) {
		if (!(name in read)) refuseRounded(value, `${name} in ${label}`);
	}
	return { ...others, ...(Object.fromEntries(laid) as Named) };
}

/**
 * A body as JSON, by its names on the wire, held against the same rules as the fields. Names that we
 * do not know are sent as well, since XI's documents lag behind its API; those that are near to one
 * that we know are refused.
 */
export function wireObject<Body>(
	displayName: string,
	fields: Fields,
	texts: Texts & { skeleton?: object },
): Field<Body> {
	const source = json(displayName, texts);
	const known = new Map(Object.entries(fields).map(([name, { property }]) => [name, property]));
	return {
		property: { ...source.property, required: true },
		read(value, label, reading) {
			const given = source.read(value, label, reading);
			if (given === undefined) throw new BadInput(`${label} is empty`, texts.description);
			const named = asObject(given, label);
			unknownIn(named, known, label);
			return overlay(named, readFields(fields, named, label, reading), label, true) as Body;
		},
	};
}

/**
 * A list as JSON, by the names on the wire of its entries, held against the same rules as rows. Such
 * lists come with much that is not for XI, so other names are left out, and `leftOutOf` tells them;
 * those that are near to one of XI's are refused.
 */
export function wireList<Entry>(
	displayName: string,
	entries: Field<Entry[]>,
	texts: Texts & { skeleton?: object },
): Field<Entry[]> {
	const source = json(displayName, texts);
	const { property, read: readEntries } = wireFormOf(entries);
	return {
		property: { ...source.property, required: true },
		read(value, label, reading) {
			const given = source.read(value, label, reading);
			if (given === undefined) throw new BadInput(`${label} is empty`, texts.description);
			if (!Array.isArray(given)) throw new BadInput(`${label} is not a list`, texts.description);
			const names = unknownNames(given, property, label);
			const read = overlay(given, readEntries(given, label, reading), label, false) as Entry[];
			return noteLeftOut(read, names);
		},
	};
}

/** The names of a form of texts without values, as a skeleton. */
export const bare = (named: object): Record<string, ''> =>
	Object.fromEntries(Object.keys(named).map((name) => [name, '']));

/**
 * Rows, or one form, that would be too deep for n8n's editor, as JSON in their place: by their names on
 * the wire, held against the same rules. Names that we do not know are sent as well; those that are near
 * to one that we know are refused. None reads as of the form itself: no rows, or no values.
 *
 * @param skeleton what the form holds without values: entries, or one object
 */
export function asJson<T>(form: Field<T>, skeleton: object): Field<T> {
	const { displayName, description } = form.property;
	const parts = Array.isArray(skeleton)
		? ', but parts that you do not need have to be taken out'
		: '';
	const source = json(displayName, {
		skeleton,
		isAdded: true,
		description: `${description}, as JSON by the names of Ingram Micro’s API. Empty values are left out${parts}.`,
	});
	return {
		property: source.property,
		onWire: form,
		read(value, label, reading) {
			const given = source.read(value, label, reading);
			unknownNames(given, form.property, label);
			return overlay(given, form.read(given, label, reading), label, true) as T;
		},
	};
}
