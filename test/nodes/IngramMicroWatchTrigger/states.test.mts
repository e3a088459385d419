import {
	noOrders,
	readOrders,
	writtenOrders,
	type OrderState,
} from '../../../nodes/IngramMicroWatchTrigger/orderState.ts';
import {
	readProducts,
	writtenProducts,
} from '../../../nodes/IngramMicroWatchTrigger/productState.ts';
import {
	emptyState,
	fitted,
	type Known,
	readState,
	written,
	type WatchState,
} from '../../../nodes/IngramMicroWatchTrigger/watchState.ts';

/* What n8n hands back as a state may be of another kind or time, or be broken: then all begins anew. */

const OF = 'newInvoice abcdefgh';

const records: WatchState = {
	...emptyState(OF),
	at: 1,
	today: 20_000,
	from: 19_990,
	daysAhead: [7],
	known: new Map([
		['aaaaaaaa', { day: 19_995, status: 'open' }],
		['bbbbbbbb', { day: 19_996, status: 'paid', earlier: ['open', 'paid', 'open'] }],
		['cccccccc', { day: 20_010, told: { ends: 20_010, ahead: 7 } }],
		['dddddddd', { day: 20_001, status: 'draft', told: { ends: 20_010, ahead: 0 } }],
	]),
};
const orders: OrderState = {
	...noOrders(OF, 20_000),
	at: 1,
	least: 19_980,
	failed: ['20-X'],
	listed: new Map([['20-RD128', 'sI']]),
	known: new Map([
		[
			'20-RD128',
			{
				day: 20_000,
				found: 'abc',
				stage: 'open',
				reading: 'read',
				facts: new Map([['11.1', 's2']]),
			},
		],
	]),
};
const products = {
	of: OF,
	next: 50,
	born: 19_000,
	endedAt: 5,
	known: new Map([
		['aaaaaaaa', { price: 10.25, stock: 2.5, isGone: false, turns: 3 }],
		['bbbbbbbb', { stock: Infinity, isGone: true, turns: 0 }],
		['cccccccc', { price: 0.1, stock: -4, isGone: false, turns: 0 }],
	]),
};

type Read = (text: unknown, of: string) => unknown;
const OWN: Readonly<Record<string, string[]>> = {
	records: ['today', 'from', 'daysAhead', 'words', 'known'],
	orders: ['today', 'from', 'born', 'failed', 'listed', 'orders'],
	products: ['next', 'products'],
};
const KINDS: Array<[string, string, Read, unknown]> = [
	['records', written(records), readState, records],
	['orders', writtenOrders(orders).text, readOrders, orders],
	['products', writtenProducts(products), readProducts, products],
];

describe.each(KINDS)('the state of %s', (name, text, read, state) => {
	it('comes back as it was', () => {
		expect(read(text, OF)).toEqual(state);
	});

	it('is none of another account or kind of thing', () => {
		expect(read(text, 'newInvoice another')).toBeUndefined();
		expect(read(text, 'orderChanged abcdefgh')).toBeUndefined();
	});

	it('is none in the form of another kind', () => {
		for (const [, other] of KINDS) if (other !== text) expect(read(other, OF)).toBeUndefined();
	});

	it.each(['', ' ', 'x', '{', 'null', '5', 'true', '"text"', '[]', '{}', '[{"v":1}]'])(
		'is none in %j',
		(other) => {
			expect(read(other, OF)).toBeUndefined();
		},
	);

	it.each<[unknown]>([[undefined], [null], [5], [{}], [[text]], [{ v: 1, of: OF }]])(
		'is none as %j',
		(other) => {
			expect(read(other, OF)).toBeUndefined();
		},
	);

	it('is none without any of its members, or with one of another type', () => {
		const whole = JSON.parse(text) as Record<string, unknown>;
		for (const member of ['v', 'of', ...OWN[name]]) {
			const { [member]: _, ...rest } = whole;
			expect([member, read(JSON.stringify(rest), OF)]).toEqual([member, undefined]);
			for (const value of [null, {}, true]) {
				expect(read(JSON.stringify({ ...whole, [member]: value }), OF)).toBeUndefined();
			}
		}
		expect(read(JSON.stringify({ ...whole, v: 2 }), OF)).toBeUndefined();
	});

	it('is none where it was cut anywhere', () => {
		for (let length = 1; length < text.length; length += 3) {
			expect(read(text.slice(0, length), OF)).toBeUndefined();
		}
	});
});

describe('a state that would get too long', () => {
	const many = (count: number, known: (i: number) => Known): WatchState => ({
		...records,
		known: new Map(
			Array.from({ length: count }, (_, i) => [i.toString(36).padStart(8, '0'), known(i)] as const),
		),
	});

	it('keeps the records that were listed last, and takes no forgotten one for new', () => {
		const day = (i: number) => 19_990 + (i % 10);
		const { text, forgotten } = fitted(many(12_000, (i) => ({ day: day(i), status: 'open' })));
		expect(text.length).toBeLessThanOrEqual(200_000);
		const state = readState(text, OF);
		expect(state?.known.size).toBe(12_000 - forgotten);
		expect(forgotten).toBeGreaterThanOrEqual(2_000);
		expect(state?.known.has((11_999).toString(36).padStart(8, '0'))).toBe(true);
		expect(state?.known.has('00000000')).toBe(false);
		expect(state?.from).toBe(20_000);
	});

	it('keeps 10,000 ends that were told before any other', () => {
		const state = many(14_000, (i) =>
			i < 10_000
				? { day: 20_000 + (i % 90), told: { ends: 20_000 + (i % 90), ahead: 90 } }
				: { day: 20_100 },
		);
		const { text } = fitted(state);
		expect(text.length).toBeLessThanOrEqual(200_000);
		const kept = readState(text, OF)?.known ?? new Map<string, Known>();
		expect([...kept.values()].filter(({ told }) => told !== undefined)).toHaveLength(10_000);
	});

	it('follows the latest 10,000 orders, and looks for no older ones', () => {
		const known = new Map(
			Array.from({ length: 12_000 }, (_, i) => [
				`20-${i.toString(36).toUpperCase().padStart(5, '0')}`,
				{
					day: 20_000 - Math.floor(i / 500),
					found: 'abc',
					stage: 'open',
					reading: 'read',
				} as const,
			]),
		);
		const round = { began: 1, today: 20_000, from: 19_960, day: 19_999, dates: 0, page: 1 };
		const { text } = writtenOrders({ ...orders, known, round });
		const state = readOrders(text, OF);
		expect(state?.known.size).toBe(10_000);
		expect(state?.least).toBe(19_981);
		expect(state?.round?.from).toBe(19_981);
		expect(text.length).toBeLessThanOrEqual(200_000);
	});
});
