import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/* Dates of awaited lines that move, appear and go: each once, with both kinds of state. */

const bench = useBench({ timeScale: 1 });
const clock = useClock();

const KINDS: StateKind[] = ['lasting', 'durable'];
const ETAS = { watchFor: 'etaChanged' };

const dayIn = (days: number): string =>
	new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const brief = (items: IDataObject[]) =>
	items.map(({ change, before, after, daysMoved }) => [change, before, after, daysMoved]);

describe.each(KINDS)('dates, with %s state', (state) => {
	const setEta = (number: string, eta: string | null | undefined, line = 0) =>
		bench.xi.orderScript.change(number, (order) => (order.lines[line].eta = eta));
	const awaited = (eta: string | null) =>
		bench.xi.orderScript.place(1, {
			lines: [{ quantity: 3, awaited: 3, eta }, { quantity: 1 }],
		})[0];
	const published = async (parameters: IDataObject = ETAS) => {
		const host = new PollHost(bench, parameters as never, state);
		await host.publish();
		expect(await host.tick()).toEqual([]);
		return host;
	};

	it('tells how it moves, goes and comes back, and nothing where it stays', async () => {
		const [first, plus, less] = [dayIn(10), dayIn(13), dayIn(11)];
		const number = awaited(first);
		const host = await published();
		clock.forward(HOUR);
		setEta(number, plus);
		expect(await host.tick()).toMatchObject([
			{
				change: 'etaLater',
				before: first,
				after: plus,
				daysMoved: 3,
				ingramOrderNumber: number,
				quantityBackOrdered: 3,
				changedAt: null,
			},
		]);
		expect(await host.tick()).toEqual([]);
		setEta(number, less);
		expect(brief(await host.tick())).toEqual([['etaEarlier', plus, less, -2]]);
		setEta(number, null);
		expect(brief(await host.tick())).toEqual([['etaGone', less, null, undefined]]);
		expect(await host.tick()).toEqual([]);
		setEta(number, less);
		expect(brief(await host.tick())).toEqual([['etaAppeared', null, less, undefined]]);
		setEta(number, plus);
		await host.tick();
		setEta(number, less);
		expect(brief(await host.tick())).toEqual([['etaEarlier', plus, less, -2]]);
		bench.xi.orderScript.change(number, ({ lines }) => (lines[0].confirmed = 3));
		expect(await host.tick()).toEqual([]);
		expect(new Set(host.emitted.map(({ key }) => key)).size).toBe(6);
		expect(host.errors).toEqual([]);
	});

	it('tells a slip of a day at a time once it comes to what was asked for', async () => {
		const days = [10, 11, 12, 13].map(dayIn);
		const number = awaited(days[0]);
		const host = await published({ ...ETAS, byDays: 3, changes: ['etaLater'] });
		for (const day of days.slice(1)) {
			clock.forward(HOUR);
			setEta(number, day);
			await host.tick();
		}
		expect(brief(host.emitted)).toEqual([['etaLater', days[0], days[3], 3]]);
	});

	it('tells the date of a new order, and nothing of a split or of a date that stands for none', async () => {
		const host = await published();
		const day = dayIn(20);
		const number = awaited(day);
		expect(brief(await host.tick())).toEqual([['etaAppeared', null, day, undefined]]);
		bench.xi.orderScript.split(number, 0, 1);
		expect(await host.tick()).toEqual([]);
		awaited('9999-12-31');
		expect(await host.tick()).toEqual([]);
	});

	it('reads only orders again that await something', async () => {
		awaited(dayIn(5));
		bench.xi.orderScript.place(4);
		const host = await published();
		bench.xi.clearRequests();
		await host.tick();
		expect(bench.xi.requestsTo('/resellers/v6.1/orders/{ordernumber}').length).toBe(1);
		expect(bench.xi.requestsTo('/resellers/v6/orders/search').length).toBe(1);
	});
});
