import type { IDataObject } from 'n8n-workflow';

import { contentOf } from '../output';
import type { Match } from '../operation';
import { clean } from '../transport/refusal';
import { isFound, shownCandidate } from './prices';
import { type Identifier, type ProductAsk, subjectOf } from './productAsk';
import { isObject } from '../records';

/** One entry of XI's answer to price and availability. */
export interface PriceAndAvailabilityEntry extends IDataObject {
	index?: number | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	upc?: string | null;
	customerPartNumber?: string | null;
	/** The whole vendor part number, where `vendorPartNumber` is too short for it. */
	extendedVendorPartNumber?: string | null;
	subscriptionPrice?: IDataObject[] | null;
}

const SHOWN: Record<Identifier, string> = {
	ingramPartNumber: 'Ingram part number',
	vendorPartNumber: 'vendor part number',
	upc: 'UPC',
	customerPartNumber: 'customer part number',
	planID: 'plan ID',
};

/** A product as it was asked for, in words. */
export function nameOf({ by, value, vendorPartNumber, resourceId }: ProductAsk): string {
	const more = [
		...(vendorPartNumber === undefined ? [] : [`vendor part number ${vendorPartNumber}`]),
		...(resourceId === undefined ? [] : [`resource ID ${resourceId}`]),
	];
	return `${SHOWN[by]} ${value}${more.length > 0 ? ` with ${more.join(' and ')}` : ''}`;
}

/** Every identifier that an entry echoes. Plans are echoed inside their prices, not so their resources. */
function echoes(entry: PriceAndAvailabilityEntry): string[] {
	const keys: string[] = [];
	const add = (by: Identifier, value: unknown) => {
		if (clean(value) !== undefined) keys.push(subjectOf(by, value));
	};
	add('ingramPartNumber', entry.ingramPartNumber);
	add('vendorPartNumber', entry.vendorPartNumber);
	add('vendorPartNumber', entry.extendedVendorPartNumber);
	if (isBarCode(entry.upc)) add('upc', entry.upc);
	add('customerPartNumber', entry.customerPartNumber);
	add('planID', entry.planId ?? entry.planID);
	const plans = Array.isArray(entry.subscriptionPrice) ? entry.subscriptionPrice : [];
	for (const plan of plans) add('planID', plan?.planId);
	return keys;
}

/** Whether an entry says itself that it has the number that was asked by. */
export const namesAsked = (entry: PriceAndAvailabilityEntry, { by, value }: ProductAsk): boolean =>
	echoes(entry).includes(subjectOf(by, value));

/** Digits, and not all of them zeros: words such as "N/A" name no product. */
const isBarCode = (upc: unknown): boolean => /^\s*\d*[1-9]\d*\s*$/.test(String(upc));

/** What an entry says, whatever its position in the answer. */
const saidIn = ({ index: _, ...entry }: PriceAndAvailabilityEntry): string => contentOf(entry);

/**
 * Gives each ask of a call the entry that answers it. An entry belongs to the ask whose identifier
 * it echoes; where several asks or entries fit (one product asked by two of its numbers), XI's
 * `index` decides; an entry without any known identifier goes by its `index` alone. What is still
 * open is a problem of its ask: nothing is guessed, and no position in the answer is relied on.
 * Where there is but one ask, the answer can only be about that: an entry that does not name the
 * number that was asked by, nor another of its kind, is its answer.
 *
 * The asks of a call never hold the same identifier twice. Takes time in proportion to the call.
 *
 * @returns one match for each ask, in the order of the asks
 */
export function matchAnswers(
	answer: readonly PriceAndAvailabilityEntry[],
	asks: readonly ProductAsk[],
): Match[] {
	const entries = answer.filter((entry) => isObject(entry));
	if (asks.length === 1) return [settleAlone(asks[0], entries)];
	const byKey = new Map(asks.map(({ by, value }, position) => [subjectOf(by, value), position]));
	const candidates = entries.map((entry) => [
		...new Set(echoes(entry).flatMap((key) => byKey.get(key) ?? [])),
	]);
	const positionOf = indexReader(entries, candidates, asks.length);
	const own = asks.map((): PriceAndAvailabilityEntry[] => []);
	const shared = asks.map((): PriceAndAvailabilityEntry[] => []);
	const contested = asks.map(() => false);
	const open: Array<{ entry: PriceAndAvailabilityEntry; fits: number[] }> = [];
	const nobodys: PriceAndAvailabilityEntry[] = [];
	entries.forEach((entry, number) => {
		const fits = candidates[number];
		const told = positionOf(entry);
		if (told !== undefined && fits.includes(told)) own[told].push(entry);
		else if (fits.length > 0) open.push({ entry, fits });
		else if (told !== undefined && !contradicts(entry, asks[told])) {
			open.push({ entry, fits: [told] });
		} else nobodys.push(entry);
	});
	const settledByIndex = own.map((entriesOfAsk) => entriesOfAsk.length > 0);
	for (const { entry, fits } of open) {
		const unsettled = fits.filter((position) => !settledByIndex[position]);
		const [first, ...others] = unsettled.map((position) => wishOf(asks[position]));
		const sameWish = others.every((wish) => wish === first);
		for (const position of unsettled) {
			shared[position].push(entry);
			if (!sameWish) contested[position] = true;
		}
	}
	return asks.map((ask, position) => {
		if (contested[position]) return cannotTell(ask, shared[position]);
		const answers = settledByIndex[position] ? own[position] : shared[position];
		const mayBeThere = nobodys.some((entry) => !contradicts(entry, ask));
		return answers.length === 0 ? notAnswered(ask, mayBeThere) : settle(ask, answers);
	});
}

