import type { INodeParameters } from 'n8n-workflow';

import { GOES_ON } from '../orders/support.mts';
import { runnerOf, useBench } from '../support.mts';
import { countOf, ORDER, ORDER_LEGACY, orderOf, PLAIN, runQuotes } from './orderSupport.mts';

const bench = useBench({ products: 20 });
const DETAILS = '/resellers/v6/quotes/{quoteNumber}';
const LINES = [{ ingramPartNumber: '123512', quantity: 2 }];

/** What a quote costs, by its details. */
async function totalOf(quote: string): Promise<number> {
	const { items } = await runQuotes(bench, {
		operation: 'get',
		quote: { __rl: true, mode: 'quoteNumber', value: quote },
		output: 'raw',
	});
	bench.xi.clearRequests();
	return items[0].json.extendedQuotePriceTotal as number;
}

const run = async (
	quotes: string[],
	limits: INodeParameters,
	more: INodeParameters = {},
): Promise<Array<Record<string, unknown>>> => {
	const given = {
		...orderOf(PLAIN, {}),
		quote: { __rl: true, mode: 'quoteNumber', value: '={{ $json.quote }}' },
		customerOrderNumber: '={{ $json.po }}',
		checkBeforeOrdering: limits,
		...more,
	};
	const input = quotes.map((quote, position) => ({ quote, po: `Q-${position + 1}` }));
	const { items } = await runQuotes(bench, given, input, GOES_ON);
	return items.map(({ json }) => json);
};

it.each([
	['maxRunTotal', 'this run', 'v7', ORDER],
	['maxDayTotal', 'the day', 'v7', ORDER],
	['maxRunTotal', 'this run', 'v6', ORDER_LEGACY],
])('stops at the quote that would exceed %s (%s, %s)', async (name, whose, version, endpoint) => {
	const quotes = bench.xi.addQuotes(3, { lines: LINES });
	const total = await totalOf(quotes[0]);
	const limits = { [name]: total * 1.5 };
	const more = { options: { version }, vendorFieldsNamedBy: 'validateQuote' };
	const out = await run(quotes, limits, more);
	expect(out.map((json) => 'error' in json)).toEqual([false, true, true]);
	expect(out[1].error).toMatch(
		new RegExp(
			`Not sent: ${whose} has spent [\\d.]+ USD, and this order of ${total.toFixed(2)} would exceed`,
		),
	);
	expect(out[1]).toMatchObject({ details: { reason: 'checked' } });
	expect(countOf(bench, endpoint)).toBe(1);
});

it('refuses a quote above the maximum order total', async () => {
	const [quote] = bench.xi.addQuotes(1, { lines: LINES });
	const total = await totalOf(quote);
	const [refused] = await run([quote], { maxOrderTotal: total - 0.01 });
	expect(refused.error).toMatch(`Not sent: the quote costs ${total}; the limit is`);
	const [ordered] = await run([quote], { maxOrderTotal: total });
	expect(ordered).toMatchObject({ outcome: 'created' });
	expect(countOf(bench, ORDER)).toBe(1);
});

it.each([
	['without a total', { extendedQuotePriceTotal: null }, /names no total of quote/],
	['with a total of nothing', { extendedQuotePriceTotal: 0 }, /names no total of quote/],
	['with a total of two readings', { extendedQuotePriceTotal: '1,234' }, /"1,234", cannot be read/],
	['without a currency', { extendedQuotePriceTotal: 5 }, /names no currency of quote/],
])('orders nothing of a quote %s', async (_, body, why) => {
	bench.xi.faults.add({ match: { endpoint: DETAILS }, kind: 'status', status: 200, body });
	const [out] = await run([PLAIN], { maxRunTotal: 100000 });
	expect(out.error).toMatch(why);
	expect(countOf(bench, ORDER)).toBe(0);
});

it('asks for no details without a limit', async () => {
	await run([PLAIN], {});
	expect(countOf(bench, DETAILS, 'GET')).toBe(0);
	expect(countOf(bench, ORDER)).toBe(1);
});

it('Create Order Asynchronously by a quote has the limits too', async () => {
	const quotes = bench.xi.addQuotes(2, { lines: LINES });
	const total = await totalOf(quotes[0]);
	const { items } = await runnerOf(bench, 'ingramMicroOrders')(
		{
			operation: 'createAsync',
			customerOrderNumber: '={{ $json.po }}',
			quoteNumber: '={{ $json.quote }}',
			checkBeforeOrdering: { maxRunTotal: total * 1.5 },
			options: { lookSeconds: 0 },
		},
		quotes.map((quote, position) => ({ quote, po: `A-${position}` })),
		GOES_ON,
	);
	expect(items.map(({ json }) => 'error' in json)).toEqual([false, true]);
	expect(items[1].json.error).toMatch(`this run has spent ${total.toFixed(2)} USD`);
	expect(countOf(bench, ORDER)).toBe(1);
});
