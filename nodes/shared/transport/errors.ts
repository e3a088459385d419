import type { FailureDetails } from './failure';
import type { XiRequest } from './request';

/** What XI said about a refusal, whichever of its shapes it used. */
export interface XiWords {
	message?: string;
	type?: string;
	id?: string;
	fields: Array<{ field?: string; value?: string; message?: string }>;
}

const MOST_CHARACTERS = 600;
/** Tags whose text is not for people. */
const UNSEEN = /<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi;

/** Text from outside as it may be shown: no tags, no control characters, one line, not endless. */
export function clean(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value)
		.slice(0, 20_000)
		.replace(UNSEEN, ' ')
		// A "<" before a blank is one that means "less than".
		.replace(/<\/?[a-z!?][^<>]*>/gi, ' ')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.trim();
	if (text.length === 0) return undefined;
	return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** One entry of `errors`, or the flat shape. XI's samples also misspell two of the keys. */
function readEntry(entry: Record<string, unknown>): XiWords {
	const own = clean(entry.field);
	return {
		message: clean(entry.message ?? entry.messaage),
		type: clean(entry.type ?? entry['1ype']),
		id: clean(entry.id ?? entry.traceid),
		fields: [
			...(own === undefined ? [] : [{ field: own }]),
			...list(entry.fields)
				.filter(isRecord)
				.map((field) => ({
					field: clean(field.field),
					value: clean(field.value),
					message: clean(field.message),
				}))
				.filter(({ field, value, message }) => field ?? value ?? message),
		],
	};
}

/**
 * Reads XI's words out of the body of a refusal: `errors` lists (also wrapped in an array), the flat
 * shape, the gateway's `fault`, `faultcode`/`faultstring`, a bare `message`, or plain text.
 * XI documentation: "HTTP Status Codes".
 */
export function readXiWords(body: unknown): XiWords {
	if (Array.isArray(body)) return joined(body.map(readXiWords));
	if (typeof body === 'string') return readText(body);
	if (!isRecord(body)) return { message: clean(body), fields: [] };

	const entries = list(body.errors)
		.map((entry) => (typeof entry === 'string' ? { message: entry } : entry))
		.filter(isRecord)
		.map(readEntry);
	if (entries.length > 0) {
		const messages = entries.map(({ message }) => message).filter((text) => text !== undefined);
		return {
			message: messages.length > 0 ? messages.join('; ') : undefined,
			type: entries[0].type,
			id: entries[0].id,
			fields: entries.flatMap(({ fields }) => fields),
		};
	}
	if (isRecord(body.fault)) {
		const detail = isRecord(body.fault.detail) ? body.fault.detail : {};
		return {
			message: clean(body.fault.faultstring),
			type: clean(detail.errorcode),
			fields: [],
		};
	}
	if (body.faultstring !== undefined) {
		return { message: clean(body.faultstring), type: clean(body.faultcode), fields: [] };
	}
	const flat = readEntry(body);
	if (flat.message === undefined && typeof body.error_description === 'string') {
		return { ...flat, message: clean(body.error_description), type: clean(body.error) };
	}
	return flat;
}

/** Several refusals as one. */
function joined(all: XiWords[]): XiWords {
	const messages = all.flatMap(({ message }) => message ?? []);
	return {
		type: all[0]?.type,
		id: all[0]?.id,
		message: messages.length > 0 ? messages.join('; ') : undefined,
		fields: all.flatMap(({ fields }) => fields),
	};
}

