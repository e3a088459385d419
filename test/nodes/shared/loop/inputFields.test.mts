import { describe, expect, it } from '@jest/globals';

import { withInputFields } from '../../../../nodes/shared/loop/inputFields.ts';

const rows = (...all: object[]) => ({ rows: all }) as never;

describe('the fields of the input item', () => {
	it.each([
		[undefined, { a: 1, price: 2 }, { a: 1, price: 2 }, []],
		['nested', { a: 1 }, { a: 1, input: { own: 'x', error: 'old', price: 9 } }, []],
		['merged', { a: 1 }, { own: 'x', price: 9, a: 1, input: { error: 'old' } }, ['error']],
		[
			'merged',
			{ price: 2 },
			{ own: 'x', price: 2, input: { error: 'old', price: 9 } },
			['error', 'price'],
		],
		['nested', { input: 5 }, { input: 5, inputFields: { own: 'x', error: 'old', price: 9 } }, []],
	])('are joined as %s with %j', (how, row, joined, clashes) => {
		const told: string[] = [];
		const input = { own: 'x', error: 'old', price: 9 };
		const outcome = withInputFields(rows(row), input, how as never, (name) => told.push(name));
		expect(outcome).toEqual({ rows: [joined] });
		expect(told.sort()).toEqual(clashes);
	});

	it('stand apart where they would pass for ours, and beside them whatever they are called', () => {
		const input = { warnings: ['mine'], constructor: 'c', toString: 't', sku: 'X' };
		const outcome = withInputFields(rows({ a: 1 }), input, 'merged', () => undefined);
		expect(outcome).toEqual({
			rows: [{ a: 1, constructor: 'c', toString: 't', sku: 'X', input: { warnings: ['mine'] } }],
		});
	});

	it('leave a failure alone', () => {
		const failure = { failure: new Error('no') };
		expect(withInputFields(failure, { a: 1 }, 'merged', () => undefined)).toBe(failure);
		expect(withInputFields(undefined, { a: 1 }, 'merged', () => undefined)).toBeUndefined();
	});
});
