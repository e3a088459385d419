import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { expect } from './report.mts';
import type { WorkflowNode } from './rest.mts';
import { alone, listen, type Listener, type Listening } from './trigger.mts';

const WITHIN_MS = 120_000;

/** Counts what gets beyond the trigger, by the event's ID and the product, if it is about one. */
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

/** Stores and activates the trigger and one more node, which tells the receiver what it got. */
export async function published(
	trial: Listener,
	receiver: Receiver,
	name: string,
): Promise<Listening> {
	const workflow = alone(trial);
	const [start] = workflow.nodes;
	const next: WorkflowNode = {
		id: crypto.randomUUID(),
		name: 'Goes on',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [440, 0],
		parameters: {
			url: `={{ "${receiver.url}/" + encodeURIComponent($json.eventId + ($json.ingramPartNumber ? " " + $json.ingramPartNumber : "")) }}`,
			options: {},
		},
	};
	return await listen(trial, {
		...workflow,
		name,
		nodes: [start, next],
		connections: { [start.name]: { main: [[{ node: next.name, type: 'main', index: 0 }]] } },
	});
}
