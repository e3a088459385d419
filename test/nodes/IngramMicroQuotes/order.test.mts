import { askQuote, type NamedBy } from '../../../nodes/IngramMicroQuotes/askVendor.ts';
import { order } from '../../../nodes/IngramMicroQuotes/order.operation.ts';
import { asked, badInputOf, paramsOf as readAs } from '../support.mts';

type Params = Parameters<typeof order.plan>[0];

const QUOTE = 'QUO-10926-Y8G1B3';

/** The parameters of an order as the loop reads them, with what n8n stores. */
const paramsOf = (stored: Record<string, unknown>): Params =>
	readAs(order, {
		quote: { mode: 'quoteNumber', value: QUOTE },
		customerOrderNumber: 'PO-1',
		...stored,
	}) as unknown as Params;

const bodyOf = (stored: Record<string, unknown>) => order.plan(paramsOf(stored)).request.body;

describe('the request', () => {
	it('holds what v7 has besides lines', () => {
		expect(
			bodyOf({
				shipToInfo: { addressId: '200' },
				endUserInfo: { companyName: 'Example Ltd' },
				additionalFields: { endCustomerOrderNumber: 'EU-1', billToAddressId: '000', notes: 'Now' },
				ifLineUnavailable: 'rest',
				shipmentDetails: { requestedDeliveryDate: '2026-12-24' },
			}),
		).toEqual({
			quoteNumber: QUOTE,
			customerOrderNumber: 'PO-1',
			endCustomerOrderNumber: 'EU-1',
			billToAddressId: '000',
			notes: 'Now',
			shipToInfo: { addressId: '200' },
			endUserInfo: { companyName: 'Example Ltd' },
			shipmentDetails: { requestedDeliveryDate: '20261224' },
			additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'true' }],
		});
	});

	it('of the older call has its own names and addresses', () => {
		const { path, body } = order.plan(
			paramsOf({
				options: { version: 'v6' },
				shipToInfo: { addressId: '5', city: 'Lenexa' },
				endUserInfo: { phoneNumber: 123 },
				additionalFields: { endCustomerOrderNumber: 'EU-1', billToAddressId: '000' },
				additionalAttributes: { allowDuplicateCustomerOrderNumber: true },
			}),
		).request;
		expect(path).toBe('/resellers/v6/q2o/orders');
		expect(body).toEqual({
			quoteNumber: QUOTE,
			customerOrderNumber: 'PO-1',
			enduserOrderNumber: 'EU-1',
			billToAddressId: '000',
			shipToInfo: { addressId: '5', city: 'Lenexa' },
			endUserInfo: { phoneNumber: '123' },
			additionalAttributes: [
				{ attributeName: 'allowDuplicateCustomerOrderNumber', attributeValue: 'true' },
			],
		});
	});

	it.each<[Record<string, unknown>, string]>([
		[
			{ shipToInfo: { phoneNumber: 123, additionalFields: { shippingNotes: 'Ring' } } },
			"'Phone Number' in 'Ship To', 'Shipping Notes' in 'Ship To'",
		],
		[{ endUserInfo: { additionalFields: { endUserId: '5' } } }, "'End User ID' in 'End User'"],
		[{ resellerInfo: { city: 'Lenexa' } }, "'City' in 'Reseller'"],
		[{ shipmentDetails: { carrierCode: 'RG' } }, "'Carrier Code' in 'Shipment Details'"],
		[{ additionalFields: { notes: 'Now' } }, "'Notes' in 'Additional Fields'"],
		[
			{ additionalAttributes: { dynamicMessageLine1: 'Now' } },
			"'dynamicMessageLine1' in 'Additional Attributes'",
		],
		[{ onCustomerHold: true }, "'Create on Customer Hold'"],
		[{ ifLineUnavailable: 'rest' }, "'If a Line Cannot Be Had'"],
		[{ vendorFieldsNamedBy: 'vendorRequiredInfo' }, "'Vendor Fields Named By'"],
	])('of the older call refuses what only the present one takes: %j', (more, names) => {
		const params = paramsOf({ options: { version: 'v6' }, ...more });
		expect(badInputOf(() => order.plan(params)).message).toBe(
			`API version 6 does not take ${names}`,
		);
		expect(() => order.plan(paramsOf(more))).not.toThrow();
	});
});

