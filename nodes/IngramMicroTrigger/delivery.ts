import {
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeOperationError,
} from 'n8n-workflow';

import { confirm } from './confirm';
import { type Claim, type Memory, memoryOf, type Starting } from './repeatsInProcess';
import { eventsIn, resourcesOf, type XiEvent } from './events';
import { asked, itemsOf, type Wanted } from './eventItems';
import { isGenuine } from './secretKeys';
import { partOf } from './kinds';
import { mustVerify, type Settings, settingsOf } from './parameters';
import { UNKNOWN, type Verdict } from './readBack';

const SIGNATURE_HEADER = 'x-hub-signature';

/** The portal shows it to whoever set up the webhook; others learn nothing by it. */
const NOT_SIGNED =
	'The signature does not verify: it is not made with a key of the trigger’s credential. Usually the webhook is one of another app: those of the sandbox and of production have keys of their own';

/** Answered with 200 by n8n, and nothing runs. */
const NOTHING: IWebhookResponseData = {};

/** What is used of the response that n8n hands over; n8n's own type of it needs a package of types. */
interface Response {
	readonly statusCode: number;
	readonly writableFinished: boolean;
	readonly destroyed: boolean;
	writeHead(status: number, headers: Record<string, string>): unknown;
	end(body: string): unknown;
	once(event: 'close' | 'finish', listener: () => void): unknown;
}

const isResponse = (value: unknown): value is Response =>
	typeof value === 'object' && value !== null && 'writeHead' in value && 'once' in value;

function responseOf(context: IWebhookFunctions): Response {
	const response: unknown = context.getResponseObject();
	if (isResponse(response)) return response;
	throw new NodeOperationError(context.getNode(), 'n8n handed over no response to answer with');
}

