import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { PRICES, runnerOf, useBench } from './support.mts';

const bench = useBench({ timeScale: 1 });
const clock = useClock();

const KINDS: StateKind[] = ['lasting', 'durable'];

/** Moves time on, and lets the simulator do all that falls due. */
function later(ms: number): void {
	clock.forward(ms);
	bench.xi.advanceTime(0);
}

describe.each(KINDS)('invoices, with %s state', (state) => {
	it('tells each once, in the order of their dates', async () => {
		bench.xi.addOrders(5);
		const host = new PollHost(bench, { watchFor: 'newInvoice' }, state);
		expect(await host.publish()).toEqual([]);
		expect(await host.tick()).toEqual([]);
		later(HOUR);
		bench.xi.addOrders(2);
		const first = await host.tick();
		expect(first).toHaveLength(2);
		expect(first[0]).toMatchObject({ change: 'appeared', before: null, after: 'open' });
		for (let day = 0; day < 20; day++) {
			later(DAY);
			bench.xi.addOrders(1);
			expect(await host.tick()).toHaveLength(1);
			expect(await host.tick()).toEqual([]);
		}
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(22);
		expect(host.errors).toEqual([]);
	});
});

describe.each(KINDS)('returns, with %s state', (state) => {
	it('tells what appears and each decision once', async () => {
		const [old = ''] = bench.xi.addReturns(1);
		const host = new PollHost(bench, { watchFor: 'returnChanged' }, state);
		expect(await host.publish()).toEqual([]);
		expect(await host.tick()).toEqual([]);
		const [number = ''] = bench.xi.addReturns(1);
		expect(await host.tick()).toMatchObject([
			{ caseRequestNumber: number, change: 'appeared', before: null, after: 'open' },
		]);
		later(2 * DAY);
		bench.xi.returnSteps.approve(old);
		expect(await host.tick()).toMatchObject([
			{ caseRequestNumber: old, change: 'statusChanged', before: 'open', after: 'approved' },
		]);
		later(DAY);
		bench.xi.returnSteps.deny(number);
		expect(await host.tick()).toMatchObject([
			{ caseRequestNumber: number, change: 'statusChanged', before: 'open', after: 'denied' },
		]);
		later(20 * DAY);
		expect(await host.tick()).toEqual([]);
		expect(host.errors).toEqual([]);
	});
});

describe.each(KINDS)('quotes, with %s state', (state) => {
	it('tells what appears, and leaves its state alone where nothing did', async () => {
		bench.xi.addQuotes(3);
		const host = new PollHost(bench, { watchFor: 'quoteChanged' }, state);
		expect(await host.publish()).toEqual([]);
		expect(await host.tick()).toEqual([]);
		const numbers = bench.xi.addQuotes(2, { prefix: 'NEW-' });
		const told = await host.tick();
		expect(told.map(({ quoteNumber }) => quoteNumber).sort()).toEqual([...numbers].sort());
		expect(told[0]).toMatchObject({ change: 'appeared', after: 'ready to order' });
		expect(await host.tick()).toEqual([]);
	});

	it('tells once for each number of days that a quote is to end', async () => {
		const host = new PollHost(
			bench,
			{ watchFor: 'quoteChanged', changes: ['ending'], daysAhead: '7, 1' },
			state,
		);
		bench.xi.addQuotes(1, { expiresAt: Date.now() + 60 * DAY });
		await host.publish();
		for (let day = 0; day < 70; day++) {
			later(DAY);
			await host.tick();
		}
		const ends = host.emitted.filter(({ quoteName }) => quoteName === 'SEED-1');
		expect(ends.map(({ after, daysLeft }) => [after, daysLeft])).toEqual([
			[7, 7],
			[1, 1],
		]);
	});
});

