import type { IWebhookFunctions } from 'n8n-workflow';

import { ask } from '../shared/loop/call';
import type { Ask } from '../shared/operation';
import type { XiCredential } from '../shared/transport/account';
import { pause } from '../shared/transport/pause';
import { CREDENTIAL } from '../shared/transport/send';
import { askedFor, type Subject } from './kinds';
import { couldNotAsk, notNow, Readings, type Reads, type Verdict } from './readBack';

/** The only place from which the trigger calls Ingram Micro: each call has what is left of the deadline. */
function readsWithin(context: IWebhookFunctions, credential: XiCredential, ms: number): Reads {
	const until = Date.now() + ms;
	const reads =
		(repeatable: boolean): Ask =>
		async (request, read) => {
			const left = Math.max(until - Date.now(), 1);
			const settings = { credential, repeatable, maxWaitMs: left, timeoutMs: left };
			return await ask(context, request, settings, read);
		};
	return { ask: reads(true), askOnce: reads(false) };
}

/**
 * Asks Ingram Micro about the resources of a delivery. A signature covers only the ID of an event, so
 * what an event says may be made up; what Ingram Micro answers is not.
 *
 * @param deadlineMs the sender waits meanwhile: what is not known by then is not confirmed
 * @returns a verdict for each resource, in their order; never throws
 */
export async function confirm(
	context: IWebhookFunctions,
	resources: readonly Subject[],
	deadlineMs: number,
): Promise<Verdict[]> {
	const late = notNow(
		`Ingram Micro did not answer within ${deadlineMs / 1000} seconds, as the option Deadline allows`,
	);
	if (resources.length === 0) return [];
	const work = begin(context, resources, deadlineMs);
	const verdicts = resources.map((): Verdict => late);
	let open = resources.length;
	const each = work.map(async (verdict, position) => {
		verdicts[position] = await verdict.catch(couldNotAsk);
		open -= 1;
	});
	const all = Promise.all(each);
	const until = Date.now() + deadlineMs;
	while (open > 0 && Date.now() < until) {
		await Promise.race([all, pause(Math.min(100, until - Date.now()))]);
	}
	// What comes in later must not change what was decided.
	return [...verdicts];
}

function begin(
	context: IWebhookFunctions,
	resources: readonly Subject[],
	deadlineMs: number,
): Array<Promise<Verdict>> {
	const asked = resources.map(askedFor);
	const readings = context
		.getCredentials<XiCredential>(CREDENTIAL)
		.then((credential) => new Readings(readsWithin(context, credential, deadlineMs), asked));
	return asked.map(async (one) => await (await readings).of(one));
}
