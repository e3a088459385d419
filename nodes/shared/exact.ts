import { numberIn } from './amounts';

/*
 * Amounts and quantities to the last digit. Sums and products of JavaScript's numbers are off by a
 * little (0.1 + 0.2), and a cent that differs by that little would be told as a difference.
 */

/** Digits behind the point: more than any amount or quantity of XI's has. */
const PLACES = 8;

/** An amount as a whole number of parts, of which a hundred million are ONE. */
export type Exact = bigint;

export const ONE = 10n ** BigInt(PLACES);

/** Half a cent: less is rounding. */
export const HALF_CENT: Exact = ONE / 200n;

/**
 * A number of XI's as it is written, see `numberIn`.
 *
 * @returns undefined where it is no number for certain, or too large to be an amount
 */
export function exactIn(value: unknown): Exact | undefined {
	const number = numberIn(value);
	if (number === undefined) return undefined;
	// JavaScript writes the shortest text that names a number, small ones with an exponent.
	const text = Math.abs(number) < 1e-6 ? number.toFixed(PLACES) : String(number);
	if (text.includes('e')) return undefined;
	const [whole, part = ''] = text.replace('-', '').split('.');
	const digits = BigInt(whole + part.padEnd(PLACES, '0').slice(0, PLACES));
	const size = Number(part.charAt(PLACES)) >= 5 ? digits + 1n : digits;
	return number < 0 ? -size : size;
}

/** The same as a number of JavaScript, to be shown. */
export function shownOf(amount: Exact): number {
	const digits = absOf(amount)
		.toString()
		.padStart(PLACES + 1, '0');
	const size = Number(`${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`);
	return amount < 0n ? -size : size;
}

export const absOf = (amount: Exact): Exact => (amount < 0n ? -amount : amount);

export const sumOf = (amounts: readonly Exact[]): Exact =>
	amounts.reduce((sum, amount) => sum + amount, 0n);

export const productOf = (one: Exact, other: Exact): Exact => (one * other) / ONE;

/** A part of an amount: of what `whole` costs, the share of `part`. Of nothing, nothing. */
export const shareOf = (amount: Exact, part: Exact, whole: Exact): Exact =>
	whole === 0n ? 0n : (amount * part) / whole;
