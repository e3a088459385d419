import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { SimulatorOptions } from '../../../simulator/index.mts';
import type { WholeCall } from '../whole/wholeCall.mts';

/** One run of one operation, as people use it, with every call that it makes. */
export interface CountedRun extends WholeCall {
	/** What is run, beside the node and the operation. */
	title: string;
	/** The calls in their order, as in `GET /resellers/v6/catalog`. The token is not among them. */
	calls: readonly string[];
	/** What the simulator is other than usual in. */
	simulator?: SimulatorOptions;
}

type More = Omit<CountedRun, 'node' | 'parameters' | 'title' | 'calls'>;

/** Makes the runs of a node. */
export const runsOf =
	(node: string) =>
	(
		title: string,
		parameters: INodeParameters,
		calls: readonly string[],
		more: More = {},
	): CountedRun => ({ node, title, parameters, calls, ...more });

/** A call that is made so many times. */
export const times = (count: number, call: string): string[] => Array<string>(count).fill(call);

/** So many input items, each with a text of its own in a field. */
export const inputOf = (count: number, field: string): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ [field]: `${field.toUpperCase()}-${index}` }));

/** Looks at once and once only, and waits a second for an answer. */
export const QUICK = { lookSeconds: 0, timeoutSeconds: 1 };
