/** What is sent back. */
export interface Answer {
	status: number;
	/** Sent as JSON; undefined: no body. */
	body?: unknown;
	/** Sent as it is, instead of `body`. */
	text?: { contentType: string; content: string };
	headers?: Record<string, string>;
}

/** One thing that is wrong with a request. */
export interface Problem {
	/** Left out where the request as a whole comes at the wrong time. */
	field?: string;
	/** The value as it was sent; left out when nothing was sent. */
	value?: string;
	message: string;
}

/**
 * How a call words its errors. XI has four forms, by call:
 * `id`: `{errors:[{id,…}]}`; `traceid`: the same with `traceid`; `wrapped`: that one inside an
 * array; `flat`: the members of `traceid` without `errors` around them.
 */
export type ErrorStyle = 'id' | 'traceid' | 'wrapped' | 'flat';

/** Thrown anywhere in the pipeline to answer at once with an error. */
export class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super(`Refused with status ${answer.status}`);
	}
}

let errorCount = 0;

/** An id in the manner of XI's samples: a prefix, a machine, and the time. */
function errorId(): string {
	errorCount += 1;
	return `C${errorCount}-simulator-${new Date().toISOString()}`;
}

function styled(style: ErrorStyle, type: string, message: string, fields?: Problem[]): unknown {
	const rest = { type, message, ...(fields ? { fields } : {}) };
	if (style === 'id') return { errors: [{ id: errorId(), ...rest }] };
	const traced = { traceid: errorId(), ...rest };
	if (style === 'flat') return traced;
	return style === 'wrapped' ? [{ errors: [traced] }] : { errors: [traced] };
}

/**
 * 400 for input that does not fit; follows the 400 samples of the official document.
 *
 * @param style how the call words its errors
 * @param problems everything that is wrong, one entry each
 */
export function badRequest(style: ErrorStyle, problems: Problem[]): Answer {
	return style === 'id'
		? {
				status: 400,
				body: styled(style, '/errors/validation-failed', 'Validation failed', problems),
			}
		: {
				status: 400,
				body: styled(
					style,
					'errors/bad-request',
					'Input passed is not in right or expected format.',
					problems,
				),
			};
}

/**
 * 404 for "no such thing" and, on searches, "nothing found".
 *
 * The samples of catalog search and of both details calls agree on this body, numeric `id`
 * included, although the details calls use `traceid` for 400.
 */
export function noRecordsFound(): Answer {
	return {
		status: 404,
		body: { errors: [{ id: 123, type: 'Validation error', message: 'No Records Found' }] },
	};
}

/** 500, also what XI answers during its nightly maintenance. */
export function systemError(style: ErrorStyle = 'id'): Answer {
	return {
		status: 500,
		body: styled(
			style,
			'/errors/system-errors',
			'Some unexpected error occurred, please contact support team for more details',
		),
	};
}

/**
 * 500 in which a 404 of a server behind XI is wrapped, as in the sample of invoice search. It says
 * that there is nothing of that kind.
 *
 * @param subject what was looked for, as far as the request names it
 */
export function wrapped404(style: ErrorStyle, subject: string): Answer {
	return {
		status: 500,
		body: styled(
			style,
			'System.Net.WebException',
			`Error while processing request for ${subject},for SiteCode us , Message :The remote server returned an error: (404) Not Found.`,
			[],
		),
	};
}

/** An error of order cancel, with a text and no fields. */
export function orderError(status: 404 | 405, message: string): Answer {
	return { status, body: styled('id', '/errors/validation-error', message) };
}

/** The gateway's own form, used for tokens that it does not take and apps without approval. */
export function fault(status: number, faultstring: string, errorcode: string): Answer {
	return { status, body: { fault: { faultstring, detail: { errorcode } } } };
}

/** The token call's form of a 400. */
export function messageOnly(status: number, message: string): Answer {
	return { status, body: { message } };
}

/**
 * The customer number is not one of the app's.
 *
 * Assumption: status 500; the documents show the body, not the status.
 */
export function invalidCustomerNumber(customerNumber: string): Answer {
	return {
		status: 500,
		body: {
			faultcode: 'Server',
			faultstring: `Invalid customer number. ${customerNumber} is not registered for this app.`,
		},
	};
}

/** 429 with the documented body. */
export function tooManyRequests(headers: Record<string, string> = {}): Answer {
	return {
		status: 429,
		body: { errors: [{ field: null, message: 'too many requests' }] },
		headers,
	};
}

/**
 * The address is none of the API's.
 *
 * Assumption: the gateway's form; no document shows it.
 */
export function unknownAddress(method: string, path: string): Answer {
	return fault(
		404,
		`Unable to identify proxy for ${method} ${path}`,
		'messaging.adaptors.http.flow.ApplicationNotFound',
	);
}
