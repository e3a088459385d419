import type { Engine } from '../../test/engine/engine.mts';
import { type Job, underLimit, withoutLimit } from '../contest.mts';
import type { Part } from '../figures.mts';
import { orderOfItem } from '../ownNodes.mts';
import { joined } from '../report.mts';
import { good, runHttpRequest, runOurs } from '../workflow.mts';
import type { Xi } from '../xi.mts';

const ORDERS = 500;

const ask = {
	operation: 'get',
	order: { __rl: true, mode: 'id', value: '={{ $json.orderNumber }}' },
};

const items = ({ orderNumbers }: Xi) => orderNumbers.map((orderNumber) => ({ orderNumber }));

/** (b) The details of 500 orders, without a limit and under it. */
export async function orders(engine: Engine): Promise<Part> {
	const job: Job = {
		name: `Details of ${ORDERS} orders`,
		endpoint: '/resellers/v6.1/orders/{ordernumber}',
		wanted: ORDERS,
		leastCalls: ORDERS,
		orders: ORDERS,
		ours: async (xi, credential) =>
			good(await runOurs(engine, credential, 'ingramMicroOrders', ask, items(xi))),
		httpRequest: async (xi, credential) =>
			good(await runHttpRequest(engine, credential, orderOfItem(xi.url), items(xi))),
		bare: async (xi, floor) => (await floor.orders(xi.orderNumbers)).length,
	};
	return joined([await withoutLimit(engine, job), await underLimit(engine, job)]);
}
