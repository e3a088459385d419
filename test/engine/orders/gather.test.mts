import { CREATE, DIRECT, GOES_ON, jsonOf, posOf, STOCKED, UNKNOWN } from './support.mts';
import { pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 300 });

interface Row extends Record<string, unknown> {
	po: string;
	sku: string;
	pieces?: number;
	city?: string;
}

/** A shop's export: one row a line, and all rows with one PO are one order. */
const GATHER = {
	operation: 'create',
	customerOrderNumber: '={{ $json.po }}',
	linesFrom: 'items',
	lines: {
		line: [{ ingramPartNumber: '={{ $json.sku }}', quantity: '={{ $json.pieces ?? 1 }}' }],
	},
	shipToInfo: { city: "={{ $json.city ?? '' }}" },
	options: { lookSeconds: 0 },
};

const bodies = () =>
	bench.xi
		.requestsTo(CREATE)
		.map(({ body }) => body as { customerOrderNumber: string; lines: object[] });

/** Products of which there are enough, from one kind of stock, so that no order is split. */
const parts = (): string[] =>
	bench.xi.products
		.filter((product) => product.authorized && product.acceptBackOrder && !product.directShip)
		.filter((product) => !product.discontinued && product.kind === 'physical')
		.map((product) => product.ingramPartNumber);

