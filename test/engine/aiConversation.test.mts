import { readFileSync } from 'node:fs';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { asTool } from './aiTools.mts';
import { CREATE, posOf } from './orders/support.mts';
import { CATALOG, ORDERS, useBench } from './support.mts';

const bench = useBench();

/** A parameter as n8n's editor leaves it to the model: it names it after the form. */
const fromAi = (name: string, description: string, type: 'json' | 'string'): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`${description}\`, '${type}') }}`;

/** The tools as the page sets them up, by the names that it gives them. */
const TOOLS: Record<string, { node: string; parameters: INodeParameters }> = {
	'Get Prices': {
		node: CATALOG,
		parameters: {
			operation: 'getPriceAndAvailability',
			otherIdentifiers: {
				productList: fromAi('Product_List', 'Ingram part numbers, at most 50', 'json'),
			},
			output: 'selectedFields',
			fields: ['ingramPartNumber', 'description', 'customerPrice', 'totalAvailability'],
		},
	},
	'Order on Hold': {
		node: ORDERS,
		parameters: {
			operation: 'create',
			customerOrderNumber: fromAi(
				'Customer_Order_Number',
				'The PO number that the person gave',
				'string',
			),
			linesFrom: 'list',
			linesList: fromAi(
				'Lines_as_JSON',
				'The products and pieces that the person agreed to',
				'json',
			),
			onCustomerHold: true,
			checkBeforeOrdering: { maxOrderTotal: 1000 },
		},
	},
};

/** A call of a tool on the page, and what the page says that came of it. */
interface Shown {
	tool: string;
	args: IDataObject;
	answer: unknown;
}

/** The calls in a section of the page. */
function callsIn(title: string): Shown[] {
	const page = readFileSync('docs/ai-agents.md', 'utf8');
	const section = page.split(/^##+ /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
	const call = /calls \*\*([^*]+)\*\*[^`]*```json\n(.*?)```[^`]*```json\n(.*?)```/gs;
	return [...section.matchAll(call)].map(([, tool, args, answer]) => ({
		tool,
		args: JSON.parse(args) as IDataObject,
		answer: JSON.parse(answer) as unknown,
	}));
}

async function answerTo({ tool, args }: Shown): Promise<unknown> {
	const { node, parameters } = TOOLS[tool];
	return await asTool(bench.engine, node, parameters, bench.credential, async (one) => {
		expect(Object.keys(one.schema.shape).sort()).toEqual(Object.keys(args).sort());
		return JSON.parse(await one.invoke(args)) as unknown;
	});
}

async function play(title: string, calls: number): Promise<void> {
	const shown = callsIn(title);
	expect(shown).toHaveLength(calls);
	for (const call of shown) expect(await answerTo(call)).toEqual(call.answer);
}

describe('the conversations of the page about agents are what comes out', () => {
	it('of one that ends in a held order', async () => {
		await play('A conversation that ends in a held order', 2);
		expect(posOf(bench)).toEqual(['PO-2001']);
		const [{ status }] = bench.xi.orders;
		expect(status).toMatch(/hold/i);
	});

	it('of one that a limit refuses, and nothing is sent', async () => {
		await play('A conversation that a limit ends', 2);
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});
});
