import type { IDataObject } from 'n8n-workflow';

import {
	partNumberOf,
	priceFilePieces,
	priceOf,
	stockFilePieces,
	stockOf,
} from '../../simulator/priceFile.mts';
import { zipOf } from '../../simulator/zip.mts';
import { Engine } from './engine.mts';
import { bytesOf, keepFilesIn, MODES, runPriceFile, stored } from './priceFileSupport.mts';

const ROWS = 400;
const price = [...priceFilePieces({ rows: ROWS, layout: 'F24' })].join('');
const stock = [...stockFilePieces({ rows: ROWS })].join('');
const ALL = { operation: 'read', returnAll: true };

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

describe.each(MODES)('Read Price File with files in %s', (mode) => {
	beforeAll(async () => await keepFilesIn(mode));
	afterAll(async () => await keepFilesIn('memory'));

	it('makes an item of each row, text as text and prices as numbers', async () => {
		const binary = { data: await stored(price) };
		const { items, json, error } = await runPriceFile(engine, ALL, [{ json: {}, binary }]);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(ROWS);
		expect(items[7].pairedItem).toEqual({ item: 0 });
		expect(json[7]).toEqual({
			actionIndicator: 'C',
			ingramPartNumber: '000007',
			vendorNumber: expect.stringMatching(/^\d{4}$/),
			vendorName: expect.stringMatching(/^\S.*\S$/),
			description1: '19" THING NO 7',
			description2: 'FOR 5® DEVICES',
			retailPrice: Number((priceOf(7) * 1.4).toFixed(2)),
			vendorPartNumber: 'VPN-7',
			weight: expect.any(Number),
			upc: expect.stringMatching(/^\d{13}$/),
			length: 10.5,
			width: 7,
			height: 2.25,
			priceChangeFlag: null,
			customerPrice: Number(priceOf(7).toFixed(2)),
			position15: 'O',
			availabilityFlag: expect.stringMatching(/^[YN]$/),
			status: null,
			cpuCode: expect.any(String),
			mediaType: expect.any(String),
			category: expect.stringMatching(/^0\d{3}$/),
			newItemReceiptFlag: null,
			instantRebateFlag: 'N',
			substitutePartNumber: null,
		});
	});

	it('knows the traps: no price is null, blanks inside stay, nothing is zero wide', async () => {
		const binary = { data: await stored(price) };
		const { json } = await runPriceFile(engine, ALL, [{ json: {}, binary }]);
		expect(json[0]).toMatchObject({
			actionIndicator: 'D',
			ingramPartNumber: '000000',
			customerPrice: null,
			retailPrice: null,
			description2: null,
			vendorPartNumber: 'C8  0#ABA',
			upc: null,
		});
		expect(json[3].substitutePartNumber).toBe(partNumberOf(4));
		expect(json.some(({ vendorName }) => vendorName === 'BÜROTECHNIK MÜLLER')).toBe(true);
	});

	it('gives no more than Limit, and the fields that are wanted', async () => {
		const binary = {
			data: await stored(zipOf([{ name: 'PRICE.TXT', bytes: Buffer.from(price, 'latin1') }])),
		};
		const parameters = { operation: 'read', limit: 3, fieldsToKeep: ['customerPrice'] };
		const { json } = await runPriceFile(engine, parameters, [{ json: {}, binary }]);
		expect(json.map((one) => Object.keys(one))).toEqual([
			['ingramPartNumber', 'customerPrice'],
			['ingramPartNumber', 'customerPrice'],
			['ingramPartNumber', 'customerPrice'],
		]);
	});

	it('joins stock by part number, not by line', async () => {
		const binary = { data: await stored(price), stock: await stored(stock) };
		const parameters = { ...ALL, options: { stockFile: 'stock' } };
		const { json } = await runPriceFile(engine, parameters, [{ json: {}, binary }]);
		expect(json.map(({ totalAvailability }) => totalAvailability)).toEqual(
			json.map((_, index) => (index % 41 === 7 ? null : stockOf(index))),
		);
		expect([json[6].eta, json[1].eta]).toEqual(['12/24/2026', null]);
	});

	it('makes a CSV file with a header, and one of JSON lines', async () => {
		const binary = { data: await stored(price) };
		const fieldsToKeep = ['description1', 'customerPrice'];
		for (const output of ['csv', 'jsonLines']) {
			const parameters = { operation: 'read', output, fieldsToKeep, outputField: 'table' };
			const { items } = await runPriceFile(engine, parameters, [{ json: {}, binary }]);
			expect(items.map(({ json }) => json)).toEqual([{ products: ROWS }]);
			const text = (await bytesOf(items[0].binary!.table)).toString('utf8');
			const lines = text.trimEnd().split(/\r?\n/);
			if (output === 'csv') {
				expect(lines).toHaveLength(ROWS + 1);
				expect(lines.slice(0, 2)).toEqual([
					'ingramPartNumber,description1,customerPrice',
					'000000,"19"" THING NO 0",',
				]);
			} else {
				expect(lines).toHaveLength(ROWS);
				expect(JSON.parse(lines[0])).toEqual({
					ingramPartNumber: '000000',
					description1: '19" THING NO 0',
					customerPrice: null,
				});
			}
		}
	});
});

