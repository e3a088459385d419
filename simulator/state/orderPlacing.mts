import type { Problem } from '../errors.mts';
import type { Customer } from '../options.mts';
import { currencyOf } from './countries.mts';
import { findOffer, type Offer } from './goods.mts';
import { changeLines, endAtOnce, fateOf } from './orderFates.mts';
import {
	attributeOf,
	isOn,
	lineNumbersOf,
	type OrderRequest,
	type Placement,
	type Rejection,
} from './orderRequest.mts';
import { nextLineNumber, type Order, type OrderLine, type PurchaseOrder } from './orders.mts';
import { carrierOf, supply, takeBack } from './supply.mts';
import type { World } from './world.mts';

/** Letters that a comment line holds. */
export const commentLength = 35;

/**
 * Turns a request into orders: one for what comes from stock and one for what vendors send.
 *
 * Without `allowPartialOrder`, as with it on, what can be had is taken and the rest rejected; only
 * `"false"` makes one bad line refuse all of them.
 *
 * Assumptions: when no line is good, the order is refused; a number of the customer's that is in the books, even of a cancelled
 * order, is refused unless `allowDuplicateCustomerOrderNumber` is on. The wording is ours.
 *
 * @param at by the time that orders live by
 * @returns the orders, which are in the books then, or why there are none
 */
export function placeOrder(
	world: World,
	customer: Customer,
	request: OrderRequest,
	at: number,
): Placement {
	const { additionalAttributes: attributes, customerOrderNumber: number } = request;
	if (
		number &&
		!isOn(attributes, 'allowDuplicateCustomerOrderNumber') &&
		world.orders.byCustomerOrderNumber(customer, number).length > 0
	) {
		return refusal('customerOrderNumber', number, 'This customer order number was used before');
	}

	const lines: OrderLine[] = [];
	const positions: number[] = [];
	const rejections: Rejection[] = [];
	const numbers = lineNumbersOf(request.lines);
	for (const [position, line] of request.lines.entries()) {
		const reject = (code: string, reason: string): void =>
			void rejections.push({ position, line, code, reason });
		const part = line.ingramPartNumber ?? line.vendorPartNumber ?? line.customerPartNumber ?? '';
		const offer = findOffer(world.catalog, line);
		if (!offer) {
			reject('EN', `SKU-NOTFOUND    ${part}`);
		} else if (!offer.authorized) {
			// Assumption: code and wording of this one and of the next but one are made up.
			reject('EA', `SKU-NOTAUTHORIZED    ${part}`);
		} else if (!line.quantity || line.quantity < 1) {
			reject('EQ', 'ERROR-INVALID-QTY');
		} else {
			const made = makeLine(world, customer, request, position, offer);
			if (made.confirmed < made.quantity && !mayWait(request, offer)) {
				takeBack(world, customer, made);
				// As in a recorded answer, code and wording.
				reject('EW', `BR-CANT-SHIP    ${part}`);
			} else {
				lines.push({ ...made, customerLineNumber: numbers[position] ?? '' });
				positions.push(position);
			}
		}
	}
	const allOrNothing = attributeOf(attributes, 'allowPartialOrder')?.toLowerCase() === 'false';
	if (lines.length === 0 || (rejections.length > 0 && allOrNothing)) {
		for (const line of lines) takeBack(world, customer, line);
		return { problems: rejections.map(problemOf) };
	}

	const fate = fateOf(world.quirks, number);
	changeLines(fate, lines, rejections, { request, positions });
	const purchase = makePurchase(customer, request);
	for (const orderType of ['S', 'D'] as const) {
		const own = lines.filter(({ goods }) => goods.directShip === (orderType === 'D'));
		if (own.length > 0) purchase.orders.push(makeOrder(world, purchase, orderType, own, at));
	}
	if (lines.length === 0) purchase.orders.push(makeOrder(world, purchase, 'S', [], at));
	for (const order of purchase.orders) {
		endAtOnce(fate, world.quirks.deadWord, order);
		world.orders.add(order);
		world.life.begin(order, at);
	}
	return { purchase, orders: purchase.orders, rejections };
}

function refusal(field: string, value: string, message: string): { problems: Problem[] } {
	return { problems: [{ field, value, message }] };
}

function problemOf({ position, line, reason, code }: Rejection): Problem {
	const field = code === 'EQ' ? 'quantity' : 'ingramPartNumber';
	const value = line[field];
	return {
		field: `lines[${position}].${field}`,
		...(value === undefined ? {} : { value: String(value) }),
		message: reason,
	};
}

