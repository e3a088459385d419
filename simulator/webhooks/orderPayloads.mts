import { createAnswer } from '../routes/orders/createAnswer.mts';
import { day, inCapitals, stamp } from '../routes/orders/parts.mts';
import type { OrderEvent } from '../state/orderEvents.mts';
import type { Placement } from '../state/orderRequest.mts';
import { backorderedOf, shippedOf, type OrderLine, type Shipment } from '../state/orders.mts';
import type { World } from '../state/world.mts';
import type { Json, Payload } from './payloads.mts';

/** Order events that XI tells, with the status that their lines then have. */
const told = {
	order_shipped: 'IM::shipped',
	order_invoiced: 'IM::invoiced',
	order_hold: 'IM::hold',
	order_voided: 'IM::voided',
	order_backordered: 'IM::backordered',
} as const;

type LifeEvent = Exclude<OrderEvent, { kind: 'async_order_create' }>;
type AsyncResult = Extract<OrderEvent, { kind: 'async_order_create' }>;

const isTold = (kind: LifeEvent['kind']): kind is keyof typeof told => kind in told;

/**
 * The payload of something that happened to an order; undefined where XI has no event for it.
 *
 * Assumptions: a cancellation by the customer is no void; of the line statuses only `IM::shipped` is
 * documented, the others follow it.
 */
export function orderPayload(world: World, event: OrderEvent): Payload | undefined {
	if (event.kind === 'async_order_create') return asyncPayload(world, event);
	if (!isTold(event.kind)) return undefined;
	const { order, lines, kind, at } = event;
	return {
		event: kind,
		customer: order.purchase.customer,
		body: {
			topic: 'resellers/orders',
			event: 'im::updated',
			resource: [
				{
					eventType: `im::${kind}`,
					orderNumber: order.ingramOrderNumber,
					customerOrderNumber: inCapitals(world, order.purchase.customerOrderNumber ?? ''),
					orderEntryTimeStamp: stamp(order.createdAt),
					lines: lines.map((line) => lineOf(line, told[kind], shipmentsOf(line, kind, at))),
					links: [
						{
							topic: 'orders',
							// The version is the one of the samples, and as old as that.
							href: `/resellers/v5/orders/${order.ingramOrderNumber}`,
							type: 'GET',
						},
					],
				},
			],
		},
	};
}

/** The shipments that an event is about. */
function shipmentsOf({ shipments }: OrderLine, kind: keyof typeof told, at: number): Shipment[] {
	if (kind === 'order_shipped') return shipments.filter(({ shippedAt }) => shippedAt === at);
	if (kind === 'order_invoiced') return shipments.filter(({ invoicedAt }) => invoicedAt === at);
	return [];
}

function lineOf(line: OrderLine, lineStatus: string, shipments: Shipment[]): Json {
	return {
		lineNumber: line.ingramLineNumber,
		subOrderNumber: line.subOrderNumber,
		lineStatus,
		ingramPartNumber: line.goods.ingramPartNumber,
		vendorPartNumber: line.goods.vendorPartNumber,
		requestedQuantity: String(line.quantity),
		shippedQuantity: String(shippedOf(line)),
		backOrderedQuantity: String(backorderedOf(line)),
		shipmentDetails: shipments.map(({ shippedAt, quantity, trackingNumber }) => ({
			shipmentDate: day(shippedAt),
			shipFromWarehouseId: line.warehouseId,
			warehouseName: line.warehouseLocation ?? '',
			carrierCode: line.carrier.code,
			carrierName: line.carrier.name,
			packageDetails: [{ cartonNumber: '1', quantityInbox: String(quantity), trackingNumber }],
		})),
		serialNumberDetails: shipments.flatMap(({ serialNumbers }) =>
			serialNumbers.map((serialNumber) => ({ serialNumber })),
		),
	};
}

function asyncPayload(world: World, event: AsyncResult): Payload {
	const { customer, request, placement } = event;
	return {
		event: 'async_order_create',
		customer,
		// The sample is a list of one; no other event is.
		inList: true,
		body: {
			topic: 'resellers/orders',
			event: 'IM::created',
			resource: {
				eventType: 'IM::async_order_create',
				...('problems' in placement
					? failureOf(placement, request)
					: successOf(world, placement, request)),
			},
		},
	};
}

function successOf(
	world: World,
	placement: Exclude<Placement, { problems: unknown }>,
	{ endUserInfo }: AsyncResult['request'],
): Json {
	const { orders } = placement;
	const answer = createAnswer(world, placement);
	return {
		...answer,
		...(endUserInfo ? { endUserInfo } : {}),
		orders: (answer.orders as Json[]).map((order, i) => ({
			...order,
			lines: (order.lines as Json[]).map((line, j) => ({
				...line,
				...goodsOf(orders[i]?.lines[j]),
			})),
		})),
	};
}

/** What lines have in this event and not in the answer of the v6 call. */
function goodsOf(line: OrderLine | undefined): Json {
	if (!line) return {};
	const { goods, endUserInfo, warrantyInfo } = line;
	return {
		lineType: 'P',
		globalSkuId: `A306-${goods.ingramPartNumber}`,
		vendorNumber: goods.vendorNumber,
		...(endUserInfo?.[0] ? { endUserInfo: endUserInfo[0] } : {}),
		...(warrantyInfo ? { warrantyInfo: [warrantyInfo].flat()[0] } : {}),
	};
}

/**
 * Assumption: no document shows an order that failed. It is given the texts that a failed quote has,
 * and the numbers by which it can be told.
 */
function failureOf(
	{ problems }: Extract<Placement, { problems: unknown }>,
	{ customerOrderNumber = '', endCustomerOrderNumber = '' }: AsyncResult['request'],
): Json {
	return {
		message: 'The order could not be created.',
		reason: problems
			.map(({ field, message }) => (field === undefined ? message : `${field}: ${message}`))
			.join('; '),
		customerOrderNumber,
		endCustomerOrderNumber,
		orders: [],
	};
}
