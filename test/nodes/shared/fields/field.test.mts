import {
	choice,
	choices,
	collection,
	type Field,
	flag,
	json,
	labelOf,
	locator,
	openChoice,
	optionalChoice,
	optionalFlag,
	optionalWholeNumber,
	propertiesOf,
	readFields,
	requiredText,
	rows,
	text,
	textList,
	when,
	wholeNumber,
} from '../../../../nodes/shared/fields/field.ts';
import { badInputOf } from '../../support.mts';

const LABEL = "'Thing'";
const blanks = [undefined, null, '', '   ', '\n\t'];
const colours = [
	{ name: 'Deep Red', value: 'red' },
	{ name: 'Sky Blue', value: 'IM::blue' },
];

/** The message with which a field refuses a value. */
const complaint = (field: Field, value: unknown) =>
	badInputOf(() => field.read(value, LABEL)).message;

describe('a text', () => {
	const field = text('Thing', {
		maxLength: 5,
		format: { pattern: /^[a-z0-9 -]+$/, words: 'small letters' },
	});

	it.each([
		['abc', 'abc'],
		['  abc ', 'abc'],
		['a b', 'a b'],
		[12345, '12345'],
		[0, '0'],
		[-1, '-1'],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});

	it.each(blanks)('reads %j as not given', (value) => {
		expect(field.read(value, LABEL)).toBeUndefined();
	});

	it('counts characters after trimming', () => {
		expect(field.read('  abcde  ', LABEL)).toBe('abcde');
		expect(complaint(field, 'abcdef')).toBe("'Thing' has 6 characters; at most 5 are allowed");
		expect(complaint(field, 123456)).toBe("'Thing' has 6 characters; at most 5 are allowed");
	});

	it('quotes what does not have the right form, and says the form', () => {
		expect(complaint(field, 'ABC')).toBe('\'Thing\' is "ABC"; it must be small letters');
	});

	it.each([
		[true, "'Thing' is of the type boolean, and a text is expected"],
		[{ a: 1 }, "'Thing' is of the type object, and a text is expected"],
		[['abc'], "'Thing' is a list, and a text is expected"],
		[[], "'Thing' is a list, and a text is expected"],
	])('refuses %j', (value, message) => {
		expect(complaint(field, value)).toBe(message);
	});

	it.each([NaN, Infinity])('refuses %d, which is no part number of anyone', (value) => {
		expect(complaint(text('Thing'), value)).toMatch(/^'Thing' is /);
	});

	it('quotes long values shortly', () => {
		const { remedy } = badInputOf(() => field.read('x'.repeat(1000), LABEL));
		expect(remedy).toBe(`Shorten "${'x'.repeat(57)}…"`);
	});

	it('refuses in words even what JSON cannot hold', () => {
		const circular: Record<string, unknown> = {};
		circular.self = circular;
		expect(complaint(field, circular)).toBe(
			"'Thing' is of the type object, and a text is expected",
		);
		expect(complaint(field, 10n)).toBe("'Thing' is of the type bigint, and a text is expected");
		expect(complaint(field, () => 1)).toBe(
			"'Thing' is of the type function, and a text is expected",
		);
	});

	it('shows its texts and default in the editor, and nothing that was not given', () => {
		expect(text('Thing', { default: 'a', placeholder: 'e.g. b', hint: 'h' }).property).toEqual({
			displayName: 'Thing',
			type: 'string',
			default: 'a',
			placeholder: 'e.g. b',
			hint: 'h',
		});
		expect(Object.keys(text('Thing').property)).toEqual(['displayName', 'type', 'default']);
	});
});

describe('a required text', () => {
	const field = requiredText('Thing', { description: 'What it is' });

	it.each(blanks)('refuses %j, and says what is asked for', (value) => {
		const error = badInputOf(() => field.read(value, LABEL));
		expect(error.message).toBe("'Thing' is empty");
		expect(error.remedy).toBe('What it is');
	});

	it('is marked as required, and reads like a text', () => {
		expect(field.property.required).toBe(true);
		expect(field.read(' a ', LABEL)).toBe('a');
	});
});

