import type { IDataObject } from 'n8n-workflow';

import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import { readState } from '../../../nodes/IngramMicroWatchTrigger/watchState.ts';
import { invoice, Listed, many, Node } from './listed.mts';

/* What a poll of searches asks, what ends, and what is remembered. */

describe('a round that takes several polls', () => {
	it('begins without a word, goes on where it stopped, and tells each new one once', async () => {
		const xi = new Listed('invoices', many(350));
		const node = new Node(xi, { watchFor: 'newInvoice' });
		expect(await node.poll(2)).toEqual([]);
		expect(await node.poll(2)).toEqual([]);
		expect(xi.calls.map(({ query }) => query?.pageNumber)).toEqual([1, 2, 3, 4]);
		xi.records.push(...many(20, 1000));
		const told: IDataObject[] = [];
		for (let poll = 0; poll < 8; poll++) told.push(...(await node.poll(1)));
		expect(told).toHaveLength(20);
		expect(new Set(told.map(({ key }) => key)).size).toBe(20);
	});

	it('keeps what it read where the rate limit is used up', async () => {
		const xi = new Listed('invoices', many(250));
		const node = new Node(xi, { watchFor: 'newInvoice', options: { startWithExisting: true } });
		xi.failAt = 3;
		expect(await node.poll()).toHaveLength(200);
		expect(await node.poll()).toHaveLength(50);
		expect(await node.poll()).toEqual([]);
	});

	it('keeps what it read where a later page fails, and does not ask for it again', async () => {
		const xi = new Listed('invoices', many(250));
		const node = new Node(xi, { watchFor: 'newInvoice', options: { startWithExisting: true } });
		xi.failWith = 'serverFault';
		xi.failAt = 3;
		expect(await node.poll()).toHaveLength(200);
		xi.failAt = 4;
		await expect(node.poll()).rejects.toThrow('wait');
		expect(await node.poll()).toHaveLength(50);
		expect(xi.calls.map(({ query }) => query?.pageNumber)).toEqual([1, 2, 3, 3, 3]);
	});

	it('counts the days that are left from today, though it began long ago', async () => {
		const renewals = many(150).map((_, renewalId) => ({ renewalId, expirationDate: '2026-12-28' }));
		const node = new Node(new Listed('renewals', []), { watchFor: 'renewalDue', daysAhead: '30' });
		await node.poll();
		node.xi.records = renewals;
		expect(await node.poll(1)).toHaveLength(100);
		node.now += 10 * DAY_MS;
		const later = await node.poll(1);
		expect(later).toHaveLength(50);
		expect(later[0]).toMatchObject({ after: 30, daysLeft: 20 });
		expect(await node.poll()).toEqual([]);
	});

	it('searches invoices by the month, the oldest first, so that none is behind the last page', async () => {
		const xi = new Listed('invoices', []);
		await new Node(xi, { watchFor: 'newInvoice', followDays: 90 }).poll();
		expect(xi.calls.map(({ query }) => [query?.invoiceFromDate, query?.invoiceToDate])).toEqual([
			['2026-08-29', '2026-09-28'],
			['2026-09-29', '2026-10-29'],
			['2026-10-30', '2026-11-29'],
		]);
	});

	it('leaves the state alone where its first call fails', async () => {
		const xi = new Listed('invoices', many(1));
		const node = new Node(xi, { watchFor: 'newInvoice' });
		xi.failAt = 1;
		const before = node.state;
		await expect(node.poll()).rejects.toThrow('wait');
		expect(node.state).toBe(before);
	});
});

