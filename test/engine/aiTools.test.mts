import { readFileSync } from 'node:fs';

import {
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	NodeHelpers,
} from 'n8n-workflow';

import { asTool, type Tool, toolOf } from './aiTools.mts';
import { typeOf } from './engine.mts';
import { byNumber, CREATE, held, ORDER_SEARCH, posOf, STOCKED } from './orders/support.mts';
import { byIngramPartNumber, CATALOG, ORDERS, useBench } from './support.mts';

const bench = useBench();

/** The nodes of the package that are tools, by their types. */
const NODES = (
	JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } }
).n8n.nodes
	.map((file) => file.replace(/^.*\/Ingram(\w+)\.node\.js$/, 'ingram$1'))
	.filter((node) => node !== 'ingramMicroPriceFile' && !node.endsWith('Trigger'));

const SPENDS = /(?:This|so this) spends money\.(?: |$)/;

/** What a model has to be told of an operation that does more than read. */
const WRITES: Record<string, RegExp> = {
	'ingramMicroOrders create': SPENDS,
	'ingramMicroOrders createAsync': SPENDS,
	'ingramMicroOrders release': SPENDS,
	'ingramMicroOrders modify': /This changes a real order\.(?: |$)/,
	'ingramMicroOrders cancel': /This ends a real order, for good\.(?: |$)/,
	'ingramMicroQuotes order': SPENDS,
	'ingramMicroQuotes create': /This asks for a real quote, and buys nothing\.(?: |$)/,
	'ingramMicroReturns create': /This starts a real return\.(?: |$)/,
	'ingramMicroWebhookTest sendOrderStatusEvent': /send a test event about an order/,
	'ingramMicroWebhookTest sendStockUpdateEvent': /send a test event about the stock/,
};

interface Told {
	node: string;
	option: INodePropertyOptions;
	tool: Pick<Tool, 'name' | 'description'>;
}

/** Every operation as the model sees it. */
async function everyTool(): Promise<Told[]> {
	const told: Told[] = [];
	for (const node of NODES) {
		for (const option of operationsOf(node)) {
			const tool = await asTool(
				bench.engine,
				node,
				{ operation: option.value },
				bench.credential,
				({ name, description }) => ({ name, description }),
			);
			told.push({ node, option, tool });
		}
	}
	return told;
}

const propertiesOf = (node: string): INodeProperties[] =>
	bench.engine.nodeType(typeOf(node)).description.properties;

const operationsOf = (node: string): INodePropertyOptions[] =>
	propertiesOf(node).find(({ name }) => name === 'operation')?.options as INodePropertyOptions[];

describe('what a model is told', () => {
	it('is, for every operation, what that operation does, and at whom', async () => {
		const tools = await everyTool();
		expect(tools).toHaveLength(31);
		for (const { option, tool } of tools) {
			expect(tool.description).toContain(`${option.name} at Ingram Micro. `);
			expect(tool.description).toContain(option.description ?? 'no description');
			// The most that models take.
			expect(tool.description.length).toBeLessThanOrEqual(1024);
			expect(tool.name).toBe('Ask_Ingram_Micro');
		}
		expect(new Set(tools.map(({ tool }) => tool.description)).size).toBe(tools.length);
	});

	it('says of each write what it costs or changes, and of no read that it does', async () => {
		for (const { node, option, tool } of await everyTool()) {
			const words = WRITES[`${node} ${String(option.value)}`];
			if (words) expect(tool.description).toMatch(words);
			else expect(tool.description).not.toMatch(/money|\breal\b/);
		}
	});

	it('is what a person writes instead', async () => {
		const description = await asTool(
			bench.engine,
			ORDERS,
			{ operation: 'create', toolDescription: 'Orders one toner for the office' },
			bench.credential,
			(tool) => tool.description,
		);
		expect(description).toBe('Orders one toner for the office');
	});

	it('is no parameter of the node outside of agents', () => {
		for (const node of NODES) {
			const { description } = bench.engine.nodeType(typeOf(node));
			for (const { value: operation } of operationsOf(node)) {
				const given = { operation };
				const parameters = (type: typeof description) =>
					Object.keys(
						NodeHelpers.getNodeParameters(type.properties, given, true, false, null, type) ?? {},
					);
				expect(parameters(description)).not.toContain('toolDescription');
				expect(parameters(toolOf(bench.engine.nodeType(typeOf(node))).description)).toContain(
					'toolDescription',
				);
			}
		}
	});
});

