import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { Refused, UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import type { Fields } from '../../../nodes/shared/fields/field.ts';
import { asked, badInputFrom, planFor } from '../support.mts';

interface Line {
	part?: string;
	quantity?: number;
	[more: string]: unknown;
}

const lines = (entries: Line[]) => ({
	line: entries.map(({ part, quantity = 1, ...additionalFields }) => ({
		ingramPartNumber: part,
		quantity,
		additionalFields,
	})),
});

const entry = (ingramPartNumber: string, stock: number, customerPrice: number, more = {}) => ({
	ingramPartNumber,
	productStatusCode: 'V',
	productAuthorized: true,
	availability: { available: stock > 0, totalAvailability: stock },
	pricing: { customerPrice },
	...more,
});

/** What the check asks, and why it refuses the order, if it does. */
async function checked(
	limits: object,
	entries: Line[],
	answers: unknown[],
	given: object = {},
	operation: typeof create | typeof createAsync = create,
) {
	const { check } = planFor<Fields, unknown>(operation, {
		customerOrderNumber: 'PO-1',
		lines: lines(entries),
		checkBeforeOrdering: limits,
		...given,
	});
	if (!check) throw new Error('There is no check');
	const bodies: object[] = [];
	try {
		await asked(async (ask) => {
			await check(
				async (request, read) => {
					bodies.push(request.body ?? {});
					return await ask(request, read);
				},
				{ sent: [], note: () => {} },
			);
		}, answers);
		return { asked: bodies, reasons: [] };
	} catch (error) {
		if (error instanceof Refused) return { asked: bodies, reasons: error.reasons };
		throw error;
	}
}

describe('Check Before Ordering', () => {
	it('asks nothing when nothing was added to it, or only switched off', async () => {
		expect(await checked({}, [{ part: 'A' }], [])).toEqual({ asked: [], reasons: [] });
		const off = { refuseIfShort: false, refuseIfNotAuthorized: false };
		expect(await checked(off, [{ part: 'A' }], [])).toEqual({ asked: [], reasons: [] });
	});

	it('needs no answer to see that a line has too many pieces', async () => {
		expect(
			await checked({ maxLineQuantity: 5 }, [{ part: 'A', quantity: 6 }, { part: 'B' }], []),
		).toEqual({
			asked: [],
			reasons: ['line 1 (Ingram part number A) has 6 pieces; the limit is 5'],
		});
	});

	it.each<[string, object, Line[], unknown[], string[]]>([
		['enough stock', { refuseIfShort: true }, [{ part: 'A', quantity: 5 }], [entry('A', 5, 1)], []],
		[
			'too little stock',
			{ refuseIfShort: true },
			[{ part: 'A', quantity: 6 }],
			[entry('A', 5, 1)],
			['line 1 (Ingram part number A): 6 are needed and 5 are in stock'],
		],
		[
			'too little stock for two lines together',
			{ refuseIfShort: true },
			[
				{ part: 'A', quantity: 3 },
				{ part: 'a', quantity: 3 },
			],
			[entry('A', 5, 1)],
			[
				'line 1 (Ingram part number A), line 2 (Ingram part number a): 6 are needed and 5 are in stock',
			],
		],
		[
			'what needs no stock',
			{ refuseIfShort: true },
			[{ part: 'A', quantity: 6 }],
			[entry('A', 0, 1, { availability: { available: true, totalAvailability: 0 } })],
			[],
		],
		[
			'no word about stock',
			{ refuseIfShort: true },
			[{ part: 'A' }],
			[entry('A', 0, 1, { availability: null })],
			['line 1 (Ingram part number A): 1 are needed and 0 are in stock'],
		],
		[
			'no right to buy',
			{ refuseIfNotAuthorized: true },
			[{ part: 'A' }],
			[entry('A', 5, 1, { productAuthorized: 'False' })],
			[
				'line 1 (Ingram part number A): Ingram Micro does not say that you are authorized to buy this product',
			],
		],
		[
			'no word about the right to buy',
			{ refuseIfNotAuthorized: true },
			[{ part: 'A' }],
			[entry('A', 5, 1, { productAuthorized: null })],
			[
				'line 1 (Ingram part number A): Ingram Micro does not say that you are authorized to buy this product',
			],
		],
		[
			'an unknown product, whatever is checked',
			{ maxOrderTotal: 100 },
			[{ part: 'A' }],
			[{ ingramPartNumber: 'A', productStatusCode: 'E', productStatusMessage: 'Not found' }],
			['line 1 (Ingram part number A): Not found'],
		],
		[
			'no answer for a product',
			{ maxOrderTotal: 100 },
			[{ part: 'A' }, { part: 'B' }],
			[entry('A', 5, 1)],
			[
				'line 2 (Ingram part number B): Ingram Micro’s answer has no entry for Ingram part number B',
			],
		],
		[
			'a price within the limit, to the cent',
			{ maxPriceIncrease: 10 },
			[{ part: 'A', unitPrice: 10.1 }],
			[entry('A', 5, 11.11)],
			[],
		],
		[
			'a price above the limit',
			{ maxPriceIncrease: 10 },
			[{ part: 'A', unitPrice: 10.1 }],
			[entry('A', 5, 11.12)],
			[
				'line 1 (Ingram part number A) costs 11.12 apiece, which is more than 10 % above the expected 10.1',
			],
		],
		[
			'a price as text inside of the stock',
			{ maxPriceIncrease: 0 },
			[{ part: 'A', unitPrice: 10 }],
			[
				entry('A', 5, 1, {
					pricing: undefined,
					availability: { pricing: { customerPrice: '11' } },
				}),
			],
			[
				'line 1 (Ingram part number A) costs 11 apiece, which is more than 0 % above the expected 10',
			],
		],
		[
			'no price',
			{ maxOrderTotal: 100 },
			[{ part: 'A' }],
			[entry('A', 5, 1, { pricing: null })],
			['line 1 (Ingram part number A): Ingram Micro names no price'],
		],
		[
			'a price with thousands signs',
			{ maxOrderTotal: 1_234.5 },
			[{ part: 'A' }],
			[entry('A', 5, 1, { pricing: { customerPrice: '1,234.50' } })],
			[],
		],
		[
			'a price that could be read in two ways',
			{ maxOrderTotal: 10_000 },
			[{ part: 'A' }],
			[entry('A', 5, 1, { pricing: { customerPrice: '1,234' } })],
			['line 1 (Ingram part number A): Ingram Micro’s price, "1,234", cannot be read as a number'],
		],
		[
			'a stock that could be read in two ways',
			{ refuseIfShort: true },
			[{ part: 'A' }],
			[entry('A', 5, 1, { availability: { available: 'True', totalAvailability: '1,000' } })],
			['line 1 (Ingram part number A): Ingram Micro’s stock, "1,000", cannot be read as a number'],
		],
		[
			'what is available without stock, by a word',
			{ refuseIfShort: true, refuseIfNotAuthorized: true },
			[{ part: 'A' }],
			[
				entry('A', 0, 1, {
					productAuthorized: 'TRUE ',
					availability: { available: 'True', totalAvailability: '0' },
				}),
			],
			[],
		],
		[
			'a right to buy that is denied by a word',
			{ refuseIfNotAuthorized: true },
			[{ part: 'A' }],
			[entry('A', 5, 1, { productAuthorized: 'False' })],
			[
				'line 1 (Ingram part number A): Ingram Micro does not say that you are authorized to buy this product',
			],
		],
		[
			'a total at the limit',
			{ maxOrderTotal: 33.3 },
			[{ part: 'A', quantity: 3 }],
			[entry('A', 5, 11.1)],
			[],
		],
		[
			'a total above the limit',
			{ maxOrderTotal: 33.29 },
			[{ part: 'A', quantity: 3 }],
			[entry('A', 5, 11.1)],
			['the lines cost 33.3 together; the limit is 33.29'],
		],
	])('judges %s', async (_, limits, entries, answer, reasons) => {
		expect((await checked(limits, entries, [answer])).reasons).toEqual(reasons);
	});

	it('asks each product once, for all that is wanted of it', async () => {
		const entries = [{ part: 'A', quantity: 2 }, { part: 'B' }, { part: 'A', quantity: 3 }];
		const answer = [entry('A', 9, 1), entry('B', 9, 1)];
		expect((await checked({ refuseIfShort: true }, entries, [answer])).asked).toMatchObject([
			{
				products: [
					{ ingramPartNumber: 'A', quantityRequested: '5' },
					{ ingramPartNumber: 'B', quantityRequested: '1' },
				],
			},
		]);
	});

	it('asks for at most 50 products in one call', async () => {
		const entries = Array.from({ length: 51 }, (_, number) => ({ part: `P${number}` }));
		const all = entries.map(({ part }) => entry(part, 9, 1));
		const { asked: bodies, reasons } = await checked({ refuseIfShort: true }, entries, [
			all.slice(0, 50),
			all.slice(50),
		]);
		expect(bodies).toMatchObject([{ products: Array(50).fill({}) }, { products: [{}] }]);
		expect(reasons).toEqual([]);
	});

	it('asks at the prices of the bids, and for the stock of the warehouses', async () => {
		const warehouse = {
			attribute: [{ attributeName: 'SHIPFROMWAREHOUSEID', attributeValue: '40' }],
		};
		const entries = [
			{ part: 'A' },
			{ part: 'B', specialBidNumber: 'BID-2', additionalAttributes: warehouse },
		];
		const given = {
			additionalFields: {
				specialBidNumber: 'BID-1',
				additionalAttributes: { shipFromWarehouseId: '10' },
			},
		};
		const answers = [[entry('A', 9, 1)], [entry('B', 9, 1)]];
		const branch = (attributeValue: string) => ({
			additionalAttributes: [{ attributeName: 'shipfrombranchnumber', attributeValue }],
		});
		expect((await checked({ refuseIfShort: true }, entries, answers, given)).asked).toMatchObject([
			{ specialBidNumber: 'BID-1', products: [{ ingramPartNumber: 'A', ...branch('10') }] },
			{ specialBidNumber: 'BID-2', products: [{ ingramPartNumber: 'B', ...branch('40') }] },
		]);
	});

	it('asks by whatever names the product', async () => {
		const entries = [{ vendorPartNumber: 'V' }, { planid: '438323' }];
		const answer = [
			entry('A', 9, 1, { vendorPartNumber: 'V' }),
			entry('B', 9, 1, { planId: '438323' }),
		];
		const { asked: bodies } = await checked(
			{ maxOrderTotal: 9 },
			entries,
			[answer],
			{},
			createAsync,
		);
		expect(bodies).toMatchObject([{ products: [{ vendorPartNumber: 'V' }, { planID: '438323' }] }]);
	});

	it('does not take anything but a list for an answer', async () => {
		for (const answer of [{}, undefined]) {
			const work = checked({ maxOrderTotal: 9 }, [{ part: 'A' }], [answer]);
			await expect(work).rejects.toThrow(UnexpectedAnswer);
		}
	});

	it('wants the expected price of every line', async () => {
		const entries = [{ part: 'A', unitPrice: 1 }, { part: 'B' }];
		const refused = await badInputFrom(checked({ maxPriceIncrease: 5 }, entries, []));
		expect(refused.message).toBe(
			"'Maximum Price Increase (%)' needs a Unit Price on each line, and line 2 (Ingram part number B) has none",
		);
	});

	it.each([
		[{ maxLineQuantity: 0 }, /^'Maximum Line Quantity' in 'Check Before Ordering' is "0"/],
		[{ maxOrderTotal: '1.000,50' }, /^'Maximum Order Total' in/],
		[{ maxPriceIncrease: -5 }, /^'Maximum Price Increase \(%\)' in/],
	])('refuses the limits %j', async (limits, message) => {
		const refused = await badInputFrom(checked(limits, [{ part: 'A' }], []));
		expect(refused.message).toMatch(message);
	});
});
