import { expect, it } from '@jest/globals';

import { byIngramPartNumber, pairedWith, runnerOf, useBench } from './support.mts';

const bench = useBench({ products: 20 });
const prices = runnerOf(bench, 'ingramMicroProductCatalog');
const orders = runnerOf(bench, 'ingramMicroOrders');

it('stand with the price of each item, also where two items ask for one product', async () => {
	const [one, other] = bench.xi.products.map(({ ingramPartNumber }) => ingramPartNumber);
	const input = [
		{ sku: one, shelf: 'A', ingramPartNumber: 'mine' },
		{ sku: other, shelf: 'B', error: 'of yesterday' },
		{ sku: one, shelf: 'C' },
	];
	const { items, error } = await prices(
		{
			operation: 'getPriceAndAvailability',
			product: byIngramPartNumber('={{ $json.sku }}'),
			options: { inputFields: 'merged' },
		},
		input,
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => [json.shelf, json.ingramPartNumber, json.input])).toEqual([
		['A', one, { ingramPartNumber: 'mine' }],
		['B', other, { error: 'of yesterday' }],
		['C', one, undefined],
	]);
	expect(items.map(pairedWith)).toEqual([0, 1, 2]);
});

it('stand with each row of a search', async () => {
	bench.xi.addOrders(2, {
		ingramPartNumber: bench.xi.products[0].ingramPartNumber,
		prefix: 'MINE-',
	});
	const { items } = await orders(
		{ operation: 'getMany', limit: 2, options: { inputFields: 'nested' } },
		[{ customer: 'C-1' }],
	);
	expect(items.map(({ json }) => json.input)).toEqual([{ customer: 'C-1' }, { customer: 'C-1' }]);
});