describe('the parameters of a tool', () => {
	it('that must be filled are marked, so that n8n names those that are empty', () => {
		const missing = NODES.flatMap((node) => {
			const { description } = toolOf(bench.engine.nodeType(typeOf(node)));
			const shown = (operation: INodePropertyOptions['value']) =>
				NodeHelpers.getNodeParameters(
					description.properties,
					{ operation },
					true,
					false,
					null,
					description,
				) ?? {};
			return operationsOf(node).map(({ value }) => {
				const issues = NodeHelpers.getNodeParametersIssues(
					description.properties,
					{
						id: 'tool',
						name: 'Tool',
						type: typeOf(node),
						typeVersion: 1,
						position: [0, 0],
						parameters: shown(value),
					},
					description,
				);
				const named = Object.values(issues?.parameters ?? {}).flat();
				return [`${node.replace('ingramMicro', '')} ${String(value)}`, named];
			});
		});
		expect(Object.fromEntries(missing)).toMatchInlineSnapshot(`
		{
		  "ApiCall call": [
		    "Parameter "Path" is required.",
		  ],
		  "Deals get": [
		    "Parameter "Deal" is required.",
		  ],
		  "Deals getMany": [],
		  "FreightEstimate get": [],
		  "Invoices get": [
		    "Parameter "Invoice" is required.",
		  ],
		  "Invoices getMany": [],
		  "Invoices match": [
		    "Parameter "Invoice" is required.",
		  ],
		  "Orders cancel": [
		    "Parameter "Order" is required.",
		  ],
		  "Orders create": [
		    "Parameter "Customer Order Number" is required.",
		  ],
		  "Orders createAsync": [
		    "Parameter "Customer Order Number" is required.",
		  ],
		  "Orders get": [
		    "Parameter "Order" is required.",
		  ],
		  "Orders getMany": [],
		  "Orders getResult": [
		    "Parameter "Customer Order Number" is required.",
		  ],
		  "Orders modify": [
		    "Parameter "Order" is required.",
		  ],
		  "Orders release": [
		    "Parameter "Order" is required.",
		  ],
		  "ProductCatalog get": [
		    "Parameter "Product" is required.",
		  ],
		  "ProductCatalog getMany": [],
		  "ProductCatalog getPriceAndAvailability": [],
		  "Quotes create": [
		    "Parameter "Quote Name" is required.",
		  ],
		  "Quotes get": [
		    "Parameter "Quote" is required.",
		  ],
		  "Quotes getMany": [],
		  "Quotes getVendorRequiredInfo": [
		    "Parameter "Quote" is required.",
		  ],
		  "Quotes order": [
		    "Parameter "Quote" is required.",
		    "Parameter "Customer Order Number" is required.",
		  ],
		  "Quotes validate": [
		    "Parameter "Quote" is required.",
		  ],
		  "Renewals get": [
		    "Parameter "Renewal" is required.",
		  ],
		  "Renewals getMany": [],
		  "Returns create": [
		    "Parameter "Reference Number" is required.",
		  ],
		  "Returns get": [
		    "Parameter "Return Case" is required.",
		  ],
		  "Returns getMany": [],
		  "WebhookTest sendOrderStatusEvent": [
		    "Parameter "Target URL" is required.",
		    "Parameter "Order" is required.",
		  ],
		  "WebhookTest sendStockUpdateEvent": [
		    "Parameter "Target URL" is required.",
		  ],
		}
	`);
	});

	it('all say what they are', () => {
		const silent = NODES.flatMap((node) =>
			propertiesOf(node)
				.filter(
					({ type, name }) =>
						!['notice', 'collection', 'hidden'].includes(type) && name !== 'operation',
				)
				.filter(({ description }) => !description?.trim())
				.map(({ displayName }) => `${node} ${displayName}`),
		);
		expect(silent).toEqual([]);
	});
});

/** What the model is asked for, and what it answers with. */
interface Call {
	node: string;
	parameters: INodeParameters;
	args: IDataObject;
}

/** Has a model use a tool, and gives the answer, which it gets as text. */
async function used({
	node,
	parameters,
	args,
}: Call): Promise<{ rows: IDataObject[]; text: string }> {
	return await asTool(bench.engine, node, parameters, bench.credential, async (tool) => {
		expect(Object.keys(tool.schema.shape)).toEqual(Object.keys(args));
		for (const argument of Object.values(tool.schema.shape)) {
			expect(argument.description).toMatch(/\S/);
			expect(argument.isOptional()).toBe(false);
		}
		const text = await tool.invoke(args);
		return { text, rows: JSON.parse(text) as IDataObject[] };
	});
}

const fromAi = (key: string, description: string, type = 'string'): string =>
	`={{ $fromAI('${key}', '${description}', '${type}') }}`;

