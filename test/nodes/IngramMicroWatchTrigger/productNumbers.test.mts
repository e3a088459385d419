import type { Ask } from '../../../nodes/shared/operation.ts';
import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import { watch, watchOnce } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';

const settingsOf = (products: unknown, productsBy?: string) =>
	readSettings((name, initial) =>
		name === 'watchFor'
			? 'priceOrStockChanged'
			: name === 'products'
				? products
				: name === 'productsBy'
					? (productsBy ?? initial)
					: initial,
	);

describe('the products that are watched', () => {
	it.each<[string, unknown, string | undefined, Array<[string, string]>]>([
		[
			'by SKU',
			'DF4128, 4A0036 df4128',
			undefined,
			[
				['ingramPartNumber', 'DF4128'],
				['ingramPartNumber', '4A0036'],
			],
		],
		[
			'by VPN, which may hold blanks',
			'E2016HV, MX 300\nGLC-T',
			'vendorPartNumber',
			[
				['vendorPartNumber', 'E2016HV'],
				['vendorPartNumber', 'MX 300'],
				['vendorPartNumber', 'GLC-T'],
			],
		],
		[
			'by UPC, the same with other zeros',
			'0884116186519 884116186519 12345678905',
			'upc',
			[
				['upc', '0884116186519'],
				['upc', '012345678905'],
			],
		],
		[
			'mixed',
			[
				{ vendorPartNumber: 'E2016HV' },
				{ upc: '0884116186519' },
				'DF4128',
				{ ingramPartNumber: '4A0036' },
			],
			undefined,
			[
				['vendorPartNumber', 'E2016HV'],
				['upc', '0884116186519'],
				['ingramPartNumber', 'DF4128'],
				['ingramPartNumber', '4A0036'],
			],
		],
		['mixed as JSON', '[{"upc": "0884116186519"}]', 'vendorPartNumber', [['upc', '0884116186519']]],
	])('are given %s', (_, products, by, asks) => {
		expect(settingsOf(products, by).products).toEqual(
			asks.map(([kind, value]) => ({ by: kind, value })),
		);
	});

	it.each<[unknown, string | undefined, string]>([
		['E2016HV', 'upc', '\'Products\', entry 1 is "E2016HV"; it must be 8 to 14 digits'],
		['X'.repeat(30), undefined, "'Products', entry 1 has 30 characters; at most 18 are allowed"],
		[[{ sku: 'A' }], undefined, "'Products', entry 1 does not name a product"],
		['', 'upc', "'Products' is empty"],
	])('refuse %j by %s', (products, by, message) => {
		expect(() => settingsOf(products, by)).toThrow(message);
	});
});

describe('a number that several products have', () => {
	const entry = (ingramPartNumber: string) => ({
		ingramPartNumber,
		vendorPartNumber: 'V1',
		pricing: { customerPrice: 10, currencyCode: 'USD' },
	});
	const ask: Ask = async (_, read) =>
		await Promise.resolve(read([entry('A'), entry('B')] as never));
	const polling: Polling = {
		ask,
		now: 0,
		today: Math.floor(Date.now() / DAY_MS),
		country: 'US',
		hasTime: () => true,
		troubled: new Set(),
		refused: {},
	};
	const settings = settingsOf('V1', 'vendorPartNumber');

	it('is told in the log, and starts nothing', async () => {
		const { told, notes } = await watch(settings, polling, [], 'test');
		expect(told).toEqual([]);
		expect(notes).toEqual([expect.stringMatching(/vendor part number V1: there are 2 \(A.*B/)]);
	});

	it('fails a try of the node', async () => {
		await expect(watchOnce(settings, polling, 10)).rejects.toThrow('vendor part number V1');
	});
});
