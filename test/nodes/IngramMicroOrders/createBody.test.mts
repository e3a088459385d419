import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { ORDER_V6, ORDER_V7 } from '../../conformance/orderNames.mts';
import { badInputOf } from '../support.mts';
import { paramsOf, requestFor } from './support.mts';
import { BODY_V6, BODY_V7, GIVEN_V6, GIVEN_V7, pathsOf } from './wholeOrders.mts';

const line = { ingramPartNumber: 'DF4128', quantity: 1 };
const lines = { line: [line] };
const least = { customerOrderNumber: 'PO-1', lines };

/** The body for what stands in a node besides a PO and a line. */
const bodyFor = (given: Record<string, unknown>, operation: typeof create = create) =>
	requestFor(operation, { ...least, ...given }).body as Record<string, unknown>;
const bodyV7 = (given: Record<string, unknown>) => bodyFor(given, createAsync as never);

const withLine = (more: object) => ({ lines: { line: [{ ...line, additionalFields: more }] } });

/** A line with its number, as it goes out. */
const sent = { customerLineNumber: '1', ingramPartNumber: 'DF4128', quantity: 1 };

describe('Create Order and Create Order Asynchronously', () => {
	it('send the least that there can be', () => {
		const body = { customerOrderNumber: 'PO-1', lines: [sent] };
		expect(requestFor(create, least)).toEqual({
			method: 'POST',
			path: '/resellers/v6/orders',
			body,
		});
		expect(requestFor(createAsync, least)).toEqual({
			method: 'POST',
			path: '/resellers/v7/orders',
			body,
		});
	});

	it('send every field of an order, from fields', () => {
		expect(requestFor(create, GIVEN_V6).body).toEqual(BODY_V6);
		expect(requestFor(createAsync, GIVEN_V7).body).toEqual(BODY_V7);
	});

	it('send every field of an order, from JSON as text and as an object', () => {
		const json = (orderJson: unknown) => ({ defineOrderBy: 'json', orderJson });
		expect(requestFor(create, json(BODY_V6)).body).toEqual(BODY_V6);
		expect(requestFor(create, json(JSON.stringify(BODY_V6))).body).toEqual(BODY_V6);
		expect(requestFor(createAsync, json(BODY_V7)).body).toEqual(BODY_V7);
	});

	it('have every field that the table of names has, and no other', () => {
		expect(pathsOf(BODY_V6).sort()).toEqual([...ORDER_V6].sort());
		expect(pathsOf(BODY_V7).sort()).toEqual([...ORDER_V7].sort());
	});
});

describe('the attributes of an order', () => {
	const attributesFor = (given: object, body = bodyFor) =>
		(body({ additionalAttributes: given }).additionalAttributes ?? []) as object[];
	const one = (attributeName: string, attributeValue: string) => [
		{ attributeName, attributeValue },
	];

	const both: Array<[string, unknown, string]> = [
		['allowDuplicateCustomerOrderNumber', true, 'true'],
		['allowDuplicateCustomerOrderNumber', false, 'false'],
		['allowOrderOnCustomerHold', 'true', 'true'],
		['allowPartialOrder', true, 'true'],
		['DpasRating', 'DX (Highest)', 'DX'],
		['DpasProgramId', 'A1', 'A1'],
		['euDepId', 1234567, '1234567'],
		['depOrderNbr', 'Test1', 'Test1'],
		['govtProgramType', 'Government', 'PA'],
		['govtEndUserType', 'K', 'K'],
		['govtSolicitationNumber', 438, '438'],
		['govtEndUserData', 'US AIR FORCEE', 'US AIR FORCEE'],
		['govtEndUserPostalCode', '322187933', '322187933'],
		['govtPublicPrivateCode', 'R', 'R'],
		['dynamicMessageLine1', 'Hello', 'Hello'],
	];

	it.each(both)('%s = %j goes out as %j in both versions', (name, value, expected) => {
		expect(attributesFor({ [name]: value })).toEqual(one(name, expected));
		expect(attributesFor({ [name]: value }, bodyV7)).toEqual(one(name, expected));
	});

	it.each<[string, unknown, string]>([
		['channelCode', 10, '10'],
		['customerPOType', 'ZWEB', 'ZWEB'],
		['storageLocation', '0001', '0001'],
		['soldTo', '0001234567', '0001234567'],
		['orderType', 'ZLCN', 'ZLCN'],
		['endUserSearchTerm', 'EXAMPLE', 'EXAMPLE'],
		['Z101', 'Text', 'Text'],
		['enableCommentsAsLines', true, 'true'],
		['shipFromWarehouseId', 10, '10'],
	])('%s = %j goes out as %j in v6', (name, value, expected) => {
		expect(attributesFor({ [name]: value })).toEqual(one(name, expected));
	});

	it('may be others, by name and value', () => {
		const other = { attribute: [{ attributeName: 'eudepid', attributeValue: true }] };
		expect(attributesFor({ Z101: 'a', other })).toEqual([
			...one('Z101', 'a'),
			...one('eudepid', 'true'),
		]);
	});

	it('are refused when one is given twice, whatever its capitals', () => {
		const other = { attribute: [{ attributeName: 'eudepid', attributeValue: '1' }] };
		expect(badInputOf(() => attributesFor({ euDepId: '1', other })).message).toBe(
			"'Additional Attributes' holds the attribute euDepId twice",
		);
	});
});

