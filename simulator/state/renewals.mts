import type { Customer } from '../options.mts';
import type { Catalog } from './catalog.mts';
import type { OrderBook } from './orderBook.mts';
import { endUserOf } from './people.mts';
import type { Product } from './products.mts';
import { fractionOf } from './random.mts';
import { renewalsOf } from './renewalsOfOrders.mts';

/** A product of a renewal. */
export interface RenewalLine {
	ingramPartNumber: string;
	vendorPartNumber: string;
	description: string;
	quantity: number;
	unitPrice: number;
}

/** A term that ends, and may be renewed. */
export interface Renewal {
	renewalId: number;
	vendorName: string;
	endUser: string;
	customerOrderNumber: string;
	endCustomerOrderNumber: string;
	ingramOrderNumber: string;
	orderedAt: number;
	invoicedAt?: number;
	startsAt: number;
	expiresAt: number;
	serialNumbers: readonly string[];
	lines: readonly RenewalLine[];
	/** How it ended before its term did; undefined: it goes by the clock. */
	closedAs?: ClosedStatus;
}

/** The sub-statuses of open renewals, in the words of the document. */
export const openStatuses = [
	'Ready to order',
	'Quote pending',
	'Notification sent',
	'Future',
	'Quote requested',
] as const;

/** Those of closed ones. */
export const closedStatuses = [
	'Ordered',
	'Quote closed-contract sales desk',
	'Expired',
	'Transition to new/upsell',
	// Spelt so in the document.
	'Lost to competitior',
	'Consolidated',
	'Transitioned to cloud',
	'Renewal went direct',
	'EOL',
	'End user out of business',
	'Void',
	'Other',
	'Cancelled',
] as const;

type OpenStatus = (typeof openStatuses)[number];
type ClosedStatus = (typeof closedStatuses)[number];

const aDay = 86_400_000;

/** The sub-status. Assumption: how open renewals go on until they expire is made up. */
export function statusOf(renewal: Renewal, now: number): OpenStatus | ClosedStatus {
	if (renewal.closedAs) return renewal.closedAs;
	const days = (renewal.expiresAt - now) / aDay;
	if (days < 0) return 'Expired';
	if (days < 30) return 'Ready to order';
	if (days < 60) return 'Quote pending';
	if (days < 90) return 'Quote requested';
	return days < 180 ? 'Notification sent' : 'Future';
}

/** Whether a renewal can still be made. */
export function isOpen(renewal: Renewal, now: number): boolean {
	return openStatuses.some((status) => status === statusOf(renewal, now));
}

/** The quote that goes with a renewal, from the state on in which there is one. */
export function quoteNumberOf(renewal: Renewal, now: number): string {
	const status = statusOf(renewal, now);
	return status === 'Quote pending' || status === 'Ready to order'
		? `QUO-${renewal.renewalId}-R1`
		: '';
}

/** All renewals. */
export interface RenewalBook {
	/** Those of a customer: made-up ones, those added, and those of goods that orders have sent. */
	of(customer: Customer): Renewal[];
	/** @returns the new ones */
	add(customer: Customer, count: number): Renewal[];
}

const atFirst = 60;

/**
 * Makes the book. Each customer has some renewals from the start, from a year past to a year ahead.
 *
 * @param now where their time is laid around
 */
export function createRenewalBook(catalog: Catalog, orders: OrderBook, now: number): RenewalBook {
	const made = new Map<string, Renewal[]>();
	let lastId = 4_239_000;
	const goods = catalog.products.filter(({ kind }) => kind === 'digital');

	const add = (customer: Customer, count: number): Renewal[] => {
		const fresh = Array.from({ length: count }, () => {
			lastId += 7;
			return makeRenewal(lastId, goods, now);
		});
		made.set(customer.customerNumber, [...(made.get(customer.customerNumber) ?? []), ...fresh]);
		return fresh;
	};
	const madeFor = (customer: Customer): readonly Renewal[] =>
		made.get(customer.customerNumber) ?? add(customer, atFirst);

	return {
		of: (customer) => [...madeFor(customer), ...renewalsOf(orders.of(customer))],
		add: (customer, count) => {
			madeFor(customer);
			return add(customer, count);
		},
	};
}

function makeRenewal(renewalId: number, goods: readonly Product[], now: number): Renewal {
	const chance = (what: string): number => fractionOf(`${what} ${renewalId}`);
	const product = goods[Math.floor(chance('product') * goods.length)];
	if (!product) throw new RangeError('There are no products with a term');
	// Whole days, so that the same day is meant in every answer.
	const today = Math.floor(now / aDay) * aDay;
	const expiresAt = today + Math.floor(chance('expiry') * 730 - 365) * aDay;
	const startsAt = expiresAt - 365 * aDay;
	const closed = closedStatuses[Math.floor(chance('end') * closedStatuses.length)];
	return {
		renewalId,
		vendorName: product.vendorName,
		endUser: endUserOf(String(renewalId)),
		customerOrderNumber: `OLD-PO-${renewalId}`,
		endCustomerOrderNumber: '',
		ingramOrderNumber: `20-${String(renewalId).slice(-5)}`,
		orderedAt: startsAt - 3 * aDay,
		invoicedAt: startsAt,
		startsAt,
		expiresAt,
		serialNumbers: chance('serial') < 0.5 ? [String(9_510_000_000 + renewalId)] : [],
		lines: [
			{
				ingramPartNumber: product.ingramPartNumber,
				vendorPartNumber: product.vendorPartNumber,
				description: product.description,
				quantity: 1 + Math.floor(chance('quantity') * 20),
				unitPrice: product.customerPrice,
			},
		],
		...(expiresAt < now && closed ? { closedAs: closed } : {}),
	};
}
