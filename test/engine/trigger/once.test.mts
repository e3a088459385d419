import { processedData } from '../processed.mts';
import { useBench } from '../support.mts';
import {
	deliver,
	freshTrigger,
	handedOn,
	itemsIn,
	outputOf,
	shipped,
	stockOf,
	useTrigger,
} from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

const bench = useBench();
const trigger = useTrigger(bench);

afterEach(() => {
	processedData.fails = undefined;
	processedData.failsOnce = undefined;
});

const IDS = Array.from({ length: 50 }, (_, position) => `EVENT${position}`);

/** The events of the deliveries that n8n made an execution of. */
const startedIn = (host: WebhookHost): unknown[] => itemsIn(host).map(({ eventId }) => eventId);
/** The events that went on to the rest of the workflow. */
const wentOn = async (host: WebhookHost): Promise<unknown[]> =>
	(await handedOn(host)).map(({ eventId }) => eventId);
const countOf = (values: unknown[]): Map<unknown, number> => {
	const counts = new Map<unknown, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
};

/** A little randomness that is the same in each run. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

const restart = async (host: WebhookHost) => {
	await host.stop();
	await host.startAgain(freshTrigger());
};

describe('each event starts the workflow once', () => {
	it('50 events, four deliveries of each at once, and again after a restart', async () => {
		const random = dice(7);
		const host = await trigger.publish({}, { writeMs: () => random() * 8 });
		const all = [...IDS, ...IDS, ...IDS, ...IDS];
		const answers = await Promise.all(all.map((id) => deliver(host.productionUrl, shipped(id))));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(startedIn(host).sort()).toEqual([...IDS].sort());

		await restart(host);
		await Promise.all(all.map((id) => deliver(host.productionUrl, shipped(id))));
		expect((await wentOn(host)).sort()).toEqual([...IDS].sort());
		// n8n's database knows them only in an execution, so each shows once as an empty one.
		expect(host.executions).toHaveLength(100);
	}, 120_000);

	it.each([1, 10, 50])(
		'%i events one after the other, and again after a restart',
		async (count) => {
			const ids = IDS.slice(0, count);
			const host = await trigger.publish();
			for (const id of ids) await deliver(host.productionUrl, shipped(id));
			await restart(host);
			for (const id of ids) await deliver(host.productionUrl, shipped(id));
			expect(await wentOn(host)).toEqual(ids);
		},
	);

	it('50 events at once, each delivered once, and again after a restart', async () => {
		const random = dice(11);
		const host = await trigger.publish({}, { writeMs: () => random() * 8 });
		await Promise.all(IDS.map((id) => deliver(host.productionUrl, shipped(id))));
		await handedOn(host);
		await restart(host);
		await Promise.all(IDS.map((id) => deliver(host.productionUrl, shipped(id))));
		expect((await wentOn(host)).sort()).toEqual([...IDS].sort());
	}, 120_000);

	it('a repeat that the process knows makes no execution', async () => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, shipped('ONE'));
		await restart(host);
		const again = await deliver(host.productionUrl, shipped('ONE'));
		expect(again).toEqual({ status: 200, body: { message: 'Workflow was started' } });
		const third = await deliver(host.productionUrl, shipped('ONE'));
		expect(third).toEqual({ status: 200, body: { message: 'Webhook call received' } });
		expect(host.executions).toHaveLength(2);
		expect(await wentOn(host)).toEqual(['ONE']);
	});

	it('another body behind the same ID is a repeat too', async () => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, shipped('ONE'));
		await deliver(host.productionUrl, shipped('ONE', '20-OTHER'));
		expect(itemsIn(host).map(({ ingramOrderNumber }) => ingramOrderNumber)).toEqual(['20-RD128']);
	});

	it('what was dropped as not wanted does not count as started', async () => {
		const host = await trigger.publish({ triggerOn: ['orderShipped'] });
		const voided = shipped('ONE', '20-RD128', { eventType: 'im::order_voided' });
		expect((await deliver(host.productionUrl, voided)).status).toBe(200);
		await deliver(host.productionUrl, shipped('ONE'));
		expect(host.executions).toHaveLength(1);
	});

	it('what n8n could not start does not count as started, nor do its repeats get lost', async () => {
		let works = false;
		const host = await trigger.publish({}, { canStart: () => works });
		const failed = await Promise.all(
			[1, 2, 3].map(() => deliver(host.productionUrl, shipped('ONE'))),
		);
		expect(failed.map(({ status }) => status)).toEqual([500, 500, 500]);
		works = true;
		await deliver(host.productionUrl, shipped('TWO'));
		await deliver(host.productionUrl, shipped('ONE'));
		await deliver(host.productionUrl, shipped('ONE'));
		expect(startedIn(host)).toEqual(['TWO', 'ONE']);
	});

	it('another life of n8n knows what this one has handed on', async () => {
		const host = await trigger.publish();
		for (const id of ['ONE', 'TWO']) await deliver(host.productionUrl, shipped(id));
		await restart(host);
		for (const id of ['TWO', 'THREE', 'ONE']) await deliver(host.productionUrl, shipped(id));
		expect(await wentOn(host)).toEqual(['ONE', 'TWO', 'THREE']);
	});

	it('what another process wrote over is written again with the next event', async () => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, shipped('ONE'));
		await handedOn(host);
		processedData.forget(host.workflowId, 'trigger');
		await deliver(host.productionUrl, shipped('TWO'));
		await handedOn(host);
		await restart(host);
		for (const id of ['ONE', 'TWO']) await deliver(host.productionUrl, shipped(id));
		expect(await wentOn(host)).toEqual(['ONE', 'TWO']);
	});

	it('remembers no more than n8n is told to keep, and the newest', async () => {
		const host = await trigger.publish();
		const skus = Array.from({ length: 4000 }, (_, position) => `SKU${position}`);
		for (const id of ['S1', 'S2', 'S3', 'S4', 'S5', 'S6']) {
			await deliver(host.productionUrl, stockOf(id, skus));
			await handedOn(host);
		}
		expect(processedData.entriesOf(host.workflowId, 'trigger')).toHaveLength(20_000);
		await restart(host);
		const before = (await handedOn(host)).length;
		await deliver(host.productionUrl, stockOf('S6', skus));
		await deliver(host.productionUrl, stockOf('S3', skus));
		expect(await handedOn(host)).toHaveLength(before);
	});
});

describe('an execution that is run again', () => {
	it('from the list gets its items, and its event still counts as started', async () => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, shipped('ONE'));
		const again = await host.retry(host.executions[0]);
		expect(outputOf(again)).toEqual([expect.objectContaining({ eventId: 'ONE' })]);
		await restart(host);
		await deliver(host.productionUrl, shipped('ONE'));
		expect(await wentOn(host)).toEqual(['ONE']);
	});

	it('from the list before it got to the trigger uses up its event', async () => {
		const host = await trigger.publish();
		processedData.fails = new Error('database is locked');
		await deliver(host.productionUrl, shipped('ONE'));
		const first = await host.executions[0].run;
		expect(first.data.resultData.error).toMatchObject({
			message: expect.stringContaining('n8n could not look up whether this event'),
			description: expect.stringContaining('database is locked'),
		});
		processedData.fails = undefined;
		expect(outputOf(await host.retry(host.executions[0]))).toHaveLength(1);
		await restart(host);
		await deliver(host.productionUrl, shipped('ONE'));
		expect(await wentOn(host)).toEqual([]);
	});

	it('by the queue, as its worker has died, gets its items too; a repeat still gets none', async () => {
		const host = await trigger.publish();
		await deliver(host.productionUrl, shipped('ONE'));
		await handedOn(host);
		await restart(host);
		expect(outputOf(await host.runAgain(host.executions[0]))).toHaveLength(1);
		await deliver(host.productionUrl, shipped('ONE'));
		await handedOn(host);
		expect(outputOf(await host.executions[1].run)).toEqual([]);
	});

	it('is not needed where n8n cannot look up at first, as when two make the list', async () => {
		const host = await trigger.publish();
		processedData.failsOnce = new Error('UNIQUE constraint failed');
		await deliver(host.productionUrl, shipped('ONE'));
		expect(await wentOn(host)).toEqual(['ONE']);
	});
});

describe('killed in the middle', () => {
	async function killed(seed: number, answersFirst: boolean) {
		const random = dice(seed * 131);
		const host = await trigger.publish({}, { writeMs: () => random() * 6, answersFirst });
		const answered = new Set<string>();
		const send = async (id: string) => {
			const answer = await deliver(host.productionUrl, shipped(id)).catch(() => undefined);
			if (answer?.status === 200) answered.add(id);
		};
		const sending = Promise.all([...IDS, ...IDS].map(send));
		while (host.executions.length < 5 + seed * 4) {
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		await host.kill();
		await sending;
		const written = new Set(startedIn(host));
		expect(written.size).toBeLessThan(IDS.length);
		const cutOff = [...answered].filter((id) => !written.has(id));

		await host.startAgain(freshTrigger());
		const open = IDS.filter((id) => !answered.has(id));
		await Promise.all(open.map(send));
		const counts = countOf(await wentOn(host));
		await host.stop();
		expect(answered.size).toBe(IDS.length);
		const twice = [...counts.values()].filter((count) => count > 1).length;
		// What the kill broke off is in n8n's list, where a person can run it again.
		const states = await Promise.all(
			host.executions.map(async ({ run, items }) => ({
				id: items[0].json.eventId,
				broken: (await run).data.resultData.error !== undefined,
			})),
		);
		const lost = IDS.filter((id) => !states.some((state) => state.id === id));
		const brokenOff = states.filter(({ id, broken }) => broken && !counts.has(id)).length;
		process.stdout.write(
			`killed after ${written.size} executions: ${open.length} delivered again, ${twice} went on twice, ${lost.length} lost, ${brokenOff} broken off, ${cutOff.length} between n8n's answer and its execution\n`,
		);
		const missing = IDS.filter((id) => !counts.has(id)).length;
		return { lost, cutOff, twice, missing, brokenOff };
	}

	it.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'nothing is lost and nothing goes on twice, try %i',
		async (seed) => {
			const { lost, twice, missing, brokenOff } = await killed(seed, false);
			expect([lost, twice]).toEqual([[], 0]);
			expect(missing).toBe(brokenOff);
		},
		120_000,
	);

	/*
	 * n8n 1.123 sends the answer a moment before it has written the execution down, whatever the trigger.
	 * An event that is killed in that moment has its answer and no execution; no trigger can help that.
	 * Deliveries take turns, so it is one at most. All that got no answer must run when it comes again.
	 */
	it.each([1, 2, 3, 4])(
		'nothing is lost that got no answer, where n8n answers first, try %i',
		async (seed) => {
			const { lost, cutOff, twice } = await killed(seed, true);
			expect(lost).toEqual(cutOff);
			expect(cutOff.length).toBeLessThanOrEqual(1);
			expect(twice).toBe(0);
		},
		120_000,
	);
});
