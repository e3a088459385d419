import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/*
 * What becomes of orders over weeks, with whatever XI's searches make of it: each change has to come out
 * once, with both kinds of state.
 */

const bench = useBench({ timeScale: 1 });
const clock = useClock();

const KINDS: StateKind[] = ['lasting', 'durable'];
const ORDERS = { watchFor: 'orderChanged' };
const ETAS = { watchFor: 'etaChanged' };

function later(ms: number): void {
	clock.forward(ms);
	bench.xi.advanceTime(0);
}

const freeze = (number: string) =>
	bench.xi.orderScript.change(number, (order) => {
		order.words = { head: 'OPEN', parts: 'PROCESSING' };
	});
const hide = (number: string, isHidden: boolean) =>
	bench.xi.orderScript.change(number, (order) => (order.isHidden = isHidden));

const brief = (items: IDataObject[]) =>
	items.map(({ change, before, after }) => [change, before, after]);

const expectOnce = ({ emitted, errors }: PollHost) => {
	expect(new Set(emitted.map(({ key }) => key)).size).toBe(emitted.length);
	expect(errors).toEqual([]);
};

describe.each(KINDS)('with %s state', (state) => {
	const published = async (parameters: IDataObject = ORDERS) => {
		const host = new PollHost(bench, parameters as never, state);
		expect(await host.publish()).toEqual([]);
		expect(await host.tick()).toEqual([]);
		return host;
	};
	/** The script of the simulator of this test. */
	const script = () => bench.xi.orderScript;

	it('tells a line that ships in three parts under a header that stays, over a week', async () => {
		const [number = ''] = script().place(1, { lines: [{ quantity: 9 }] });
		freeze(number);
		const host = await published();
		for (const pieces of [2, 3, 4]) {
			later(2 * DAY);
			script().ship(number, 0, pieces);
			await host.tick();
			expect(await host.tick()).toEqual([]);
		}
		expect(brief(host.emitted)).toEqual([
			['shipped', 0, 2],
			['shipped', 2, 5],
			['shipped', 5, 9],
		]);
		expectOnce(host);
	});

	it('tells an order once that goes from the search and comes back, and what came meanwhile', async () => {
		const host = await published();
		const [number = ''] = script().place(1, { lines: [{ quantity: 4 }] });
		expect(brief(await host.tick())).toEqual([['appeared', null, 'processing']]);
		hide(number, true);
		later(DAY);
		expect(await host.tick()).toEqual([]);
		script().ship(number, 0, 1);
		expect(brief(await host.tick())).toEqual([['shipped', 0, 1]]);
		later(3 * DAY);
		expect(await host.tick()).toEqual([]);
		hide(number, false);
		expect(await host.tick()).toEqual([]);
		script().ship(number, 0, 3);
		expect(brief(await host.tick())).toEqual([['shipped', 1, 4]]);
		expectOnce(host);
	});

	it('tells an order that was hidden at first when it shows up, days after its date', async () => {
		const host = await published();
		const [number = ''] = script().place(1);
		hide(number, true);
		later(5 * DAY);
		expect(await host.tick()).toEqual([]);
		hide(number, false);
		expect(brief(await host.tick())).toEqual([['appeared', null, 'processing']]);
		expectOnce(host);
	});

	it.each<[string, Array<[number, string]>]>([
		['goes on counting', [[1, '003']]],
		[
			'counts in tens',
			[
				[0, '10'],
				[1, '20'],
			],
		],
	])('tells nothing again of a split that %s', async (_, numbers) => {
		const [number = ''] = script().place(1, { lines: [{ quantity: 10, awaited: 6 }] });
		freeze(number);
		const host = await published();
		script().ship(number, 0, 2);
		expect(brief(await host.tick())).toEqual([['shipped', 0, 2]]);
		script().split(number, 0, 6);
		script().change(number, ({ lines }) => {
			for (const [line, name] of numbers) Object.assign(lines[line], { ingramLineNumber: name });
		});
		expect(await host.tick()).toEqual([]);
		later(HOUR);
		script().change(number, ({ lines }) => (lines[1].confirmed = 6));
		script().ship(number, 1, 6);
		expect(brief(await host.tick())).toEqual([['shipped', 0, 6]]);
		expectOnce(host);
	});

	it('tells after a long pause what came in it, also of orders that are too old by then', async () => {
		const [old = ''] = script().place(1, {
			from: new Date(Date.now() - 10 * DAY),
			lines: [{ quantity: 3 }],
		});
		const [held = ''] = script().place(1, { from: new Date(Date.now() - 10 * DAY), isHeld: true });
		[old, held].forEach(freeze);
		const host = await published();
		later(20 * DAY);
		const [number = ''] = script().place(1);
		script().ship(old, 0, 2);
		script().change(held, (order) => (order.state = 'open'));
		later(25 * DAY);
		host.restart();
		await host.publish(ORDERS, 'init');
		await host.tick();
		await host.tick();
		const told = host.emitted.map(({ change: one, ingramOrderNumber }) => [one, ingramOrderNumber]);
		expect(told.sort()).toEqual(
			[
				['appeared', number],
				['released', held],
				['shipped', old],
			].sort(),
		);
		// Then they are followed no longer.
		script().ship(old, 0, 1);
		later(DAY);
		expect(await host.tick()).toEqual([]);
		expectOnce(host);
	});

	it('tells after a long pause the dates that moved in it', async () => {
		const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
		const [first, last] = [day(50), day(53)];
		const lines = [{ quantity: 3, awaited: 3, eta: first }];
		const [number = ''] = script().place(1, { from: new Date(Date.now() - 10 * DAY), lines });
		const host = await published(ETAS);
		script().change(number, (order) => (order.lines[0].eta = last));
		later(40 * DAY);
		await host.tick();
		expect(brief(host.emitted)).toEqual([['etaLater', first, last]]);
		expect(await host.tick()).toEqual([]);
		expectOnce(host);
	});

	it('begins anew, without a word, with a state that is broken or of something else', async () => {
		script().place(2);
		const host = await published();
		const [number = ''] = script().place(1);
		expect(await host.tick()).toHaveLength(1);
		const own = (text: unknown) =>
			(host.stored =
				state === 'durable'
					? { state: text as never }
					: { 'node:Watch': { state: text as never } });
		for (const text of ['', 'broken', '{"v":1', 5, { v: 1 }, host.stateText.slice(0, -9), 'null']) {
			own(text);
			host.restart();
			await host.publish(ORDERS, 'init');
			expect(await host.tick()).toEqual([]);
		}
		script().ship(number, 0, 1);
		expect(brief(await host.tick())).toEqual([['shipped', 0, 1]]);
		expect(host.errors).toEqual([]);
	});

	it('tells an order that is voided, and one line of it, once', async () => {
		const [number = ''] = script().place(1, { lines: [{ quantity: 2 }, { quantity: 1 }] });
		freeze(number);
		const host = await published();
		script().ship(number, 0, 2);
		script().invoice(number, 0);
		later(HOUR);
		expect(brief(await host.tick())).toEqual([
			['shipped', 0, 2],
			['invoiced', 0, 2],
		]);
		script().change(number, (order) => (order.state = 'voided'));
		await host.tick();
		later(DAY);
		await host.tick();
		expect(host.emitted.filter(({ change: one }) => one === 'voided').length).toBeLessThanOrEqual(
			2,
		);
		expectOnce(host);
	});
});
