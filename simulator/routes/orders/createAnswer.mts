import { cents } from '../../state/generator.mts';
import type { Rejection } from '../../state/orderRequest.mts';
import { lineStatus } from '../../state/orderStatus.mts';
import {
	backorderedOf,
	type Order,
	type OrderLine,
	type PurchaseOrder,
} from '../../state/orders.mts';
import type { World } from '../../state/world.mts';
import { amountsOf, day, inCapitals, orderTypeOf, shipToAnswer, stamp } from './parts.mts';

/**
 * The answer of create order, after the official samples rather than the schema: line
 * `shipmentDetails` is an object, a rejected line has `customerLinenumber`, and the codes of a split
 * order are glued together.
 */
export function createAnswer(
	world: World,
	{ purchase, orders, rejections }: Accepted,
): Record<string, unknown> {
	const split = orders.length > 1;
	const partly = rejections.length > 0 && !world.quirks.uncountedRejections;
	const { endCustomerOrderNumber, specialBidNumber, endUserInfo } = purchase;
	return {
		customerOrderNumber: inCapitals(world, purchase.customerOrderNumber ?? ''),
		...(endCustomerOrderNumber
			? { endCustomerOrderNumber: inCapitals(world, endCustomerOrderNumber) }
			: {}),
		...(world.quirks.leanOrders ? {} : { billToAddressId: purchase.billToAddressId }),
		...(specialBidNumber ? { specialBidNumber } : {}),
		orderSplit: split,
		processedPartially: partly,
		purchaseOrderTotal: cents(orders.reduce((sum, order) => sum + totalNow(order), 0)),
		resellerInfo: purchase.resellerInfo ?? {},
		shipToInfo: shipToAnswer(world, orders[0]),
		...(endUserInfo ? { endUserInfo } : {}),
		orders: orders.map((order, i) => ({
			...orderAnswer(world, order, split),
			// Assumption: what belongs to no order is told with the first one.
			...(i === 0 ? rejected(rejections, partly) : {}),
		})),
	};
}

/** A request that became orders. */
export interface Accepted {
	purchase: PurchaseOrder;
	orders: readonly Order[];
	rejections: readonly Rejection[];
}

function rejected(rejections: readonly Rejection[], counted: boolean): Record<string, unknown> {
	if (rejections.length === 0) return {};
	return {
		...(counted ? { numberOfLinesWithError: rejections.length } : {}),
		rejectedLineItems: rejections.map(({ line, code, reason }) => ({
			customerLinenumber: line.customerLineNumber ?? '',
			ingramPartNumber: line.ingramPartNumber ?? '',
			...(line.customerPartNumber ? { customerPartNumber: line.customerPartNumber } : {}),
			...(line.vendorPartNumber ? { vendorPartNumber: line.vendorPartNumber } : {}),
			...(line.quantity === undefined ? {} : { quantityOrdered: line.quantity }),
			rejectCode: code,
			rejectReason: reason,
		})),
	};
}

/** As in the samples, what is back-ordered is not counted until it is there. */
function totalNow(order: Order): number {
	const goods = order.lines.reduce(
		(sum, { unitPrice, confirmed }) => sum + unitPrice * confirmed,
		0,
	);
	return cents(goods + amountsOf(order).freight);
}

/** One of the orders; the result event of the asynchronous call has it too. */
export function orderAnswer(world: World, order: Order, split: boolean): Record<string, unknown> {
	const { freight, charges } = amountsOf(order);
	const { currencyCode } = order.purchase;
	return {
		numberOfLinesWithSuccess: order.lines.length,
		numberOfLinesWithError: 0,
		numberOfLinesWithWarning: 0,
		ingramOrderNumber: order.ingramOrderNumber,
		ingramOrderDate: (world.quirks.orderDates === 'day' ? day : stamp)(order.createdAt),
		notes: inCapitals(world, order.notes),
		orderType: orderTypeOf(world, order),
		orderTotal: totalNow(order),
		freightCharges: freight,
		totalTax: 0,
		currencyCode: split ? `${currencyCode} ${currencyCode}` : currencyCode,
		lines: order.lines.map((line) => lineAnswer(world, order, line)),
		...(charges.length > 0 ? { miscellaneousCharges: charges } : {}),
		links: [
			{ topic: 'orders', href: `/resellers/v6/orders/${order.ingramOrderNumber}`, type: 'GET' },
		],
	};
}

function lineAnswer(world: World, order: Order, line: OrderLine): Record<string, unknown> {
	const lean = world.quirks.leanOrders;
	const { freightAccountNumber, signatureRequired, shippingInstructions } = order.purchase.shipping;
	return {
		...(lean ? {} : { subOrderNumber: line.subOrderNumber }),
		ingramLineNumber: line.ingramLineNumber,
		customerLineNumber: line.customerLineNumber,
		lineStatus: order.words?.lines ?? lineStatus(order, line),
		ingramPartNumber: line.goods.ingramPartNumber,
		...(lean ? {} : { vendorPartNumber: line.goods.vendorPartNumber }),
		unitPrice: line.unitPrice,
		extendedUnitPrice: cents(line.unitPrice * line.confirmed),
		quantityOrdered: line.quantity,
		quantityConfirmed: line.confirmed,
		quantityBackOrdered: backorderedOf(line),
		...(line.specialBidNumber ? { specialBidNumber: line.specialBidNumber } : {}),
		notes: [line.goods.description, ...(line.notes ? [line.notes.toUpperCase()] : [])].join(' || '),
		shipmentDetails: {
			carrierCode: line.carrier.code,
			...(lean ? {} : { carrierName: line.carrier.name }),
			shipFromWarehouseId: line.warehouseId,
			...(line.warehouseLocation ? { shipFromLocation: line.warehouseLocation } : {}),
			...(freightAccountNumber ? { freightAccountNumber } : {}),
			...(signatureRequired === undefined ? {} : { signatureRequired: String(signatureRequired) }),
			...(shippingInstructions ? { shippingInstructions } : {}),
		},
		...(line.additionalAttributes ? { additionalAttributes: line.additionalAttributes } : {}),
	};
}
