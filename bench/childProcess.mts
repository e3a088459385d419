import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts another file of the benchmark in a process of its own.
 *
 * @param node another Node.js than this one
 */
export const startProcess = (
	file: string,
	args: readonly string[],
	nodeOptions: readonly string[] = [],
	node = process.execPath,
): ChildProcess =>
	fork(fileURLToPath(new URL(file, import.meta.url)), args, {
		execPath: node,
		execArgv: [...nodeOptions, '--import', 'tsx'],
	});

/**
 * The next message of a process.
 *
 * @throws Error if it ends without one
 */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
	const done = new AbortController();
	const { signal } = done;
	try {
		return await Promise.race([
			once(child, 'message', { signal }).then(([message]) => message as Answer),
			once(child, 'exit', { signal }).then(([code, by]: (number | string | null)[]) => {
				throw new Error(`A process of the benchmark ended without an answer (${code ?? by})`);
			}),
		]);
	} finally {
		done.abort();
	}
}

/** What a process says that does one thing, after it has ended. */
export async function saidBy<Answer>(child: ChildProcess): Promise<Answer> {
	const ended = once(child, 'exit');
	const answer = await answerOf<Answer>(child);
	await ended;
	return answer;
}
