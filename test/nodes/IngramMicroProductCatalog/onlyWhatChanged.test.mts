import type { IDataObject } from 'n8n-workflow';

import { getPriceAndAvailability } from '../../../nodes/IngramMicroProductCatalog/getPriceAndAvailability.operation.ts';
import { badInputOf, paramsOf } from '../support.mts';

const PRODUCT = { __rl: true, mode: 'ingramPartNumber', value: '4A0036' };
const BOTH = { priceField: 'lastPrice', stockField: 'lastStock' };

/** The rows that are wanted of an item; undefined: all. */
const wantedOf = (onlyWhatChanged: unknown, input: IDataObject, more: IDataObject = {}) =>
	getPriceAndAvailability.wanted?.(
		paramsOf(getPriceAndAvailability, { product: PRODUCT, onlyWhatChanged, ...more }) as never,
		input,
		1,
	);

const rowOf = (price: unknown, stock: unknown, more: IDataObject = {}): IDataObject => ({
	ingramPartNumber: '4A0036',
	pricing: { customerPrice: price },
	availability: { totalAvailability: stock, available: true, availabilityByWarehouse: [{}] },
	...more,
});

/** Whether a product comes out that had the first price and stock, and has the second. */
const comesOut = (
	[lastPrice, lastStock]: unknown[],
	[price, stock]: unknown[],
	thresholds: IDataObject = {},
) =>
	wantedOf({ ...BOTH, ...thresholds }, { lastPrice, lastStock } as IDataObject)?.(
		rowOf(price, stock),
	);

