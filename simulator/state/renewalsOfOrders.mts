import type { Order, OrderLine } from './orders.mts';
import { endUserOf } from './people.mts';
import type { Renewal } from './renewals.mts';

const aDay = 86_400_000;

/**
 * The renewals of what orders have sent: software by the years that it is named after, and hardware
 * that comes with a warranty, one for each line. Assumption: a term begins as the goods leave and,
 * where nothing else is said, is a year.
 */
export function renewalsOf(orders: readonly Order[]): Renewal[] {
	return orders.flatMap((order) =>
		order.lines.flatMap((line) => {
			const renewal = renewalOf(order, line);
			return renewal ? [renewal] : [];
		}),
	);
}

function renewalOf(order: Order, line: OrderLine): Renewal | undefined {
	const { goods, shipments } = line;
	const [first] = shipments;
	if (!first || !(goods.kind === 'digital' || goods.product?.hasWarranty)) return undefined;
	const years = Number(/(\d)YR/.exec(goods.description)?.[1] ?? 1);
	const { purchase } = order;
	return {
		renewalId: idOf(order, line),
		vendorName: goods.vendorName,
		endUser: String(purchase.endUserInfo?.companyName ?? endUserOf(order.ingramOrderNumber)),
		customerOrderNumber: purchase.customerOrderNumber ?? '',
		endCustomerOrderNumber: purchase.endCustomerOrderNumber ?? '',
		ingramOrderNumber: order.ingramOrderNumber,
		orderedAt: order.createdAt,
		...(first.invoicedAt === undefined ? {} : { invoicedAt: first.invoicedAt }),
		startsAt: first.shippedAt,
		expiresAt: Math.floor(first.shippedAt / aDay + years * 365) * aDay,
		serialNumbers: shipments.flatMap(({ serialNumbers }) => serialNumbers),
		lines: [
			{
				ingramPartNumber: goods.ingramPartNumber,
				vendorPartNumber: goods.vendorPartNumber,
				description: goods.description,
				quantity: line.quantity,
				unitPrice: line.unitPrice,
			},
		],
	};
}

/** A number of its own for each line of each order; above all that are made up. */
const idOf = ({ webOrderId }: Order, { ingramLineNumber }: OrderLine): number =>
	1_000_000_000_000 + Number(webOrderId) * 1000 + Number(ingramLineNumber);
