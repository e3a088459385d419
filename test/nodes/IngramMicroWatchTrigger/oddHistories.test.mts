import type { IDataObject } from 'n8n-workflow';

import { compareLines } from '../../../nodes/IngramMicroWatchTrigger/orderDiff.ts';
import { standingOf, throwsNow } from '../../../nodes/IngramMicroWatchTrigger/outages.ts';
import { seenLines } from '../../../nodes/IngramMicroWatchTrigger/seenLines.ts';
import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import { invoice, Listed, many, Node } from './listed.mts';

/* Histories that are rare, and still have to come out once: terms that end unseen, twins, lines that go. */

const brief = (items: IDataObject[]) =>
	items.map(({ change, before, after }) => [change, before, after]);

describe('what ends while nothing is polled', () => {
	const renewal = (renewalId: number, expirationDate: string) => ({ renewalId, expirationDate });

	it('is told afterwards, once', async () => {
		const renewals = [renewal(1, '2026-12-05'), renewal(2, '12/30/2026')];
		const xi = new Listed('renewals', renewals);
		const node = new Node(xi, { watchFor: 'renewalDue', daysAhead: '2' });
		expect(await node.poll()).toEqual([]);
		node.now += 10 * DAY_MS;
		xi.calls = [];
		expect(await node.poll()).toMatchObject([
			{ renewalId: '1', change: 'ending', after: 2, daysLeft: -3 },
		]);
		expect(JSON.stringify(xi.calls[0].body)).toContain('"customStartDate":"11/27/2026"');
		expect(await node.poll()).toEqual([]);
		node.now += DAY_MS;
		expect(await node.poll()).toEqual([]);
	});

	it('is told no more where it was told for its last number before', async () => {
		const node = new Node(new Listed('renewals', [renewal(1, '2026-12-01')]), {
			watchFor: 'renewalDue',
			daysAhead: '7, 3',
			options: { startWithExisting: true },
		});
		expect(await node.poll()).toMatchObject([{ after: 3, daysLeft: 3 }]);
		node.now += 10 * DAY_MS;
		expect(await node.poll()).toEqual([]);
	});

	it('had ended before the first poll and is not told', async () => {
		const node = new Node(new Listed('deals', [{ dealId: '1', dealExpiryDate: '2026-11-20' }]), {
			watchFor: 'dealEnding',
			daysAhead: '30',
			options: { startWithExisting: true },
		});
		expect(await node.poll()).toEqual([]);
		expect(await node.poll()).toEqual([]);
	});

	it('is told on the day itself with 0 days ahead, on 29 February', async () => {
		const node = new Node(new Listed('renewals', [renewal(1, '02/29/2028')]), {
			watchFor: 'renewalDue',
			daysAhead: 0,
		});
		node.now = Date.parse('2028-02-28T12:00:00Z');
		expect(await node.poll()).toEqual([]);
		expect(await node.poll()).toEqual([]);
		node.now += DAY_MS;
		expect(await node.poll()).toMatchObject([{ after: 0, daysLeft: 0 }]);
		node.now += DAY_MS;
		expect(await node.poll()).toEqual([]);
	});
});

describe('records that have the same key', () => {
	const both = ['appeared', 'statusChanged'];

	it('are an invoice and the credit memo of all of it, each told once', async () => {
		const own = (invoiceType: string, invoiceStatus: string) =>
			invoice(1, { invoiceType, invoiceStatus });
		const xi = new Listed('invoices', []);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: both });
		await node.poll();
		xi.records = [own('Invoice', 'OPEN'), own('Credit Memo', 'PAID')];
		expect(brief(await node.poll())).toEqual([
			['appeared', null, 'open'],
			['appeared', null, 'paid'],
		]);
		for (let poll = 0; poll < 3; poll++) {
			xi.records.reverse();
			expect(await node.poll()).toEqual([]);
		}
		xi.records = [own('Credit Memo', 'PAID'), own('Invoice', 'PAID')];
		const told = await node.poll();
		expect(told).toMatchObject([{ change: 'statusChanged', before: 'open', after: 'paid' }]);
		expect(await node.poll()).toEqual([]);
	});

	it('are claims of one return, each told once', async () => {
		const claim = (returnClaimId: string, status: string) => ({
			caseRequestNumber: 'CAS-1',
			returnClaimId,
			createdOn: '2026-11-28',
			status,
		});
		const xi = new Listed('returnsClaims', []);
		const node = new Node(xi, { watchFor: 'returnChanged' });
		await node.poll();
		xi.records = [claim('1', 'Open'), claim('2', 'Denied')];
		const told = await node.poll();
		expect(brief(told)).toEqual([
			['appeared', null, 'open'],
			['appeared', null, 'denied'],
		]);
		expect(new Set(told.map(({ key }) => key)).size).toBe(2);
		expect(await node.poll()).toEqual([]);
		xi.records = [claim('2', 'Denied'), claim('1', 'Approved')];
		expect(brief(await node.poll())).toEqual([['statusChanged', 'open', 'approved']]);
		expect(await node.poll()).toEqual([]);
	});

	it('is one invoice whose amount comes later', async () => {
		const xi = new Listed('invoices', []);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: both });
		await node.poll();
		xi.records = [invoice(1, { invoiceAmountInclTax: null })];
		expect(await node.poll()).toHaveLength(1);
		xi.records = [invoice(1)];
		expect(await node.poll()).toEqual([]);
		xi.records = [invoice(1, { invoiceStatus: 'PAID' })];
		expect(brief(await node.poll())).toEqual([['statusChanged', 'open', 'paid']]);
	});
});

