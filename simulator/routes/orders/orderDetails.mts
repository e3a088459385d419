import { systemError, type Answer } from '../../errors.mts';
import { defineOperation, type Operation } from '../../operation.mts';
import { simulated, simulatedStatuses } from '../../state/orderPretence.mts';
import { detailsAnswer, type Edition } from './detailsAnswer.mts';
import { day } from './parts.mts';
import { onlyInSandbox } from './sandboxOnly.mts';

const query = {
	ingramOrderDate: { kind: 'date' },
	vendorNumber: { kind: 'text' },
	simulateStatus: { kind: 'choice', values: simulatedStatuses },
	isIml: { kind: 'boolean' },
	regionCode: { kind: 'text' },
} as const;

/**
 * Order details, v6.1 and v6.
 *
 * The documents have no 404 here. v6.1 documents nothing but 200 and 500, so an order that does not
 * exist is a 500; v6 also has 204, so there it is that. Assumption: of several orders with one
 * number, the latest is meant unless `ingramOrderDate` says which; `vendorNumber` and `isIml` change
 * nothing.
 */
function detailsOperation(edition: Edition, notFound: () => Answer): Operation {
	return defineOperation({
		method: 'GET',
		endpoint: `/resellers/${edition}/orders/{ordernumber}`,
		query,
		check: ({ query: sent, sandbox }) =>
			sandbox ? [] : onlyInSandbox(sent, ['simulateStatus', 'isIml', 'regionCode']),
		handle: ({ world, customer, params, query: sent }) => {
			const order = world.orders
				.byNumber(customer, params.ordernumber ?? '')
				.findLast(
					({ createdAt }) =>
						sent.ingramOrderDate === undefined || day(createdAt) === sent.ingramOrderDate,
				);
			if (!order) return notFound();
			const shown = sent.simulateStatus ? simulated(order, sent.simulateStatus) : order;
			return { status: 200, body: detailsAnswer(world, shown, edition) };
		},
	});
}

/** Order details: `GET /resellers/v6.1/orders/{ordernumber}`. */
export const orderDetails = detailsOperation('v6.1', systemError);

/** The call that v6.1 superseded: `GET /resellers/v6/orders/{ordernumber}`. */
export const orderDetailsV6 = detailsOperation('v6', () => ({ status: 204 }));
