import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The longest time that a process gets to end on its own, in milliseconds. */
const FAREWELL_MS = 15_000;
const LINES_SHOWN = 25;

interface Started {
	child: ChildProcess;
	/** Resolves when it has ended, with how. */
	ended: Promise<string>;
}

const running = new Set<Started>();

export interface ProcessOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Where its output goes. */
	log: string;
}

/** A process in a group of its own, so that what it starts itself can be ended with it. */
export function start(command: string, args: string[], options: ProcessOptions): Started {
	mkdirSync(dirname(options.log), { recursive: true });
	const output = openSync(options.log, 'a');
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: ['ignore', output, output],
		detached: true,
	});
	closeSync(output);
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
	});
	const started = { child, ended };
	running.add(started);
	void ended.then(() => running.delete(started));
	return started;
}

function signalGroup({ child }: Started, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// It has ended by itself.
	}
}

/** Ends a process and what it started: first politely, after 15 s by force. */
export async function stop(started: Started): Promise<void> {
	signalGroup(started, 'SIGTERM');
	const force = setTimeout(() => signalGroup(started, 'SIGKILL'), FAREWELL_MS);
	await started.ended;
	clearTimeout(force);
	signalGroup(started, 'SIGKILL');
}

/** Ends a process and what it started at once, as a machine that dies would. */
export async function kill(started: Started): Promise<void> {
	signalGroup(started, 'SIGKILL');
	await started.ended;
}

/** Ends all processes that are still there, politely. */
export async function stopAll(): Promise<void> {
	await Promise.all([...running].map(stop));
}

/** The end of a log, for error messages. */
export function lastLines(log: string): string {
	return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
}

/**
 * Runs a command to its end.
 *
 * @param minutes after which it is ended by force
 * @throws Error with the last lines of its output when it fails or takes too long
 */
export async function run(
	command: string,
	args: string[],
	minutes: number,
	options: ProcessOptions,
): Promise<void> {
	const started = start(command, args, options);
	let late = false;
	const alarm = setTimeout(() => {
		late = true;
		signalGroup(started, 'SIGKILL');
	}, minutes * 60_000);
	const end = await started.ended;
	clearTimeout(alarm);
	if (end === 'exit code 0') return;
	const why = late ? `was not ready after ${minutes} minutes` : `ended with ${end}`;
	throw new Error(`${command} ${args.join(' ')} ${why}:\n${lastLines(options.log)}`);
}

/** Whatever ends this process, ends the others too. */
process.once('exit', () => {
	for (const started of running) signalGroup(started, 'SIGKILL');
});

/**
 * Calls `act` once when somebody wants this process to end; a second Ctrl+C ends it at once.
 */
export function onStop(act: () => void): void {
	let asked = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (asked) process.exit(130);
			asked = true;
			act();
		});
	}
}

export type { Started };
