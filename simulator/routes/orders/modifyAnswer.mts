import type { Changes, Touched } from '../../state/orderChanges.mts';
import { backorderedOf, type Order } from '../../state/orders.mts';
import type { World } from '../../state/world.mts';
import { amountsOf, inCapitals, shipToAnswer, stamp } from './parts.mts';

/** What was asked for besides lines, and what came of it. */
export interface HeadChanges {
	notes?: string;
	addressChanged: boolean;
	badAddress: boolean;
}

/** The answer of modify order: the order's head, and no more of the rest than was touched. */
export function modifyAnswer(
	world: World,
	order: Order,
	{ touched, rejections }: Changes,
	head: HeadChanges,
): Record<string, unknown> {
	const { purchase } = order;
	const { goods, freight, total } = amountsOf(order);
	const odd = world.quirks.oddModifyNames !== 'none';
	return {
		[odd ? 'orderNumber' : 'ingramOrderNumber']: order.ingramOrderNumber,
		...(head.badAddress
			? { changeDescription: 'The shipping address was not valid and was not changed' }
			: {}),
		orderModifiedDate: stamp(order.modifiedAt),
		customerOrderNumber: inCapitals(world, purchase.customerOrderNumber ?? ''),
		...(purchase.endCustomerOrderNumber
			? { endCustomerOrderNumber: inCapitals(world, purchase.endCustomerOrderNumber) }
			: {}),
		orderTotal: total,
		...(head.notes === undefined ? {} : { notes: head.notes }),
		orderSubTotal: goods,
		freightCharges: freight,
		totalTax: 0,
		orderStatus: 'ON HOLD',
		billToAddressId: purchase.billToAddressId,
		...(head.addressChanged ? { shipToInfo: shipToAnswer(world, order) } : {}),
		...(touched.length > 0 ? { lines: touched.map((one) => lineAnswer(world, one)) } : {}),
		...(rejections.length > 0
			? {
					rejectedLineItems: rejections.map(({ change, code, reason, toldQuantity }) => ({
						...(change.ingramLineNumber === undefined
							? {}
							: { ingramLineNumber: change.ingramLineNumber }),
						...(change.customerLineNumber === undefined
							? {}
							: { customerLineNumber: change.customerLineNumber }),
						ingramPartNumber: change.ingramPartNumber ?? '',
						...(toldQuantity ? { quantityOrdered: change.quantity } : {}),
						rejectCode: code,
						rejectReason: reason,
					})),
				}
			: {}),
	};
}

function lineAnswer(world: World, { line, comment, ...one }: Touched): Record<string, unknown> {
	const number = line?.ingramLineNumber ?? comment?.ingramLineNumber ?? one.deleted ?? '';
	const { oddModifyNames } = world.quirks;
	const named =
		oddModifyNames === 'lineNumber'
			? { lineNumber: number }
			: { ingramLineNumber: oddModifyNames === 'number' ? Number(number) : number };
	const customerLineNumber = one.customerLineNumber;
	if (comment) {
		return { ...named, customerLineNumber, notes: inCapitals(world, comment.text) };
	}
	if (!line) {
		return {
			...named,
			customerLineNumber,
			...(one.deletedPart ? { ingramPartNumber: one.deletedPart } : {}),
		};
	}
	return {
		subOrderNumber: line.subOrderNumber,
		...named,
		customerLineNumber,
		ingramPartNumber: line.goods.ingramPartNumber,
		vendorPartNumber: line.goods.vendorPartNumber,
		quantityOrdered: line.quantity,
		quantityConfirmed: line.confirmed,
		quantityBackOrdered: backorderedOf(line),
		shipmentDetails: { carrierCode: line.carrier.code, carrierName: line.carrier.name },
		...(line.notes
			? { notes: `${line.goods.description} || ${inCapitals(world, line.notes)}` }
			: {}),
	};
}
