import type { FailureDetails } from './failure';
import type { XiRequest } from './request';
import { readXiWords, sentenceOf, type XiWords } from './xiWords';
import { isRecord } from '../records';

export { clean, readXiWords, sentenceOf, type XiWords } from './xiWords';

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
		remedy:
			'Check in what state it is: orders, for example, can only be changed or cancelled while they are on customer hold',
	},
	408: {
		message: 'Ingram Micro did not answer in time',
		remedy: 'Try again later; if it goes on, give Ingram Micro the correlation ID',
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

/** A refusal under a status that says all is well. */
const NO_SUCCESS = {
	message: ADVICE[400].message,
	remedy:
		'Correct what is named here, or try again later; if it goes on, give Ingram Micro the correlation ID',
};

function standardFor(status: number): { message: string; remedy: string } {
	if (ADVICE[status]) return ADVICE[status];
	if (status >= 500) return SERVER_FAULT;
	if (status === 499) return ADVICE[408];
	if (status < 300) return NO_SUCCESS;
	return status < 400 ? ADVICE[300] : ADVICE[400];
}

/** What a status is called, with or without its number: words of no one who knows the request. */
const NAME_OF_STATUS =
	/^(\d{3} )?(bad gateway|bad request|forbidden|gateway time-?out|internal server error|method not allowed|not found|service (temporarily )?unavailable|unauthorized)$/i;

/**
 * XI's words as they are shown, behind what they mean where a reseller could not tell: words of a
 * server before XI that failed, the mere name of a status, or a field without what is wrong with it.
 */
function messageFor(status: number, body: unknown, words: XiWords): string {
	const standard = standardFor(status).message;
	const spoken = sentenceOf(words);
	if (spoken === undefined) return standard;
	const isOfGateway = typeof body === 'string' || (isRecord(body) && body.fault !== undefined);
	if (words.message === undefined) return `${standard} – ${spoken}`;
	return (status >= 500 && isOfGateway) || NAME_OF_STATUS.test(spoken)
		? `${standard}: ${spoken}`
		: spoken;
}

const QUOTA = /quota/i;
const WRONG_CUSTOMER = /invalid customer number/i;
/** The gateway has nothing at this address. */
const NO_SUCH_ADDRESS = /identify proxy|ApplicationNotFound/i;
/** A server behind XI did not find it, which XI passes on with a status of 500. */
const NOT_FOUND_BEHIND = /\b404\b|not found/i;

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
	{ message = '', type = '', fields }: XiWords,
	remedies: XiRequest['remedies'],
): string {
	const isUnsaid = message === '' && fields.length === 0;
	if (/apiproduct/i.test(message)) {
		return 'The app is not approved for this API, or its keys belong to the other environment. Check Environment in the credential, and the APIs of your app in the developer portal';
	}
	if (WRONG_CUSTOMER.test(message)) {
		return 'Customer Number must be the one that is registered for the app. Check it in the credential, or under Options of this node';
	}
	if (QUOTA.test(`${message} ${type}`)) return ADVICE[429].remedy;
	if (NO_SUCH_ADDRESS.test(`${message} ${type}`)) {
		return 'Check Environment and Custom Base URL in the credential: at this address there is no such call';
	}
	if (remedies?.[status]) return remedies[status];
	if (status >= 500 && NOT_FOUND_BEHIND.test(message)) {
		return `Check the number or name: Ingram Micro may answer like this when it does not exist. Otherwise, ${lowerFirst(SERVER_FAULT.remedy)}`;
	}
	if (isUnsaid && standardFor(status) === ADVICE[400]) {
		return 'Check the values of this item; if they are right, give Ingram Micro the correlation ID';
	}
	return standardFor(status).remedy;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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
	return {
		...call,
		reason: reasonFor(status, words),
		status,
		message: messageFor(status, body, words),
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

/** Whether an answer says "there is nothing" in XI's way, and not in that of a server before it. */
export const saysNothing = (body: unknown): boolean =>
	isEmpty(body) || Array.isArray(body) || (isRecord(body) && body.fault === undefined);

const WEB_PAGE = /^\s*<(?:!doctype|html|\?xml|head|body)\b/i;

/** Whether an answer is a text that stands for itself: no data, and no web page. */
export const isPlainText = (body: unknown): boolean =>
	typeof body === 'string' && !isEmpty(body) && !WEB_PAGE.test(body);

/** What it comes to where an answer began, and its body is lost. */
export const brokeOff = (call: { endpoint: string; correlationId: string }): FailureDetails => ({
	...call,
	reason: 'interrupted',
	message: 'Ingram Micro’s answer broke off before it was whole',
	remedy: 'Try again later; if it goes on, give Ingram Micro the correlation ID',
});

/** Whether a text is the beginning of JSON, and ends inside of it. */
function endsEarly(text: string): boolean {
	if (!/^\s*[[{]/.test(text)) return false;
	let depth = 0;
	let inText = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		// What follows a backslash is not looked at.
		if (inText && sign === '\\') at += 1;
		else if (sign === '"') inText = !inText;
		else if (!inText && (sign === '{' || sign === '[')) depth += 1;
		else if (!inText && (sign === '}' || sign === ']')) depth -= 1;
	}
	return inText || depth > 0;
}

/** What is wrong with a success answer that is not the JSON that XI documents; undefined: nothing. */
export function unreadable(body: unknown): string | undefined {
	if (isEmpty(body)) return 'Ingram Micro answered without any content';
	if (typeof body === 'string') {
		if (endsEarly(body)) return 'Ingram Micro’s answer broke off before it was whole';
		return WEB_PAGE.test(body)
			? 'Ingram Micro answered with a web page instead of data'
			: 'Ingram Micro answered with something that is not valid JSON';
	}
	return typeof body === 'object'
		? undefined
		: 'Ingram Micro answered with something other than data';
}
