import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cpus } from 'node:os';

import { Engine } from '../test/engine/engine.mts';
import { chart } from './chart.mts';
import { isKept, type Part } from './figures.mts';
import { HTTP_REQUEST, httpRequestNode, WEBHOOK, webhookNode } from './ownNodes.mts';
import { allRecords } from './parts/allRecords.mts';
import { deliveries } from './parts/deliveries.mts';
import { loading } from './parts/loading.mts';
import { orders } from './parts/orders.mts';
import { prices } from './parts/prices.mts';
import { figuresTable, joined, promisesTable } from './report.mts';

const PARTS: Record<string, (engine: Engine) => Promise<Part>> = {
	loading,
	records: allRecords,
	deliveries,
	orders,
	prices,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	throw new Error(
		`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`,
	);
}

const engine = await Engine.start();
engine.addNodeType(HTTP_REQUEST, await httpRequestNode());
engine.addNodeType(WEBHOOK, await webhookNode());

const parts: Part[] = [];
for (const [name, part] of Object.entries(PARTS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`Measuring ${name} …`);
	parts.push(await part(engine));
}

const all = joined(parts);
console.log(figuresTable(all.figures));
console.log(promisesTable(all.promises));
if (wanted.length === 0) {
	const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}`;
	const file = fileURLToPath(new URL('results.json', import.meta.url));
	writeFileSync(file, `${JSON.stringify({ machine, ...all }, null, '\t')}\n`);
	const picture = fileURLToPath(new URL('../docs/images/benchmark.svg', import.meta.url));
	writeFileSync(picture, `${chart(all.figures)}\n`);
	console.log(`Written to ${file} and ${picture}`);
}
process.exitCode = all.promises.every(isKept) ? 0 : 1;
