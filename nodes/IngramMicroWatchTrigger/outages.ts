import { BadInput } from '../shared/errors';
import { XiFailure } from '../shared/transport/failure';

/*
 * When an error of a poll is thrown. One that is thrown while n8n starts or publishes ends the polling for
 * good in some of its versions, without a word; afterwards it makes a failed execution, which is how
 * people get to know.
 */

/** After it, n8n has tried everything that it tries to set a trigger going. */
const GRACE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_NODES = 2_000;

/** A refusal of all that was asked for, until when the same is not asked for again. Undefined: there is none. */
export interface Refused {
	last?: { readonly until: number; readonly failure: Error };
}

/** What is remembered of a node in this process. */
interface Remembered {
	/** When this life of it began: as it was stored at that time. */
	readonly since: number;
	readonly stored: string;
	/** The last error that was thrown, until a poll goes well. */
	thrownAt?: number;
	/** What XI did not give when it was asked for, also in polls of which nothing else is kept. */
	readonly troubled: Set<string>;
	readonly refused: Refused;
}

const nodes = new Map<string, Remembered>();
/** Where n8n keeps one object of static data for as long as a workflow is published, by that object. */
const lives = new WeakMap<object, number>();

/** Forgets what was remembered; for tests. */
export const forgetOutages = (): void => nodes.clear();

/** What a node is known by, and where it stands in its life. */
export interface Standing {
	readonly key: string;
	/** n8n may be starting it now. */
	readonly isStarting: boolean;
	/** What XI did not give when it was asked for one by one. A poll adds to it, and takes from it. */
	readonly troubled: Set<string>;
	/** A poll writes to it. */
	readonly refused: Refused;
}

/**
 * Notes that a node polls.
 *
 * @param key of workflow and node
 * @param stored the node as it is stored: a change begins a new life
 * @param staticData n8n's object; a new one with each publication, and in some settings with each poll
 * @param isTick it is certain that n8n is not starting it now
 */
export function standingOf(
	key: string,
	stored: string,
	staticData: object,
	isTick: boolean,
	now: number,
): Standing {
	const before = nodes.get(key);
	const known =
		before?.stored === stored
			? before
			: { since: now, stored, troubled: new Set<string>(), refused: {} };
	nodes.delete(key);
	nodes.set(key, known);
	const [oldest] = nodes.keys();
	if (nodes.size > MOST_NODES && oldest !== undefined) nodes.delete(oldest);
	// A clock that was set back must not keep it silent for long.
	const alive = lives.get(staticData) ?? now;
	lives.set(staticData, alive);
	const since = isTick ? known.since : Math.max(known.since, alive);
	const { troubled, refused } = known;
	const isStarting = Math.abs(now - since) < GRACE_MS;
	// Who publishes again may have mended it.
	if (isStarting) delete refused.last;
	return { key, isStarting, troubled, refused };
}

/** A poll went well: the next error is the first again. */
export function noteSuccess({ key }: Standing): void {
	const known = nodes.get(key);
	if (known) delete known.thrownAt;
}

/** Whether an error is to be thrown now: the first, and then one an hour. */
function isDue({ key }: Standing, now: number): boolean {
	const known = nodes.get(key);
	if (known === undefined) return true;
	if (known.thrownAt !== undefined && Math.abs(now - known.thrownAt) < HOUR_MS) return false;
	known.thrownAt = now;
	return true;
}

const LASTING = ['unauthorized', 'refused'] as const;

/** Whether it stays until a person does something about it. */
export const isLasting = (failure: Error): boolean =>
	failure instanceof XiFailure
		? LASTING.some((reason) => reason === failure.details.reason)
		: failure instanceof BadInput;

/**
 * Whether a failed poll throws.
 *
 * @param mode n8n's word for why it polls: a person publishes in `activate` and `update` alone
 */
export function throwsNow(
	failure: Error,
	standing: Standing,
	mode: string | undefined,
	now: number,
): boolean {
	if (!standing.isStarting) return isDue(standing, now);
	return isLasting(failure) && (mode === 'activate' || mode === 'update');
}

/** What n8n's own schedule of polls goes by, as plain text: n8n exports the list from 2.41 on only. */
export interface PollFailure {
	readonly cause: string;
	readonly retryAfterMs?: number;
}

/** Why a poll failed, in n8n's words. */
export function pollFailure(failure: Error, now: number): PollFailure {
	if (failure instanceof BadInput) return { cause: 'configuration-invalid' };
	if (!(failure instanceof XiFailure)) return { cause: 'temporarily-unavailable' };
	const { reason, retryAt } = failure.details;
	if (reason === 'unauthorized') return { cause: 'credential-invalid' };
	if (reason === 'refused') return { cause: 'configuration-invalid' };
	if (reason !== 'rateLimited') return { cause: 'temporarily-unavailable' };
	return {
		cause: 'rate-limited',
		...(retryAt && { retryAfterMs: Math.max(retryAt.getTime() - now, 1_000) }),
	};
}
