import './environment.mts';

import { resolve } from 'node:path';

import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	LazyPackageDirectoryLoader,
	RoutingNode,
	WorkflowExecute,
} from 'n8n-core';
import {
	createEmptyRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRun,
	type IVersionedNodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	NodeHelpers,
	type ResourceMapperFields,
	Workflow,
} from 'n8n-workflow';

import { BenchCredentials, type StoredCredential } from './credentials.mts';
import { STAND_INS } from './standIns.mts';
import { withForms } from './storedForms.mts';

const PACKAGE = 'n8n-nodes-ingram-micro';
export const CREDENTIAL_TYPE = 'ingramMicroXiOAuth2Api';
const START = 'Start';
const NODE = 'Node';
/** n8n builds links from its own address; nothing listens there. */
const HERE = 'http://127.0.0.1';

/** The name of one of our nodes as workflows store it. */
export const typeOf = (node: string): string => `${PACKAGE}.${node}`;

export interface NodeRun {
	/** Items of the success output. */
	items: INodeExecutionData[];
	/** Items of the error output, where the node has one. */
	failed: INodeExecutionData[];
	/** What stopped the node, if something did. */
	error?: IRun['data']['resultData']['error'];
	run: IRun;
}

export interface NodeRunOptions {
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
	/** Milliseconds from one try to the next. */
	waitBetweenTries?: number;
	credential: StoredCredential;
	/** Stops the execution after so many milliseconds, as a person does in the editor. */
	stopAfterMs?: number;
	/** The time zone of the workflow; left out, it is that of the instance. */
	timezone?: string;
}

/**
 * n8n's engine with the built package in it: n8n-core's package loader, its credential encryption
 * and HTTP helpers, and WorkflowExecute. What is rebuilt stands in credentials.mts and standIns.mts.
 */
export class Engine {
	readonly credentials: BenchCredentials;
	private readonly others = new Map<string, INodeType | IVersionedNodeType>();
	private executions = 0;

	private constructor(private readonly loader: LazyPackageDirectoryLoader) {
		this.credentials = new BenchCredentials((name) => loader.getCredential(name).type);
	}

	/** Loads the package from its folder, which holds package.json and dist, as n8n's start does. */
	static async start(directory = resolve('.')): Promise<Engine> {
		const loader = new LazyPackageDirectoryLoader(directory);
		await loader.loadAll();
		return new Engine(loader);
	}

	/** A credential for a simulator, encrypted and stored; `data` overrides single fields. */
	async addCredential(
		customBaseUrl: string,
		data: ICredentialDataDecryptedObject = {},
	): Promise<StoredCredential> {
		return await this.credentials.add(CREDENTIAL_TYPE, {
			clientId: 'simulator-client',
			clientSecret: 'simulator-secret',
			environment: 'custom',
			customBaseUrl,
			customerNumber: '20-222222',
			countryCode: 'US',
			senderId: 'engine-tests',
			customerContact: 'buyer@example.com',
			...data,
		});
	}

	/** Adds a node of another package. */
	addNodeType(name: string, type: INodeType | IVersionedNodeType): void {
		this.others.set(name, type);
	}

	nodeType(name: string, version?: number): INodeType {
		const node =
			this.others.get(name) ??
			STAND_INS[name] ??
			this.loader.getNode(name.replace(`${PACKAGE}.`, '')).type;
		return NodeHelpers.getVersionedNodeType(node, version);
	}

	readonly nodeTypes: INodeTypes = {
		getByName: (name) => this.nodeType(name),
		getByNameAndVersion: (name, version) => this.nodeType(name, version),
		getKnownTypes: () => ({}),
	};

