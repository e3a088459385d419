import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { BadInput } from '../badInput';
import { parametersOf } from '../door';
import { type Fields, labelOf, type Values } from '../fields/field';
import type { writeOptions } from '../fields/options';
import type { Operation } from '../operation';
import { project } from '../output';
import { accountHeaders, type XiCredential } from '../transport/account';
import type { CallSettings } from '../transport/send';

const DEFAULT_WAIT_SECONDS = 300;
const DEFAULT_TIMEOUT_SECONDS = 60;

/** The checked parameters of an input item: the operation's own, and those that its kind brings. */
export interface Params {
	readonly [name: string]: unknown;
	readonly returnAll?: boolean;
	readonly limit?: number;
	readonly output: string;
	readonly fields?: string[];
	readonly options: ReturnType<(typeof writeOptions)['read']>;
}

/** One input item, ready to be worked on: nothing about it is in doubt any more. */
export interface Job {
	readonly item: number;
	readonly params: Params;
	readonly settings: CallSettings;
	/** A record of XI's as the user wants it. */
	shape(record: IDataObject): IDataObject;
}

/** What became of an input item. */
export type Outcome =
	| {
			rows: IDataObject[];
			/** The input items that the rows came from, where it is more than the one. */
			items?: number[];
	  }
	| {
			failure: Error;
			/** What was written before it, so that nothing bought is lost from sight. */
			receipts?: string[];
	  };

/** Reads all parameters of one input item, at its own index. Throws BadInput on the first wrong one. */
export function readParameters(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	operation: Operation,
	item: number,
): Params {
	const fields: Fields = parametersOf(operation);
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(fields)) {
		const asked = Object.entries(field.when ?? {}).every(([other, wanted]) =>
			wanted?.includes(values[other] as string),
		);
		// Undefined would make n8n throw where a parameter is not stored.
		const value: unknown = asked ? context.getNodeParameter(name, item, null) : undefined;
		values[name] = asked ? field.read(value, labelOf(field.property.displayName)) : undefined;
	}
	return values as Params;
}

/** Makes an input item ready: parameters, account headers, patience. Throws BadInput. */
export function prepare(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	operation: Operation,
	credential: XiCredential,
	item: number,
): Job {
	const params = readParameters(context, operation, item);
	refuseSandboxOnly(operation.sandboxOnly?.(params), credential);
	const { maxWaitSeconds, timeoutSeconds, ...overrides } = params.options;
	return {
		item,
		params,
		settings: {
			credential,
			headers: accountHeaders(credential, overrides, operation.needsCustomerContact),
			repeatable: operation.kind !== 'write',
			maxWaitMs: (maxWaitSeconds ?? DEFAULT_WAIT_SECONDS) * 1_000,
			timeoutMs: (timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
		},
		shape: (record) => project(operation.output, record, params),
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