describe('Only What Changed', () => {
	it.each([[undefined], [null], [{}], ['']])('is off as %j', (value) => {
		expect(wantedOf(value, {})).toBeUndefined();
	});

	it.each<[string, unknown[], unknown[], boolean]>([
		['the same', [10, 5], [10, 5], false],
		['the same, as texts', ['10.00', '5'], [10, '5'], false],
		['the same, with a currency and thousands', ['$1,299.50', ' 5 '], [1299.5, 5], false],
		['the same, calculated', [0.1 + 0.2, 5], [0.3, 5], false],
		['a cent more of a million', [1e9, 5], [1e9 + 0.01, 5], true],
		['a cent more', [10, 5], [10.01, 5], true],
		['a piece fewer', [10, 5], [10, 4], true],
		['out of stock', [10, 5], [10, 0], true],
		['back in stock', [10, 0], [10, 1], true],
		['no price any more', [10, 5], [null, 5], true],
		['a price of 0, which is none', [10, 5], [0, 5], true],
		['still no price', [null, 5], [0, 5], false],
		['still no price, an empty cell', ['', 5], [undefined, 5], false],
		['a price for the first time', [null, 5], [10, 5], true],
		['a price for the first time after a 0', [0, 5], [10, 5], true],
		['a stock for the first time', [10, null], [10, 0], true],
		['no stock any more', [10, 5], [10, null], true],
		['no stock told, and none before', [10, 0], [10, ''], false],
		['nothing known, then or now', [null, null], [null, null], false],
		['a sign of a currency', ['€ 1.299,50', 5], [1299.5, 5], false],
		['a sign of a currency behind', ['1 299,50 €', 5], ['1299.50', 5], false],
		['a decimal comma', ['10,00', 5], [10, 5], false],
		['a code of a currency', ['USD 10.00', 5], [10, 5], false],
		['a code of a currency behind, and another price', ['10.00 USD', 5], [10.01, 5], true],
		['thousands as in Switzerland', ["1'299.50", 5], [1299.5, 5], false],
		['a price below nothing, which is none', [-10, 5], [10, 5], true],
		['a price below nothing, and still none', [-10, 5], [null, 5], false],
		['stock below nothing', [10, -3], [10, -3], false],
		['stock below nothing, and some', [10, -3], [10, 1], true],
		['stock as text with a decimal point', [10, '5.00'], [10, 5], false],
		['a price that cannot be read for certain', [10, 5], ['USD 1,234', 5], true],
		['a stock that cannot be read for certain', [10, 5], [10, '1,234'], true],
	])('tells of %s: %j to %j', (_, before, now, expected) => {
		expect(comesOut(before, now)).toBe(expected);
	});

	it.each<[IDataObject, unknown[], unknown[], boolean]>([
		[{ percent: 0 }, [100, 5], [100.01, 5], true],
		[{ amount: 0.01 }, [1e9, 5], [1e9 + 0.01, 5], true],
		[{ percent: 0 }, [100, 5], [100, 5], false],
		[{ amount: 0 }, [100, 5], [100.01, 5], true],
		[{ percent: 0, amount: 5 }, [100, 5], [100.01, 5], false],
		[{ percent: 5, amount: '0' }, [100, 5], [100.01, 5], false],
		[{ percent: '0', amount: 0 }, [100, 5], [100.01, 5], true],
		[{ percent: 10, amount: 1 }, [100, 5], [101, 5], true],
		[{ percent: 1, amount: 100 }, [100, 5], [101, 5], true],
		[{ percent: 5 }, ['$1,000.00', 5], ['1.050,00', 5], true],
		[{ percent: 5 }, [100, 5], [104.99, 5], false],
		[{ percent: 5 }, [100, 5], [105, 5], true],
		[{ percent: 5 }, [100, 5], [95, 5], true],
		[{ amount: 0.1 }, [10, 5], [10.1, 5], true],
		[{ amount: 0.11 }, [10, 5], [10.1, 5], false],
		[{ percent: 50, amount: '2' }, [10, 5], [12, 5], true],
		[{ percent: 5 }, [100, 5], [100, 4], true],
		[{ percent: 5 }, [null, 5], [100, 5], true],
		[{ percent: 500 }, [100, 5], [null, 5], true],
		[{ pieces: 3 }, [10, 5], [10, 3], false],
		[{ pieces: 3 }, [10, 5], [10, 2], true],
		[{ pieces: 100 }, [10, 5], [10, 0], true],
		[{ pieces: 100 }, [10, 0], [10, 5], true],
		[{ stockChanges: ['outOfStock'] }, [10, 5], [10, 0], true],
		[{ stockChanges: ['outOfStock'] }, [10, 0], [10, 5], false],
		[{ stockChanges: ['outOfStock'] }, [10, 5], [10, 1], false],
		[{ stockChanges: 'Back in Stock, outofstock' }, [10, 0], [10, 5], true],
		[{ stockChanges: ['stockChanged'], pieces: 3 }, [10, 2], [10, 0], false],
		[{ stockChanges: ['stockChanged'], pieces: 2 }, [10, 2], [10, 0], true],
	])('with %j: %j to %j', (thresholds, before, now, expected) => {
		expect(comesOut(before, now, thresholds)).toBe(expected);
	});

	it('looks at one of them alone', () => {
		const price = wantedOf({ priceField: 'p' }, { p: 10 });
		expect(price?.(rowOf(10, 0))).toBe(false);
		expect(price?.(rowOf(11, 0))).toBe(true);
		const stock = wantedOf({ stockField: 's' }, { s: 5 });
		expect(stock?.(rowOf(11, 5))).toBe(false);
		expect(stock?.(rowOf(11, 6))).toBe(true);
	});

	it('never leaves out what is not found', () => {
		const row = { ingramPartNumber: 'X', productStatusCode: 'E' };
		expect(wantedOf(BOTH, { lastPrice: null, lastStock: 0 })?.(row)).toBe(true);
	});

	it('takes what is not kept in stock as the output shows it', () => {
		const license = { pricing: { customerPrice: 10 }, availability: { available: true } };
		expect(wantedOf(BOTH, { lastPrice: 10, lastStock: 0 })?.(license)).toBe(false);
	});

	it.each([
		['a path', 'shop.price', { shop: { price: 10 } }],
		['a name with a dot in it', 'shop.price', { 'shop.price': 10 }],
		['a header with blanks around it', 'My Price', { ' My Price ': 10 }],
	])('finds a field by %s', (_, priceField, input) => {
		expect(wantedOf({ priceField }, input)?.(rowOf(10, 0))).toBe(false);
	});
});

