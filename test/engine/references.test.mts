import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { Compared } from './referencesProcess.mts';
import type { ExpressionEngine } from './referencesSupport.mts';

/** The Node that the tests of the whole product bring along. */
const NODE_24 = resolve(
	`real-n8n/node-24/node_modules/node-${process.platform}-${process.arch}/bin/node`,
);

/** The Node to run an engine on; undefined: there is none. The native module of `vm` has no build for older ones. */
function nodeFor(engine: ExpressionEngine): string | undefined {
	if (engine !== 'vm' || Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	return existsSync(NODE_24) ? NODE_24 : undefined;
}

/** Compares in a process of its own: jest cannot load what n8n's engines are made of. */
async function compare(node: string, engine: ExpressionEngine, count: number): Promise<Compared> {
	const file = join(__dirname, 'referencesProcess.mts');
	const { stdout } = await promisify(execFile)(node, ['--import', 'tsx', file, engine, `${count}`]);
	return JSON.parse(stdout) as Compared;
}

describe('plain references', () => {
	it.each<[ExpressionEngine, number]>([
		['legacy', 20_000],
		['vm', 20_000],
		['quickjs', 5_000],
	])(
		'are read as the engine %s of n8n evaluates them, or left to it',
		async (engine, count) => {
			const node = nodeFor(engine);
			if (node === undefined) {
				console.warn(
					`The engine ${engine} was not compared: isolated-vm has no build for Node ${process.versions.node}. Run this with Node 24.`,
				);
				return;
			}
			const { compared, taken, differs } = await compare(node, engine, count);
			expect(differs).toBeUndefined();
			expect(compared).toBeGreaterThanOrEqual(count);
			// The others lead to dates, to lists or nowhere, or are a little more than a plain reference.
			expect(taken).toBeGreaterThan(count / 5);
		},
		600_000,
	);
});
