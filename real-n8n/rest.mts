import { setTimeout as wait } from 'node:timers/promises';

import { unflatten } from './flatted.mts';

const OWNER = {
	email: 'owner@example.com',
	firstName: 'Owner',
	lastName: 'Example',
	password: 'Simulator-2026',
};
const BROWSER_ID = 'real-n8n-scripts';

export const login: Readonly<Pick<typeof OWNER, 'email' | 'password'>> = OWNER;

type Json = Record<string, unknown>;

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Json;
	credentials?: Record<string, { id: string | null; name: string }>;
	webhookId?: string;
	[setting: string]: unknown;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Json;
	settings?: Json;
	pinData?: Record<string, { json: Json }[]>;
}

export interface StoredWorkflow extends Workflow {
	id: string;
	/** Changes with the content. */
	versionId: string;
	active: boolean;
}

/** What a workflow is made of, with n8n's defaults for what it leaves out. */
function contentOf({ name, nodes, connections, settings = {}, pinData = {} }: Workflow): Workflow {
	return { name, nodes, connections, settings, pinData };
}

/** A workflow's run, as n8n stored it. */
export interface Execution {
	id: string;
	status: string;
	/** Items by node and output, of each node's last run. */
	items: Record<string, Json[][]>;
	/** What stopped the run, or a node in it. */
	error?: string;
}

/** An execution in n8n's list. */
export interface ExecutionState {
	id: string;
	status: string;
}

/** The longest time that n8n gets to start a workflow's triggers, in milliseconds. */
const LISTENS_WITHIN_MS = 30_000;

/** n8n lists no more of them at once. */
const MOST_EXECUTIONS = 100;

/** Whether an execution has yet to end. */
export const isOpen = ({ status }: ExecutionState): boolean =>
	['new', 'running', 'waiting'].includes(status);

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

const sleep = async (ms: number): Promise<void> => {
	await wait(ms);
};

/**
 * Makes a call over a connection of its own. n8n closes a connection that is idle for five seconds,
 * now and then just as the next call goes out on it; and of a POST that is lost so, nobody knows
 * whether it was taken.
 */
export async function callOnce(
	url: string,
	init: { method: string; headers?: Record<string, string>; body?: string },
): Promise<Response> {
	return await fetch(url, {
		...init,
		headers: { 'Content-Type': 'application/json', ...init.headers, Connection: 'close' },
		signal: AbortSignal.timeout(60_000),
	});
}

/** n8n's own REST interface, as its editor uses it, for one signed-in owner. */
export class Rest {
	private cookie = '';

	constructor(readonly url: string) {}

	/** Makes the owner account, or signs in to the one that is there. */
	async signIn(): Promise<void> {
		// n8n answers before its routes are all there.
		for (let tries = 0; ; tries += 1) {
			const made = await this.call('POST', '/rest/owner/setup', OWNER);
			if (made.ok) return;
			const { email, password } = OWNER;
			const entered = await this.call('POST', '/rest/login', {
				emailOrLdapLoginId: email,
				email,
				password,
			});
			if (entered.ok) return;
			if (tries === 20) throw new Error(`Sign-in failed: ${await entered.text()}`);
			await sleep(500);
		}
	}

