import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isToken, routeOf } from '../../check/exchange.mts';
import { callKey } from '../conformance/document.mts';
import type { ExampleAnswer } from '../conformance/examples.mts';

/** A server that gives every call the example answer of the official document. */
export interface ExampleServer {
	readonly url: string;
	/** Calls that were answered, and calls of which the document has no example. */
	readonly answered: readonly string[];
	readonly unknown: readonly string[];
	close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function serveExamples(
	answers: ReadonlyMap<string, ExampleAnswer>,
): Promise<ExampleServer> {
	const byCall = new Map(
		[...answers].map(([call, answer]) => {
			const [method = '', path = ''] = call.split(' ');
			return [callKey(method, path), answer];
		}),
	);
	const answered: string[] = [];
	const unknown: string[] = [];
	const server = createServer((request, response) => {
		const { method = 'GET', url = '/' } = request;
		const route = routeOf(method, `http://here${url}`);
		request.resume();
		if (isToken(route)) {
			send(response, 200, { access_token: 'a-token', token_type: 'Bearer', expires_in: '86399' });
			return;
		}
		const found = byCall.get(callKey(method, route.endpoint));
		(found ? answered : unknown).push(`${method} ${route.endpoint}`);
		send(response, found?.status ?? 404, found?.body ?? {});
	});
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		answered,
		unknown,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => void server.close(() => resolve()));
		},
	};
}

function send(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}