describe('bad input is refused before anything is asked', () => {
	const list = { vendorFieldsFrom: 'json' };

	it.each<[Record<string, unknown>, string]>([
		[{ quote: { mode: 'list', value: '' } }, "'Quote' is empty"],
		[{ customerOrderNumber: ' ' }, "'Customer Order Number' is empty"],
		[
			{ customerOrderNumber: 'PO-OF-MORE-THAN-18-LETTERS' },
			"'Customer Order Number' has 26 characters; at most 18 are allowed",
		],
		[
			{ options: { version: 'v6' }, customerOrderNumber: 'P'.repeat(36) },
			"'Customer Order Number' has 36 characters; at most 35 are allowed",
		],
		[
			{ options: { version: 'v5' } },
			"'API Version' in 'Options' is \"v5\", which is not one of its choices",
		],
		[
			{ vendorFields: 'all' },
			'\'Vendor Fields\' is "all"; an object with named values is expected',
		],
		[
			{ vendorFields: { mappingMode: 'defineBelow', value: { 'header.A': ['x'] } } },
			'header.A in \'Vendor Fields\' is "["x"]"; a text is expected',
		],
		[{ ...list, vendorFieldsList: '{' }, "'Vendor Fields as JSON' is not valid JSON"],
		[{ ...list, vendorFieldsList: 5 }, "'Vendor Fields as JSON' is no list"],
		[
			{ ...list, vendorFieldsList: [{ attributeValue: 'x' }] },
			"'Vendor Fields as JSON', entry 1 names no field",
		],
		[
			{ ...list, vendorFieldsList: [{ AttributeName: 'VEND_AUTH', AttributeValue: '' }] },
			`'Vendor Fields as JSON', entry 1 holds "AttributeName", which Ingram Micro writes "attributeName"`,
		],
		[
			{ ...list, vendorFieldsList: [{ id: 'header.VEND_AUTH', val: 'ABC' }] },
			`'Vendor Fields as JSON', entry 1 holds the unknown name "id": use "fieldId"`,
		],
		[{ previewOnly: null }, "'Preview Only' is empty; it must be true or false"],
	])('%j', (stored, message) => {
		expect(badInputOf(() => bodyOf(stored)).message).toContain(message);
	});
});

describe('values for vendor fields', () => {
	it('may be left open, as n8n stores it', () => {
		expect(paramsOf({}).vendorFields).toEqual({ given: [] });
		const form = { mappingMode: 'defineBelow', value: null, schema: [] };
		expect(paramsOf({ vendorFields: form }).vendorFields).toEqual({ given: [] });
	});

	it('come by their IDs from the form, without those that are empty', () => {
		const value = { 'header.A': ' x ', 'header.B': '', 'header.C': null, 'header.D': true };
		expect(paramsOf({ vendorFields: { mappingMode: 'defineBelow', value } }).vendorFields).toEqual({
			given: [
				{ id: 'header.A', value: 'x' },
				{ id: 'header.D', value: 'true' },
			],
		});
	});

	it.each([
		['an object', { 'header.A': 'x', 'line.1.B': 7 }],
		['a text', '{ "header.A": "x", "line.1.B": 7 }'],
		[
			'a list',
			[
				{ fieldId: 'header.A', attributeName: 'A', attributeValue: 'x', lineNumber: null },
				{ fieldId: 'line.1.B', value: 7 },
				{ fieldId: 'header.C', attributeValue: '' },
			],
		],
	])('come as %s from JSON', (_, vendorFieldsList) => {
		expect(paramsOf({ vendorFieldsFrom: 'json', vendorFieldsList }).vendorFieldsList).toEqual({
			given: [
				{ id: 'header.A', value: 'x' },
				{ id: 'line.1.B', value: '7' },
			],
		});
	});
});

describe('what vendors demand of a quote', () => {
	const validated = { quoteNumber: QUOTE, lines: [{ ingramPartNumber: 'A', quantity: 1 }] };
	const demanding = { ...validated, vmfAdditionalAttributes: [{ attributeName: 'AUTH' }] };
	const info = [
		{
			vmfAdditionalAttributes: [
				{ vendorName: 'Cisco', additionalAttributes: [{ attributeName: 'auth' }] },
			],
		},
	];
	const ask = (namedBy: NamedBy, answers: readonly unknown[]) =>
		asked((one) => askQuote(one, QUOTE, namedBy), answers);
	const idsOf = async (namedBy: NamedBy, ...answers: unknown[]) => {
		const { requests, result } = await ask(namedBy, answers);
		return { calls: requests.length, ids: result.questions.map(({ id }) => id) };
	};

	it('is what Validate Quote names, where it names anything', async () => {
		expect(await idsOf('auto', demanding)).toEqual({ calls: 1, ids: ['header.AUTH'] });
	});

	it('is what the newer list names, where Validate Quote names nothing', async () => {
		expect(await idsOf('auto', validated, info)).toEqual({ calls: 2, ids: ['vmf.Cisco.auth'] });
	});

	it('is not asked of the newer list where that is not wanted', async () => {
		expect(await idsOf('validateQuote', validated)).toEqual({ calls: 1, ids: [] });
	});

	it('is asked once where both name it', async () => {
		expect(await idsOf('vendorRequiredInfo', demanding, info)).toEqual({
			calls: 2,
			ids: ['vmf.Cisco.auth'],
		});
	});

	it('is unknown where the newer list says that something is wrong', async () => {
		const { result } = await ask('auto', [
			validated,
			[{ responseMessages: [{ message: 'Not today' }] }],
		]);
		expect(result.problem).toContain('does not say what vendors require');
		expect(result.problem).toContain('Not today');
	});
});
