import { cents } from '../../state/generator.mts';
import { lineStatus, orderStatus } from '../../state/orderStatus.mts';
import {
	backorderedOf,
	shippedOf,
	type Address,
	type Order,
	type OrderLine,
	type Shipment,
} from '../../state/orders.mts';
import type { World } from '../../state/world.mts';
import {
	addressOnFile,
	amountsOf,
	day,
	inCapitals,
	orderTypeOf,
	shipToAnswer,
	stamp,
} from './parts.mts';

/** `v6` is the older call, whose names and shapes differ in three places. */
export type Edition = 'v6' | 'v6.1';

/** The answer of order details. */
export function detailsAnswer(
	world: World,
	order: Order,
	edition: Edition,
): Record<string, unknown> {
	const { purchase } = order;
	const { goods, freight, total, charges } = amountsOf(order);
	const { endCustomerOrderNumber } = purchase;
	const direct = order.orderType === 'D';
	return {
		ingramOrderNumber: order.ingramOrderNumber,
		ingramOrderDate: stamp(order.createdAt),
		orderType: orderTypeOf(world, order),
		customerOrderNumber: inCapitals(world, purchase.customerOrderNumber ?? ''),
		endCustomerOrderNumber: inCapitals(world, endCustomerOrderNumber ?? ''),
		webOrderId: order.webOrderId,
		...(direct ? { vendorSalesOrderNumber: vendorOrderOf(order) } : {}),
		...(direct ? { ingramPurchaseOrderNumber: `80${order.ingramOrderNumber.slice(-5)}` } : {}),
		orderStatus: order.words?.head ?? orderStatus(order),
		orderTotal: total,
		orderSubTotal: goods,
		freightCharges: freight,
		currencyCode: purchase.currencyCode,
		totalWeight: cents(
			order.lines.reduce((sum, line) => sum + line.goods.weightKg * line.quantity, 0),
		),
		totalTax: 0,
		totalFees: 0,
		paymentTerms: 'NET 30 DAYS',
		notes: inCapitals(world, commentsOf(order)),
		billToInfo: person(addressOnFile(purchase.customer)),
		shipToInfo: person(shipToAnswer(world, order)),
		endUserInfo: person(purchase.endUserInfo ?? {}),
		lines: order.lines.map((line) => lineAnswer(world, order, line, edition)),
		miscellaneousCharges: charges.map((charge) => ({
			...charge,
			chargeAmount: String(charge.chargeAmount),
		})),
		additionalAttributes: purchase.additionalAttributes,
	};
}

/** Comments that are lines hold the notes already. */
function commentsOf({ comments, notes }: Order): string {
	return comments.length > 0 ? comments.map(({ text }) => text).join(' || ') : notes;
}

/** The vendor's number of an order that it sends. */
export function vendorOrderOf({ webOrderId }: Order): string {
	return `1${webOrderId}`;
}

const personFields = [
	'contact',
	'companyName',
	'addressLine1',
	'addressLine2',
	'addressLine3',
	'city',
	'state',
	'postalCode',
	'countryCode',
	'phoneNumber',
	'email',
] as const;

/** An address with all fields, empty ones too, as the sample has it. */
function person(address: Address): Record<string, string> {
	return Object.fromEntries(personFields.map((name) => [name, String(address[name] ?? '')]));
}

function lineAnswer(
	world: World,
	order: Order,
	line: OrderLine,
	edition: Edition,
): Record<string, unknown> {
	const { goods } = line;
	const { currencyCode, shipping } = order.purchase;
	const ended = order.state === 'cancelled' || order.state === 'voided';
	const missing = ended ? 0 : backorderedOf(line);
	const invoice = line.shipments.findLast(({ invoiceNumber }) => invoiceNumber)?.invoiceNumber;
	return {
		subOrderNumber: line.subOrderNumber,
		ingramOrderLineNumber: line.ingramLineNumber,
		...(goods.directShip ? { vendorSalesOrderLineNumber: vendorOrderOf(order) } : {}),
		[edition === 'v6' ? 'customerLinenumber' : 'customerLineNumber']: line.customerLineNumber,
		lineStatus: order.words?.lines ?? lineStatus(order, line),
		ingramPartNumber: goods.ingramPartNumber,
		vendorPartNumber: goods.vendorPartNumber,
		vendorName: goods.vendorName,
		partDescription: goods.description,
		unitWeight: goods.weightKg,
		weightUom: goods.uom,
		unitPrice: line.unitPrice,
		upcCode: goods.upc,
		extendedPrice: cents(line.unitPrice * line.quantity),
		taxAmount: 0,
		currencyCode,
		quantityOrdered: line.quantity,
		quantityConfirmed: line.confirmed,
		quantityBackOrdered: missing,
		...(line.specialBidNumber ? { specialBidNumber: line.specialBidNumber } : {}),
		requestedDeliverydate: shipping.requestedDeliveryDate ?? '',
		promisedDeliveryDate: ended ? '' : day(arrivalOf(world, order, line)),
		...etaOf(world, order, line, missing),
		lineNotes: line.notes ?? '',
		shipmentDetails: shipmentsOf(world, order, line, edition),
		// Not filled yet, say the documents.
		serviceContractInfo: null,
		additionalAttributes: line.additionalAttributes ?? [],
		links: invoice
			? [{ topic: 'invoices', href: `/resellers/v6.1/invoices/${invoice}`, type: 'GET' }]
			: [],
		estimatedDates: [],
		scheduleLines: null,
		multipleShipments: [],
		defaultCarrierName: line.carrier.name,
	};
}

