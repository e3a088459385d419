import type { IDataObject } from 'n8n-workflow';

import type { Rules } from '../../../nodes/IngramMicroInvoices/differences.ts';
import { invoicedOf } from '../../../nodes/IngramMicroInvoices/matchedInvoice.ts';
import { matchInvoices, orderToMatch } from '../../../nodes/IngramMicroInvoices/matching.ts';
import {
	entriesOf,
	invoiceRow,
	wholeOrderNumber,
} from '../../../nodes/IngramMicroInvoices/matchRows.ts';

const ALL: Rules = {
	compare: new Set(['currency', 'fees', 'freight', 'price', 'quantity', 'tax']),
};

/** An order of two lines, of which the first left in two parts, each invoiced. */
const order = (more: IDataObject = {}): IDataObject => ({
	ingramOrderNumber: '20-RC1RD',
	customerOrderNumber: 'PO-1',
	currencyCode: 'USD',
	freightCharges: 7.83,
	totalTax: 0,
	lines: [
		orderLine(),
		orderLine({
			ingramOrderLineNumber: '002',
			customerLineNumber: '2',
			ingramPartNumber: 'BB2222',
			vendorPartNumber: 'VB',
			unitPrice: 0.1,
			extendedPrice: 0.3,
			quantityOrdered: 3,
			shipmentDetails: { quantity: 3, invoiceNumber: '20RC1RD12' },
		}),
	],
	...more,
});
const orderLine = (more: IDataObject = {}): IDataObject => ({
	ingramOrderLineNumber: '001',
	customerLineNumber: '1',
	ingramPartNumber: 'AA1111',
	vendorPartNumber: 'VA',
	unitPrice: 10,
	extendedPrice: 50,
	quantityOrdered: 5,
	shipmentDetails: [
		{ quantity: 2, invoiceNumber: '20RC1RD11' },
		{ quantity: 3, invoiceNumber: '20RC1RD12' },
	],
	...more,
});

const line = (more: IDataObject = {}): IDataObject => ({
	ingramLineNumber: '1',
	customerLineNumber: '001',
	ingramPartNumber: 'aa1111',
	vendorPartNumber: 'VA',
	quantity: 2,
	unitPrice: 10,
	extendedPrice: 20,
	quantityShipped: 2,
	...more,
});
const second = (more: IDataObject = {}): IDataObject =>
	line({
		ingramLineNumber: '2',
		customerLineNumber: '2',
		ingramPartNumber: 'BB2222',
		vendorPartNumber: 'VB',
		quantity: 3,
		unitPrice: '0.10',
		extendedPrice: '0.30',
		quantityShipped: 3,
		...more,
	});

/** The first invoice of the order: two pieces and the freight. */
const first = (more: IDataObject = {}, totals: IDataObject = {}): IDataObject => ({
	invoiceNumber: '20-RC1RD-11',
	invoiceDate: '2026-11-01',
	customerOrderNumber: 'po-1',
	ingramOrderNumber: '20-RC1RD-11',
	fxRateInfo: { invoiceCurrency: 'usd' },
	lines: [line()],
	summary: { miscCharges: [], totals: { freightAmount: 7.83, ...totals } },
	...more,
});
const later = (more: IDataObject = {}, totals: IDataObject = {}): IDataObject =>
	first(
		{
			invoiceNumber: '20RC1RD12',
			invoiceDate: '2026-11-02',
			lines: [line({ quantity: 3, extendedPrice: 30, quantityShipped: 3 }), second()],
			...more,
		},
		{ freightAmount: 0, ...totals },
	);

const matched = (invoices: IDataObject[], body: IDataObject | undefined = order(), rules = ALL) =>
	matchInvoices(
		invoices.map((answer) => ({ invoiced: invoicedOf(answer, 'asked'), rules })),
		body && orderToMatch(body),
	);
/** The keys of all differences of some invoices. */
const keysOf = (...call: Parameters<typeof matched>): unknown[] =>
	matched(...call)
		.flatMap(entriesOf)
		.map(({ uniqueKey }) => uniqueKey);

