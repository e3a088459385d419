import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { MOST_PARTS } from '../../../nodes/IngramMicroTrigger/repeatsInProcess.ts';
import { sign } from '../../../nodes/shared/xi/signature.ts';
import { processedData } from '../processed.mts';
import { useBench } from '../support.mts';
import {
	deliver,
	freshTrigger,
	handedOn,
	KEY,
	post,
	shipped,
	stockOf,
	useTrigger,
} from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

/*
 * A stock event may come in parts, each with the ID of the event. The remembered ID is the only guard
 * against a captured pair of ID and signature, so of a known ID only products start that it has not told.
 */

const bench = useBench();
const trigger = useTrigger(bench);

const productsIn = (items: readonly IDataObject[]): unknown[] =>
	items.flatMap(({ resources, ingramPartNumber }) =>
		Array.isArray(resources)
			? (resources as IDataObject[]).map((one) => one.ingramPartNumber)
			: [ingramPartNumber],
	);

const told = async (host: WebhookHost): Promise<unknown[]> => productsIn(await handedOn(host));

const restart = async (host: WebhookHost): Promise<void> => {
	await handedOn(host);
	await host.stop();
	await host.startAgain(freshTrigger());
};
const nothing = async (): Promise<void> => {};

describe.each<[string, (host: WebhookHost) => Promise<void>]>([
	['in one process', nothing],
	['over restarts', restart],
])('%s', (_, between) => {
	const RETURNS: INodeParameters[] = ['resource', 'line', 'event'].map((value) => ({
		return: value,
	}));

	it.each(RETURNS)('an event in parts starts with what it has not told, with %j', async (one) => {
		const host = await trigger.publish(one);
		await deliver(host.productionUrl, stockOf('S', ['A1', 'B2']));
		await between(host);
		await deliver(host.productionUrl, stockOf('S', ['B2', 'C3', 'a1 ']));
		await between(host);
		await deliver(host.productionUrl, stockOf('S', ['D4', 'C3']));
		expect(await told(host)).toEqual(['A1', 'B2', 'C3', 'D4']);
	});

	it.each<[string, object, object]>([
		['an order behind the ID of a stock event', stockOf('S', ['A1']), shipped('S')],
		['a stock event behind the ID of an order', shipped('S'), stockOf('S', ['A1'])],
		['another order behind the ID of an order', shipped('S'), shipped('S', '20-OTHER')],
		['a product without a number', stockOf('S', ['A1']), stockOf('S', [''])],
		['a stock event again', stockOf('S', ['A1', 'B2']), stockOf('S', ['B2', 'A1'])],
	])('%s is a repeat', async (__, first, second) => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, first);
		const before = await handedOn(host);
		await between(host);
		// More than once: what a repeat leaves behind must not open the way for the next.
		for (let time = 0; time < 3; time += 1) {
			await deliver(host.productionUrl, second);
			await between(host);
		}
		expect(await handedOn(host)).toEqual(before);
	});
});

it('lets in no more than a number of parts', async () => {
	const host = await trigger.publish();
	for (let part = 0; part < MOST_PARTS + 3; part += 1) {
		await deliver(host.productionUrl, stockOf('S', [`SKU${part}`]));
	}
	expect(await told(host)).toHaveLength(MOST_PARTS);
});

it('parts that come at the same moment start each product once', async () => {
	const host = await trigger.publish({}, { writeMs: () => 3 });
	const parts = [['A1', 'B2'], ['B2', 'C3'], ['C3', 'A1'], ['D4']];
	await Promise.all(parts.map((skus) => deliver(host.productionUrl, stockOf('S', skus))));
	expect((await told(host)).sort()).toEqual(['A1', 'B2', 'C3', 'D4']);
});

it('a product that Ingram Micro does not know is not told, and may come again', async () => {
	const [known, another] = bench.xi.products.map(({ ingramPartNumber }) => ingramPartNumber);
	const host = await trigger.publish({ confirm: true });
	await deliver(host.productionUrl, stockOf('S', [known, 'NOSUCH']));
	await restart(host);
	await deliver(host.productionUrl, stockOf('S', [known.toLowerCase(), another]));
	expect(await told(host)).toEqual([known, another]);
});

describe('two entries with one ID in one body', () => {
	it.each<[string, object[], unknown[]]>([
		[
			'parts of a stock event',
			[stockOf('S', ['A1', 'B2']), stockOf('S', ['B2', 'C3'])],
			['A1', 'B2', 'C3'],
		],
		['a stock event and an order', [stockOf('S', ['A1']), shipped('S')], ['A1']],
		['an order and a stock event', [shipped('S'), stockOf('S', ['A1'])], [undefined]],
		['two orders', [shipped('S'), shipped('S', '20-OTHER')], [undefined]],
		['an entry that tells a product twice', [stockOf('S', ['A1', 'A1'])], ['A1', 'A1']],
	])('%s', async (_, body, expected) => {
		const host = await trigger.publish();
		expect((await deliver(host.productionUrl, body)).status).toBe(200);
		expect(await told(host)).toEqual(expected);
		await restart(host);
		await deliver(host.productionUrl, body);
		expect(await told(host)).toEqual(expected);
	});
});

it('of several events in one body only those go on that have not started, each item as it was', async () => {
	const host = await trigger.publish({ verifySignature: false, return: 'line' });
	const send = async (body: object) => await post(host.productionUrl, JSON.stringify(body));
	await send([shipped('B', '20-B')]);
	await restart(host);
	await send([shipped('A', '20-A'), shipped('B', '20-B'), shipped('C', '20-C')]);
	const items = await handedOn(host);
	expect(items.map(({ eventId, ingramOrderNumber }) => [eventId, ingramOrderNumber])).toEqual([
		['B', '20-B'],
		['A', '20-A'],
		['C', '20-C'],
	]);
});

it('the test URL asks n8n for nothing and leaves nothing with it', async () => {
	const host = await trigger.host();
	for (let time = 0; time < 2; time += 1) {
		await host.listen();
		await deliver(host.testUrl, stockOf('S', ['A1']));
	}
	expect(await told(host)).toEqual(['A1', 'A1']);
	expect(processedData.entriesOf(host.workflowId, 'trigger')).toEqual([]);
});

describe('a numeric eventId', () => {
	const bodyWith = (number: string) => `{"eventId":${number},"resource":[]}`;
	const send = async (host: WebhookHost, number: string, signed = number) =>
		await post(host.productionUrl, bodyWith(number), { 'x-hub-signature': sign(KEY, signed) });

	it.each(['7', '0', '9007199254740991', '353918050000123'])(
		'is taken as the text %s, and is the same event as that text',
		async (number) => {
			const host = await trigger.publish();
			expect((await send(host, number)).status).toBe(200);
			expect((await deliver(host.productionUrl, { eventId: number, resource: [] })).status).toBe(
				200,
			);
			expect((await handedOn(host)).map(({ eventId }) => eventId)).toEqual([number]);
		},
	);

	it('is refused where another one is signed', async () => {
		const host = await trigger.publish();
		expect((await send(host, '7', '8')).status).toBe(401);
	});

	it.each(['9007199254740993', '353918050000123456', '1e21', '1.5', '-0.1'])(
		'%s is answered with a sentence',
		async (number) => {
			const host = await trigger.publish();
			expect(await send(host, number)).toEqual({
				status: 400,
				body: {
					message:
						'The eventId is a number that cannot be read exactly: it must be a text, or a whole number up to 9007199254740991',
				},
			});
			expect(host.executions).toEqual([]);
		},
	);
});
