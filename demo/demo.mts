import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import Table from 'cli-table3';
import { parse } from 'csv-parse/sync';
import type { IDataObject, INode, INodeExecutionData, IRun, IWorkflowBase } from 'n8n-workflow';

import { type Simulator, startSimulator } from '../simulator/index.mts';
import { CREDENTIAL_TYPE, Engine } from '../test/engine/engine.mts';

const ROWS_SHOWN = 15;
const PRICES = '/resellers/v6/catalog/priceandavailability';
const SEARCH = '/resellers/v6/catalog';

const here = (...path: string[]) => resolve('demo', ...path);
const shown = (path: string) => relative(process.cwd(), path);

type Workflow = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'pinData'>;

/** The demo's workflow, its start node holding the part numbers and its nodes the credential. */
function prepare(partNumbers: IDataObject[], credential: { id: string; name: string }): Workflow {
	const workflow = JSON.parse(readFileSync(here('workflow.json'), 'utf8')) as Workflow;
	const [start] = workflow.nodes;
	for (const node of workflow.nodes) {
		if (node.credentials) node.credentials = { [CREDENTIAL_TYPE]: credential };
	}
	return { ...workflow, pinData: { [start.name]: partNumbers.map((json) => ({ json })) } };
}

const outputOf = (run: IRun, { name }: INode, output = 0): INodeExecutionData[] =>
	run.data.resultData.runData[name]?.[0].data?.main[output] ?? [];

const money = (value: unknown, currency: unknown): string =>
	typeof value === 'number' ? `${value.toFixed(2)} ${String(currency)}` : '–';

const text = (value: unknown, longest = 38): string => {
	const whole = typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
	return whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole;
};

function table(head: string[], rows: string[][]): string {
	const drawn = new Table({ head, style: { head: [], border: [] } });
	drawn.push(...rows);
	return drawn.toString();
}

const callsTo = (xi: Simulator, endpoint: string): number => xi.requestsTo(endpoint).length;

async function main(): Promise<void> {
	const partNumbers = parse<IDataObject>(readFileSync(here('part-numbers.csv')), { columns: true });
	const xi = await startSimulator();
	const engine = await Engine.start();
	const credential = await engine.addCredential(xi.url);
	const workflow = prepare(partNumbers, credential);
	const [, search, price] = workflow.nodes;

	console.log(`An XI simulator listens on ${xi.url}; n8n’s engine runs "${workflow.name}".\n`);
	const started = performance.now();
	const run = await engine.runWorkflow(workflow);
	const seconds = ((performance.now() - started) / 1_000).toFixed(1);
	const requests = xi.requests.length;
	await xi.close();
	if (run.data.resultData.error) throw run.data.resultData.error;

	const found = outputOf(run, search).map(({ json }) => json);
	console.log(`"${search.name}" found these products with the keyword "monitor":`);
	console.log(
		table(
			['Ingram part no.', 'Vendor', 'Description', 'Category'],
			found
				.slice(0, 5)
				.map((row) => [
					text(row.ingramPartNumber),
					text(row.vendorName),
					text(row.description),
					text(row.category),
				]),
		),
	);

	const priced = outputOf(run, price);
	const rows = priced.map(({ json }) => json);
	const unknown = rows.filter((row) => row.found === false);
	const picked = [
		...rows.filter((row) => row.found === true).slice(0, ROWS_SHOWN - 3),
		...unknown.slice(0, 3),
	];
	console.log(
		`\n"${price.name}" priced ${partNumbers.length} part numbers; ${picked.length} of them:`,
	);
	console.log(
		table(
			['Ingram part no.', 'Vendor part no.', 'Description', 'Your price', 'Retail', 'Stock'],
			picked.map((row) => [
				text(row.ingramPartNumber),
				text(row.vendorPartNumber, 20),
				text(row.found === true ? row.description : row.productStatusMessage),
				money(row.customerPrice, row.currencyCode),
				money(row.retailPrice, row.currencyCode),
				text(row.totalAvailability),
			]),
		),
	);

	const distinct = new Set(partNumbers.map((row) => JSON.stringify(row))).size;
	const paired = priced.every(
		({ pairedItem }, position) => (pairedItem as { item: number }).item === position,
	);
	const failed = outputOf(run, price, 1).length;
	console.log(`
Part numbers in the list       ${partNumbers.length}, ${distinct} of them different
Rows that came out             ${rows.length}, ${paired ? 'each' : 'NOT each'} paired with its own line of the list
  with a price                 ${rows.filter((row) => typeof row.customerPrice === 'number').length}
  known, but not yours to buy  ${rows.filter((row) => row.productAuthorized === false).length}
  not known to Ingram Micro    ${unknown.length}
Items that failed              ${failed}
Calls: price and availability  ${callsTo(xi, PRICES)} (one call a part number would be ${partNumbers.length})
Calls: search                  ${callsTo(xi, SEARCH)}
Calls in all, with the token   ${requests}
Time                           ${seconds} s
`);

	mkdirSync(here('output'), { recursive: true });
	writeFileSync(here('output', 'run.json'), JSON.stringify(run.data.resultData, null, '\t'));
	writeFileSync(here('output', 'workflow.json'), JSON.stringify(workflow, null, '\t'));
	console.log(`The run, item by item:         ${shown(here('output', 'run.json'))}`);
	console.log(`The workflow, for import:      ${shown(here('output', 'workflow.json'))}`);

	if (rows.length + failed !== partNumbers.length || !paired || failed > 0) {
		throw new Error('Not every part number came back as one row of its own');
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