describe('input rows of which several make one order', () => {
	it('are gathered: 300 rows become 40 orders, and each output points at its rows', async () => {
		const skus = parts();
		// Rows of an order are spread over the list, and orders have from 2 to 13 rows.
		const nameOf = (n: number) => `PO-${((n * n) % 7) + 7 * (n % 5) + (n % 40 === 39 ? 5 : 0)}`;
		const names = Array.from({ length: 300 }, (_, n) => (n < 40 ? `PO-${n}` : nameOf(n)));
		const rows: Row[] = names.map((po, n) => ({
			po,
			sku: skus[n % skus.length],
			pieces: (n % 3) + 1,
		}));
		const { items, error } = await bench.runOrders(GATHER, rows);
		expect(error).toBeUndefined();
		const orders = [...new Set(names)];
		expect(orders).toHaveLength(40);
		expect(posOf(bench)).toEqual(orders);

		// What went out is what the rows say, in their order.
		const rowsOf = (po: string) =>
			rows.flatMap((row, item) => (row.po === po ? [{ row, item }] : []));
		expect(bodies()).toEqual(
			orders.map((po) => ({
				customerOrderNumber: po,
				lines: rowsOf(po).map(({ row }, position) => ({
					customerLineNumber: String(position + 1),
					ingramPartNumber: row.sku,
					quantity: row.pieces,
				})),
			})),
		);
		expect(bodies().flatMap(({ lines }) => lines)).toHaveLength(300);

		// What came back points at them.
		expect(
			items.map(({ json, pairedItem }) => [
				json.customerOrderNumber,
				json.outcome,
				[pairedItem].flat(),
			]),
		).toEqual(orders.map((po) => [po, 'created', rowsOf(po).map(({ item }) => ({ item }))]));
		const numbers = new Set(items.map(({ json }) => json.ingramOrderNumber));
		expect(numbers.size).toBe(40);
	});

	it('point from each item that came of a split order', async () => {
		const { items } = await bench.runOrders({ ...GATHER, return: 'lines' }, [
			{ po: 'PO-1', sku: STOCKED },
			{ po: 'PO-2', sku: STOCKED },
			{ po: 'PO-1', sku: DIRECT },
		]);
		expect(
			items.map(({ json, pairedItem }) => [
				json.customerOrderNumber,
				json.ingramPartNumber,
				pairedItem,
			]),
		).toEqual([
			['PO-1', STOCKED, [{ item: 0 }, { item: 2 }]],
			['PO-1', DIRECT, [{ item: 0 }, { item: 2 }]],
			['PO-2', STOCKED, { item: 1 }],
		]);
	});

	const disagreeing: Row[] = [
		{ po: 'PO-1', sku: STOCKED, city: 'Irvine' },
		{ po: 'PO-2', sku: STOCKED, city: 'Irvine' },
		{ po: 'PO-2', sku: STOCKED, city: 'Irvine' },
		{ po: 'PO-2', sku: STOCKED, city: 'Buffalo' },
		{ po: 'PO-3', sku: STOCKED },
	];
	const sentence =
		'Items 1 and 3 have the same order number but differ in \'City\' in \'Ship To\': "Irvine" and "Buffalo"';

	it('are refused where they disagree, both named, and nothing at all is sent', async () => {
		const { error } = await bench.runOrders(GATHER, disagreeing);
		expect(error?.message).toContain(sentence);
		expect(bench.xi.requests).toEqual([]);
	});

	it('are refused alone where the node goes on: the other orders are placed', async () => {
		const { items } = await bench.runOrders(GATHER, disagreeing, GOES_ON);
		expect(posOf(bench)).toEqual(['PO-1', 'PO-3']);
		expect(items.map((item) => [pairedWith(item), item.json.outcome ?? item.json.error])).toEqual([
			[0, 'created'],
			[1, expect.stringContaining(sentence)],
			[2, expect.stringContaining(sentence)],
			[3, expect.stringContaining(sentence)],
			[4, 'created'],
		]);
	});

	it('are an order of 884 lines, and no longer one of 885', async () => {
		const rows = (length: number) => Array.from({ length }, () => ({ po: 'PO-1', sku: STOCKED }));
		const refused = await bench.runOrders(GATHER, rows(885));
		expect(refused.error?.message).toContain('The order has 885 lines; at most 884 are allowed');
		expect(bench.xi.requests).toEqual([]);
		const { items } = await bench.runOrders(GATHER, rows(884));
		expect(items).toHaveLength(1);
		expect(bodies()[0].lines).toHaveLength(884);
		expect([items[0].pairedItem].flat()).toHaveLength(884);
	});

	it('fail together, an item each, when XI takes none of them', async () => {
		const { items } = await bench.runOrders(
			GATHER,
			[
				{ po: 'PO-1', sku: UNKNOWN },
				{ po: 'PO-2', sku: STOCKED },
				{ po: 'PO-1', sku: UNKNOWN },
			],
			GOES_ON,
		);
		expect(items.map((item) => [pairedWith(item), 'error' in item.json])).toEqual([
			[0, true],
			[1, false],
			[2, true],
		]);
	});

	it('are one order to Retry On Fail as well', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CREATE } });
		const { items } = await bench.runOrders(
			GATHER,
			[
				{ po: 'PO-1', sku: STOCKED },
				{ po: 'PO-1', sku: STOCKED },
			],
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		);
		expect(jsonOf(items)).toEqual([expect.objectContaining({ outcome: 'already there' })]);
		expect(items[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(posOf(bench)).toEqual(['PO-1']);
	});
});

describe('lines from a list in the input item', () => {
	it('make an order an item, whatever else stands in the list', async () => {
		const list = [
			{ ingramPartNumber: STOCKED, quantity: 2, colour: 'red' },
			{ ingramPartNumber: STOCKED, quantity: '3', unitPrice: '10.5', customerLineNumber: 7 },
		];
		const { items } = await bench.runOrders(
			{
				operation: 'create',
				customerOrderNumber: '={{ $json.po }}',
				linesFrom: 'list',
				linesList: '={{ $json.basket }}',
			},
			[
				{ po: 'PO-1', basket: list },
				{ po: 'PO-2', basket: JSON.stringify(list) },
			],
		);
		expect(items.map(pairedWith)).toEqual([0, 1]);
		const lines = [
			{ customerLineNumber: '1', ingramPartNumber: STOCKED, quantity: 2 },
			{ customerLineNumber: '7', ingramPartNumber: STOCKED, quantity: 3, unitPrice: 10.5 },
		];
		expect(bodies().map((body) => body.lines)).toEqual([lines, lines]);
	});
});
