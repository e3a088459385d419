import { sign } from '../nodes/shared/xi/signature.ts';

/** The webhook secret key that deliveries are signed with. */
export const KEY = 'bench-key';

const DELIVERIES = 150;
export const AT_ONCE = 10;

/** An event about one order. */
const orderEvent = (eventId: string) => ({
	topic: 'resellers/orders',
	event: 'im::updated',
	eventId,
	resource: [{ eventType: 'im::order_shipped', orderNumber: '20-RD128', lines: [] }],
});

/** An event about the stock of many SKUs. */
export const stockEvent = (eventId: string, skus: number) => ({
	topic: 'resellers/catalog',
	event: 'im::updated',
	eventTimeStamp: '2026-11-01T13:02:06.369Z',
	eventId,
	resource: Array.from({ length: skus }, (_, position) => ({
		eventType: 'IM::STOCK_UPDATE',
		ingramPartNumber: `SKU${position}`,
		vendorPartNumber: `V-${position}`,
		vendorName: 'Vendor',
		upcCode: '0886734869201',
		skuStatus: null,
		backOrderFlag: 'Y',
		totalAvailability: '120',
		links: [{ topic: 'orders', href: `/resellers/v5/catalog/SKU${position}`, type: 'GET' }],
	})),
});

/** Delivers an event as Ingram Micro does, and tells how many milliseconds the answer took. */
export async function deliver(url: string, event: { eventId: string }): Promise<number> {
	const body = JSON.stringify(event);
	const headers = {
		'Content-Type': 'application/json',
		'x-hub-signature': sign(KEY, event.eventId),
	};
	const start = performance.now();
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.text();
	if (response.status !== 200) throw new Error(`Answered with ${response.status}`);
	return performance.now() - start;
}

/** A trigger that takes deliveries. */
export interface Target {
	readonly url: string;
	/** Ends when all executions that deliveries have started are over; tells how many there were. */
	settled(): Promise<number>;
}

export interface Deliveries {
	/** Seconds of each block of deliveries, from the first that was sent to the last that was answered. */
	seconds: number[];
	/** Milliseconds of each answer. */
	answers: number[];
	sent: number;
	/** Executions that were started. */
	executions: number;
}

/**
 * Delivers events about one order to two triggers, ten at a time, in turns of a block each, so that
 * what the machine does besides falls on both alike. The first block of each is not counted.
 */
export async function inTurns<Name extends string>(
	targets: Record<Name, Target>,
	blocks: number,
): Promise<Record<Name, Deliveries>> {
	const names = Object.keys(targets) as Name[];
	const all = Object.fromEntries(
		names.map((name) => [name, { seconds: [], answers: [], sent: 0, executions: 0 }]),
	) as unknown as Record<Name, Deliveries>;
	for (let block = 0; block <= blocks; block++) {
		// Each goes first as often as the other.
		for (const name of block % 2 === 0 ? names : [...names].reverse()) {
			const { url, settled } = targets[name];
			const before = await settled();
			const answers: number[] = [];
			let next = 0;
			const sender = async () => {
				while (next < DELIVERIES) {
					const event = orderEvent(`${name}-${block}-${next++}`);
					answers.push(await deliver(url, event));
				}
			};
			const start = performance.now();
			await Promise.all(Array.from({ length: AT_ONCE }, sender));
			const seconds = (performance.now() - start) / 1_000;
			const executions = (await settled()) - before;
			if (block === 0) continue;
			const result = all[name];
			result.seconds.push(seconds);
			result.answers.push(...answers);
			result.sent += DELIVERIES;
			result.executions += executions;
		}
	}
	return all;
}
