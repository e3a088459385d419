import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, type Fields, labelOf, type Reading, type Values } from '../fields/field';
import {
	DEFAULT_MAINTENANCE_HOURS,
	DEFAULT_TIMEOUT_SECONDS,
	DEFAULT_WAIT_SECONDS,
	type readOptions,
	type writeOptions,
} from '../fields/options';
import type { Operation, Spent } from '../operation';
import { projection } from '../output';
import { parametersOf } from '../properties';
import { type Account, accountHeaders, accountOf, type XiCredential } from '../transport/account';
import type { CallSettings } from '../transport/send';
import type { Hints } from './hints';
import type { ParameterSource } from './runParameters';

/** The checked parameters of an input item: the operation's own, and those that its kind brings. */
export interface Params {
	readonly [name: string]: unknown;
	readonly returnAll?: boolean;
	readonly limit?: number;
	readonly output: string;
	readonly fields?: string[];
	readonly options: ReturnType<(typeof writeOptions)['read']> &
		Partial<ReturnType<(typeof readOptions)['read']>>;
}

/** One input item, ready to be worked on: nothing about it is in doubt any more. */
export interface Job {
	readonly item: number;
	/** The fields of the input item. */
	readonly input: IDataObject;
	readonly params: Params;
	readonly settings: CallSettings;
	/** What was cleaned out of its parameters, as phrases: a reason why a thing may not be found. */
	readonly cleaned: readonly string[];
	/** Makes a record of XI's what the user wants. */
	readonly shape: (record: IDataObject) => IDataObject;
}

/**
 * Rows about something that is written, each with where that is. A field `account` of an answer's own
 * must not pass for that, and stands under `answerAccount`.
 */
export function withAccount(
	{ settings: { credential, overrides } }: Pick<Job, 'settings'>,
	rows: readonly IDataObject[],
): IDataObject[] {
	const account = { ...accountOf(credential, overrides) };
	return rows.map((row) => {
		if (!('account' in row)) return { account, ...row };
		const { account: answerAccount, ...others } = row;
		return { account, answerAccount, ...others };
	});
}

/** What became of an input item. */
export type Outcome =
	| {
			rows: IDataObject[];
			/** The input items that the rows came from, where it is more than the one. */
			items?: number[];
			/** How many rows were left out, since the item asked for that. */
			leftOut?: number;
	  }
	| {
			failure: Error;
			/** What was written before it, so that nothing bought is lost from sight. */
			receipts?: string[];
			/** What was there already where it was to be written. */
			there?: string[];
			/** Where it failed, if that is told and known. */
			account?: Account;
	  };

/** A single row as an outcome: without a list of its own, which of 100,000 items takes megabytes. */
export class OneRow {
	constructor(private readonly row: IDataObject) {}

	get rows(): IDataObject[] {
		return [this.row];
	}
}

/** Reads all parameters of one input item, at its own index. Throws BadInput on the first wrong one. */
export function readParameters(
	context: ParameterSource,
	operation: Operation,
	item: number,
	note?: Reading['note'],
	hints?: Hints,
): Params {
	const fields: Fields = parametersOf(operation);
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(fields)) {
		values[name] = isAsked(field, values)
			? readOne(context, name, field, item, note, hints)
			: undefined;
	}
	return values as Params;
}

/**
 * The same of an item that is not right: what cannot be read is left out.
 *
 * @param last the parameter behind which no more are wanted
 */
export function readWhatCanBe(
	context: ParameterSource,
	operation: Operation,
	item: number,
	last?: string,
): Values<Fields> {
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(parametersOf(operation))) {
		if (!isAsked(field, values)) continue;
		try {
			values[name] = readOne(context, name, field, item);
		} catch (error) {
			// The item has failed already, for this or another reason; this is about what else it holds.
			values[name] = error instanceof Error ? undefined : null;
		}
		if (name === last) break;
	}
	return values;
}

const isAsked = (field: Field, values: Values<Fields>): boolean =>
	Object.entries(field.when ?? {}).every(([other, wanted]) =>
		wanted?.includes(values[other] as string),
	);

