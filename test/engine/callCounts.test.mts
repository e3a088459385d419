import { callsIn, everyOperation, type Outcome, outcomeOf, titleOf } from './coverage.mts';
import { catalog } from './counted/catalog.mts';
import { orders } from './counted/orders.mts';
import { others } from './counted/others.mts';
import { quotes } from './counted/quotes.mts';
import { Engine, typeOf } from './engine.mts';
import { useBench } from './support.mts';

/*
 * What an operation costs. Every call counts against Ingram Micro's limit, and a second write costs
 * money, so the number of calls changes on purpose only. The columns that people's expressions name
 * are in the snapshot; `npm run pins` renews it.
 */

const RUNS = [...catalog, ...orders, ...quotes, ...others].map(
	(run) => [`${titleOf(run)}, ${run.title}`, run] as const,
);

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

/** The different columns of items, in their order. */
const columnsOf = ({ items }: Outcome): string[] => [
	...new Set(items.map(({ json }) => Object.keys(json).join(', '))),
];

describe('calls and columns', () => {
	it.each(RUNS)('of %s', async (_, run) => {
		const outcome = await outcomeOf(run, engine, run.simulator);
		expect({ calls: callsIn(outcome), failed: outcome.error !== undefined }).toEqual({
			calls: run.calls,
			failed: run.refused !== undefined,
		});
		if (!outcome.error) expect(columnsOf(outcome)).toMatchSnapshot();
	});

	it('are counted for every operation of every node', () => {
		const counted = RUNS.map(([, run]) => titleOf(run));
		expect(everyOperation(engine).filter((title) => !counted.includes(title))).toEqual([]);
	});
});

describe('a From List', () => {
	const bench = useBench({ products: 0 });

	it('asks once for a page, whatever its node', async () => {
		const lists = Object.entries(LISTS).flatMap(([node, searches]) =>
			Object.entries(searches).map(([search, call]) => ({ node, search, call })),
		);
		for (const { node, search, call } of lists) {
			bench.xi.clearRequests();
			await bench.engine.search(bench.credential, search, undefined, undefined, {}, node);
			expect({ node, search, calls: callsIn(bench.xi) }).toEqual({ node, search, calls: [call] });
		}
	});

	it('is counted for every node', () => {
		const named = Object.entries(LISTS).map(([node, searches]) => [node, Object.keys(searches)]);
		const nodes = [...new Set(RUNS.map(([, { node }]) => node))];
		const there = nodes.map((node) => {
			const { methods } = bench.engine.nodeType(typeOf(node));
			return [node, Object.keys(methods?.listSearch ?? {})];
		});
		expect(Object.fromEntries(there)).toEqual(Object.fromEntries(named));
	});
});

const PRODUCTS = { searchProducts: 'GET /resellers/v6/catalog' };
const ORDERS = { searchOrders: 'GET /resellers/v6/orders/search' };
const INVOICES = { searchInvoices: 'GET /resellers/v6/invoices' };

/** The From Lists of each node, and the call that each makes. */
const LISTS: Record<string, Record<string, string>> = {
	ingramMicroProductCatalog: PRODUCTS,
	ingramMicroOrders: { ...ORDERS, ...PRODUCTS },
	ingramMicroQuotes: { ...PRODUCTS, searchQuotes: 'GET /resellers/v6/quotes/search' },
	ingramMicroInvoices: INVOICES,
	ingramMicroRenewals: { searchRenewals: 'POST /resellers/v6/renewals/search' },
	ingramMicroDeals: { searchDeals: 'GET /resellers/v6/deals/search' },
	ingramMicroReturns: {
		// Beside an invoice it reads that one instead.
		searchInvoicedProducts: 'GET /resellers/v6/catalog',
		...INVOICES,
		searchReturns: 'GET /resellers/v6/returns/search',
	},
	ingramMicroFreightEstimate: PRODUCTS,
	ingramMicroWebhookTest: { ...ORDERS, ...PRODUCTS },
	ingramMicroApiCall: {},
};