	/** What n8n hands to everything that runs; fresh for each execution. */
	additionalData(): IWorkflowExecuteAdditionalData {
		return {
			credentialsHelper: this.credentials,
			executionId: `execution-${(this.executions += 1)}`,
			currentNodeExecutionIndex: 0,
			restApiUrl: HERE,
			instanceBaseUrl: HERE,
			formBaseUrl: HERE,
			formWaitingBaseUrl: HERE,
			formTestBaseUrl: HERE,
			webhookBaseUrl: HERE,
			webhookWaitingBaseUrl: HERE,
			webhookTestBaseUrl: HERE,
			mcpBaseUrl: HERE,
			mcpTestBaseUrl: HERE,
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	/**
	 * Tests a credential as the editor's credential window does: the type's `test` request through
	 * n8n-core's declarative node, then the rules in the order in which n8n goes through them.
	 */
	async testCredential(credential: StoredCredential): Promise<{ status: string; message: string }> {
		const { test } = this.loader.getCredential(CREDENTIAL_TYPE).type;
		if (!test) throw new Error('The credential has no test');
		const rules = test.rules ?? [];
		try {
			const json = await this.requestAsNode(credential, test.request);
			for (const { type, properties } of rules) {
				if (type === 'responseSuccessBody' && json[properties.key] === properties.value) {
					return { status: 'Error', message: properties.message };
				}
			}
			return { status: 'OK', message: '' };
		} catch (error) {
			const { cause, message } = error as {
				message: string;
				cause?: { response?: { status: number } };
			};
			for (const { type, properties } of rules) {
				if (type === 'responseCode' && properties.value === cause?.response?.status) {
					return { status: 'Error', message: properties.message };
				}
			}
			return { status: 'Error', message };
		}
	}

	/** Makes a declarative request with a credential, and gives the first item that comes of it. */
	private async requestAsNode(
		credential: StoredCredential,
		request: ICredentialTestRequest['request'],
	): Promise<IDataObject> {
		const node: INode = {
			id: 'node',
			name: NODE,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
		};
		const tester: INodeType = {
			description: {
				...this.nodeType(node.type).description,
				credentials: [{ name: CREDENTIAL_TYPE, required: true }],
				properties: [
					{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
				],
			},
		};
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: { ...this.nodeTypes, getByNameAndVersion: () => tester },
		});
		const additionalData = this.additionalData();
		const context = new ExecuteContext(
			workflow,
			node,
			additionalData,
			'internal',
			createEmptyRunExecutionData(),
			0,
			[],
			{ main: [[{ json: {} }]] },
			{ node, data: {}, source: null },
			[],
		);
		const { id, name, type } = credential;
		const data = await this.credentials.getDecrypted(
			additionalData,
			credential,
			CREDENTIAL_TYPE,
			'internal',
		);
		const output = await new RoutingNode(context, tester, { id, name, type, data }).runNode();
		return output?.[0]?.[0]?.json ?? {};
	}

	/** Asks for a "From List" of a node, as the editor does while a person picks. */
	async search(
		credential: StoredCredential,
		method: string,
		filter?: string,
		paginationToken?: string,
		parameters: INodeParameters = {},
		name = 'ingramMicroProductCatalog',
	): Promise<INodeListSearchResult> {
		const context = this.editorContext(credential, name, parameters, 'parameters.product');
		const search = this.nodeType(typeOf(name)).methods?.listSearch?.[method];
		if (!search) throw new Error(`The node has no list search ${method}`);
		return await search.call(context, filter, paginationToken);
	}

	/**
	 * Asks for the fields of a resource mapper, as the editor does when the parameters that it depends
	 * on change. The editor resolves expressions before; one that it cannot resolve comes as null.
	 */
	async mapperFields(
		credential: StoredCredential,
		name: string,
		parameter: string,
		parameters: INodeParameters,
	): Promise<ResourceMapperFields> {
		const { description, methods } = this.nodeType(typeOf(name));
		const { typeOptions } = description.properties.find((one) => one.name === parameter) ?? {};
		const method = typeOptions?.resourceMapper?.resourceMapperMethod ?? '';
		const fields = methods?.resourceMapping?.[method];
		if (!fields) throw new Error(`The node has no resource mapping ${method}`);
		const path = `parameters.${parameter}`;
		return await fields.call(this.editorContext(credential, name, parameters, path));
	}

	/** What a method of a node that fills in the editor works with. */
	private editorContext(
		credential: StoredCredential,
		name: string,
		parameters: INodeParameters,
		path: string,
	): LoadOptionsContext {
		const node: INode = {
			id: 'node',
			name: NODE,
			type: typeOf(name),
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
		};
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: this.nodeTypes,
		});
		const additionalData = { ...this.additionalData(), currentNodeParameters: parameters };
		return new LoadOptionsContext(workflow, node, additionalData, path);
	}

	/** Runs a whole workflow as the editor does, from the first node. */
	async runWorkflow(
		definition: Pick<IWorkflowBase, 'nodes' | 'connections' | 'staticData'> & {
			pinData?: IPinData;
		},
		{ stopAfterMs, timezone }: { stopAfterMs?: number; timezone?: string } = {},
	): Promise<IRun> {
		const workflow = new Workflow({
			id: 'workflow',
			name: 'Workflow',
			nodes: definition.nodes,
			connections: definition.connections,
			active: false,
			nodeTypes: this.nodeTypes,
			// Written to, as that of a published workflow is.
			staticData: definition.staticData,
			settings: { executionOrder: 'v1', ...(timezone !== undefined && { timezone }) },
		});
		const hooks = new ExecutionLifecycleHooks('manual', 'execution', {
			...definition,
			id: 'workflow',
			name: 'Workflow',
			active: false,
		} as unknown as IWorkflowBase);
		const additionalData = { ...this.additionalData(), hooks };
		const execution = new WorkflowExecute(additionalData, 'manual').run({
			workflow,
			...(definition.pinData && { pinData: definition.pinData }),
		});
		if (stopAfterMs !== undefined) setTimeout(() => execution.cancel(), stopAfterMs);
		return await execution;
	}

	private propertiesOf(node: string): INodeProperties[] {
		const { type } = this.loader.getNode(node);
		return 'nodeVersions' in type ? [] : type.description.properties;
	}

	/** Runs one node over some input items. Forms among the parameters may be their values alone. */
	async runNode(
		node: string,
		parameters: INodeParameters,
		input: IDataObject[],
		{ credential, stopAfterMs, timezone, ...settings }: NodeRunOptions,
	): Promise<NodeRun> {
		const nodes: INode[] = [
			{
				id: 'start',
				name: START,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: NODE,
				type: typeOf(node),
				typeVersion: 1,
				position: [200, 0],
				parameters: withForms(parameters, this.propertiesOf(node)),
				credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
				...settings,
			},
		];
		const run = await this.runWorkflow(
			{
				nodes,
				connections: { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
				pinData: { [START]: input.map((json) => ({ json })) },
			},
			{ stopAfterMs, timezone },
		);
		const [items, failed] = run.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
		return {
			items: items ?? [],
			failed: failed ?? [],
			error: run.data.resultData.error,
			run,
		};
	}
}