describe('an order as JSON', () => {
	const of = (orderJson: unknown, operation = create) =>
		requestFor(operation, { defineOrderBy: 'json', orderJson }).body as object;
	const json = { customerOrderNumber: 'PO-1', lines: [line] };

	it('goes out with what we do not know, and without what is empty', () => {
		const given = {
			...json,
			notes: ' ',
			shipToInfo: { city: '', gate: 'B' },
			endUserInfo: { city: null },
			newField: { a: [1] },
			lines: [{ ...line, notes: '', extra: 'x', warrantyInfo: [] }],
		};
		expect(of(given)).toEqual({
			customerOrderNumber: 'PO-1',
			shipToInfo: { gate: 'B' },
			newField: { a: [1] },
			lines: [{ ...sent, extra: 'x' }],
		});
	});

	it('has its values in the right types', () => {
		const given = {
			customerOrderNumber: 4711,
			acceptBackOrder: 'true',
			shipToInfo: { phoneNumber: 6105400202, postalCode: 66219 },
			additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: true }],
			lines: [{ ingramPartNumber: 4128, quantity: '2', unitPrice: '41.71', customerLineNumber: 1 }],
		};
		expect(of(given)).toEqual({
			customerOrderNumber: '4711',
			acceptBackOrder: true,
			shipToInfo: { phoneNumber: '6105400202', postalCode: '66219' },
			additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'true' }],
			lines: [{ ingramPartNumber: '4128', quantity: 2, unitPrice: 41.71, customerLineNumber: '1' }],
		});
	});

	it.each<[string, unknown, RegExp]>([
		['nothing', '', /^'Order as JSON' is empty$/],
		['no JSON', '{ a: 1 }', /^'Order as JSON' is not valid JSON/],
		['a list', [json], /^'Order as JSON' is .*an object with named values is expected$/],
		['no PO', { lines: [line] }, /^'Customer Order Number' in 'Order as JSON' is empty$/],
		['no lines', { customerOrderNumber: 'PO-1' }, /^The order has no lines$/],
		[
			'one line and no list',
			{ ...json, lines: line },
			/^'Lines' in 'Order as JSON' is .* a list is/,
		],
		['lines of text', { ...json, lines: ['DF4128'] }, /^'Lines' in 'Order as JSON' is "DF4128"/],
		[
			'a name in other capitals',
			{ ...json, CustomerOrderNumber: 'PO-2' },
			/^'Order as JSON' holds "CustomerOrderNumber", which Ingram Micro writes "customerOrderNumber"$/,
		],
		[
			'a name in other capitals in a line',
			{ ...json, lines: [{ ...line, unitprice: 1 }] },
			/^lines in 'Order as JSON', entry 1 holds "unitprice", which Ingram Micro writes "unitPrice"$/,
		],
		[
			'a line without a quantity',
			{ ...json, lines: [{ ingramPartNumber: 'DF4128' }] },
			/^'Quantity' in 'Lines' in 'Order as JSON', entry 1 is empty$/,
		],
		[
			'too long a value, deep inside',
			{ ...json, lines: [{ ...line, warrantyInfo: [{ directLineLink: 'x'.repeat(26) }] }] },
			/^'Direct Line Link' in .* has 26 characters; at most 25 are allowed$/,
		],
		[
			'an attribute as an object',
			{ ...json, lines: [{ ...line, additionalAttributes: { a: 'b' } }] },
			/a list is expected$/,
		],
	])('is refused with %s', (_, given, message) => {
		expect(badInputOf(() => of(given)).message).toMatch(message);
	});
});

