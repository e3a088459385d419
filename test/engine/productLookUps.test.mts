import type { INodeParameters } from 'n8n-workflow';

import { PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { CREATE, GOES_ON, held, MODIFY, STOCKED } from './orders/support.mts';
import { bought, RETURN_CREATE, runReturns } from './returns/support.mts';
import { PRICES, runnerOf, useBench } from './support.mts';
import { FREIGHT } from './termsSupport.mts';

const bench = useBench({ products: 100 });
const KINDS = ['vendorPartNumber', 'upc'] as const;

const productOf = (sku: string) =>
	bench.xi.products.find(({ ingramPartNumber }) => ingramPartNumber === sku)!;
const by = (mode: string, value: string) => ({ __rl: true, mode, value });
const bodiesTo = (path: string) =>
	bench.xi.requestsTo(path).map(({ body }) => body as Record<string, unknown>);

describe.each(KINDS)('by %s', (kind) => {
	it('Modify Order adds the product that is looked up, by fields and by JSON', async () => {
		const number = await held(bench, 'PO-1');
		const added = productOf('4A0036');
		const change = { addUpdateDeleteLine: 'ADD', quantity: 3 };
		const modify = {
			operation: 'modify',
			order: by('ingramOrderNumber', number),
			previewOnly: true,
		};
		const inFields: INodeParameters = {
			...modify,
			lines: { line: [{ ...change, ingramPartNumber: by(kind, added[kind]) }] },
		};
		const inJson: INodeParameters = {
			...modify,
			defineChangesBy: 'json',
			changesJson: JSON.stringify({ lines: [{ ...change, [kind]: added[kind] }] }),
		};
		for (const parameters of [inFields, inJson]) {
			const { items, error } = await bench.runOrders(parameters);
			expect(error).toBeUndefined();
			expect(items[0].json.body).toEqual({ lines: [{ ...change, ingramPartNumber: '4A0036' }] });
		}
	});

	it('Modify Order sends nothing where several products have the number', async () => {
		const number = await held(bench, 'PO-1');
		bench.xi.quirks.twins = 'outOfStock';
		const { items } = await bench.runOrders(
			{
				operation: 'modify',
				order: by('ingramOrderNumber', number),
				lines: {
					line: [
						{
							addUpdateDeleteLine: 'ADD',
							quantity: 1,
							ingramPartNumber: by(kind, productOf('4A0036')[kind]),
						},
					],
				},
			},
			[{}],
			GOES_ON,
		);
		expect(items[0].json.error).toMatch(/^2 products have the .*: 4A0036 \(.*; 4A0036R \(/);
		expect(bench.xi.requestsTo(MODIFY)).toEqual([]);
	});

	it('Get Freight Estimate asks for the product that is looked up', async () => {
		const { ingramPartNumber, ...product } = bench.xi.products.find(
			({ stock, weightKg }) => stock.length > 0 && weightKg > 1,
		)!;
		const run = runnerOf(bench, 'ingramMicroFreightEstimate');
		const estimate: INodeParameters = { operation: 'get', shipTo: { addressId: '200' } };
		const line = { quantity: 1 };
		const { error } = await run({
			...estimate,
			lines: { line: [{ ...line, ingramPartNumber: by(kind, product[kind]) }] },
		});
		expect(error).toBeUndefined();
		await run({
			...estimate,
			linesFrom: 'list',
			linesList: JSON.stringify([{ ...line, [kind]: product[kind] }]),
		});
		const sent = { customerLineNumber: '1', ingramPartNumber, quantity: '1' };
		expect(bodiesTo(FREIGHT).map(({ lines }) => lines)).toEqual([[sent], [sent]]);
	});

	it('Create Return names the product in a way that Ingram Micro takes', async () => {
		const { ingramPartNumber, ...invoice } = await bought(bench, 'PO-1');
		const { error } = await runReturns(bench, {
			operation: 'create',
			referenceNumber: 'RMA-1',
			shipFromInfo: PLACE,
			lines: {
				line: [
					{
						...invoice,
						ingramPartNumber: by(kind, productOf(ingramPartNumber)[kind]),
						quantity: 1,
						primaryReason: 'Damaged',
						secondaryReason: 'The box is damaged',
						numberOfBoxes: 1,
					},
				],
			},
		});
		expect(error).toBeUndefined();
		const [{ list }] = bodiesTo(RETURN_CREATE) as unknown as Array<{ list: object[] }>;
		expect(list).toMatchObject([
			kind === 'upc'
				? { ingramPartNumber }
				: { vendorPartNumber: productOf(ingramPartNumber).vendorPartNumber },
		]);
	});

	it('Create Quote and its vendors’ questions name it so too', async () => {
		const run = runnerOf(bench, 'ingramMicroQuotes');
		const product = productOf(STOCKED);
		const named =
			kind === 'upc'
				? { ingramPartNumber: STOCKED }
				: { vendorPartNumber: product.vendorPartNumber };
		const quote = await run({
			operation: 'create',
			quoteName: 'Q1',
			products: { product: [{ ingramPartNumber: by(kind, product[kind]), quantity: 2 }] },
			previewOnly: true,
		});
		expect(quote.items[0].json.body).toMatchObject({ products: [{ ...named, quantity: '2' }] });
		await run(
			{
				operation: 'getVendorRequiredInfo',
				askFor: 'products',
				products: { product: [{ ingramPartNumber: by(kind, product[kind]) }] },
			},
			[{}],
			GOES_ON,
		);
		expect(bench.xi.requests.at(-1)?.body).toEqual({ products: [named] });
	});
});

describe('lines of several input items', () => {
	const GATHERED: INodeParameters = {
		operation: 'create',
		customerOrderNumber: '={{ $json.po }}',
		linesFrom: 'items',
		lines: { line: [{ ingramPartNumber: by('upc', '={{ $json.upc }}'), quantity: 1 }] },
		options: { lookSeconds: 0 },
	};
	const rowOf = (po: string, sku: string) => ({ po, upc: productOf(sku).upc });

	it('are looked up together, in one call before the first order', async () => {
		const rows = [rowOf('PO-1', STOCKED), rowOf('PO-2', STOCKED), rowOf('PO-1', '4A0036')];
		const { error } = await bench.runOrders(GATHERED, rows);
		expect(error).toBeUndefined();
		expect(bodiesTo(PRICES)).toMatchObject([
			{ products: [{ upc: rows[0].upc }, { upc: rows[2].upc }] },
		]);
		expect(bench.xi.orders.map(({ lines }) => lines.map((one) => one.ingramPartNumber))).toEqual([
			[STOCKED, '4A0036'],
			[STOCKED],
		]);
	});

	it('make no order of which a product is not known, and all others', async () => {
		const rows = [rowOf('PO-1', STOCKED), { po: 'PO-1', upc: '4006381333931' }];
		const { items } = await bench.runOrders(GATHERED, [...rows, rowOf('PO-2', STOCKED)], GOES_ON);
		expect(items[0].json.error).toMatch(/^Item 1 belongs to PO-1 as well.*4006381333931/);
		expect(items[1].json.error).toMatch(/^Ingram Micro knows no product with the UPC/);
		expect(bodiesTo(CREATE).map((body) => body.customerOrderNumber)).toEqual(['PO-2']);
	});

	it('stop the node before anything is ordered where it stops on a failure', async () => {
		const rows = [rowOf('PO-1', STOCKED), { po: 'PO-2', upc: '4006381333931' }];
		const { error } = await bench.runOrders(GATHERED, rows);
		expect(error?.message).toMatch(/4006381333931 \[item 1\]$/);
		expect(bench.xi.orders).toEqual([]);
	});

	it('are blank where nothing of them is filled in', async () => {
		const { items } = await bench.runOrders(GATHERED, [
			rowOf('PO-1', STOCKED),
			{ po: '', upc: '' },
		]);
		expect(items.map(({ json }) => json.outcome)).toEqual(['created', 'skipped']);
	});
});

it('asks for each account by itself', async () => {
	const { upc } = productOf(STOCKED);
	await bench.runOrders(
		{
			operation: 'create',
			customerOrderNumber: '={{ $json.po }}',
			lines: { line: [{ ingramPartNumber: by('upc', upc), quantity: 1 }] },
			options: { countryCode: '={{ $json.country }}' },
			previewOnly: true,
		},
		[
			{ po: 'PO-1', country: 'US' },
			{ po: 'PO-2', country: 'CA' },
			{ po: 'PO-3', country: 'US' },
		],
		GOES_ON,
	);
	const countries = bench.xi.requestsTo(PRICES).map(({ headers }) => headers['im-countrycode']);
	expect(countries.sort()).toEqual(['CA', 'US']);
});
