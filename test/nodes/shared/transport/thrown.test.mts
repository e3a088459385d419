import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { type INode, NodeApiError, OperationalError } from 'n8n-workflow';

import { answerIn, fromThrown } from '../../../../nodes/shared/transport/thrown.ts';

const node: INode = {
	id: '1',
	name: 'Catalog',
	type: 'ingramMicroProductCatalog',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const call = { endpoint: 'GET /resellers/v6/catalog', correlationId: 'c'.repeat(32) };
const CALL_URL = 'https://api.example.com/resellers/v6/catalog';
const TOKEN_URL = 'https://api.example.com/oauth/oauth20/token';

interface Details {
	code?: string;
	url?: string;
	status?: number;
	data?: unknown;
	headers?: Record<string, string>;
}

/** What axios throws for a broken connection, or for an answer. */
function axiosError(message: string, details: Details): AxiosError {
	const { code, url = CALL_URL, status, data, headers = {} } = details;
	const config = { url } as InternalAxiosRequestConfig;
	const response =
		status === undefined ? undefined : ({ status, data, headers, config } as AxiosResponse);
	return new AxiosError(message, code, config, {}, response);
}

/** What n8n's OAuth2 client throws for an answer of the token address. */
const tokenAnswer = (status: number, body: string) =>
	Object.assign(new Error(`HTTP status ${status}`), { code: 'ESTATUS', status, body });
/** The same, where the answer is worded as OAuth2 has it: the status is lost. */
const oauthAnswer = (error: string, message: string) =>
	Object.assign(new Error(message), { code: 'EAUTH', body: { error } });

const whileFetchingToken = (cause: Error) =>
	new OperationalError(`Failed to acquire OAuth2 access token: ${cause.message}`, { cause });
/** n8n wraps what a node's HTTP helper threw. */
const wrapped = (cause: Error) => new NodeApiError(node, cause as never);

const thrown = (error: unknown) => fromThrown(error, call);

describe('a connection that was never made', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])(
		'is known by %s, however deep it stands',
		(code) => {
			const error = axiosError(`connect ${code} 127.0.0.1:4010`, { code });
			for (const chain of [error, wrapped(error), wrapped(whileFetchingToken(error))]) {
				const { remedy, ...failure } = thrown(chain);
				expect(failure).toEqual({
					...call,
					reason: 'unreachable',
					message: 'Ingram Micro cannot be reached',
				});
				expect(remedy).toContain(`(${code})`);
			}
		},
	);

	it('is known when it is the token’s', () => {
		const error = axiosError('connect ECONNREFUSED', { code: 'ECONNREFUSED', url: TOKEN_URL });
		expect(thrown(wrapped(error)).reason).toBe('unreachable');
	});
});

describe('a token that could not be had', () => {
	it('because the keys are wrong is told in XI’s words', () => {
		const body = '{"fault":{"faultstring":"Invalid client identifier","detail":{"errorcode":"x"}}}';
		const error = tokenAnswer(401, body);
		for (const chain of [error, wrapped(error), wrapped(whileFetchingToken(error))]) {
			expect(thrown(chain)).toEqual({
				...call,
				reason: 'unauthorized',
				status: 401,
				message: 'Ingram Micro issued no access token: Invalid client identifier',
				remedy:
					'Check Client ID, Client Secret and Environment in the credential: each environment has its own keys',
			});
		}
	});

	it('because the keys are wrong is told even without a word of XI’s', () => {
		expect(thrown(wrapped(tokenAnswer(400, '')))).toMatchObject({
			reason: 'unauthorized',
			status: 400,
			message: 'Ingram Micro issued no access token',
		});
	});

	it('is known by n8n’s message alone', () => {
		const message = 'Failed to acquire OAuth2 access token: HTTP status 401';
		expect(thrown(new Error(message))).toMatchObject({ reason: 'unauthorized', status: 401 });
	});

	it.each([
		['invalid_client', 'Client authentication failed (e.g., unknown client).'],
		['unauthorized_client', 'The client is not authorized.'],
	])('because of %s, worded as OAuth2 has it, is a matter of the keys', (error, message) => {
		const chain = wrapped(whileFetchingToken(oauthAnswer(error, message)));
		expect(thrown(chain).reason).toBe('unauthorized');
	});

	it('because too many were asked for is no matter of the keys', () => {
		expect(thrown(wrapped(tokenAnswer(429, '')))).toMatchObject({ reason: 'noToken' });
	});

	it.each([
		[
			'a server fault',
			axiosError('Request failed with status code 503', {
				url: TOKEN_URL,
				status: 503,
				code: 'ERR_BAD_RESPONSE',
			}),
		],
		[
			'a time-out',
			axiosError('timeout of 300000ms exceeded', { url: TOKEN_URL, code: 'ECONNABORTED' }),
		],
		['a broken connection', axiosError('socket hang up', { url: TOKEN_URL, code: 'ECONNRESET' })],
		['a web page', tokenAnswer(200, '<html>')],
		['a redirect', tokenAnswer(302, '')],
	])('because of %s may be had later, and the call was not made', (_, error) => {
		for (const chain of [wrapped(error), wrapped(whileFetchingToken(error))]) {
			const { reason, message, status } = thrown(chain);
			expect(reason).toBe('noToken');
			expect(message).toBe('Ingram Micro issued no access token at the moment');
			expect(status).toBeUndefined();
		}
	});

	it('is known at the other token address, too', () => {
		const url = 'https://api.example.com/oauth/oauth30/token';
		expect(thrown(axiosError('socket hang up', { url, code: 'ECONNRESET' })).reason).toBe(
			'noToken',
		);
	});
});

