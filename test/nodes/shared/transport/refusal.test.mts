import {
	clean,
	readXiWords,
	refusal,
	sentenceOf,
	unreadable,
} from '../../../../nodes/shared/transport/refusal.ts';

const call = { endpoint: 'GET /resellers/v6/catalog', correlationId: 'c'.repeat(32) };
const spoken = (body: unknown) => sentenceOf(readXiWords(body));

describe('a text from outside', () => {
	it.each([
		['plain', 'plain'],
		['  two \n\t words ', 'two words'],
		[42, '42'],
		['a\u0000b\u0007c\u009bd\u2028e', 'a b c d e'],
		['<b>Service</b> <i class="x">unavailable</i>', 'Service unavailable'],
		['<html><head><title>503</title></head><body>Down</body></html>', 'Down'],
		['<script>alert(1)</script>Down<style>p{}</style>', 'Down'],
		['<header>Down</header>', 'Down'],
		['<br/>', undefined],
		['', undefined],
		[' \n ', undefined],
		[undefined, undefined],
		[null, undefined],
		[true, undefined],
		[{ a: 1 }, undefined],
		[['a'], undefined],
	])('%j is shown as %j', (value, expected) => {
		expect(clean(value)).toBe(expected);
	});

	it('is cut at 600 characters', () => {
		expect(clean('x'.repeat(600))).toBe('x'.repeat(600));
		expect(clean('x'.repeat(601))).toBe(`${'x'.repeat(599)}…`);
	});

	it('is read in no time, whatever it is', () => {
		const started = Date.now();
		for (const piece of ['<head>', '<', '<script', '< ', '</head']) {
			clean(piece.repeat(1_000_000 / piece.length));
		}
		expect(Date.now() - started).toBeLessThan(5_000);
	});
});