/** n8n hands over the answers of the token address as text. */
function readText(body: string): XiWords {
	const text: XiWords = { message: clean(body), fields: [] };
	if (!/^\s*[[{]/.test(body)) return text;
	try {
		return readXiWords(JSON.parse(body) as unknown);
	} catch {
		return text;
	}
}

/** XI's words as one sentence: the message, then each field with what is wrong with it. */
export function sentenceOf({ message, fields }: XiWords): string | undefined {
	const named = fields
		.map(({ field, value, message: problem }) => {
			const shown = value === undefined ? '' : ` (${value})`;
			return [field, problem].filter((part) => part !== undefined).join(': ') + shown;
		})
		.filter((text) => text.length > 0);
	const parts = [message, named.join(', ')].filter((part) => part !== undefined && part !== '');
	return parts.length > 0 ? parts.join(' – ') : undefined;
}

/**
 * What each status means at XI when its body says nothing, and what a reseller can do about it.
 * XI documentation: "HTTP Status Codes".
 */
const ADVICE: Record<number, { message: string; remedy: string }> = {
	300: {
		message: 'The address answers that the API is somewhere else',
		remedy:
			'Check Environment and Custom Base URL in the credential, also whether it begins with https',
	},
	400: {
		message: 'Ingram Micro did not accept a value of this request',
		remedy: 'Correct the value named here and run again',
	},
	401: {
		message: 'Ingram Micro did not accept the access token',
		remedy:
			'Check Client ID, Client Secret and Environment in the credential; a new secret needs the credential to be saved again',
	},
	403: {
		message: 'Ingram Micro does not allow this call for your app',
		remedy: 'Ask Ingram Micro to approve your app for this API',
	},
	404: {
		message: 'Ingram Micro found nothing under this number or name',
		remedy: 'Check what you asked for, and that it belongs to the customer number and country used',
	},
	405: {
		message: 'Ingram Micro does not allow this action in the present state',
		remedy: 'Orders can only be changed or cancelled while they are on customer hold',
	},
	429: {
		message: 'Too many calls in a short time',
		remedy: 'Run the workflow later, or raise Maximum Wait under Options',
	},
};

const SERVER_FAULT = {
	message: 'Ingram Micro could not process the request',
	remedy:
		'Try again later. Ingram Micro has a nightly maintenance window (in North America from 11 pm to 4 am Pacific time); if it goes on by day, give Ingram Micro the correlation ID',
};

function standardFor(status: number): { message: string; remedy: string } {
	if (ADVICE[status]) return ADVICE[status];
	if (status >= 500) return SERVER_FAULT;
	return status < 400 ? ADVICE[300] : ADVICE[400];
}

const QUOTA = /quota/i;
const WRONG_CUSTOMER = /invalid customer number/i;

function reasonFor(status: number, { message = '', type = '' }: XiWords): FailureDetails['reason'] {
	if (status === 401) return 'unauthorized';
	if (status === 429) return 'rateLimited';
	// Whoever says this gave up waiting, and does not know what became of the call.
	if (status === 408 || status === 499) return 'interrupted';
	// The gateway also says with other statuses that the quota is used up; waiting helps there too.
	if (status >= 400 && status < 500 && QUOTA.test(`${message} ${type}`)) return 'rateLimited';
	// The gateway says this with a status of 500, and will say it again.
	if (status >= 500 && !WRONG_CUSTOMER.test(message)) return 'serverFault';
	return 'refused';
}

/** Advice that depends on XI's words more than on its status. */
function adviceFor(
	status: number,
	{ message = '', type = '' }: XiWords,
	remedies: XiRequest['remedies'],
): string {
	if (/apiproduct/i.test(message)) {
		return 'The app is not approved for this API, or its keys belong to the other environment. Check Environment in the credential, and the APIs of your app in the developer portal';
	}
	if (WRONG_CUSTOMER.test(message)) {
		return 'Customer Number must be the one that is registered for the app. Check it in the credential, or under Options of this node';
	}
	if (QUOTA.test(`${message} ${type}`)) return ADVICE[429].remedy;
	return remedies?.[status] ?? standardFor(status).remedy;
}

/**
 * The failure that a refusing answer stands for, in XI's own words.
 *
 * @param remedies the call's own, by status
 */
export function refusal(
	status: number,
	body: unknown,
	call: { endpoint: string; correlationId: string },
	remedies?: XiRequest['remedies'],
): FailureDetails {
	const words = readXiWords(body);
	const spoken = sentenceOf(words);
	const standard = standardFor(status);
	return {
		...call,
		reason: reasonFor(status, words),
		status,
		message: spoken ?? standard.message,
		remedy: adviceFor(status, words, remedies),
		xi: {
			...(words.type !== undefined && { type: words.type }),
			...(words.id !== undefined && { id: words.id }),
			...(words.fields.length > 0 && { fields: words.fields.map(withoutBlanks) }),
		},
	};
}

const withoutBlanks = (field: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(field).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);

/** The answer has no body. */
export const isEmpty = (body: unknown): boolean =>
	body === undefined || body === null || (typeof body === 'string' && body.trim() === '');

/** Keys of the bodies with which XI, or the gateway before it, refuses. */
const REFUSAL_KEYS = new Set([
	'errors',
	'fault',
	'faultcode',
	'faultstring',
	'traceid',
	'id',
	'type',
	'message',
	'fields',
]);

/** Whether an answer is nothing but a refusal, whatever its status says. */
export function isRefusal(body: unknown): boolean {
	if (Array.isArray(body)) return body.length > 0 && body.every(isRefusal);
	if (!isRecord(body)) return false;
	const refuses =
		list(body.errors).length > 0 || body.fault !== undefined || body.faultstring !== undefined;
	return refuses && Object.keys(body).every((key) => REFUSAL_KEYS.has(key));
}

/** Whether an answer says "there is nothing" in XI's way, and not in that of a server before it. */
export const saysNothing = (body: unknown): boolean =>
	isEmpty(body) || Array.isArray(body) || (isRecord(body) && body.fault === undefined);

const WEB_PAGE = /^\s*<(?:!doctype|html|\?xml|head|body)\b/i;

/** Whether an answer is a text that stands for itself: no data, and no web page. */
export const isPlainText = (body: unknown): boolean =>
	typeof body === 'string' && !isEmpty(body) && !WEB_PAGE.test(body);

/** What is wrong with a success answer that is not the JSON that XI documents; undefined: nothing. */
export function unreadable(body: unknown): string | undefined {
	if (isEmpty(body)) return 'Ingram Micro answered without any content';
	if (typeof body === 'string') {
		return WEB_PAGE.test(body)
			? 'Ingram Micro answered with a web page instead of data'
			: 'Ingram Micro answered with something that is not valid JSON';
	}
	return typeof body === 'object'
		? undefined
		: 'Ingram Micro answered with something other than data';
}
