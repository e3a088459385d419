import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { asTool } from './aiTools.mts';
import { byNumber, held, STOCKED } from './orders/support.mts';
import { CATALOG, ORDERS, useBench } from './support.mts';

const bench = useBench();

const FREIGHT = 'ingramMicroFreightEstimate';
const QUOTES = 'ingramMicroQuotes';

/** A list that n8n's editor leaves to the model, by the name of its parameter. */
const fromAi = (name: string): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, 'json') }}`;

const LINES = [
	{ ingramPartNumber: STOCKED, quantity: 2 },
	{ ingramPartNumber: '123512', quantity: 1 },
];

interface Filling {
	node: string;
	parameters: INodeParameters;
	args: IDataObject;
	/** The part numbers that have to stand in what comes out, or in the preview of what would be sent. */
	names: string[];
}

const BOTH = [STOCKED, '123512'];

const FILLINGS: Record<string, Filling> = {
	'the products to price': {
		node: CATALOG,
		parameters: {
			operation: 'getPriceAndAvailability',
			otherIdentifiers: { productList: fromAi('Product_List') },
		},
		args: { Product_List: BOTH },
		names: BOTH,
	},
	'the lines of an order': {
		node: ORDERS,
		parameters: {
			operation: 'create',
			customerOrderNumber: 'PO-LIST',
			linesFrom: 'list',
			linesList: fromAi('Lines_as_JSON'),
			previewOnly: true,
		},
		args: { Lines_as_JSON: LINES },
		names: BOTH,
	},
	'the lines of an asynchronous order': {
		node: ORDERS,
		parameters: {
			operation: 'createAsync',
			customerOrderNumber: 'PO-LIST',
			linesFrom: 'list',
			linesList: fromAi('Lines_as_JSON'),
			previewOnly: true,
		},
		args: { Lines_as_JSON: LINES },
		names: BOTH,
	},
	'a whole order': {
		node: ORDERS,
		parameters: {
			operation: 'create',
			defineOrderBy: 'json',
			orderJson: fromAi('Order_as_JSON'),
			previewOnly: true,
		},
		args: { Order_as_JSON: { customerOrderNumber: 'PO-LIST', lines: LINES } },
		names: BOTH,
	},
	'the products of a quote': {
		node: QUOTES,
		parameters: {
			operation: 'create',
			quoteName: 'Asked by an agent',
			productsFrom: 'list',
			productsList: fromAi('Products_as_JSON'),
			previewOnly: true,
		},
		args: { Products_as_JSON: LINES },
		names: BOTH,
	},
	'what is to be sent': {
		node: FREIGHT,
		parameters: {
			operation: 'get',
			linesFrom: 'list',
			linesList: fromAi('Lines_as_JSON'),
			shipTo: {
				address: {
					companyName: 'Example Office',
					addressLine1: '1 Example Street',
					city: 'Boston',
					state: 'MA',
					postalCode: '02110',
					countryCode: 'US',
				},
			},
		},
		args: { Lines_as_JSON: LINES },
		names: [],
	},
};

describe('a model fills a list as long as it likes:', () => {
	const fill = async ({ node, parameters, args, names }: Filling): Promise<void> => {
		const text = await asTool(bench.engine, node, parameters, bench.credential, async (tool) => {
			expect(Object.keys(tool.schema.shape)).toEqual(Object.keys(args));
			return await tool.invoke(args);
		});
		expect(text).not.toContain('"error"');
		for (const name of names) expect(text).toContain(name);
	};

	it.each(Object.entries(FILLINGS))('%s', async (_, filling) => {
		await fill(filling);
		expect(bench.xi.orders).toEqual([]);
	});

	it('the changes of an order on hold', async () => {
		const order = await held(bench, 'PO-HELD');
		await fill({
			node: ORDERS,
			parameters: {
				operation: 'modify',
				order: byNumber(order),
				defineChangesBy: 'json',
				changesJson: fromAi('Changes_as_JSON'),
				previewOnly: true,
			},
			args: {
				Changes_as_JSON: {
					lines: LINES.map((line) => ({ addUpdateDeleteLine: 'ADD', ...line })),
				},
			},
			names: BOTH,
		});
	});
});