describe('a list of texts', () => {
	const field = textList('Thing', { addLabel: 'Add', maxLength: 3 });

	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		[
			['a', ' ', '', null, 'b'],
			['a', 'b'],
		],
		[
			[['a'], [['b', 7]]],
			['a', 'b', '7'],
		],
		['abc', ['abc']],
		[12, ['12']],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toEqual(expected);
	});

	it.each([...blanks, [], ['', ' ']].map((value) => [value]))('reads %j as not given', (value) => {
		expect(field.read(value, LABEL)).toBeUndefined();
	});

	it('checks each entry', () => {
		expect(complaint(field, ['abc', 'abcd'])).toMatch(/4 characters; at most 3/);
		expect(complaint(field, ['abc', { a: 1 }])).toMatch(/of the type object/);
	});
});

describe('a whole number', () => {
	const field = wholeNumber('Thing', { min: 1, max: 10, default: 5 });

	it.each([
		[1, 1],
		[10, 10],
		['7', 7],
		[' 7 ', 7],
		[undefined, 5],
		[null, 5],
		['', 5],
		[' ', 5],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});

	it.each([0, 11, -1, 1.5, NaN, Infinity, 'x', '1,5', '0x5', true, [3], { a: 1 }])(
		'refuses %j',
		(value) => {
			expect(complaint(field, value)).toMatch(/it must be a whole number from 1 to 10$/);
		},
	);

	it('may have no upper limit', () => {
		const open = wholeNumber('Thing', { min: 1, default: 5 });
		expect(open.read(1_000_000, LABEL)).toBe(1_000_000);
		expect(complaint(open, 0)).toBe('\'Thing\' is "0"; it must be a whole number of at least 1');
		expect(open.property.typeOptions).toEqual({ minValue: 1 });
		expect(field.property.typeOptions).toEqual({ minValue: 1, maxValue: 10 });
	});

	it('reads as not given inside a collection', () => {
		const optional = optionalWholeNumber('Thing', { min: 1, max: 10, default: 5 });
		for (const value of blanks) expect(optional.read(value, LABEL)).toBeUndefined();
		expect(optional.read('3', LABEL)).toBe(3);
		expect(complaint(optional, 0)).toMatch(/from 1 to 10/);
		expect(optional.property.default).toBe(5);
	});
});

describe('a switch', () => {
	const on = flag('Thing', { default: true, description: 'Whether' });
	const optional = optionalFlag('Thing', { description: 'Whether' });

	it.each([
		[true, true],
		[false, false],
		['true', true],
		[' TRUE ', true],
		['False', false],
	])('reads %j as %j', (value, expected) => {
		expect(on.read(value, LABEL)).toBe(expected);
		expect(optional.read(value, LABEL)).toBe(expected);
	});

	it.each(blanks)(
		'falls back to its default for %j, or to nothing where it is optional',
		(value) => {
			expect(on.read(value, LABEL)).toBe(true);
			expect(optional.read(value, LABEL)).toBeUndefined();
		},
	);

	it.each([0, 1, 'yes', 'on', [], {}])('refuses %j', (value) => {
		expect(complaint(on, value)).toMatch(/; it must be true or false$/);
		expect(complaint(optional, value)).toMatch(/; it must be true or false$/);
	});
});