const misc = (words: string, amount: number | string, reference = ''): IDataObject => ({
	ChargeDescription: words,
	MiscChargeLineTotal: amount,
	ChargeLineReference: reference,
});
const withMisc = (...miscCharges: IDataObject[]): IDataObject =>
	first({ summary: { miscCharges, totals: { freightAmount: 7.83 } } });
const recycling = {
	subOrderNumber: '20-RC1RD-11',
	chargeLineReference: '885',
	chargeDescription: 'RECYCLING FEE BC',
	chargeAmount: '4.7',
};

/** A line of an invoice that names its product alone. */
const bare = (more: IDataObject = {}): IDataObject =>
	line({ ingramLineNumber: '', customerLineNumber: '', ...more });
/** An order of one part on two lines, of two prices. */
const twice = (): IDataObject =>
	order({
		lines: [
			orderLine({ quantityOrdered: 2, extendedPrice: 20, shipmentDetails: [] }),
			orderLine({
				ingramOrderLineNumber: '002',
				customerLineNumber: '2',
				unitPrice: 12,
				extendedPrice: 36,
				quantityOrdered: 3,
				shipmentDetails: [],
			}),
		],
	});
/** All that the first invoice asked for, given back. */
const credit = (more: IDataObject = {}): IDataObject =>
	first(
		{
			invoiceNumber: '20RC1RD14',
			invoiceDate: '2026-11-03',
			invoiceType: 'Credit Memo',
			lines: [line({ quantity: -2, extendedPrice: -20, quantityShipped: 0, ...more })],
		},
		{ freightAmount: -7.83 },
	);
/** The same asked for again. */
const rebilled = (): IDataObject =>
	first({ invoiceNumber: '20RC1RD13', invoiceDate: '2026-11-03' });
const tenCents = {
	ingramPartNumber: 'CC3333',
	vendorPartNumber: 'VC',
	unitPrice: 0.1,
	extendedPrice: 0.3,
	quantity: 3,
	quantityShipped: 3,
};

