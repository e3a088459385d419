import type { IDataObject } from 'n8n-workflow';

import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';
import type { Ask } from '../../../nodes/shared/operation.ts';

/*
 * What a poll of many orders costs: calls, polls of a round, bytes of state. XI's answers are made here,
 * so that the calls of hours take seconds.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const BEGIN = Date.parse('2026-03-02T08:00:00Z');
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

interface FakeLine {
	ordered: number;
	shipped: number;
	awaited: number;
	eta?: string;
}
interface FakeOrder {
	number: string;
	date: string;
	lines: FakeLine[];
}

/** An XI whose search records never change. */
class FakeXi {
	orders: FakeOrder[] = [];
	private readonly byNumber = new Map<string, FakeOrder>();
	private readonly byDate = new Map<string, FakeOrder[]>();
	searches = 0;
	reads = 0;
	now = BEGIN;

	place(count: number, lines: () => FakeLine[], days = 28): void {
		const begin = this.orders.length;
		for (let i = 0; i < count; i++) {
			const order = {
				number: `20-${(begin + i).toString(36).toUpperCase().padStart(5, '0')}`,
				date: dayAt(this.now - Math.floor((i / count) * days) * DAY_MS),
				lines: lines(),
			};
			this.orders.push(order);
			this.byNumber.set(order.number, order);
			this.byDate.set(order.date, [...(this.byDate.get(order.date) ?? []), order]);
		}
	}

	ask: Ask = async (request, read) => {
		const answer =
			request.pathValues === undefined
				? this.found(request.query ?? {})
				: this.details(request.pathValues.ordernumber);
		return await Promise.resolve(answer && read(answer as never));
	};

	private found(query: Record<string, unknown>): IDataObject | undefined {
		this.searches += 1;
		const span = query['ingramOrderDate-bt'] as [string, string] | undefined;
		if (!span) return undefined;
		const days = [...this.byDate.keys()].filter((day) => day >= span[0] && day <= span[1]);
		const all = days
			.sort()
			.reverse()
			.flatMap((day) => this.byDate.get(day) ?? []);
		const page = Number(query.pageNumber);
		return {
			recordsFound: String(all.length),
			orders: all.slice((page - 1) * 100, page * 100).map(({ number, date }) => ({
				ingramOrderNumber: number,
				ingramOrderDate: date,
				orderStatus: 'OPEN',
			})),
		};
	}

	private details(number: string): IDataObject | undefined {
		this.reads += 1;
		const order = this.byNumber.get(number);
		return (
			order && {
				ingramOrderNumber: number,
				ingramOrderDate: order.date,
				orderStatus: 'Processing',
				lines: order.lines.map(({ ordered, shipped, awaited, eta }, i) => ({
					subOrderNumber: `${number}-${i + 1}1`,
					ingramOrderLineNumber: `00${i + 1}`,
					lineStatus: awaited > 0 ? 'Backordered' : 'In Progress',
					ingramPartNumber: '4A0036',
					quantityOrdered: ordered,
					quantityBackOrdered: awaited,
					...(eta !== undefined && { backOrderETADate: eta }),
					shipmentDetails: shipped > 0 ? [{ quantity: shipped, shippedDate: dayAt(this.now) }] : [],
				})),
			}
		);
	}
}

/** Polls every minute, as often as 60 calls a minute allow. */
class Poller {
	text = '';
	polls = 0;
	items: IDataObject[] = [];
	private readonly troubled = new Set<string>();
	notes: readonly string[] = [];

	constructor(
		private readonly xi: FakeXi,
		private readonly watchFor: 'orderChanged' | 'etaChanged',
	) {}

