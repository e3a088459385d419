import { orderError } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { orderNumberShape } from './parts.mts';
import { onlyInSandbox } from './sandboxOnly.mts';

/** Cancel order: `DELETE /resellers/v6/orders/{OrderNumber}`, as long as it is on customer hold. */
export const cancelOrder = defineOperation({
	method: 'DELETE',
	endpoint: '/resellers/v6/orders/{OrderNumber}',
	query: { regionCode: { kind: 'text' } },
	check: ({ query, params, sandbox }) => [
		...problemsOfNumber(params.OrderNumber ?? ''),
		...(sandbox ? [] : onlyInSandbox(query, ['regionCode'])),
	],
	handle: ({ world, customer, params }) => {
		const order = world.orders.byNumber(customer, params.OrderNumber ?? '').at(-1);
		if (!order) return orderError(404, 'Order not found.');
		if (order.state !== 'hold') {
			return orderError(405, 'Order can not be deleted as the order is not on hold.');
		}
		world.life.end(order, 'cancelled', world.clock.lifeNow());
		return { status: 200 };
	},
});

/** An order number in a path must have the documented shape; the words are those of the sample. */
export function problemsOfNumber(
	value: string,
): { field: string; value: string; message: string }[] {
	return orderNumberShape.test(value)
		? []
		: [
				{
					field: 'OrderNumber',
					value,
					message: 'OrderNumber must be in the format xx-xxxxx or xx-xxxxx-xx',
				},
			];
}
