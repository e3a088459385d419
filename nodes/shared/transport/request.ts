import { BadInput } from '../errors';

/**
 * One XI call as an operation describes it: everything but the host, the account's headers and the
 * token, which the transport adds.
 */
export interface XiRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/**
	 * Path below the base URL, with {names} for `pathValues`. The template is also what XI counts its
	 * rate limit by, so values never stand in it.
	 */
	readonly path: string;
	readonly pathValues?: Readonly<Record<string, string>>;
	/** Lists go out as repeated keys. Undefined entries are left out. */
	readonly query?: Readonly<Record<string, QueryValue | undefined>>;
	/** Headers of this call alone, beside those of the account. */
	readonly headers?: Readonly<Record<string, string>>;
	/** An empty object goes out as `{}`. */
	readonly body?: object;
	/** Statuses with which XI says that there is nothing: the answer is then undefined. */
	readonly nothingFound?: readonly number[];
	/** Words with which XI says the same under a status of 500, where that is no fault of its servers. */
	readonly nothingFoundWords?: RegExp;
	/** A success says it all with its status: the answer is then undefined. */
	readonly emptyAnswer?: boolean;
	/** No document says what a success answers: any text will do, but no web page. */
	readonly textAnswer?: boolean;
	/** What to do about a status, where this call can say more than the rest. */
	readonly remedies?: Readonly<Record<number, string>>;
	/** XI refuses the call without the header IM-CustomerContact. For look-ups: operations say it themselves. */
	readonly needsCustomerContact?: boolean;
}

export type QueryValue = string | number | boolean | readonly string[];

/** How XI counts this call against its rate limit: method and path template. */
export const endpointOf = ({ method, path }: XiRequest): string => `${method} ${path}`;

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
