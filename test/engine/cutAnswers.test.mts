import { CUTS } from '../../simulator/cutAnswer.mts';
import { CUT_SHORT } from './lostAnswers.mts';
import {
	byNumber,
	CANCEL,
	CREATE,
	CREATE_PO,
	GOES_ON,
	held,
	jsonOf,
	MODIFY,
	ORDER_DETAILS,
	ORDER_SEARCH,
} from './orders/support.mts';
import { PRICE_OF_SKU, PRICES, TOKEN, useBench } from './support.mts';
import { deliver, itemsIn, shipped, useTrigger } from './trigger/support.mts';

const bench = useBench({ products: 0 });
const trigger = useTrigger(bench);

const QUICK = { timeoutSeconds: 1, lookSeconds: 0 };
const PRICE = { ...PRICE_OF_SKU, options: { timeoutSeconds: 1 } };
const TOO_LATE = 'Ingram Micro did not answer in time';
const BROKE_OFF = 'Ingram Micro’s answer broke off before it was whole';
const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;

describe('an answer that does not come whole', () => {
	it.each(CUT_SHORT)('is asked for again by a read: %j', async (fault) => {
		bench.xi.faults.add({ ...fault, match: { endpoint: PRICES } });
		bench.xi.faults.add({ ...fault, match: { endpoint: ORDER_SEARCH } });
		// Where there is none, XI says so with a status that has no body to be cut.
		bench.xi.addOrders(1);
		const price = await bench.run(PRICE, [{ sku: '4A0036' }]);
		expect(price.error).toBeUndefined();
		expect(price.items[0].json.found).toBe(true);
		const orders = await bench.runOrders({ operation: 'getMany', options: { timeoutSeconds: 1 } });
		expect(orders.error).toBeUndefined();
		expect([callsTo(PRICES), callsTo(ORDER_SEARCH)]).toEqual([2, 2]);
	});

	it.each(CUTS)('is told as what it is, not as one without content: %s', async (cut) => {
		const fault = { kind: 'commitThenCut', cut, times: Infinity } as const;
		bench.xi.faults.add({ ...fault, match: { endpoint: PRICES } });
		const begun = Date.now();
		const { items } = await bench.run(PRICE, [{ sku: '4A0036' }], GOES_ON);
		// Four tries of a second each, and the pauses between them.
		expect(Date.now() - begun).toBeLessThan(9_000);
		const late = ['drip', 'headers'].includes(cut);
		expect(items[0].json).toEqual({
			error: `${late ? TOO_LATE : BROKE_OFF} [item 0]`,
			details: expect.objectContaining({
				reason: cut === 'gzip' ? 'unreadable' : 'interrupted',
				correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
			}),
		});
		expect(callsTo(PRICES)).toBe(4);
	});

	// A good answer of these has no body, so what is left of a cut one looks just like it.
	it.each(
		[
			['release', MODIFY, { outcome: 'already there', orderStatus: 'Processing' }] as const,
			['cancel', CANCEL, { outcome: 'already there', orderStatus: 'Canceled' }] as const,
		].flatMap((one) => CUTS.filter((cut) => !cut.startsWith('gzip')).map((cut) => [...one, cut])),
	)('of a %s is looked for, not taken for "done"', async (operation, endpoint, state, cut) => {
		const order = await held(bench, 'PO-1');
		bench.xi.faults.add({
			kind: 'commitThenCut',
			cut: cut as (typeof CUTS)[number],
			match: { endpoint: endpoint as string },
		});
		const parameters = { operation: operation as string, order: byNumber(order), options: QUICK };
		const { items } = await bench.runOrders({ ...parameters, output: 'raw' }, [{}], GOES_ON);
		expect(jsonOf(items)).toEqual([expect.objectContaining(state as object)]);
		expect([callsTo(endpoint as string), callsTo(ORDER_DETAILS)]).toEqual([1, 1]);
	});

	it('of an order whose looks are cut off too leaves it unknown, and sends nothing again', async () => {
		for (const endpoint of [CREATE, ORDER_SEARCH]) {
			const fault = { kind: 'commitThenCut', cut: 'drip', times: Infinity } as const;
			bench.xi.faults.add({ ...fault, match: { endpoint } });
		}
		const order = { ...CREATE_PO, options: QUICK };
		const { items } = await bench.runOrders(order, [{ po: 'PO-1' }], GOES_ON);
		expect(jsonOf(items)).toEqual([
			{
				error: `It is not known what became of PO PO-1: ${TOO_LATE}. [item 0]`,
				details: expect.objectContaining({ reason: 'unknown' }),
			},
		]);
		expect(callsTo(CREATE)).toBe(1);
	});
});

describe('a token that does not come', () => {
	it.each(['drip', 'headers'] as const)('in time is asked for again: %s', async (cut) => {
		bench.xi.faults.add({ kind: 'commitThenCut', cut, match: { endpoint: TOKEN } });
		const { items, error } = await bench.run(PRICE, [{ sku: '4A0036' }]);
		expect(error).toBeUndefined();
		expect(items[0].json.found).toBe(true);
	});

	it('before the time is over lets no order go out afterwards', async () => {
		bench.xi.faults.add({ kind: 'delay', ms: 2_000, times: Infinity, match: { endpoint: TOKEN } });
		const order = { ...CREATE_PO, options: QUICK };
		const { items } = await bench.runOrders(order, [{ po: 'PO-1' }], GOES_ON);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ error: expect.stringContaining('It is not known') }),
		]);
		await new Promise((resolve) => setTimeout(resolve, 2_500));
		expect(callsTo(TOKEN)).toBeGreaterThan(0);
		expect(callsTo(CREATE)).toBe(0);
	});
});

describe('the trigger', () => {
	it.each(CUTS)('starts in time when what it asks is cut off: %s', async (cut) => {
		const number = await held(bench, 'PO-1');
		const fault = { kind: 'commitThenCut', cut, times: Infinity } as const;
		bench.xi.faults.add({ ...fault, match: { endpoint: ORDER_DETAILS } });
		const host = await trigger.publish({ confirm: true, options: { deadlineSeconds: 1 } });
		const begun = Date.now();
		expect((await deliver(host.productionUrl, shipped('A', number))).status).toBe(200);
		expect(Date.now() - begun).toBeLessThan(8_000);
		expect(itemsIn(host)).toEqual([
			expect.objectContaining({ confirmed: false, confirmationNote: expect.any(String) }),
		]);
	});
});
