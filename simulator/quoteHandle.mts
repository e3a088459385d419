import { customerOf } from './orderHandle.mts';
import { makeQuote, type QuoteRequest } from './state/quoteMaking.mts';
import { statusOf, totalOf, type Quote, type QuoteStatus } from './state/quotes.mts';
import type { World } from './state/world.mts';

/** A quote, as tests look at it. A copy: it does not change any more. */
export interface QuoteView {
	quoteNumber: string;
	quoteName: string;
	customerNumber: string;
	status: QuoteStatus;
	total: number;
	createdAt: Date;
	lines: { ingramPartNumber: string; quantity: number; price: number }[];
	/** What came of it. */
	ingramOrderNumbers: string[];
}

/** What `addQuotes` may be told; the rest is as `QuoteRequest` has it, the same for all of them. */
export interface AddQuotes extends Partial<Omit<QuoteRequest, 'quoteName'>> {
	/** Default: the first customer of the first app. */
	customerNumber?: string;
	/** Names are this and a number, from 1. Default `SEED-`. */
	prefix?: string;
	/** When the first one was created; each next one a minute later. Default: so that all are past. */
	from?: Date;
}

/** Makes the copies of all quotes, in the order in which they came. */
export function quoteViews({ quotes, clock }: World): QuoteView[] {
	clock.catchUp();
	return quotes.all.map((quote) => viewOf(quote, clock.lifeNow()));
}

function viewOf(quote: Quote, now: number): QuoteView {
	return {
		quoteNumber: quote.quoteNumber,
		quoteName: quote.quoteName,
		customerNumber: quote.customer.customerNumber,
		status: statusOf(quote, now),
		total: totalOf(quote),
		createdAt: new Date(quote.createdAt),
		lines: quote.lines.map(({ ingramPartNumber, quantity, price }) => ({
			ingramPartNumber,
			quantity,
			price,
		})),
		ingramOrderNumbers: quote.orders.map(({ ingramOrderNumber }) => ingramOrderNumber),
	};
}

/**
 * Puts quotes into the books, quickly. Nobody is told of them.
 *
 * @returns their numbers, oldest first
 * @throws RangeError when the customer or a part does not exist
 */
export function addQuotes(world: World, count: number, wish: AddQuotes = {}): string[] {
	const { customerNumber, prefix = 'SEED-', from, ...rest } = wish;
	const customer = customerOf(world, customerNumber);
	const lines = rest.lines ?? [{ ingramPartNumber: 'DF4128', quantity: 1 }];
	const begin = from?.getTime() ?? world.clock.lifeNow() - (count + 1) * 60_000;
	return Array.from({ length: count }, (_, i) => {
		const request = { ...rest, lines, quoteName: `${prefix}${i + 1}` };
		const made = makeQuote(world, customer, request, world.quotes.nextNumber(), begin + i * 60_000);
		if ('problems' in made)
			throw new RangeError(made.problems.map(({ message }) => message).join());
		return made.quote.quoteNumber;
	});
}
