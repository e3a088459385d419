/** A call as a service gets it, with the slashes of its path made single. */
export interface ShopCall {
	method: string;
	/** Host of the address, such as `example.myshopify.com`. */
	host: string;
	/** Path without the query. */
	path: string;
	query: URLSearchParams;
	/** By their names in lower case. */
	headers: Record<string, string | undefined>;
	/** What was sent as JSON or as a form; undefined without a body. */
	body?: unknown;
}

export interface ShopAnswer {
	status: number;
	headers?: Record<string, string>;
	/** Is sent as JSON. */
	body: unknown;
}

export type Json = Record<string, unknown>;

export const answer = (body: unknown, status = 200): ShopAnswer => ({ status, body });

/** The object that a call sent; an empty one where it sent none. */
export function sentBy({ body }: ShopCall): Json {
	return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : {};
}

/** The object under a name of another one; an empty one where there is none. */
export function within(object: Json, name: string): Json {
	const value = object[name];
	return typeof value === 'object' && value !== null ? (value as Json) : {};
}
