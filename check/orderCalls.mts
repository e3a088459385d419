import type { CheckCall } from './calls.mts';
import { locator } from './calls.mts';
import { type Known, textIn } from './known.mts';

const node = 'ingramMicroOrders';
const order = locator('ingramOrderNumber');
const ofHeld = ({ held }: Known) => (held === undefined ? 'no order was created' : [{ id: held }]);

/** A number of our own that no order has: the time to the second. */
const freshNumber = (): string =>
	`CHECK-${new Date().toISOString().slice(2, 19).replaceAll(/\D/g, '')}`;

/**
 * The calls of an order on hold, in the sandbox: it is created and modified, and then cancelled or, if
 * that is wished, released.
 */
export function callsOfOrder(end: 'cancel' | 'release'): readonly CheckCall[] {
	return [
		{
			title: 'Orders: Create on Hold',
			node,
			writes: true,
			endpoints: ['POST /resellers/v6/orders'],
			parameters: {
				operation: 'create',
				customerOrderNumber: '={{ $json.po }}',
				lines: { line: [{ ingramPartNumber: '={{ $json.id }}', quantity: 1 }] },
				ifLineUnavailable: 'nothing',
				onCustomerHold: true,
				output: 'raw',
			},
			input: ({ inStock, products: [first] }) => {
				const id = inStock ?? first;
				return id === undefined
					? 'the account has no product in the catalog'
					: [{ id, po: freshNumber() }];
			},
			learn: (items, known) => {
				known.held = items.map(numberIn).find((number) => number !== undefined);
			},
		},
		{
			title: 'Orders: Modify',
			node,
			writes: true,
			endpoints: ['PUT /resellers/v6/orders/{orderNumber}'],
			parameters: {
				operation: 'modify',
				order,
				lines: {
					line: [
						{
							addUpdateDeleteLine: 'ADD',
							ingramPartNumber: '={{ $json.part }}',
							quantity: 1,
						},
					],
				},
				output: 'raw',
			},
			input: ({ held, inStock, products: [first] }) =>
				held === undefined ? 'no order was created' : [{ id: held, part: inStock ?? first }],
		},
		end === 'cancel'
			? {
					title: 'Orders: Cancel',
					node,
					writes: true,
					endpoints: ['DELETE /resellers/v6/orders/{OrderNumber}'],
					parameters: { operation: 'cancel', order },
					input: ofHeld,
				}
			: {
					title: 'Orders: Release',
					node,
					writes: true,
					endpoints: ['PUT /resellers/v6/orders/{orderNumber}'],
					parameters: { operation: 'release', order },
					input: ofHeld,
				},
	];
}

/** The number of the order in an answer, be it the answer of the call or an item of the node. */
function numberIn(item: Parameters<typeof textIn>[0]): string | undefined {
	const [order] = Array.isArray(item.orders) ? (item.orders as (typeof item)[]) : [];
	return textIn(item, 'ingramOrderNumber') ?? (order && textIn(order, 'ingramOrderNumber'));
}