describe('a model reads', () => {
	const part = byIngramPartNumber(fromAi('part', 'Ingram part number'));
	const reads: Array<[string, Call]> = [
		[
			'price and stock',
			{
				node: CATALOG,
				parameters: { operation: 'getPriceAndAvailability', product: part },
				args: { part: STOCKED },
			},
		],
		[
			'a product',
			{ node: CATALOG, parameters: { operation: 'get', product: part }, args: { part: STOCKED } },
		],
		[
			'the catalog',
			{
				node: CATALOG,
				parameters: {
					operation: 'getMany',
					filters: { keyword: [fromAi('words', 'Words to look for')] },
				},
				args: { words: 'printer' },
			},
		],
		[
			'orders by PO',
			{
				node: ORDERS,
				parameters: {
					operation: 'getMany',
					filters: { customerOrderNumber: fromAi('po', 'Purchase order number') },
				},
				args: { po: 'PO-AI' },
			},
		],
		['invoices', { node: 'ingramMicroInvoices', parameters: { operation: 'getMany' }, args: {} }],
		['renewals', { node: 'ingramMicroRenewals', parameters: { operation: 'getMany' }, args: {} }],
		['quotes', { node: 'ingramMicroQuotes', parameters: { operation: 'getMany' }, args: {} }],
		['deals', { node: 'ingramMicroDeals', parameters: { operation: 'getMany' }, args: {} }],
	];

	it.each(reads)('%s: short, without being told to', async (_, call) => {
		await held(bench, 'PO-AI');
		bench.xi.addOrders(60);
		const { rows, text } = await used(call);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.length).toBeLessThanOrEqual(50);
		for (const row of rows) {
			expect(Object.keys(row).length).toBeLessThanOrEqual(10);
			expect(JSON.stringify(row).length).toBeLessThan(1500);
		}
		expect(text.length).toBeLessThan(25_000);
	});

	it('50 of many, and all only where a person wants that', async () => {
		bench.xi.addOrders(60);
		const parameters = { operation: 'getMany' };
		const short = await used({ node: ORDERS, parameters, args: {} });
		expect(short.rows).toHaveLength(50);
		const all = { ...parameters, returnAll: true };
		const long = await used({ node: ORDERS, parameters: all, args: {} });
		expect(long.rows).toHaveLength(60);
	});

	it('as many as it asks for', async () => {
		bench.xi.addOrders(9);
		const { rows } = await used({
			node: ORDERS,
			parameters: { operation: 'getMany', limit: fromAi('count', 'How many', 'number') },
			args: { count: 3 },
		});
		expect(rows).toHaveLength(3);
	});

	it('an order, simplified', async () => {
		const number = await held(bench, 'PO-AI');
		const { rows } = await used({
			node: ORDERS,
			parameters: { operation: 'get', order: byNumber(fromAi('order', 'Ingram order number')) },
			args: { order: number },
		});
		expect(rows).toEqual([
			expect.objectContaining({ ingramOrderNumber: number, customerOrderNumber: 'PO-AI' }),
		]);
		expect(Object.keys(rows[0]).length).toBeLessThanOrEqual(10);
	});
});

describe('a model writes', () => {
	const ORDER: INodeParameters = {
		operation: 'create',
		customerOrderNumber: fromAi('po', 'Purchase order number'),
		lines: {
			line: [
				{
					ingramPartNumber: fromAi('part', 'Ingram part number'),
					quantity: fromAi('quantity', 'How many pieces', 'number'),
				},
			],
		},
	};
	const args = { po: 'PO-AI', part: STOCKED, quantity: 2 };

	it('an order that is only a preview, and nothing is bought', async () => {
		const { text } = await used({
			node: ORDERS,
			parameters: { ...ORDER, previewOnly: true },
			args,
		});
		expect(text).toContain('PO-AI');
		expect(text).toContain(STOCKED);
		expect(posOf(bench)).toEqual([]);
		expect(bench.xi.requestsTo(CREATE)).toEqual([]);
	});

	it('a real one, once, however often it says the same', async () => {
		const call = { node: ORDERS, parameters: ORDER, args };
		const { rows } = await used(call);
		expect(rows).toEqual([expect.objectContaining({ outcome: 'created' })]);
		const again = await used(call);
		expect(again.rows).toEqual([
			expect.objectContaining({ error: expect.stringContaining('PO-AI exists already') }),
		]);
		expect(posOf(bench)).toEqual(['PO-AI']);
		expect(bench.xi.requestsTo(ORDER_SEARCH).length).toBeGreaterThan(0);
	});

	it('something wrong, and learns what is wrong before anything is sent', async () => {
		const wrong = { node: ORDERS, parameters: ORDER, args: { ...args, quantity: -2 } };
		expect((await used(wrong)).rows).toEqual([
			expect.objectContaining({ error: expect.stringMatching(/'Quantity'.*-2/) }),
		]);
		expect(bench.xi.requests).toEqual([]);
	});
});
