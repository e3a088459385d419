import { clean, readXiWords, sentenceOf } from './refusal';
import type { FailureDetails } from './failure';
import { isObject } from '../records';

/** The connection was never made, so nothing arrived. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
]);
const TOO_MANY = 429;
/** What Node.js says about a certificate that it does not trust: nothing was sent then. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);
/** What n8n's OAuth2 client calls an answer of the token address that brought no token. */
const NO_TOKEN = new Set(['ESTATUS', 'EAUTH']);

/** What may be found on an error, or on one that caused it. */
interface Link {
	message?: unknown;
	code?: unknown;
	status?: unknown;
	body?: unknown;
	cause?: unknown;
	config?: { url?: unknown };
	response?: { status?: unknown; headers?: unknown; data?: unknown };
}

/** An error and what caused it, outermost first: n8n wraps what its HTTP client threw. */
function linksOf(error: unknown): Link[] {
	const links: Link[] = [];
	let link = error as Link | undefined;
	while (isObject(link) && links.length < 10) {
		links.push(link);
		link = link.cause as Link | undefined;
	}
	return links;
}

type CallMade = Pick<FailureDetails, 'endpoint' | 'correlationId'> & { correlationId: string };

/** An answer of XI that n8n threw instead of returning it. */
export interface ThrownAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
	/** It broke off behind its headers, so that its body is not known. */
	cut: boolean;
}

/** A status with which XI says that all is well. */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** What the HTTP client calls an answer that breaks off, and else one with a status of 500 or above. */
const BAD_RESPONSE = 'ERR_BAD_RESPONSE';

/** The answer inside of what n8n's HTTP helper threw: a 401 after the token was renewed in vain, or one cut off. */
export function answerIn(error: unknown): ThrownAnswer | undefined {
	const link = linksOf(error).find(({ response }) => typeof response?.status === 'number');
	if (!link?.response || aboutToken(link)) return undefined;
	const { status, headers, data } = link.response;
	return {
		statusCode: Number(status),
		headers: isObject(headers) ? { ...headers } : {},
		body: data,
		cut: link.code === BAD_RESPONSE || isSuccess(Number(status)),
	};
}

/**
 * The failure behind what n8n's HTTP helper threw without an answer of XI: a broken connection, or a
 * token that could not be had.
 */
export function fromThrown(error: unknown, call: CallMade): FailureDetails {
	const links = linksOf(error);
	const codes = links.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
	const has = (known: Set<string>) => codes.find((code) => known.has(code));

	const code = has(NEVER_CONNECTED) ?? codes.find((one) => CERTIFICATE.test(one));
	if (code !== undefined) {
		return {
			...call,
			reason: 'unreachable',
			message: 'Ingram Micro cannot be reached',
			remedy: `Check Environment or Custom Base URL in the credential, and the network of n8n (${code})`,
		};
	}
	if (links.some(aboutToken)) return withoutToken(links, call);
	if (codes.includes('ERR_CANCELED')) {
		return { ...call, reason: 'cancelled', message: 'The execution was stopped' };
	}
	const timedOut = has(TIMED_OUT) !== undefined;
	return {
		...call,
		reason: 'interrupted',
		message: timedOut
			? 'Ingram Micro did not answer in time'
			: 'The connection to Ingram Micro broke before an answer came',
		remedy: timedOut
			? 'Try again later, or raise Timeout under Options'
			: `Try again later. Reason: ${clean(links.at(-1)?.message) ?? 'none was given'}`,
	};
}

/** Whether a link comes from asking for a token, so that the call itself was never made. */
function aboutToken({ message, code, config }: Link): boolean {
	return (
		(typeof code === 'string' && NO_TOKEN.has(code)) ||
		(typeof config?.url === 'string' && /\/oauth\/oauth\d+\/token\b/.test(config.url)) ||
		(typeof message === 'string' && /OAuth2 (access )?token/i.test(message))
	);
}

/** No token: the keys are wrong, or the token address is out of order. */
function withoutToken(links: Link[], call: CallMade): FailureDetails {
	const answer = links.find(({ code }) => typeof code === 'string' && NO_TOKEN.has(code));
	const status =
		typeof answer?.status === 'number'
			? answer.status
			: Number(/HTTP status (\d{3})/.exec(links.map(({ message }) => message).join(' '))?.[1] ?? 0);
	const said = sentenceOf(readXiWords(answer?.body));
	// n8n's client gives no status where the refusal names its reason as OAuth2 has it.
	const keysRefused = answer?.code === 'EAUTH' || (status >= 400 && status < 500);
	if (keysRefused && status !== TOO_MANY) {
		return {
			...call,
			reason: 'unauthorized',
			...(status > 0 && { status }),
			message: `Ingram Micro issued no access token${said === undefined ? '' : `: ${said}`}`,
			remedy:
				'Check Client ID, Client Secret and Environment in the credential: each environment has its own keys',
		};
	}
	return {
		...call,
		reason: 'noToken',
		message: 'Ingram Micro issued no access token at the moment',
		remedy: `Try again later, and check Token URL in the credential. Reason: ${clean(links.at(-1)?.message) ?? 'none was given'}`,
	};
}
