import { getVendorRequiredInfo } from '../../../nodes/IngramMicroQuotes/getVendorRequiredInfo.operation.ts';
import { validate } from '../../../nodes/IngramMicroQuotes/validate.operation.ts';
import type { ReadOperation } from '../../../nodes/shared/operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const info = getVendorRequiredInfo as unknown as ReadOperation;
const rowsOf = (operation: ReadOperation, stored: Record<string, unknown>, answer: unknown) =>
	operation.rows(answer, paramsOf(operation, stored));

const QUOTE = { quote: 'QUO-10926-Y8G1B3' };
const PRODUCTS = { askFor: 'products', productsFrom: 'list' };

it('asks for a quote, or for products, each by one number', () => {
	expect(requestFor(info, QUOTE).body).toEqual({ quoteNumber: QUOTE.quote });
	const productsList = '["DF4128", { "planId": 438323 }, { "vendorPartNumber": "E2016HV" }]';
	expect(requestFor(info, { ...PRODUCTS, productsList }).body).toEqual({
		products: [
			{ ingramPartNumber: 'DF4128' },
			{ planID: '438323' },
			{ vendorPartNumber: 'E2016HV' },
		],
	});
	const rows = [{ ingramPartNumber: 'DF4128', vendorPartNumber: 'V', upc: '0884116186519' }];
	expect(requestFor(info, { ...PRODUCTS, productsList: rows }).body).toEqual({
		products: [{ ingramPartNumber: 'DF4128' }],
	});
	const products = { product: [{ ingramPartNumber: { mode: 'list', value: 'DF4128' } }] };
	expect(requestFor(info, { askFor: 'products', products }).body).toEqual({
		products: [{ ingramPartNumber: 'DF4128' }],
	});
});

it.each<[Record<string, unknown>, string]>([
	[{ quote: '' }, "'Quote' is empty"],
	[{ askFor: 'products' }, 'No product is given'],
	[{ ...PRODUCTS, productsList: '[]' }, 'No product is given'],
	[{ ...PRODUCTS, productsList: '{}' }, "'Products as JSON' is not a list"],
	[{ ...PRODUCTS, productsList: [{}] }, 'Product 1 has no number'],
	[
		{ ...PRODUCTS, productsList: ['A', { ingramPartNumber: 'A', planId: '1' }] },
		'Product 2 has several numbers',
	],
	[
		{ ...PRODUCTS, productsList: ['A'.repeat(19)] },
		"'Product' in 'Products as JSON', entry 1 has 19 characters; at most 18 are allowed",
	],
])('refuses %j', (stored, message) => {
	expect(badInputOf(() => requestFor(info, stored)).message).toContain(message);
});

const DEMANDING = {
	planId: '438323',
	vriAdditionalAttributes: [{ productId: 'P', additionalAttributes: [{ attributeName: 'x' }] }],
};
const WRONG = { ingramPartNumber: 'A', responseMessages: [{ type: 'ERROR', message: 'Unknown' }] };

it('makes what went wrong, and what has no answer, something to branch on', () => {
	const stored = { ...PRODUCTS, productsList: ['A', 'B', { planId: '438323' }] };
	const rows = rowsOf(info, stored, [DEMANDING, WRONG]);
	const output = { output: 'selectedFields', fields: ['isAnswered', 'problem', 'mandatoryFields'] };
	expect(rows.map((row) => Object.values(project(info.output, row, output)))).toEqual([
		[true, null, 1],
		[false, 'Unknown', 0],
		[false, 'Ingram Micro gave no answer for it', 0],
	]);
});

it('keeps what went wrong where each item is a field', () => {
	const rows = rowsOf(info, { ...QUOTE, return: 'fields' }, [DEMANDING, WRONG, {}]);
	expect(rows).toEqual([
		{ planId: '438323', vendorField: expect.objectContaining({ fieldId: 'vri.P.x' }) },
		expect.objectContaining({ isAnswered: false, problem: 'Unknown' }),
		{ vendorField: {} },
	]);
});

it('takes a single answer that is in no list', () => {
	expect(rowsOf(info, QUOTE, DEMANDING)).toHaveLength(1);
});

it.each([[undefined], ['ok'], [null]])('refuses an answer that is none: %j', (answer) => {
	expect(() => rowsOf(info, QUOTE, answer)).toThrow(UnexpectedAnswer);
	expect(() => rowsOf(validate as unknown as ReadOperation, QUOTE, answer)).toThrow(
		UnexpectedAnswer,
	);
});

it.each<[string, ReadOperation, unknown]>([
	['Validate Quote', validate, { vmfAdditionalAttributes: [{ attributeName: 'x' }] }],
	['vendor required information', info, [DEMANDING]],
])('shows ten fields of %s at the most', (_, operation, answer) => {
	for (const wanted of [undefined, 'fields']) {
		const [row] = rowsOf(operation, { ...QUOTE, ...(wanted && { return: wanted }) }, answer);
		const shown = Object.keys(project(operation.output, row, { output: 'simplified' }));
		expect(shown.length).toBeLessThanOrEqual(10);
	}
});
