import { input, password } from '@inquirer/prompts';
import { Presets, SingleBar } from 'cli-progress';

import { Engine } from '../test/engine/engine.mts';
import { accountOf, type Asker } from './account.mts';
import { help, readArguments, WrongArgument } from './arguments.mts';
import { checkAccount } from './check.mts';

const person: Asker = {
	text: async (message, initial) =>
		await input({ message, ...(initial === undefined ? {} : { default: initial }) }),
	secret: async (message) => await password({ message, mask: true }),
};

/** A bar on a terminal; elsewhere nothing. */
function createBar(): (done: number, total: number, next: string) => void {
	const bar = new SingleBar(
		{ format: '{bar} {value}/{total} {next}', clearOnComplete: true, stopOnComplete: true },
		Presets.shades_classic,
	);
	let begun = false;
	return (done, total, next) => {
		if (!process.stderr.isTTY) return;
		if (!begun) bar.start(total, 0, { next });
		begun = true;
		bar.update(done, { next });
		if (next === '') bar.stop();
	};
}

async function main(): Promise<number> {
	const wishes = readArguments(process.argv.slice(2));
	if (!wishes) {
		process.stdout.write(help);
		return 0;
	}
	const ask = process.stdin.isTTY && process.stdout.isTTY ? person : undefined;
	const account = await accountOf(wishes, process.env, ask);
	const { line, exitCode } = await checkAccount(await Engine.start(), account, wishes, {
		line: (text) => void process.stdout.write(`${text}\n`),
		progress: createBar(),
	});
	process.stdout.write(`${line}\n`);
	return exitCode;
}

main().then(
	(exitCode) => {
		process.exitCode = exitCode;
	},
	(error: unknown) => {
		const wrong = error instanceof WrongArgument || (error as Error).name === 'ExitPromptError';
		process.stderr.write(
			`Not checked: ${error instanceof Error ? (wrong ? error.message : error.stack) : String(error)}\n`,
		);
		process.exitCode = 2;
	},
);
