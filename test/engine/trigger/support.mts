import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type {
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	IRun,
	IWorkflowBase,
} from 'n8n-workflow';

import { EVENT_NAMES } from '../../../nodes/IngramMicroTrigger/kinds.ts';
import { sign } from '../../../nodes/shared/xi/signature.ts';
import { CREDENTIAL_TYPE, typeOf } from '../engine.mts';
import type { Bench } from '../support.mts';
import { type HostOptions, WebhookHost } from '../webhooks.mts';

export const KEY = 'xi-docs-secret-0001';

/** All that can be chosen. */
export const EVERYTHING: string[] = EVENT_NAMES;

export interface Answer {
	status: number;
	body: unknown;
}

export interface TriggerBench {
	/** A published workflow that begins with the trigger; closed after the test. */
	publish(parameters?: INodeParameters, options?: Partial<HostOptions>): Promise<WebhookHost>;
	/** The same, before it is published. */
	host(parameters?: INodeParameters, options?: Partial<HostOptions>): Promise<WebhookHost>;
	/** A published workflow of `examples/`, by its name; its trigger is the first of its nodes. */
	example(name: string): Promise<WebhookHost>;
}

/** Workflows with the trigger, over the engine, the simulator and the credential of a bench. */
export function useTrigger(bench: Bench, webhookSecretKeys = KEY): TriggerBench {
	const hosts: WebhookHost[] = [];
	afterEach(async () => {
		for (const host of hosts.splice(0)) await host.close();
	});
	const credentials = async (): Promise<INode['credentials']> => {
		const { id, name } = await bench.engine.addCredential(bench.xi.url, { webhookSecretKeys });
		return { [CREDENTIAL_TYPE]: { id, name } };
	};
	const start = async (options: HostOptions): Promise<WebhookHost> => {
		const made = new WebhookHost(bench.engine, options);
		hosts.push(made);
		return await made.start();
	};
	const published = async (made: WebhookHost): Promise<WebhookHost> => {
		await made.publish();
		return made;
	};
	const host: TriggerBench['host'] = async (parameters = {}, { nodes = [], ...options } = {}) => {
		const trigger: INode = {
			id: 'trigger',
			name: 'Trigger',
			type: typeOf('ingramMicroTrigger'),
			typeVersion: 1.1,
			position: [0, 0],
			webhookId: '7c1d3c9a-8a4b-4a6f-9a55-1f0f3f0b2a10',
			parameters: { triggerOn: EVERYTHING, confirm: false, ...parameters },
			credentials: await credentials(),
		};
		return await start({ nodes: [trigger, ...nodes], ...options });
	};
	return {
		host,
		publish: async (parameters, options) => await published(await host(parameters, options)),
		example: async (name) => {
			const { nodes, connections } = JSON.parse(
				readFileSync(join('examples', `${name}.json`), 'utf8'),
			) as IWorkflowBase;
			const own = await credentials();
			const withCredentials = nodes
				// Notes do nothing.
				.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
				.map((node) => ({ ...node, ...(node.credentials && { credentials: own }) }));
			return await published(await start({ nodes: withCredentials, connections }));
		},
	};
}

/** The trigger's type, loaded anew: it remembers nothing, as after a restart. */
export function freshTrigger(): INodeType {
	let fresh: INodeType | undefined;
	jest.isolateModules(() => {
		const path = resolve('dist/nodes/IngramMicroTrigger/IngramMicroTrigger.node.js');
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { IngramMicroTrigger } = require(path) as { IngramMicroTrigger: new () => INodeType };
		fresh = new IngramMicroTrigger();
	});
	if (!fresh) throw new Error('The trigger could not be loaded');
	return fresh;
}

/** Posts a body as it stands. */
export async function post(
	url: string,
	body: string,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', ...headers },
		body,
	});
	const text = await response.text();
	return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Delivers an event as Ingram Micro does; signed for its own ID unless told otherwise. */
export async function deliver(
	url: string,
	body: unknown,
	signature: string | undefined = sign(KEY, idOf(body)),
): Promise<Answer> {
	const headers: Record<string, string> =
		signature === undefined ? {} : { 'x-hub-signature': signature };
	return await post(url, JSON.stringify(body), headers);
}

const idOf = (body: unknown): string => {
	const event = (Array.isArray(body) ? body[0] : body) as { eventId?: string };
	return event.eventId ?? '';
};

/** An event about an order. */
export const shipped = (eventId: string, orderNumber = '20-RD128', more: object = {}) => ({
	topic: 'resellers/orders',
	event: 'im::updated',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	eventId,
	resource: [
		{
			eventType: 'im::order_shipped',
			orderNumber,
			customerOrderNumber: 'ZENPO',
			lines: [{ ingramLineNumber: '001', lineStatus: 'IM::shipped', shippedQuantity: 2 }],
			...more,
		},
	],
});

/** An event about the stock of products. */
export const stockOf = (eventId: string, skus: readonly string[]) => ({
	topic: 'resellers/catalog',
	event: 'im::updated',
	eventTimeStamp: '2021-11-01T13:02:06.369Z',
	eventId,
	resource: skus.map((ingramPartNumber) => ({
		eventType: 'IM::STOCK_UPDATE',
		ingramPartNumber,
		backOrderFlag: 'Y',
		totalAvailability: '120',
	})),
});

/** What the deliveries gave to all executions. */
export const itemsIn = (host: WebhookHost) =>
	host.executions.flatMap(({ items }) => items.map(({ json }) => json));

/** What the trigger handed on in all executions, once they have ended. */
export async function handedOn(host: WebhookHost): Promise<IDataObject[]> {
	const runs = await Promise.all(
		host.executions.map(async ({ run }) => await run.catch(() => undefined)),
	);
	return runs.flatMap((run) => (run ? outputOf(run) : []));
}

/** What the trigger handed on in a run. */
export const outputOf = ({ data }: IRun): IDataObject[] =>
	(data.resultData.runData.Trigger?.[0]?.data?.main[0] ?? []).map(({ json }) => json);
