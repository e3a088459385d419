import {
	collection,
	json,
	requiredText,
	rows,
	text,
} from '../../../../nodes/shared/fields/field.ts';
import { foldedRows } from '../../../../nodes/shared/fields/collection.ts';
import { asJson, trimmed, wireList, wireObject } from '../../../../nodes/shared/fields/jsonBody.ts';
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
		[null, "'List' is empty"],
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

describe('the skeleton with which the editor begins', () => {
	const SKELETON = {
		poNumber: '',
		place: { city: '', floor: null },
		entries: [{ partNumber: '', more: [{ name: '' }] }],
	};
	const begun = JSON.stringify(SKELETON, null, 2);
	const filledIn = { poNumber: '1', place: { city: 'X', floor: null }, entries: [] };
	const field = json('Body', { skeleton: SKELETON });
	const read = (value: unknown) => field.read(value, "'Body'");

	it('is nothing as long as nobody fills it in', () => {
		expect(read(begun)).toBeUndefined();
		expect(read(JSON.stringify(SKELETON))).toBeUndefined();
	});

	it('is refused as it was where somebody added it, but not from a model', () => {
		const added = json('Body', { skeleton: SKELETON, isAdded: true });
		expect(badInputOf(() => added.read(begun, "'Body'"))).toMatchObject({
			message: "'Body' is not filled in",
			remedy: 'Give it values, or remove it',
		});
		expect(added.read(begun, "'Body'", { mayBeEmpty: true })).toBeUndefined();
		expect(added.read('', "'Body'")).toBeUndefined();
	});

	it.each<[string, object, string]>([
		['a part', { ...SKELETON, poNumber: '1' }, 'place, entries'],
		['one of two', { ...filledIn, entries: SKELETON.entries }, 'entries'],
		['an entry', { ...filledIn, entries: [{ partNumber: 'A' }, ...SKELETON.entries] }, 'entry 2'],
		[
			'a part of an entry',
			{ ...filledIn, entries: [{ ...SKELETON.entries[0], partNumber: 'A' }] },
			'more',
		],
		['a part in another order', { ...filledIn, place: { floor: null, city: '' } }, 'place'],
	])('has %s left as it was told', (_, given, left) => {
		expect(badInputOf(() => read(JSON.stringify(given)))).toMatchObject({
			message: `'Body' is filled in but for ${left}`,
			remedy: 'Give it values there, or take these parts out of the JSON',
		});
		// What a workflow makes has no skeleton in it.
		expect(read(given)).toBe(given);
	});

	it('may keep single empty values, unless they would be sent', () => {
		expect(read(JSON.stringify(filledIn))).toEqual(filledIn);
		const sending = json('Body', { skeleton: SKELETON, sendsEmpty: true });
		const given = JSON.stringify({ ...filledIn, poNumber: '' });
		expect(badInputOf(() => sending.read(given, "'Body'")).message).toBe(
			"'Body' is filled in but for poNumber, floor",
		);
	});
});

describe('rows as JSON, which are added by hand', () => {
	const field = asJson(entries, [{ partNumber: '' }]);

	it('are refused as they began, and read once they are filled in', () => {
		const begun = field.property.default as string;
		expect(badInputOf(() => field.read(begun, "'Entries'")).message).toBe(
			"'Entries' is not filled in",
		);
		expect(field.read('[{ "partNumber": "A" }]', "'Entries'")).toEqual([{ partNumber: 'A' }]);
		expect(field.read('', "'Entries'")).toEqual([]);
	});
});
