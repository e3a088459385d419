import { numberIn } from './number';
import { at, fieldBy } from './output';

/** Whether a text names an amount of something: "Call", "0.00", "USD 0" and "" do not. */
const NAMES_AN_AMOUNT = /[1-9]/;

/**
 * A price as it may be handed on, in whatever currency: nothing costs nothing, so what is not above
 * zero is no price, nor is a text without an amount. XI sends 0 where it has none, and whoever writes
 * that into a shop gives the product away. Not for what may well be 0: the lines of orders, invoices
 * and quotes, taxes, freight.
 *
 * @returns a number, or a text with an amount that cannot be read as one; undefined: there is no price
 */
export function priceIn(value: unknown): number | string | undefined {
	const number = numberIn(value);
	if (number !== undefined) return number > 0 ? number : undefined;
	return typeof value === 'string' && NAMES_AN_AMOUNT.test(value) ? value : undefined;
}

/** A field that is the price of a product; null where there is none. */
export const productPriceAt = fieldBy((record, path) => priceIn(at(record, path)));