/** When what is missing is to come, as far as it is known. */
function etaOf(world: World, order: Order, { eta }: OrderLine, missing: number) {
	if (missing <= 0 || eta === null) return {};
	return {
		backOrderETADate: eta ?? day(order.createdAt + world.options.backorderSeconds * 1000),
	};
}

function departureOf(world: World, order: Order, line: OrderLine): number {
	const { processingSeconds, backorderSeconds } = world.options;
	const wait = backorderedOf(line) > 0 ? backorderSeconds : 0;
	return order.createdAt + (wait + processingSeconds) * 1000;
}

function arrivalOf(world: World, order: Order, line: OrderLine): number {
	return departureOf(world, order, line) + world.options.shippingSeconds * 1000;
}

/** One entry for each shipment, and one for what is there and has not left. */
function shipmentsOf(
	world: World,
	order: Order,
	line: OrderLine,
	edition: Edition,
): Record<string, unknown>[] {
	const from = {
		shipFromWarehouseId: line.warehouseId,
		...(line.warehouseLocation ? { shipFromLocation: line.warehouseLocation } : {}),
	};
	const carrier = { carrierCode: line.carrier.code, carrierName: line.carrier.name };
	// The older call has an object where the newer one has a list.
	const details = (one: Record<string, unknown>): unknown => (edition === 'v6' ? one : [one]);

	const sent = line.shipments.map((shipment, i) => ({
		quantity: shipment.quantity,
		deliveryNumber: shipment.deliveryNumber,
		estimatedShipDate: day(shipment.shippedAt),
		shippedDate: day(shipment.shippedAt),
		estimatedDeliveryDate: day(shipment.shippedAt + world.options.shippingSeconds * 1000),
		...from,
		...(shipment.invoiceNumber && shipment.invoicedAt !== undefined
			? { invoiceNumber: shipment.invoiceNumber, invoiceDate: day(shipment.invoicedAt) }
			: {}),
		carrierDetails: details({
			...carrier,
			quantity: shipment.quantity,
			shippedDate: day(shipment.shippedAt),
			estimatedDeliveryDate: day(shipment.shippedAt + world.options.shippingSeconds * 1000),
			...(shipment.deliveredAt === undefined ? {} : { deliveredDate: day(shipment.deliveredAt) }),
			carrierPickupDate: day(shipment.shippedAt),
			trackingDetails: [parcel(line, shipment, i, edition)],
		}),
	}));
	const waiting = line.confirmed - shippedOf(line);
	if (waiting <= 0 || order.state === 'cancelled' || order.state === 'voided') return sent;
	return [
		...sent,
		{
			quantity: waiting,
			estimatedShipDate: day(departureOf(world, order, line)),
			...from,
			carrierDetails: details({ ...carrier, quantity: 0, trackingDetails: [] }),
		},
	];
}

function parcel(
	line: OrderLine,
	shipment: Shipment,
	position: number,
	edition: Edition,
): Record<string, unknown> {
	const serials = shipment.serialNumbers.map((serialNumber) => ({ serialNumber }));
	return {
		trackingNumber: shipment.trackingNumber,
		trackingUrl: `https://tracking.example/${shipment.trackingNumber}`,
		packageWeight: String(cents(line.goods.weightKg * shipment.quantity)),
		cartonNumber: String(position + 1),
		quantityInBox: String(shipment.quantity),
		[edition === 'v6' ? 'SerialNumbers' : 'serialNumbers']: serials,
	};
}
