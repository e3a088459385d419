import type { IDataObject } from 'n8n-workflow';

import type { Ask } from '../../../nodes/shared/operation.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';
import type { XiRequest } from '../../../nodes/shared/transport/request.ts';
import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import {
	emptyState,
	readState,
	written,
} from '../../../nodes/IngramMicroWatchTrigger/watchState.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';

/*
 * A poll without n8n: what XI lists is a list here, and the state goes through its text each time.
 */

const BEGIN = Date.parse('2026-11-28T12:00:00Z');

/** XI with these records under the list's name, 100 a page. */
class Listed {
	calls: XiRequest[] = [];
	failAt?: number;
	failWith: 'rateLimited' | 'serverFault' = 'rateLimited';
	constructor(
		private readonly list: string,
		public records: IDataObject[],
	) {}

	readonly ask: Ask = async (request, read) => {
		this.calls.push(request);
		if (this.failAt === this.calls.length) {
			throw new XiFailure({ reason: this.failWith, message: 'wait', endpoint: '' });
		}
		const { pageNumber, page, Page, invoiceFromDate, invoiceToDate } = request.query ?? {};
		const records = this.records.filter(
			({ invoiceDate: day }) =>
				invoiceFromDate === undefined ||
				typeof day !== 'string' ||
				day.includes('/') ||
				(day.slice(0, 10) >= String(invoiceFromDate) && day.slice(0, 10) <= String(invoiceToDate)),
		);
		const first = (Number(pageNumber ?? page ?? Page) - 1) * 100;
		const answer = {
			recordsFound: records.length,
			[this.list]: records.slice(first, first + 100),
		};
		return await Promise.resolve(read(answer as never));
	};
}

/** A node with these parameters that polls a list. */
class Node {
	state = written(emptyState('test'));
	now = BEGIN;
	notes: readonly string[] = [];
	constructor(
		readonly xi: Listed,
		public parameters: IDataObject,
	) {}

	async poll(calls = Infinity): Promise<IDataObject[]> {
		const settings = readSettings((name, initial) => this.parameters[name] ?? initial);
		const kind = kindOf(settings.watchFor);
		const before = this.xi.calls.length;
		const polling: Polling = {
			ask: this.xi.ask,
			now: this.now,
			today: Math.floor(this.now / DAY_MS),
			country: 'US',
			hasTime: () => this.xi.calls.length - before < calls,
		};
		const { told, text, notes } = await watch(settings, polling, [this.state], 'test');
		this.state = text;
		this.notes = notes;
		return itemsOf(told, kind, settings.watchFor, 'simplified').map(({ json }) => json);
	}
}

const invoice = (number: number, more: IDataObject = {}): IDataObject => ({
	invoiceNumber: `40-${number}`,
	invoiceStatus: 'OPEN',
	invoiceDate: '2026-11-28',
	invoiceAmountInclTax: '10.00',
	...more,
});
const many = (count: number, first = 0, more: IDataObject = {}) =>
	Array.from({ length: count }, (_, i) => invoice(first + i, more));

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

