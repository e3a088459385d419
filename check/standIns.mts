import { randomInt } from 'node:crypto';

const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Gives a number from 0 up to, but not including, its limit. */
export type Chance = (limit: number) => number;

/** Replaces parts of values: the same part always by the same, and different ones by different ones. */
export interface StandIns {
	/**
	 * The stand-in of a run of letters and digits: as long, with letters for letters, in their case, and
	 * digits for digits. Single letters from A to Z, digits and zeros stay, for they tell nothing.
	 */
	of(part: string): string;
	/** The stand-in of an amount: as many digits, before and behind the point. 0 and 1 stay. */
	ofAmount(amount: number): number;
	/** Has a number written without its dashes get the stand-in of its parts, joined. */
	join(parts: readonly string[]): void;
}

/**
 * Makes stand-ins. They are random, so that nobody can reckon back.
 *
 * @param taken parts that no stand-in may be equal to, in capitals: those of the account itself
 */
export function createStandIns(taken: ReadonlySet<string>, chance: Chance = randomInt): StandIns {
	const parts = new Map<string, string>();
	const amounts = new Map<number, number>();
	const given = new Set<string>();

	const fresh = (part: string): string => {
		let made = part;
		for (let tries = 0; tries < 200; tries++) {
			made = disguised(part, chance);
			if (made !== part && !taken.has(made) && !given.has(made)) break;
		}
		given.add(made);
		return made;
	};
	const ofCapitals = (part: string): string => {
		const known = parts.get(part) ?? fresh(part);
		parts.set(part, known);
		return known;
	};

	return {
		of: (part) => {
			const signs = [...part];
			if (tellsNothing(part)) return part;
			const made = [...ofCapitals(inCapitals(part))];
			return signs
				.map((sign, i) => (/\p{Ll}/u.test(sign) ? made[i]?.toLowerCase() : made[i]))
				.join('');
		},
		ofAmount: (amount) => {
			const size = Math.abs(amount);
			if (size === 0 || size === 1 || !Number.isFinite(size)) return amount;
			const known = amounts.get(size) ?? otherAmount(size, amounts, taken, chance);
			amounts.set(size, known);
			return amount < 0 ? -known : known;
		},
		join: (list) => {
			const whole = inCapitals(list.join(''));
			if (parts.has(whole)) return;
			parts.set(
				whole,
				list.map((part) => (tellsNothing(part) ? part : ofCapitals(inCapitals(part)))).join(''),
			);
		},
	};
}

/** Zeros, and a single letter or digit; in other scripts one sign may be a name. */
const tellsNothing = (part: string): boolean => /^(?:0+|[0-9A-Z])$/i.test(part);

/** In capitals, sign by sign: some letters have capitals of two signs. */
const inCapitals = (part: string): string =>
	[...part]
		.map((sign) => ([...sign.toUpperCase()].length === 1 ? sign.toUpperCase() : sign))
		.join('');

/** Zeros in front stay, so that a number stays as long when it is read as one. */
function disguised(part: string, chance: Chance): string {
	const zeros = /^0*(?=\d+$)/.exec(part)?.[0].length ?? 0;
	const numeric = /^\d+$/.test(part);
	return [...part]
		.map((sign, i) => {
			if (i < zeros) return sign;
			if (!/\p{N}/u.test(sign)) return capitals.charAt(chance(capitals.length));
			return numeric && i === zeros ? String(1 + chance(9)) : String(chance(10));
		})
		.join('');
}

function otherAmount(
	size: number,
	known: ReadonlyMap<number, number>,
	taken: ReadonlySet<string>,
	chance: Chance,
): number {
	const [whole = '0', cents = ''] = String(size).split('.');
	const used = new Set(known.values());
	const isFree = (amount: number): boolean =>
		amount !== size && !used.has(amount) && !taken.has(String(amount));
	let made = size;
	for (let tries = 0; tries < 50; tries++) {
		const digits = disguised(`${whole === '0' ? '' : whole}${cents}` || '0', chance);
		made = Number(digits) / 10 ** cents.length;
		if (made > 1 === size > 1 && isFree(made)) break;
	}
	return made;
}
