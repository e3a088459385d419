import { setTimeout as wait } from 'node:timers/promises';

import type { Cluster } from './cluster.mts';
import { kill } from './processes.mts';
import { Receiver } from './receiver.mts';
import { expect, type Report } from './report.mts';
import { deliver, type Listening, orderEvent } from './trigger.mts';
import { eventsFor, published, settled } from './triggerOnce.mts';
import { Watcher } from './watchHost.mts';
import { WEBHOOK_KEY } from './workflows.mts';

/* Events that reach the trigger through two processes, which share no memory. */

/** How often each event is delivered, when several come at once. */
const COPIES = 4;
const EVENTS = 50;
const ONE_BY_ONE = 20;
/** Of the events that come to both processes at the same moment, so many may run twice. */
const MOST_TWICE = EVENTS / 2;

/** Delivers an event to one process, past the round robin. Returns the answer's status, 0 for none. */
async function deliverTo(base: string, { url }: Listening, id: string): Promise<number> {
	const path = new URL(url).pathname;
	return await deliver(`${base}${path}`, WEBHOOK_KEY, orderEvent(id)).catch(() => 0);
}

/** What ran: how many of the events never, once, and more than once. */
function tally(receiver: Receiver, ids: string[]) {
	const times = ids.map((id) => receiver.timesOf(id));
	const runs = times.reduce((sum, one) => sum + one, 0);
	const more = times.filter((one) => one > 1).length;
	const never = times.filter((one) => one === 0).length;
	return { runs, more, never, once: ids.length - more - never };
}

const told = ({ runs, more, never, once }: ReturnType<typeof tally>): string =>
	`${once} ran once, ${more} more than once, ${never} never (${runs} runs)`;

async function atTheSameMoment(cluster: Cluster, receiver: Receiver): Promise<string> {
	const { hooks } = cluster;
	const listening = await published({ ...cluster, n8n: hooks }, receiver, 'Same moment');
	const ids = eventsFor('SAME', EVENTS);
	const copies = ids.flatMap((id) => Array.from({ length: COPIES }, () => id));
	const answers = await Promise.all(
		copies.map(async (id) => ({ id, status: await deliverTo(hooks.url, listening, id) })),
	);
	// What was not acknowledged comes again, as from Ingram Micro.
	const refused = answers.filter(({ status }) => status !== 200);
	for (const { id } of refused) {
		expect((await deliverTo(hooks.url, listening, id)) === 200, 'a second delivery was refused');
	}
	const executions = await settled(cluster, listening.workflow);
	const result = tally(receiver, ids);
	const first = refused.map(({ status }) => status).join(', ');
	const again = refused.length > 0 ? `, ${refused.length} refused at first (${first})` : '';
	const words = `${copies.length} deliveries${again}, ${executions} executions: ${told(result)}`;
	expect(result.never === 0 && result.more <= MOST_TWICE, words);
	return words;
}

async function oneAfterTheOther(cluster: Cluster, receiver: Receiver): Promise<string> {
	const { hooks, processors } = cluster;
	const listening = await published({ ...cluster, n8n: hooks }, receiver, 'One, then the other');
	const ids = eventsFor('THEN', ONE_BY_ONE);
	for (const { url } of processors.slice(-2)) {
		for (const id of ids) {
			expect((await deliverTo(url, listening, id)) === 200, 'a delivery was refused');
		}
		await settled(cluster, listening.workflow);
	}
	const result = tally(receiver, ids);
	expect(result.once === ids.length, told(result));
	return told(result);
}

/** Kills a processor amid the deliveries; what got no answer comes again, to the one that is left. */
async function processorDies(cluster: Cluster, receiver: Receiver): Promise<string> {
	const { hooks, processors } = cluster;
	const listening = await published({ ...cluster, n8n: hooks }, receiver, 'Processor dies');
	const ids = eventsFor('DIES', EVENTS);
	const [victim] = processors;
	const sending = ids.map(async (id) => {
		const status = await deliverTo(hooks.url, listening, id);
		return { id, status };
	});
	await receiver.until(() => ids.some((id) => receiver.timesOf(id) > 0), 'the first event');
	await kill(victim.process);
	hooks.targets = hooks.targets.filter((url) => url !== victim.url);
	const failed = (await Promise.all(sending)).filter(({ status }) => status !== 200);
	for (const { id } of failed) {
		expect((await deliverTo(hooks.url, listening, id)) === 200, 'a second delivery was refused');
	}
	await wait(500);
	await settled(cluster, listening.workflow);
	// And once more all of them, as XI may.
	for (const id of ids) await deliverTo(hooks.url, listening, id);
	await settled(cluster, listening.workflow);
	processors.splice(0, 1, await cluster.addProcessor());
	const result = tally(receiver, ids);
	const words = `${failed.length} of ${EVENTS} deliveries got no answer and came again: ${told(result)}`;
	expect(result.never === 0 && result.more === 0, words);
	return words;
}

/** The main process polls; its executions run on the workers. */
async function watches(cluster: Cluster, receiver: Receiver): Promise<string> {
	const watcher = await Watcher.stored(cluster, receiver);
	await watcher.publish();
	await watcher.nextPoll();
	watcher.change(5);
	const { changed, told: came, twice, lost } = await watcher.told();
	const words = `of ${changed} quotes ${came} were told, ${twice} of them more than once`;
	expect(lost === 0 && twice === 0, words);
	await watcher.end();
	return words;
}

/** What the trigger does where two processes take its events. */
export async function deliveries(report: Report, cluster: Cluster): Promise<void> {
	const receiver = await Receiver.start();
	try {
		await report.check(
			`${ONE_BY_ONE} events to one processor, then to the other`,
			async () => await oneAfterTheOther(cluster, receiver),
		);
		await report.check(
			`${EVENTS} events, each ${COPIES} times at the same moment`,
			async () => await atTheSameMoment(cluster, receiver),
		);
		await report.check(
			'A processor that is killed loses nothing',
			async () => await processorDies(cluster, receiver),
		);
		await report.check(
			'A watch on the main process tells each change once',
			async () => await watches(cluster, receiver),
		);
	} finally {
		receiver.close();
	}
}