describe.each(KINDS)('renewals and deals, with %s state', (state) => {
	it('tells each renewal once for each number of days, over 130 days', async () => {
		bench.xi.addRenewals(60);
		const all = await runnerOf(
			bench,
			'ingramMicroRenewals',
		)({
			operation: 'getMany',
			returnAll: true,
			filters: { status: 'Open' },
		});
		const begin = Date.now();
		const host = new PollHost(
			bench,
			{ watchFor: 'renewalDue', daysAhead: '90, 30, 7' },
			state,
			'Pacific/Auckland',
		);
		await host.publish();
		for (let day = 0; day < 130; day++) {
			later(DAY);
			await host.tick();
		}
		const lefts = (json: IDataObject, at: number) =>
			(Date.parse((json.expirationDate as string).slice(0, 10)) - at) / DAY;
		const expected = all.items.flatMap(({ json }) =>
			// A day on either side is left to the zone.
			[90, 30, 7]
				.filter((days) => lefts(json, begin) > days + 1 && lefts(json, begin) < days + 128)
				.map((days) => `${json.renewalId as number} ${days}`),
		);
		const told = host.emitted.map(
			({ renewalId, after }) => `${renewalId as number} ${after as number}`,
		);
		expect(expected.length).toBeGreaterThan(30);
		expect(new Set(told).size).toBe(told.length);
		expect(expected.filter((one) => !told.includes(one))).toEqual([]);
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(told.length);
	});

	it('tells deals that end, and of one number those of each manufacturer', async () => {
		bench.xi.addDeals(30);
		const host = new PollHost(bench, { watchFor: 'dealEnding', daysAhead: '30, 7' }, state);
		await host.publish();
		for (let day = 0; day < 60; day++) {
			later(DAY);
			await host.tick();
		}
		expect(host.emitted.length).toBeGreaterThan(0);
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(host.emitted.length);
		for (const { after, daysLeft } of host.emitted) expect(after).toBe(daysLeft);
		expect(host.errors).toEqual([]);
	});
});

describe.each(KINDS)('what is left of deals, with %s state', (state) => {
	it('tells once that few pieces are left, and again only after there were more', async () => {
		const parameters = {
			watchFor: 'dealEnding',
			changes: ['runningOut'],
			belowQuantity: 10,
		};
		const read = runnerOf(bench, 'ingramMicroDeals');
		const all = await read({ operation: 'getMany', returnAll: true });
		const one = { __rl: true, mode: 'dealId', value: '={{ $json.dealId }}' };
		const { items } = await read(
			{ operation: 'get', deal: one, vendorName: '={{ $json.vendorName }}', output: 'raw' },
			all.items.map(({ json }) => json),
		);
		const productOf = ({ products }: IDataObject) => (products as IDataObject[])[0];
		const deal = items
			.map(({ json }) => json)
			.find((found) => Number(productOf(found).remainingQuantity) > 14);
		if (!deal) throw new Error('No deal has enough pieces left');
		const dealId = deal.dealId as string;
		const product = productOf(deal);
		const left = product.remainingQuantity as number;
		const order = (quantity: number) => {
			const [number = ''] = bench.xi.orderScript.place(1, { lines: [{ quantity }] });
			bench.xi.orderScript.change(number, ({ lines: [line] }) => {
				line.specialBidNumber = dealId;
				line.goods = { ...line.goods, ingramPartNumber: product.ingramPartNumber as string };
			});
			return number;
		};
		const host = new PollHost(bench, parameters, state);
		await host.publish();
		// No poll reads all of them.
		const polled = async () => {
			const told: IDataObject[] = [];
			for (let poll = 0; poll < 4; poll++) {
				later(60_000);
				told.push(...(await host.tick()));
			}
			return told;
		};
		expect(await polled()).toEqual([]);
		const number = order(left - 4);
		expect(await polled()).toMatchObject([
			{
				change: 'runningOut',
				before: left,
				after: 4,
				dealId,
				ingramPartNumber: product.ingramPartNumber,
				remainingQuantity: 4,
			},
		]);
		order(1);
		expect(await polled()).toEqual([]);
		bench.xi.orderScript.change(number, (one) => (one.state = 'voided'));
		expect(await polled()).toEqual([]);
		order(left - 4);
		expect(await polled()).toMatchObject([{ before: left - 1, after: 3 }]);
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(2);
		expect((await host.fetchTestEvent()).length).toBeGreaterThan(0);
		expect(host.errors).toEqual([]);
	});
});

