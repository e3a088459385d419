import type { Customer } from '../options.mts';
import { cents } from './generator.mts';
import type { Order, OrderLine, Shipment } from './orders.mts';
import type { World } from './world.mts';

const dayMs = 86_400_000;

/** Days until an invoice is to be paid: the terms that order details name, NET 30 DAYS. */
const termDays = 30;

/** A line of an invoice: a line of the order, and what of it left and was invoiced. */
export interface InvoiceLine {
	line: OrderLine;
	quantity: number;
	serialNumbers: readonly string[];
	deliveryNumber: string;
	/** Price of all its units. */
	amount: number;
}

/** What of an order was invoiced together. Nothing of it is kept: it follows from the order. */
export interface Invoice {
	/** With dashes: `20-RC1RD-11`. */
	invoiceNumber: string;
	order: Order;
	invoicedAt: number;
	dueAt: number;
	lines: InvoiceLine[];
	/** What the goods cost, freight left out. */
	net: number;
	freight: number;
	total: number;
}

/** A number as it is compared: dashes and case do not count. */
export const bareNumber = (number: string): string => number.replaceAll('-', '').toUpperCase();

/**
 * Puts the dashes in: Ingram's numbers have two, five and two symbols. Assumption: where orders have
 * ten digits, invoices have none.
 */
const dashed = (number: string): string =>
	number.length > 9 ? number : [number.slice(0, 2), number.slice(2, 7), number.slice(7)].join('-');

/**
 * The invoices of an order, in the order in which they were made.
 *
 * Assumption: the freight of an order is on its first invoice.
 *
 * @param freightOf what an order costs in freight
 */
export function invoicesOf(order: Order, freightOf: (order: Order) => number): Invoice[] {
	const invoices = new Map<string, Invoice>();
	for (const line of order.lines) {
		for (const shipment of line.shipments) addTo(invoices, order, line, shipment);
	}
	const made = [...invoices.values()].sort((one, other) => one.invoicedAt - other.invoicedAt);
	for (const [place, invoice] of made.entries()) {
		invoice.net = cents(invoice.lines.reduce((sum, { amount }) => sum + amount, 0));
		invoice.freight = place === 0 ? freightOf(order) : 0;
		invoice.total = cents(invoice.net + invoice.freight);
	}
	return made;
}

function addTo(
	invoices: Map<string, Invoice>,
	order: Order,
	line: OrderLine,
	{ invoiceNumber, invoicedAt, quantity, serialNumbers, deliveryNumber }: Shipment,
): void {
	if (invoiceNumber === undefined || invoicedAt === undefined) return;
	const known = invoices.get(invoiceNumber);
	const invoice = known ?? {
		invoiceNumber: dashed(invoiceNumber),
		order,
		invoicedAt,
		dueAt: invoicedAt + termDays * dayMs,
		lines: [],
		net: 0,
		freight: 0,
		total: 0,
	};
	if (!known) invoices.set(invoiceNumber, invoice);
	const amount = cents(line.unitPrice * quantity);
	invoice.lines.push({ line, quantity, serialNumbers, deliveryNumber, amount });
}

/** Orders that are older than this have no invoices any more: two years. */
const reachDays = 730;

/** Whether the API still knows the invoices of an order. */
export const isInReach = ({ clock }: World, { createdAt }: Order): boolean =>
	createdAt >= clock.lifeNow() - reachDays * dayMs;

/** Finds a customer's orders by an invoice number or order number, with dashes or without. */
export function ordersBehind(world: World, customer: Customer, number: string): Order[] {
	const bare = bareNumber(number);
	const dashed = world.orders.byNumber(customer, `${bare.slice(0, 2)}-${bare.slice(2, 7)}`);
	return (dashed.length > 0 ? dashed : world.orders.byNumber(customer, bare.slice(0, 10))).filter(
		(order) => isInReach(world, order),
	);
}

/** An invoice is to be paid until it is due. Assumption: after that, it has been. */
export const isOpen = ({ clock }: World, { dueAt }: Invoice): boolean => clock.lifeNow() < dueAt;