/** Assumption: back-order is accepted unless it is refused; the samples that say nothing get it. */
function mayWait({ acceptBackOrder, shipping }: OrderRequest, offer: Offer): boolean {
	return offer.acceptBackOrder && (acceptBackOrder !== false || Boolean(shipping.shipComplete));
}

function makeLine(
	world: World,
	customer: Customer,
	request: OrderRequest,
	position: number,
	offer: Offer,
): OrderLine {
	const asked = request.lines[position] ?? {};
	const quantity = asked.quantity ?? 0;
	const specialBidNumber = asked.specialBidNumber || request.specialBidNumber;
	const wanted =
		attributeOf(asked.additionalAttributes, 'shipFromWarehouseId') ??
		attributeOf(request.additionalAttributes, 'shipFromWarehouseId');
	const { confirmed, ...from } = supply(world, customer, offer.goods, quantity, wanted);
	return {
		ingramLineNumber: '',
		customerLineNumber: '',
		subOrderNumber: '',
		goods: offer.goods,
		// Assumption: a price that the reseller asks for changes nothing, as in most samples.
		unitPrice:
			asked.quotedPrice ??
			offer.priceFor(customer, {
				...(specialBidNumber ? { specialBidNumber } : {}),
				governmentProgram: attributeOf(request.additionalAttributes, 'govtProgramType') ?? '',
			}),
		quantity,
		confirmed,
		shipments: [],
		...from,
		carrier: carrierOf(offer.goods, request.shipping.carrierCode),
		...(specialBidNumber ? { specialBidNumber } : {}),
		...(asked.notes ? { notes: asked.notes } : {}),
		...(asked.additionalAttributes ? { additionalAttributes: asked.additionalAttributes } : {}),
		...(asked.endUserInfo ? { endUserInfo: asked.endUserInfo } : {}),
		...(asked.warrantyInfo === undefined ? {} : { warrantyInfo: asked.warrantyInfo }),
	};
}

function makePurchase(customer: Customer, request: OrderRequest): PurchaseOrder {
	const { lines: _lines, acceptBackOrder: _flag, quoteNumber: _quote, ...rest } = request;
	return {
		...rest,
		customer,
		billToAddressId: request.billToAddressId || '000',
		currencyCode: currencyOf(customer.countryCode).code,
		orders: [],
	};
}

function makeOrder(
	world: World,
	purchase: PurchaseOrder,
	orderType: Order['orderType'],
	lines: OrderLine[],
	at: number,
): Order {
	const order: Order = {
		ingramOrderNumber: world.orders.nextNumber(purchase.customer, world.quirks.orderNumbers),
		purchase,
		orderType,
		state: isOn(purchase.additionalAttributes, 'allowOrderOnCustomerHold') ? 'hold' : 'open',
		createdAt: at,
		modifiedAt: at,
		notes: purchase.notes ?? '',
		lines: [],
		comments: [],
		lastLineNumber: 0,
		inTens: world.quirks.lineNumbers === 'tens',
		webOrderId: world.orders.nextSerial(8),
	};
	if (purchase.notes && isOn(purchase.additionalAttributes, 'enableCommentsAsLines')) {
		addComments(order, purchase.notes);
	}
	for (const line of lines) addLine(order, line);
	return order;
}

/** Adds a comment as lines of its own, as many as its length takes. */
export function addComments(order: Order, text: string): Order['comments'] {
	const made: Order['comments'] = [];
	for (let start = 0; start < text.length; start += commentLength) {
		made.push({
			ingramLineNumber: nextLineNumber(order),
			text: text.slice(start, start + commentLength),
		});
	}
	order.comments.push(...made);
	return made;
}

/** Adds a line and gives it its numbers; each warehouse is one part of the order. */
export function addLine(order: Order, line: OrderLine): void {
	const sibling = order.lines.find(({ warehouseId }) => warehouseId === line.warehouseId);
	const parts = order.lines.map(({ subOrderNumber }) => Number(subOrderNumber.slice(-2, -1)));
	line.ingramLineNumber = nextLineNumber(order);
	line.subOrderNumber =
		sibling?.subOrderNumber ?? `${order.ingramOrderNumber}-${Math.max(0, ...parts) + 1}1`;
	order.lines.push(line);
}