/** What is asked of a product: two asks with the same wish may share an entry. */
const wishOf = ({ by: _, value: __, ...wish }: ProductAsk): string => JSON.stringify(wish);

/** Whether an entry names another product by the very kind of number that was asked by. */
const contradicts = (entry: PriceAndAvailabilityEntry, { by }: ProductAsk): boolean =>
	echoes(entry).some((key) => key.startsWith(`${by} `));

/** The answer to the only ask of a call. */
function settleAlone(ask: ProductAsk, entries: PriceAndAvailabilityEntry[]): Match {
	const wanted = subjectOf(ask.by, ask.value);
	const named = entries.filter((entry) => echoes(entry).includes(wanted));
	if (named.length > 0) return settle(ask, named);
	const possible = entries.filter((entry) => !contradicts(entry, ask));
	return possible.length === 0 && entries.length > 0
		? anotherOne(ask, entries)
		: settle(ask, possible);
}

/** The one entry that answers an ask, or what stands in the way of knowing it. */
function settle(ask: ProductAsk, entries: PriceAndAvailabilityEntry[]): Match {
	if (entries.length === 0) return notAnswered(ask);
	// Nearly always, and thousands of times.
	if (entries.length === 1) return { row: entries[0] };
	const contents = entries.map(saidIn);
	const different = entries.filter((_, number) => contents.indexOf(contents[number]) === number);
	// What says no more than that something is unknown is no product beside one.
	const products = different.filter(
		(entry) => isFound(entry) || (entry.ingramPartNumber ?? '') !== '',
	);
	const told = products.length > 0 ? products : different;
	if (told.length === 1) return { row: told[0] };
	const numbers = new Set(
		told.map(({ ingramPartNumber }) => subjectOf('ingramPartNumber', ingramPartNumber ?? '')),
	);
	const areProducts =
		numbers.size === told.length && !numbers.has(subjectOf('ingramPartNumber', ''));
	if (!areProducts) return cannotTell(ask, told);
	const remedy =
		"Ask by one of these Ingram part numbers, or choose something else under 'If Several Products Match'";
	return { ...cannotTell(ask, told), remedy, among: told };
}

/**
 * @param mayBeThere an entry of the answer says nothing of what was asked by, so it may be the one
 */
const notAnswered = (ask: ProductAsk, mayBeThere = false): Match => ({
	problem: `Ingram Micro’s answer has no entry for ${nameOf(ask)}`,
	remedy: mayBeThere
		? 'The answer has entries that do not say what they are of. Ask for this product alone (Loop Over Items, one item at a time), or by its Ingram part number'
		: 'Run it again; if it goes on, check whether the product has a new number, or give Ingram Micro the correlation ID',
});

/** XI speaks of something else than what it was asked about. */
function anotherOne(ask: ProductAsk, entries: PriceAndAvailabilityEntry[]): Match {
	const told = new Set(
		entries.flatMap((entry) => echoes(entry).filter((key) => key.startsWith(`${ask.by} `))),
	);
	const others = [...told].map((key) => key.slice(ask.by.length + 1)).slice(0, MOST_NAMED);
	return {
		problem: `Ingram Micro’s answer has no entry for ${nameOf(ask)}, but one for ${others.join(', ')}`,
		remedy: 'Check whether the product has a new number, and ask by that if it is the one you mean',
	};
}

/** The most products that a sentence names. */
export const MOST_NAMED = 10;

/** Several entries may be the answer, and nothing says which. */
function cannotTell(
	ask: ProductAsk,
	entries: PriceAndAvailabilityEntry[],
): { problem: string; remedy: string } {
	const shown = [...new Set(entries.map(shownCandidate))];
	const more = shown.length > MOST_NAMED ? '; …' : '';
	const separator = shown.some((one) => one.includes(',')) ? '; ' : ', ';
	return {
		problem: `It cannot be told which entry of Ingram Micro’s answer is for ${nameOf(ask)}: there are ${entries.length} (${shown.slice(0, MOST_NAMED).join(separator)}${more})`,
		remedy: 'Ask by Ingram part number, and for one quantity at a time',
	};
}

/**
 * Reads `index` as a position among the asks. No document says whether XI counts from 0 or 1: it is
 * what all entries agree on that are known by their identifier, or else the only way of counting in
 * which every index falls on an ask. Without either, the index is not used.
 */
function indexReader(
	entries: readonly PriceAndAvailabilityEntry[],
	candidates: readonly number[][],
	asked: number,
): (entry: PriceAndAvailabilityEntry) => number | undefined {
	const indexed = entries.flatMap(({ index }, number) =>
		typeof index === 'number' && Number.isInteger(index)
			? [{ index, fits: candidates[number] }]
			: [],
	);
	const known = indexed.filter(({ fits }) => fits.length === 1);
	const bases = [0, 1].filter((base) =>
		known.length > 0
			? known.every(({ index, fits }) => index - base === fits[0])
			: indexed.every(({ index }) => index - base >= 0 && index - base < asked),
	);
	if (bases.length !== 1) return () => undefined;
	const [base] = bases;
	return ({ index }) => {
		if (typeof index !== 'number' || !Number.isInteger(index)) return undefined;
		const position = index - base;
		return position >= 0 && position < asked ? position : undefined;
	};
}
