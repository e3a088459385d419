import { createRequire } from 'node:module';

import {
	isAxiosError,
	type AxiosInstance,
	type AxiosResponse,
	type InternalAxiosRequestConfig,
} from 'axios';

import { type Exchange, isToken, keptHeaders, routeOf } from './exchange.mts';

const require = createRequire(import.meta.url);

/** Hears of each call that n8n makes, from when it is started until it is stopped. */
export interface Wire {
	stop(): void;
}

/** The HTTP clients of n8n: that of its nodes, and that of its token calls. Each has a copy of its own. */
function clientsOfN8n(): AxiosInstance[] {
	const core = createRequire(require.resolve('n8n-core'));
	const clients = ['@n8n/backend-network', '@n8n/client-oauth2'].map(
		(name) => createRequire(core.resolve(name))('axios') as AxiosInstance,
	);
	return [...new Set(clients)];
}

/**
 * Listens to the calls of n8n's engine in this process. What it hears goes to `heard`, without the
 * headers that name the account or hold the token; of a call for a token, only what is said of its life.
 *
 * @param mayCall asked before each call; one that may not be made ends as if nothing could be reached
 */
export function tapWire(
	heard: (exchange: Exchange) => void,
	mayCall: () => boolean = () => true,
): Wire {
	const stops = clientsOfN8n().map((client) => tap(client, heard, mayCall));
	return { stop: () => stops.forEach((stop) => stop()) };
}

function tap(
	client: AxiosInstance,
	heard: (exchange: Exchange) => void,
	mayCall: () => boolean,
): () => void {
	const started = new WeakMap<InternalAxiosRequestConfig, number>();
	const { request, response } = client.interceptors;
	const asking = request.use((config) => {
		if (!mayCall()) throw new Error('The check makes no more calls of this operation');
		started.set(config, performance.now());
		return config;
	});
	const tell = (config: InternalAxiosRequestConfig, answer?: AxiosResponse): void => {
		const milliseconds = performance.now() - (started.get(config) ?? performance.now());
		heard(exchangeOf(client, config, answer, milliseconds));
	};
	const answering = response.use(
		(answer) => {
			tell(answer.config, answer);
			return answer;
		},
		(error: unknown) => {
			if (isAxiosError(error) && error.config) tell(error.config, error.response);
			throw error;
		},
	);
	return () => {
		request.eject(asking);
		response.eject(answering);
	};
}

function exchangeOf(
	client: AxiosInstance,
	config: InternalAxiosRequestConfig,
	answer: AxiosResponse | undefined,
	milliseconds: number,
): Exchange {
	const method = (config.method ?? 'get').toUpperCase();
	const route = routeOf(method, client.getUri(config));
	const exchange: Exchange = {
		method,
		...route,
		...(answer && { status: answer.status }),
		headers: headersOf(answer),
		milliseconds,
	};
	const said = parsed(answer?.data);
	if (isToken(exchange)) return { ...exchange, query: [], answer: lifeOf(said) };
	const sent = parsed(config.data);
	return {
		...exchange,
		...(sent === undefined ? {} : { sent }),
		...(said === undefined ? {} : { answer: said }),
	};
}

/** What a token call says of how long its token lives; the token itself is left out. */
function lifeOf(answer: unknown): unknown {
	if (typeof answer !== 'object' || answer === null || !('expires_in' in answer)) return undefined;
	return { expires_in: answer.expires_in };
}

function headersOf(answer: AxiosResponse | undefined): Record<string, string> {
	const given = answer?.headers ?? {};
	return Object.fromEntries(
		Object.entries(given)
			.map(([name, value]) => [name.toLowerCase(), String(value)] as const)
			.filter(([name]) => keptHeaders.includes(name)),
	);
}

/** A body as data, or as the text that it is. */
function parsed(body: unknown): unknown {
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	if (typeof text !== 'string') return text ?? undefined;
	if (text === '') return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
