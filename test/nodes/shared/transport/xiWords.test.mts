import { describe, expect, it } from '@jest/globals';

import { sentenceOf } from '../../../../nodes/shared/transport/xiWords.ts';

describe('a sentence of XI’s words', () => {
	it.each([
		['lines[0].quantity', 'quantity of line 1'],
		['products[11].endUserInfo[0].city', 'city of endUserInfo 1 of product 12'],
		['lines[2]', 'line 3'],
		['shipToInfo.city', 'shipToInfo.city'],
		['customerOrderNumber', 'customerOrderNumber'],
	])('counts places as people do: %s', (field, said) => {
		expect(sentenceOf({ message: 'Bad data', fields: [{ field, message: 'wrong' }] })).toBe(
			`Bad data – ${said}: wrong`,
		);
		expect(sentenceOf({ message: `Wrong ${field}`, fields: [] })).toBe(`Wrong ${said}`);
	});

	it.each(['4711 [2]', 'see [1].', 'a list such as x[]'])('leaves %j alone', (message) => {
		expect(sentenceOf({ message: `${message}!`, fields: [] })).toBe(`${message}!`);
	});
});