describe('no difference', () => {
	it.each<[string, IDataObject[], IDataObject?]>([
		['a part of the order', [first()]],
		['the rest of it', [later()]],
		['both, in any order', [later(), first()]],
		['the same invoice twice', [first(), first()]],
		[
			'the same twice, of an order without shipments',
			[first(), first()],
			order({ lines: [orderLine({ quantityOrdered: 2, extendedPrice: 20, shipmentDetails: [] })] }),
		],
		[
			'names in capitals',
			[
				{
					InvoiceNumber: '20RC1RD11',
					Lines: [
						{
							IngramPartNumber: 'AA1111',
							Quantity: '2',
							UnitPrice: '10.00',
							ExtendedPrice: '20.00',
						},
					],
				},
			],
		],
		[
			'a line split over two of the invoice',
			[
				first({
					lines: [
						line({ quantity: 1, extendedPrice: 10, quantityShipped: 1 }),
						line({ quantity: 1, extendedPrice: 10, quantityShipped: 1, ingramLineNumber: '7' }),
					],
				}),
			],
		],
		[
			'other line numbers',
			[first({ lines: [line({ ingramLineNumber: '40', customerLineNumber: '' })] })],
		],
		['a comment', [first({ lines: [line(), { productDescription: 'ATTN DESK', quantity: 0 }] })]],
		[
			'an order without shipments',
			[first()],
			order({ lines: [orderLine({ shipmentDetails: null })] }),
		],
		[
			'pieces that wait beside those that left',
			[first()],
			order({
				lines: [
					orderLine({
						shipmentDetails: [{ quantity: 2, invoiceNumber: '20-RC1RD-11' }, { quantity: 3 }],
					}),
				],
			}),
		],
		[
			'shipments that name no invoice yet',
			[first()],
			order({
				lines: [orderLine({ shipmentDetails: [{ quantity: 2, shippedDate: '2026-11-01' }] })],
			}),
		],
		[
			'a licence, of which none is shipped',
			[first({ lines: [line({ quantityShipped: 0 })] })],
			order({ lines: [orderLine({ shipmentDetails: [] })] }),
		],
		[
			'a price with hidden decimals',
			[first({ lines: [line({ unitPrice: 10.004, extendedPrice: 20.01 })] })],
			order({ lines: [orderLine({ extendedPrice: 50.02 })] }),
		],
		[
			'a fee that was ordered',
			[withMisc(misc('Recycling Fee BC ', 4.7))],
			order({ miscellaneousCharges: [recycling] }),
		],
		[
			'a fee by its reference',
			[withMisc(misc('RECYCLING', 4.7, '885'))],
			order({ miscellaneousCharges: [recycling] }),
		],
		['fees as a sum', [withMisc(misc('HANDLING', 3))], order({ totalFees: 3 })],
		['freight listed and in the totals', [withMisc(misc('FREIGHT OUT', 7.83))]],
		[
			'tax by lines, a part of it',
			[first({}, { totalTaxAmount: 2 })],
			order({ totalTax: 5, lines: [orderLine({ taxAmount: 5 })] }),
		],
		[
			'tax by lines, of which a part of a cent is rounded',
			[first({}, { totalTaxAmount: 0.13 })],
			order({ totalTax: 0.33, lines: [orderLine({ taxAmount: 0.33 })] }),
		],
		['an invoice that is paid', [first({}, { invoicedAmountDue: 0 })]],
		['an invoice that is paid in part', [first({}, { invoicedAmountDue: 5 })]],
		[
			'a credit memo',
			[
				first({
					invoiceType: 'Credit Memo',
					lines: [line({ quantity: -2, extendedPrice: -20, quantityShipped: 0 })],
				}),
			],
		],
		[
			'a credit of a part of the price',
			[
				first({
					invoiceType: 'CREDIT',
					lines: [line({ quantity: 1, unitPrice: 1.5, extendedPrice: 1.5 })],
				}),
			],
		],
		[
			'a credit of freight',
			[first({ invoiceType: 'Credit', lines: [] }, { freightAmount: -7.83 })],
		],
		[
			'a credit told by its amounts alone',
			[first({ lines: [line({ quantity: -5, extendedPrice: -50 })] })],
		],
		['a discount', [withMisc(misc('PROMOTION', -3))]],
		[
			'numbers and prices as text, with zeros behind and blanks around',
			[
				first({
					lines: [
						line({
							quantity: ' 2.00 ',
							unitPrice: '10.0000',
							extendedPrice: '20.00 ',
							quantityShipped: '2',
						}),
					],
				}),
			],
			order({
				lines: [orderLine({ unitPrice: '10', extendedPrice: '50.000', quantityOrdered: '5' })],
			}),
		],
		[
			'a code of the currency that is glued together',
			[first({ fxRateInfo: { invoiceCurrency: 'USD' } })],
			order({ currencyCode: 'USD USD' }),
		],
		[
			'the same on the invoice',
			[first({ fxRateInfo: { currencyCode: 'usd usd' }, lines: [line({ currencyCode: 'USD' })] })],
		],
		[
			'two lines of one part at two prices, without line numbers and in another order',
			[first({ lines: [bare({ unitPrice: 12, extendedPrice: 24 }), bare()] })],
			twice(),
		],
		[
			'fees of two invoices by one word',
			[
				withMisc(misc('RECYCLING', 4.7)),
				later({
					summary: { miscCharges: [misc('RECYCLING', 3)], totals: { freightAmount: 0 } },
				}),
			],
			order({
				miscellaneousCharges: [
					{ ...recycling, subOrderNumber: '20-RC1RD-12', chargeAmount: 3 },
					recycling,
				],
			}),
		],
		[
			'cents of which JavaScript’s sums are off',
			[
				first(
					{
						lines: [line(), line({ ingramLineNumber: '3', customerLineNumber: '3', ...tenCents })],
					},
					{ invoicedAmountDue: 28.13 },
				),
			],
			order({
				lines: [
					orderLine(),
					orderLine({
						ingramOrderLineNumber: '003',
						customerLineNumber: '3',
						...tenCents,
						quantityOrdered: 3,
						shipmentDetails: [],
					}),
				],
			}),
		],
		[
			'a part number of digits that came as a number, without its zeros',
			[first({ lines: [bare({ ingramPartNumber: 123512 })] })],
			order({ lines: [orderLine({ ingramPartNumber: '0123512' })] }),
		],
		['a currency behind an order number', [first()], order({ currencyCode: '20-RC1RD : USD' })],
		[
			'tax that the order tells of in its lines alone',
			[first({}, { totalTaxAmount: 2 })],
			order({ totalTax: null, lines: [orderLine({ taxAmount: '5.00' })] }),
		],
		[
			'a part of a kit for which nothing is asked, on the invoice alone',
			[
				first({
					lines: [
						line(),
						line({
							ingramLineNumber: '9',
							customerLineNumber: '9',
							ingramPartNumber: 'KIT1',
							vendorPartNumber: 'K1',
							unitPrice: 0,
							extendedPrice: '0.00',
						}),
					],
				}),
			],
		],
		[
			'a part of a kit for which nothing is asked, in the order alone',
			[later({ lines: [line({ quantity: 3, extendedPrice: 30, quantityShipped: 3 })] })],
			order({
				lines: [
					orderLine(),
					orderLine({
						ingramOrderLineNumber: '002',
						customerLineNumber: '2',
						ingramPartNumber: 'KIT1',
						vendorPartNumber: 'K1',
						unitPrice: 0,
						extendedPrice: 0,
						quantityOrdered: 3,
						shipmentDetails: { quantity: 3, invoiceNumber: '20RC1RD12' },
					}),
				],
			}),
		],
		[
			'an invoice that was credited and written anew',
			[rebilled(), credit(), first()],
			order({ lines: [orderLine({ quantityOrdered: 2, extendedPrice: 20, shipmentDetails: [] })] }),
		],
		[
			'the same, of an order with shipments',
			[rebilled(), credit(), first()],
			order({ lines: [orderLine()] }),
		],
		[
			'charges in the words of other countries',
			[
				first(
					{
						summary: {
							miscCharges: [misc('Versandkosten', 7.83), misc('CGST', 1), misc('SGST', 1)],
							totals: { totalTaxAmount: 2, freightAmount: 7.83 },
						},
					},
					{},
				),
			],
			order({ totalTax: 2 }),
		],
	])('%s', (_, ...[invoices, body]) => {
		expect(keysOf(invoices, body)).toEqual([]);
	});
});

