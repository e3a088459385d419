import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before several processes that take webhooks, as a load balancer does. */
export interface RoundRobin {
	readonly url: string;
	/** Whom it hands calls to, in turn. */
	targets: string[];
	close(): void;
}

/** Hands each call to the next target. A target that does not answer makes it a 502. */
export async function startRoundRobin(): Promise<RoundRobin> {
	let next = 0;
	const server = createServer((incoming, outgoing) => {
		const target = balancer.targets[next++ % balancer.targets.length];
		const { method, headers } = incoming;
		const forwarded = request(`${target}${incoming.url ?? '/'}`, { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		forwarded.once('error', () => outgoing.writeHead(502).end());
		incoming.pipe(forwarded);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const balancer: RoundRobin = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		targets: [],
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
	return balancer;
}