describe('bad input of Only What Changed', () => {
	const GOOD = { lastPrice: 10, lastStock: 5 };

	it.each<[string, unknown, IDataObject, IDataObject, RegExp, RegExp]>([
		[
			'a field that the item has not',
			{ priceField: 'lastprice' },
			{ sku: 'A', lastPrice: 10 },
			{},
			/^'Price Field' in 'Only What Changed' is "lastprice", and the input item has no such field$/,
			/^Did you mean lastPrice\?.* The item has: sku, lastPrice$/,
		],
		['an item without fields', BOTH, {}, {}, /has no such field/, /every item has/],
		[
			'a path that leads nowhere',
			{ stockField: 'a.b' },
			{ a: 1 },
			{},
			/"a\.b"/,
			/The item has: a$/,
		],
		[
			'the value in place of the name',
			{ priceField: 74.34 },
			GOOD,
			{},
			/"74\.34", which is no field of the input item but looks like its value/,
			/no expression/,
		],
		[
			'a text',
			BOTH,
			{ ...GOOD, lastPrice: 'on request' },
			{},
			/The field "lastPrice" of the input item is "on request", which is no number for certain/,
			/1299\.95/,
		],
		['a number that could be two', BOTH, { ...GOOD, lastStock: '1,234' }, {}, /"1,234"/, /number/],
		[
			'stock in words',
			BOTH,
			{ ...GOOD, lastStock: 'in stock' },
			{},
			/"lastStock".*"in stock"/,
			/number/,
		],
		['stock with a sign behind', BOTH, { ...GOOD, lastStock: '5+' }, {}, /"5\+"/, /number/],
		['stock with its unit', BOTH, { ...GOOD, lastStock: '5 pcs' }, {}, /"5 pcs"/, /number/],
		[
			'a price with its unit',
			BOTH,
			{ ...GOOD, lastPrice: '10.00 USD/EA' },
			{},
			/"lastPrice"/,
			/number/,
		],
		['a price from to', BOTH, { ...GOOD, lastPrice: '10-12' }, {}, /"10-12"/, /number/],
		['a sign alone', BOTH, { ...GOOD, lastPrice: '-' }, {}, /"lastPrice"/, /number/],
		['a percentage with its sign', { ...BOTH, percent: '5%' }, GOOD, {}, /"5%"/, /point/],
		['an amount below 0', { ...BOTH, amount: -0.01 }, GOOD, {}, /at least 0/, /point/],
		['pieces in parts', { ...BOTH, pieces: 1.5 }, GOOD, {}, /whole number/, /.*/],
		['a yes', BOTH, { ...GOOD, lastStock: true }, {}, /"lastStock"/, /number/],
		['a list', BOTH, { ...GOOD, lastPrice: [10] }, {}, /"lastPrice"/, /number/],
		['an object', BOTH, { ...GOOD, lastPrice: { amount: 1 } }, {}, /"lastPrice"/, /number/],
		['no number', BOTH, { ...GOOD, lastPrice: NaN }, {}, /"lastPrice"/, /number/],
		[
			'a field left empty',
			{ ...BOTH, priceField: '' },
			GOOD,
			{},
			/'Price Field'.*is empty/,
			/remove it/,
		],
		[
			'a percentage without a price',
			{ stockField: 'lastStock', percent: 5 },
			GOOD,
			{},
			/not from where: 'Price Field'/,
			/name of the field/,
		],
		['pieces without a stock', { pieces: 5 }, GOOD, {}, /'Stock Field' is not filled in/, /name/],
		[
			'moves of stock without a stock',
			{ priceField: 'lastPrice', stockChanges: ['outOfStock'] },
			GOOD,
			{},
			/'Stock Field' is not filled in/,
			/name/,
		],
		['no moves at all', { ...BOTH, stockChanges: [] }, GOOD, {}, /'Stock Changes'.*empty/, /Pick/],
		['an unknown move', { ...BOTH, stockChanges: ['up'] }, GOOD, {}, /"up"/, /Back in Stock/],
		['a percentage below 0', { ...BOTH, percent: -1 }, GOOD, {}, /at least 0/, /point/],
		['pieces that are none', { ...BOTH, pieces: 0 }, GOOD, {}, /at least 1/, /.*/],
		[
			'prices that are not asked for',
			BOTH,
			GOOD,
			{ includePricing: false },
			/'Price Field' in 'Only What Changed' needs 'Include Pricing', which is off/,
			/Switch on 'Include Pricing'/,
		],
		[
			'stock that is not asked for',
			BOTH,
			GOOD,
			{ includeAvailability: false },
			/Stock Field/,
			/on/,
		],
		[
			'several rows',
			BOTH,
			GOOD,
			{ ifSeveralProducts: 'returnRows' },
			/one product an item/,
			/else/,
		],
		['a list of fields', ['lastPrice'], GOOD, {}, /'Only What Changed'/, /.*/],
	])('tells of %s', (_, onlyWhatChanged, input, more, message, remedy) => {
		const bad = badInputOf(() => wantedOf(onlyWhatChanged, input, more));
		expect(bad.message).toMatch(message);
		expect(bad.remedy ?? '').toMatch(remedy);
	});

	it('tells of a list of products in one item', () => {
		const params = paramsOf(getPriceAndAvailability, {
			otherIdentifiers: { productList: ['A', 'B'] },
			onlyWhatChanged: BOTH,
		});
		const bad = badInputOf(() => getPriceAndAvailability.wanted?.(params as never, GOOD, 2));
		expect(bad.message).toMatch(/compares one product .* this item asks for 2/);
	});
});