describe('a difference', () => {
	it.each<[string, IDataObject[], string[], IDataObject?]>([
		[
			'a cent a piece',
			[first({ lines: [line({ unitPrice: 10.01, extendedPrice: 20.02 })] })],
			['20RC1RD11/unit price/1'],
		],
		[
			'the same one for each time that the invoice is given',
			[1, 2].map(() => first({ lines: [line({ extendedPrice: 20.01 })] })),
			['20RC1RD11/extended price/1', '20RC1RD11/extended price/1'],
		],
		[
			'a cent a piece, less',
			[first({ lines: [line({ unitPrice: 9.99, extendedPrice: 19.98 })] })],
			['20RC1RD11/unit price/1'],
		],
		[
			'a cent on all',
			[first({ lines: [line({ extendedPrice: 20.01 })] })],
			['20RC1RD11/extended price/1'],
		],
		[
			'more than left with it',
			[first({ lines: [line({ quantity: 3, extendedPrice: 30, quantityShipped: 3 })] })],
			['20RC1RD11/quantity/1'],
		],
		[
			'fewer than left with it',
			[first({ lines: [line({ quantity: 1, extendedPrice: 10, quantityShipped: 1 })] })],
			['20RC1RD11/quantity/1'],
		],
		[
			'more than it says were shipped',
			[first({ lines: [line({ quantityShipped: 1 })] })],
			['20RC1RD11/quantity/1'],
		],
		[
			'more than were ordered',
			[first({ lines: [line({ quantity: 6, extendedPrice: 60, quantityShipped: 6 })] })],
			['20RC1RD11/quantity/1'],
			order({ lines: [orderLine({ shipmentDetails: [] })] }),
		],
		[
			'what left with another invoice',
			[first({ invoiceNumber: '20RC1RD13' })],
			['20RC1RD13/quantity/1'],
			order({ lines: [orderLine()] }),
		],
		[
			'pieces that are only planned to leave',
			[first({ lines: [line({ quantity: 5, extendedPrice: 50, quantityShipped: 5 })] })],
			['20RC1RD11/quantity/1'],
			order({
				lines: [
					orderLine({
						shipmentDetails: [{ quantity: 2, invoiceNumber: '20-RC1RD-11' }, { quantity: 3 }],
					}),
				],
			}),
		],
		[
			'what left with it and is not there',
			[later({ lines: [second()] })],
			['20RC1RD12/quantity/001'],
		],
		[
			'a cancelled line',
			[first()],
			['20RC1RD11/quantity/1'],
			order({ lines: [orderLine({ lineStatus: 'Canceled', shipmentDetails: [] })] }),
		],
		[
			'two invoices for the same pieces',
			[
				first({ lines: [line({ quantity: 5, extendedPrice: 50, quantityShipped: 5 })] }),
				later({ lines: [line({ quantity: 5, extendedPrice: 50, quantityShipped: 5 })] }),
			],
			['20RC1RD12/quantity/1'],
			order({ lines: [orderLine({ shipmentDetails: [] })] }),
		],
		[
			'another part number',
			[first({ lines: [line({ ingramPartNumber: 'ZZ9999' })] })],
			['20RC1RD11/part number/1'],
		],
		[
			'a line that nobody ordered',
			[
				first({
					lines: [
						line(),
						line({
							ingramLineNumber: '9',
							customerLineNumber: '9',
							ingramPartNumber: 'ZZ9999',
							vendorPartNumber: 'ZZ',
						}),
					],
				}),
			],
			['20RC1RD11/not ordered/9'],
		],
		[
			'two of them on one line',
			[
				first({
					lines: [
						line(),
						...['Z1', 'Z2'].map((ingramPartNumber) =>
							line({
								ingramLineNumber: '9',
								customerLineNumber: '9',
								ingramPartNumber,
								vendorPartNumber: 'Z',
							}),
						),
					],
				}),
			],
			['20RC1RD11/not ordered/9', '20RC1RD11/not ordered/9#2'],
		],
		[
			'a fee that nobody ordered',
			[withMisc(misc('HANDLING FEE', 4.5))],
			['20RC1RD11/fee/HANDLING FEE'],
		],
		[
			'a fee among the lines',
			[
				first({
					lines: [line(), { productDescription: 'Handling', quantity: 1, extendedPrice: 5 }],
				}),
			],
			['20RC1RD11/fee/Handling'],
		],
		[
			'a fee of another amount',
			[withMisc(misc('RECYCLING FEE BC', 4.71))],
			['20RC1RD11/fee/RECYCLING FEE BC'],
			order({ miscellaneousCharges: [recycling] }),
		],
		[
			'more fees than the sum of them',
			[withMisc(misc('HANDLING', 2), misc('PACKING', 2))],
			['20RC1RD11/fee/PACKING'],
			order({ totalFees: 3 }),
		],
		['more freight', [first({}, { freightAmount: 7.84 })], ['20RC1RD11/freight']],
		['freight twice', [first(), later({}, { freightAmount: 7.83 })], ['20RC1RD12/freight']],
		[
			'less freight than ordered, all being invoiced',
			[first({}, { freightAmount: 7 }), later()],
			['20RC1RD11/freight'],
		],
		[
			'more freight than an order has that tells of it twice',
			[first({}, { freightAmount: 7.84 })],
			['20RC1RD11/freight'],
			order({
				miscellaneousCharges: [{ chargeDescription: 'FREIGHT OUT', chargeAmount: '7.83' }],
			}),
		],
		['tax', [first({}, { totalTaxAmount: 0.01 })], ['20RC1RD11/tax']],
		[
			'tax by lines',
			[first({}, { totalTaxAmount: 2.01 })],
			['20RC1RD11/tax'],
			order({ totalTax: 5, lines: [orderLine({ taxAmount: 5 })] }),
		],
		[
			'another currency',
			[first({ fxRateInfo: { invoiceCurrency: 'EUR' }, lines: [line({ unitPrice: 9 })] })],
			['20RC1RD11/currency'],
		],
		[
			'more due than it tells of',
			[first({}, { invoicedAmountDue: 37.83 })],
			['20RC1RD11/amount due'],
		],
		['an order of another PO', [first({ customerOrderNumber: 'PO-2' })], ['20RC1RD11/order']],
		[
			'a price that cannot be read',
			[first({ lines: [line({ unitPrice: '1,234', extendedPrice: '1,234' })] })],
			['20RC1RD11/unclear/1'],
		],
		[
			'an order without the price',
			[first()],
			['20RC1RD11/unclear/1'],
			order({ lines: [orderLine({ unitPrice: null, extendedPrice: null })] }),
		],
		[
			'the price of one of two lines of a part, without line numbers',
			[
				first({
					lines: [
						bare(),
						bare({ quantity: 3, quantityShipped: 3, unitPrice: 13, extendedPrice: 39 }),
					],
				}),
			],
			['20RC1RD11/unit price/AA1111'],
			twice(),
		],
		[
			'the price of a line that is told by your number',
			[first({ lines: [bare({ customerLineNumber: '2' })] })],
			['20RC1RD11/unit price/AA1111'],
			twice(),
		],
		[
			'the price of a line that is told by Ingram Micro’s number',
			[first({ lines: [bare({ ingramLineNumber: '2' })] })],
			['20RC1RD11/unit price/2'],
			twice(),
		],
		[
			'the prices of both',
			[
				first({
					lines: [
						bare({ quantity: 3, quantityShipped: 3, unitPrice: 13, extendedPrice: 39 }),
						bare({ unitPrice: 11, extendedPrice: 22 }),
					],
				}),
			],
			['20RC1RD11/unit price/AA1111#2', '20RC1RD11/unit price/AA1111'],
			twice(),
		],
		[
			'a fee that nobody ordered, as dear as one that somebody did',
			[withMisc(misc('HANDLING FEE', 4.7), misc('RECYCLING FEE BC', 4.7))],
			['20RC1RD11/fee/HANDLING FEE'],
			order({ miscellaneousCharges: [recycling] }),
		],
		[
			'a fee that is as dear as one of another invoice',
			[withMisc(misc('HANDLING FEE', 4.7))],
			['20RC1RD11/fee/HANDLING FEE'],
			order({ miscellaneousCharges: [{ ...recycling, subOrderNumber: '20-RC1RD-12' }] }),
		],
		[
			'one of two currencies',
			[first({ lines: [line({ currencyCode: 'CAD' })] })],
			['20RC1RD11/currency'],
			order({ currencyCode: 'USD USD' }),
		],
		['an order without lines', [first()], ['20RC1RD11/unclear/order'], order({ lines: null })],
		[
			'an empty list of them, for all its invoices',
			[first(), later()],
			['20RC1RD11/unclear/order', '20RC1RD12/unclear/order'],
			order({ lines: [] }),
		],
		[
			'two invoices for pieces that left, of which it is not told on which',
			[
				first({ lines: [line({ quantity: 5, extendedPrice: 50, quantityShipped: 5 })] }),
				later({ lines: [line({ quantity: 5, extendedPrice: 50, quantityShipped: 5 })] }),
			],
			['20RC1RD12/quantity/1'],
			order({
				lines: [orderLine({ shipmentDetails: [{ quantity: 5, shippedDate: '2026-11-01' }] })],
			}),
		],
		[
			'a second invoice after a credit of a part of the price',
			[rebilled(), credit({ unitPrice: 1, extendedPrice: -2 }), first()],
			['20RC1RD13/quantity/1'],
			order({ lines: [orderLine({ quantityOrdered: 2, extendedPrice: 20, shipmentDetails: [] })] }),
		],
		[
			'freight and tax of the order that can be read in two ways',
			[first({}, { totalTaxAmount: 3 })],
			['20RC1RD11/unclear/freight', '20RC1RD11/unclear/tax'],
			order({ freightCharges: '1,234', totalTax: '1,234' }),
		],
		[
			'freight of the invoice that can be read in two ways, all being invoiced',
			[first({}, { freightAmount: '1,234' }), later()],
			['20RC1RD11/unclear/freight'],
		],
		[
			'a fee of the order that can be read in two ways',
			[withMisc(misc('RECYCLING FEE BC', 4.7))],
			['20RC1RD11/unclear/RECYCLING FEE BC'],
			order({ miscellaneousCharges: [{ ...recycling, chargeAmount: '1,234' }] }),
		],
		[
			'fees of the order as a sum that can be read in two ways',
			[withMisc(misc('HANDLING', 3))],
			['20RC1RD11/unclear/HANDLING'],
			order({ totalFees: '1,234' }),
		],
		[
			'pieces of an order that can be read in two ways',
			[first()],
			['20RC1RD11/unclear/1'],
			order({ lines: [orderLine({ quantityOrdered: '1,234', shipmentDetails: [] })] }),
		],
		[
			'a currency without its code',
			[first({ fxRateInfo: { invoiceCurrency: 'US DOLLAR' } })],
			['20RC1RD11/unclear/currency'],
		],
		[
			'more tax than the order tells of in its lines alone',
			[first({}, { totalTaxAmount: 2.01 })],
			['20RC1RD11/tax'],
			order({ totalTax: null, lines: [orderLine({ taxAmount: '5.00' })] }),
		],
		[
			'more than ordered, paid by card',
			[
				first({
					invoiceType: 'Credit Card',
					lines: [line({ quantity: 6, extendedPrice: 60, quantityShipped: 6 })],
				}),
			],
			['20RC1RD11/quantity/1'],
		],
		[
			'a credit of more pieces than ordered',
			[first({ invoiceType: 'Credit Memo', lines: [line({ quantity: -6, extendedPrice: -60 })] })],
			['20RC1RD11/quantity/1'],
		],
		[
			'a credit of more than was paid',
			[
				first({
					invoiceType: 'Credit Memo',
					lines: [line({ quantity: -2, unitPrice: 11, extendedPrice: -22 })],
				}),
			],
			['20RC1RD11/unit price/1'],
		],
	])('%s', (_, ...[invoices, keys, body]) => {
		expect(keysOf(invoices, body)).toEqual(keys);
	});

	it('is that there is no order', () => {
		const [one] = matchInvoices([{ invoiced: invoicedOf(first(), ''), rules: ALL }], undefined);
		expect(entriesOf(one)).toMatchObject([{ differenceType: 'order', invoicedValue: null }]);
	});
});

