import { LINE, PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { range } from '../nodes/support.mts';
import { CREATE, ORDER_SEARCH, STOCKED } from './ordersSupport.mts';
import { RETURN_CREATE, runReturns } from './returnsSupport.mts';
import { useBench } from './support.mts';

/*
 * Values as sheets, databases and people give them.
 */

const bench = useBench({ products: 0 });

const sentTo = (endpoint: string, call = 0): unknown => bench.xi.requestsTo(endpoint)[call].body;

describe('days', () => {
	const timezone = 'Europe/Berlin';
	/** Midnight of the 22nd in Berlin. */
	const MIDNIGHT = '2026-11-21T23:00:00.000Z';

	it.each([
		['a text', MIDNIGHT],
		['a date of JavaScript', '={{ new Date($json.day) }}'],
		['a date of Luxon in the zone of the workflow', '={{ DateTime.fromISO($json.day) }}'],
		['the day that is written', '2026-11-22T00:00:00'],
	])('that start in the zone of the workflow, as %s, in a filter', async (_, day) => {
		const filters = { ingramOrderDate: day, shipDate: range(day, day) };
		const parameters = { operation: 'getMany', filters };
		await bench.runOrders(parameters, [{ day: MIDNIGHT }], { timezone });
		const query = new Map(bench.xi.requestsTo(ORDER_SEARCH)[0].query);
		expect(query.get('ingramOrderDate')).toBe('2026-11-22');
		expect(query.get('shipDate_bt')).toBe('2026-11-22');
	});

	it('in fields and in both kinds of JSON of an order', async () => {
		const shipmentDetails = { requestedDeliveryDate: MIDNIGHT };
		const lines = [
			{
				ingramPartNumber: STOCKED,
				quantity: 1,
				warrantyInfo: [{ serialInfo: [{ primarySerialNumber: 'SN1', dateofPurchase: MIDNIGHT }] }],
			},
		];
		const orders = [
			{ customerOrderNumber: 'PO-1', linesFrom: 'list', linesList: '={{ $json.lines }}' },
			{ defineOrderBy: 'json', orderJson: '={{ $json.order }}' },
			{ defineOrderBy: 'json', orderJson: '={{ JSON.stringify($json.order) }}' },
		].map((given, call) => ({ operation: 'create', shipmentDetails, ...given, call }));
		for (const { call, ...parameters } of orders) {
			const order = { customerOrderNumber: `PO-J${call}`, shipmentDetails, lines };
			await bench.runOrders(parameters, [{ lines, order }], { timezone });
			expect(sentTo(CREATE, call)).toMatchObject({
				shipmentDetails: { requestedDeliveryDate: '2026-11-22' },
				lines: [{ warrantyInfo: [{ serialInfo: [{ dateofPurchase: '2026-11-22' }] }] }],
			});
		}
	});

	it('of the invoice of a return', async () => {
		const parameters = {
			operation: 'create',
			referenceNumber: 'RMA-1',
			shipFromInfo: PLACE,
			linesFrom: 'list',
			linesList: '={{ $json.lines }}',
		};
		const lines = [{ ...LINE, invoiceDate: MIDNIGHT }];
		await runReturns(bench, parameters, [{ lines }], { timezone });
		expect(JSON.stringify(sentTo(RETURN_CREATE))).toContain('"invoiceDate":"2026-11-22"');
	});

	it('that are written in the zone of the workflow stay in it', async () => {
		const parameters = { operation: 'getMany', filters: { ingramOrderDate: MIDNIGHT } };
		await bench.runOrders(parameters, [{}], { timezone: 'UTC' });
		expect(new Map(bench.xi.requestsTo(ORDER_SEARCH)[0].query).get('ingramOrderDate')).toBe(
			'2026-11-21',
		);
	});
});
