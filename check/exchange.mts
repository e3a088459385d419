import { operations } from '../simulator/routes/index.mts';
import { tokenEndpoints } from '../simulator/auth.mts';

/** A call as it went over the wire. Neither the account's headers nor the token are kept. */
export interface Exchange {
	method: string;
	/** Route template, for example `/resellers/v6/orders/{orderNumber}`; the path, where none fits. */
	endpoint: string;
	/** Values of the template's parameters, decoded. */
	pathValues: Record<string, string>;
	query: [string, string][];
	/** What was sent, parsed; undefined without a body. */
	sent?: unknown;
	/** Undefined: no answer came. */
	status?: number;
	/** Those that `keptHeaders` names, by their names in lower case. */
	headers: Record<string, string>;
	/** What was answered, parsed if it is JSON. */
	answer?: unknown;
	/** From the call until its answer. */
	milliseconds: number;
}

/** Answer headers that are kept: what is Ingram Micro's own, and says nothing of the account. */
export const keptHeaders: readonly string[] = [
	'content-type',
	'retry-after',
	'x-ratelimit-limit',
	'x-ratelimit-remaining',
	'x-ratelimit-reset',
];

interface Template {
	method: string;
	endpoint: string;
	pattern: RegExp;
	names: string[];
}

const templates: readonly Template[] = operations
	.map(({ method, endpoint }) => ({
		method,
		endpoint,
		names: [...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
		pattern: new RegExp(
			`^${endpoint.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')}$`,
			'i',
		),
	}))
	// Fixed words win over what might be a number: orders/search over orders/{orderNumber}.
	.sort((one, other) => one.names.length - other.names.length);

/** Where a URL leads: route template, its values, and the query. The sandbox's prefix is left out. */
export function routeOf(
	method: string,
	url: string,
): Pick<Exchange, 'endpoint' | 'pathValues' | 'query'> {
	const { pathname, searchParams } = new URL(url);
	const path = pathname.replace(/^.*?(?=\/(?:resellers|oauth)\/)/, '');
	const query = [...searchParams];
	for (const template of templates) {
		if (template.method !== method.toUpperCase()) continue;
		const found = template.pattern.exec(path);
		if (!found) continue;
		const pathValues = Object.fromEntries(
			template.names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]),
		);
		return { endpoint: template.endpoint, pathValues, query };
	}
	return { endpoint: path, pathValues: {}, query };
}

/** True for a call that asks for a token. Its secrets are in its body, and in its answer. */
export const isToken = ({ endpoint }: Pick<Exchange, 'endpoint'>): boolean =>
	tokenEndpoints.some((one) => one === endpoint);