describe('a tolerance', () => {
	const dear = [first({ lines: [line({ unitPrice: 10.02, extendedPrice: 20.04 })] })];
	it.each<[Partial<Rules>, number]>([
		[{ amount: 0.04 }, 0],
		[{ amount: 0.03 }, 1],
		[{ percent: 0.2 }, 0],
		[{ percent: 0.19 }, 1],
		[{ amount: 0.04, percent: 0.1 }, 1],
		[{ amount: 0.01, percent: 5 }, 1],
		[{ amount: 0.04, percent: 0.2 }, 0],
		[{ amount: 0 }, 1],
		[{ amount: 0.0399 }, 1],
		[{ percent: 0.2, amount: 0.039 }, 1],
		[{ percent: 0 }, 1],
	])('of %j leaves %d', (tolerance, count) => {
		expect(keysOf(dear, order(), { ...ALL, ...tolerance })).toHaveLength(count);
	});

	it('is one for all pieces of a line together', () => {
		const cent = [first({ lines: [line({ extendedPrice: 20.01 })] })];
		expect(keysOf(cent, order(), { ...ALL, amount: 0.01 })).toEqual([]);
		expect(keysOf(cent, order(), { ...ALL, amount: 0.009 })).toHaveLength(1);
	});

	it('is that of each item, where an invoice stands in the list twice', () => {
		const both = [0.03, 0.04, 0.03].map((amount) => ({
			invoiced: invoicedOf(dear[0], ''),
			rules: { ...ALL, amount },
		}));
		const all = matchInvoices(
			[...both, { invoiced: invoicedOf(later(), ''), rules: ALL }],
			orderToMatch(order()),
		);
		expect(all.map(({ differences }) => differences.length)).toEqual([1, 0, 1, 0]);
	});

	it('is not to be had twice, for one piece and for all', () => {
		const dear = [
			first({ lines: [line({ quantity: 2, unitPrice: 10.02, extendedPrice: 20.08 })] }),
		];
		expect(keysOf(dear, order(), { ...ALL, amount: 0.04 })).toEqual(['20RC1RD11/extended price/1']);
		expect(keysOf(dear, order(), { ...ALL, amount: 0.08 })).toEqual([]);
	});

	it('is none for pieces and products', () => {
		const rules = { ...ALL, amount: 1e6, percent: 100 };
		const more = [first({ lines: [line({ quantity: 3, extendedPrice: 30, quantityShipped: 3 })] })];
		expect(keysOf(more, order(), rules)).toEqual(['20RC1RD11/quantity/1']);
	});
});

