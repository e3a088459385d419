import type { Order, OrderLine } from './orders.mts';

/** What `simulateStatus` of order details knows. */
export const simulatedStatuses = [
	'IM::SHIPPED',
	'IM::PARTIALLY_SHIPPED',
	'IM::HOLD',
	'IM::INVOICED',
] as const;
type SimulatedStatus = (typeof simulatedStatuses)[number];

/**
 * An order as it would look in another status; the order itself stays as it is.
 *
 * Assumption: partially shipped means that one unit of each line has left, or the first line where
 * there is only one unit of each.
 */
export function simulated(order: Order, status: SimulatedStatus): Order {
	if (status === 'IM::HOLD') {
		return { ...order, state: 'hold', lines: order.lines.map((line) => leaving(line, 0, false)) };
	}
	const invoiced = status === 'IM::INVOICED';
	if (status !== 'IM::PARTIALLY_SHIPPED') {
		return {
			...order,
			state: 'open',
			lines: order.lines.map((line) => leaving(line, line.quantity, invoiced)),
		};
	}
	const singles = order.lines.every(({ quantity }) => quantity === 1);
	return {
		...order,
		state: 'open',
		lines: order.lines.map((line, i) => leaving(line, singles && i > 0 ? 0 : 1, false)),
	};
}

function leaving(line: OrderLine, quantity: number, invoiced: boolean): OrderLine {
	const number = line.subOrderNumber.replaceAll('-', '');
	// The sandbox is a stage, so the date is one too.
	const shippedAt = Date.UTC(2026, 0, 15);
	return {
		...line,
		confirmed: line.quantity,
		shipments:
			quantity === 0
				? []
				: [
						{
							quantity,
							deliveryNumber: '23423423',
							trackingNumber: '390000000001',
							serialNumbers: ['SIMU-LATE-0001'],
							shippedAt,
							...(invoiced ? { invoiceNumber: number, invoicedAt: shippedAt } : {}),
						},
					],
	};
}
