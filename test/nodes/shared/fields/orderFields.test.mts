import { addressFields, ANY } from '../../../../nodes/shared/fields/address.ts';
import {
	attributeIn,
	attributeRows,
	isOn,
	namedAttributes,
} from '../../../../nodes/shared/fields/attributes.ts';
import { compactDay } from '../../../../nodes/shared/fields/dates.ts';
import {
	optionalAmount,
	optionalFlag,
	readFields,
	requiredWholeNumber,
	rows,
	text,
} from '../../../../nodes/shared/fields/field.ts';
import { foldedRows } from '../../../../nodes/shared/fields/collection.ts';
import { badInputOf } from '../../support.mts';

const LABEL = "'Thing'";

describe('an amount', () => {
	const field = optionalAmount('Thing', { description: 'What it costs' });

	it.each<[unknown, unknown]>([
		[0, 0],
		[41.71, 41.71],
		['41.71', 41.71],
		['', undefined],
		[null, undefined],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});

	it.each([-0.01, '1,5', '1.000,50', NaN, Infinity, true, [1], {}])('refuses %j', (value) => {
		expect(badInputOf(() => field.read(value, LABEL)).message).toMatch(
			/^'Thing' is .*; it must be a number of at least 0$/,
		);
	});
});

describe('a whole number that must be there', () => {
	const field = requiredWholeNumber('Thing', { min: 1, max: 9, default: 1 });

	it('reads like a whole number, but for nothing', () => {
		expect(field.read('3', LABEL)).toBe(3);
		expect(field.property).toMatchObject({ required: true, default: 1 });
		expect(badInputOf(() => field.read('', LABEL)).message).toBe("'Thing' is empty");
		expect(badInputOf(() => field.read(1.5, LABEL)).message).toMatch(/whole number from 1 to 9$/);
	});
});

describe('a day of 8 characters', () => {
	const field = compactDay('Thing');

	it.each<[unknown, unknown]>([
		['2026-12-24T00:00:00', '20261224'],
		['2026-12-24', '20261224'],
		['20261224', '20261224'],
		[20261224, '20261224'],
		['', undefined],
	])('reads %j as %j', (value, expected) => {
		expect(field.read(value, LABEL)).toBe(expected);
	});

	it.each(['20260230', '24.12.2026', '261224', {}])('refuses %j', (value) => {
		expect(badInputOf(() => field.read(value, LABEL)).message).toMatch(/must be a day/);
	});
});

describe('rows as a plain list', () => {
	const field = rows(
		'Things',
		{ name: 'thing', displayName: 'Thing', fields: { name: text('Name') } },
		{ addLabel: 'Add' },
	);

	it('read like rows that were typed in', () => {
		expect(field.read([{ name: 'a' }], LABEL)).toEqual([{ name: 'a' }]);
		expect(field.read([], LABEL)).toEqual([]);
	});

	it('are not taken for none when they are one object', () => {
		expect(badInputOf(() => field.read({ name: 'a' }, LABEL)).message).toBe(
			'\'Thing\' is "{"name":"a"}"; a list is expected',
		);
	});
});

describe('folded rows', () => {
	const field = foldedRows(
		'Things',
		{
			name: 'thing',
			displayName: 'Thing',
			first: { part: text('Part') },
			more: { note: text('Note', { maxLength: 3 }) },
			addLabel: 'Add field',
		},
		{ addLabel: 'Add thing' },
	);

	it('read folded and side by side alike', () => {
		const expected = [{ part: 'A', note: 'n' }];
		const folded = { thing: [{ part: 'A', additionalFields: { note: 'n' } }] };
		expect(field.read(folded, LABEL)).toEqual(expected);
		expect(field.read([{ part: 'A', note: 'n' }], LABEL)).toEqual(expected);
	});

	it('name the row of a wrong value', () => {
		const wrong = [{}, { note: 'long' }];
		expect(badInputOf(() => field.read(wrong, LABEL)).message).toBe(
			"'Note' in 'Thing', entry 2 has 4 characters; at most 3 are allowed",
		);
	});

	it('show the first fields, and the others in a collection', () => {
		expect(field.property).toMatchObject({
			type: 'fixedCollection',
			options: [{ values: [{ name: 'part' }, { name: 'additionalFields', type: 'collection' }] }],
		});
	});
});

describe('attributes', () => {
	const named = namedAttributes(
		'Attributes',
		{ isFast: optionalFlag('Fast', { description: 'Whether' }), colour: text('Colour') },
		{ addLabel: 'Add', description: 'What they are' },
	);
	const one = (attributeName: string, attributeValue: string) => ({
		attributeName,
		attributeValue,
	});

	it('may be named or not, and are texts', () => {
		const other = { attribute: [{ attributeName: 'x', attributeValue: 5 }] };
		expect(named.read({ isFast: false, colour: '', other }, LABEL)).toEqual([
			one('isFast', 'false'),
			one('x', '5'),
		]);
		expect(named.read([one('isFast', 'true')], LABEL)).toEqual([one('isFast', 'true')]);
		expect(named.read(undefined, LABEL)).toEqual([]);
	});

	it('need a name and a value', () => {
		const field = attributeRows('Attributes', 'What they are');
		const message = (entry: object) => badInputOf(() => field.read([entry], LABEL)).message;
		expect(message({ attributeName: 'a', attributeValue: '' })).toMatch(/^'Value' in .* is empty$/);
		expect(message({ attributeValue: 'a' })).toMatch(/^'Name' in .* is empty$/);
	});

	it('are found whatever their capitals', () => {
		const list = [one('ShipFrom', '10'), one('fast', 'TRUE')];
		expect(attributeIn(list, 'SHIPFROM')).toBe('10');
		expect(attributeIn(undefined, 'a')).toBeUndefined();
	});

	it.each([
		['TRUE', true],
		['Y', true],
		['10', true],
		['false', false],
		[' False ', false],
	])('are on unless they say no: %j', (value, on) => {
		expect(isOn([one('fast', value)], 'Fast')).toBe(on);
		expect(isOn([one('other', value)], 'Fast')).toBe(false);
		expect(isOn(undefined, 'Fast')).toBe(false);
	});
});

describe('an address', () => {
	const fields = addressFields({ city: 5, countryCode: 10, email: ANY });

	it('takes names of countries and states, and wants a code for others', () => {
		const place = addressFields({ state: 3, countryCode: 10 });
		expect(readFields(place, { state: 'Massachusetts', countryCode: 'USA' })).toEqual({
			state: 'MA',
			countryCode: 'US',
		});
		const refused = badInputOf(() => readFields(place, { state: 'Bayern', countryCode: 'DE' }));
		expect(refused.message).toMatch(/at most 3/);
		expect(refused.remedy).toMatch(/code of the state or province, e\.g\. KS/);
	});

	it('has the limits of its block', () => {
		const long = 'x'.repeat(500);
		expect(readFields(fields, { email: long, countryCode: 'de' })).toEqual({
			city: undefined,
			email: long,
			countryCode: 'DE',
		});
		expect(badInputOf(() => readFields(fields, { city: 'Lenexa' })).message).toMatch(/at most 5/);
		expect(badInputOf(() => readFields(fields, { countryCode: 'XYZ' })).message).toMatch(
			/two-letter ISO country code/,
		);
	});
});
