import { readFileSync } from 'node:fs';

import type { IDataObject, INode, IPinData, IWorkflowBase } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from './engine.mts';
import type { Bench } from './support.mts';

/**
 * Runs an example; tells the fields of the items that came out of a node, by name.
 *
 * @param rows what comes out of nodes that are not to run
 * @param staticData what earlier runs left, and what this one leaves
 * @param start the trigger that starts it, where there are several
 */
export type ExampleRunner = (
	file: string,
	rows?: Record<string, IDataObject[]>,
	staticData?: IDataObject,
	start?: string,
) => Promise<(name: string) => IDataObject[]>;

/** An example's runner with a bench's engine, simulator and credential. */
export const exampleRunner = (bench: Bench): ExampleRunner => {
	/** The example as it is once a person has picked a credential in its nodes. */
	const withCredential = (node: INode): INode => ({
		...node,
		...(node.credentials?.[CREDENTIAL_TYPE] && {
			credentials: { [CREDENTIAL_TYPE]: bench.credential },
		}),
	});
	return async (file, rows = {}, staticData = {}, start) => {
		const { nodes, connections } = JSON.parse(
			readFileSync(`examples/${file}.json`, 'utf8'),
		) as Pick<IWorkflowBase, 'nodes' | 'connections'>;
		const pinData: IPinData = Object.fromEntries(
			Object.entries(rows).map(([name, list]) => [name, list.map((json) => ({ json }))]),
		);
		const run = await bench.engine.runWorkflow({
			nodes: nodes
				.filter(
					({ name, type }) => start === undefined || name === start || !/trigger$/i.test(type),
				)
				// A webhook cannot be started by hand; what came through it is given.
				.map((node) =>
					node.name === start && rows[start]
						? { ...node, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 }
						: withCredential(node),
				),
			connections,
			pinData,
			staticData,
		});
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.status).toBe('success');
		return (name) =>
			(run.data.resultData.runData[name] ?? [])
				.flatMap(({ data }) => data?.main[0] ?? [])
				.map(({ json }) => json);
	};
};
