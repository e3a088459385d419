import { readFileSync } from 'node:fs';

import type { INode, IWorkflowBase } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from './engine.mts';
import { byNumber, CREATE_PO, jsonOf, linesOf, STOCKED } from './ordersSupport.mts';
import { useBench } from './support.mts';

const bench = useBench({ products: 0 });

/** The example behind its trigger, which is started by hand with what the trigger would give. */
function example(json: Record<string, string>) {
	const { nodes, connections } = JSON.parse(
		readFileSync('examples/order-shipped.json', 'utf8'),
	) as IWorkflowBase;
	const [trigger, ...rest] = nodes;
	const started: INode = {
		...trigger,
		type: 'n8n-nodes-base.manualTrigger',
		parameters: {},
		credentials: undefined,
	};
	return {
		nodes: [
			started,
			...rest.map((node) => ({
				...node,
				...(node.credentials && { credentials: { [CREDENTIAL_TYPE]: bench.credential } }),
			})),
		],
		connections,
		pinData: { [trigger.name]: [{ json }] },
	};
}

it('the example of a shipped order gives one row a serial and tracking number', async () => {
	const lines = linesOf(STOCKED);
	const order = {
		...CREATE_PO,
		lines: { line: lines.line.map((one) => ({ ...one, quantity: 3 })) },
	};
	const { items } = await bench.runOrders(order, [{ po: 'PO-1' }]);
	const orderNumber = items[0].json.ingramOrderNumber as string;
	bench.xi.orderSteps.ship(orderNumber);

	const run = await bench.engine.runWorkflow(example({ orderNumber }));
	expect(run.data.resultData.error).toBeUndefined();
	const [task] = run.data.resultData.runData['One Row a Serial Number'] ?? [];
	const rows = jsonOf(task.data?.main[0] ?? []);
	const { items: raw } = await bench.runOrders(
		{ operation: 'get', order: byNumber(orderNumber), return: 'parcels', output: 'raw' },
		[{}],
	);
	const { parcel, carrier } = raw[0].json as {
		parcel: { trackingNumber: string; serialNumbers: Array<{ serialNumber: string }> };
		carrier: { carrierName: string };
	};
	expect(parcel.serialNumbers).toHaveLength(3);
	expect(rows).toEqual(
		parcel.serialNumbers.map(({ serialNumber }) => ({
			ingramOrderNumber: orderNumber,
			customerOrderNumber: 'PO-1',
			ingramPartNumber: STOCKED,
			serialNumber,
			trackingNumber: parcel.trackingNumber,
			carrierName: carrier.carrierName,
		})),
	);
});
