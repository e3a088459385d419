import type { IDataObject } from 'n8n-workflow';

import type { Batch, Match } from '../batch';
import { UnexpectedAnswer } from '../errors';
import { leftOutOf, noteLeftOut } from '../fields/wireNames';
import type { LookUp, Narrow } from '../lookUp';
import { shortened } from '../pickerLine';
import { isRecord } from '../records';
import { clean } from '../transport/refusal';
import {
	MOST_NAMED,
	matchAnswers,
	nameOf,
	namesAsked,
	type PriceAndAvailabilityEntry,
} from './matchAnswers';
import { candidateOf, isFound, priceRequest } from './prices';
import { MOST_PRODUCTS, type ProductAsk, subjectOf } from './productAsk';
import type { NamedProduct } from './productNumbers';

// The Ingram part numbers of products that are named by another number, where XI takes no other.

const MOST_SHOWN = 100;

/** A product as people know it: its number, and in brackets who makes it and what it is. */
function shownProduct({ ingramPartNumber, vendorName, description }: IDataObject): string {
	const told = clean(description);
	const facts = [
		clean(vendorName),
		told === undefined ? undefined : shortened(told, MOST_SHOWN),
	].filter((fact) => fact !== undefined);
	const number = clean(ingramPartNumber) ?? 'unnamed';
	return facts.length > 0 ? `${number} (${facts.join(', ')})` : number;
}

/** How an operation lets choose what becomes of a number that several products have. */
interface IfSeveral {
	/** Whether each of them is wanted. */
	wantsEach(params: Readonly<Record<string, unknown>>): boolean;
	/** What to do where that is not. */
	readonly remedy: string;
}

/**
 * A match that is certain: one product, which says itself that it has the number, or is all that XI
 * answers to a call about nothing else. Nothing is guessed.
 */
function certain(match: Match, ask: ProductAsk, isAlone: boolean, ifSeveral?: IfSeveral): Match {
	if (!('row' in match)) {
		if (match.among === undefined) return match;
		const shown = match.among.slice(0, MOST_NAMED).map(shownProduct);
		const more = match.among.length > MOST_NAMED ? '; …' : '';
		return {
			problem: `${match.among.length} products have the ${nameOf(ask)}: ${shown.join('; ')}${more}`,
			remedy: ifSeveral?.remedy ?? 'Give the Ingram part number of the one that you mean',
			among: match.among,
		};
	}
	const { row } = match;
	if (!isFound(row)) {
		return {
			problem: `Ingram Micro knows no product with the ${nameOf(ask)}`,
			remedy: 'Check the number, or search for the product and give its Ingram part number',
			isNone: true,
		};
	}
	const isNamed = isAlone || namesAsked(row, ask);
	if (isNamed && clean(row.ingramPartNumber) !== undefined) return match;
	return {
		problem: `Ingram Micro’s answer does not say which product has the ${nameOf(ask)}`,
		remedy: 'Give the Ingram part number of the product',
	};
}

const numberOf = (row: IDataObject): string => clean(row.ingramPartNumber) ?? '';

/** Products by their numbers, each once; undefined where one has none. */
function eachOnce(among: readonly IDataObject[]): IDataObject[] | undefined {
	const byNumber = new Map(among.map((row) => [numberOf(row), row]));
	return byNumber.has('') ? undefined : [...byNumber.values()];
}

/** XI documentation: "Price and Availability", which takes every kind of number. */
const by = (
	ifSeveral?: IfSeveral,
): Omit<Batch<Record<string, unknown>, PriceAndAvailabilityEntry[], ProductAsk>, 'asks'> => ({
	capacity: MOST_PRODUCTS,
	identity: ({ by: kind, value }) => subjectOf(kind, value),
	subject: ({ by: kind, value }) => subjectOf(kind, value),
	request: (asks) => priceRequest(asks, { includeAvailability: true, includePricing: true }, {}),
	match(answer, asks) {
		if (!Array.isArray(answer)) throw new UnexpectedAnswer('list of products');
		return matchAnswers(answer, asks).map((match, position) =>
			certain(match, asks[position], asks.length === 1, ifSeveral),
		);
	},
	candidate: candidateOf,
	...(ifSeveral && {
		choose: (among: IDataObject[], params: Readonly<Record<string, unknown>>) =>
			ifSeveral.wantsEach(params) ? eachOnce(among) : undefined,
	}),
});