describe('XI’s words', () => {
	it.each<[string, unknown, string | undefined]>([
		[
			'of an errors list with fields',
			{
				errors: [
					{
						id: 'AA-1',
						type: '/errors/validation-failed',
						message: 'Invalid request',
						fields: [
							{ field: 'pageSize', value: '500', message: 'must be at most 100' },
							{ field: 'pageNumber', message: 'must be positive' },
						],
					},
				],
			},
			'Invalid request – pageSize: must be at most 100 (500), pageNumber: must be positive',
		],
		[
			'of several errors',
			{ errors: [{ message: 'One' }, { message: 'Two', fields: [{ field: 'x' }] }] },
			'One; Two – x',
		],
		['of an errors list in an array', [{ errors: [{ message: 'One', fields: null }] }], 'One'],
		['of the flat shape', { traceid: 't', type: 'Validation error', message: 'Bad' }, 'Bad'],
		[
			'of the flat shape with fields',
			{ message: 'Bad', fields: [{ field: 'a', message: 'b', value: 3 }] },
			'Bad – a: b (3)',
		],
		[
			'of the gateway',
			{ fault: { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.x' } } },
			'Invalid access token',
		],
		[
			'about a wrong customer number',
			{ faultcode: 'Server', faultstring: 'Invalid customer number.' },
			'Invalid customer number',
		],
		['of a bare message', { message: 'Unauthorized' }, 'Unauthorized'],
		[
			'of an OAuth2 refusal',
			{ error: 'invalid_client', error_description: 'Unknown client' },
			'Unknown client',
		],
		[
			'about too many requests',
			{ errors: [{ field: null, message: 'too many requests' }] },
			'too many requests',
		],
		[
			'with the field in the error itself',
			{ errors: [{ field: 'IM-CountryCode', message: 'too long' }] },
			'too long – IM-CountryCode',
		],
		['that ends with a full stop', { message: 'Bad.', fields: [{ field: 'a' }] }, 'Bad – a'],
		['that trails off', { message: 'Bad...' }, 'Bad...'],
		['with message misspelt', { errors: [{ messaage: 'Held' }] }, 'Held'],
		['without a message', { errors: [{ fields: [{ field: 'a', message: 'b' }] }] }, 'a: b'],
		['as plain text', 'Service unavailable', 'Service unavailable'],
		['as a web page', '<html><body><h1>502</h1></body></html>', '502'],
		['as JSON in a text', ' {"fault":{"faultstring":"No"}}', 'No'],
		['as a list in a text', '[{"errors":[{"message":"No"}]}]', 'No'],
		['as broken JSON', '{"fault":', '{"fault":'],
		['of an empty errors list beside a message', { errors: [], message: 'No' }, 'No'],
		['of an empty list', [], undefined],
		['of an empty object', {}, undefined],
		['of nothing', undefined, undefined],
		['of null', null, undefined],
		['of entries that are no objects', { errors: [null, 3, { message: 'No' }] }, 'No'],
		['of fields that are no objects', { message: 'No', fields: [null, 'x', []] }, 'No'],
		['of values that are no texts', { message: { a: 1 }, fields: [{ field: {} }] }, undefined],
	])('are read out of a body %s', (_, body, expected) => {
		expect(spoken(body)).toBe(expected);
	});

	it.each<[string, unknown, string | undefined, string | undefined]>([
		['errors', { errors: [{ type: 'T', id: 'I', message: 'x' }] }, 'T', 'I'],
		['errors with a number and a trace', { errors: [{ '1ype': 'T', traceid: 7 }] }, 'T', '7'],
		['errors with an id of null', { errors: [{ id: null, traceid: 't' }] }, undefined, 't'],
		['the flat shape', { type: 'T', traceid: 'I', message: 'x' }, 'T', 'I'],
		['fault', { fault: { faultstring: 'x', detail: { errorcode: 'T' } } }, 'T', undefined],
		['fault without details', { fault: { faultstring: 'x', detail: null } }, undefined, undefined],
		['faultcode', { faultcode: 'Server', faultstring: 'x' }, 'Server', undefined],
		['OAuth2', { error: 'invalid_client', error_description: 'x' }, 'invalid_client', undefined],
	])('bring type and id out of %s', (_, body, type, id) => {
		const words = readXiWords(body);
		expect(words.type).toBe(type);
		expect(words.id).toBe(id);
	});
});

describe('a refusal', () => {
	const remedyOf = (status: number, body: unknown) => refusal(status, body, call).remedy;
	const fault = (faultstring: string, errorcode = 'x') => ({
		fault: { faultstring, detail: { errorcode } },
	});
	const REQUEST = 'Ingram Micro did not accept a value of this request';
	const SERVER = 'Ingram Micro could not process the request';

	it.each<[number, unknown, string]>([
		[400, { errors: [{ fields: [{ field: 'pageSize' }] }] }, `${REQUEST} – pageSize`],
		[400, { message: 'Bad Request' }, `${REQUEST}: Bad Request`],
		[
			403,
			{ message: 'Forbidden' },
			'Ingram Micro does not allow this call for your app: Forbidden',
		],
		[408, '', 'Ingram Micro did not answer in time'],
		[499, '', 'Ingram Micro did not answer in time'],
		[500, fault('Failed to resolve'), `${SERVER}: Failed to resolve`],
		[502, '<h1>502 Bad Gateway</h1>', `${SERVER}: 502 Bad Gateway`],
		[503, 'upstream error', `${SERVER}: upstream error`],
		[500, { message: 'Some unexpected error occurred' }, 'Some unexpected error occurred'],
		[401, fault('Invalid access token'), 'Invalid access token'],
	])('with status %d and %j says what that means', (status, body, message) => {
		expect(refusal(status, body, call).message).toBe(message);
	});

	it.each<[string, number, unknown, RegExp]>([
		['does not blame a value that is not named', 415, '', /^Check the values of this item; if/],
		['blames one that is', 400, { message: 'Bad PO' }, /^Correct the value named here/],
		[
			'does not blame the address for a 200',
			200,
			{ message: 'No' },
			/^Correct what is named here, or/,
		],
		['blames the address for a redirect', 302, '', /^Check Environment and Custom Base URL/],
		[
			'blames it where the gateway has nothing',
			404,
			fault('Unable to identify proxy', 'messaging.adaptors.http.flow.ApplicationNotFound'),
			/^Check Environment and Custom Base URL in the credential: at this address/,
		],
		[
			'names both where a server behind XI found nothing',
			500,
			{ message: 'The remote server returned an error: (404) Not Found.' },
			/^Check the number or name: .* Otherwise, try again later\. /,
		],
	])('%s', (_, status, body, remedy) => {
		expect(remedyOf(status, body)).toMatch(remedy);
	});

	it('says XI’s words, and keeps its codes and fields', () => {
		const body = {
			errors: [
				{
					id: 'E1',
					type: 'T',
					message: 'Bad',
					fields: [{ field: 'a', value: null, message: 'b' }],
				},
			],
		};
		expect(refusal(400, body, call)).toEqual({
			...call,
			reason: 'refused',
			status: 400,
			message: 'Bad – a: b',
			remedy: 'Correct the value named here and run again',
			xi: { type: 'T', id: 'E1', fields: [{ field: 'a', message: 'b' }] },
		});
	});

	it.each([
		[400, 'refused', 'Ingram Micro did not accept a value of this request'],
		[401, 'unauthorized', 'Ingram Micro did not accept the access token'],
		[403, 'refused', 'Ingram Micro does not allow this call for your app'],
		[404, 'refused', 'Ingram Micro found nothing under this number'],
		[405, 'refused', 'Ingram Micro does not allow this action in the present state'],
		[418, 'refused', 'Ingram Micro did not accept a value of this request'],
		[429, 'rateLimited', 'Too many calls in a short time'],
		[500, 'serverFault', 'Ingram Micro could not process the request'],
		[503, 'serverFault', 'Ingram Micro could not process the request'],
	])('with status %d and no body is %s', (status, reason, message) => {
		for (const body of [undefined, '', {}]) {
			const failure = refusal(status, body, call);
			expect(failure).toMatchObject({ ...call, status, reason, xi: {} });
			expect(failure.message).toContain(message);
			expect(failure.remedy).toMatch(/^[A-Z]/);
		}
	});

	it('of an app that is not approved is not taken for wrong keys', () => {
		const fault = { faultstring: 'Invalid API call as no apiproduct match found' };
		const { reason, remedy } = refusal(401, { fault }, call);
		expect(reason).toBe('unauthorized');
		expect(remedy).toMatch(/not approved for this API/);
	});

	it('of the customer number is final, though its status says server fault', () => {
		const body = { faultcode: 'Server', faultstring: 'Invalid customer number. Call us' };
		const { reason, remedy, message, xi } = refusal(500, body, call);
		expect(reason).toBe('refused');
		expect(message).toBe('Invalid customer number. Call us');
		expect(remedy).toMatch(/^Customer Number must be the one that is registered for the app/);
		expect(xi).toEqual({ type: 'Server' });
	});

	it('for a quota is advised like one for the rate', () => {
		const fault = {
			faultstring: 'Rate limit violated',
			detail: { errorcode: 'policies.ratelimit.QuotaViolation' },
		};
		expect(refusal(403, { fault }, call).remedy).toMatch(/^Run the workflow later/);
	});
});

describe('a success answer', () => {
	it.each([[{}], [[]], [{ a: 1 }]])('of %j is readable', (body) => {
		expect(unreadable(body)).toBeUndefined();
	});

	it.each([
		[undefined, 'without any content'],
		[null, 'without any content'],
		['', 'without any content'],
		['<!DOCTYPE html><html>', 'a web page instead of data'],
		['\n <html lang="en">', 'a web page instead of data'],
		['<?xml version="1.0"?>', 'a web page instead of data'],
		['{"catalog": [', 'broke off before it was whole'],
		[' [{"a": 1}', 'broke off before it was whole'],
		['{"a": {"b": "c', 'broke off before it was whole'],
		['{"a": "\\"}', 'broke off before it was whole'],
		['{"a": "}]', 'broke off before it was whole'],
		[`{"a": "${'\\"'.repeat(100_000)}`, 'broke off before it was whole'],
		['{"a": 1}}', 'not valid JSON'],
		['{"a": "[{", b}', 'not valid JSON'],
		['[object Object]', 'not valid JSON'],
		['OK', 'not valid JSON'],
		[true, 'something other than data'],
		[3, 'something other than data'],
	])('of %j is not', (body, words) => {
		expect(unreadable(body)).toContain(words);
	});
});
