import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../errors';
import type { WritePart, WritePlan } from '../operation';
import { type FailureDetails, type Reason, XiFailure } from '../transport/failure';
import { cancelled } from '../transport/night';
import { endpointOf } from '../transport/request';
import { askFor, caught } from './call';
import type { Job, Run } from './item';
import type { Receipts } from './receipts';
import { nameOfWrite, recall, remember } from './sentBefore';
import { receiptsOf, UNCLEAR } from './writeFailures';

/** After these what is named as failed may have been done, so that the reason must not change. */
const OPEN: readonly Reason[] = [...UNCLEAR, 'cancelled', 'unknown'];

/**
 * The writes that a plan stands for; undefined: it stands for itself. A later try of the same execution
 * has those of the first: some may be done, and each tells by itself what became of it.
 */
export async function partsOf(
	{ context }: Run,
	{ item, settings }: Job,
	plan: WritePlan,
): Promise<readonly WritePart[] | undefined> {
	if (!plan.parts) return undefined;
	const ask = askFor(context, settings);
	if (context.getNode().retryOnFail !== true) return await plan.parts(ask);
	const name = nameOfWrite(context, item, `parts of ${plan.subject}: ${endpointOf(plan.request)}`);
	const known = recall(name)?.parts;
	if (known) return known;
	const found = await plan.parts(ask);
	remember(name, { before: new Set(), sentAt: new Date(), parts: found });
	return found;
}

/** What one of several writes came to. */
interface Made {
	readonly rows: IDataObject[];
	/** It was there before: this execution has not done it. */
	readonly wasThere?: boolean;
}

/** What the parts before a failure came to, in a few words each. */
interface Before {
	readonly done: string[];
	readonly there: string[];
}

/**
 * Makes the writes that a plan stands for, one after the other, and none behind one that failed.
 *
 * @param receipts gets what was there already; `make` adds what it does
 * @param make makes one of them
 * @throws XiFailure that names what was done, where it failed, and what was not sent
 */
export async function writeInTurn(
	run: Run,
	plan: WritePlan,
	parts: readonly WritePart[],
	receipts: Receipts,
	make: (plan: WritePlan) => Promise<Made>,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const before: Before = { done: [], there: [] };
	for (const [position, part] of parts.entries()) {
		const made = await caught(async (): Promise<Made> => {
			if (run.isStopped()) throw new XiFailure(cancelled({ endpoint: endpointOf(plan.request) }));
			return part.there ? { rows: part.there, wasThere: true } : await make(part.plan);
		});
		if ('failure' in made) throw failedAt(plan, before, parts.slice(position), made.failure);
		const { rows: own, wasThere } = made.value;
		rows.push(...own);
		const words = receiptsOf(part.plan, own);
		(wasThere ? before.there : before.done).push(...words);
		if (part.there) receipts.add(words, wasThere);
	}
	return rows;
}

/** The failure of one of several writes, with what was done before it, and what was not after it. */
function failedAt(
	{ subject }: WritePlan,
	{ done, there }: Before,
	[failed, ...rest]: readonly WritePart[],
	failure: Error,
): Error {
	const unsent = rest.filter((part) => !part.there).map(({ plan }) => plan.subject);
	const isCall = failure instanceof XiFailure;
	if (done.length === 0 && (unsent.length === 0 || !isCall)) return failure;
	const details: FailureDetails = isCall
		? failure.details
		: {
				reason: 'partial',
				message: failure.message,
				remedy: failure instanceof BadInput ? failure.remedy : undefined,
				endpoint: endpointOf(failed.plan.request),
			};
	const isOpen = OPEN.includes(details.reason);
	const sentences = [
		...(done.length > 0 ? [`Of ${subject} is done: ${done.join(', ')}`] : []),
		...(there.length > 0 ? [`Already there: ${there.join(', ')}`] : []),
		`At ${failed.plan.subject}: ${details.message.replace(/\.$/, '')}`,
		...(unsent.length > 0 ? [`Nothing was sent for ${unsent.join(', ')}`] : []),
	];
	return new XiFailure({
		...details,
		reason: done.length > 0 && !isOpen ? 'partial' : details.reason,
		message: sentences.join('. '),
		...(done.length > 0 && { done }),
		notDone: [...(isOpen ? [] : [failed.plan.subject]), ...unsent],
	});
}
