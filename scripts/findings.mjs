/*
 * Runs every script in findings/, or those whose names hold a word given on the command line. The last
 * line counts; the exit code is 0 only if every fact is still as it was.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../findings/', import.meta.url));
const words = process.argv.slice(2);
const scripts = readdirSync(folder)
	.filter((file) => file.endsWith('.sh'))
	.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
	.sort();

const different = [];
for (const script of scripts) {
	console.log(`\n${script}`);
	const { status } = spawnSync(`${folder}${script}`, { stdio: 'inherit' });
	if (status !== 0) different.push(script);
}

console.log('');
for (const script of different) console.log(`Not as before: ${script}`);
console.log(`${scripts.length - different.length} as before, ${different.length} not`);
process.exit(different.length === 0 && scripts.length > 0 ? 0 : 1);
