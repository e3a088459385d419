import { call } from '../../../nodes/IngramMicroApiCall/call.operation.ts';
import { pageIn, rowsOf } from '../../../nodes/IngramMicroApiCall/answerRows.ts';
import { requestFor } from '../support.mts';

const path = '/resellers/v6/catalog';
const queryOf = (queryParameters: unknown) => requestFor(call, { path, queryParameters }).query;

describe('the query', () => {
	it.each([
		['rows', { parameter: [{ name: 'a', value: 'b c' }] }, { a: ['b c'] }],
		[
			'a name twice',
			{
				parameter: [
					{ name: 'a', value: '1' },
					{ name: 'a', value: '2' },
				],
			},
			{ a: ['1', '2'] },
		],
		['a list as value', { parameter: [{ name: 'a', value: ['1', 2] }] }, { a: ['1', '2'] }],
		[
			'a number and a switch',
			{
				parameter: [
					{ name: 'a', value: 0 },
					{ name: 'b', value: false },
				],
			},
			{ a: ['0'], b: ['false'] },
		],
		['an object of an expression', { keyword: 'x', size: 5 }, { keyword: ['x'], size: ['5'] }],
		['a list of an expression', [{ name: 'a', value: 'b' }], { a: ['b'] }],
		['nothing', {}, {}],
	])('takes %s', (_, given, expected) => {
		expect(queryOf(given)).toEqual(expected);
	});

	it.each([
		['a value that is missing', { parameter: [{ name: 'a', value: '' }] }, /'Value'.*is empty/],
		['a null', { a: null }, /is empty/],
		['an empty list', { a: [] }, /is an empty list/],
		['an object as value', { a: { b: 1 } }, /a text is expected/],
		['no name', { parameter: [{ name: ' ', value: '1' }] }, /'Name'.*is empty/],
		['a text', 'a=b', /a name and a value are expected/],
		['a number without its digits', { a: 2 ** 64 }, /digits are lost/],
	])('refuses %s', (_, given, why) => {
		expect(() => queryOf(given)).toThrow(why);
	});
});

describe('the body', () => {
	const bodyOf = (body: unknown) => requestFor(call, { method: 'POST', path, body }).body;

	it('goes out as it is', () => {
		expect(bodyOf('{"a":"","b":[null,{}]}')).toEqual({ a: '', b: [null, {}] });
		expect(bodyOf([1])).toEqual([1]);
		expect(bodyOf('')).toBeUndefined();
	});

	it.each([
		['text', '"abc"', /an object or a list/],
		['wrong JSON', '{a', /not valid JSON/],
		['a number without its digits', '{"a":12345678901234567890}', /digits are lost/],
	])('is refused as %s', (_, body, why) => {
		expect(() => bodyOf(body)).toThrow(why);
	});
});

describe('the answer', () => {
	it.each([
		['an object', { a: 1 }, [{ a: 1 }]],
		['a list of objects', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
		['an empty list', [], [{ statusCode: 200, answer: [] }]],
		['a text', 'done', [{ statusCode: 200, answer: 'done' }]],
		['nothing', undefined, [{ statusCode: 200, answer: null }]],
		['a list of texts', ['a'], [{ statusCode: 200, answer: ['a'] }]],
	])('is shown as it came: %s', (_, answer, expected) => {
		expect(rowsOf(answer, 200)).toEqual(expected);
	});

	it.each([
		['the only list', { recordsFound: 1, orders: [{ a: 1 }] }, undefined, [{ a: 1 }]],
		['in a list', [{ recordsFound: 1, orders: [{ a: 1 }] }], undefined, [{ a: 1 }]],
		['a list by itself', [{ a: 1 }, { a: 2 }], undefined, [{ a: 1 }, { a: 2 }]],
		['beside warnings', { orders: [{ a: 1 }], warnings: [] }, undefined, [{ a: 1 }]],
		['the list that is named', { x: [{ a: 1 }], y: [{ a: 2 }] }, 'Y', [{ a: 2 }]],
		['no list where there is nothing', { recordsFound: '0' }, undefined, []],
	])('has its records in %s', (_, answer, name, expected) => {
		expect(pageIn(answer, name).rows).toEqual(expected);
	});

	it.each([
		['several lists', { x: [], y: [] }, undefined, /records that is the only one/],
		['no list', { a: 1 }, undefined, /records that is the only one/],
		['another list', { x: [] }, 'y', /list "y"/],
		['a text', 'x', undefined, /list of records/],
	])('is refused page by page with %s', (_, answer, name, why) => {
		expect(() => pageIn(answer, name)).toThrow(why);
	});
});

it('the page is counted once', () => {
	const paged = { path, pages: 'pageNumber', queryParameters: { PageSize: 5 } };
	expect(() => requestFor(call, paged)).toThrow(/'Pages' counts the pages already/);
});
