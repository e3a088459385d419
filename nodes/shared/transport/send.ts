import { randomBytes } from 'node:crypto';
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { accountHeaders, type AccountOverrides, type XiCredential } from './account';
import { within } from './deadline';
import {
	brokeOff,
	isEmpty,
	isPlainText,
	readXiWords,
	refusal,
	saysNothing,
	unreadable,
} from './refusal';
import { type FailureDetails, XiFailure } from './failure';
import { answerIn, fromThrown, isSuccess } from './thrown';
import { withMixUp } from './mixUp';
import { cancelled, Night } from './night';
import { pause } from './pause';
import { handBack, takeTurn } from './rateLimit';
import { refusalIn } from './errorsInAnswer';
import { endpointOf, urlOf, type XiRequest } from './request';
import { delayBeforeRetry } from './retry';

// Here one call is made. send.ts waits for its turn (rateLimit.ts), sends a request (request.ts,
// account.ts), reads a failure (thrown.ts, refusal.ts), and tries again where that is safe (retry.ts).

export const CREDENTIAL = 'ingramMicroXiOAuth2Api';

/** Where calls are made from: an execution, a list in the editor, a poll, a webhook. */
export type XiContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** How a call is to be made, beside what it says. */
export interface CallSettings {
	credential: XiCredential;
	/** What of the account the node sets in place of the credential. */
	overrides?: AccountOverrides;
	/** Headers beside those of the account. */
	headers?: Record<string, string>;
	/** Sending it twice does no harm. A write never is. */
	repeatable: boolean;
	/** Longest wait for XI's rate limit, in milliseconds. */
	maxWaitMs: number;
	/**
	 * Longest wait for the end of Ingram Micro's maintenance, in milliseconds. A read waits once it has
	 * failed, a write before it is sent, unless XI takes it at night. Left out: none waits.
	 */
	maintenanceMs?: number;
	/** Longest time for one try, to the end of its answer and with a new token, in milliseconds. */
	timeoutMs: number;
}

export interface XiAnswer<Body = unknown> {
	/** Undefined where XI said that there is nothing, or where its status says it all. */
	body: Body | undefined;
	status: number;
	correlationId: string;
}

/** XI takes 32 characters, so a UUID with its dashes would be refused. */
const newCorrelationId = (): string => randomBytes(16).toString('hex');

/**
 * Makes one XI call: the only place that uses n8n's HTTP helper. One correlation ID for the call,
 * kept when it is sent again; a turn in the rate limit's window; sent again only where that cannot
 * do harm. Returns XI's answer, parsed, or throws XiFailure.
 *
 * XI documentation: "Request and Response", "HTTP Status Codes", "Rate Limits".
 */
export async function send<Body>(
	context: XiContext,
	request: XiRequest,
	settings: CallSettings,
): Promise<XiAnswer<Body>> {
	const correlationId = newCorrelationId();
	const endpoint = endpointOf(request);
	const options = httpOptions(request, settings, correlationId);
	// A number has another name in each call that is declared, and in one that a user describes.
	const counted = endpoint.replace(/\{\w+\}/g, '{}');
	const window = `${settings.credential.clientId} ${settings.credential.baseUrl} ${counted}`;
	let patience = settings.maxWaitMs;
	const stopped =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	let tries = 0;
	let rateRefusals = 0;
	const night = new Night(context, settings, { endpoint, correlationId }, stopped);
	if (!settings.repeatable && !request.takenAtNight) await night.passBefore();

	for (;;) {
		const asked = Date.now();
		const turn = await takeTurn(window, asked + patience, stopped);
		patience -= Date.now() - asked;
		if (!turn.go) {
			throw new XiFailure(
				turn.why === 'stopped'
					? cancelled({ endpoint, correlationId })
					: waitTooLong(endpoint, correlationId, turn.at),
			);
		}
		const outcome = await attempt<Body>(
			request,
			{ endpoint, correlationId },
			async () =>
				await within(
					settings.timeoutMs,
					stopped,
					async (ends) => await exchange(context, options, ends),
				),
		);
		const tooMany = outcome.failure?.reason === 'rateLimited';
		handBack(window, outcome.headers, tooMany, rateRefusals);
		if (!outcome.failure) return outcome.answer;
		if (stopped?.aborted) throw new XiFailure(cancelled({ endpoint, correlationId }));

		// The next turn waits as long as XI asks, so a refusal for the rate is not one of the tries.
		if (tooMany) {
			rateRefusals += 1;
			continue;
		}
		tries += 1;
		const delay = delayBeforeRetry(outcome.failure.reason, settings.repeatable, tries);
		if (delay !== undefined) {
			await pause(delay, stopped);
			continue;
		}
		if (!settings.repeatable || !(await night.passAfter(outcome.failure))) {
			throw new XiFailure(withMixUp(night.explained(outcome.failure), request, settings));
		}
		tries = 0;
	}
}

/**
 * The headers of a request but for the correlation ID. Throws BadInput where the account lacks what XI
 * wants to know, for this call or any.
 */
export const headersFor = (
	request: XiRequest,
	{ credential, overrides, headers }: CallSettings,
): Record<string, string> => ({
	...accountHeaders(credential, overrides, request.needsCustomerContact),
	...headers,
	...request.headers,
});

const isBare = (body: object | undefined): boolean =>
	body !== undefined && !Array.isArray(body) && Object.keys(body).length === 0;