describe('which products are read', () => {
	const run = async (parameters: object, extra: Array<{ json: IDataObject }> = []) => {
		const binary = { data: await stored(price) };
		const input = [{ json: {}, binary }, ...extra];
		return await runPriceFile(engine, { ...ALL, ...parameters }, input);
	};

	it('those of a list, in any capitals; and which are not there', async () => {
		const partNumbers = [partNumberOf(9).toLowerCase(), 'NOSUCH', partNumberOf(2), partNumberOf(2)];
		const { json } = await run({ products: 'list', partNumbers });
		expect(json).toMatchObject([
			{ ingramPartNumber: partNumberOf(2), found: true, customerPrice: expect.any(Number) },
			{ ingramPartNumber: partNumberOf(9), found: true },
			{ ingramPartNumber: 'NOSUCH', found: false },
		]);
	});

	it('those that input items name, paired with them', async () => {
		const extra = ['NOSUCH', partNumberOf(5), partNumberOf(3), partNumberOf(5)].map((sku) => ({
			json: { sku },
		}));
		const { items } = await run({ products: 'inputItems', partNumberField: 'sku' }, extra);
		expect(
			items.map(({ json, pairedItem }) => [json.ingramPartNumber, json.found, pairedItem]),
		).toEqual([
			[partNumberOf(3), true, { item: 3 }],
			[partNumberOf(5), true, [{ item: 2 }, { item: 4 }]],
			['NOSUCH', false, { item: 1 }],
		]);
	});

	it('and tells of an item without a part number, too', async () => {
		const extra = [partNumberOf(3), ' ', 'Größe', ''].map((sku) => ({ json: { sku } }));
		const { items } = await run({ products: 'inputItems', partNumberField: 'sku' }, extra);
		expect(
			items.map(({ json: { ingramPartNumber: n, found }, pairedItem }) => [n, found, pairedItem]),
		).toEqual([
			[partNumberOf(3), true, { item: 1 }],
			['GRÖSSE', false, { item: 3 }],
			[null, false, { item: 2 }],
			[null, false, { item: 4 }],
		]);
	});

	it('are told in hints where they are not in the file, or came as numbers', async () => {
		const named = (...skus: unknown[]) => skus.map((sku) => ({ json: { sku } as IDataObject }));
		const byItems = { products: 'inputItems', partNumberField: 'sku' };
		const { hints } = await run(byItems, named('NOSUCH', 123456, partNumberOf(5)));
		expect(hints).toEqual([
			'2 of 3 products are not in the price file, which goes by Ingram part numbers',
			'Leading zeros may be lost, since these came as numbers: the field "sku". Format such columns as text',
		]);
		expect((await run(byItems, named(partNumberOf(5)))).hints).toEqual([]);
		const byList = await run({ products: 'list', partNumbers: ['NOSUCH'] });
		expect(byList.hints).toEqual([
			'1 of 1 product is not in the price file, which goes by Ingram part numbers',
		]);
	});

	it('all of them, whatever Limit says, since each item that names one gets an answer', async () => {
		const extra = [...Array(60).keys()].map((index) => ({
			json: { sku: index < 55 ? partNumberOf(index) : `NOSUCH${index}` },
		}));
		const byItems = { products: 'inputItems', partNumberField: 'sku', returnAll: false };
		const { json } = await run({ ...byItems, limit: 2 }, extra);
		expect(json.filter(({ found }) => found === true)).toHaveLength(55);
		expect(json.filter(({ found }) => found === false)).toHaveLength(5);
		const partNumbers = extra.map(({ json: { sku } }) => sku);
		const byList = await run({ products: 'list', partNumbers, returnAll: false, limit: 2 });
		expect(byList.json).toHaveLength(60);
	});

	it('and tells in a hint how many of them the filters left out', async () => {
		const partNumbers = [...Array(20).keys()].map(partNumberOf);
		const named = { products: 'list', partNumbers: [...partNumbers, 'NOSUCH'] };
		const { json, hints } = await run({ ...named, filters: { inStockOnly: true } });
		const there = json.filter(({ found }) => found === true).length;
		expect(hints).toEqual([
			expect.stringMatching(/^1 of 21 products are not in the price file/),
			`${20 - there} of 21 products are in the price file and left out by the filters`,
		]);
	});

	it('are told beside a file, too: what is not there, and items without a part number', async () => {
		const extra = [partNumberOf(3), 'nosuch', '', null].map((sku) => ({ json: { sku } }));
		const byItems = { products: 'inputItems', partNumberField: 'sku', output: 'csv' };
		const { json } = await run(byItems, extra);
		expect(json).toEqual([{ products: 1, notFound: ['NOSUCH', null, null] }]);
	});

	it.each([
		[{ vendors: ['hp', 'HP INC.'] }, 'vendor hp'],
		[{ vendors: ['212'], inStockOnly: true }, 'vendor 212'],
		[{ categories: ['0301', '9977'], vendors: ['hp inc.'] }, 'category 9977'],
		[{ vendors: ['4427', 'zebra technologies'], changedOnly: true }, undefined],
	])('and of filters that nothing in the file fits: %j', async (filters, named) => {
		const { hints } = await run({ filters });
		const vendors = 'Vendors go by Ingram Micro’s vendor number or the whole name';
		expect(hints).toEqual(
			named === undefined ? [] : [`No product of the price file has: ${named}. ${vendors}`],
		);
		expect((await run({ filters, returnAll: false, limit: 1 })).hints).toEqual(
			named === 'vendor 212' ? hints : [],
		);
	});

	it.each([
		['in stock', { inStockOnly: true }, { availabilityFlag: 'Y' }],
		['with a changed price', { changedOnly: true }, { priceChangeFlag: 'Y' }],
		['of a vendor by name', { vendors: ['hp inc.'] }, { vendorName: 'HP INC.' }],
		['of a vendor by number', { vendors: ['9001'] }, { vendorName: 'BÜROTECHNIK MÜLLER' }],
		['of a category', { categories: ['03'] }, { category: expect.stringMatching(/^03/) }],
	])('those %s', async (_, filters, expected) => {
		const { json, error } = await run({ filters });
		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(0);
		expect(json.length).toBeLessThan(ROWS);
		for (const product of json) expect(product).toMatchObject(expected);
	});

	it.each([
		['Vendors', { vendors: '={{ $json.vendor }}' }],
		['Categories', { categories: [] }],
		['In Stock Only', { inStockOnly: '={{ $json.inStock }}' }],
	])('not all where the filter %s was added and gives nothing', async (name, filters) => {
		const { error } = await run({ filters });
		expect(error?.message).toContain(`'${name}' in 'Filters' is empty`);
	});
});