/** A number other than Ingram Micro's. */
export type OtherNumber = 'vendorPartNumber' | 'upc';

/** How a product is asked for, by the first of some numbers that it is named by; undefined where by none. */
function askFor(
	product: NamedProduct | undefined,
	numbers: readonly OtherNumber[],
): ProductAsk | undefined {
	if (product === undefined || product.ingramPartNumber !== undefined) return undefined;
	const first = (['vendorPartNumber', 'upc'] as const).find((name) => product[name] !== undefined);
	if (first === undefined || !numbers.includes(first)) return undefined;
	return { by: first, value: product[first] as string };
}

/**
 * Looks up the product of a parameter where XI takes only other numbers of it. What was given stays
 * beside Ingram Micro's number.
 *
 * @param name the parameter, which reads as a NamedProduct
 * @param numbers those that XI does not take
 */
export const ingramNumberOf = (
	name: string,
	numbers: readonly OtherNumber[],
	ifSeveral?: IfSeveral,
): LookUp => ({
	by: by(ifSeveral),
	forEach: ifSeveral !== undefined,
	asks: (params) => [askFor(params[name] as NamedProduct | undefined, numbers) ?? []].flat(),
	found: (params, [row]) => ({
		[name]: { ...(params[name] as NamedProduct), ingramPartNumber: numberOf(row) },
	}),
});

/** A line, as far as its product goes. */
export interface Line extends NamedProduct {
	readonly addUpdateDeleteLine?: unknown;
	readonly invoiceNumber?: unknown;
}

/** Tells by its line which of several products is meant, as a Narrow does. */
export type NarrowLine = (
	ask: Parameters<Narrow>[0],
	line: Line,
	among: readonly IDataObject[],
) => ReturnType<Narrow>;

/** The lines in a parameter: it is their list, or a body that holds it. */
const linesIn = (value: unknown): readonly Line[] => {
	const list = isRecord(value) ? value.lines : value;
	return Array.isArray(list) ? (list as Line[]) : [];
};

/** A parameter with each of its lines changed. */
function withLines(value: unknown, change: (line: Line) => Line): unknown {
	if (isRecord(value)) return { ...value, lines: linesIn(value).map(change) };
	return noteLeftOut(linesIn(value).map(change), leftOutOf(value));
}

/**
 * Looks up the products of lines that are named by a number which XI does not take there.
 *
 * @param holders the parameters that hold lines, as a list or in a body
 * @param numbers those that XI does not take
 * @param narrow how a line tells which of several products is meant; made for an account
 */
export function ingramNumbersIn(
	holders: readonly string[],
	numbers: readonly OtherNumber[] = ['upc'],
	narrow?: () => NarrowLine,
): LookUp {
	// What is deleted is told by its line number.
	const askOf = (line: Line): ProductAsk | undefined =>
		line.addUpdateDeleteLine === 'DELETE' ? undefined : askFor(line, numbers);
	const asking = (params: Readonly<Record<string, unknown>>): Line[] =>
		holders.flatMap((name) => linesIn(params[name]).filter((line) => askOf(line) !== undefined));
	return {
		by: by(),
		asks: (params) => asking(params).flatMap((line) => askOf(line) ?? []),
		...(narrow && {
			narrow: () => {
				const ofLine = narrow();
				return async (ask, params, place, among) => await ofLine(ask, asking(params)[place], among);
			},
		}),
		found(params, rows) {
			const left = [...rows];
			const named = (line: Line): Line => {
				if (askOf(line) === undefined) return line;
				const { vendorPartNumber: _, upc: __, ...rest } = line;
				return { ...rest, ingramPartNumber: numberOf(left.shift() ?? {}) };
			};
			return Object.fromEntries(
				holders
					.filter((name) => linesIn(params[name]).length > 0)
					.map((name) => [name, withLines(params[name], named)]),
			);
		},
	};
}
