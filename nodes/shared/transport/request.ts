import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../errors';

/** A call of XI's, declared once for all who make it: what is the same in each of its requests. */
export interface XiCall {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/**
	 * Path below the base URL, with {names} for `pathValues`. The template is also what XI counts its
	 * rate limit by, so values never stand in it.
	 */
	readonly path: string;
	/** Headers of this call alone, beside those of the account. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Statuses with which XI says that there is nothing: the answer is then undefined. */
	readonly nothingFound?: readonly number[];
	/** Words with which XI says the same under a status of 500, where that is no fault of its servers. */
	readonly nothingFoundWords?: RegExp;
	/** A success says it all with its status: the answer is then undefined. */
	readonly emptyAnswer?: boolean;
	/** No document says what a success answers: every text will do, but no web page. */
	readonly textAnswer?: boolean;
	/** What to do about a status, where this call can say more than the rest. */
	readonly remedies?: Readonly<Record<number, string>>;
	/** XI refuses the call without the header IM-CustomerContact. */
	readonly needsCustomerContact?: boolean;
	/** A write that XI takes during its maintenance too, and works on afterwards. */
	readonly takenAtNight?: boolean;
}

/**
 * A call with what is asked for: everything but the host, the account's headers and the token, which
 * the transport adds.
 */
export interface XiRequest extends XiCall {
	readonly pathValues?: Readonly<Record<string, string>>;
	/** Lists go out as repeated keys. Undefined entries are left out. */
	readonly query?: Readonly<Record<string, QueryValue | undefined>>;
	/** An empty object goes out as `{}`. */
	readonly body?: object;
}

/** The three spellings in which XI's searches take a page, and the most records a page may hold. */
export interface Paging {
	readonly number: string;
	readonly size: string;
	readonly maxSize: number;
}

export interface Page<Row = IDataObject> {
	rows: Row[];
	/** XI's count of all records, as it came: a number, a text, null or missing. */
	recordsFound?: unknown;
}

/** A search of XI's, declared once: its call, how it takes a page, and what an answer lists. */
export interface XiSearch<Row, Answer> {
	readonly call: XiCall;
	readonly paging: Paging;
	/** The records of one answer. Throws UnexpectedAnswer for an answer of another shape. */
	page(answer: Answer): Page<Row>;
}

/** What a search is asked for. */
export type Wanted = Pick<XiRequest, 'query' | 'body'>;

/** The request for one page of a search; pages are counted from 1. */
export const pageOf = (
	request: XiRequest,
	{ number, size }: Paging,
	page: number,
	records: number,
): XiRequest => ({ ...request, query: { ...request.query, [number]: page, [size]: records } });

export type QueryValue = string | number | boolean | readonly string[];

/** How XI counts this call against its rate limit: method and path template. */
export const endpointOf = ({ method, path }: XiCall): string => `${method} ${path}`;

/**
 * The full URL of a call. Path values are trimmed and encoded; an empty one, or one that would step
 * to another path ("." and ".."), throws BadInput: no value may turn a call into another call.
 */
export function urlOf(baseUrl: string, request: XiRequest): string {
	const path = request.path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = request.pathValues?.[name]?.trim() ?? '';
		// Half of a character pair cannot be encoded.
		if (/^\.{0,2}$|\p{Surrogate}/u.test(value)) {
			throw new BadInput(
				`"${value}" cannot be used as ${name} in ${endpointOf(request)}`,
				'Give the number as Ingram Micro shows it',
			);
		}
		return encodeURIComponent(value);
	});
	return baseUrl.replace(/\/+$/, '') + path;
}
