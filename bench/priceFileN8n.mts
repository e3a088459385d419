import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { environmentWith, type Installation } from '../real-n8n/installation.mts';
import { inProject } from '../real-n8n/paths.mts';

/** What one workflow took. */
export interface Ran {
	/**
	 * Of the nodes behind those that only fetch files, as n8n measures them; of the whole process where n8n
	 * cannot print what the workflow made.
	 */
	seconds: number;
	/** The most memory of the whole process, n8n included. */
	bytes: number;
	/** Items of the last node; undefined where n8n cannot print what the workflow made. */
	out?: number;
}

interface Stored {
	data: {
		resultData: {
			error?: { message: string };
			lastNodeExecuted: string;
			runData: Record<string, Array<{ executionTime: number; data?: { main: unknown[][] } }>>;
		};
	};
}

/** How often the memory of a process is looked at; the system itself keeps the highest. */
const LOOK_MS = 50;

/** The most memory that a process had so far; 0 when it has ended. */
function highest(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024;
	} catch {
		return 0;
	}
}

/** A real n8n on Linux that runs each workflow in a process of its own, so that its memory can be told. */
export class FileN8n {
	private readonly folder = mkdtempSync(join(tmpdir(), 'price-file-'));
	/** Where workflows may read files. */
	readonly files = join(this.folder, 'files');
	private readonly env: NodeJS.ProcessEnv;

	/** @param installation the n8n that is started, with what `npm run build` made of this package */
	constructor(private readonly installation: Installation) {
		const custom = join(this.folder, 'custom');
		mkdirSync(this.files);
		mkdirSync(custom);
		// A copy: a later build must not change what is measured.
		for (const part of ['package.json', 'dist']) {
			cpSync(inProject(part), join(custom, part), { recursive: true });
		}
		this.env = {
			...environmentWith(installation),
			...installation.env,
			N8N_USER_FOLDER: this.folder,
			N8N_CUSTOM_EXTENSIONS: custom,
			N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
			N8N_RESTRICT_FILE_ACCESS_TO: this.files,
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_RUNNERS_BROKER_PORT: '5990',
			N8N_LOG_LEVEL: 'info',
			// The newer engine takes three times as long for the expressions of n8n's own Filter.
			N8N_EXPRESSION_ENGINE: 'legacy',
			// n8n's own nodes make items of all rows, which take more than Node.js gives by itself.
			NODE_OPTIONS: '--max-old-space-size=12000',
		};
	}

	/** The Node.js that n8n runs on. */
	get node(): string {
		return this.installation.node;
	}

	/** Stores workflows, as n8n exports them. */
	async add(workflows: readonly object[]): Promise<void> {
		const path = join(this.folder, 'workflows.json');
		writeFileSync(path, JSON.stringify(workflows));
		await this.n8n(['import:workflow', `--input=${path}`]);
	}

	/**
	 * Runs a workflow.
	 *
	 * @param ignored nodes whose time is not counted
	 * @throws Error with what n8n said where it failed
	 */
	async run(id: string, ignored: readonly string[]): Promise<Ran> {
		const { said, seconds, bytes } = await this.n8n(['execute', `--id=${id}`, '--rawOutput']);
		const start = said.search(/^\{$/m);
		// n8n prints what all nodes made as one text, and no text can be longer than 512 MB.
		if (start === -1 && said.includes('Invalid string length')) return { seconds, bytes };
		if (start === -1) throw new Error(said.slice(-3_000));
		const text = said.slice(start, said.indexOf('\n}', start) + 2);
		const { runData, error, lastNodeExecuted: last } = (JSON.parse(text) as Stored).data.resultData;
		if (error) throw new Error(error.message);
		const counted = Object.entries(runData).filter(([name]) => !ignored.includes(name));
		const ms = counted.reduce((sum, [, [{ executionTime }]]) => sum + executionTime, 0);
		return { seconds: ms / 1_000, bytes, out: runData[last][0].data?.main[0]?.length ?? 0 };
	}

	/** Removes all that it wrote. */
	close(): void {
		rmSync(this.folder, { recursive: true });
	}

	private async n8n(
		args: readonly string[],
	): Promise<{ said: string; seconds: number; bytes: number }> {
		const { node, n8n } = this.installation;
		// n8n ends before a pipe has taken all of a long output; a file has.
		const path = join(this.folder, 'said.txt');
		const said = openSync(path, 'w');
		const child = spawn(node, [n8n, ...args], { env: this.env, stdio: ['ignore', said, said] });
		let isOver = false;
		const ended = once(child, 'close').then(() => (isOver = true));
		const began = performance.now();
		let bytes = 0;
		while (!isOver) {
			bytes = Math.max(bytes, highest(child.pid));
			await Promise.race([wait(LOOK_MS), ended]);
		}
		closeSync(said);
		return {
			said: readFileSync(path, 'utf8'),
			seconds: (performance.now() - began) / 1_000,
			bytes,
		};
	}
}
