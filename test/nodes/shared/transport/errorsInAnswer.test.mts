import { refusal } from '../../../../nodes/shared/transport/refusal.ts';
import {
	errorsIn,
	errorsOf,
	refusalIn,
} from '../../../../nodes/shared/transport/errorsInAnswer.ts';

const errors = [{ type: 'Error', message: 'It broke' }];
const call = { endpoint: 'GET /things', correlationId: 'abc' };

describe('an answer is a refusal', () => {
	it.each<[string, unknown]>([
		['that is nothing but errors', { errors }],
		['in a list', [{ errors }]],
		['of texts', { errors: ['It broke'] }],
		['as an object', { errors: { message: 'It broke' } }],
		['as a text', { errors: 'It broke' }],
		['in capitals', { Errors: errors }],
		['beside null', { errors, catalog: null }],
		['beside empty lists and texts', { errors, orders: [], nextPage: '', totals: {} }],
		['beside zeros', { errors, total: 0, amount: '0.00', done: false, more: { a: [0] } }],
		['beside the counters of a list', { errors, recordsFound: 3, pageSize: 25, pageNumber: 1 }],
		['inside what would hold the answer', { freightEstimateResponse: { errors } }],
		['inside, beside an empty part', { header: {}, serviceResponse: [{ errors }] }],
		['of the gateway', { fault: { faultstring: 'It broke' } }],
		['of a server', { faultcode: 'Server', faultstring: 'It broke' }],
	])('%s, and its words are found', (_, body) => {
		const found = refusalIn(body);
		expect(found).toBeDefined();
		expect(refusal(200, found, call).message).toBe('It broke');
	});

	it.each<[string, unknown]>([
		['an empty list', []],
		['an empty object', {}],
		['no errors', { errors: [] }],
		['errors of nothing', { errors: [{}, null] }],
		['no errors, and null', { errors: null, orders: null }],
		['errors beside something', { errors, ingramPartNumber: '4A0036' }],
		['errors beside an amount', { errors, total: '12.50' }],
		['errors beside a list', { errors, orders: [{ ingramOrderNumber: '20-RC1RD' }] }],
		['errors in one of two entries', [{ errors }, { ingramPartNumber: '4A0036' }]],
		['errors in one of two parts', { one: { errors }, other: { a: 1 } }],
		['a text', 'errors'],
		['a message alone', { message: 'Thank you' }],
	])('but not with %s', (_, body) => {
		expect(refusalIn(body)).toBeUndefined();
	});
});

it('finds errors in a record, or in all that it holds', () => {
	const inner = { shipments: [{ errors: 'two' }, { lines: { ERRORS: ['three'] } }] };
	expect(errorsOf({ errors: ['one'], ...inner })).toEqual(['one']);
	expect(errorsIn([{ errors: ['one'], ...inner }])).toEqual(['one', 'two', 'three']);
	expect(errorsIn({ errors: null, a: 'errors', b: [null, 1] })).toEqual([]);
});