	async poll(): Promise<IDataObject[]> {
		const settings = readSettings((name, initial) =>
			name === 'watchFor' ? this.watchFor : initial,
		);
		const { ask, now } = this.xi;
		const today = Math.floor(now / DAY_MS);
		const polling = {
			ask,
			now,
			today,
			country: 'US',
			hasTime: () => true,
			troubled: this.troubled,
			refused: {},
		};
		const { told, text, notes } = await watch(settings, polling, [this.text], 'test');
		this.text = text;
		this.notes = notes;
		this.polls += 1;
		const items = itemsOf(told, kindOf(this.watchFor), this.watchFor, 'simplified');
		this.items.push(...items.map(({ json }) => json));
		this.xi.now += MINUTE_MS;
		return items.map(({ json }) => json);
	}
}

/** What was measured, for who reads the log of the tests. */
const measured: string[] = [];
afterAll(() => {
	console.info(measured.join('\n'));
});

it.each(['orderChanged', 'etaChanged'] as const)(
	'watches 5,000 open orders of 10,000 lines for %s',
	async (watchFor) => {
		const xi = new FakeXi();
		xi.place(5_000, () =>
			[10, 3].map((ordered) => ({ ordered, shipped: 0, awaited: 3, eta: '2026-04-01' })),
		);
		const poller = new Poller(xi, watchFor);
		while (poller.polls < 3 || xi.reads < 5_000) await poller.poll();
		expect(poller.items).toEqual([]);
		const first = poller.polls;
		const [searches, reads] = [xi.searches, xi.reads];
		const begun = performance.now();
		for (let poll = 0; poll < 10; poll++) await poller.poll();
		const took = (performance.now() - begun) / 10;
		expect((xi.searches - searches) / 10).toBeLessThanOrEqual(20);
		expect((xi.reads - reads) / 10).toBe(50);
		expect(poller.text.length).toBeLessThanOrEqual(200_000);
		measured.push(
			`${watchFor}, 5,000 open orders: ${first} polls until all were read, then ${(xi.searches - searches) / 10} searches and ${(xi.reads - reads) / 10} reads a poll, ${took.toFixed(0)} ms of own work, state ${poller.text.length} bytes`,
		);
		// One that moves is found within a round, and told once.
		// It is among the first that come after the ten polls above.
		const [order] = xi.orders.slice(4_200);
		order.lines[0].shipped = 4;
		order.lines[0].eta = '2026-04-09';
		const from = poller.polls;
		while (poller.items.length === 0 && poller.polls - from < 110) await poller.poll();
		expect(poller.items).toMatchObject([
			watchFor === 'orderChanged'
				? { change: 'shipped', before: 0, after: 4, ingramOrderNumber: order.number }
				: { change: 'etaLater', before: '2026-04-01', after: '2026-04-09' },
		]);
		const to = poller.polls + 20;
		while (poller.polls < to) await poller.poll();
		expect(poller.items).toHaveLength(1);
	},
	120_000,
);

it('tells changes without what was before where there is no room for the lines', async () => {
	const xi = new FakeXi();
	xi.place(1_000, () =>
		Array.from({ length: 36 }, () => ({ ordered: 40, shipped: 36, awaited: 4 })),
	);
	const poller = new Poller(xi, 'orderChanged');
	while (xi.reads < 1_000) await poller.poll();
	expect(poller.items).toEqual([]);
	expect(poller.text.length).toBeLessThanOrEqual(200_000);
	expect(poller.notes.join()).toMatch(/no room to remember each line/);
	for (let poll = 0; poll < 25; poll++) await poller.poll();
	expect(poller.items).toEqual([]);
	const oldest = xi.orders[999];
	oldest.lines[0].shipped = 40;
	while (poller.items.length === 0) await poller.poll();
	const told = poller.items.filter(
		({ ingramLineNumber, change }) => ingramLineNumber === '001' && change === 'shipped',
	);
	expect(told).toMatchObject([{ before: null, after: 40 }]);
	const { length } = poller.items;
	for (let poll = 0; poll < 25; poll++) await poller.poll();
	expect(poller.items).toHaveLength(length);
}, 120_000);
