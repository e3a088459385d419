import fc from 'fast-check';

import { sign } from '../../../nodes/shared/xi/signature.ts';
import { useBench } from '../support.mts';
import { bodies, expectedOf } from '../../nodes/IngramMicroTrigger/bodies.mts';
import { KEY, post, stockOf, useTrigger } from './support.mts';

const bench = useBench();
const trigger = useTrigger(bench);

/** A sample; all 10,000 go through the node itself in its own tests. */
const BODIES = 500;
const AT_ONCE = 25;

it(`${BODIES} bodies of any kind get the right answer over HTTP, and none does harm`, async () => {
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
				const expected = expectedOf(body, KEY);
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
}, 300_000);

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
