import type { IDataObject } from 'n8n-workflow';

import { get } from '../../../nodes/IngramMicroFreightEstimate/get.operation.ts';
import { freightOutput } from '../../../nodes/IngramMicroFreightEstimate/output.ts';
import { project } from '../../../nodes/shared/output.ts';
import { RefusedAnswer, UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const LINE = { ingramPartNumber: 'A300-123456', quantity: 1 };
const LEAST = { lines: { line: [LINE] }, shipTo: { addressId: '200' } };
const ADDRESS = { companyName: 'ABC TECH', postalCode: '662191736', countryCode: 'US' };

const bodyFor = (given: Record<string, unknown>) => requestFor(get, { ...LEAST, ...given }).body;

describe('Get Freight Estimate', () => {
	it('is a question, so it may be repeated, in the name of a person', () => {
		expect(get.kind).toBe('read');
		expect(requestFor(get, LEAST)).toEqual({
			method: 'POST',
			path: '/resellers/v6/freightestimate',
			needsCustomerContact: true,
			body: {
				shipToAddressId: '200',
				lines: [{ customerLineNumber: '1', ingramPartNumber: 'A300-123456', quantity: '1' }],
			},
		});
	});

	it('sends an address as one object', () => {
		expect(bodyFor({ shipTo: ADDRESS })).toMatchObject({ shipToAddress: ADDRESS });
		expect(bodyFor({ shipTo: ADDRESS })).not.toHaveProperty('shipToAddressId');
		// Added and left empty is not given.
		expect(bodyFor({ shipTo: { ...ADDRESS, addressId: '' } })).toMatchObject({
			shipToAddress: ADDRESS,
		});
	});

	it('sends the IDs of both addresses together with an address, and nothing that is empty', () => {
		const additionalFields = { billToAddressId: '000' };
		expect(bodyFor({ shipTo: { addressId: '200', ...ADDRESS }, additionalFields })).toMatchObject({
			billToAddressId: '000',
			shipToAddressId: '200',
			shipToAddress: ADDRESS,
		});
		const blank = bodyFor({
			shipTo: { addressId: ' ', city: '', ...ADDRESS, state: null },
			additionalFields: { billToAddressId: '' },
		});
		expect(blank).toEqual({ shipToAddress: ADDRESS, lines: expect.any(Array) });
		const alone = bodyFor({ shipTo: { addressId: '200', city: ' ', postalCode: '' } });
		expect(alone).toEqual({ shipToAddressId: '200', lines: expect.any(Array) });
	});

	it('sends quantities as text, and numbers lines that have no number', () => {
		const line = [
			{ ...LINE, quantity: '3', additionalFields: { warehouseId: 20, carrierCode: 'RG' } },
			{ ...LINE, customerLineNumber: '1' },
			LINE,
		];
		expect(bodyFor({ lines: { line } })).toMatchObject({
			lines: [
				{ customerLineNumber: '2', quantity: '3', warehouseId: '20', carrierCode: 'RG' },
				{ customerLineNumber: '1', quantity: '1' },
				{ customerLineNumber: '3' },
			],
		});
	});

	it.each([[JSON.stringify([LINE])], [[{ ...LINE, price: 12, note: 'not for XI' }]]])(
		'takes the list %j',
		(linesList) => {
			expect(bodyFor({ linesFrom: 'list', linesList })).toMatchObject({
				lines: [{ customerLineNumber: '1', ...LINE, quantity: '1' }],
			});
		},
	);

	it('sends the billing address', () => {
		expect(bodyFor({ additionalFields: { billToAddressId: '000' } })).toMatchObject({
			billToAddressId: '000',
		});
	});

	it.each<[Record<string, unknown>, RegExp]>([
		[{ shipTo: {} }, /^'Ship To' is empty$/],
		[{ shipTo: { addressId: ' ', city: '' } }, /^'Ship To' is empty$/],
		[{ shipTo: { countryCode: 'XYZ' } }, /two-letter ISO country code/],
		[{ shipTo: '200' }, /^'Ship To' is "200"; an object/],
		[{ lines: {} }, /^The estimate has no lines$/],
		[{ linesFrom: 'list', linesList: '[]' }, /^The estimate has no lines$/],
		[{ linesFrom: 'list', linesList: '' }, /^'Lines as JSON' is empty$/],
		[{ linesFrom: 'list', linesList: '{' }, /^'Lines as JSON' is not valid JSON/],
		[
			{ linesFrom: 'list', linesList: [{ ...LINE, Quantity: 1 }] },
			/holds "Quantity", which Ingram Micro writes "quantity"/,
		],
		[{ lines: { line: [{ quantity: 1 }] } }, /^Line 1 has no product$/],
		[{ lines: { line: [{ ...LINE, ingramPartNumber: 'x'.repeat(19) }] } }, /at most 18/],
		[{ lines: { line: [{ ...LINE, quantity: 0 }] } }, /^'Quantity' in 'Lines', entry 1 is "0"/],
		[{ lines: { line: [{ ...LINE, quantity: '' }] } }, /^'Quantity' in 'Lines', entry 1 is empty/],
		[{ lines: { line: [{ ...LINE, quantity: 1.5 }] } }, /must be a whole number/],
		[
			{ lines: { line: [{ ...LINE, customerLineNumber: 'a' }] } },
			/^'Your Line Number' in .* must be a number$/,
		],
		[
			{
				lines: {
					line: [
						{ ...LINE, customerLineNumber: '1' },
						{ ...LINE, customerLineNumber: '001' },
					],
				},
			},
			/^Lines 1 and 2 have the same line number, 1$/,
		],
		[{ return: 'all' }, /^'Output Items' is "all", which is not one of its choices$/],
	])('refuses %j', (given, message) => {
		expect(badInputOf(() => requestFor(get, { ...LEAST, ...given })).message).toMatch(message);
	});
});

const carrier = (carrierCode: string, charge: string) => ({
	carrierCode,
	shipVia: 'UPS GROUND  ',
	carrierMode: 'SML',
	estimatedFreightCharge: charge,
	daysInTransit: '3',
});
const ESTIMATE = {
	currencyCode: 'USD',
	totalFreightAmount: 58.64,
	grossAmount: '418.17',
	distribution: [
		{
			shipFromBranchNumber: '10',
			carrierCode: 'RG',
			freightRate: 19.7,
			carrierList: [carrier('RG', '19.7'), carrier('UG', '23.8')],
		},
		{ shipFromBranchNumber: '20', freightRate: 38.94, carrierList: null },
	],
	lines: [{ ingramPartNumber: 'A300-123456', warehouseId: '20', quantity: 1, unitPrice: 198.07 }],
};
const answer = { freightEstimateResponse: ESTIMATE };

describe('an estimate', () => {
	const rowsOf = (wanted: string, answered: unknown = answer): IDataObject[] =>
		get.rows(answered as never, paramsOf(get, { ...LEAST, return: wanted }) as never);
	const simplified = (wanted: string) =>
		rowsOf(wanted).map((row) => project(freightOutput, row, { output: 'simplified' }));

	it('is one row, with numbers as numbers', () => {
		expect(rowsOf('estimate')).toEqual([ESTIMATE]);
		expect(rowsOf('estimate', [answer])).toEqual([ESTIMATE]);
		expect(simplified('estimate')).toEqual([
			expect.objectContaining({ freightCharges: 58.64, grossAmount: 418.17, totalFees: null }),
		]);
	});

	it('can be one row a line', () => {
		expect(simplified('lines')).toEqual([
			{
				currencyCode: 'USD',
				ingramPartNumber: 'A300-123456',
				vendorPartNumber: null,
				warehouseId: '20',
				quantity: 1,
				unitPrice: 198.07,
				netAmount: null,
			},
		]);
	});

	it('can be one row a shipment', () => {
		expect(simplified('shipments')).toEqual([
			expect.objectContaining({ warehouseId: '10', freightRate: 19.7 }),
			expect.objectContaining({ warehouseId: '20', freightRate: 38.94 }),
		]);
	});

	it('can be one row a carrier of each shipment', () => {
		expect(simplified('carriers')).toEqual([
			expect.objectContaining({
				warehouseId: '10',
				carrierCode: 'RG',
				carrierName: 'UPS GROUND',
				estimatedFreightCharge: 19.7,
				transitDays: 3,
			}),
			expect.objectContaining({ carrierCode: 'UG', estimatedFreightCharge: 23.8 }),
			expect.objectContaining({ warehouseId: '20', carrierCode: null }),
		]);
		const [row] = rowsOf('carriers');
		expect(row.shipment).toEqual({
			shipFromBranchNumber: '10',
			carrierCode: 'RG',
			freightRate: 19.7,
		});
	});

	it.each([
		['estimate', {}],
		['estimate', []],
		['estimate', { freightEstimateResponse: null }],
		['estimate', { freightEstimateResponse: 'none' }],
		['estimate', { freightEstimateResponse: {} }],
		['estimate', { freightEstimateResponse: { currencyCode: 'USD', totalFreightAmount: 0 } }],
		[
			'estimate',
			{ freightEstimateResponse: { totalFreightAmount: '0.00', distribution: [], lines: [{}] } },
		],
		['lines', { freightEstimateResponse: { ...ESTIMATE, lines: 'none' } }],
		['carriers', { freightEstimateResponse: { distribution: [{ carrierList: 'none' }] } }],
	])('as %s is not %j', (wanted, answered) => {
		expect(() => rowsOf(wanted, answered)).toThrow(UnexpectedAnswer);
	});

	const message = 'No freight can be told for this SKU';
	const zero = { ...ESTIMATE, totalFreightAmount: 0, distribution: [], lines: [] };
	it.each<[string, object]>([
		['beside nothing', { freightEstimateResponse: null, errors: [{ message }] }],
		['beside an estimate of 0', { freightEstimateResponse: zero, errors: [{ message }] }],
		['inside an estimate of 0', { freightEstimateResponse: { ...zero, errors: [{ message }] } }],
		[
			'inside a shipment',
			{ freightEstimateResponse: { ...zero, distribution: [{ errors: [message] }] } },
		],
		['as a text', { freightEstimateResponse: zero, errors: message }],
		['as an object', { freightEstimateResponse: zero, Errors: { message } }],
		['in a list', [{ freightEstimateResponse: zero, errors: [{ message }] }]],
	])('is none where errors stand %s', (_, answered) => {
		for (const wanted of ['estimate', 'shipments', 'carriers', 'lines']) {
			expect(() => rowsOf(wanted, answered)).toThrow(RefusedAnswer);
		}
	});

	it.each([
		['missing', {}],
		['null', { errors: null }],
		['an empty list', { errors: [] }],
		['a list of nothing', { errors: [{}, null, ''] }],
	])('of 0 with a shipment stands, where errors are %s', (_, more) => {
		const free = { ...ESTIMATE, totalFreightAmount: 0, distribution: [{ freightRate: 0 }] };
		expect(rowsOf('estimate', { freightEstimateResponse: free, ...more })).toEqual([free]);
	});

	it('is read where its only shipment or carrier is no list', () => {
		const { distribution, ...rest } = ESTIMATE;
		const shipment = { ...distribution[0], freightRate: 0, carrierList: carrier('RG', '19.7') };
		const single = { ...rest, totalFreightAmount: 0, distribution: shipment };
		const errors = [{ message }];
		const rows = rowsOf('carriers', { freightEstimateResponse: single, errors });
		expect(rows).toMatchObject([{ carrier: { carrierCode: 'RG' }, errors }]);
		const none = { ...single, distribution: { freightRate: 0 } };
		expect(rowsOf('shipments', { freightEstimateResponse: none })).toHaveLength(1);
	});

	it('of a part has what was said of the rest with it, however it is returned', () => {
		for (const wanted of ['estimate', 'shipments', 'carriers', 'lines']) {
			for (const answered of [
				{ ...answer, errors: [{ message }] },
				{ freightEstimateResponse: { ...ESTIMATE, errors: [{ message }] } },
			]) {
				const rows = rowsOf(wanted, answered);
				expect(rows.length).toBeGreaterThan(0);
				for (const row of rows) {
					expect(row.errors).toEqual([{ message }]);
					expect(project(freightOutput, row, { output: 'simplified' })).toMatchObject({
						warnings: [message],
					});
				}
			}
		}
	});

	it('has at most ten simplified fields and no name twice', () => {
		const names = Object.values(freightOutput).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const kind of ['estimate', 'lines', 'shipments', 'carriers']) {
			for (const row of simplified(kind)) {
				expect(Object.keys(row).length).toBeGreaterThan(1);
				expect(Object.keys(row).length).toBeLessThanOrEqual(10);
			}
		}
	});
});
