import { listIn, UnexpectedAnswer } from '../../../nodes/shared/errors.ts';

describe('a list in an answer', () => {
	it('is read as it is, and as empty where it is missing', () => {
		const list = [1, 2];
		expect(listIn(list, 'list of products')).toBe(list);
		expect(listIn(undefined, 'list of products')).toEqual([]);
		expect(listIn(null, 'list of products')).toEqual([]);
	});

	it.each(['', 'text', 0, false, {}, { 0: 1, length: 1 }])('cannot be %j', (value) => {
		const read = () => listIn(value as never, 'list of products');
		expect(read).toThrow(UnexpectedAnswer);
		expect(read).toThrow('Ingram Micro’s answer holds no list of products');
	});
});