/** Answers a delivery that does not start the workflow, with a reason for whoever sent it. */
function refuse(
	context: IWebhookFunctions,
	status: 400 | 401 | 503,
	message: string,
): IWebhookResponseData {
	const response = responseOf(context);
	response.writeHead(status, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}

/**
 * Ends when a delivery was answered, or when its sender is gone. Says whether the workflow was started:
 * where n8n cannot, as without its database, it answers with an error, and the event is to come again.
 */
function answered(context: IWebhookFunctions): Promise<boolean> {
	const response = responseOf(context);
	if (response.writableFinished || response.destroyed) return Promise.resolve(true);
	return new Promise((resolve) => {
		const end = () => resolve(response.statusCode < 400);
		response.once('finish', end);
		response.once('close', end);
	});
}

/** What of an event starts the workflow, as far as its kind goes. */
const wantedOf = (event: XiEvent, { triggerOn }: Settings): Wanted[] =>
	resourcesOf(event)
		.filter((resource) => triggerOn.has(resource.event))
		.map((resource) => ({ event, resource }));

/** What tells it apart from the other parts of its event, as the event names it; null: nothing. */
const reportedPart = ({ resource, reported }: Wanted): string | null =>
	partOf(resource.event, reported ?? resource.fields);

/**
 * An event may come in parts, as one about stock: each has the ID of the event and other products. In one
 * body: of entries with one ID the first counts, and of the others those parts that none before has told.
 */
function onceEach(wanted: readonly Wanted[]): Wanted[] {
	const firsts = new Map<string, XiEvent>();
	const tellers = new Map<string, XiEvent>();
	const stock = new Set(
		wanted.filter((one) => reportedPart(one) !== null).map(({ event }) => event),
	);
	return wanted.filter((one) => {
		const { event } = one;
		const first = firsts.get(event.id) ?? event;
		firsts.set(event.id, first);
		const product = reportedPart(one);
		if (product === null) return event === first;
		const key = JSON.stringify([event.id, product]);
		const teller = tellers.get(key) ?? event;
		tellers.set(key, teller);
		return event === first || (teller === event && stock.has(first));
	});
}

const isOpen = (verdict: Verdict): boolean => verdict !== UNKNOWN && verdict.notNow === true;

/**
 * Asks Ingram Micro about what is wanted, and leaves out what it does not know.
 *
 * @returns undefined where it could not be asked and the delivery is to be refused then
 */
async function confirmed(
	context: IWebhookFunctions,
	wanted: Wanted[],
	settings: Settings,
): Promise<Wanted[] | undefined> {
	if (!settings.confirm) return wanted;
	const verdicts = await confirm(
		context,
		wanted.map(({ resource }) => resource),
		settings.deadlineMs,
	);
	if (settings.ifNotConfirmed === 'refuse' && verdicts.some(isOpen)) return undefined;
	const unknown = wanted.filter((_, position) => verdicts[position] === UNKNOWN);
	if (unknown.length > 0) {
		// The sender is told nothing of it, so this is the only trace that a genuine one would leave.
		context.logger.info(
			'The Ingram Micro Trigger left out what Ingram Micro does not know, as Confirm With Ingram Micro asks. If the webhook is one of the other environment’s app, the credential must be too',
			{
				events: [...new Set(unknown.map(({ event }) => event.id.slice(0, 100)))],
				kinds: [...new Set(unknown.map(({ resource }) => resource.event))],
			},
		);
	}
	return wanted.flatMap((one, position) => {
		const verdict = verdicts[position];
		return verdict === UNKNOWN ? [] : [asked(one, verdict.confirmation)];
	});
}

/** Events that this delivery may start, by their IDs; those that are repeats are not among them. */
type Claims = ReadonlyMap<string, Claim>;

async function claimed(memory: Memory, eventIds: readonly string[]): Promise<Claims | 'busy'> {
	const claims = new Map<string, Claim>();
	// In one order for all, so that no two deliveries wait for each other.
	for (const eventId of [...new Set(eventIds)].sort()) {
		const claim = await memory.claim(eventId);
		if (claim === 'busy') {
			for (const { letGo } of claims.values()) letGo();
			return 'busy';
		}
		if (claim !== 'repeat') claims.set(eventId, claim);
	}
	return claims;
}

/** What is to be remembered of what starts the workflow. The products are those that the event named. */
function startingOf(wanted: readonly Wanted[]): Starting[] {
	const events = new Map<string, string[]>();
	for (const one of wanted) {
		const products = events.get(one.event.id) ?? [];
		events.set(one.event.id, products);
		const product = reportedPart(one);
		if (product !== null) products.push(product);
	}
	return [...events].map(([eventId, products]) => ({ eventId, products }));
}

/** The answer to a delivery of events that are wanted and genuine. */
async function start(
	context: IWebhookFunctions,
	wanted: Wanted[],
	settings: Settings,
	begin: (sure: readonly Wanted[]) => Promise<void>,
): Promise<IWebhookResponseData> {
	const sure = await confirmed(context, wanted, settings);
	if (sure === undefined) {
		return refuse(
			context,
			503,
			'Ingram Micro could not be asked about this event; deliver it again',
		);
	}
	if (sure.length === 0) return NOTHING;
	const items = itemsOf(sure, settings.return, settings.includeRawBody);
	await begin(sure);
	return { workflowData: [items] };
}

/** A delivery to the production URL: each event starts the workflow once. */
async function startOnce(
	context: IWebhookFunctions,
	wanted: Wanted[],
	settings: Settings,
): Promise<IWebhookResponseData> {
	const memory = memoryOf(context.getWorkflow().id, context.getNode().id);
	const claims = await claimed(
		memory,
		wanted.map(({ event }) => event.id),
	);
	if (claims === 'busy') {
		return refuse(context, 503, 'This event is being worked on; deliver it again');
	}
	const started = new Set<string>();
	try {
		const mine = wanted.filter((one) => claims.get(one.event.id)?.lets(reportedPart(one)));
		if (mine.length === 0) return NOTHING;
		return await start(context, mine, settings, async (sure) => {
			const end = answered(context);
			const turn = await memory.turn();
			const starting = startingOf(sure);
			for (const { eventId } of starting) started.add(eventId);
			turn.start(starting, end);
		});
	} finally {
		for (const [eventId, claim] of claims) if (!started.has(eventId)) claim.letGo();
	}
}

/**
 * Works on a delivery: refuses it, lets it pass without effect, or starts the workflow with its items.
 *
 * - 401: it is not signed with a key of the credential, or there is none. Nothing more is said.
 * - 400: it is no event, or has no ID.
 * - 503: the credential cannot be read; or Ingram Micro cannot be asked, and the node is set so.
 * - 200: all else, also events that are not wanted, that started the workflow before, or that are
 *   about something that Ingram Micro does not know; those run nothing.
 *
 * Deliveries to the test URL leave no trace, so that one event can be tried again and again.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const events = eventsIn(context.getBodyData());
	if (typeof events === 'string') return refuse(context, 400, events);
	if (mustVerify(context.getNodeParameter('verifySignature', true))) {
		const ids = [...new Set(events.map(({ id }) => id))];
		const genuine = await isGenuine(context, ids, context.getHeaderData()[SIGNATURE_HEADER]);
		if (genuine === undefined) return refuse(context, 503, 'The signature cannot be checked now');
		if (!genuine) {
			context.logger.debug(
				'A delivery to the Ingram Micro Trigger was refused: not signed with a key of the credential',
			);
			return refuse(context, 401, NOT_SIGNED);
		}
	}
	const settings = settingsOf(context);
	const wanted = onceEach(events.flatMap((event) => wantedOf(event, settings)));
	if (wanted.length === 0) return NOTHING;
	return context.getMode() === 'manual'
		? await start(context, wanted, settings, async () => {})
		: await startOnce(context, wanted, settings);
}
