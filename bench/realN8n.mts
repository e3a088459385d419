import { setTimeout as wait } from 'node:timers/promises';

import { NEWEST } from '../real-n8n/installation.mts';
import { nodeOf, oneNode } from '../real-n8n/nodes.mts';
import { storedType } from '../real-n8n/package.mts';
import { unflatten } from '../real-n8n/flatted.mts';
import { isOpen, type WorkflowNode } from '../real-n8n/rest.mts';
import { startTrial, type Trial } from '../real-n8n/trial.mts';
import { CREDENTIAL_TYPE, credentialData } from '../real-n8n/workflows.mts';
import { withForms } from '../test/engine/storedForms.mts';
import { HTTP_REQUEST } from './ownNodes.mts';
import type { Xi } from './xi.mts';

type Json = Record<string, unknown>;

/** What became of one node of an execution. */
export interface RealRun {
	/** From the node's start to its end, as n8n measures it. */
	seconds: number;
	/** Items that are results and not errors. */
	good: number;
}

interface RunData {
	resultData: {
		runData: Record<
			string,
			Array<{
				executionTime: number;
				data?: { main?: Array<Array<{ json: Json }> | null> };
			}>
		>;
	};
}

/** How often it is looked whether an execution has ended; the list is short, what was stored may not be. */
const LOOK_MS = 250;

/** A real n8n with a build of this package in it, which reaches a simulator in a process of its own. */
export class RealN8n {
	private constructor(
		private readonly trial: Trial,
		private readonly credential: { id: string; name: string },
	) {}

	/** @param purpose names the folder of its data, so that two of them can run beside each other */
	static async start(tarball: string, purpose: string, xi: Xi): Promise<RealN8n> {
		const trial = await startTrial(NEWEST, tarball, purpose);
		const data = credentialData(xi.url);
		return new RealN8n(trial, await trial.rest.addCredential('Benchmark', CREDENTIAL_TYPE, data));
	}

	get version(): string {
		return this.trial.installation.version;
	}

	async stop(): Promise<void> {
		await this.trial.close();
	}

	/** One of this package's nodes, e.g. IngramMicroOrders. */
	ours(file: string, parameters: Json): WorkflowNode {
		const type = this.trial.nodes.find(({ name }) => name === storedType(file));
		if (!type) throw new Error(`n8n does not know ${file}`);
		const asStored = withForms(parameters, type.properties);
		return nodeOf(type, this.credential, { name: 'Node', parameters: asStored });
	}

	/** n8n's HTTP Request node with the credential. */
	httpRequest(parameters: Json): WorkflowNode {
		return {
			id: crypto.randomUUID(),
			name: 'Node',
			type: HTTP_REQUEST,
			typeVersion: 4.2,
			position: [220, 0],
			parameters,
			credentials: { [CREDENTIAL_TYPE]: this.credential },
			onError: 'continueRegularOutput',
		};
	}

	private async hasEnded(workflowId: string): Promise<boolean> {
		try {
			const [execution] = await this.trial.rest.executionsOf(workflowId);
			return execution !== undefined && !isOpen(execution);
		} catch {
			// An n8n that is busy with a thousand calls says that its database is not ready.
			return false;
		}
	}

	/** Runs a node over items. */
	async run(node: WorkflowNode, items: Json[]): Promise<RealRun> {
		const { rest } = this.trial;
		const workflow = await rest.addWorkflow(oneNode(node, items));
		const { executionId } = await rest.send<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: 'Start' } },
		);
		while (!(await this.hasEnded(workflow.id))) await wait(LOOK_MS);
		const { data } = await rest.send<{ data: string }>('GET', `/rest/executions/${executionId}`);
		const { runData } = (unflatten(data) as RunData).resultData;
		const run = runData[node.name]?.at(-1);
		if (!run) throw new Error('n8n has stored nothing of the node');
		const output = run.data?.main?.[0] ?? [];
		return {
			seconds: run.executionTime / 1_000,
			good: output.filter(({ json }) => !('error' in json)).length,
		};
	}
}
