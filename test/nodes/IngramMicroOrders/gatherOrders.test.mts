import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { badInputOf, paramsOf } from '../support.mts';

/** What several input items become, each given as what stands in the node for it. */
function gathered(items: Array<Record<string, unknown>>, linesFrom = 'items') {
	const members = items.map((given, position) => ({
		item: position * 10,
		params: paramsOf(create, { customerOrderNumber: 'PO-1', linesFrom, ...given }) as never,
	}));
	const params = create.gathering?.gather(members);
	return create.plan(params as never).request.body as { lines: object[] };
}

const row = (ingramPartNumber: string, given: object = {}, customerLineNumber?: string) => ({
	lines: { line: [{ ingramPartNumber, quantity: 1, additionalFields: { customerLineNumber } }] },
	...given,
});

describe('several input items', () => {
	it('belong together by their PO, and only where lines come from several items', () => {
		const groupOf = (given: Record<string, unknown>) =>
			create.gathering?.groupOf(
				paramsOf(create, { customerOrderNumber: 'PO-1', ...given }) as never,
			);
		expect(groupOf({ linesFrom: 'items' })).toBe('PO-1');
		expect(groupOf({ linesFrom: 'fields' })).toBeUndefined();
		expect(groupOf({ linesFrom: 'list', linesList: [] })).toBeUndefined();
		const json = { customerOrderNumber: 'PO-1', lines: [] };
		expect(groupOf({ defineOrderBy: 'json', orderJson: json })).toBeUndefined();
	});

	it('bring their lines in their order, numbered together', () => {
		const body = gathered([
			row('A', { shipToInfo: { city: 'X' } }),
			row('B', { shipToInfo: { city: 'X' } }),
		]);
		expect(body).toEqual({
			customerOrderNumber: 'PO-1',
			shipToInfo: { city: 'X' },
			lines: [
				{ customerLineNumber: '1', ingramPartNumber: 'A', quantity: 1 },
				{ customerLineNumber: '2', ingramPartNumber: 'B', quantity: 1 },
			],
		});
	});

	it('may be one', () => {
		expect(gathered([row('A')]).lines).toHaveLength(1);
		expect(gathered([row('A')], 'fields').lines).toHaveLength(1);
	});

	it.each<[string, object, object, string]>([
		[
			'an address',
			{ shipToInfo: { city: 'X', state: 'A' } },
			{ shipToInfo: { city: 'Y', state: 'A' } },
			'\'City\' in \'Ship To\': "X" and "Y"',
		],
		[
			'a field that one lacks',
			{ additionalFields: { notes: 'N' } },
			{},
			'\'Notes\' in \'Additional Fields\': "N" and "nothing"',
		],
		[
			'an attribute',
			{ additionalFields: { additionalAttributes: { dynamicMessageLine1: 'Hi' } } },
			{ additionalFields: { additionalAttributes: {} } },
			'\'Additional Attributes\' in \'Additional Fields\': "[{"attributeName":"dynamicMessageLine1","attributeValue":…" and "[]"',
		],
		[
			'the account',
			{ options: { customerNumber: '20-222222' } },
			{ options: { customerNumber: '20-333333' } },
			'\'Customer Number\' in \'Options\': "20-222222" and "20-333333"',
		],
		[
			'what to do if a line cannot be had',
			{ ifLineUnavailable: 'rest' },
			{},
			'\'If a Line Cannot Be Had\': "rest" and "account"',
		],
		['a choice', { ifOrderExists: 'return' }, {}, '\'If the Order Exists\': "return" and "fail"'],
	])('that disagree in %s are refused, and both are named', (_, one, other, where) => {
		expect(
			badInputOf(() => gathered([row('A', one), row('B', one), row('C', other)])).message,
		).toBe(`Items 0 and 20 have the same order number but differ in ${where}`);
	});

	it('that bring no line are refused', () => {
		expect(badInputOf(() => gathered([row('A'), { lines: {} }])).message).toBe(
			'Item 10 brings no line',
		);
	});

	it('that bring a line number twice are refused', () => {
		expect(badInputOf(() => gathered([row('A', {}, '3'), row('B', {}, '03')])).message).toBe(
			'Lines 1 and 2 have the same line number, 3',
		);
	});

	it('that bring more lines than an order can have are refused', () => {
		const many = (length: number) => gathered(Array.from({ length }, (_, n) => row(`P${n}`)));
		expect(many(884).lines).toHaveLength(884);
		expect(badInputOf(() => many(885)).message).toMatch(/^The order has 885 lines; at most 884/);
	});
});
