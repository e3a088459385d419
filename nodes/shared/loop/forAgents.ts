import {
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	NodeOperationError,
} from 'n8n-workflow';

/** n8n gives the type of a node another name where it is the tool of an AI agent: this behind its own. */
const TOOL = /Tool$/;

/** Whether a node runs as the tool of an AI agent. */
export const isTool = ({ type }: Pick<INode, 'type'>): boolean => TOOL.test(type);

/**
 * Whether an agent calls the tool by itself, outside of the workflow's flow, as all do before version
 * 3. Such a call lacks what n8n gives to nodes of the flow alone.
 */
const isCalledByAgent = (context: IExecuteFunctions): boolean => !('sendResponse' in context);

/**
 * Whether what a tool throws is lost: an agent that calls it by itself gives the model an empty text
 * for an error, so that it may try again.
 */
export const losesErrors = (context: IExecuteFunctions): boolean =>
	isTool(context.getNode()) && isCalledByAgent(context);

/**
 * Stops a tool of which the model would learn nothing, whatever comes of it: n8n sorts the items of
 * a node in the flow by its error output, and a tool has none to sort them to.
 */
export function refuseIfNothingIsTold(context: IExecuteFunctions): void {
	const node = context.getNode();
	if (!isTool(node) || isCalledByAgent(context) || node.onError !== 'continueErrorOutput') return;
	const message =
		"'On Error' of this tool is Continue (using error output), and then n8n tells the model nothing of what comes of it. Nothing was sent";
	const remedy = "Set 'On Error' in the settings of the tool to Continue";
	throw new NodeOperationError(node, `${message}. ${remedy}.`, { description: remedy });
}

/** What the message of a failure says already, or what says nothing to a model. */
const SAID = new Set([
	'correlationId',
	'endpoint',
	'fields',
	'id',
	'item',
	'probably',
	'reason',
	'reasons',
	'remedy',
	'retryAt',
	'status',
	'type',
]);
const MOST_ENTRIES = 10;
const MOST_CHARACTERS = 4_000;

const MAYBE_DONE =
	'Do not call this tool again for it: it may have been done, and would be done twice. Look first whether it was, or ask the person';
const PARTLY_DONE =
	'Do not call this tool again for the same: what is named here is done, and would be done twice. Tell the person';

/** What a model must know before it calls the tool again, which a person would think of. */
function warningFor({ reason, existing }: IDataObject, done: boolean): string | undefined {
	if (done || reason === 'partial') return PARTLY_DONE;
	if (reason === 'unknown') return MAYBE_DONE;
	return existing === undefined
		? undefined
		: 'Do not choose another number by yourself: that would make a second one. Ask the person which of the two is meant';
}

/** A fact in a few words; of a long list its beginning. */
function fact(name: string, value: unknown): string {
	const entries: unknown[] | undefined = Array.isArray(value) ? value : undefined;
	const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	const text = JSON.stringify(entries?.slice(0, MOST_ENTRIES) ?? value);
	const left = (entries?.length ?? 0) - MOST_ENTRIES;
	const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
	return `${words}: ${shown}${left > 0 ? ` and ${left} more` : ''}`;
}

/** Sentences one after the other, each with its full stop. */
const joined = (sentences: ReadonlyArray<string | undefined>): string =>
	sentences
		.flatMap((sentence) => sentence?.trim() || [])
		.map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
		.join(' ');

/**
 * What the model of an AI agent is told of a failure. n8n shows it the message alone, whatever On
 * Error says, so all that it can act on stands in there: the advice, the call with its correlation
 * ID, when to come back, what was meant or is there already, and whether the tool may be called again.
 *
 * @param title what happened
 * @param description the advice and the call; as it is, or n8n would add it a second time
 * @param facts as the item under Continue holds them
 * @param done whether something was written before the failure
 */
export function toldToModel(
	title: string,
	description: string | undefined,
	facts: IDataObject,
	done: boolean,
): string {
	const { retryAt } = facts;
	const when =
		typeof retryAt === 'string' && !title.includes(retryAt)
			? `It can be called again from ${retryAt}`
			: undefined;
	const more = Object.entries(facts).filter(
		([name, value]) => !SAID.has(name) && value !== undefined && value !== null,
	);
	return joined([
		title,
		description,
		when,
		...more.map(([name, value]) => fact(name, value)),
		warningFor(facts, done),
	]);
}