describe('lines from a list', () => {
	const of = (linesList: unknown) =>
		bodyFor({ linesFrom: 'list', linesList }).lines as Array<Record<string, unknown>>;

	it('are read by the names on the wire, from text and from a list', () => {
		const list = [line, { ...line, unitPrice: 5, description: 'not for XI', quantity: '3' }];
		const expected = [
			sent,
			{ customerLineNumber: '2', ingramPartNumber: 'DF4128', unitPrice: 5, quantity: 3 },
		];
		expect(of(list)).toEqual(expected);
		expect(of(JSON.stringify(list))).toEqual(expected);
	});

	it.each<[unknown, RegExp]>([
		['', /^'Lines as JSON' is not a list$/],
		[{}, /^'Lines as JSON' is not a list$/],
		[[], /^The order has no lines$/],
		[[{ quantity: 1 }], /^Line 1 has no part number$/],
		[[{ ...line, Quantity: 1 }], /entry 1 holds "Quantity", which Ingram Micro writes "quantity"$/],
		[[line, 5], /^'Lines as JSON' is "5"/],
	])('are refused when they are %j', (list, message) => {
		expect(badInputOf(() => of(list)).message).toMatch(message);
	});
});

describe('line numbers', () => {
	const numbersFor = (numbers: Array<string | undefined>) => {
		const rows = numbers.map((customerLineNumber) => ({
			...line,
			additionalFields: { customerLineNumber },
		}));
		const body = bodyFor({ lines: { line: rows } });
		return (body.lines as Array<{ customerLineNumber: string }>).map(
			({ customerLineNumber }) => customerLineNumber,
		);
	};

	it.each<[Array<string | undefined>, string[]]>([
		[
			[undefined, undefined],
			['1', '2'],
		],
		[
			['001', '884'],
			['001', '884'],
		],
		[
			[undefined, '1', undefined, '002', undefined],
			['3', '1', '4', '002', '5'],
		],
	])('given as %j go out as %j', (given, expected) => {
		expect(numbersFor(given)).toEqual(expected);
	});

	it.each([
		[['1', '1'], 'Lines 1 and 2 have the same line number, 1'],
		[['3', undefined, '003'], 'Lines 1 and 3 have the same line number, 3'],
	])('given as %j are refused', (given, message) => {
		expect(badInputOf(() => numbersFor(given)).message).toBe(message);
	});

	it.each(['0', '885', '999', 'A', '1.5', '-1', '000'])('may not be %j', (number) => {
		expect(badInputOf(() => numbersFor([number])).message).toMatch(
			/^'Customer Line Number' in 'Lines', entry 1 is ".*"; it must be a number from 1 to 884$/,
		);
	});

	it('may have three digits', () => {
		expect(badInputOf(() => numbersFor(['0001'])).message).toMatch(/4 characters; at most 3/);
	});
});

