import type { IExecuteFunctions } from 'n8n-workflow';

import type { Spent } from '../operation';

/** So many executions that order something run in a process at once at the most. */
const MOST_EXECUTIONS = 5_000;
const executions = new Map<string, Spent[]>();

/**
 * What the writes of an execution have spent: one list for all of its nodes, the rounds of its loops
 * and the calls of its agents, since a limit of a run is meant for all of them. Writes add to it.
 * A try of n8n's Retry On Fail may add what an earlier one has added already, the same object.
 *
 * It is kept in this process, and so begins anew where an execution goes on in another one.
 */
export function spentInRun(context: IExecuteFunctions): Spent[] {
	// One without a name cannot be told from another.
	const name = context.getExecutionId() as string | undefined;
	if (name === undefined || name === '') return [];
	const spent = executions.get(name) ?? [];
	executions.delete(name);
	executions.set(name, spent);
	if (executions.size > MOST_EXECUTIONS) {
		const [oldest] = executions.keys();
		executions.delete(oldest);
	}
	return spent;
}
