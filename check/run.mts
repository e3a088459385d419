import type { IDataObject } from 'n8n-workflow';

import type { StoredCredential } from '../test/engine/credentials.mts';
import type { Engine } from '../test/engine/engine.mts';
import type { CheckCall } from './calls.mts';
import { type Exchange, isToken } from './exchange.mts';
import { fewOf, nothingKnown } from './known.mts';
import { tapWire } from './wire.mts';

/** What a node said of an item that failed. */
export interface Failure {
	message: string;
	/** Why, in the word of the package, for example `refused`. */
	reason?: string;
	status?: number;
}

/** What became of one operation. */
export interface CallResult {
	call: CheckCall;
	/** Why it was not run. */
	skipped?: string;
	/** What went over the wire, calls for tokens left out. */
	exchanges: Exchange[];
	failures: Failure[];
	/** Items that came out. */
	items: number;
}

/** Calls of one operation, after which it is stopped, and tried with fewer records. */
const mostCalls = 10;

/** A whole check. */
export interface CheckRun {
	results: CallResult[];
	/** Calls for a token. */
	tokens: Exchange[];
	/** True: no token was given, and nothing else was tried. */
	signInFailed: boolean;
}

/**
 * Runs operations of the package one after another in n8n's engine, each with what those before it
 * have found.
 *
 * @param onStep told before each call, and once all are over
 */
export async function runCalls(
	engine: Engine,
	credential: StoredCredential,
	calls: readonly CheckCall[],
	onStep: (done: number, next: string) => void = () => undefined,
): Promise<CheckRun> {
	const known = nothingKnown();
	const run: CheckRun = { results: [], tokens: [], signInFailed: false };
	let heard: Exchange[] = [];
	const wire = tapWire(
		(exchange) => {
			(isToken(exchange) ? run.tokens : heard).push(exchange);
		},
		() => heard.length < mostCalls,
	);
	try {
		for (const [position, call] of calls.entries()) {
			onStep(position, call.title);
			const input = call.input(known);
			if (typeof input === 'string') {
				run.results.push({ call, skipped: input, exchanges: [], failures: [], items: 0 });
				continue;
			}
			heard = [];
			let { items, failures } = await runOne(engine, credential, call, input);
			const exchanges = heard;
			for (const limit of [fewOf, 1]) {
				if (heard.length < mostCalls || !('limit' in call.parameters)) break;
				heard = [];
				const parameters = { ...call.parameters, limit };
				({ items, failures } = await runOne(engine, credential, { ...call, parameters }, input));
			}
			call.learn?.(items, known);
			run.results.push({ call, exchanges, failures, items: items.length });
			run.signInFailed = exchanges.length === 0 && !run.tokens.some(({ status }) => status === 200);
			if (run.signInFailed) break;
		}
	} finally {
		wire.stop();
	}
	onStep(run.results.length, '');
	return run;
}

async function runOne(
	engine: Engine,
	credential: StoredCredential,
	{ node, parameters }: CheckCall,
	input: IDataObject[],
): Promise<{ items: IDataObject[]; failures: Failure[] }> {
	const { items, error } = await engine.runNode(node, parameters, input, {
		credential,
		onError: 'continueRegularOutput',
	});
	if (error) return { items: [], failures: [{ message: error.message }] };
	const all = items.map(({ json }) => json);
	return {
		items: all.filter((item) => !isFailure(item)),
		failures: all.filter(isFailure).map(failureOf),
	};
}

/** As Continue On Fail gives an item that failed. */
const isFailure = ({ error, details }: IDataObject): boolean =>
	typeof error === 'string' && typeof details === 'object' && details !== null;

function failureOf({ error, details }: IDataObject): Failure {
	const { reason, status } = details as IDataObject;
	return {
		message: error as string,
		...(typeof reason === 'string' ? { reason } : {}),
		...(typeof status === 'number' ? { status } : {}),
	};
}