/** A parameter that is not stored has its default, which is not the same as an expression that gives nothing. */
function readOne(
	context: ParameterSource,
	name: string,
	field: Field,
	item: number,
	note?: Reading['note'],
	hints?: Hints,
): unknown {
	const value = context.getNodeParameter(name, item, field.property.default ?? null);
	const read = () => {
		const changes: string[] = [];
		let isMadeUp = false;
		const reading = {
			zone: context.getTimezone?.(),
			mayBeEmpty: context.isTool?.() === true,
			note: (change: string) => void changes.push(change),
			madeUp: () => void (isMadeUp = true),
			cameAsNumber: (place: string) => hints?.cameAsNumber(place),
		};
		const read = field.read(value, labelOf(field.property.displayName), reading);
		return { value: read, changes, isMadeUp };
	};
	const known = context.once ? context.once(name, read) : read();
	for (const change of known.changes) note?.(change);
	return known.value;
}

/** Nothing was cleaned, as in nearly all items. */
const NOTHING_CLEANED: readonly string[] = [];

/**
 * Makes input items ready, one by one: parameters, account headers, patience. What comes out the same
 * for the items of a run is made once for all of them, since there may be 100,000.
 *
 * @returns a function that throws BadInput where an item is wrong
 */
export function preparing(
	context: ParameterSource,
	operation: Operation,
	credential: XiCredential,
	hints?: Hints,
): (item: number, input?: IDataObject) => Job {
	const settingsOf = remembering(
		({ options }: Params) => [options],
		(params) => settingsFor(operation, credential, params),
	);
	const shapeOf = remembering(
		({ output, fields }: Params) => [output, fields],
		(params) =>
			operation.kind === 'call'
				? (record: IDataObject) => record
				: projection(operation.output, params),
	);
	return (item, input = {}) => {
		let cleaned: Set<string> | undefined;
		const note = (change: string): void => {
			(cleaned ??= new Set()).add(change);
		};
		const params = readParameters(context, operation, item, note, hints);
		refuseSandboxOnly(operation.sandboxOnly?.(params), credential);
		return {
			item,
			input,
			params,
			settings: operation.ownHeaders
				? settingsFor(operation, credential, params)
				: settingsOf(params),
			cleaned: cleaned ? [...cleaned] : NOTHING_CLEANED,
			shape: shapeOf(params),
		};
	};
}

/** What was made of the last item's parameters, and again where those that count are the very same. */
function remembering<Made>(
	counting: (params: Params) => readonly unknown[],
	make: (params: Params) => Made,
): (params: Params) => Made {
	let last: { of: readonly unknown[]; made: Made } | undefined;
	return (params) => {
		const of = counting(params);
		if (!last || of.some((value, position) => value !== last?.of[position])) {
			last = { of, made: make(params) };
		}
		return last.made;
	};
}

function settingsFor(operation: Operation, credential: XiCredential, params: Params): CallSettings {
	const { maxWaitSeconds, timeoutSeconds, duringMaintenance, maintenanceHours, ...overrides } =
		params.options;
	// Whatever the item asks for, it cannot do without these.
	accountHeaders(credential, overrides);
	return {
		credential,
		overrides,
		headers: operation.ownHeaders?.(params, credential),
		repeatable: operation.kind !== 'write',
		maxWaitMs: (maxWaitSeconds ?? DEFAULT_WAIT_SECONDS) * 1_000,
		...(duringMaintenance === 'wait' && {
			maintenanceMs: (maintenanceHours ?? DEFAULT_MAINTENANCE_HOURS) * 3_600_000,
		}),
		timeoutMs: (timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
	};
}

/** XI's production would refuse it, or worse, take the call for something else. */
function refuseSandboxOnly(parameter: string | undefined, { environment }: XiCredential): void {
	if (parameter === undefined || environment !== 'production') return;
	throw new BadInput(
		`${parameter} works in Ingram Micro’s sandbox only, and the environment of the credential is Production`,
		'Remove it, or use a credential for the sandbox',
	);
}

/** How many independent reads are under way at once; n8n opens a connection for each. */
export const READS_AT_ONCE = 30;

/** What the ways of working through items share: where to send, and whether a failure ends it all. */
export interface Run {
	readonly context: IExecuteFunctions;
	/** What is told beside the output. */
	readonly hints: Hints;
	/** What the writes of the execution have spent, as far as their checks say so. */
	readonly spent: Spent[];
	/** Says no once the execution was stopped, or an item failed in a node that stops on failure. */
	goesOn(): boolean;
	/** The execution was stopped. */
	isStopped(): boolean;
	/** Says that an item failed, where `attempt` did not see it. */
	noteFailure(): void;
	/** Turns whatever a piece of work throws into a failure. */
	attempt<T>(work: () => Promise<T> | T): Promise<{ value: T } | { failure: Error }>;
}
