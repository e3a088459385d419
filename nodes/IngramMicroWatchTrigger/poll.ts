import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { localDay } from '../shared/fields/localDay';
import { askFor, caught } from '../shared/loop/call';
import { errorFor } from '../shared/loop/itemError';
import type { Ask } from '../shared/operation';
import { accountHeaders, type XiCredential } from '../shared/transport/account';
import { within } from '../shared/transport/deadline';
import { XiFailure } from '../shared/transport/failure';
import { endpointOf } from '../shared/transport/request';
import { CREDENTIAL } from '../shared/transport/send';
import { noteSuccess, pollFailure, type Standing, standingOf, throwsNow } from './outages';
import { refuseTooManyProducts } from './pollTimes';
import type { Polling } from './rounds';
import { itemsOf } from './watchItems';
import { dayNumber, DAY_MS } from './watchedKind';
import { kindOf, type NodeSettings, readSettings } from './watchKinds';
import { type Watched, watch, watchOnce } from './watching';
import { markOf } from './watchState';

/** The longest that a poll may take, whatever n8n allows it. */
const LONGEST_MS = 30_000;
/** Of n8n's budget: the rest is for what comes after the last call. */
const SHARE = 0.8;
/** No page takes longer, or the poll has failed. */
const PAGE_MS = 20_000;
/** So much has to be left for one more call. */
const LEAST_MS = 3_000;
/** n8n's budget where it does not say that it is short: then it is no tick of its own scheduler. */
const UNLIMITED_MS = 300_000;
const SHOWN_WHEN_TRIED = 10;

const running = new Set<string>();

/**
 * States of nodes that have told nothing yet, by workflow and node: n8n may not store what a first poll
 * leaves, and its next one would begin anew.
 */
const firstStates = new Map<string, string>();
const MOST_FIRST_STATES = 1_000;

const today = (now: number, zone: string | undefined): number => {
	const day = localDay(new Date(now), zone);
	return day === undefined ? Math.floor(now / DAY_MS) : dayNumber(day);
};

/** XI's wait and its silence are a matter of the next poll here, and not of options that do not exist. */
function inWordsOfPolls(failure: Error): Error {
	if (!(failure instanceof XiFailure)) return failure;
	const { details } = failure;
	const remedy =
		details.reason === 'rateLimited'
			? 'The next poll asks again. If it goes on, poll less often, or watch less with this app'
			: details.reason === 'interrupted'
				? 'The next poll asks again'
				: details.remedy;
	return new XiFailure({ ...details, ...(remedy !== undefined && { remedy }) });
}

/** The reads of a poll: each ends with the poll's time, however slowly an answer drips. */
function askUntil(context: IPollFunctions, credential: XiCredential, until: number): Ask {
	return async (request, read) => {
		const left = Math.max(until - Date.now(), 1);
		const timeoutMs = Math.min(left, PAGE_MS);
		const settings = { credential, repeatable: true, maxWaitMs: left, timeoutMs };
		const asked = await caught(
			async () =>
				await within(left, undefined, async () => await askFor(context, settings)(request, read)),
		);
		if ('value' in asked) return asked.value;
		if (asked.failure instanceof XiFailure || Date.now() < until) throw asked.failure;
		throw new XiFailure({
			reason: 'interrupted',
			message: `Ingram Micro did not answer within the ${Math.round(left / 1_000)} seconds that a poll has`,
			endpoint: endpointOf(request),
		});
	};
}

const settingsOf = (context: IPollFunctions): NodeSettings =>
	readSettings((name, initial) => context.getNodeParameter(name, initial));

interface Work {
	readonly settings: NodeSettings;
	readonly polling: Polling;
	/** Whose state it is. */
	readonly of: string;
}