describe('an answer that was thrown', () => {
	const answer = (url: string, status = 401) =>
		axiosError(`Request failed with status code ${status}`, {
			code: 'ERR_BAD_REQUEST',
			url,
			status,
			data: { fault: { faultstring: 'Invalid access token' } },
			headers: { 'x-ratelimit-remaining': '3' },
		});

	it('is taken out of the error, however deep it stands', () => {
		for (const chain of [answer(CALL_URL), wrapped(answer(CALL_URL))]) {
			expect(answerIn(chain)).toEqual({
				statusCode: 401,
				headers: { 'x-ratelimit-remaining': '3' },
				body: { fault: { faultstring: 'Invalid access token' } },
				cut: false,
			});
		}
	});

	it.each([
		[200, 'ERR_BAD_RESPONSE'],
		[207, undefined],
		[404, 'ERR_BAD_RESPONSE'],
	])('with status %d is one cut off behind its headers', (status, code) => {
		const error = axiosError('stream has been aborted', { code, status });
		for (const chain of [error, wrapped(error)]) {
			expect(answerIn(chain)).toMatchObject({ statusCode: status, body: undefined, cut: true });
		}
	});

	it('may have no headers and no body', () => {
		const error = Object.assign(new Error('x'), { response: { status: 401 } });
		expect(answerIn(error)).toEqual({ statusCode: 401, headers: {}, body: undefined, cut: false });
	});

	it.each<[string, unknown]>([
		['the token address', answer(TOKEN_URL, 503)],
		['the token address, wrapped', wrapped(answer(TOKEN_URL, 503))],
		['the token address, in the words of OAuth2', wrapped(tokenAnswer(401, ''))],
		['a broken connection', wrapped(axiosError('socket hang up', { code: 'ECONNRESET' }))],
		['nothing', undefined],
		['a text', 'text'],
	])('is not to be had from %s', (_, error) => {
		expect(answerIn(error)).toBeUndefined();
	});
});

describe('a connection that broke', () => {
	it.each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'])('by %s timed out', (code) => {
		const error = axiosError('timeout of 60000ms exceeded', { code });
		for (const chain of [error, wrapped(error)]) {
			expect(thrown(chain)).toEqual({
				...call,
				reason: 'interrupted',
				message: 'Ingram Micro did not answer in time',
				remedy: 'Try again later, or raise Timeout under Options',
			});
		}
	});

	it.each(['ECONNRESET', 'EPIPE', 'ERR_BAD_RESPONSE'])('by %s says why', (code) => {
		const error = axiosError('socket hang up', { code });
		for (const chain of [error, wrapped(error)]) {
			expect(thrown(chain)).toEqual({
				...call,
				reason: 'interrupted',
				message: 'The connection to Ingram Micro broke before an answer came',
				remedy: 'Try again later. Reason: socket hang up',
			});
		}
	});

	it('because the execution was stopped is no fault of XI’s', () => {
		const error = axiosError('canceled', { code: 'ERR_CANCELED' });
		for (const chain of [error, wrapped(error)]) {
			expect(thrown(chain)).toEqual({
				...call,
				reason: 'cancelled',
				message: 'The execution was stopped',
			});
		}
	});

	it.each([undefined, null, 'text', 5, {}])('may throw %j', (error) => {
		expect(thrown(error)).toEqual({
			...call,
			reason: 'interrupted',
			message: 'The connection to Ingram Micro broke before an answer came',
			remedy: 'Try again later. Reason: none was given',
		});
	});

	it('may be caused by itself', () => {
		const error = new Error('loop');
		error.cause = error;
		expect(thrown(error)).toMatchObject({
			reason: 'interrupted',
			remedy: 'Try again later. Reason: loop',
		});
	});
});