describe.each(KINDS)('prices and stock, with %s state', (state) => {
	it('tells what moved once, and asks once an hour', async () => {
		const listed = bench.xi.products.slice(60, 180);
		const products = listed.map(({ ingramPartNumber }) => ingramPartNumber).join('\n');
		const host = new PollHost(
			bench,
			{ watchFor: 'priceOrStockChanged', changes: ['priceChanged'], products },
			state,
		);
		await host.publish();
		await host.tick();
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(3);
		const [moved] = listed;
		const before = moved.customerPrice;
		Object.assign(moved, { customerPrice: before + 1 });
		later(HOUR);
		const told = await host.tick();
		Object.assign(moved, { customerPrice: before });
		expect(told).toMatchObject([
			{
				change: 'priceChanged',
				before,
				after: before + 1,
				ingramPartNumber: moved.ingramPartNumber,
			},
		]);
		expect(bench.xi.requestsTo(PRICES)).toHaveLength(6);
		expect(await host.fetchTestEvent()).toHaveLength(10);
		expect(host.errors).toEqual([]);
	});

	it('tells the others where a call fails, what is not known once, and each in the end', async () => {
		const listed = bench.xi.products.slice(60, 150);
		const numbers = listed.map(({ ingramPartNumber }) => ingramPartNumber);
		const products = [...numbers, 'NOSUCHPART'].join(', ');
		const host = new PollHost(
			bench,
			{ watchFor: 'priceOrStockChanged', changes: ['priceChanged', 'notFound'], products },
			state,
		);
		await host.publish();
		await host.tick();
		expect(host.emitted).toMatchObject([{ change: 'notFound', ingramPartNumber: 'NOSUCHPART' }]);
		const moved = [listed[0], listed[80]];
		for (const one of moved) Object.assign(one, { customerPrice: one.customerPrice + 1 });
		later(HOUR);
		const match = { endpoint: PRICES, after: 1 };
		bench.xi.faults.add({ kind: 'status', status: 400, times: Infinity, match });
		const first = await host.tick();
		bench.xi.faults.clear();
		later(HOUR);
		const second = await host.tick();
		later(HOUR);
		expect(await host.tick()).toEqual([]);
		for (const one of moved) Object.assign(one, { customerPrice: one.customerPrice - 1 });
		expect([first, second].map((items) => items.map((item) => item.ingramPartNumber))).toEqual([
			[numbers[0]],
			[numbers[80]],
		]);
		expect(host.errors).toEqual([]);
	});

	it('asks for what was refused again once its time has come, or it is published again', async () => {
		const products = bench.xi.products.slice(60, 64).map((one) => one.ingramPartNumber);
		const parameters = { watchFor: 'priceOrStockChanged', products };
		const host = new PollHost(bench, parameters, state);
		const asked = () => bench.xi.requestsTo(PRICES).length;
		await host.publish();
		later(2 * HOUR);
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: Infinity,
			match: { endpoint: PRICES },
		});
		await host.tick();
		const first = asked();
		for (let minute = 0; minute < 50; minute++) {
			later(60_000);
			await host.tick();
		}
		expect(asked()).toBe(first);
		expect(host.errors).toHaveLength(1);
		later(11 * 60_000);
		await host.tick();
		expect(asked()).toBeGreaterThan(first);
		expect(host.errors).toHaveLength(2);
		bench.xi.faults.clear();
		const before = asked();
		await host.publish();
		await host.tick();
		expect(asked()).toBe(before + 1);
		expect(host.errors).toHaveLength(2);
	});
});
