import {
	byPo,
	CANCEL,
	DIRECT,
	GOES_ON,
	held,
	heldUnder,
	jsonOf,
	MODIFY,
	ORDER_DETAILS,
	ORDER_SEARCH,
	STOCKED,
} from './support.mts';
import { useBench } from '../support.mts';

const bench = useBench({ products: 0 });

const order = byPo();
const PO = [{ po: 'PO-1' }];

const WRITES = [
	['cancel', {}, CANCEL],
	['release', {}, MODIFY],
	['modify', { notes: 'Call first' }, MODIFY],
] as const;

describe('an order named by its PO', () => {
	it.each(WRITES)('is the one live order: %s', async (operation, given, endpoint) => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		await held(bench, 'PO-10', [STOCKED]);
		const { items, error } = await bench.runOrders({ operation, order, ...given }, PO);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([expect.objectContaining({ ingramOrderNumber: number })]);
		expect(bench.xi.requestsTo(endpoint)).toHaveLength(1);
		expect(bench.xi.requestsTo(endpoint)[0].path).toContain(number);
	});

	// To release or cancel is done with all of them: see byParts.test.mts.
	it.each(WRITES.slice(2))(
		'is not guessed among several: %s',
		async (operation, given, endpoint) => {
			const numbers = [await held(bench, 'PO-1', [STOCKED]), ...(await heldUnder(bench, 'PO-1'))];
			const { items } = await bench.runOrders({ operation, order, ...given }, PO, GOES_ON);
			expect(items[0].json.error).toContain(
				'The PO PO-1 has 2 live orders, and nothing was sent: ',
			);
			for (const number of numbers) expect(items[0].json.error).toContain(number);
			expect(items[0].json.details).toMatchObject({ reason: 'badInput' });
			expect(bench.xi.requestsTo(endpoint)).toEqual([]);
		},
	);

	it.each(WRITES)('is not a dead one: %s', async (operation, given, endpoint) => {
		const number = await held(bench, 'PO-1', [STOCKED]);
		await bench.runOrders({ operation: 'cancel', order }, PO);
		const before = bench.xi.requestsTo(endpoint).length;
		const dead = await bench.runOrders({ operation, order, ...given }, PO, GOES_ON);
		expect(dead.items[0].json.error).toContain(`PO PO-1 is live any more: ${number} (`);
		expect(bench.xi.requestsTo(endpoint)).toHaveLength(before);

		const [again] = await heldUnder(bench, 'PO-1');
		const { items } = await bench.runOrders({ operation, order, ...given }, PO);
		expect(items[0].json.ingramOrderNumber).toBe(again);
	});

	it('is refused where no order has it, or none is named', async () => {
		for (const operation of ['get', 'cancel', 'release']) {
			const { items } = await bench.runOrders({ operation, order }, PO, GOES_ON);
			expect(items[0].json.error).toContain('Ingram Micro has no order with the PO PO-1');
		}
		const { items } = await bench.runOrders({ operation: 'cancel', order }, [{ po: ' ' }], GOES_ON);
		expect(items[0].json.error).toContain("'Order' is empty");
	});

	it('is not given without one that has no details', async () => {
		const first = await held(bench, 'PO-1', [STOCKED]);
		await heldUnder(bench, 'PO-1');
		const match = { endpoint: ORDER_DETAILS, after: 1 };
		bench.xi.faults.add({ kind: 'status', status: 204, text: '', match });
		const { items } = await bench.runOrders({ operation: 'get', order }, PO, GOES_ON);
		expect(items).toHaveLength(1);
		expect(items[0].json.error).toMatch(new RegExp(`The PO PO-1 has orders of which .+: ${first}`));
	});

	it('gives all that was made of the PO, each as an item of its own', async () => {
		const numbers = [
			await held(bench, 'PO-1', [STOCKED]),
			...(await heldUnder(bench, 'PO-1', [STOCKED, DIRECT])),
		];
		await held(bench, 'PO-10', [STOCKED]);
		const { items, error } = await bench.runOrders({ operation: 'get', order }, PO);
		expect(error).toBeUndefined();
		const found = items.map(({ json }) => json.ingramOrderNumber as string);
		expect(found).toEqual(expect.arrayContaining(numbers));
		expect(new Set(found).size).toBe(found.length);
		expect(items.every(({ json }) => json.customerOrderNumber === 'PO-1')).toBe(true);
		expect(bench.xi.requestsTo(ORDER_SEARCH).at(-1)?.query).toContainEqual([
			'customerOrderNumber',
			'PO-1',
		]);
	});
});
