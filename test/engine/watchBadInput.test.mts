import type { IDataObject } from 'n8n-workflow';

import { PollHost, useClock, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/* What a person may have set wrongly is said before anything is asked, and what does not matter is not. */

const bench = useBench({ products: 1 });
const clock = useClock();

const host = (parameters: IDataObject) => new PollHost(bench, parameters as never);

const RENEWALS = { watchFor: 'renewalDue' };
const DEALS = { watchFor: 'dealEnding' };
const QUOTES = { watchFor: 'quoteChanged' };
const ORDERS = { watchFor: 'orderChanged' };
const ETAS = { watchFor: 'etaChanged' };
const INVOICES = { watchFor: 'newInvoice' };
const PRICES = { watchFor: 'priceOrStockChanged', products: 'SKU1' };
const RUNNING_OUT = { ...DEALS, changes: ['runningOut'] };
const HOURLY = { item: [{ mode: 'everyHour', minute: 0 }] };
const many = (count: number) => Array.from({ length: count }, (_, i) => `SKU${i}`);

const BAD: Array<[IDataObject, RegExp]> = [
	[{ watchFor: 'renewalDue', daysAhead: '90, soon' }, /'Days Ahead' holds "soon"/],
	[{ watchFor: 'renewalDue', daysAhead: '-1' }, /'Days Ahead' holds "-1"/],
	[{ watchFor: 'dealEnding', daysAhead: '' }, /'Days Ahead' is empty/],
	[{ watchFor: 'dealEnding', daysAhead: '1.5' }, /'Days Ahead' holds "1.5"/],
	[{ watchFor: 'quoteChanged', changes: [] }, /'Changes' is empty/],
	[{ watchFor: 'orderChanged', changes: [] }, /'Changes' is empty/],
	[{ watchFor: 'orderChanged', followDays: 'a month' }, /'Follow for \(Days\)' is "a month"/],
	[{ watchFor: 'orderChanged', followDays: 400 }, /from 1 to 180/],
	[{ watchFor: 'etaChanged', byDays: -3 }, /'By at Least \(Days\)' is "-3"/],
	[{ watchFor: 'etaChanged', byDays: 0 }, /from 1 to 365/],
	[
		{ watchFor: 'dealEnding', changes: ['runningOut'], belowQuantity: 0 },
		/'Remaining Quantity Below' is "0"/,
	],
	[{ watchFor: 'newInvoice', followDays: 0 }, /'Follow for \(Days\)' is "0"/],
	[{ ...RENEWALS, daysAhead: '90 days' }, /'Days Ahead' holds "days"/],
	[{ ...RENEWALS, daysAhead: [90, 'x'] }, /'Days Ahead' holds "x"/],
	[{ ...RENEWALS, daysAhead: true }, /'Days Ahead' holds "true"/],
	[{ ...RENEWALS, daysAhead: 731 }, /'Days Ahead' holds "731".*from 0 to 730/],
	[{ ...RENEWALS, daysAhead: ' , ' }, /'Days Ahead' is empty/],
	[{ ...RENEWALS, daysAhead: [] }, /'Days Ahead' is empty/],
	[{ ...RENEWALS, daysAhead: many(21).map((_, i) => i) }, /holds 21 numbers; at most 20/],
	[{ ...QUOTES, changes: ['ending'], daysAhead: 'soon' }, /'Days Ahead' holds "soon"/],
	[{ ...QUOTES, changes: ['vanished'] }, /'Changes'.*"vanished"/],
	[{ ...ORDERS, followDays: -1 }, /'Follow for \(Days\)' is "-1"/],
	[{ ...ORDERS, followDays: 1.5 }, /'Follow for \(Days\)' is "1.5".*whole number/],
	[{ ...INVOICES, followDays: 181 }, /from 1 to 180/],
	[{ ...ETAS, byDays: 'some' }, /'By at Least \(Days\)' is "some"/],
	[{ ...ETAS, changes: [] }, /'Changes' is empty/],
	[{ ...RUNNING_OUT, belowQuantity: -1 }, /'Remaining Quantity Below' is "-1"/],
	[{ ...RUNNING_OUT, belowQuantity: 'few' }, /'Remaining Quantity Below' is "few"/],
	[{ watchFor: 'everything' }, /'Watch For'.*"everything"/],
	[{ ...INVOICES, output: 'rows' }, /'Output'.*"rows"/],
	[{ ...PRICES, products: '' }, /'Products' is empty/],
	[{ ...PRICES, products: ' ,\n; ' }, /'Products' is empty/],
	[{ ...PRICES, products: [] }, /'Products' is empty/],
	[{ ...PRICES, products: '[]' }, /'Products' is empty/],
	[{ ...PRICES, products: [null, ''] }, /'Products' is empty/],
	[{ ...PRICES, products: '["SKU1",' }, /'Products' begins with \[ and is no JSON/],
	[{ ...PRICES, products: ['SKU1', {}] }, /'Products', entry 2/],
	[{ ...PRICES, products: { sku: 'SKU1' } }, /'Products', entry 1/],
	[{ ...PRICES, products: many(5_001) }, /'Products' holds 5001 products; at most 5000.*100 calls/],
	[
		{ ...PRICES, products: many(5_000), pollTimes: HOURLY },
		/100 calls of 50; .* 2 polls\. With one every 60 minutes that is 120 minutes/,
	],
	[{ ...PRICES, everyMinutes: 14 }, /'Ask Every \(Minutes\)' is "14".*from 15 to 10080/],
	[{ ...PRICES, everyMinutes: 0 }, /'Ask Every \(Minutes\)' is "0"/],
	[{ ...PRICES, everyMinutes: 'hourly' }, /'Ask Every \(Minutes\)' is "hourly"/],
	[{ ...PRICES, everyMinutes: 10_081 }, /from 15 to 10080/],
	[{ ...PRICES, changes: [] }, /'Changes' is empty/],
	[{ ...PRICES, thresholds: { percent: -1 } }, /'Price by Percent'.*"-1".*at least 0/],
	[{ ...PRICES, thresholds: { percent: '5%' } }, /'Price by Percent'.*"5%"/],
	[{ ...PRICES, thresholds: { percent: 'five' } }, /'Price by Percent'.*"five"/],
	[{ ...PRICES, thresholds: { amount: '-0.5' } }, /'Price by Amount'.*"-0.5"/],
	[{ ...PRICES, thresholds: { pieces: -1 } }, /'Stock by Pieces'.*"-1".*at least 1/],
	[{ ...PRICES, thresholds: { pieces: 0 } }, /'Stock by Pieces'.*"0"/],
	[{ ...PRICES, thresholds: { pieces: 1.5 } }, /'Stock by Pieces'.*"1.5"/],
	[{ ...RENEWALS, filters: { vendor: '' } }, /'Vendor'.*is empty/],
	[{ ...DEALS, filters: { endUser: ' ' } }, /'End User'.*is empty/],
	[{ ...INVOICES, filters: { statuses: [] } }, /'Statuses'.*is empty/],
	[{ ...INVOICES, filters: { types: [''] } }, /'Types'.*is empty/],
	[{ ...ORDERS, filters: { customerOrderNumber: '' } }, /'Customer Order Number'.*is empty/],
];

const named = BAD.map((row) => [JSON.stringify(row[0]).slice(0, 120), ...row] as const);

it.each(named)('refuses %s before any call', async (_, parameters, words) => {
	const own = host(parameters);
	await own.publish();
	expect(own.errors[0]?.message).toMatch(words);
	expect(own.errors[0].failure).toEqual({ cause: 'configuration-invalid' });
	await expect(own.fetchTestEvent()).rejects.toThrow(words);
	expect(bench.xi.requests).toEqual([]);
});

it('says so once an hour where it was published by a start of n8n', async () => {
	const own = host({ ...PRICES, products: '' });
	await own.publish(undefined, 'init');
	expect(own.errors).toEqual([]);
	clock.forward(2 * 60_000);
	for (let poll = 0; poll < 5; poll++) await own.tick();
	expect(own.errors).toHaveLength(1);
	clock.forward(HOUR);
	await own.tick();
	expect(own.errors).toHaveLength(2);
	expect(bench.xi.requests).toEqual([]);
});

it.each<[string, IDataObject]>([
	['days ahead of what is not told', { ...QUOTES, changes: ['appeared'], daysAhead: 'soon' }],
	['days ahead of deals', { ...RUNNING_OUT, daysAhead: '' }],
	['pieces that are left', { ...DEALS, changes: ['ending'], belowQuantity: 0 }],
	['what another kind asks for', { ...ORDERS, byDays: -1, products: '', daysAhead: 'soon' }],
	['thresholds of prices', { ...PRICES, changes: ['outOfStock'], thresholds: { percent: 5 } }],
	['a threshold of 0', { ...PRICES, thresholds: { percent: 0, amount: 0 } }],
	['a blank number', { ...ORDERS, followDays: '' }],
	['a text that is a number', { ...ORDERS, followDays: '45' }],
	['Poll Times of another kind', { ...RENEWALS, pollTimes: { item: [{ mode: 'everyMonth' }] } }],
	['a few products and few polls', { ...PRICES, pollTimes: { item: [{ mode: 'everyMonth' }] } }],
	['one change of each', { ...ETAS, changes: ['etaGone'] }],
])('does not mind %s', async (_, parameters) => {
	const own = host(parameters);
	await own.publish();
	expect(own.errors).toEqual([]);
	expect(bench.xi.requests.length).toBeGreaterThan(0);
});
