import {
	inCapitals,
	isSameText,
	plain,
	withoutZerosInFront,
} from '../../../nodes/shared/comparing.ts';

it.each([
	[' 20-rd128 ', '20-rd128', '20-RD128'],
	[4711, '4711', '4711'],
	['', '', ''],
	[null, '', ''],
	[undefined, '', ''],
	[['A'], '', ''],
	[true, '', ''],
])('%j reads as the text %j, in capitals %j', (value, text, capitals) => {
	expect([plain(value), inCapitals(value)]).toEqual([text, capitals]);
});

it.each<[unknown, unknown, boolean]>([
	['newcustomerPO4', 'NEWCUSTOMERPO4 ', true],
	[4711, '4711', true],
	['4711', '04711', false],
	['A', undefined, false],
])('%j and %j are the same text: %j', (one, other, is) => {
	expect(isSameText(one, other)).toBe(is);
});

it.each([
	['001', '1'],
	['1', '1'],
	['000', '0'],
	['100', '100'],
	['0A1', '0A1'],
	['', ''],
])('the line number %j is %j', (number, bare) => {
	expect(withoutZerosInFront(number)).toBe(bare);
});
