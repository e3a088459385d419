import { BadInput } from '../../../../nodes/shared/errors.ts';
import {
	json,
	optionalAmount,
	optionalChoice,
	optionalFlag,
	refuseRounded,
	text,
	textList,
	wholeNumber,
} from '../../../../nodes/shared/fields/field.ts';
import { day, moment } from '../../../../nodes/shared/fields/dates.ts';
import { product } from '../../../../nodes/shared/xi/products.ts';
import { badInputOf } from '../../support.mts';
import { PLACES } from './everyField.mts';

const LABEL = "'Thing'";
const LOST = /^'Thing' is the number .*, in which digits are lost: numbers keep no more than 15$/;

describe('a number where a text is meant', () => {
	const field = text('Thing');

	it.each([
		[Number('353918050000123456')],
		[2 ** 53],
		[-(2 ** 53)],
		[1e21],
		[-1e21],
		[Number('1234567890123456.7')],
		[0.1 + 0.2],
		[1e-7],
	])('%p is refused, as digits are lost', (value) => {
		for (const one of [field, textList('Thing', { addLabel: 'Add' })]) {
			const { message, remedy } = badInputOf(() => one.read(value, LABEL));
			expect(message).toMatch(LOST);
			expect(remedy).toContain('Format the column as text');
		}
		expect(badInputOf(() => product.read({ value }, LABEL)).message).toMatch(LOST);
		expect(badInputOf(() => text('Note', { prose: true }).read(value, LABEL)).message).toMatch(
			LOST,
		);
	});

	it.each([
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[4711, '4711'],
		[0, '0'],
		[-1, '-1'],
		[12.5, '12.5'],
		[1299.95, '1299.95'],
	])('%p is %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});
});

describe('what a spreadsheet shows in place of a long number', () => {
	it.each(['3.53918E+17', '3,53918E+17', '3.53918e+17', '1E+21', '4.00E+12', ' 1e+21 '])(
		'%j is refused',
		(value) => {
			const { message, remedy } = badInputOf(() => text('Thing').read(value, LABEL));
			expect(message).toContain('which a spreadsheet shows in place of a long number');
			expect(remedy).toContain('Format the column as text');
		},
	);

	it.each(['1E5', '4E12', '12E+12', 'E+12', '3.5E+1', '3.53918E17', '1.2.3E+17'])(
		'%j may be a part number',
		(value) => {
			expect(text('Thing').read(value, LABEL)).toBe(value);
		},
	);

	it('is no matter in a note', () => {
		expect(text('Note', { prose: true }).read('3.53918E+17', LABEL)).toBe('3.53918E+17');
	});
});

describe('numbers that are numbers', () => {
	it('keep their digits, or are refused', () => {
		const amount = optionalAmount('Price', {});
		expect(amount.read(1299.95, LABEL)).toBe(1299.95);
		expect(badInputOf(() => amount.read(1e21, LABEL)).message).toContain('must be a number');
		const whole = wholeNumber('Limit', { min: 1, default: 1 });
		expect(badInputOf(() => whole.read('9007199254740993', LABEL)).message).toContain('whole');
	});

	it('in parts of JSON that we do not know are held against the same', () => {
		const given = { a: [{ b: 2 ** 60 }], c: 0.1 + 0.2, d: new Date(0) };
		expect(badInputOf(() => refuseRounded(given, LABEL)).message).toMatch(
			/^b in a in 'Thing', entry 1 is the number 1152921504606847000, in which digits are lost/,
		);
		expect(() => refuseRounded({ ...given, a: [] }, LABEL)).not.toThrow();
	});
});

describe('what nobody sees', () => {
	it('is cleaned out of a number or code, and told', () => {
		const changes: string[] = [];
		const reading = { note: (change: string) => changes.push(change) };
		expect(text('Thing').read('4A0036\u200b', LABEL, reading)).toBe('4A0036');
		expect(product.read({ value: '20\u20131' }, LABEL, reading)).toBe('20-1');
		expect(changes).toEqual([
			"a zero-width space (U+200B) was removed from 'Thing'",
			"an en dash (U+2013) was replaced by an ordinary hyphen in 'Thing'",
		]);
	});

	it('counts for no length, and is nothing by itself', () => {
		expect(text('Thing', { maxLength: 3 }).read('\ufeffABC\u200b', LABEL)).toBe('ABC');
		expect(text('Thing').read('\u200b', LABEL)).toBeUndefined();
		expect(text('Thing', { prose: true }).read(' \ufeff', LABEL)).toBeUndefined();
	});

	it('does not matter to other kinds of field', () => {
		const colour = optionalChoice('Colour', [{ name: 'Red', value: 'red' }], { default: 'red' });
		expect(colour.read('red\u200b', LABEL)).toBe('red');
		expect(optionalFlag('On', { description: '' }).read('true\u00a0', LABEL)).toBe(true);
		expect(wholeNumber('Limit', { min: 1, default: 1 }).read('\u200b５', LABEL)).toBe(5);
		expect(optionalAmount('Price', {}).read('9.5\u00a0', LABEL)).toBe(9.5);
		expect(day('Day').read('\u200e2026\u201111-21', LABEL)).toBe('2026-11-21');
		expect(moment('Time').read('2026-11-21T09:30Z\u200b', LABEL)).toBe('2026-11-21T09:30Z');
		expect(json('List', {}).read('\ufeff[1]\u200b', LABEL)).toEqual([1]);
	});
});

describe('every text of every operation', () => {
	const texts = PLACES.filter(({ property }) =>
		['string', 'resourceLocator'].includes(property.type),
	);

	it('is looked at', () => {
		expect(texts.length).toBeGreaterThan(300);
	});

	it('takes no number of which digits are lost', () => {
		const taken = texts.filter(({ read }) => {
			try {
				read(2 ** 60);
			} catch (error) {
				return !(error instanceof BadInput && error.message.includes('digits are lost'));
			}
			return true;
		});
		expect(taken.map(({ name }) => name)).toEqual([]);
	});

	it('sends nothing invisible at its ends', () => {
		const sent = texts.filter(({ read }) => {
			try {
				return read('\ufeffX1\u200b').match(/[\ufeff\u200b]/);
			} catch (error) {
				// In that form it is nothing that the field takes.
				return !(error instanceof BadInput);
			}
		});
		expect(sent.map(({ name }) => name)).toEqual([]);
	});
});
