/** A source of repeatable randomness: the same seed gives the same sequence on every machine. */
export interface Random {
	/** The next number, from 0 up to but not including 1. */
	next(): number;
	/** A whole number from `min` to `max`, both included. */
	integer(min: number, max: number): number;
	/** One of the list; the list must not be empty. */
	pick<T>(list: readonly T[]): T;
	/** True with the given probability (0 never, 1 always). */
	chance(probability: number): boolean;
	/** A shuffled copy of the list. */
	shuffle<T>(list: readonly T[]): T[];
}

/**
 * Makes a seeded generator (mulberry32: small, fast, and good enough for made-up data).
 *
 * @param seed any whole number; only its lowest 32 bits count
 */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));

	return {
		next,
		integer,
		pick: <T,>(list: readonly T[]): T => {
			const picked = list[integer(0, list.length - 1)];
			if (picked === undefined) throw new RangeError('Cannot pick from an empty list');
			return picked;
		},
		chance: (probability) => next() < probability,
		shuffle: <T,>(list: readonly T[]): T[] =>
			list
				.map((value) => ({ value, rank: next() }))
				.sort((a, b) => a.rank - b.rank)
				.map(({ value }) => value),
	};
}

/**
 * A number from 0 up to but not including 1 that depends on nothing but the text. For facts that
 * must not change with the order in which they are asked for (FNV-1a).
 *
 * @param text any text
 */
export function fractionOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	hash ^= hash >>> 15;
	return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32;
}
