import { randomInt } from 'node:crypto';

import { ACCOUNT_COUNTRIES } from '../nodes/shared/countries.ts';
import { daysIn, moveDays } from './dates.mts';
import { maskedName } from './mask.mts';
import { type Chance, createStandIns } from './standIns.mts';
import { isCommonValue, isPlainWord, pathWords } from './words.mts';

/** Replaces the values of an account, the same value always by the same. */
export interface Redactor {
	/** An answer, or a body that was sent, with every value in it replaced. */
	value(value: unknown, name?: string): unknown;
	/** A text that stands under a name, for example of a query. */
	text(text: string, name?: string): string;
}

const countries = new Set(ACCOUNT_COUNTRIES.map(({ value }) => value));
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Fields whose digits are amounts, be there only one. */
const amountName =
	/price|amount|total|cost|msrp|charge|freight|tax|fee|value|discount|quantity|weight/i;
/** Fields that hold sentences of Ingram Micro's. */
const sentenceName = /message|errordescription|faultstring|reason/i;
/** Fields that say where an answer is among others; without them it could not be replayed. */
const placeName = /^(page_?number|page_?size|index)$/i;
const isPlace = (name: string, value: string | number): boolean =>
	placeName.test(name) && /^\d{1,3}$/.test(String(value));

/** What stands before the status of a call in a sentence; any other number is of the account. */
const isStatus = /\b(?:status|code|error|http)\W{0,3}$/i;

const partOf = /[\p{L}\p{M}\p{N}]+/gu;
const decimal = /^-?\d+\.\d+$/;

/** All texts and numbers in a value, names of fields too where they are data. */
function* leavesOf(value: unknown): Generator<string> {
	if (typeof value === 'string' || typeof value === 'number') yield String(value);
	else if (Array.isArray(value)) for (const entry of value) yield* leavesOf(entry);
	else if (typeof value === 'object' && value !== null) {
		for (const [name, entry] of Object.entries(value)) {
			if (maskedName(name) !== name) yield name;
			yield* leavesOf(entry);
		}
	}
}

/**
 * Makes a redactor for all that was answered to an account.
 *
 * Booleans, nulls, single letters from A to Z, digits and zeros stay; so do codes of countries and currencies, the words
 * for a status and the like that are the same for everyone, and the plain words in error messages.
 *
 * @param everything all values that are to be redacted, so that none of them is another's stand-in
 */
export function createRedactor(
	everything: readonly unknown[],
	chance: Chance = randomInt,
): Redactor {
	const leaves = [...new Set(everything.flatMap((value) => [...leavesOf(value)]))];
	const taken = new Set(
		leaves.flatMap((leaf) => [leaf, ...(leaf.match(partOf) ?? [])].map(capitals)),
	);
	const standIns = createStandIns(taken, chance);
	for (const leaf of leaves) {
		const parts = leaf.split('-');
		// A number with dashes, which may stand elsewhere without them.
		if (parts.length > 1 && leaf.length > 6 && parts.every((part) => /^[0-9A-Z]+$/i.test(part))) {
			standIns.join(parts);
		}
	}
	const move = shiftFor(new Set(leaves.flatMap(daysIn)), chance);

	const parts = (text: string): string => text.replaceAll(partOf, (part) => standIns.of(part));
	const amount = (text: string): string => {
		const places = text.split('.')[1]?.length ?? 0;
		return standIns.ofAmount(Number(text)).toFixed(places);
	};
	const link = (text: string): string =>
		text
			.replace(/^(https?):\/\/[^/]+/i, '$1://api.example')
			.split(/([/?&=])/)
			.map((part, i, all) =>
				pathWords.has(part) || part === 'https:' || part === 'http:' || part === 'api.example'
					? part
					: // The name of a query parameter.
						all[i + 1] === '=' && /^[A-Za-z_-]+$/.test(part)
						? part
						: parts(part),
			)
			.join('');
	const sentence = (text: string): string =>
		text.replaceAll(partOf, (part, at: number) =>
			isPlainWord(part) || (/^[45]\d\d$/.test(part) && isStatus.test(text.slice(0, at)))
				? part
				: standIns.of(part),
		);

	const text = (value: string, name = ''): string => {
		if (isPlace(name, value) || isCommonValue(value)) return value;
		if (/country_?code$/i.test(name) && countries.has(value.toUpperCase())) return value;
		if (/currency/i.test(name) && value.split(' ').every((code) => currencies.has(code)))
			return value;
		if (decimal.test(value) || (amountName.test(name) && /^\d+$/.test(value))) return amount(value);
		if (/^(https?:\/)?\/.*resellers\//i.test(value)) return link(value);
		return moveDays(value, move, sentenceName.test(name) ? sentence : parts);
	};
	const number = (value: number, name: string): number => {
		if (isPlace(name, value)) return value;
		if (amountName.test(name) || !Number.isInteger(value)) return standIns.ofAmount(value);
		return Number(parts(String(value)));
	};
	const replaced = (value: unknown, name = ''): unknown => {
		if (typeof value === 'string') return text(value, name);
		if (typeof value === 'number') return number(value, name);
		if (Array.isArray(value)) return value.map((entry) => replaced(entry, name));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [
				maskedName(key) === key ? key : parts(key),
				replaced(entry, key),
			]),
		);
	};
	return { value: replaced, text };
}

const capitals = (text: string): string => text.toUpperCase();

/** Seconds by which days move, so that none of them becomes another one of them. */
function shiftFor(days: ReadonlySet<string>, chance: Chance): number {
	const moved = (day: string, by: number): string =>
		new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
	let by = 0;
	for (let tries = 0; tries < 1000; tries++) {
		by = -(30 + chance(2000));
		// The time of the day moves too, and may take a day with it.
		if ([...days].every((day) => ![by, by - 1].some((step) => days.has(moved(day, step))))) break;
	}
	return by * 86_400 - chance(86_399) - 1;
}
