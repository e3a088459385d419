import { numberIn, numberOrText } from '../../amounts';
import { quotedValue } from '../../fields/declaration';
import { collection, optionalAmount, type Values } from '../../fields/field';
import { Refused } from '../../errors';
import type { Ask, Spending } from '../../operation';
import { clean } from '../../transport/refusal';
import { detailsOf, type QuoteDetailsAnswer } from '../quotes';
import { type Buying, overspent, spendingLimits, strictly } from './spending';

const limits = {
	maxDayTotal: spendingLimits.maxDayTotal,
	maxOrderTotal: optionalAmount('Maximum Order Total', {
		description: 'Refuse a quote that costs more than this in all, without freight and taxes',
	}),
	maxRunTotal: spendingLimits.maxRunTotal,
};

export type QuoteLimits = Partial<Values<typeof limits>>;

/** What a quote may cost. Off unless something is added to it. */
export const checkBeforeOrderingQuote = collection('Check Before Ordering', strictly(limits), {
	addLabel: 'Add check',
	description:
		'What to check before the quote is ordered, with its total as its details show it at that moment. If a check fails, so does the item, and nothing is sent.',
});

const quoteIn = (answer: QuoteDetailsAnswer): QuoteDetailsAnswer => answer;

/**
 * Holds the order of a quote against limits, by the total that the quote's details name. Asks nothing
 * where there is no limit. XI documentation: "Quote Details".
 *
 * @throws Refused where a limit is broken, and where it cannot be told what the quote costs
 */
export async function checkQuote(
	ask: Ask,
	wanted: QuoteLimits,
	{ quoteNumber, ...buying }: Omit<Buying, 'amount' | 'currency'> & { quoteNumber: string },
	spending: Spending,
): Promise<void> {
	const { maxOrderTotal: most, maxRunTotal, maxDayTotal } = wanted;
	const sums = maxRunTotal !== undefined || maxDayTotal !== undefined;
	if (most === undefined && !sums) return;
	const quote = await ask(detailsOf(quoteNumber), quoteIn);
	if (quote === undefined) throw new Refused([`Ingram Micro has no quote ${quoteNumber}`]);
	const told = quote.extendedQuotePriceTotal;
	const amount = numberIn(told);
	// Nothing costs nothing: a total of zero is none.
	if (amount === undefined || amount <= 0) {
		const isUnclear = amount === undefined && typeof numberOrText(told) === 'string';
		throw new Refused([
			isUnclear
				? `Ingram Micro’s total of quote ${quoteNumber}, ${quotedValue(told)}, cannot be read as a number`
				: `Ingram Micro names no total of quote ${quoteNumber}`,
		]);
	}
	const currency = clean(quote.currencyCode);
	if (currency === undefined && sums) {
		throw new Refused([
			`Ingram Micro names no currency of quote ${quoteNumber}, so it cannot be added to what was spent`,
		]);
	}
	const reasons =
		most !== undefined && amount > most ? [`the quote costs ${amount}; the limit is ${most}`] : [];
	const order = { ...buying, amount, currency: currency ?? '' };
	reasons.push(...(await overspent(ask, wanted, order, spending)));
	if (reasons.length > 0) throw new Refused(reasons);
}
