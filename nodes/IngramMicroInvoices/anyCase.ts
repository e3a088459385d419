import { numberOrText } from '../shared/amounts';
import { fieldBy } from '../shared/output';
import { isRecord } from '../shared/records';

/*
 * The two versions of invoice details name the same things alike but for capitals: `InvoiceNumber` in
 * v6 is `invoiceNumber` in v6.1. So names are looked for in any case, and what is found is given back
 * as v6.1 spells it. Raw keeps what XI sent.
 */

/** The name under which a record holds something, whatever its capitals; undefined: it does not. */
export function nameIn(record: unknown, wanted: string): string | undefined {
	if (!isRecord(record)) return undefined;
	if (wanted in record) return wanted;
	return Object.keys(record).find((name) => name.toLowerCase() === wanted.toLowerCase());
}

/** The value at a dotted path, names in any case; undefined where any part of it is missing. */
export function atAnyCase(record: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((value, wanted) => {
		const name = nameIn(value, wanted);
		return name === undefined ? undefined : (value as Record<string, unknown>)[name];
	}, record);
}

/** A name with its first word in small letters: `BillToID` → `billToID`, `UPC` → `upc`. */
const small = (name: string): string =>
	name.replace(/^[A-Z]+(?=$|[^A-Za-z]|[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());

/** A value with the names in it, at any depth, as v6.1 spells them. */
export function withSmallNames(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withSmallNames);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [small(name), withSmallNames(entry)]),
	);
}

/** A field of an invoice, at its path as v6.1 spells it. */
export const anyCase = fieldBy((record, path) => withSmallNames(atAnyCase(record, path)));

/** The same for a number, which XI sends as text in some places. */
export const numberAnyCase = fieldBy((record, path) => numberOrText(atAnyCase(record, path)));
