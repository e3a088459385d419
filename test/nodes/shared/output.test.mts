import { badInputOf } from '../support.mts';
import { at, type Output, outputParameters, project } from '../../../nodes/shared/output.ts';

const output: Output = {
	id: { name: 'Number', simplified: true },
	price: { name: 'A Price', path: 'pricing.customer', simplified: true },
	sold: { name: 'Sold', value: (record) => record.state === 'sold' },
	first: { name: 'First', path: 'list.0.name' },
};
const record = {
	id: 0,
	state: 'open',
	pricing: { customer: 5 },
	list: [{ name: 'a' }],
	more: true,
};

describe('the value at a path', () => {
	it.each([
		['id', 0],
		['pricing.customer', 5],
		['list.0.name', 'a'],
		['list.1.name', undefined],
		['missing', undefined],
		['missing.deeper.still', undefined],
		['state.length', undefined],
		['id.x', undefined],
	])('%s is %j', (path, expected) => {
		expect(at(record, path)).toBe(expected);
	});

	it.each([undefined, null, 'text', 5])('is undefined in %j', (value) => {
		expect(at(value, 'a.b')).toBeUndefined();
		expect(at({ a: value }, 'a.b')).toBeUndefined();
	});
});

describe('a record', () => {
	it('in simplified form has the simplified keys', () => {
		expect(project(output, record, { output: 'simplified' })).toStrictEqual({ id: 0, price: 5 });
	});

	it('in raw form is XI’s own', () => {
		expect(project(output, record, { output: 'raw', fields: ['id'] })).toBe(record);
	});

	it('in selected form has the picked keys in their order', () => {
		const wanted = { output: 'selectedFields', fields: ['first', 'sold', 'id'] };
		const projected = project(output, record, wanted);
		expect(projected).toStrictEqual({ first: 'a', sold: false, id: 0 });
		expect(Object.keys(projected)).toEqual(['first', 'sold', 'id']);
	});

	it('in selected form with nothing picked is empty', () => {
		expect(project(output, record, { output: 'selectedFields', fields: [] })).toEqual({});
		expect(project(output, record, { output: 'selectedFields' })).toEqual({});
	});

	it('has all of its columns, null where XI left something out', () => {
		expect(project(output, {}, { output: 'simplified' })).toStrictEqual({ id: null, price: null });
		expect(project(output, { id: null, pricing: null }, { output: 'simplified' })).toStrictEqual({
			id: null,
			price: null,
		});
	});

	it('keeps what is false, zero or empty', () => {
		const kept = { id: '', pricing: { customer: 0 } };
		expect(project(output, kept, { output: 'simplified' })).toStrictEqual({ id: '', price: 0 });
	});

	it('is not changed by being looked at', () => {
		const frozen = Object.freeze({ ...record });
		expect(project(output, frozen, { output: 'simplified' })).toEqual({ id: 0, price: 5 });
	});
});

describe('the output parameters', () => {
	const { output: kind, fields } = outputParameters(output);

	it('start as Simplified', () => {
		expect(kind.read(undefined, "'Output'")).toBe('simplified');
		expect(kind.property.options).toMatchObject([
			{ value: 'simplified' },
			{ value: 'raw' },
			{ value: 'selectedFields' },
		]);
	});

	it('offer the fields by name, those of Simplified picked, only where fields are selected', () => {
		expect(fields.property).toMatchObject({
			options: [
				{ name: 'A Price', value: 'price' },
				{ name: 'First', value: 'first' },
				{ name: 'Number', value: 'id' },
				{ name: 'Sold', value: 'sold' },
			],
			default: ['id', 'price'],
			displayOptions: { show: { output: ['selectedFields'] } },
		});
		expect(fields.when).toEqual({ output: ['selectedFields'] });
		expect(fields.read('first, A Price', "'Fields'")).toEqual(['first', 'price']);
	});

	it('refuse to pick nothing, but for a model, to which that is what was set', () => {
		for (const nothing of [[], '', [null], ' , ']) {
			const { message, remedy } = badInputOf(() => fields.read(nothing, "'Fields'"));
			expect(message).toBe("'Fields' is empty");
			expect(remedy).toBe('Pick at least one, or set Output to Simplified');
			expect(fields.read(nothing, "'Fields'", { mayBeEmpty: true })).toEqual(['id', 'price']);
		}
		expect(fields.read(null, "'Fields'")).toEqual(['id', 'price']);
	});
});

it('what XI says went wrong with a record is told beside it, but in its own JSON', () => {
	const output = { name: { name: 'Name', simplified: true } };
	const record = { name: 'A', errors: [{ message: 'No price', fields: [{ field: 'sku' }] }] };
	expect(project(output, record as never, { output: 'simplified' })).toEqual({
		name: 'A',
		warnings: ['No price – sku'],
	});
	expect(project(output, record as never, { output: 'raw' })).toBe(record);
	expect(project(output, { name: 'A', errors: [] }, { output: 'simplified' })).toEqual({
		name: 'A',
	});
});