/** All that a poll needs to know before its first call. */
async function prepared(
	context: IPollFunctions,
	{ troubled, refused }: Pick<Standing, 'troubled' | 'refused'> = {
		troubled: new Set(),
		refused: {},
	},
): Promise<Work> {
	const settings = settingsOf(context);
	refuseTooManyProducts(settings, context.getNodeParameter('pollTimes', {}));
	const credential = await context.getCredentials<XiCredential>(CREDENTIAL);
	const kind = kindOf(settings.watchFor);
	const needsContact = kind.isOf === undefined && kind.search.call.needsCustomerContact;
	const account = accountHeaders(credential, {}, needsContact);
	const now = Date.now();
	// n8n 1.123 has no budget.
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? UNLIMITED_MS;
	const until = now + Math.min(LONGEST_MS, budget * SHARE);
	return {
		settings,
		of: `${settings.watchFor} ${markOf(
			[credential.baseUrl, account['IM-CustomerNumber'], account['IM-CountryCode']].join(' '),
		)}`,
		polling: {
			ask: askUntil(context, credential, until),
			now,
			today: today(now, context.getTimezone()),
			country: String(account['IM-CountryCode']).toUpperCase(),
			hasTime: () => until - Date.now() > LEAST_MS,
			troubled,
			refused,
		},
	};
}

/** The newest changes, as a person sees them who tries the node. No trace is left. */
async function tried(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const done = await caught(async () => {
		const { settings, polling } = await prepared(context);
		const kind = kindOf(settings.watchFor);
		const told = await watchOnce(settings, polling, SHOWN_WHEN_TRIED);
		return itemsOf(told, kind, settings.watchFor, settings.output);
	});
	if ('failure' in done)
		throw errorFor(context.getNode(), { failure: inWordsOfPolls(done.failure) });
	return done.value.length > 0 ? [done.value] : null;
}

/** Keeps the state of a poll that told nothing, until n8n hands over one that it stored. */
function keepFirst(key: string, stored: unknown, text: string, tells: boolean): void {
	if (typeof stored === 'string' && stored !== '') {
		firstStates.delete(key);
		return;
	}
	// If n8n loses what is told now, it is told again.
	if (tells) return;
	firstStates.set(key, text);
	const [oldest] = firstStates.keys();
	if (firstStates.size > MOST_FIRST_STATES && oldest !== undefined) firstStates.delete(oldest);
}

/** What a failed poll comes to: an error, or a line in the log and nothing. */
function failed(context: IPollFunctions, standing: Standing, thrown: Error): null {
	const failure = inWordsOfPolls(thrown);
	const now = Date.now();
	if (throwsNow(failure, standing, context.getActivationMode(), now)) {
		const error = errorFor(context.getNode(), { failure });
		throw Object.assign(error, { failure: pollFailure(failure, now) });
	}
	context.logger.warn(
		`The Ingram Micro Watch Trigger could not ask Ingram Micro; its next poll tries again: ${failure.message}`,
	);
	return null;
}

/**
 * A poll: what changed since the last one, each change once, as items; null where nothing did. All calls
 * are made before anything is written, and then the state is assigned whole, so that whatever fails
 * leaves it as it was.
 *
 * @throws n8n's error types, but not while n8n starts or publishes, and not more than once an hour
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await tried(context);
	const node = context.getNode();
	const key = JSON.stringify([context.getWorkflow().id, node.id]);
	if (running.has(key)) return null;
	running.add(key);
	const staticData = context.getWorkflowStaticData('node');
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? UNLIMITED_MS;
	const stored = JSON.stringify([node.parameters, node.credentials]);
	const isTick = budget < UNLIMITED_MS;
	const standing = standingOf(key, stored, staticData, isTick, Date.now());
	const before = staticData.state;
	try {
		const done = await caught(async () => {
			const { settings, polling, of } = await prepared(context, standing);
			const kind = kindOf(settings.watchFor);
			// The state that n8n kept, or that of a first poll which it did not keep.
			const watched = await watch(settings, polling, [before, firstStates.get(key)], of);
			const items = itemsOf(watched.told, kind, settings.watchFor, settings.output);
			return { ...watched, items };
		});
		if ('failure' in done) return failed(context, standing, done.failure);
		return finished(context, standing, done.value, () => {
			const { items, text } = done.value;
			keepFirst(key, before, text, items.length > 0);
			staticData.state = text;
		});
	} finally {
		running.delete(key);
	}
}

/** Ends a poll that went well: the last thing is the state, with nothing behind it that could fail. */
function finished(
	context: IPollFunctions,
	standing: Standing,
	{ items, notes }: Watched & { items: INodeExecutionData[] },
	keep: () => void,
): INodeExecutionData[][] | null {
	noteSuccess(standing);
	for (const note of new Set(notes)) context.logger.warn(`The Ingram Micro Watch Trigger: ${note}`);
	keep();
	return items.length > 0 ? [items] : null;
}
