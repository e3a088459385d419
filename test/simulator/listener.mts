import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A post that came in. */
export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	raw: string;
	/** The body read as JSON. */
	body: Record<string, unknown>;
}

/** Somebody who listens for events on this machine. */
export interface Listener {
	readonly url: string;
	readonly received: Received[];
	/** What is answered; a status, or what decides on it. Default 200. */
	answer: number | ((received: Received) => number | Promise<number>);
	/** The most posts that were under way at once. */
	readonly most: number;
	/** Event IDs, in the order in which they came. */
	readonly ids: unknown[];
	close(): Promise<void>;
}

/** Starts a listener on a free port. */
export async function listen(): Promise<Listener> {
	const received: Received[] = [];
	let underWay = 0;
	let most = 0;
	const server = createServer((request, response) => {
		underWay += 1;
		most = Math.max(most, underWay);
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		response.on('close', () => {
			underWay -= 1;
		});
		request.on('end', () => {
			const raw = Buffer.concat(parts).toString('utf8');
			const { headers, url: path = '' } = request;
			const one = { path, headers, raw, body: JSON.parse(raw) as Received['body'] };
			received.push(one);
			const { answer } = listener;
			void Promise.resolve(typeof answer === 'number' ? answer : answer(one)).then((status) =>
				response.writeHead(status).end(),
			);
		});
	});
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const listener: Listener = {
		url: `http://127.0.0.1:${port}/hook`,
		received,
		answer: 200,
		get most() {
			return most;
		},
		get ids() {
			return received.map(({ body }) => (Array.isArray(body) ? body[0] : body).eventId as unknown);
		},
		close: async () => await closed(server),
	};
	return listener;
}

async function closed(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise<void>((resolve) => void server.close(() => resolve()));
}

/** Waits until something is so, for ten seconds at the most. */
export async function until(isSo: () => boolean): Promise<void> {
	const end = Date.now() + 10_000;
	while (!isSo()) {
		if (Date.now() > end) throw new Error('It never came to that');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
