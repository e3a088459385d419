import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { ORDER_V6, ORDER_V7 } from '../../conformance/orderNames.mts';
import { badInputOf, planFor, requestFor } from '../support.mts';
import { BAD_V6, BAD_V7, LEAST as least, LINE as line } from './badOrders.mts';
import {
	ATTRIBUTES_OF_BOTH,
	ATTRIBUTES_V6,
	BODY_V6,
	BODY_V7,
	folded,
	GIVEN_V6,
	GIVEN_V7,
	pathsOf,
} from './wholeOrders.mts';

/** The body for what stands in a node besides a PO and a line. */
const bodyFor = (given: Record<string, unknown>, operation: typeof create = create) =>
	requestFor(operation, folded({ ...least, ...given })).body as Record<string, unknown>;
const bodyV7 = (given: Record<string, unknown>) => bodyFor(given, createAsync as never);

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
			takenAtNight: true,
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

	it.each(ATTRIBUTES_OF_BOTH)(
		'%s = %j goes out as %j in both versions',
		(name, value, expected) => {
			expect(attributesFor({ [name]: value })).toEqual(one(name, expected));
			expect(attributesFor({ [name]: value }, bodyV7)).toEqual(one(name, expected));
		},
	);

	it.each(ATTRIBUTES_V6)('%s = %j goes out as %j in v6', (name, value, expected) => {
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
			"'Additional Attributes' in 'Additional Fields' holds the attribute euDepId twice",
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
			/^'Direct Link' in .* has 26 characters; at most 25 are allowed$/,
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
		['', /^'Lines as JSON' is empty$/],
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
			/^'Your Line Number' in 'Lines', entry 1 is ".*"; it must be a number from 1 to 884$/,
		);
	});

	it('may have three digits', () => {
		expect(badInputOf(() => numbersFor(['0001'])).message).toMatch(/4 characters; at most 3/);
	});
});

describe('bad input', () => {
	it.each(BAD_V6)('%j is refused in v6', (given, message) => {
		expect(badInputOf(() => bodyFor(given)).message).toMatch(message);
	});

	it.each(BAD_V7)('%j is refused in v7', (given, message) => {
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

	it('can be held against totals only', () => {
		const given = (limits: object) => ({ quoteNumber: 'QUO-1', checkBeforeOrdering: limits });
		expect(bodyV7(given({ maxOrderTotal: 5, maxRunTotal: 5, maxDayTotal: 5 }))).toMatchObject({
			quoteNumber: 'QUO-1',
		});
		for (const limits of [{ maxLineQuantity: 5 }, { maxOrderTotal: 5, refuseIfShort: true }]) {
			expect(badInputOf(() => bodyV7(given(limits))).message).toBe(
				"'Check Before Ordering' can hold an order of a quote against totals only",
			);
		}
	});
});

it('a PO is known to sentences and to the loop, wherever it comes from', () => {
	const json = planFor(create, { defineOrderBy: 'json', orderJson: BODY_V6 });
	const fields = planFor(create, least);
	expect([json.subject, json.once?.number]).toEqual(['PO PO-4711', 'PO-4711']);
	expect([fields.subject, fields.once?.number]).toEqual(['PO PO-1', 'PO-1']);
});
