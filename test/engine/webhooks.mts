import './environment.mts';

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { ExecutionLifecycleHooks, HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeType,
	type IRun,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	NodeHelpers,
	Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Engine } from './engine.mts';
import { processedData } from './processed.mts';

/*
 * What n8n's server does for a webhook lives outside n8n-core, and is therefore rebuilt here, after
 * n8n 2.39:
 *
 * 1. Addresses: /webhook/… for a published workflow, /webhook-test/… while the editor listens. A test
 *    address takes one delivery that starts a run.
 * 2. Bodies: JSON, plain text and forms are parsed, any other type is an empty object, as is an empty
 *    body or `null`; broken JSON is answered with 422, a body above 16 MB with 413. Compressed bodies,
 *    XML and files are not rebuilt.
 * 3. The webhook methods when a workflow is published and when the editor listens.
 * 4. The answer: by what the node's webhook() returns, for the response mode "onReceived" alone. A
 *    throw is answered with 500, and is a failed execution. An execution that cannot be started is
 *    answered with 500 too, and nothing is saved.
 *    The answer to a delivery that started one is the description's responseData, or else JSON.
 * 5. Static data: read for each delivery; saved whole, if it is marked as changed, before the answer goes
 *    out, so that of two saves the last one wins; never saved for a test. To store an execution, n8n
 *    makes a second Workflow of the same data, and that takes the mark away: what a delivery that
 *    starts one has written is not saved (n8n 2.39 and 2.41). What other nodes write at the end of an
 *    execution is not rebuilt.
 * 6. Order: the execution is written down, then the answer goes out (n8n 2.39 and 2.41); with
 *    `answersFirst` it is answered when that is begun (n8n 1.123). n8n's writes finish in their order
 *    (SQLite has one queue for them).
 * 7. What was processed, in processed.mts.
 * 8. A kill: nothing of what was begun goes on, and what the process remembered is gone.
 *
 * n8n-core's own are: WebhookContext and HookContext, credentials, HTTP helpers, WorkflowExecute.
 */

const LARGEST_BODY = 16 * 1024 * 1024;
let hosts = 0;

export interface Execution {
	readonly id: string;
	/** What the trigger's delivery gave to the execution. */
	items: INodeExecutionData[];
	mode: WorkflowExecuteMode;
	/** The run of all nodes, once it ended. */
	run: Promise<IRun>;
	/** The node threw. */
	failed?: Error;
}

export interface HostOptions {
	nodes: INode[];
	connections?: IConnections;
	/** How long n8n takes to write something down, in milliseconds. */
	writeMs?: () => number;
	/** Whether n8n can write an execution down. */
	canStart?: () => boolean;
	/** Whether n8n answers before it has written the execution down, as 1.123 does. */
	answersFirst?: boolean;
}

/** A part of n8n's server: one published workflow whose first node is a webhook trigger. */
export class WebhookHost {
	readonly workflowId = `workflow-with-webhook-${(hosts += 1)}`;
	/** Executions that n8n has written down, in their order. */
	readonly executions: Execution[] = [];
	/** The workflow's static data as it stands in n8n's database. */
	stored = '{}';
	saves = 0;
	private server?: Server;
	private port = 0;
	/** Counts lives: what an earlier one began does nothing any more. */
	private life = 0;
	private listening = false;
	private writes: Promise<unknown> = Promise.resolve();
	private fresh?: INodeType;

	constructor(
		private readonly engine: Engine,
		private readonly options: HostOptions,
	) {}

	private get node(): INode {
		return this.options.nodes[0];
	}

	private get nodeType(): INodeType {
		return this.fresh ?? this.engine.nodeType(this.node.type);
	}

	private path(): string {
		const [{ path }] = this.nodeType.description.webhooks ?? [];
		return NodeHelpers.getNodeWebhookPath(this.workflowId, this.node, path, false);
	}

	get productionUrl(): string {
		return `http://127.0.0.1:${this.port}/webhook/${this.path()}`;
	}

	get testUrl(): string {
		return `http://127.0.0.1:${this.port}/webhook-test/${this.path()}`;
	}

	/** Begins to take requests; `publish` or `listen` comes after. */
	async start(): Promise<this> {
		const server = createServer((request, response) => {
			// A sender that is gone before its body was read gets no answer.
			this.take(request, response).catch(() => response.destroy());
		});
		// Senders keep connections open for some seconds; they must not meet one that is being closed.
		server.keepAliveTimeout = 60_000;
		await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
		this.port = (server.address() as AddressInfo).port;
		this.server = server;
		return this;
	}

