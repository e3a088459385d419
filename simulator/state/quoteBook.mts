import type { Customer } from '../options.mts';
import type { Order } from './orders.mts';
import type { Quote } from './quotes.mts';
import { fractionOf } from './random.mts';

/** All quotes, with the indexes by which calls find them. */
export interface QuoteBook {
	/** In the order in which they came. */
	readonly all: readonly Quote[];
	of(customer: Customer): readonly Quote[];
	/**
	 * Finds a quote by its number, in any case.
	 *
	 * @param customer left out: whosever it is
	 */
	quote(quoteNumber: string, customer?: Customer): Quote | undefined;
	add(quote: Quote): void;
	/** Notes that orders came of a quote; it cannot be ordered again. */
	ordered(quote: Quote, orders: readonly Order[], at: number): void;
	/** A number that was never used. */
	nextNumber(): string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Makes an empty book. */
export function createQuoteBook(): QuoteBook {
	const all: Quote[] = [];
	const byCustomer = new Map<string, Quote[]>();
	const numbers = new Map<string, Quote>();
	let serial = 2_081_292;

	return {
		all,
		of: ({ customerNumber }) => byCustomer.get(customerNumber) ?? [],
		quote: (quoteNumber, customer) => {
			const quote = numbers.get(quoteNumber.trim().toUpperCase());
			const isTheirs =
				customer === undefined || quote?.customer.customerNumber === customer.customerNumber;
			return isTheirs ? quote : undefined;
		},
		add: (quote) => {
			const own = byCustomer.get(quote.customer.customerNumber) ?? [];
			if (own.length === 0) byCustomer.set(quote.customer.customerNumber, own);
			own.push(quote);
			all.push(quote);
			numbers.set(quote.quoteNumber.toUpperCase(), quote);
		},
		ordered: (quote, orders, at) => {
			quote.orders = [...quote.orders, ...orders];
			quote.status = 'Ordered';
			quote.modifiedAt = at;
			quote.closingReason = 'Ordered';
			quote.closedAt = at;
		},
		nextNumber: () => {
			serial += 1;
			return `QUO-${serial}-${suffixOf(serial)}`;
		},
	};
}

/** Like the `G9X1K5` of the samples: letters and digits in turn. */
function suffixOf(serial: number): string {
	return Array.from({ length: 3 }, (_, place) => {
		const chance = fractionOf(`${serial} ${place}`);
		return letters.charAt(Math.floor(chance * letters.length)) + Math.floor((chance * 1000) % 10);
	}).join('');
}

/** An ID in the form of the samples, the same for a number each time. */
export function guidOf(quoteNumber: string): string {
	const part = (name: string, digits: number): string =>
		Math.floor(fractionOf(`${name} ${quoteNumber}`) * 16 ** digits)
			.toString(16)
			.padStart(digits, '0');
	return `${part('a', 8)}-${part('b', 4)}-${part('c', 4)}-${part('d', 4)}-${part('e', 6)}${part('f', 6)}`;
}
