import { collection, requiredText, rows, text } from '../../../../nodes/shared/fields/field.ts';
import { foldedRows } from '../../../../nodes/shared/fields/collection.ts';
import { trimmed, wireList, wireObject } from '../../../../nodes/shared/fields/jsonBody.ts';
import { leftOutOf } from '../../../../nodes/shared/fields/wireNames.ts';
import { badInputOf } from '../../support.mts';

describe('a body', () => {
	it.each<[unknown, unknown]>([
		[
			{ a: '', b: ' ', c: null, d: undefined, e: [], f: {}, g: 0, h: false },
			{ g: 0, h: false },
		],
		[{ a: { b: { c: '' } }, d: [{}, { e: '' }, 'x', null] }, { d: ['x'] }],
		[{ a: [[], [1]] }, { a: [[1]] }],
		[{}, {}],
	])('goes out without what is empty: %j', (given, expected) => {
		expect(trimmed(given)).toEqual(expected);
	});
});

const entries = rows(
	'Entries',
	{ name: 'entry', displayName: 'Entry', fields: { partNumber: requiredText('Part') } },
	{ addLabel: 'Add' },
);
const fields = {
	poNumber: text('PO', { maxLength: 3 }),
	place: collection('Place', { city: text('City') }, { addLabel: 'Add' }),
	entries,
};

describe('a body as JSON', () => {
	const field = wireObject<object>('Body', fields, { description: 'What it is' });
	const read = (value: unknown) => trimmed(field.read(value, "'Body'"));

	it('keeps what is not known, and has the rest checked', () => {
		const given = {
			poNumber: 12,
			place: { city: ' X ', gate: 'B' },
			entries: [{ partNumber: 1, more: [1] }],
			extra: { a: 1 },
		};
		const expected = {
			poNumber: '12',
			place: { city: 'X', gate: 'B' },
			entries: [{ partNumber: '1', more: [1] }],
			extra: { a: 1 },
		};
		expect(read(given)).toEqual(expected);
		expect(read(JSON.stringify(given))).toEqual(expected);
	});

	it.each<[unknown, string]>([
		[undefined, "'Body' is empty"],
		[{ poNumber: '1234' }, "'PO' in 'Body' has 4 characters; at most 3 are allowed"],
		[{ ponumber: '1' }, '\'Body\' holds "ponumber", which Ingram Micro writes "poNumber"'],
		[{ po_number: '1' }, '\'Body\' holds "po_number", which Ingram Micro writes "poNumber"'],
		[{ pNumbr: '1' }, '\'Body\' holds the unknown name "pNumbr": use "poNumber"'],
		[
			{ entries: [{ partNumber: 'A' }, { partNumbr: 'B' }] },
			'entries in \'Body\', entry 2 holds the unknown name "partNumbr": use "partNumber"',
		],
		[{ place: { City: 'X' } }, 'place in \'Body\' holds "City", which Ingram Micro writes "city"'],
		[
			{ entries: { partNumber: 'X' } },
			'\'Entries\' in \'Body\' is "{"partNumber":"X"}"; a list is expected',
		],
	])('refuses %j', (value, message) => {
		expect(badInputOf(() => read(value)).message).toBe(message);
	});

	it('is required in the editor', () => {
		expect(field.property).toMatchObject({ type: 'json', required: true });
	});
});

describe('a list as JSON', () => {
	const field = wireList('List', entries, { description: 'What it is' });

	it('leaves out what is not known, and tells its names, at any depth', () => {
		const given = [
			{ partNumber: 'A', more: 1, nothing: null, places: [{ city: 'X', gate: 2 }] },
			{ partNumber: 'B', more: 2, additionalFields: { note: 'x' } },
		];
		const deep = wireList(
			'List',
			foldedRows(
				'Entries',
				{
					name: 'entry',
					displayName: 'Entry',
					first: { partNumber: requiredText('Part') },
					more: {
						note: text('Note'),
						places: rows(
							'Places',
							{ name: 'place', displayName: 'Place', fields: { city: text('City') } },
							{ addLabel: 'Add' },
						),
					},
					addLabel: 'Add',
				},
				{ addLabel: 'Add' },
			),
			{},
		);
		const read = deep.read(JSON.stringify(given), "'List'");
		expect(trimmed(read)).toEqual([
			{ partNumber: 'A', places: [{ city: 'X' }] },
			{ partNumber: 'B', note: 'x' },
		]);
		expect(leftOutOf(read)).toEqual(['more', 'places.gate']);
		expect(leftOutOf(deep.read([{ partNumber: 'A' }], "'List'"))).toEqual([]);
	});

	it('leaves out another word for a name that is given, since that means something else', () => {
		const read = field.read([{ partNumber: 'A', partnr: 'OWN' }], "'List'");
		expect(read).toEqual([{ partNumber: 'A' }]);
		expect(leftOutOf(read)).toEqual(['partnr']);
	});

	it('leaves out what may be another number of a product that is named', () => {
		const products = wireList(
			'List',
			foldedRows(
				'List',
				{
					name: 'row',
					displayName: 'Row',
					first: { ingramPartNumber: text('Product') },
					more: {},
					unshown: { vendorPartNumber: text('VPN'), upc: text('UPC') },
					addLabel: 'Add',
				},
				{ addLabel: 'Add' },
			),
			{},
		);
		const given = [
			{ ingramPartNumber: 'A', mpn: 'V', ean: '4006381333931' },
			{ vendorPartNumber: 'V', barcode: '4006381333931' },
			{ upc: '4006381333931' },
		];
		const read = products.read(given, "'List'");
		expect(trimmed(read)).toEqual([
			{ ingramPartNumber: 'A' },
			{ vendorPartNumber: 'V' },
			{ upc: '4006381333931' },
		]);
		expect(leftOutOf(read)).toEqual(['mpn', 'ean', 'barcode']);
		for (const [name, right] of [
			['ean', 'upc'],
			['mpn', 'vendorPartNumber'],
			['sku', 'ingramPartNumber'],
		]) {
			expect(badInputOf(() => products.read([{ [name]: '1' }], "'List'")).message).toContain(
				`use "${right}"`,
			);
		}
		// A better number than the one that is given is not passed over.
		expect(
			badInputOf(() => products.read([{ vendorPartNumber: 'V', sku: 'A' }], "'List'")).message,
		).toContain('use "ingramPartNumber"');
	});

	it.each<[unknown, string]>([
		[null, "'List' is not a list"],
		['{}', "'List' is not a list"],
		[[{}], "'Part' in 'List', entry 1 is empty"],
		[
			[{ partNumber: 'A', PartNumber: 'B' }],
			'\'List\', entry 1 holds "PartNumber", which Ingram Micro writes "partNumber"',
		],
	])('refuses %j', (value, message) => {
		expect(badInputOf(() => field.read(value, "'List'")).message).toBe(message);
	});
});
