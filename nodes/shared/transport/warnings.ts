import type { IDataObject } from 'n8n-workflow';

import { readXiWords, sentenceOf } from './refusal';
import { isHollow } from './errorsInAnswer';

/** Keys under which XI says something beside what it did. */
const BESIDE = ['errors', 'error', 'warnings', 'warning'];
/** Where the loop says in what a thing that was found differs from what was sent. */
const DIFFERENCES = 'differences';

const entriesIn = (value: unknown): unknown[] => [value ?? []].flat(Infinity);

/** What stands under a name, in whatever capitals XI writes it. */
const under = (answer: IDataObject | undefined, name: string): unknown[] =>
	Object.entries(answer ?? {}).flatMap(([key, value]) =>
		key.toLowerCase() === name ? entriesIn(value) : [],
	);

const isSaid = (key: string): boolean => {
	const name = key.toLowerCase();
	return name === DIFFERENCES || BESIDE.includes(name);
};

/**
 * What XI said beside the good part of an answer, a sentence each: it answers with orders and errors
 * in one, and what it could not do is among the latter. Of a thing that was found also in what it
 * differs from what was sent.
 */
export function warningsIn(answer: IDataObject | undefined): string[] {
	// Nearly no record has any, and there may be thousands of records.
	if (!Object.keys(answer ?? {}).some(isSaid)) return [];
	const sentences = [DIFFERENCES, ...BESIDE]
		.flatMap((key) => under(answer, key))
		.filter((entry) => !isHollow(entry))
		.flatMap(
			// An entry may be one of XI's objects, a text, or an object of some other shape.
			(entry) =>
				sentenceOf(readXiWords({ errors: [entry] })) ??
				(typeof entry === 'object' ? JSON.stringify(entry) : []),
		);
	return [...new Set(sentences)];
}

/**
 * The part of an answer that holds them, for a row of it that does not have the whole answer in it: with
 * what the row itself has there, so that neither hides the other.
 */
export const besideIn = (answer: IDataObject | undefined, row: IDataObject = {}): IDataObject =>
	Object.fromEntries(
		Object.entries(answer ?? {})
			.filter(([key]) => BESIDE.includes(key.toLowerCase()))
			.map(([key, value]) => {
				const own = under(row, key.toLowerCase()).filter((entry) => !isHollow(entry));
				return [key, own.length > 0 ? [...entriesIn(value), ...own] : value];
			}),
	);