function httpOptions(
	request: XiRequest,
	settings: CallSettings,
	correlationId: string,
): IHttpRequestOptions {
	const query = Object.entries(request.query ?? {}).filter(([, value]) => value !== undefined);
	return {
		method: request.method,
		url: urlOf(settings.credential.baseUrl, request),
		...(query.length > 0 && {
			qs: Object.fromEntries(query),
			arrayFormat: 'repeat',
		}),
		...(request.body !== undefined && { body: isBare(request.body) ? '{}' : request.body }),
		headers: {
			...headersFor(request, settings),
			'IM-CorrelationID': correlationId,
			// n8n sends no body for an empty object. It sends a text, but not as JSON unless it is told.
			...(isBare(request.body) && { 'Content-Type': 'application/json' }),
		},
		timeout: settings.timeoutMs,
		// The token must not travel to wherever an answer points.
		disableFollowRedirect: true,
		json: true,
		returnFullResponse: true,
		// 401 stays an exception: it is what makes n8n renew the token and make the call again.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
	};
}

type Outcome<Body> = { headers?: Record<string, unknown> } & (
	| { failure: FailureDetails; answer?: undefined }
	| { failure?: undefined; answer: XiAnswer<Body> }
);

async function attempt<Body>(
	request: XiRequest,
	call: { endpoint: string; correlationId: string },
	exchanged: () => Promise<IN8nHttpFullResponse>,
): Promise<Outcome<Body>> {
	let response: Pick<IN8nHttpFullResponse, 'statusCode' | 'body'> & {
		headers: Record<string, unknown>;
		cut?: boolean;
	};
	try {
		response = await exchanged();
	} catch (error) {
		const answered = answerIn(error);
		if (!answered) return { failure: fromThrown(error, call) };
		response = { ...answered, body: answered.body as IN8nHttpFullResponse['body'] };
	}
	const { statusCode: status, headers, body } = response;
	const nothing = { body: undefined, status, correlationId: call.correlationId };
	if (isLost(request, response)) return { headers, failure: brokeOff(call) };
	if (isNothing(request, status, body)) {
		return { headers, answer: nothing };
	}
	const refused = refusalIn(body);
	if (!isSuccess(status) || refused !== undefined) {
		return { headers, failure: refusal(status, refused ?? body, call, request.remedies) };
	}
	if (request.emptyAnswer && isEmpty(body)) return { headers, answer: nothing };

	const problem = request.textAnswer && isPlainText(body) ? undefined : unreadable(body);
	if (problem !== undefined) {
		return {
			headers,
			failure: {
				...call,
				reason: 'unreadable',
				status,
				message: problem,
				remedy: 'Try again later; if it goes on, give Ingram Micro the correlation ID',
			},
		};
	}
	return {
		headers,
		answer: { body: body as Body, status, correlationId: call.correlationId },
	};
}

function isNothing(request: XiRequest, status: number, body: unknown): boolean {
	if (request.nothingFound?.includes(status)) return saysNothing(body);
	if (status !== 500 || request.nothingFoundWords === undefined) return false;
	return request.nothingFoundWords.test(readXiWords(body).message ?? '');
}

/** Packed, nothing at all takes up to 20 bytes. */
const MOST_BYTES_OF_NOTHING = 20;

/**
 * Whether an answer has lost its body on the way, where a missing one would say "done" or "nothing
 * found": it was cut off, or its headers announce more than came.
 */
function isLost(
	{ nothingFound = [] }: XiRequest,
	answer: { statusCode: number; headers: Record<string, unknown>; body: unknown; cut?: boolean },
): boolean {
	const { statusCode, headers, body, cut = false } = answer;
	if (!isSuccess(statusCode) && !nothingFound.includes(statusCode)) return false;
	const announced = Number(headers['content-length'] ?? 0);
	return cut || (statusCode !== 204 && isEmpty(body) && announced > MOST_BYTES_OF_NOTHING);
}

/** One call, and once more where an old n8n has to be told to renew the token. */
async function exchange(
	context: XiContext,
	options: IHttpRequestOptions,
	ends: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	const response = await callXi(context, options, ends);
	if (response.statusCode !== 401) return response;
	// n8n before 2.0 knows no exceptions to "ignore all": it hands the 401 over and keeps the old
	// token. Made once more with status errors on, the call gets a new one. A refused token means
	// that nothing was done, so this is safe for writes too.
	return await callXi(context, { ...options, ignoreHttpStatusErrors: false }, ends);
}

/** n8n signs the options in place, so each call gets its own. */
async function callXi(
	context: XiContext,
	options: IHttpRequestOptions,
	ends: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	const own = { ...options, headers: { ...options.headers } };
	// n8n puts the signal of the execution here, which `ends` follows. Without ours, a call whose time
	// is over while n8n fetches a token for it would go out later all the same.
	Object.defineProperty(own, 'abortSignal', {
		configurable: true,
		enumerable: true,
		get: () => ends,
		set: () => {},
	});
	return (await context.helpers.httpRequestWithAuthentication.call(
		context,
		CREDENTIAL,
		own,
		// Without it, a token type spelt in another way would move the token into the URL.
		{ oauth2: { tokenType: 'Bearer' } },
	)) as IN8nHttpFullResponse;
}

const waitTooLong = (endpoint: string, correlationId: string, at: Date): FailureDetails => ({
	reason: 'rateLimited',
	status: 429,
	message: `Too many calls in a short time: the next one should not go out before ${at.toISOString()}`,
	remedy: 'Run it again after that time, or raise Maximum Wait under Options',
	endpoint,
	correlationId,
	retryAt: at,
});