	private async call(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await callOnce(this.url + path, {
			method,
			headers: { 'browser-id': BROWSER_ID, 'push-ref': BROWSER_ID, Cookie: this.cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const [cookie] = response.headers.getSetCookie();
		if (cookie) this.cookie = cookie.split(';', 1)[0];
		return response;
	}

	/**
	 * @returns the answer's `data`
	 * @throws Error with n8n's own words
	 */
	async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const response = await this.call(method, path, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (JSON.parse(text) as { data: Answer }).data;
	}

	/** A file that n8n serves to its editor. */
	async file<Content>(path: string): Promise<Content> {
		const response = await this.call('GET', path);
		if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
		return (await response.json()) as Content;
	}

	async addCredential(
		name: string,
		type: string,
		data: Json,
	): Promise<{ id: string; name: string }> {
		const { id } = await this.send<{ id: string }>('POST', '/rest/credentials', {
			name,
			type,
			data,
		});
		return { id, name };
	}

	/** Connects a credential of OAuth2, as a person does who signs in in the window that n8n opens. */
	async connect(credentialId: string, code: string): Promise<void> {
		const auth = `/rest/oauth2-credential/auth?id=${credentialId}`;
		const address = new URL(await this.send<string>('GET', auth));
		const state = address.searchParams.get('state') ?? '';
		const query = new URLSearchParams({ code, state }).toString();
		const response = await this.call('GET', `/rest/oauth2-credential/callback?${query}`);
		if (!response.ok) throw new Error(`It was not connected: ${await response.text()}`);
	}

	async testCredential(
		id: string,
		name: string,
		type: string,
		data: Json,
	): Promise<CredentialTest> {
		return await this.send('POST', '/rest/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	async addWorkflow(workflow: Workflow): Promise<StoredWorkflow> {
		return await this.send('POST', '/rest/workflows', { ...contentOf(workflow), active: false });
	}

	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.send('GET', `/rest/workflows/${id}`);
	}

	/** Puts another content in place of a stored workflow's; it listens afterwards if it did before. */
	async replaceWorkflow(
		{ id, versionId, active }: StoredWorkflow,
		workflow: Workflow,
	): Promise<StoredWorkflow> {
		const changed = { ...contentOf(workflow), versionId };
		const stored = await this.send<StoredWorkflow>('PATCH', `/rest/workflows/${id}`, changed);
		if (active) await this.activate(stored);
		return stored;
	}

	/** Makes a data table of text columns among the owner's own, with these rows. Returns its ID. */
	async addDataTable(
		name: string,
		columns: readonly string[],
		rows: Record<string, string>[] = [],
	): Promise<string> {
		const { id } = await this.send<{ id: string }>('GET', '/rest/projects/personal');
		const tables = `/rest/projects/${id}/data-tables`;
		const table = await this.send<{ id: string }>('POST', tables, {
			name,
			columns: columns.map((column) => ({ name: column, type: 'string' })),
		});
		const insert = { data: rows, returnType: 'count' };
		if (rows.length > 0) await this.send('POST', `${tables}/${table.id}/insert`, insert);
		return table.id;
	}

	/** Runs a workflow as *Execute workflow* does, and waits until it has ended. */
	async runWorkflow(workflow: StoredWorkflow, withinMs = 120_000): Promise<Execution> {
		return await this.whenEnded(await this.startWorkflow(workflow), withinMs);
	}

	/** Starts a workflow as *Execute workflow* does. Returns the ID of its execution. */
	async startWorkflow(workflow: StoredWorkflow): Promise<string> {
		const trigger = workflow.nodes.find(({ type }) => /trigger$/i.test(type));
		if (!trigger) throw new Error(`"${workflow.name}" has no trigger`);
		const { executionId } = await this.send<{ executionId?: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: trigger.name } },
		);
		if (executionId === undefined) throw new Error(`"${workflow.name}" waits for a webhook`);
		return executionId;
	}

	async whenEnded(executionId: string, withinMs: number): Promise<Execution> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const found = await this.send<ExecutionState & { data: string }>(
				'GET',
				`/rest/executions/${executionId}`,
			);
			// n8n stores how a run ended a moment before it stores what came out.
			const run = unflatten(found.data) as RunData | undefined;
			if (run && !isOpen(found)) {
				return executionOf(executionId, found.status, run);
			}
			if (Date.now() > deadline) throw new Error(`Execution ${executionId} did not end`);
			await sleep(300);
		}
	}

	/** Runs an execution again from the list, with the workflow as it was then. */
	async retry(executionId: string): Promise<void> {
		await this.send('POST', `/rest/executions/${executionId}/retry`, { loadWorkflow: false });
	}

	/** All executions of a workflow, newest first. */
	async executionsOf(workflowId: string): Promise<ExecutionState[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		// A page may repeat what stood on the one before, and what runs.
		const all = new Map<string, ExecutionState>();
		let from = '';
		for (;;) {
			const { results, nextCursor } = await this.send<{
				results: ExecutionState[];
				nextCursor?: string | null;
			}>('GET', `/rest/executions?filter=${filter}&limit=${MOST_EXECUTIONS}${from}`);
			for (const one of results) all.set(one.id, one);
			const last = results.at(-1);
			// Before 2.41 a page is asked for by the last execution of the one before.
			const more =
				nextCursor === undefined ? results.length >= MOST_EXECUTIONS : nextCursor !== null;
			if (!more || !last) return [...all.values()];
			from = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : `&lastId=${last.id}`;
		}
	}

	/**
	 * Makes a workflow listen for its triggers, as the editor's switch does, and waits until it does.
	 *
	 * @throws Error with n8n's own words where it refuses, or where a trigger does not start
	 */
	async activate({ id, versionId }: StoredWorkflow): Promise<void> {
		const response = await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		// Before 2.0 a workflow was active or not, and nothing was published.
		if (!response.ok)
			await this.send('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
		await this.whenListening(id);
	}

	/** Takes a workflow off its triggers, as the editor's switch does. */
	async deactivate(id: string): Promise<void> {
		const response = await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
		if (response.ok) return;
		const { versionId } = await this.workflow(id);
		await this.send('PATCH', `/rest/workflows/${id}`, { active: false, versionId });
	}

	/**
	 * n8n publishes from a queue since 2.41: it answers before the triggers listen, and a webhook that
	 * is called in between answers 404.
	 */
	private async whenListening(workflowId: string): Promise<void> {
		const deadline = Date.now() + LISTENS_WITHIN_MS;
		for (;;) {
			const path = `/rest/workflows/${workflowId}/publication-status`;
			const response = await this.call('GET', path);
			// No queue: the triggers listened before the answer.
			if (response.status === 404) return;
			const text = await response.text();
			if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text}`);
			const { status, triggers } = (JSON.parse(text) as { data: Publication }).data;
			if (status === 'published') return;
			if (status !== 'in_progress') {
				const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
				throw new Error(`Its triggers do not listen (${status}): ${reasons.join(', ')}`);
			}
			if (Date.now() > deadline) throw new Error('Its triggers do not listen yet');
			await sleep(50);
		}
	}
}

/** How far n8n has come with publishing a workflow. */
interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: { errorMessage: string | null }[];
}

interface RunData {
	resultData: {
		error?: { message?: string; description?: string };
		runData: Record<
			string,
			{ data?: { main?: ({ json: Json }[] | null)[] }; error?: { message?: string } }[]
		>;
	};
}

function executionOf(id: string, status: string, { resultData }: RunData): Execution {
	const items: Execution['items'] = {};
	let error = resultData.error?.message;
	for (const [name, runs] of Object.entries(resultData.runData)) {
		const last = runs.at(-1);
		items[name] = (last?.data?.main ?? []).map((output) => (output ?? []).map(({ json }) => json));
		error ??= last?.error?.message;
	}
	return { id, status, items, error };
}
