import { request as requestHttp, Agent } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';

/** What became of one post. */
export interface Receipt {
	/** Undefined: nobody answered. */
	status?: number;
	/** Why nobody answered, in Node's words. */
	error?: string;
	durationMs: number;
}

/** Carries JSON to addresses outside the simulator. */
export interface Courier {
	/**
	 * Posts once and never throws: what went wrong stands in the receipt.
	 *
	 * @param url http or https; a redirect is not followed
	 * @param body sent as it is
	 * @param timeoutMs real time until the attempt counts as failed
	 */
	post(
		url: string,
		body: string,
		headers: Record<string, string>,
		timeoutMs: number,
	): Promise<Receipt>;
	/** Breaks off what is under way and takes nothing more. */
	stop(): void;
}

/** Makes a courier; its connections stay open between posts, as those of a busy sender do. */
export function createCourier(): Courier {
	const underWay = new Set<() => void>();
	let stopped = false;
	const agents = {
		'http:': new Agent({ keepAlive: true }),
		'https:': new SecureAgent({ keepAlive: true }),
	};

	const attempt = async (
		url: URL,
		body: string,
		headers: Record<string, string>,
		signal: AbortSignal,
	): Promise<number> =>
		await new Promise((resolve, reject) => {
			const secure = url.protocol === 'https:';
			const outgoing = (secure ? requestHttps : requestHttp)(url, {
				method: 'POST',
				agent: secure ? agents['https:'] : agents['http:'],
				headers: {
					Accept: 'application/json',
					'Content-Type': 'application/json',
					...headers,
					'Content-Length': Buffer.byteLength(body),
				},
				signal,
			});
			outgoing.on('error', reject);
			outgoing.on('response', (incoming) => {
				incoming.on('error', reject);
				incoming.on('end', () => resolve(incoming.statusCode ?? 0));
				incoming.resume();
			});
			outgoing.end(body);
		});

	return {
		post: async (url, body, headers, timeoutMs) => {
			const begun = performance.now();
			const taken = (): number => Math.round(performance.now() - begun);
			const abort = new AbortController();
			let late = false;
			const timer = setTimeout(() => {
				late = true;
				abort.abort();
			}, timeoutMs);
			const end = (): void => abort.abort();
			underWay.add(end);
			if (stopped) end();
			try {
				const status = await attempt(new URL(url), body, headers, abort.signal);
				return { status, durationMs: taken() };
			} catch (error) {
				const why = late ? `No answer in ${timeoutMs} ms` : wordsOf(error);
				return { error: why, durationMs: taken() };
			} finally {
				clearTimeout(timer);
				underWay.delete(end);
			}
		},
		stop: () => {
			stopped = true;
			for (const end of underWay) end();
			for (const agent of Object.values(agents)) agent.destroy();
		},
	};
}

/** True when the receiver has taken it. Assumption: any 2xx counts. */
export function isTaken({ status = 0 }: Receipt): boolean {
	return status >= 200 && status <= 299;
}

function wordsOf(error: unknown): string {
	// The code says it in one word; the message repeats the address.
	if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
	return error instanceof Error ? error.message : String(error);
}
