import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { Engine } from '../test/engine/engine.mts';
import { chart } from './chart.mts';
import { inProject } from '../real-n8n/paths.mts';
import { isKept, type Part } from './figures.mts';
import { HTTP_REQUEST, httpRequestNode, LOOP, loopNode } from './ownNodes.mts';
import { allRecords } from './parts/allRecords.mts';
import { deliveries } from './parts/deliveries.mts';
import { growth } from './parts/growth.mts';
import { ordersInN8n, pricesInN8n } from './parts/inRealN8n.mts';
import { loading } from './parts/loading.mts';
import { orders } from './parts/orders.mts';
import { priceFile } from './parts/priceFile.mts';
import { prices } from './parts/prices.mts';
import { joined, pageOf, renewed, shown } from './report.mts';

/** The page that has all figures, and the place on it. */
const PAGE = 'docs/benchmark.md';
const FIGURES = /(<!-- figures -->).*(<!-- end of figures -->)/s;

/**
 * `--other`: a tarball of another build of this package, to be measured beside this one in the real n8n.
 * `--keep`: some parts alone are measured anew, and take their places among the figures of the last run.
 */
const { values, positionals: wanted } = parseArgs({
	options: { other: { type: 'string' }, keep: { type: 'boolean' } },
	allowPositionals: true,
});
const other = values.other === undefined ? undefined : resolve(values.other);

const PARTS: Record<string, (engine: Engine) => Promise<Part>> = {
	loading,
	records: allRecords,
	deliveries: async () => await deliveries(other),
	orders,
	prices,
	growth,
	priceFile,
	realPrices: async () => await pricesInN8n(other),
	realOrders: async () => await ordersInN8n(other),
};

const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	throw new Error(
		`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`,
	);
}

const engine = await Engine.start();
engine.addNodeType(HTTP_REQUEST, await httpRequestNode());
engine.addNodeType(LOOP, await loopNode());

const parts: Part[] = [];
for (const [name, part] of Object.entries(PARTS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`Measuring ${name} …`);
	parts.push(await part(engine));
}

const measured = joined(parts);
console.log(shown(measured));
if (wanted.length === 0 || values.keep) {
	const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}`;
	const last = JSON.parse(readFileSync(inProject('bench/results.json'), 'utf8')) as Part;
	const all = wanted.length === 0 ? measured : renewed(last, measured);
	await write('bench/results.json', JSON.stringify({ machine, ...all }));
	await write('docs/images/benchmark.svg', chart(all.figures));
	const page = readFileSync(inProject(PAGE), 'utf8');
	await write(
		PAGE,
		page.replace(FIGURES, (_, start, end) => `${start}\n\n${pageOf(machine, all)}\n\n${end}`),
	);
}
process.exitCode = measured.promises.every(isKept) ? 0 : 1;

/** Writes a file of the project, in the form that the project's files have. */
async function write(path: string, text: string): Promise<void> {
	const file = inProject(path);
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, path.endsWith('.svg') ? `${text}\n` : await format(text, options));
	console.log(`Written: ${path}`);
}