describe('what ends', () => {
	const renewal = (expirationDate: string, more: IDataObject = {}) => ({
		renewalId: 1,
		expirationDate,
		vendor: 'Cisco Systems',
		...more,
	});
	const node = (records: IDataObject[], more: IDataObject = {}) =>
		new Node(new Listed('renewals', records), {
			watchFor: 'renewalDue',
			daysAhead: '30, 7',
			...more,
		});

	it('is told once for each number, and once for the nearest where it shows up late', async () => {
		const one = node([]);
		await one.poll();
		one.xi.records = [renewal('2026-12-02T00:00:00')];
		expect(await one.poll()).toMatchObject([{ before: null, after: 7, daysLeft: 4 }]);
		expect(await one.poll()).toEqual([]);
	});

	it('is told anew where it is moved, also where two have one number', async () => {
		const one = node([renewal('2026-12-20'), renewal('2026-12-24')]);
		await one.poll();
		expect(await one.poll()).toEqual([]);
		one.xi.records = [renewal('2026-12-26'), renewal('2026-12-24')];
		expect(await one.poll()).toMatchObject([{ after: 30, expirationDate: '2026-12-26' }]);
		expect(await one.poll()).toEqual([]);
	});

	it('is not told because a number was added that had come before', async () => {
		const one = node([renewal('2026-12-20'), renewal('2027-02-01', { renewalId: '2' })]);
		await one.poll();
		one.parameters = { ...one.parameters, daysAhead: '90, 60, 30, 25, 7' };
		expect(await one.poll()).toEqual([]);
		one.now += 10 * DAY_MS;
		expect(await one.poll()).toMatchObject([{ renewalId: '2', after: 60 }]);
	});

	it('is told in the language of the filters, and known whatever they say', async () => {
		const one = node([], { filters: { vendor: 'HP' } });
		await one.poll();
		one.xi.records = [
			renewal('2026-12-02'),
			renewal('2026-12-03', { renewalId: '2', vendor: 'hp inc' }),
		];
		expect(await one.poll()).toMatchObject([{ renewalId: '2' }]);
		one.parameters = { ...one.parameters, filters: { vendor: 'cisco' } };
		expect(await one.poll()).toEqual([]);
	});

	it('is not told of a quote that was ordered', async () => {
		const quote = (quoteStatus: string, quoteNumber: string) => ({
			quoteNumber,
			quoteStatus,
			ingramQuoteDate: '2026-11-01',
			ingramQuoteExpiryDate: '12/05/2026',
		});
		const one = new Node(
			new Listed('quotes', [quote('Ordered', 'Q-1'), quote('Ready to Order', 'Q-2')]),
			{
				watchFor: 'quoteChanged',
				changes: ['ending'],
				daysAhead: 3,
			},
		);
		await one.poll();
		one.now += 5 * DAY_MS;
		expect(await one.poll()).toMatchObject([{ quoteNumber: 'Q-2', after: 3, daysLeft: 2 }]);
	});
});

describe('the state', () => {
	it('is one text below 200 kB, with 10,000 records and more', async () => {
		const terms = Array.from({ length: 9_900 }, (_, renewalId) => ({
			renewalId,
			expirationDate: '2026-12-20',
		}));
		const renewals = new Node(new Listed('renewals', terms), { watchFor: 'renewalDue' });
		await renewals.poll();
		expect(renewals.state.length).toBeLessThan(200_000);
		const odd = Array.from({ length: 9_900 }, (_, i) =>
			invoice(i, { invoiceStatus: `Статус ${i} ${'x'.repeat(90)}` }),
		);
		const invoices = new Node(new Listed('invoices', odd), {
			watchFor: 'newInvoice',
			changes: ['appeared', 'statusChanged'],
		});
		await invoices.poll();
		expect(Buffer.byteLength(invoices.state)).toBeLessThan(200_000);
		expect(await invoices.poll()).toEqual([]);
	});

	it('of 5,000 invoices takes about 80 kB', async () => {
		const node = new Node(new Listed('invoices', many(5_000)), { watchFor: 'newInvoice' });
		await node.poll();
		expect(node.state.length).toBeLessThan(80_000);
		expect(node.xi.calls).toHaveLength(50);
	});

	it('forgets what was listed first where there are too many, says so, and repeats nothing', async () => {
		const xi = new Listed('invoices', []);
		const parameters = { watchFor: 'newInvoice', followDays: 60 };
		const node = new Node(xi, parameters);
		const days = ['2026-10-05', '2026-11-10'];
		xi.records = days.flatMap((invoiceDate, i) => many(6_000, i * 10_000, { invoiceDate }));
		await node.poll();
		expect(node.notes.join()).toMatch(
			/^Invoices are more than there is room to remember, and 2000/,
		);
		expect(await node.poll()).toEqual([]);
		xi.records.push(invoice(30_000));
		expect(await node.poll()).toHaveLength(1);
		expect(await node.poll()).toEqual([]);
	});

	it.each(['', 'x', '{}', '[]', 'null', '{"v":1}', '{"v":9,"of":"test","known":""}', 5, null])(
		'%j is none',
		(text) => {
			expect(readState(text, 'test')).toBeUndefined();
		},
	);
});