describe('what changed', () => {
	it.each<[string, IDataObject, Array<IDataObject | null>]>([
		['a status', { invoiceStatus: 'PAID' }, [{ before: 'open', after: 'paid' }]],
		['capitals alone', { invoiceStatus: 'open ' }, []],
		['the form of the amount', { invoiceAmountInclTax: 10 }, []],
		['the American form of the date', { invoiceDate: '11/28/2026' }, []],
		['a status that XI leaves out', { invoiceStatus: null }, []],
		['an amount due', { invoicedAmountDue: 0 }, []],
		['the form of the date', { invoiceDate: '2026-11-28T09:00:00' }, []],
		['a credit memo of the same number', { invoiceAmountInclTax: -10 }, [{ change: 'appeared' }]],
	])('%s', async (_, more, expected) => {
		const xi = new Listed('invoices', [invoice(1)]);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: ['appeared', 'statusChanged'] });
		await node.poll();
		xi.records = [invoice(1, more)];
		expect(await node.poll()).toMatchObject(expected);
		expect(await node.poll()).toEqual([]);
	});

	it('has a key of its own each time, also where a status comes back', async () => {
		const xi = new Listed('invoices', [invoice(1)]);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: ['statusChanged'] });
		await node.poll();
		const states = [node.state];
		const keys: unknown[] = [];
		for (const invoiceStatus of ['PAID', 'OPEN', 'PAID', 'OPEN', 'PAID']) {
			xi.records = [invoice(1, { invoiceStatus })];
			keys.push(...(await node.poll()).map(({ key }) => key));
			states.push(node.state);
		}
		expect(new Set(keys).size).toBe(5);
		// With an older state the last one comes again, as what it was.
		node.state = states[4];
		expect((await node.poll()).map(({ key }) => key)).toEqual([keys[4]]);
		node.state = states[2];
		expect((await node.poll()).map(({ key }) => key)).toEqual([keys[2]]);
	});

	it('has the same key whatever form the invoice number has', async () => {
		const told: IDataObject[] = [];
		for (const invoiceNumber of ['20RC1RJ11', '20-RC1RJ-11', ' 20-rc1rj-11 ']) {
			const node = new Node(new Listed('invoices', []), { watchFor: 'newInvoice' });
			await node.poll();
			node.xi.records = [invoice(1, { invoiceNumber })];
			told.push(...(await node.poll()));
		}
		expect(told).toHaveLength(3);
		expect(new Set(told.map(({ key }) => key)).size).toBe(1);
	});

	it.each(['ready to order', 'READY_TO_ORDER', 'Ready To Order', 'IM::READY TO ORDER'])(
		'is told by a status that is written as %s',
		async (status) => {
			const filters = { statuses: [status] };
			const node = new Node(new Listed('quotes', []), { watchFor: 'quoteChanged', filters });
			await node.poll();
			node.xi.records = ['Ready to Order', 'READY_TO_ORDER', 'Draft'].map((quoteStatus, i) => ({
				quoteNumber: `Q-${i}`,
				quoteStatus,
				ingramQuoteDate: '2026-11-28',
			}));
			const told = await node.poll();
			expect(told.map(({ after, quoteStatus }) => [after, quoteStatus])).toEqual([
				['ready to order', 'ready to order'],
				['ready to order', 'ready to order'],
			]);
		},
	);

	it('is told in the order of time, in whatever form XI writes it', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		await node.poll();
		const changed = ['2026-11-27T10:00:00', '11/26/2026', '2026-11-25', '11/28/2026'];
		xi.records = changed.map((lastModifiedDate, i) => ({
			quoteNumber: `Q-${i}`,
			quoteStatus: 'Active',
			ingramQuoteDate: '2026-01-02',
			lastModifiedDate,
		}));
		expect((await node.poll()).map(({ quoteNumber }) => quoteNumber)).toEqual([
			'Q-2',
			'Q-1',
			'Q-0',
			'Q-3',
		]);
	});

	it('is told of one of the types only, and where XI names none', async () => {
		const types = ['Invoice', 'CREDIT MEMO', undefined];
		const xi = new Listed('invoices', []);
		const node = new Node(xi, { watchFor: 'newInvoice', filters: { types: ['Credit Memo'] } });
		await node.poll();
		xi.records = types.map((invoiceType, i) => invoice(i, { invoiceType }));
		const told = await node.poll();
		expect(told.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['40-1', '40-2']);
	});

	it('is told with the status before, though another was between', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		const quote = (quoteStatus: string) => ({
			quoteNumber: 'QUO-1',
			quoteStatus,
			ingramQuoteDate: '2026-11-28',
			lastModifiedDate: '2026-11-28',
		});
		await node.poll();
		xi.records = [quote('Draft')];
		expect(await node.poll()).toMatchObject([{ change: 'appeared', after: 'draft' }]);
		xi.records = [];
		expect(await node.poll()).toEqual([]);
		xi.records = [quote('Ready to Order')];
		expect(await node.poll()).toMatchObject([{ before: 'draft', after: 'ready to order' }]);
	});

	it('shows on an older quote that nobody had seen, compared with nothing', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		await node.poll();
		xi.records = [{ quoteNumber: 'Q-1', quoteStatus: 'Active', ingramQuoteDate: '2026-01-02' }];
		expect(await node.poll()).toMatchObject([
			{ change: 'statusChanged', before: null, after: 'active' },
		]);
	});

	it('is told of a record of which XI names no date', async () => {
		const xi = new Listed('returnsClaims', []);
		const node = new Node(xi, { watchFor: 'returnChanged' });
		await node.poll();
		xi.records = [{ caseRequestNumber: 'CAS-1', status: 'Open' }];
		expect(await node.poll()).toMatchObject([{ change: 'appeared', changedAt: null }]);
		expect(await node.poll()).toEqual([]);
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
