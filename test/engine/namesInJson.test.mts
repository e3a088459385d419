import type { INodeParameters } from 'n8n-workflow';

import { LINE as RETURN_LINE, PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { CREATE, GOES_ON, jsonOf, STOCKED } from './orders/support.mts';
import { runnerOf, useBench } from './support.mts';

const bench = useBench({ products: 0 });

const ORDER: INodeParameters = { operation: 'create', customerOrderNumber: 'PO-1' };
const listOf = (lines: unknown): INodeParameters => ({
	...ORDER,
	linesFrom: 'list',
	linesList: JSON.stringify(lines),
});
const jsonOrder = (lines: unknown): INodeParameters => ({
	operation: 'create',
	defineOrderBy: 'json',
	orderJson: JSON.stringify({ customerOrderNumber: 'PO-1', lines }),
});

describe('a line by the number of its manufacturer', () => {
	it('is one order, v6, whether by fields, by a list or by the whole order as JSON', async () => {
		const { vendorPartNumber } = bench.xi.products.find((one) => one.ingramPartNumber === STOCKED)!;
		const line = { vendorPartNumber, quantity: 2 };
		const fields = {
			...ORDER,
			lines: {
				line: [
					{
						quantity: 2,
						ingramPartNumber: { __rl: true, mode: 'vendorPartNumber', value: vendorPartNumber },
					},
				],
			},
		};
		for (const parameters of [fields, listOf([line]), jsonOrder([line])]) {
			const { items, error } = await bench.runOrders({ ...parameters, previewOnly: true });
			expect(error).toBeUndefined();
			expect(items[0].json.body).toEqual({
				customerOrderNumber: 'PO-1',
				lines: [{ customerLineNumber: '1', ...line }],
			});
		}
		const { items } = await bench.runOrders(listOf([line]));
		expect(items[0].json.outcome).toBe('created');
		expect(bench.xi.orders[0].lines.map((one) => one.ingramPartNumber)).toEqual([STOCKED]);
	});
});

describe('names in JSON that are none of Ingram Micro’s', () => {
	const GOOD = { ingramPartNumber: STOCKED, quantity: 1 };

	it.each<[string, (line: object) => INodeParameters]>([
		['Lines as JSON', (line) => listOf([line])],
		['Order as JSON', (line) => jsonOrder([line])],
	])('are refused in %s where they are near to one', async (_, parametersOf) => {
		for (const [line, right] of [
			[{ sku: STOCKED, quantity: 1 }, '"sku": use "ingramPartNumber"'],
			[{ ingramPartNumber: STOCKED, qty: 1 }, '"qty": use "quantity"'],
			[{ ...GOOD, price: 5 }, '"price": use "unitPrice"'],
			[{ ...GOOD, endUserInfo: [{ zip: '12345' }] }, '"zip": use "postalCode"'],
		] as const) {
			const { items } = await bench.runOrders(parametersOf(line), [{}], GOES_ON);
			expect(items[0].json.error).toContain(`holds the unknown name ${right}`);
		}
		expect(bench.xi.requests).toEqual([]);
	});

	it('are left out of lists, and named in the preview and in a hint', async () => {
		const lines = [
			{ ...GOOD, colour: 'red', shelf: '' },
			{ ...GOOD, sku: 'OWN-1', endUserInfo: [{ city: 'Irvine', gate: 'B' }] },
		];
		const { items, run } = await bench.runOrders({ ...listOf(lines), previewOnly: true });
		expect(items[0].json).toMatchObject({
			leftOut: ['colour', 'sku', 'endUserInfo.gate'],
			body: {
				lines: [
					{ customerLineNumber: '1', ...GOOD },
					{ customerLineNumber: '2', ...GOOD, endUserInfo: [{ city: 'Irvine' }] },
				],
			},
		});
		expect(run.data.resultData.runData.Node[0].hints).toEqual([
			expect.objectContaining({
				message:
					"'Lines as JSON' holds names that Ingram Micro does not have, and what they hold was left out: colour, sku, endUserInfo.gate",
			}),
		]);
		const sent = await bench.runOrders({
			...jsonOrder([{ ...GOOD, lineType: 'P' }]),
			previewOnly: true,
		});
		expect(sent.items[0].json).not.toHaveProperty('leftOut');
		expect(sent.items[0].json).toHaveProperty('body.lines.0.lineType', 'P');
		expect(sent.run.data.resultData.runData.Node[0].hints).toEqual([]);
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it('are refused, left out and named in the lists of other nodes too', async () => {
		const freight = (line: object): INodeParameters => ({
			operation: 'get',
			linesFrom: 'list',
			linesList: JSON.stringify([line]),
			shipTo: { addressId: '200' },
		});
		const returns = (line: object): INodeParameters => ({
			operation: 'create',
			referenceNumber: 'RMA-1',
			linesFrom: 'list',
			linesList: JSON.stringify([line]),
			shipFromInfo: PLACE,
			previewOnly: true,
		});
		const quote = (line: object): INodeParameters => ({
			operation: 'create',
			quoteName: 'Q',
			productsFrom: 'list',
			productsList: JSON.stringify([line]),
			previewOnly: true,
		});
		for (const [node, parametersOf, good, label] of [
			['ingramMicroFreightEstimate', freight, GOOD, 'Lines as JSON'],
			[
				'ingramMicroReturns',
				returns,
				{ ...RETURN_LINE, ...GOOD, invoiceNumber: '40-NFERG-11', invoiceDate: '2026-11-01' },
				'Lines as JSON',
			],
			['ingramMicroQuotes', quote, GOOD, 'Products as JSON'],
		] as const) {
			const run = runnerOf(bench, node);
			const { quantity: _, ...less } = good;
			const refused = await run(parametersOf({ ...less, qty: 1 }), [{}], GOES_ON);
			expect(jsonOf(refused.items)[0].error).toContain(
				'holds the unknown name "qty": use "quantity"',
			);
			const taken = await run(parametersOf({ ...good, colour: 'red' }));
			expect(taken.error).toBeUndefined();
			expect(taken.run.data.resultData.runData.Node[0].hints?.[0].message).toBe(
				`'${label}' holds names that Ingram Micro does not have, and what they hold was left out: colour`,
			);
		}
	});
});
