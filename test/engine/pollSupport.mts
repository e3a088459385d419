import { resolve } from 'node:path';

import {
	ErrorReporter,
	PollContext,
	PollTriggerExecutor,
	Tracing,
	TriggersAndPollers,
} from 'n8n-core';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import {
	cronNodeOptions,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type WorkflowActivateMode,
	Workflow,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE, typeOf } from './engine.mts';
import type { Bench } from './support.mts';

const NODE = 'ingramMicroWatchTrigger';

/**
 * How n8n keeps the state: in one object for as long as the workflow is published, saved when it emits;
 * or as a copy for each poll, which is stored with what the poll emits and thrown away with an error.
 */
export type StateKind = 'lasting' | 'durable';

/** The parameter that n8n adds to each node that polls when it loads a package. */
const POLL_TIMES: INodeProperties = {
	displayName: 'Poll Times',
	name: 'pollTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: { item: [{ mode: 'everyMinute' }] },
	options: cronNodeOptions,
};

/** The node's type, loaded anew: it remembers nothing, as after a restart. */
export function freshWatch(): INodeType {
	let fresh: INodeType | undefined;
	jest.isolateModules(() => {
		const path = resolve('dist/nodes/IngramMicroWatchTrigger/IngramMicroWatchTrigger.node.js');
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const loaded = require(path) as { IngramMicroWatchTrigger: new () => INodeType };
		fresh = new loaded.IngramMicroWatchTrigger();
	});
	if (!fresh) throw new Error('The node could not be loaded');
	fresh.description.properties.unshift(POLL_TIMES);
	return fresh;
}

/** A published workflow with the trigger, polled by hand through n8n's own code. */
export class PollHost {
	/** What was emitted, in the order in which it came. */
	readonly emitted: IDataObject[] = [];
	readonly errors: Array<Error & { failure?: IDataObject; description?: string }> = [];
	/** What n8n has stored. */
	stored: IDataObject = {};
	private type = freshWatch();
	private workflow: Workflow;
	private readonly node: INode;

	constructor(
		private readonly bench: Bench,
		parameters: INodeParameters,
		private readonly kind: StateKind = 'lasting',
		private readonly timezone = 'UTC',
	) {
		const { id, name } = bench.credential;
		this.node = {
			id: 'watch',
			name: 'Watch',
			type: typeOf(NODE),
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { [CREDENTIAL_TYPE]: { id, name } },
		};
		this.workflow = this.loaded();
	}

	/** n8n's own object of the workflow, with what is stored. */
	private loaded(): Workflow {
		const { nodeTypes } = this.bench.engine;
		return new Workflow({
			id: 'workflow',
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes: { ...nodeTypes, getByNameAndVersion: () => this.type },
			staticData: structuredClone(this.stored),
			settings: { timezone: this.timezone },
		});
	}

	/** A new process. */
	restart(): void {
		this.type = freshWatch();
		this.workflow = this.loaded();
	}

	/** Publishes, or publishes again with other parameters: the activation's own poll. */
	async publish(
		parameters: INodeParameters = this.node.parameters,
		activation: WorkflowActivateMode = 'activate',
	): Promise<IDataObject[]> {
		this.node.parameters = parameters;
		this.workflow = this.loaded();
		return await this.poll(activation, true);
	}

	/** One poll of the published workflow. */
	async tick(): Promise<IDataObject[]> {
		return await this.poll('activate', false);
	}

	/** A click on Fetch Test Event. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		const { context } = this.contextOf('manual', 'manual', false);
		const items = await this.type.poll?.call(context);
		return (items?.[0] ?? []).map(({ json }) => json);
	}

	private contextOf(
		mode: 'trigger' | 'manual',
		activation: WorkflowActivateMode,
		isActivation: boolean,
		emit: (items: INodeExecutionData[][]) => void = () => {},
	) {
		const data = this.kind === 'durable' ? structuredClone(this.stored) : undefined;
		const staged = data ?? this.workflow.getStaticData('node', this.node);
		const node = this.workflow.getNode(this.node.name) ?? this.node;
		const context = new PollContext(
			this.workflow,
			node,
			this.bench.engine.additionalData(),
			mode,
			activation,
			emit,
			(error) => this.errors.push(error),
			async () => {
				if (this.kind === 'durable' && !isActivation) this.stored = structuredClone(staged);
			},
			async (run) => await run(),
			() => staged,
			() => (this.kind === 'durable' && !isActivation ? 36_000 : 300_000),
		);
		return { context, staged };
	}

	private async poll(
		activation: WorkflowActivateMode,
		isActivation: boolean,
	): Promise<IDataObject[]> {
		const out: IDataObject[] = [];
		const { context, staged } = this.contextOf('trigger', activation, isActivation, ([items]) => {
			out.push(...(items ?? []).map(({ json }) => json));
			this.save(staged);
		});
		const executor = new PollTriggerExecutor(
			Container.get(Logger),
			Container.get(TriggersAndPollers),
			Container.get(Tracing),
			Container.get(ErrorReporter),
		);
		await executor.create(this.workflow, this.node, context, () => true)();
		// As it comes, n8n saves what an activation left, whatever it returned.
		if (isActivation && this.kind === 'lasting') this.save(staged);
		this.emitted.push(...out);
		return out;
	}

	private save(staged: IDataObject): void {
		this.stored =
			this.kind === 'durable'
				? structuredClone(staged)
				: { [`node:${this.node.name}`]: JSON.parse(JSON.stringify(staged)) as IDataObject };
	}

	/** The state that the node works with, as it stands in the database. */
	get stateText(): string {
		const own = this.kind === 'durable' ? this.stored : this.stored[`node:${this.node.name}`];
		return ((own as IDataObject | undefined)?.state as string | undefined) ?? '';
	}
}

/** A clock for node and simulator that runs on, and can be moved. Put back after each test. */
export function useClock(): { forward(ms: number): void } {
	let ahead = 0;
	const real = Date.now.bind(Date);
	beforeEach(() => {
		ahead = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	return {
		forward(ms) {
			ahead += ms;
		},
	};
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
