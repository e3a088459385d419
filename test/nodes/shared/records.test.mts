import { asError, wordsOf } from '../../../nodes/shared/errors.ts';
import { isObject, isRecord, keysInOrder } from '../../../nodes/shared/records.ts';

it.each<[unknown, boolean, boolean]>([
	[{}, true, true],
	[[], true, false],
	[null, false, false],
	[undefined, false, false],
	['{}', false, false],
	[1, false, false],
])('%j has members: %j; is a record: %j', (value, object, record) => {
	expect([isObject(value), isRecord(value)]).toEqual([object, record]);
});

it('keys come in one order at every depth, and lists in their own', () => {
	const one = { b: [{ d: 1, c: null }, 2], a: 'x' };
	expect(JSON.stringify(keysInOrder(one))).toBe('{"a":"x","b":[{"c":null,"d":1},2]}');
});

it('what was thrown is the Error that it is, or one with its words', () => {
	const error = new TypeError('Broken');
	expect(asError(error)).toBe(error);
	expect(asError('Broken')).toEqual(new Error('Broken'));
	expect([wordsOf(error), wordsOf('Broken'), wordsOf(undefined)]).toEqual([
		'Broken',
		'Broken',
		'undefined',
	]);
});
