import type { IHttpRequestOptions } from 'n8n-workflow';

import type { XiFailure } from '../../../../nodes/shared/transport/failure.ts';
import { forgetLimits } from '../../../../nodes/shared/transport/rateLimit.ts';
import type { XiRequest } from '../../../../nodes/shared/transport/request.ts';
import { send, type XiContext } from '../../../../nodes/shared/transport/send.ts';
import { SETTINGS as settings } from './settings.mts';

const put: XiRequest = { method: 'PUT', path: '/orders/{id}', pathValues: { id: '20-RD128' } };

/** Sends a request to one who answers so, and shows what n8n's helper was asked for. */
async function exchange(request: XiRequest, statusCode: number, body: unknown, headers = {}) {
	const asked: IHttpRequestOptions[] = [];
	const context = {
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
				asked.push(options);
				return { statusCode, body, headers };
			},
		},
	};
	const outcome = await send(context as unknown as XiContext, request, settings).catch(
		(error: XiFailure) => error,
	);
	return { outcome, asked };
}

beforeEach(forgetLimits);

describe('a body', () => {
	it('that is an empty object goes out as text, since n8n would send nothing', async () => {
		const { asked } = await exchange({ ...put, body: {} }, 200, {});
		expect(asked[0].body).toBe('{}');
		expect(asked[0].headers).toMatchObject({ 'Content-Type': 'application/json' });
	});

	it.each([[{ notes: 'x' }], [[{ notes: 'x' }]], [[]]])(
		'like %j goes out as it is',
		async (body) => {
			const { asked } = await exchange({ ...put, body }, 200, {});
			expect(asked[0].body).toEqual(body);
			expect(asked[0].headers).not.toHaveProperty('Content-Type');
		},
	);

	it('that is not there is none', async () => {
		const { asked } = await exchange(put, 200, {});
		expect(asked[0]).not.toHaveProperty('body');
		expect(asked[0].headers).not.toHaveProperty('Content-Type');
	});
});

describe('an answer without content', () => {
	it.each([[''], [undefined], [null], [' \n']])(
		'like %j is good where it is meant',
		async (body) => {
			const { outcome } = await exchange({ ...put, emptyAnswer: true }, 200, body);
			expect(outcome).toMatchObject({ status: 200, body: undefined });
		},
	);

	it('is unreadable elsewhere', async () => {
		const { outcome } = await exchange(put, 200, '');
		expect(outcome).toMatchObject({
			details: { reason: 'unreadable', message: 'Ingram Micro answered without any content' },
		});
	});

	it('makes no web page good, and no refusal', async () => {
		const page = await exchange({ ...put, emptyAnswer: true }, 200, '<html>Sign in</html>');
		expect(page.outcome).toMatchObject({ details: { reason: 'unreadable' } });
		const refused = await exchange({ ...put, emptyAnswer: true }, 405, '');
		expect(refused.outcome).toMatchObject({ details: { reason: 'refused', status: 405 } });
	});

	it('leaves an answer with content as it is', async () => {
		const { outcome } = await exchange({ ...put, emptyAnswer: true }, 200, { lines: [] });
		expect(outcome).toMatchObject({ body: { lines: [] } });
	});
});

describe('an answer whose body is lost', () => {
	const announced = { 'content-length': '812' };

	it.each<[string, Partial<XiRequest>, number]>([
		['data', {}, 200],
		['data of a part', {}, 207],
		['"done"', { emptyAnswer: true }, 200],
		['"nothing found"', { nothingFound: [404] }, 404],
	])('is not taken for %s', async (_, request, status) => {
		const { outcome } = await exchange({ ...put, ...request }, status, '', announced);
		expect(outcome).toMatchObject({
			details: {
				reason: 'interrupted',
				message: 'Ingram Micro’s answer broke off before it was whole',
			},
		});
	});

	it('is a refusal all the same where its status says no', async () => {
		const { outcome } = await exchange(put, 405, '', announced);
		expect(outcome).toMatchObject({ details: { reason: 'refused', status: 405 } });
	});

	it('is none under a status that has none', async () => {
		const { outcome } = await exchange({ ...put, nothingFound: [204] }, 204, '', announced);
		expect(outcome).toMatchObject({ status: 204, body: undefined });
	});

	it.each([[undefined], ['0'], ['20'], ['none']])(
		'is one without body where %s bytes are announced',
		async (length) => {
			const headers = { 'content-length': length };
			const { outcome } = await exchange({ ...put, emptyAnswer: true }, 200, '', headers);
			expect(outcome).toMatchObject({ status: 200, body: undefined });
		},
	);
});

describe('a call whose time is over', () => {
	const never = new Promise<never>(() => {});

	it('ends, and takes back what n8n has not sent yet', async () => {
		let signal: unknown;
		const context = {
			helpers: {
				httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
					// As n8n does.
					options.abortSignal = new AbortController().signal;
					signal = { ...options }.abortSignal;
					return await never;
				},
			},
		};
		const begun = Date.now();
		const outcome = await send(context as unknown as XiContext, put, {
			...settings,
			timeoutMs: 100,
		}).catch((error: XiFailure) => error);
		expect(Date.now() - begun).toBeLessThan(1_000);
		expect(outcome).toMatchObject({
			details: { reason: 'interrupted', message: 'Ingram Micro did not answer in time' },
		});
		expect(signal).toMatchObject({ aborted: true });
	});

	it('because the execution is stopped ends at once as stopped', async () => {
		const stop = new AbortController();
		let signal: AbortSignal | undefined;
		const context = {
			getExecutionCancelSignal: () => stop.signal,
			helpers: {
				httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
					signal = options.abortSignal as AbortSignal;
					stop.abort();
					return await never;
				},
			},
		};
		const outcome = await send(context as unknown as XiContext, put, settings).catch(
			(error: XiFailure) => error,
		);
		expect(outcome).toMatchObject({ details: { reason: 'cancelled' } });
		expect(signal?.aborted).toBe(true);
	});
});

describe('an answer in words', () => {
	it('is good where no document says what comes', async () => {
		const { outcome } = await exchange({ ...put, textAnswer: true }, 200, 'Event sent');
		expect(outcome).toMatchObject({ status: 200, body: 'Event sent' });
	});

	it('is unreadable elsewhere, and so is a web page', async () => {
		const elsewhere = await exchange(put, 200, 'Event sent');
		expect(elsewhere.outcome).toMatchObject({ details: { reason: 'unreadable' } });
		const page = await exchange({ ...put, textAnswer: true }, 200, '<!doctype html><p>Sign in');
		expect(page.outcome).toMatchObject({ details: { reason: 'unreadable' } });
		const none = await exchange({ ...put, textAnswer: true }, 200, '');
		expect(none.outcome).toMatchObject({ details: { reason: 'unreadable' } });
	});
});

describe('a refusal', () => {
	it('comes with the call’s own advice where it has any, and in XI’s words', async () => {
		const request = { ...put, remedies: { 405: 'Release it first' } };
		const body = { errors: [{ message: 'Not on hold' }] };
		const { outcome } = await exchange(request, 405, body);
		expect(outcome).toMatchObject({
			details: { message: 'Not on hold', remedy: 'Release it first' },
		});
		const other = await exchange(request, 404, '');
		expect(other.outcome).toMatchObject({
			details: { remedy: expect.stringContaining('Check what you asked for') },
		});
	});
});
