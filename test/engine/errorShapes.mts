import type { ToldAnswer } from '../../simulator/faults.mts';
import type { Fault } from '../../simulator/index.mts';

/** A way in which XI, or a server before it, says no. */
export interface Shape {
	name: string;
	fault: Fault;
}

const FIELDS = [
	{ field: 'pageSize', value: '500', message: 'must be at most 100' },
	{ field: 'IM-CountryCode', value: null, message: 'is not a country' },
];
const BAD = 'Input passed is not in right or expected format.';
const UNEXPECTED = 'Some unexpected error occurred, please contact support team for more details';

const told = (name: string, answer: ToldAnswer): Shape => ({
	name,
	fault: { kind: 'status', times: Infinity, ...answer },
});

const gateway = (name: string, status: number, faultstring: string, errorcode: string): Shape =>
	told(name, { status, body: { fault: { faultstring, detail: { errorcode } } } });

/** How any call may be refused, with what the documents, their samples and field reports show. */
export const REFUSALS: readonly Shape[] = [
	told('400: an error with its fields', {
		status: 400,
		body: {
			errors: [
				{
					id: 'C1-xi',
					type: '/errors/validation-failed',
					message: 'Validation failed',
					fields: FIELDS,
				},
			],
		},
	}),
	told('400: an error whose members are null or missing', {
		status: 400,
		body: { errors: [{ id: null, type: null, message: null, fields: [{ field: 'pageSize' }] }] },
	}),
	told('400: several errors, one without fields', {
		status: 400,
		body: {
			errors: [
				{ id: 7, type: 'Validation error', message: 'First is wrong', fields: null },
				{ id: 8, message: 'Second is wrong', fields: FIELDS.slice(0, 1) },
			],
		},
	}),
	told('400: traced errors', {
		status: 400,
		body: { errors: [{ traceid: 'T1', type: 'errors/bad-request', message: BAD, fields: FIELDS }] },
	}),
	told('400: traced errors in an array', {
		status: 400,
		body: [
			{ errors: [{ traceid: 'T1', type: 'errors/bad-request', message: BAD, fields: FIELDS }] },
		],
	}),
	told('400: a flat error', {
		status: 400,
		body: { traceid: 'T1', type: 'errors/bad-request', message: BAD, fields: FIELDS },
	}),
	told('400: misspelt members', {
		status: 400,
		body: { errors: [{ id: 'C1-xi', '1ype': 'Validation error', messaage: 'Invalid request' }] },
	}),
	told('400: nothing but an empty list', { status: 400, body: { errors: [] } }),
	told('400: no body', { status: 400, text: '' }),
	gateway(
		'401: the gateway does not know the token',
		401,
		'Invalid access token',
		'keymanagement.service.invalid_access_token',
	),
	gateway(
		'401: the app is not approved',
		401,
		'Invalid API call as no apiproduct match found',
		'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
	),
	told('401: no body', { status: 401, text: '' }),
	told('403: a message', { status: 403, body: { message: 'Forbidden' } }),
	told('404: an error', {
		status: 404,
		body: { errors: [{ id: 123, type: 'Validation error', message: 'No Records Found' }] },
	}),
	told('404: no body', { status: 404, text: '' }),
	gateway(
		'404: the gateway does not know the address',
		404,
		'Unable to identify proxy for host: api and url: /resellers',
		'messaging.adaptors.http.flow.ApplicationNotFound',
	),
	told('405: an error', {
		status: 405,
		body: {
			errors: [
				{
					id: 'C1-xi',
					type: '/errors/validation-error',
					message: 'Order is not on customer hold',
				},
			],
		},
	}),
	told('405: no body', { status: 405, text: '' }),
	told('408: no body', { status: 408, text: '' }),
	told('415: no body', { status: 415, text: '' }),
	told('429: an error', {
		status: 429,
		body: { errors: [{ field: null, message: 'too many requests' }] },
		headers: { 'X-RateLimit-Remaining': '0' },
	}),
	gateway(
		'429: the gateway’s quota',
		429,
		'Rate limit quota violation. Quota limit  exceeded. Identifier : app',
		'policies.ratelimit.QuotaViolation',
	),
	told('302: another address', {
		status: 302,
		text: '',
		headers: { location: 'https://example.com/' },
	}),
];

/** How a server fails, or what comes instead of an answer. A read is then made again. */
export const BREAKDOWNS: readonly Shape[] = [
	told('500: XI’s own, as in its nightly maintenance', {
		status: 500,
		body: { errors: [{ id: 'C1-xi', type: '/errors/system-errors', message: UNEXPECTED }] },
	}),
	told('500: traced, in an array', {
		status: 500,
		body: [{ errors: [{ traceid: 'T1', type: '/errors/server-error', message: UNEXPECTED }] }],
	}),
	told('500: an error of a server behind XI', {
		status: 500,
		body: {
			errors: [
				{
					traceid: 'T1',
					type: 'System.Net.WebException',
					message: 'The remote server returned an error: (404) Not Found.',
				},
			],
		},
	}),
	told('500: the customer number is not the app’s', {
		status: 500,
		body: { faultcode: 'Server', faultstring: 'Invalid customer number. 20-222222' },
	}),
	gateway(
		'500: the gateway’s',
		500,
		'Failed to resolve variable(s)',
		'steps.javascript.ScriptExecutionFailed',
	),
	told('500: no body', { status: 500, text: '' }),
	told('502: the gateway’s page', {
		status: 502,
		text: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr></body></html>',
	}),
	told('503: a text', { status: 503, text: 'upstream connect error or disconnect before headers' }),
	told('504: no body', { status: 504, text: '' }),
	told('200: an error all the same', {
		status: 200,
		body: { errors: [{ id: 'C1-xi', type: 'Validation error', message: 'Invalid request' }] },
	}),
	told('200: the gateway’s fault all the same', {
		status: 200,
		body: { fault: { faultstring: 'Gateway error', detail: { errorcode: 'x.y' } } },
	}),
	{ name: '200: a web page', fault: { kind: 'html', times: Infinity } },
	{ name: '200: no body', fault: { kind: 'empty', times: Infinity } },
	{ name: '200: half an answer', fault: { kind: 'malformed', times: Infinity } },
	told('200: a text', { status: 200, body: 'OK' }),
	{ name: 'no answer in time', fault: { kind: 'hang', times: Infinity } },
	{ name: 'a broken connection', fault: { kind: 'reset', times: Infinity } },
];

const TOKEN = { match: { endpoint: '/oauth/oauth20/token' }, times: Infinity };

/** How the token may be refused. */
export const TOKEN_REFUSALS: readonly Shape[] = [
	{
		name: '400: a message',
		fault: { kind: 'status', status: 400, body: { message: 'ClientId is Invalid' }, ...TOKEN },
	},
	{
		name: '401: OAuth2’s own',
		fault: {
			kind: 'status',
			status: 401,
			body: { error: 'invalid_client', error_description: 'Unknown client' },
			...TOKEN,
		},
	},
	{ name: '401: no body', fault: { kind: 'status', status: 401, text: '', ...TOKEN } },
	{
		name: '500: the gateway’s',
		fault: {
			kind: 'status',
			status: 500,
			body: { fault: { faultstring: 'Internal error', detail: { errorcode: 'oauth.x' } } },
			...TOKEN,
		},
	},
	{
		name: '503: a page',
		fault: { kind: 'status', status: 503, text: '<h1>Service Unavailable</h1>', ...TOKEN },
	},
	{ name: '200: no body', fault: { kind: 'empty', ...TOKEN } },
];