	/** Gives the trigger another credential. */
	useCredential(credential: INodeCredentialsDetails): void {
		for (const type of Object.keys(this.node.credentials ?? {})) {
			this.node.credentials = { ...this.node.credentials, [type]: credential };
		}
	}

	/** Publishes the workflow, as far as the trigger is asked about it. */
	async publish(): Promise<void> {
		await this.callHooks('trigger', 'activate', false);
	}

	/** "Listen for Test Event". */
	async listen(): Promise<void> {
		await this.callHooks('manual', 'manual', true);
		this.listening = true;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
		await Promise.allSettled(this.executions.map(({ run }) => run));
	}

	/** Stops the process in good order: what was begun is written down. */
	async stop(): Promise<void> {
		await this.writes;
		await this.kill();
	}

	/** Ends the process at once, as a power cut does. */
	async kill(): Promise<void> {
		this.life += 1;
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/**
	 * A new process with the same database. It has another port, since clients keep connections open.
	 *
	 * @param fresh the node's type, loaded anew, so that it remembers nothing
	 */
	async startAgain(fresh: INodeType): Promise<void> {
		this.fresh = fresh;
		this.writes = Promise.resolve();
		this.port = 0;
		await this.start();
	}

	/** A workflow that has stored nothing yet has null in n8n's database. */
	private read(): IDataObject | undefined {
		return this.stored === '{}' ? undefined : (JSON.parse(this.stored) as IDataObject);
	}

	private workflow(staticData = this.read()): Workflow {
		const { getByName, getKnownTypes } = this.engine.nodeTypes;
		return new Workflow({
			id: this.workflowId,
			name: 'Workflow',
			nodes: this.options.nodes,
			connections: this.options.connections ?? {},
			active: true,
			nodeTypes: {
				getByName,
				getKnownTypes,
				getByNameAndVersion: (name) =>
					name === this.node.type ? this.nodeType : this.engine.nodeType(name),
			},
			staticData,
			settings: { executionOrder: 'v1' },
		});
	}

	private webhookData(
		additionalData: IWorkflowExecuteAdditionalData,
		isTest: boolean,
	): IWebhookData {
		const [webhookDescription] = this.nodeType.description.webhooks ?? [];
		return {
			httpMethod: 'POST',
			node: this.node.name,
			path: this.path(),
			webhookDescription,
			workflowId: this.workflowId,
			workflowExecuteAdditionalData: additionalData,
			isTest,
		};
	}

	private async callHooks(
		mode: WorkflowExecuteMode,
		activation: 'activate' | 'manual',
		isTest: boolean,
	): Promise<void> {
		const additionalData = this.engine.additionalData();
		const workflow = this.workflow();
		const data = this.webhookData(additionalData, isTest);
		const methods = this.nodeType.webhookMethods?.default;
		const context = new HookContext(workflow, this.node, additionalData, mode, activation, data);
		if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { life } = this;
		const answer = (status: number, body: unknown) => {
			if (this.life !== life || response.headersSent) return;
			response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
			response.end(JSON.stringify(body));
		};
		const isTest = request.url === new URL(this.testUrl).pathname;
		const known = isTest ? this.listening : request.url === new URL(this.productionUrl).pathname;
		if (!known)
			return answer(404, { code: 404, message: 'The requested webhook is not registered' });
		if (request.method !== 'POST') {
			return answer(404, { code: 404, message: 'This webhook is not registered for the method' });
		}
		const body = await bodyOf(request);
		if ('status' in body) return answer(body.status, { code: body.status, message: body.message });
		await this.deliver(request, response, { ...body, isTest, life, answer });
	}

	private async deliver(
		request: IncomingMessage,
		response: ServerResponse,
		call: {
			body: unknown;
			rawBody: Buffer;
			isTest: boolean;
			life: number;
			answer: (status: number, body: unknown) => void;
		},
	): Promise<void> {
		const { body, rawBody, isTest, life, answer } = call;
		const mode: WorkflowExecuteMode = isTest ? 'manual' : 'webhook';
		const staticData = this.read();
		const workflow = this.workflow(staticData);
		const additionalData = Object.assign(this.engine.additionalData(), {
			httpRequest: Object.assign(request, { body, rawBody, params: {}, query: {} }),
			httpResponse: response,
		}) as unknown as IWorkflowExecuteAdditionalData;
		const data = this.webhookData(additionalData, isTest);
		const context = new WebhookContext(workflow, this.node, additionalData, mode, data, [], null);
		let result: IWebhookResponseData;
		let failed: Error | undefined;
		try {
			result = (await this.nodeType.webhook?.call(context)) ?? {};
		} catch (error) {
			failed = error as Error;
			result = { noWebhookResponse: true, workflowData: [[{ json: {} }]] };
			answer(500, { code: 500, message: 'Workflow Webhook Error: Workflow could not be started!' });
		}
		if (this.life !== life) return;
		if (result.workflowData && this.options.canStart?.() === false) {
			answer(500, { code: 0, message: 'There was a problem executing the workflow' });
			return;
		}
		const main = result.workflowData;
		if (main) {
			if (isTest) this.listening = false;
			// Nothing is done with it, but it takes away the mark that the static data was changed.
			if (!this.options.answersFirst) this.workflow(staticData);
			const begun = this.begin(main, mode, life, failed);
			if (!this.options.answersFirst) await begun;
		}
		if (!isTest) await this.save(workflow, life);
		if (result.noWebhookResponse) return;
		const [{ responseData = 'firstEntryJson' } = {}] = this.nodeType.description.webhooks ?? [];
		answer(
			200,
			main
				? responseData || (result.webhookResponse ?? { message: 'Workflow was started' })
				: (result.webhookResponse ?? { message: 'Webhook call received' }),
		);
	}

	/** Runs an execution again, as a person does from the list of executions. */
	async retry({ items }: Execution): Promise<IRun> {
		return await this.run([items], 'retry', this.life, this.engine.additionalData());
	}

	/** Runs an execution again whose worker has died, as n8n's queue does. */
	async runAgain({ id, items, mode }: Execution): Promise<IRun> {
		const additionalData = { ...this.engine.additionalData(), executionId: id };
		return await this.run([items], mode, this.life, additionalData);
	}

	/** One write to n8n's database, after those that were asked for before. */
	private async write(life: number, work: () => void): Promise<void> {
		const before = this.writes;
		const done = before.then(async () => {
			const ms = this.options.writeMs?.() ?? 0;
			if (ms > 0) await delay(ms);
			if (this.life === life) work();
		});
		this.writes = done;
		await done;
	}

	private async save(workflow: Workflow, life: number): Promise<void> {
		if (workflow.staticData.__dataChanged !== true) return;
		const whole = JSON.stringify(workflow.staticData);
		await this.write(life, () => {
			this.stored = whole;
			this.saves += 1;
		});
	}

	private async begin(
		main: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
		life: number,
		failed?: Error,
	): Promise<void> {
		const additionalData = this.engine.additionalData();
		const id = additionalData.executionId ?? '';
		await this.write(life, () => {
			const run = this.run(main, mode, life, additionalData);
			run.catch(() => {});
			this.executions.push({ id, items: main[0] ?? [], mode, run, ...(failed && { failed }) });
		});
	}

	private async run(
		main: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
		life: number,
		additional: IWorkflowExecuteAdditionalData,
	): Promise<IRun> {
		const workflow = this.workflow();
		processedData.open(workflow, {
			pause: async () => await delay(this.options.writeMs?.() ?? 0),
			isAlive: () => this.life === life,
		});
		const hooks = new ExecutionLifecycleHooks(mode, 'execution', {
			id: this.workflowId,
			name: 'Workflow',
			active: true,
			nodes: this.options.nodes,
			connections: this.options.connections ?? {},
		} as unknown as IWorkflowBase);
		const additionalData = Object.assign(additional, { hooks });
		const node = workflow.getNode(this.node.name) as INode;
		const data = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
		});
		return await new WorkflowExecute(additionalData, mode, data).processRunExecutionData(workflow);
	}
}

type Body = { body: unknown; rawBody: Buffer } | { status: 413 | 422; message: string };

async function bodyOf(request: IncomingMessage): Promise<Body> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		// Read to the end all the same, so that the sender gets to see the answer.
		if (size <= LARGEST_BODY) chunks.push(chunk);
	}
	if (size > LARGEST_BODY) return { status: 413, message: 'request entity too large' };
	const rawBody = Buffer.concat(chunks);
	const type = request.headers['content-type']?.split(';')[0].trim().toLowerCase();
	try {
		const body = rawBody.length > 0 ? parsed(type, rawBody.toString('utf8')) : undefined;
		return { body: body || {}, rawBody };
	} catch {
		return { status: 422, message: 'Failed to parse request body' };
	}
}

function parsed(type: string | undefined, text: string): unknown {
	if (type === 'application/json') return JSON.parse(text);
	if (type === 'text/plain') return text;
	if (type === 'application/x-www-form-urlencoded') {
		return Object.fromEntries(new URLSearchParams(text));
	}
	return undefined;
}