describe('a choice', () => {
	const one = choice('Thing', colours, { default: 'red' });
	const optional = optionalChoice('Thing', colours, { default: 'red' });
	const several = choices('Thing', colours, { default: ['red'] });

	it.each([
		['red', 'red'],
		['RED', 'red'],
		['Deep Red', 'red'],
		[' sky blue ', 'IM::blue'],
		['im::BLUE', 'IM::blue'],
	])('finds %j by stored value or shown name', (value, expected) => {
		expect(one.read(value, LABEL)).toBe(expected);
		expect(optional.read(value, LABEL)).toBe(expected);
		expect(several.read([value], LABEL)).toEqual([expected]);
	});

	it.each(['green', 5, { a: 1 }])('refuses %j and names the choices', (value) => {
		for (const field of [one, optional, several]) {
			const error = badInputOf(() => field.read(value, LABEL));
			expect(error.message).toMatch(/^'Thing' is ".*", which is not one of its choices$/);
			expect(error.remedy).toBe('Choose one of: Deep Red, Sky Blue');
		}
	});

	it.each(blanks)(
		'falls back to its default for %j, or to nothing where it is optional',
		(value) => {
			expect(one.read(value, LABEL)).toBe('red');
			expect(optional.read(value, LABEL)).toBeUndefined();
		},
	);

	it('of several takes a list or a text with commas', () => {
		expect(several.read(['IM::blue', 'red'], LABEL)).toEqual(['IM::blue', 'red']);
		expect(several.read('Sky Blue, red,', LABEL)).toEqual(['IM::blue', 'red']);
	});

	it('of several is the default where nothing is stored, but none where none is picked', () => {
		expect(several.read(undefined, LABEL)).toEqual(['red']);
		expect(several.read(null, LABEL)).toEqual(['red']);
		expect(several.read([], LABEL)).toEqual([]);
		expect(several.read('', LABEL)).toEqual([]);
	});
});

describe('a choice among what is known', () => {
	const open = openChoice('Thing', colours, {
		default: 'red',
		other: text('Thing', { maxLength: 9 }),
	});

	it.each([
		['Sky Blue', 'IM::blue'],
		['im::blue', 'IM::blue'],
		[' green ', 'green'],
	])('reads %j as %j', (value, expected) => {
		expect(open.read(value, LABEL)).toBe(expected);
	});

	it('holds another to the rules for it, and reads nothing as nothing', () => {
		expect(complaint(open, 'aquamarine')).toContain('10 characters');
		expect(open.read(' ', LABEL)).toBeUndefined();
	});
});

describe('a collection', () => {
	const field = collection(
		'Things',
		{
			size: wholeNumber('Size', { min: 1, default: 3 }),
			colour: text('Colour', { maxLength: 3 }),
		},
		{ addLabel: 'Add thing' },
	);

	it('reads each of its fields, and only those', () => {
		expect(field.read({ size: '4', colour: 'red', other: 1 }, "'Things'")).toEqual({
			size: 4,
			colour: 'red',
		});
	});

	it.each(blanks)('reads %j as one to which nothing was added', (value) => {
		expect(field.read(value, "'Things'")).toEqual({ size: 3, colour: undefined });
	});

	it('names the place of a wrong value', () => {
		expect(badInputOf(() => field.read({ colour: 'green' }, "'Things'")).message).toBe(
			"'Colour' in 'Things' has 5 characters; at most 3 are allowed",
		);
	});

	it.each(['text', 5, true, [], [{}]])('refuses %j', (value) => {
		expect(badInputOf(() => field.read(value, "'Things'")).message).toMatch(
			/an object with named values is expected$/,
		);
	});

	it('shows its fields sorted by name', () => {
		expect(field.property.options).toMatchObject([{ name: 'colour' }, { name: 'size' }]);
		expect(field.property).toMatchObject({ placeholder: 'Add thing', default: {} });
	});
});

