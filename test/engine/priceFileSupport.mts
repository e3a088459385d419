import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type {
	IBinaryData,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { Engine, typeOf } from './engine.mts';

export const PRICE_FILE = 'ingramMicroPriceFile';

/** Where n8n keeps the files of a workflow. */
export const MODES = ['memory', 'filesystem'] as const;
export type Mode = (typeof MODES)[number];

/** Has n8n keep files in memory or in its folder, as its settings would. */
export async function keepFilesIn(mode: Mode): Promise<BinaryDataService> {
	const config = Container.get(BinaryDataConfig);
	config.mode = mode === 'memory' ? 'default' : 'filesystem';
	const service = Container.get(BinaryDataService);
	if (mode === 'filesystem') await service.init();
	else Object.assign(service, { mode: 'default', managers: {} });
	return service;
}

/** A file as n8n hands it from node to node. */
export async function stored(bytes: Buffer | string, fileName = 'PRICE.TXT'): Promise<IBinaryData> {
	const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
	const file: IBinaryData = { data: '', mimeType: 'text/plain', fileName };
	const location = { type: 'execution', workflowId: 'workflow', executionId: 'execution' } as const;
	return await Container.get(BinaryDataService).store(location, buffer, file);
}

/** The bytes of a file that a node made. */
export const bytesOf = async (file: IBinaryData): Promise<Buffer> =>
	await Container.get(BinaryDataService).getAsBuffer(file);

export interface FileRun {
	items: INodeExecutionData[];
	json: IDataObject[];
	failed: INodeExecutionData[];
	error?: { message: string; description?: string | null };
	status: string;
	/** What the output panel says. */
	hints: string[];
}

/** Runs the node over items with files. */
export async function runPriceFile(
	engine: Engine,
	parameters: INodeParameters,
	input: INodeExecutionData[],
	{ stopAfterMs, ...settings }: Partial<INode> & { stopAfterMs?: number } = {},
): Promise<FileRun> {
	const node = (name: string, type: string, more: Partial<INode>): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const run = await engine.runWorkflow(
		{
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', {}),
				node('Node', typeOf(PRICE_FILE), { parameters, ...settings }),
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			pinData: { Start: input },
		},
		{ stopAfterMs },
	);
	const { runData, error } = run.data.resultData;
	const [items, failed] = runData.Node?.at(-1)?.data?.main ?? [];
	return {
		items: items ?? [],
		json: (items ?? []).map(({ json }) => json),
		failed: failed ?? [],
		error: error && { message: error.message, description: error.description },
		status: run.status,
		hints: (runData.Node?.at(-1)?.hints ?? []).map(({ message }) => message),
	};
}
