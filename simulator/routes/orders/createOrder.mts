import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { placeOrder } from '../../state/orderPlacing.mts';
import { bodyV6, requestOfV6 } from './bodyV6.mts';
import { createAnswer } from './createAnswer.mts';
import { problemsOfDates, problemsOfRequest } from './rules.mts';

/**
 * Create order: `POST /resellers/v6/orders`. 201 when all lines are taken, 207 when some are not,
 * 400 when the order is not taken.
 */
export const createOrder = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/orders',
	query: {},
	body: bodyV6,
	check: ({ body }) => [
		...(body.customerOrderNumber === ''
			? [
					{
						field: 'customerOrderNumber',
						value: '',
						message: 'customerOrderNumber cannot be blank',
					},
				]
			: []),
		...problemsOfRequest(requestOfV6(body)),
		...problemsOfDates(body),
	],
	handle: ({ world, customer, body }) => {
		const placement = placeOrder(world, customer, requestOfV6(body), world.clock.lifeNow());
		if ('problems' in placement) return badRequest('id', placement.problems);
		return {
			status: placement.rejections.length > 0 ? 207 : 201,
			body: createAnswer(world, placement),
		};
	},
});