describe('rows', () => {
	const field = rows(
		'Things',
		{ name: 'thing', displayName: 'Thing', fields: { name: requiredText('Name') } },
		{ addLabel: 'Add' },
	);

	it.each([
		[{ thing: [{ name: 'a' }, { name: ' b' }] }, [{ name: 'a' }, { name: 'b' }]],
		[{ thing: { name: 'a' } }, [{ name: 'a' }]],
		[{ thing: [] }, []],
		[{ thing: null }, []],
		[{}, []],
		[undefined, []],
		['', []],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, "'Things'")).toEqual(expected);
	});

	it('says which row is wrong', () => {
		const second = (entry: unknown) =>
			badInputOf(() => field.read({ thing: [{ name: 'a' }, entry] }, "'Things'")).message;
		expect(second({})).toBe("'Name' in 'Things', entry 2 is empty");
		expect(second('b')).toBe('\'Things\' is "b"; an object with named values is expected');
	});

	it('shows one group of fields that may be added several times', () => {
		expect(field.property).toMatchObject({
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			options: [{ name: 'thing', displayName: 'Thing', values: [{ name: 'name' }] }],
		});
	});
});

describe('JSON', () => {
	const field = json('Thing', {});

	it.each([
		['["a", 1]', ['a', 1]],
		[' {"a": null} ', { a: null }],
		['null', null],
		[['a'], ['a']],
		[5, 5],
		[{ a: 1 }, { a: 1 }],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toEqual(expected);
	});

	it.each(blanks)('reads %j as not given', (value) => {
		expect(field.read(value, LABEL)).toBeUndefined();
	});

	it('refuses a text that is no JSON', () => {
		const error = badInputOf(() => field.read('[a, b]', LABEL));
		expect(error.message).toMatch(/^'Thing' is not valid JSON: ./);
		expect(error.remedy).toMatch(/or use an expression that gives the list itself$/);
	});
});

describe('a resource locator', () => {
	const field = locator('Thing', {
		maxLength: 4,
		search: 'searchThings',
		listPlaceholder: 'Select...',
		byNumber: { name: 'number', displayName: 'By Number', placeholder: 'e.g. 1' },
	});

	it.each([
		[{ __rl: true, mode: 'list', value: 'A1' }, 'A1'],
		[{ __rl: true, mode: 'number', value: ' A1 ' }, 'A1'],
		[{ mode: 'number', value: 12 }, '12'],
		['A1', 'A1'],
		[12, '12'],
		[{ mode: 'list', value: '' }, undefined],
		[{ mode: 'list', value: null }, undefined],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});

	it.each([{}, { value: ['A1'] }, { value: 'A1234' }])('refuses %j', (value) => {
		expect(complaint(field, value)).toMatch(/^'Thing' (is|has) /);
	});

	it('offers a live list first, then the number', () => {
		expect(field.property.modes).toEqual([
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select...',
				typeOptions: { searchListMethod: 'searchThings', searchable: true },
			},
			{ name: 'number', displayName: 'By Number', placeholder: 'e.g. 1', type: 'string' },
		]);
	});
});

describe('several fields', () => {
	it('are read together, each under its label', () => {
		const fields = {
			one: requiredText('One'),
			two: flag('Two', { default: false, description: '' }),
		};
		expect(readFields(fields, { one: 'x' })).toEqual({ one: 'x', two: false });
		expect(badInputOf(() => readFields(fields, {})).message).toBe("'One' is empty");
		expect(badInputOf(() => readFields(fields, {}, 'Here')).message).toBe("'One' in Here is empty");
	});

	it('become properties under their names', () => {
		expect(propertiesOf({ one: text('One') })).toEqual([
			{ name: 'one', displayName: 'One', type: 'string', default: '' },
		]);
	});

	it('are named with or without their place', () => {
		expect(labelOf('Keyword')).toBe("'Keyword'");
		expect(labelOf('Keyword', "'Filters'")).toBe("'Keyword' in 'Filters'");
	});
});

describe('a field under a condition', () => {
	it('keeps how it reads, and shows only under the condition', () => {
		const plain = text('Thing');
		const field = when({ mode: ['a', 'b'] }, plain);
		expect(field.when).toEqual({ mode: ['a', 'b'] });
		expect(field.property.displayOptions).toEqual({ show: { mode: ['a', 'b'] } });
		expect(field.read(' x ', LABEL)).toBe('x');
		expect(plain.property).not.toHaveProperty('displayOptions');
	});
});