describe('bad input', () => {
	const long = (length: number) => 'x'.repeat(length);

	it.each<[Record<string, unknown>, RegExp]>([
		[{ customerOrderNumber: '' }, /^'Customer Order Number' is empty$/],
		[{ customerOrderNumber: long(36) }, /^'Customer Order Number' has 36 .* at most 35/],
		[{ lines: {} }, /^The order has no lines$/],
		[{ lines: { line: [{ quantity: 1 }] } }, /^Line 1 has no part number$/],
		[{ lines: { line: [{ ...line, quantity: 0 }] } }, /^'Quantity' in 'Lines', entry 1 is "0"/],
		[{ lines: { line: [{ ...line, quantity: 1.5 }] } }, /must be a whole number/],
		[{ lines: { line: [{ ...line, quantity: '1,' }] } }, /must be a whole number/],
		[{ lines: { line: [{ ...line, quantity: '' }] } }, /^'Quantity' in 'Lines', entry 1 is empty$/],
		[{ lines: { line: [{ ...line, ingramPartNumber: long(19) }] } }, /^'Product' .* at most 18/],
		[withLine({ specialBidNumber: long(37) }), /at most 36/],
		[
			withLine({ unitPrice: '1,5' }),
			/^'Unit Price' in 'Lines', entry 1 is "1,5"; it must be a number/,
		],
		[withLine({ unitPrice: -1 }), /at least 0$/],
		[withLine({ endUserPrice: 'x' }), /^'End User Price' in/],
		[withLine({ additionalAttributes: { attribute: [{ attributeName: 'a' }] } }), /^'Value' in/],
		[
			withLine({ warrantyInfo: { warranty: { hardwareLineLink: '1', warrantyLineLink: '2' } } }),
			/^Line 1 has both a hardware and a warranty line link$/,
		],
		[
			withLine({
				warrantyInfo: { warranty: { serialInfo: { serial: { shipDate: '31.1.2026' } } } },
			}),
			/^'Ship Date' in .* must be a day/,
		],
		[
			withLine({ endUserInfo: { endUser: { additionalFields: { name1: long(36) } } } }),
			/at most 35/,
		],
		[
			withLine({ endUserInfo: { endUser: { additionalFields: { endUserId: long(11) } } } }),
			/at most 10/,
		],
		[{ additionalFields: { billToAddressId: long(11) } }, /at most 10/],
		[{ additionalFields: { acceptBackOrder: 'maybe' } }, /must be true or false$/],
		[{ shipToInfo: { addressId: long(11) } }, /^'Address ID' in 'Ship To' has 11/],
		[{ shipToInfo: { contact: long(71) } }, /at most 70/],
		[{ shipToInfo: { companyName: long(41) } }, /at most 40/],
		[{ shipToInfo: { addressLine1: long(71) } }, /at most 70/],
		[{ shipToInfo: { addressLine3: long(71) } }, /at most 70/],
		[{ shipToInfo: { city: long(26) } }, /at most 25/],
		[{ shipToInfo: { state: 'KSAS' } }, /at most 3/],
		[{ shipToInfo: { postalCode: long(11) } }, /at most 10/],
		[{ shipToInfo: { countryCode: 'USA' } }, /two-letter ISO country code/],
		[{ endUserInfo: { city: long(26) } }, /^'City' in 'End User' has 26/],
		[{ resellerInfo: { companyName: long(41) } }, /^'Company Name' in 'Reseller' has 41/],
		[{ shipmentDetails: { carrierCode: long(11) } }, /at most 10/],
		[{ shipmentDetails: { shippingInstructions: long(133) } }, /at most 132/],
		[{ shipmentDetails: { shipComplete: 'X' } }, /not one of its choices$/],
		[{ shipmentDetails: { requestedDeliveryDate: '2026-02-30' } }, /must be a day/],
		[{ additionalAttributes: { euDepId: long(33) } }, /at most 32/],
		[{ additionalAttributes: { govtEndUserPostalCode: long(10) } }, /at most 9/],
		[{ additionalAttributes: { DpasRating: 'D' } }, /not one of its choices$/],
	])('%j is refused in v6', (given, message) => {
		expect(badInputOf(() => bodyFor(given)).message).toMatch(message);
	});

	it.each<[Record<string, unknown>, RegExp]>([
		[{ customerOrderNumber: '' }, /^'Customer Order Number' is empty$/],
		[{ customerOrderNumber: long(19) }, /at most 18/],
		[{ quoteNumber: long(36) }, /^'Quote Number' has 36 .* at most 35/],
		[{ lines: {} }, /^The order has no lines$/],
		[{ additionalFields: { endCustomerOrderNumber: long(19) } }, /at most 18/],
		[{ shipmentDetails: { requestedDeliveryDate: '261224' } }, /must be a day/],
		[withLine({ billingPeriod: { period: { duration: 0 } } }), /^'Duration' in/],
		[withLine({ margin: 'x' }), /^'Margin' in/],
		[
			withLine({ warrantyInfo: { hardwareLineLink: '1', warrantyLineLink: '2' } }),
			/^Line 1 has both/,
		],
		[{ shipToInfo: { state: 'KSAS' } }, /at most 3/],
		[{ resellerInfo: { postalCode: long(11) } }, /at most 10/],
	])('%j is refused in v7', (given, message) => {
		expect(badInputOf(() => bodyV7(given)).message).toMatch(message);
	});

	it('is more than 884 lines', () => {
		const many = (length: number) => bodyFor({ lines: { line: Array(length).fill(line) } }).lines;
		expect(many(884)).toHaveLength(884);
		expect(badInputOf(() => many(885)).message).toBe(
			'The order has 885 lines; at most 884 are allowed',
		);
	});
});

describe('an order of a quote', () => {
	it('needs no lines', () => {
		expect(bodyV7({ quoteNumber: 'QUO-1', lines: {} })).toEqual({
			customerOrderNumber: 'PO-1',
			quoteNumber: 'QUO-1',
		});
	});

	it('cannot be checked by limits', () => {
		const given = { quoteNumber: 'QUO-1', checkBeforeOrdering: { maxOrderTotal: 5 } };
		expect(badInputOf(() => bodyV7(given)).message).toBe(
			"'Check Before Ordering' cannot check an order of a quote",
		);
	});
});

it('a PO is known to sentences and to the loop, wherever it comes from', () => {
	const json = paramsOf(create, { defineOrderBy: 'json', orderJson: BODY_V6 }) as never;
	const fields = paramsOf(create, least) as never;
	expect([create.subject(json), create.uniqueBy?.(json)]).toEqual(['PO PO-4711', 'PO-4711']);
	expect([create.subject(fields), create.uniqueBy?.(fields)]).toEqual(['PO PO-1', 'PO-1']);
});
