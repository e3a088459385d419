import type { IDataObject } from 'n8n-workflow';

import type { Refusal, Sight, WritePlan } from '../operation';
import { type FailureDetails, type Reason, XiFailure } from '../transport/failure';
import { endpointOf } from '../transport/request';
import type { Run } from './item';

/** After these it is not known whether XI did what it was asked. */
export const UNCLEAR: readonly Reason[] = ['interrupted', 'serverFault', 'unreadable'];

/** After these it is certain that XI did nothing. */
export const NOT_MADE: readonly Reason[] = [
	'unreachable',
	'noToken',
	'unauthorized',
	'rateLimited',
	'maintenance',
];

/** Why a later try of an execution does not send what an earlier one sent. */
export const AFTER_EARLIER = 'an earlier try of this execution may have been taken';

/** The call that a failure is about: the one that was sent, or that answered. */
export type CallFacts = Partial<Pick<FailureDetails, 'endpoint' | 'status' | 'correlationId'>>;

/** A look that showed something. */
export type Seen = Extract<Sight, { there: IDataObject[] }>;

/** Something is there that may be what was sent, and of which that cannot be told for certain. */
export const isOpen = (sight: Sight): boolean => 'there' in sight && sight.ours === 'unknown';

/** What was made, in a few words each, every one once. */
export const receiptsOf = ({ receipt }: WritePlan, rows: readonly IDataObject[]): string[] => [
	...new Set(rows.map(receipt)),
];

/** What to do about it. It must not send anybody to buy a second time. */
const LOOK_AT_IT =
	'Look at what is named here before you send anything again, under whatever number: it may be what you asked for, changed by Ingram Micro. If it is, all is well; keep its number';

const MOST_TEXTS = 10;

/** Texts as one, and not endless: an order may have hundreds of lines. */
function shortened(texts: readonly string[]): string {
	const left = texts.length - MOST_TEXTS;
	const shown = texts.slice(0, MOST_TEXTS).join('; ');
	return left > 0 ? `${shown}; and ${left} more` : shown;
}

/** What a look showed, as a sentence. */
function seenIn(plan: WritePlan, sight: Sight | undefined): string | undefined {
	if (sight === undefined) return undefined;
	if ('absent' in sight) return sight.absent;
	const known = shortened(receiptsOf(plan, sight.there));
	if (sight.ours === 'no') {
		return `What Ingram Micro has under this number is something else (${known})`;
	}
	const differs = sight.said ? `: ${shortened(sight.said)}` : '';
	return `Ingram Micro has ${known}, which may be it${differs}`;
}

/** A failure that also says what a look showed. */
export const withRemedy = (failure: XiFailure, seen: string): XiFailure =>
	new XiFailure({
		...failure.details,
		remedy: [failure.details.remedy, seen].filter((part) => part !== undefined).join('. '),
	});

/** It is, or was, there, and nothing comes of it. */
export const dead = (
	plan: WritePlan,
	what: string,
	{ said = [] }: Seen,
	failure?: XiFailure,
	call?: CallFacts,
): XiFailure =>
	new XiFailure({
		endpoint: endpointOf(plan.request),
		...failure?.details,
		...call,
		reason: 'refused',
		message: `${what}: ${shortened(said)}${failure ? ` (${failure.message})` : ''}`,
		remedy:
			'Nothing is bought by it. Look at what is named for the reason, and search for the number once more, before you ask for the same thing again under a new number',
	});

/** It is there already, and not by this execution, and the user wants that to fail. */
export function existsAlready(plan: WritePlan, { there }: Seen, failure?: XiFailure): XiFailure {
	const existing = receiptsOf(plan, there);
	const { thing, parameter } = plan.once?.words ?? {};
	return new XiFailure({
		endpoint: endpointOf(plan.request),
		...failure?.details,
		reason: 'refused',
		message: `${plan.subject} exists already (${existing.join(', ')})${failure ? `: ${failure.message}` : ''}`,
		...(thing !== undefined && {
			remedy: `If this is another ${thing}, use another number; if it is the same one, it is there, and '${parameter}' can return it`,
		}),
		existing,
	});
}

/** Nobody can tell whether it was done. */
export function unclear(plan: WritePlan, why: string, sight?: Sight, call?: CallFacts): XiFailure {
	const seen = seenIn(plan, sight);
	return new XiFailure({
		endpoint: endpointOf(plan.request),
		...call,
		reason: 'unknown',
		message: `It is not known what became of ${plan.subject}: ${why}.${seen === undefined ? '' : ` ${seen}.`}`,
		remedy: sight && isOpen(sight) ? LOOK_AT_IT : plan.ifUnclear,
	});
}

/** A good answer that is a failure all the same, with what was made of it nevertheless. */
export function partial(
	plan: WritePlan,
	rows: readonly IDataObject[],
	refusal: string | Refusal,
	call?: CallFacts,
): XiFailure {
	const made = receiptsOf(plan, rows);
	const { message, remedy } = typeof refusal === 'string' ? { message: refusal } : refusal;
	return new XiFailure({
		endpoint: endpointOf(plan.request),
		...call,
		reason: 'partial',
		message: message + (made.length > 0 ? ` (${made.join(', ')})` : ''),
		remedy,
	});
}

/** What is left to tell of a write during which the execution was stopped. */
export function logUnclear(
	{ context }: Run,
	{ subject }: Pick<WritePlan, 'subject'>,
	call: CallFacts = {},
): void {
	const { correlationId = 'unknown' } = call;
	context.logger.warn(
		`Stopped, and it is not known what became of ${subject} (correlation ID ${correlationId})`,
	);
}
