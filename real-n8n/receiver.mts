import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { expect } from './report.mts';

const WITHIN_MS = 120_000;

/** Counts what gets beyond a trigger, by the key that a node behind it puts into its address. */
export class Receiver {
	private readonly calls: string[] = [];
	/** What is refused with 500. */
	refused = '';

	private constructor(private readonly server: Server) {
		server.on('request', (request, response) => {
			const key = decodeURIComponent(request.url?.slice(1) ?? '');
			this.calls.push(key);
			response.writeHead(key === this.refused ? 500 : 200).end();
		});
	}

	static async start(): Promise<Receiver> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Receiver(server);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	timesOf(key: string): number {
		return this.calls.filter((call) => call === key).length;
	}

	/** How often each key came that begins so, without that beginning. */
	timesFrom(beginning: string): Map<string, number> {
		const keys = this.calls.filter((call) => call.startsWith(beginning));
		const times = new Map<string, number>();
		for (const key of keys.map((call) => call.slice(beginning.length))) {
			times.set(key, (times.get(key) ?? 0) + 1);
		}
		return times;
	}

	async until(holds: () => boolean, what: string): Promise<void> {
		const deadline = Date.now() + WITHIN_MS;
		while (!holds()) {
			expect(Date.now() < deadline, `${what}: not within ${WITHIN_MS / 1000} s`);
			await wait(50);
		}
	}

	close(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
}