it.each<[string, IDataObject[], Array<[number, number]>, IDataObject]>([
	[
		'each of two lines of a part that neither number, price nor quantity tells apart',
		[
			first({
				lines: [13, 11].map((unitPrice) =>
					bare({ quantity: 1, quantityShipped: 1, unitPrice, extendedPrice: unitPrice }),
				),
			}),
		],
		[
			[13, 10],
			[11, 12],
		],
		twice(),
	],
	[
		'a fee by its reference, of another amount',
		[withMisc(misc('RECYCLING', 4.71, '885'))],
		[[4.71, 4.7]],
		order({ miscellaneousCharges: [recycling] }),
	],
])('holds %s against what was ordered', (_, invoices, values, body) => {
	const entries = matched(invoices, body).flatMap(entriesOf);
	expect(entries.map(({ invoicedValue, expectedValue }) => [invoicedValue, expectedValue])).toEqual(
		values,
	);
});

it('a key is the same in whatever order Ingram Micro lists the lines', () => {
	const dear = [11, 13].map((price, position) =>
		bare({
			quantity: position + 2,
			quantityShipped: position + 2,
			unitPrice: price,
			extendedPrice: price * (position + 2),
		}),
	);
	const entries = (lines: IDataObject[]) =>
		Object.fromEntries(
			matched([first({ lines })], twice())
				.flatMap(entriesOf)
				.map(({ uniqueKey, difference }) => [uniqueKey, difference]),
		);
	expect(Object.keys(entries(dear))).toHaveLength(2);
	expect(entries(dear.toReversed())).toEqual(entries(dear));
});

