import fc from 'fast-check';

import { sign, verifies } from '../../nodes/shared/signature.ts';
import { useBench } from './support.mts';
import { KEY, post, stockOf, useTrigger } from './triggerSupport.mts';

const bench = useBench();
const trigger = useTrigger(bench);

const BODIES = 10_000;
const AT_ONCE = 25;

const names = fc.constantFrom(
	'eventId',
	'EVENTID',
	'eventType',
	'topic',
	'event',
	'eventTimeStamp',
	'resource',
	'lines',
	'shipmentDetails',
	'orders',
	'products',
	'rejectedSkus',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'length',
);
const values = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.boolean(),
	fc.constantFrom(
		null,
		'im::order_shipped',
		'IM::STOCK_UPDATE',
		'im::quote_create',
		'IM::async_order_create',
		'2021-11-01T13:02:06+08:30',
		'0001-01-01',
		'9'.repeat(400),
	),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: false },
		values,
		fc.array(tie('tree'), { maxLength: 4 }),
		fc.dictionary(fc.oneof(names, fc.string({ maxLength: 8 })), tie('tree'), { maxKeys: 6 }),
	),
}));
const ids = fc.oneof(
	{ weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
	{ weight: 1, arbitrary: values },
	{ weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '\ud800', 'i'.repeat(5000)) },
);
const event = fc.record(
	{ eventId: ids, eventType: tree, topic: tree, event: tree, eventTimeStamp: tree, resource: tree },
	{ requiredKeys: ['eventId', 'resource'] },
);
const deep = fc
	.tuple(ids, fc.integer({ min: 1, max: 20_000 }), fc.boolean())
	.map(([eventId, depth, list]) => {
		const [open, close] = list ? ['[', ']'] : ['{"lines":', '}'];
		const resource = `${open.repeat(depth)}1${close.repeat(depth)}`;
		return `{"eventId":${JSON.stringify(eventId) ?? 'null'},"resource":${resource}}`;
	});
const huge = fc
	.tuple(ids, fc.integer({ min: 1_000, max: 200_000 }))
	.map(([eventId, length]) => JSON.stringify({ eventId, resource: { a: 'x'.repeat(length) } }));
const bodies = fc.oneof(
	{ weight: 5, arbitrary: event.map((one) => JSON.stringify(one)) },
	{ weight: 1, arbitrary: fc.array(event, { maxLength: 3 }).map((list) => JSON.stringify(list)) },
	{ weight: 2, arbitrary: tree.map((one) => JSON.stringify(one) ?? '') },
	{ weight: 1, arbitrary: deep },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
	{ weight: 1, arbitrary: huge },
	{
		weight: 1,
		arbitrary: event.map((one) => `{"__proto__":{"eventId":"A"},${JSON.stringify(one).slice(1)}`),
	},
);

/** The value of the first key of that name in any capitals, as the trigger is to read it. */
const idOf = (sent: unknown): unknown =>
	typeof sent === 'object' && sent !== null && !Array.isArray(sent)
		? Object.entries(sent).find(([name]) => name.toLowerCase() === 'eventid')?.[1]
		: undefined;

/** What the answer has to be, and the ID that the body is signed for. */
function expectedOf(body: string): { status: number; id: string } {
	let parsed: unknown;
	try {
		parsed = body === '' ? {} : JSON.parse(body);
	} catch {
		return { status: 422, id: '' };
	}
	const sent = (Array.isArray(parsed) ? parsed : [parsed]) as unknown[];
	const all = sent.map(idOf);
	if (all.length === 0) return { status: 400, id: '' };
	if (!all.every((id): id is string => typeof id === 'string' && id.trim() !== '')) {
		return { status: 400, id: '' };
	}
	const [id] = all;
	const genuine = all.every((other) => verifies([KEY], other, sign(KEY, id)));
	return { status: genuine ? 200 : 401, id };
}

it(`${BODIES} bodies of any kind get the right answer, and none does harm`, async () => {
	const unhandled: unknown[] = [];
	const note = (error: unknown) => void unhandled.push(error);
	process.on('unhandledRejection', note);
	const host = await trigger.publish({ options: { includeRawBody: true } });
	const wrong: Array<{ body: string; status: number; expected: number }> = [];
	const counts: Record<number, number> = {};
	let started = 0;
	for (let seed = 0; seed < BODIES / AT_ONCE; seed += 1) {
		await Promise.all(
			fc.sample(bodies, { numRuns: AT_ONCE, seed }).map(async (body) => {
				const expected = expectedOf(body);
				const signature = sign(KEY, expected.id);
				const { status } = await post(host.productionUrl, body, { 'x-hub-signature': signature });
				counts[status] = (counts[status] ?? 0) + 1;
				if (status !== expected.status) {
					wrong.push({ body: body.slice(0, 300), status, expected: expected.status });
				}
			}),
		);
		for (const { failed, run } of host.executions.splice(0)) {
			started += 1;
			expect(failed).toBeUndefined();
			expect((await run).data.resultData.error).toBeUndefined();
		}
	}
	process.off('unhandledRejection', note);
	process.stdout.write(`answers: ${JSON.stringify(counts)}, ${started} started\n`);
	expect(wrong).toEqual([]);
	expect(unhandled).toEqual([]);
	expect(Object.keys(counts)).toEqual(['200', '400', '401', '422']);
	expect({}).not.toHaveProperty('eventId');
}, 600_000);

it('a stock event of 4,000 products is one execution of 4,000 items', async () => {
	const host = await trigger.publish({ confirm: true });
	const skus = Array.from({ length: 4000 }, (_, position) => `SKU${position}`);
	const event = stockOf('STOCK', skus);
	const headers = { 'x-hub-signature': sign(KEY, 'STOCK') };
	expect((await post(host.productionUrl, JSON.stringify(event), headers)).status).toBe(200);
	expect(host.executions).toHaveLength(1);
	const run = await host.executions[0].run;
	expect(run.data.resultData.runData.Trigger[0].data?.main[0]).toHaveLength(4000);
	expect(bench.xi.requests).toEqual([]);
});
