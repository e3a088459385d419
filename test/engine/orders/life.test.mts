import { readFileSync } from 'node:fs';

import type { INode, IWorkflowBase } from 'n8n-workflow';

import { CREDENTIAL_TYPE, typeOf } from '../engine.mts';
import { CANCEL, CREATE, MODIFY, ORDER_DETAILS, ORDER_SEARCH } from './support.mts';
import { ACCOUNT, ORDERS, TOKEN, useBench } from '../support.mts';

const bench = useBench({ products: 0 });

type Example = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections'>;

/** The example but for its notes, which do nothing. */
function example(): Example {
	const { nodes, ...rest } = JSON.parse(
		readFileSync('examples/order-life.json', 'utf8'),
	) as Example;
	return { ...rest, nodes: nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote') };
}

/** The example as it is once a person has picked a credential in its nodes. */
const withCredential = (node: INode): INode => ({
	...node,
	...(node.credentials && { credentials: { [CREDENTIAL_TYPE]: bench.credential } }),
});

describe('the example of an order’s life', () => {
	it('runs from a hold to a refused cancellation', async () => {
		const { nodes, connections } = example();
		const run = await bench.engine.runWorkflow({ nodes: nodes.map(withCredential), connections });
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.status).toBe('success');
		const outputOf = (name: string) => {
			const [task] = run.data.resultData.runData[name] ?? [];
			return (task?.data?.main[0] ?? []).map(({ json }) => json);
		};

		const [order] = bench.xi.orders;
		const { ingramOrderNumber, customerOrderNumber } = order;
		expect(bench.xi.orders).toHaveLength(1);
		expect(customerOrderNumber).toMatch(/^DEMO-\d{12}$/);
		const first = { ingramPartNumber: '123512', ingramLineNumber: '001' };
		expect(outputOf('Create on Hold')).toEqual([
			expect.objectContaining({
				outcome: 'created',
				ingramOrderNumber,
				customerOrderNumber,
				orderSplit: false,
				lines: [expect.objectContaining({ ...first, lineStatus: 'on hold', quantityOrdered: 2 })],
			}),
		]);
		expect(outputOf('Get the Order')).toEqual([
			expect.objectContaining({
				ingramOrderNumber,
				customerOrderNumber,
				orderStatus: 'on hold',
				notes: expect.stringMatching(/first order/i),
				lines: [expect.objectContaining({ ingramPartNumber: '123512', quantityOrdered: 2 })],
			}),
		]);
		expect(outputOf('Add a Line')).toEqual([
			expect.objectContaining({
				outcome: 'modified',
				ingramOrderNumber,
				lines: [expect.objectContaining({ ingramPartNumber: '4U0212', ingramLineNumber: '002' })],
			}),
		]);
		expect(outputOf('Release')).toEqual([
			{
				released: true,
				outcome: 'released',
				account: ACCOUNT,
				ingramOrderNumber,
			},
		]);
		expect(outputOf('Find by PO')).toEqual([
			expect.objectContaining({
				ingramOrderNumber,
				customerOrderNumber,
				orderStatus: 'open',
				orderTotal: expect.any(Number),
			}),
		]);
		expect(outputOf('Cancel Too Late')).toEqual([
			{
				error: 'Order can not be deleted as the order is not on hold [item 0]',
				details: expect.objectContaining({
					item: 0,
					reason: 'refused',
					status: 405,
					endpoint: `DELETE ${CANCEL}`,
					remedy: expect.stringContaining('Only an order on customer hold can be cancelled'),
				}),
			},
		]);

		expect(order.status).toBe('Processing');
		expect(order.lines.map((line) => [line.ingramPartNumber, line.quantity])).toEqual([
			['123512', 2],
			['4U0212', 1],
		]);
		// One call a node, with the look at what was refused.
		const calls = bench.xi.requests.filter(({ endpoint }) => endpoint !== TOKEN);
		expect(calls.map(({ method, endpoint, status }) => [method, endpoint, status])).toEqual([
			['POST', CREATE, 201],
			['GET', ORDER_DETAILS, 200],
			['PUT', MODIFY, 201],
			['PUT', MODIFY, 200],
			['GET', ORDER_SEARCH, 200],
			['DELETE', CANCEL, 405],
			['GET', ORDER_DETAILS, 200],
		]);
	});

	it('can be imported: nodes of ours and a trigger, with a credential by its name alone', () => {
		const { nodes, connections, name } = example();
		expect(name).not.toBe('');
		expect(new Set(nodes.map(({ type }) => type))).toEqual(
			new Set(['n8n-nodes-base.manualTrigger', typeOf(ORDERS)]),
		);
		for (const key of ['id', 'name', 'position'] as const) {
			expect(new Set(nodes.map((node) => JSON.stringify(node[key]))).size).toBe(nodes.length);
		}
		const credentials = nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(credentials).toEqual(
			Array.from({ length: nodes.length - 1 }, () => ({
				id: null,
				name: 'Ingram Micro XI account',
			})),
		);
		const names = nodes.map((node) => node.name);
		expect(Object.keys(connections)).toEqual(names.slice(0, -1));
	});
});