it.each<[string, IDataObject[], string]>([
	[
		'more of it',
		[first(), later({}, { freightAmount: 1 })],
		'The invoice asks for 1.00 of freight, the order has 7.83, of which other invoices ask for 7.83',
	],
	[
		'less of it',
		[first({}, { freightAmount: 6 }), later({}, { freightAmount: 1 })],
		'The invoices of the order ask for 7.00 of freight, the order has 7.83',
	],
])('a sentence about what several invoices share is true: %s', (_, invoices, sentence) => {
	const entries = matched(invoices).flatMap(entriesOf);
	expect(entries.map(({ difference }) => difference)).toEqual([sentence]);
});

it('what is not to be compared is not', () => {
	const wrong = first(
		{ lines: [line({ quantity: 9, unitPrice: 1, extendedPrice: 50 })] },
		{ freightAmount: 9, totalTaxAmount: 3, invoicedAmountDue: 999 },
	);
	expect(keysOf([wrong], order(), { compare: new Set() })).toEqual([]);
});

it('a row sums up what differs, to the cent', () => {
	const wrong = first(
		{ lines: [line({ unitPrice: 10.1, extendedPrice: 20.2 })] },
		{ freightAmount: 8.03 },
	);
	const [one] = matched([wrong]);
	expect(invoiceRow(one, undefined)).toMatchObject({
		matched: false,
		documentType: 'invoice',
		differenceCount: 2,
		differenceAmount: 0.4,
		totals: { totalNetAmount: 20.2, freightCharges: 8.03, totalFees: 0, totalTax: 0 },
	});
});

it.each([
	['40-25436-11', '40-25436'],
	['40DPJ1711', '40-DPJ17'],
	['402543611', '40-25436'],
	[402543611, '40-25436'],
	['20-rc1rd', '20-RC1RD'],
	[7059827143, '7059827143'],
	['', undefined],
	['A', undefined],
])('the order of %j is %j', (number, expected) => {
	expect(wholeOrderNumber(number)).toBe(expected);
});
