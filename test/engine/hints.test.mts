import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun } from './engine.mts';
import { CREATE_PO, DIRECT, linesOf, STOCKED, UNKNOWN } from './orders/support.mts';
import { byIngramPartNumber, CATALOG, runnerOf, useBench } from './support.mts';

const bench = useBench();
const catalog = runnerOf(bench, CATALOG);

const PRICE: INodeParameters = {
	operation: 'getPriceAndAvailability',
	product: byIngramPartNumber('={{ $json.sku }}'),
};

const hintsOf = ({ run }: NodeRun): string[] =>
	(run.data.resultData.runData.Node[0].hints ?? []).map(({ message }) => message);

describe('a hint', () => {
	it.each([
		[{ output: 'simplified' }],
		[{ output: 'raw' }],
		[{ output: 'selectedFields', fields: ['ingramPartNumber'] }],
	])('counts products that are not known, with %j', async (output) => {
		const input = [STOCKED, UNKNOWN, 'YYYYYY', DIRECT].map((sku) => ({ sku }));
		expect(hintsOf(await catalog({ ...PRICE, ...output }, input))).toEqual([
			expect.stringMatching(
				/^2 of 4 products are not known .* choose By VPN or By UPC in Product$/,
			),
		]);
	});

	it('is not there where all are known', async () => {
		expect(hintsOf(await catalog(PRICE, [{ sku: STOCKED }, { sku: DIRECT }]))).toEqual([]);
	});

	it.each(['order', 'lines'])('tells that a PO became two orders, by %s', async (wanted) => {
		const parameters = { ...CREATE_PO, lines: linesOf(STOCKED, DIRECT), return: wanted };
		const [hint, ...more] = hintsOf(await bench.runOrders(parameters, [{ po: 'PO-1' }]));
		expect(hint).toMatch(/^PO PO-1 became 2 orders: [\w-]+, [\w-]+$/);
		expect(more).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['getResult', { customerOrderNumber: 'PO-1' }],
		['get', { order: { __rl: true, mode: 'customerOrderNumber', value: 'PO-1' } }],
	])('tells the same where it is read, by %s', async (operation, named) => {
		await bench.runOrders({ ...CREATE_PO, lines: linesOf(STOCKED, DIRECT) }, [{ po: 'PO-1' }]);
		const [hint, ...more] = hintsOf(await bench.runOrders({ operation, ...named }, [{}]));
		expect(hint).toMatch(/^PO PO-1 became 2 orders: [\w-]+, [\w-]+$/);
		expect(more).toEqual([]);
	});

	it('tells of part numbers and POs that came as numbers, once for all items', async () => {
		const { hints, ...rest } = await said(CREATE_PO, [{ po: 4711 }, { po: 4712 }]);
		expect(rest).toEqual({ failed: false });
		expect(hints).toEqual([
			"Leading zeros may be lost, since these came as numbers: 'Customer Order Number'. Format such columns as text",
		]);
		expect(hintsOf(await catalog(PRICE, [{ sku: Number(STOCKED) }]))[0]).toContain("'Product'");
		expect((await said(CREATE_PO, [{ po: '4713' }])).hints).toEqual([]);
	});
});

async function said(parameters: INodeParameters, input: Array<Record<string, unknown>>) {
	const run = await bench.runOrders(parameters, input);
	return { hints: hintsOf(run), failed: run.error !== undefined };
}
