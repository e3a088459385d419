import { CREATE, held, jsonOf, linesOf, MODIFY, ON_HOLD, STOCKED, CREATE_PO } from './support.mts';
import { ORDERS, runnerOf, useBench } from '../support.mts';

const bench = useBench({ products: 0, quirks: { orderNumbers: 'digits' } });

/** As n8n stores what was picked from its list. */
async function picked(filter?: string) {
	const { results } = await bench.engine.search(
		bench.credential,
		'searchOrders',
		filter,
		undefined,
		{},
		ORDERS,
	);
	const [{ name, value }] = results;
	return { __rl: true, mode: 'list', value, cachedResultName: name };
}

describe('an order whose number is digits alone', () => {
	it('is found in the list, by its number and by its PO', async () => {
		const number = await held(bench, 'PO-1');
		await held(bench, 'PO-2');
		expect(number).toMatch(/^\d{10}$/);
		expect((await picked(number)).value).toBe(number);
		expect((await picked('PO-1')).value).toBe(number);
	});

	it('is read, modified, released and searched for, whether it is a text or a number', async () => {
		const number = await held(bench, 'PO-1');
		for (const order of [await picked('PO-1'), `={{ Number(${number}) }}`, number]) {
			const got = await bench.runOrders({ operation: 'get', order }, [{}]);
			expect(got.error).toBeUndefined();
			expect(got.items[0].json.ingramOrderNumber).toBe(number);
		}
		const found = await bench.runOrders({
			operation: 'getMany',
			filters: { ingramOrderNumber: `={{ Number(${number}) }}` },
		});
		expect(jsonOf(found.items)).toEqual([expect.objectContaining({ ingramOrderNumber: number })]);

		const line = { addUpdateDeleteLine: 'ADD', ingramPartNumber: STOCKED };
		const modified = await bench.runOrders({
			operation: 'modify',
			order: number,
			lines: { line: [{ ...line, quantity: 2 }] },
		});
		expect(modified.items[0].json).toMatchObject({
			outcome: 'modified',
			ingramOrderNumber: number,
		});
		const released = await bench.runOrders({ operation: 'release', order: number });
		expect(released.items[0].json).toMatchObject({ released: true, ingramOrderNumber: number });
		const changes = bench.xi.requests.filter(({ endpoint }) => endpoint === MODIFY);
		expect(changes.map(({ path }) => path)).toEqual(
			Array(2).fill(`/resellers/v6/orders/${number}`),
		);
	});

	it('is cancelled', async () => {
		const number = await held(bench, 'PO-1');
		const { items } = await bench.runOrders({ operation: 'cancel', order: await picked() });
		expect(items[0].json).toMatchObject({ cancelled: true, ingramOrderNumber: number });
		expect(bench.xi.orders[0].state).toBe('cancelled');
	});

	it('is found again after a lost answer', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CREATE } });
		const { items, error } = await bench.runOrders(
			{ ...CREATE_PO, lines: linesOf(STOCKED), ...ON_HOLD },
			[{ po: 'PO-1' }],
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			ingramOrderNumber: bench.xi.orders[0].ingramOrderNumber,
		});
	});

	it('has its invoices found by its number', async () => {
		const [number] = bench.xi.addOrders(1);
		const { items } = await runnerOf(
			bench,
			'ingramMicroInvoices',
		)({
			operation: 'getMany',
			filters: { orderNumber: `={{ Number(${number}) }}` },
		});
		expect(items).toHaveLength(1);
	});

	it('may be played to a webhook', async () => {
		const { error } = await runnerOf(
			bench,
			'ingramMicroWebhookTest',
		)({
			operation: 'sendOrderStatusEvent',
			targetUrl: bench.xi.url,
			order: 7059827143,
		});
		expect(error?.message).not.toMatch(/'Order'/);
	});
});
