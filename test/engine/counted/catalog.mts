import { STOCKED, UNKNOWN } from '../orders/support.mts';
import { byIngramPartNumber, CATALOG, PRICE_OF_SKU } from '../support.mts';
import { type CountedRun, inputOf, runsOf, times } from './countedRun.mts';

const run = runsOf(CATALOG);
const PRICES = 'POST /resellers/v6/catalog/priceandavailability';
const SEARCH = 'GET /resellers/v6/catalog';
const DETAILS = 'GET /resellers/v6/catalog/details/{ingramPartNumber}';
const DETAILS_BY_OTHERS = 'GET /resellers/v6/catalog/details';

const STOCK = { sku: STOCKED };
const byOther = (mode: string, value: string) => ({ __rl: true, mode, value });
const details = (getBy: string, value: string) => ({ operation: 'get', getBy, [getBy]: value });
const list = (...products: unknown[]) => ({
	operation: 'getPriceAndAvailability',
	otherIdentifiers: { productList: JSON.stringify(products) },
});

export const catalog: readonly CountedRun[] = [
	run('a product', PRICE_OF_SKU, [PRICES], { input: [STOCK] }),
	run('50 products', PRICE_OF_SKU, [PRICES], { input: inputOf(50, 'sku') }),
	run('120 products', PRICE_OF_SKU, times(3, PRICES), { input: inputOf(120, 'sku') }),
	run('one product for 120 items', PRICE_OF_SKU, [PRICES], { input: Array(120).fill(STOCK) }),
	run(
		'products of two accounts',
		{ ...PRICE_OF_SKU, options: { senderId: '={{ $json.sender }}' } },
		times(2, PRICES),
		{
			input: [
				{ ...STOCK, sender: 'A' },
				{ ...STOCK, sender: 'B' },
				{ ...STOCK, sender: 'A' },
			],
		},
	),
	run('a list of products', list(STOCKED, UNKNOWN), [PRICES]),
	run('a first page', { operation: 'getMany', limit: 10 }, [SEARCH]),
	run('250 of more', { operation: 'getMany', returnAll: false, limit: 250 }, times(3, SEARCH), {
		simulator: { products: 400 },
	}),
	run('an Ingram part number', { operation: 'get', product: byIngramPartNumber(STOCKED) }, [
		DETAILS,
	]),
	run(
		'a vendor part number',
		{ operation: 'get', product: byOther('vendorPartNumber', 'E2016HV') },
		[DETAILS_BY_OTHERS],
	),
	run(
		'a bar code, by two items',
		{ operation: 'get', product: byOther('upc', '={{ $json.upc }}') },
		[PRICES, DETAILS, DETAILS],
		{ input: [{ upc: '196119831243' }, { upc: '0196119831243' }] },
	),
	run(
		'a bar code of two products, each wanted',
		{ operation: 'get', product: byOther('upc', '196119831243'), ifSeveralProducts: 'returnRows' },
		[PRICES, DETAILS, DETAILS],
		{ simulator: { quirks: { twins: 'buyable' } } },
	),
	run('the ID of a plan', details('planId', '438323'), [DETAILS_BY_OTHERS]),
	run('the name of a plan', details('planName', 'Office 365 E5 OVG (NCE COM MTH)'), [
		DETAILS_BY_OTHERS,
	]),
];