it('tells nothing of quotes that had no room in the state, poll after poll', async () => {
	const quotes = many(10_500).map((_, i) => ({
		quoteNumber: `Q-${i}`,
		quoteStatus: 'Active',
		ingramQuoteDate: '2026-10-01',
		ingramQuoteExpiryDate: '2027-06-30',
	}));
	class Cut extends Listed {
		readonly whole = quotes;
	}
	const xi = new Cut('quotes', quotes.slice(0, 9_900));
	const node = new Node(xi, {
		watchFor: 'quoteChanged',
		changes: ['appeared', 'ending', 'statusChanged'],
	});
	await node.poll();
	xi.records = quotes.slice(600);
	await node.poll();
	for (const first of [0, 600, 0]) {
		xi.records = quotes.slice(first, first + 9_900);
		expect(await node.poll()).toEqual([]);
	}
});

describe('a line', () => {
	const NUMBER = '20-RD128';
	const line = (number: string, part: string, more: IDataObject = {}): IDataObject => ({
		subOrderNumber: `${NUMBER}-11`,
		ingramOrderLineNumber: number,
		ingramPartNumber: part,
		lineStatus: 'Open',
		quantityOrdered: 5,
		...more,
	});
	const told = (...answers: IDataObject[][]) => {
		let facts: ReadonlyMap<string, string> = new Map();
		return answers.map((lines) => {
			const order = { ingramOrderNumber: NUMBER, orderStatus: 'Processing', lines };
			const look = compareLines(order, seenLines(order), facts);
			facts = look.facts;
			return look.told.map(({ change, before, after, parts }) => [change, before, after, ...parts]);
		});
	};

	it('that is voided, taken up again and voided again is told by another key', () => {
		const states = ['Open', 'Cancelled', 'Open', 'Cancelled'].map((lineStatus) => [
			line('001', 'AAA', { lineStatus }),
		]);
		expect(told(...states)).toEqual([
			[],
			[['voided', 'open', 'cancelled']],
			[],
			[['voided', 'open', 'cancelled', 1]],
		]);
	});

	it('that is voided tells nothing again where its status is left out for a while', () => {
		const answers = ['Cancelled', null, 'Cancelled', '', 'Cancelled'].map((one) => [
			line('001', 'AAA', { lineStatus: one }),
			line('002', 'BBB'),
		]);
		const [first, ...others] = told(...answers);
		expect(first).toHaveLength(1);
		expect(others.flat()).toEqual([]);
	});

	it('that takes the place of another beside lines that stay is new', () => {
		const stays = line('001', 'AAA');
		const awaited = (number: string, part: string) =>
			line(number, part, { quantityBackOrdered: 5 });
		expect(
			told([stays, awaited('002', 'BBB')], [stays, awaited('003', 'CCC')], [stays]).slice(1),
		).toEqual([[['backordered', 0, 5, 5]], []]);
	});
});

it('throws an error soon again where the clock was set back', () => {
	const failure = new Error('down');
	const standing = (now: number) => standingOf('clock', 'stored', {}, true, now);
	const begin = Date.parse('2026-11-28T12:00:00Z');
	standing(begin);
	const throws = (now: number) => throwsNow(failure, standing(now), undefined, now);
	expect([begin + 2 * 60_000, begin + 3 * 60_000].map(throws)).toEqual([true, false]);
	const back = begin - 3 * DAY_MS;
	expect([back, back + 60_000].map(throws)).toEqual([true, false]);
});
