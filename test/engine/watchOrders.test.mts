import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/*
 * Orders whose search record tells nothing of what becomes of their lines, as XI's may be: each change
 * has to come out once, whether n8n keeps one state or a copy for each poll.
 */

const bench = useBench({ timeScale: 1 });
const clock = useClock();

const KINDS: StateKind[] = ['lasting', 'durable'];
const ORDERS = { watchFor: 'orderChanged' };
const SEARCH = '/resellers/v6/orders/search';
const DETAILS = '/resellers/v6.1/orders/{ordernumber}';

/** Keeps what the search tells of an order as it is, whatever becomes of its lines. */
const freeze = (number: string) =>
	bench.xi.orderScript.change(number, (order) => {
		order.words = { head: 'OPEN', parts: 'PROCESSING' };
	});

function later(ms: number): void {
	clock.forward(ms);
	bench.xi.advanceTime(0);
}

const brief = (items: IDataObject[]) =>
	items.map(({ change, before, after }) => [change, before, after]);

/** Each has a key of its own. */
const expectOnce = ({ emitted, errors }: PollHost) => {
	expect(new Set(emitted.map(({ key }) => key)).size).toBe(emitted.length);
	expect(errors).toEqual([]);
};

describe.each(KINDS)('orders, with %s state', (state) => {
	const published = async (parameters: IDataObject = ORDERS) => {
		const host = new PollHost(bench, parameters as never, state);
		expect(await host.publish()).toEqual([]);
		expect(await host.tick()).toEqual([]);
		return host;
	};

	it('tells parts that ship, are invoiced and arrive under a header that stays', async () => {
		const { place, ship, invoice, deliver } = bench.xi.orderScript;
		const [number = ''] = place(1, { lines: [{ quantity: 5 }, { quantity: 1 }] });
		freeze(number);
		const host = await published();
		later(HOUR);
		ship(number, 0, 2);
		expect(await host.tick()).toMatchObject([
			{
				change: 'shipped',
				before: 0,
				after: 2,
				ingramOrderNumber: number,
				ingramLineNumber: '001',
				changedAt: new Date(Date.now()).toISOString().slice(0, 10),
				trackingNumbers: [expect.any(String)],
			},
		]);
		later(HOUR);
		ship(number, 0, 3);
		ship(number, 1, 1);
		expect(brief(await host.tick())).toEqual([
			['shipped', 2, 5],
			['shipped', 0, 1],
		]);
		later(DAY);
		invoice(number, 0);
		expect(brief(await host.tick())).toEqual([['invoiced', 0, 5]]);
		expect(await host.tick()).toEqual([]);
		later(2 * DAY);
		invoice(number, 1);
		deliver(number, 0);
		expect(brief(await host.tick()).sort()).toEqual([
			['delivered', 0, 5],
			['invoiced', 0, 1],
		]);
		for (let day = 0; day < 40; day++) {
			later(DAY);
			expect(await host.tick()).toEqual([]);
		}
		expectOnce(host);
	});

	it('tells an order that appears, and what it shows at once', async () => {
		const host = await published();
		later(HOUR);
		const [number = ''] = bench.xi.orderScript.place(1, {
			lines: [{ quantity: 3, awaited: 2 }],
			isHeld: true,
		});
		const told = await host.tick();
		expect(brief(told)).toEqual([
			['appeared', null, 'on hold'],
			['held', null, 'on hold'],
			['backordered', 0, 2],
		]);
		bench.xi.orderScript.change(number, (order) => (order.state = 'open'));
		expect(brief(await host.tick())).toEqual([['released', 'on hold', 'backordered']]);
		bench.xi.orderScript.change(number, (order) => (order.state = 'hold'));
		expect(brief(await host.tick())).toEqual([['held', 'backordered', 'on hold']]);
		bench.xi.orderScript.change(number, (order) => (order.state = 'voided'));
		expect(brief(await host.tick())).toEqual([['voided', 'on hold', 'cancelled']]);
		later(DAY);
		expect(await host.tick()).toEqual([]);
		expectOnce(host);
	});

	it('tells nothing again of an order that is split', async () => {
		const { place, split, ship } = bench.xi.orderScript;
		const [number = ''] = place(1, { lines: [{ quantity: 10, awaited: 6 }] });
		freeze(number);
		const host = await published();
		ship(number, 0, 2);
		expect(brief(await host.tick())).toEqual([['shipped', 0, 2]]);
		split(number, 0, 6);
		expect(await host.tick()).toEqual([]);
		later(HOUR);
		ship(number, 1, 6);
		bench.xi.orderScript.change(number, ({ lines }) => (lines[1].confirmed = 6));
		expect(brief(await host.tick())).toEqual([['shipped', 0, 6]]);
		expectOnce(host);
	});

	it('finds what the searches by other dates show of an order that is closed', async () => {
		const { place, ship, invoice, deliver, change } = bench.xi.orderScript;
		const [number = ''] = place(1, { from: new Date(Date.now() - 9 * DAY) });
		ship(number, 0, 1);
		invoice(number, 0);
		change(number, ({ lines: [{ shipments }] }) => {
			for (const one of shipments) one.shippedAt = one.invoicedAt = Date.now() - 8 * DAY;
		});
		const host = await published();
		expect(bench.xi.requestsTo(DETAILS)).toHaveLength(0);
		later(DAY);
		deliver(number, 0);
		expect(brief(await host.tick())).toEqual([['delivered', 0, 1]]);
		later(DAY);
		expect(await host.tick()).toEqual([]);
		expectOnce(host);
	});

	it('tells by pattern, manufacturer, end customer and kind of change only', async () => {
		const host = await published({
			...ORDERS,
			changes: ['appeared'],
			filters: { customerOrderNumber: 'shop-*', endUser: 'example' },
		});
		bench.xi.orderScript.place(1, { prefix: 'OTHER-' });
		const [number = ''] = bench.xi.orderScript.place(1, { prefix: 'SHOP-' });
		bench.xi.orderScript.ship(number, 0, 1);
		expect(await host.tick()).toMatchObject([
			{ change: 'appeared', customerOrderNumber: 'SHOP-1', endUserName: 'Example Ltd' },
		]);
		expectOnce(host);
	});

	it('tells with an old state what came since, and nothing for more days', async () => {
		const { place, ship } = bench.xi.orderScript;
		const [old = ''] = place(1, { from: new Date(Date.now() - 45 * DAY) });
		const host = await published();
		const [number = ''] = place(1, { lines: [{ quantity: 4 }] });
		const first = await host.tick();
		expect(brief(first)).toEqual([['appeared', null, 'processing']]);
		const stored = structuredClone(host.stored);
		ship(number, 0, 2);
		const since = await host.tick();
		expect(since).toHaveLength(1);
		ship(number, 0, 2);
		host.stored = stored;
		host.restart();
		await host.publish(ORDERS, 'init');
		await host.tick();
		expect(brief(host.emitted.slice(2))).toEqual([['shipped', 0, 4]]);
		ship(old, 0, 1);
		const before = host.emitted.length;
		await host.publish({ ...ORDERS, followDays: 90 });
		await host.tick();
		await host.tick();
		expect(host.emitted).toHaveLength(before);
		bench.xi.orderScript.invoice(old, 0);
		expect(brief(await host.tick())).toEqual([['invoiced', 0, 1]]);
		expectOnce(host);
	});

	it('goes on where the rate limit is used up, and reads the others where one cannot be', async () => {
		const numbers = bench.xi.orderScript.place(8);
		const host = await published();
		for (const number of numbers) bench.xi.orderScript.ship(number, 0, 1);
		bench.xi.faults.add({ kind: 'status', status: 500, match: { endpoint: DETAILS } });
		bench.xi.faults.add({ kind: 'tooMany', match: { endpoint: DETAILS, after: 4 } });
		await host.tick();
		bench.xi.faults.clear();
		await host.tick();
		await host.tick();
		const shipped = host.emitted.filter(({ change }) => change === 'shipped');
		expect(shipped.map(({ ingramOrderNumber }) => ingramOrderNumber).sort()).toEqual(
			[...numbers].sort(),
		);
		expectOnce(host);
	});

	it('begins with the others after a poll that failed with some', async () => {
		const numbers = bench.xi.orderScript.place(5);
		const host = await published();
		clock.forward(2 * HOUR);
		for (const number of numbers) bench.xi.orderScript.ship(number, 0, 1);
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: DETAILS }, times: 3 });
		const before = bench.xi.requestsTo(DETAILS).length;
		expect(await host.tick()).toEqual([]);
		expect(host.errors).toHaveLength(1);
		expect(await host.tick()).toHaveLength(5);
		const asked = bench.xi
			.requestsTo(DETAILS)
			.slice(before)
			.map(({ path }) => path);
		expect(new Set(asked.slice(0, 5)).size).toBe(5);
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(5);
	});

	it('shows the latest to who tries it, and leaves no trace', async () => {
		bench.xi.orderScript.place(12);
		const host = await published();
		const shown = await host.fetchTestEvent();
		expect(shown).toHaveLength(10);
		expect(shown[0]).toMatchObject({ change: 'appeared' });
		expect(await host.fetchTestEvent()).toEqual(shown);
		expect(await host.tick()).toEqual([]);
	});

	it('asks for a page of orders, the dates, and each open order', async () => {
		bench.xi.orderScript.place(3);
		const host = await published();
		bench.xi.clearRequests();
		await host.tick();
		expect(bench.xi.requestsTo(SEARCH).length).toBe(7);
		expect(bench.xi.requestsTo(DETAILS).length).toBe(3);
	});
});