it('names a product of which the file has several rows', async () => {
	const again = price.split('\r\n')[5];
	const input = [{ json: {}, binary: { data: await stored(`${price}${again}\r\n`) } }];
	const { json, hints } = await runPriceFile(engine, ALL, input);
	expect(json).toHaveLength(ROWS + 1);
	expect(hints).toEqual([
		`The price file has several rows of these products, and each came as an item: ${partNumberOf(5)}`,
	]);
});

it('takes the item with the file where n8n keeps files among the other fields', async () => {
	const data = (await stored(price)) as unknown as IDataObject;
	const input = [{ json: { data } }, { json: { sku: partNumberOf(5) } }];
	const byItems = { products: 'inputItems', partNumberField: 'sku' };
	const { json, error } = await runPriceFile(engine, { ...ALL, ...byItems }, input);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ ingramPartNumber: partNumberOf(5), found: true }]);
});

describe('a stock file', () => {
	const run = async (stockBytes: string, parameters: object = {}) => {
		const binary = { data: await stored(price), stock: await stored(stockBytes) };
		const options = { stockFile: 'stock' };
		return await runPriceFile(engine, { ...ALL, options, ...parameters }, [{ json: {}, binary }]);
	};

	it('that has none of the products is named, since it is of another account', async () => {
		const other = stock.replace(/^"/gm, '"Z');
		expect((await run(other)).hints).toEqual([
			`None of ${ROWS} products is in the stock file, so they have no quantity: check that it is of the same account`,
		]);
		expect((await run(stock)).hints).toEqual([]);
	});

	it.each(['', null, '={{ $json.nosuch }}'])(
		'is not left out where its name is %j',
		async (name) => {
			const { error } = await run(stock, { options: { stockFile: name } });
			expect(error?.message).toContain("'Stock File' in 'Options' is empty");
		},
	);
});

it('says so before it makes more than 50,000 items', async () => {
	const big = [...priceFilePieces({ rows: 50_001, layout: 'F24' })].join('');
	const input = [{ json: {}, binary: { data: await stored(big) } }];
	const small = { ...ALL, fieldsToKeep: ['ingramPartNumber'] };
	const { error } = await runPriceFile(engine, small, input);
	expect(error?.message).toMatch(/^This would make 50001 items, and more than 50000 can/);
	const allowed = await runPriceFile(engine, { ...small, options: { manyItems: true } }, input);
	expect(allowed.items).toHaveLength(50_001);
}, 60_000);
