import type { IDataObject } from 'n8n-workflow';

import type { Match } from '../shared/operation';
import type { Identifier, ProductAsk } from './productAsk';

/** One entry of XI's answer to price and availability. */
export interface PriceAndAvailabilityEntry extends IDataObject {
	index?: number | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	upc?: string | null;
	customerPartNumber?: string | null;
	subscriptionPrice?: IDataObject[] | null;
}

const SHOWN: Record<Identifier, string> = {
	ingramPartNumber: 'Ingram part number',
	vendorPartNumber: 'vendor part number',
	upc: 'UPC',
	customerPartNumber: 'customer part number',
	planID: 'plan ID',
};

const nameOf = ({ by, value }: ProductAsk): string => `${SHOWN[by]} ${value}`;

const normal = (value: unknown): string => String(value).trim().toUpperCase();

/** The key under which an ask, and the entries that echo its identifier, are found. */
const keyOf = (by: Identifier, value: unknown): string => `${by} ${normal(value)}`;

/** Every identifier that an entry echoes. Plans are echoed inside their prices. */
function echoes(entry: PriceAndAvailabilityEntry): string[] {
	const { ingramPartNumber, vendorPartNumber, upc, customerPartNumber } = entry;
	const plans = Array.isArray(entry.subscriptionPrice) ? entry.subscriptionPrice : [];
	const told: Array<[Identifier, unknown]> = [
		['ingramPartNumber', ingramPartNumber],
		['vendorPartNumber', vendorPartNumber],
		['upc', upc],
		['customerPartNumber', customerPartNumber],
		['planID', entry.planId ?? entry.planID],
		...plans.map((plan): [Identifier, unknown] => ['planID', plan?.planId]),
	];
	return told.flatMap(([by, value]) =>
		value === undefined || value === null || value === '' ? [] : [keyOf(by, value)],
	);
}

/** Entries that say the same, whatever their position in the answer. */
const contentOf = ({ index: _, ...entry }: PriceAndAvailabilityEntry): string =>
	JSON.stringify(entry);

/**
 * Gives each ask of a call the entry that answers it. An entry belongs to the ask whose identifier
 * it echoes; where several asks or entries fit (one product asked by two of its numbers), XI's
 * `index` decides; an entry without any known identifier goes by its `index` alone. What is still
 * open is a problem of its ask: nothing is guessed, and no position in the answer is relied on.
 *
 * The asks of a call never hold the same identifier twice. Takes time in proportion to the call.
 *
 * @returns one match for each ask, in the order of the asks
 */
export function matchAnswers(
	entries: readonly PriceAndAvailabilityEntry[],
	asks: readonly ProductAsk[],
): Match[] {
	const byKey = new Map(asks.map(({ by, value }, position) => [keyOf(by, value), position]));
	const candidates = entries.map((entry) => [
		...new Set(echoes(entry).flatMap((key) => byKey.get(key) ?? [])),
	]);
	const positionOf = indexReader(entries, candidates, asks.length);

	/** For each ask, the entries that can only be its own, and those that may be. */
	const certain = asks.map((): PriceAndAvailabilityEntry[] => []);
	const possible = asks.map((): PriceAndAvailabilityEntry[] => []);
	entries.forEach((entry, number) => {
		const fits = candidates[number];
		const told = positionOf(entry);
		if (fits.length === 1) certain[fits[0]].push(entry);
		else if (told !== undefined && (fits.length === 0 || fits.includes(told))) {
			(fits.length === 0 ? possible : certain)[told].push(entry);
		} else for (const position of fits) possible[position].push(entry);
	});
	return asks.map((ask, position) => settle(ask, certain[position], possible[position]));
}

/** The one entry that answers an ask, or what stands in the way of knowing it. */
function settle(
	ask: ProductAsk,
	certain: PriceAndAvailabilityEntry[],
	possible: PriceAndAvailabilityEntry[],
): Match {
	const entries = certain.length > 0 ? certain : possible;
	if (entries.length === 0) {
		return {
			problem: `Ingram Micro’s answer holds nothing for ${nameOf(ask)}`,
			remedy: 'Run it again; if it goes on, give Ingram Micro the correlation ID',
		};
	}
	const different = new Map(entries.map((entry) => [contentOf(entry), entry]));
	if (different.size === 1) return { row: entries[0] };
	const numbers = [...different.values()].map(({ ingramPartNumber }) => ingramPartNumber ?? '?');
	return {
		problem: `Ingram Micro’s answer holds ${different.size} different products for ${nameOf(ask)}: ${[...new Set(numbers)].join(', ')}`,
		remedy: 'Ask by Ingram part number instead',
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
		if (typeof index !== 'number') return undefined;
		const position = index - base;
		return position >= 0 && position < asked ? position : undefined;
	};
}
