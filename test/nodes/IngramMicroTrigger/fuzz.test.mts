import { EventEmitter } from 'node:events';

import fc from 'fast-check';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { receive } from '../../../nodes/IngramMicroTrigger/delivery.ts';
import { sign } from '../../../nodes/shared/xi/signature.ts';
import { bodies, expectedOf } from './bodies.mts';

const KEY = 'key';
const BODIES = 10_000;
const AT_ONCE = 50;
const RETURNS = ['resource', 'line', 'event'];

/** The part of n8n's response that the node uses. */
class Response extends EventEmitter {
	statusCode = 200;
	writableFinished = false;
	destroyed = false;
	writeHead(status: number) {
		this.statusCode = status;
	}
	end() {
		this.writableFinished = true;
		this.emit('finish');
	}
}

/** Hands a parsed body to the node as n8n does, and answers as n8n does. */
async function deliver(
	body: unknown,
	signature: string,
	returned: string,
): Promise<{ status: number; result: IWebhookResponseData }> {
	const response = new Response();
	const parameters: IDataObject = {
		confirm: false,
		triggerOn: [
			'orderShipped',
			'stockUpdate',
			'quoteCreated',
			'quoteFailed',
			'asyncOrderFailed',
			'other',
		],
		return: returned,
		options: { includeRawBody: true },
	};
	const context = {
		getBodyData: () => body ?? {},
		getHeaderData: () => ({ 'x-hub-signature': signature }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => ({ webhookSecretKeys: KEY }),
		getMode: () => 'webhook',
		getWorkflow: () => ({ id: 'fuzz' }),
		getNode: () => ({ id: 'node' }),
		getResponseObject: () => response,
		logger: { debug: () => {}, error: () => {} },
	} as unknown as IWebhookFunctions;
	const result = await receive(context);
	if (!result.noWebhookResponse) response.end();
	return { status: response.statusCode, result };
}

it(`${BODIES} bodies of any kind get the right answer, and none does harm`, async () => {
	const unhandled: unknown[] = [];
	const note = (error: unknown) => void unhandled.push(error);
	process.on('unhandledRejection', note);
	const wrong: unknown[] = [];
	const counts: Record<number, number> = {};
	const started: unknown[] = [];
	for (let seed = 0; seed < BODIES / AT_ONCE; seed += 1) {
		const sample = fc.sample(bodies, { numRuns: AT_ONCE, seed });
		await Promise.all(
			sample.map(async (body, position) => {
				const expected = expectedOf(body, KEY);
				let status = 422;
				if (expected.status !== 422) {
					const parsed: unknown = body === '' ? {} : JSON.parse(body);
					const signature = sign(KEY, expected.id);
					const got = await deliver(parsed || {}, signature, RETURNS[position % 3]);
					({ status } = got);
					if (got.result.workflowData) {
						started.push(expected.id);
						expect(() => JSON.stringify(got.result.workflowData)).not.toThrow();
					}
				}
				counts[status] = (counts[status] ?? 0) + 1;
				if (status !== expected.status) wrong.push({ body: body.slice(0, 300), status, expected });
			}),
		);
	}
	process.off('unhandledRejection', note);
	process.stdout.write(`answers: ${JSON.stringify(counts)}, ${started.length} started\n`);
	expect(wrong).toEqual([]);
	expect(unhandled).toEqual([]);
	expect(Object.keys(counts)).toEqual(['200', '400', '401', '422']);
	// Only one that was pushed out of the memory by 2,000 others may have started again.
	const last = new Map<unknown, number>();
	for (const [position, id] of started.entries()) {
		const before = last.get(id);
		if (before !== undefined) expect(position - before).toBeGreaterThan(1_500);
		last.set(id, position);
	}
	expect(started.length).toBeGreaterThan(1_000);
	expect({}).not.toHaveProperty('eventId');
}, 300_000);
