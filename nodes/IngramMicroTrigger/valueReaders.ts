import type { IDataObject } from 'n8n-workflow';

import { numberOrText } from '../shared/amounts';
import { spelledDay, spelledMoment } from '../shared/dateSpelling';
import { withoutRepeats } from '../shared/output';
import { isRecord } from '../shared/records';
import { normalStatus } from '../shared/dictionary';
import { serialNumbersIn, trackingNumbersIn } from '../shared/xi/parcels';
import { tidy, withoutBlanks, yesOrNo } from '../shared/tidy';

/**
 * How one value of an event is read, whatever it came as. A reader never throws: what is missing or
 * makes no sense reads as null, or as an empty list.
 */
export type Reader<T> = (value: unknown) => T;

/** Names that JavaScript gives a meaning of their own, and that no event of XI has. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** XI nests some ten levels deep; what goes on for ever would break what comes after us. */
const DEEPEST = 64;

/** Finds an entry of an object by a name in any capitals, since XI's vary; undefined if there is none. */
export type Entries = (name: string) => unknown;

/**
 * The entries of an object; anything else has none. Of names that differ in capitals only, the one
 * that is spelt as asked for counts, else the first.
 */
export function entriesIn(value: unknown): Entries {
	if (!isRecord(value)) return () => undefined;
	let byLowerCase: Map<string, unknown> | undefined;
	return (name) => {
		// Most are spelt as documented, and a stock event has tens of thousands of them.
		if (Object.hasOwn(value, name)) return value[name];
		byLowerCase ??= new Map(
			Object.entries(value)
				.toReversed()
				.map(([key, entry]) => [key.toLowerCase(), entry]),
		);
		return byLowerCase.get(name.toLowerCase());
	};
}

/** A list, whether it came as one, as its only entry, or not at all. */
export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text without blanks around it. Numbers count as text; nothing, or blanks only, is null. */
export const text: Reader<string | null> = (value) => {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') return null;
	return withoutBlanks(value) || null;
};

/** A number that came as one or as text; a text that is none for certain stays as it is. */
export const number: Reader<number | string | null> = (value) => {
	const found = numberOrText(value);
	return typeof found === 'number' ? found : typeof found === 'string' ? text(found) : null;
};

/** A yes or no, which XI writes as true, "True", "Y" or "N"; a word that is neither stays. */
export const flag: Reader<boolean | string | null> = (value) => yesOrNo(value) ?? text(value);

/** A status word in lower case, without XI's prefix: "IM::SALES_HOLD" reads as "sales hold". */
export const status: Reader<string | null> = (value) => normalStatus(value) ?? null;

const dated =
	(spell: (value: unknown) => unknown): Reader<string | null> =>
	(value) => {
		// The name says that it is a date, which may be none.
		const given = tidy(text(value), 'date');
		return typeof given === 'string' ? String(spell(given)) : null;
	};

/** A day as the dictionary spells it; null where XI writes its year 1, which means that there is none. */
export const day = dated(spelledDay);

/** A moment as the dictionary spells it, in the zone in which it came; null for none, as a day. */
export const moment = dated(spelledMoment);

/** A part as XI sent it, but harmless to whatever merges it into something else. */
export function asSent(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (depth >= DEEPEST) return null;
	if (Array.isArray(value)) return value.map((entry) => asSent(entry, depth + 1));
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !DANGEROUS.has(name))
			.map(([name, entry]) => [name, asSent(entry, depth + 1)]),
	);
}

/** An object as XI sent it; anything else is an empty one. */
export const objectAsSent: Reader<IDataObject> = (value) =>
	(isRecord(value) ? asSent(value) : {}) as IDataObject;

/** An object with all that XI sent in it, without the blanks and words that its systems leave there. */
export const objectTidied: Reader<IDataObject> = (value) =>
	tidy(objectAsSent(value)) as IDataObject;

/**
 * A part as XI sent it, harmless, and in its lists without what XI repeats: with a number of its own, as
 * lines and parcels have, and the same in all else.
 */
export function onceEachIn(value: unknown): unknown {
	const once = (part: unknown): unknown => {
		if (Array.isArray(part)) {
			const entries = part.map(once);
			const kept = new Set<unknown>(withoutRepeats(entries.filter(isRecord) as IDataObject[]));
			return entries.filter((entry) => !isRecord(entry) || kept.has(entry));
		}
		if (!isRecord(part)) return part;
		return Object.fromEntries(Object.entries(part).map(([name, entry]) => [name, once(entry)]));
	};
	return once(asSent(value));
}

/** A list of entries, each read alike. */
export const list =
	<T>(entry: Reader<T>): Reader<T[]> =>
	(value) =>
		listOf(value).map(entry);

interface FieldOf<T> {
	/** The likeliest first. */
	readonly names: readonly string[];
	readonly read: Reader<T>;
}

/** A field under the names that XI has for it, in any capitals. */
export const under = <T>(read: Reader<T>, ...names: readonly string[]): FieldOf<T> => ({
	names,
	read,
});

type Spec = Readonly<Record<string, Reader<unknown> | FieldOf<unknown>>>;

/** What an object of a shape holds: every field of it, always. */
export type Shape<S extends Spec> = {
	[Name in keyof S]: S[Name] extends Reader<infer T>
		? T
		: S[Name] extends FieldOf<infer T>
			? T
			: never;
};

/** A value of a shape, for the reader that reads it. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/**
 * An object of fixed fields. Each is read from the entry of the same name, or of the names that it
 * says itself; what XI sends besides is left out.
 */
export function shape<S extends Spec>(spec: S): Reader<Shape<S>> {
	const fields = Object.entries(spec).map(([name, field]) =>
		typeof field === 'function' ? { name, names: [name], read: field } : { name, ...field },
	);
	return (value) => {
		const entry = entriesIn(value);
		const read: Record<string, unknown> = {};
		for (const field of fields) {
			let found: unknown;
			for (const name of field.names) found ??= entry(name);
			read[field.name] = field.read(found);
		}
		return read as Shape<S>;
	};
}

/*
 * What is packed, in an event about an order. XI documents one tracking number a parcel, and the serial
 * numbers of a line as `serialNumberDetails: [{ serialNumber }]`; it also joins several tracking numbers
 * in one text, and writes serial numbers in other shapes and under other names.
 */

const parcel = shape({ cartonNumber: text, quantityInBox: number, trackingNumber: text });
type Parcel = Read<typeof parcel>;

/** Parcels, one for each tracking number. How many pieces are in which is not told: the first has them. */
export const parcels: Reader<Parcel[]> = (value) =>
	listOf(value).flatMap((sent): Parcel[] => {
		const one = parcel(sent);
		const numbers = trackingNumbersIn(sent);
		if (numbers.length === 0) return [{ ...one, trackingNumber: null }];
		return numbers.map((trackingNumber, position) => ({
			...one,
			...(position > 0 && { quantityInBox: null }),
			trackingNumber,
		}));
	});

/** The serial numbers of a line, wherever it has them: in itself, its shipments or their parcels. */
export const serialNumbers: Reader<string[]> = (line) => {
	const shipments = listOf(entriesIn(line)('shipmentDetails'));
	const packed = shipments.flatMap((shipment) => listOf(entriesIn(shipment)('packageDetails')));
	return serialNumbersIn([line, ...shipments, ...packed].map((part) => serialNumbersIn(part)));
};
