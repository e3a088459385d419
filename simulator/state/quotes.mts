import type { Customer } from '../options.mts';
import { cents } from './generator.mts';
import type { RequestedLine } from './orderRequest.mts';
import type { Address, Attribute, Order } from './orders.mts';

/** The quote of the documents' quote details and of their samples of orders. */
export const exampleQuoteNumber = 'QUO-10926-Y8G1B3';

/**
 * How far a quote is. Assumption: XI lists no statuses; these are those that its documents name.
 */
export type QuoteStatus = 'Draft' | 'Active' | 'Ready To Order' | 'Ordered' | 'Closed';

/**
 * Something that a vendor wants to be told with an order. `attributeValue` is what validate quote
 * gives as an example; the real value comes with the order.
 */
export interface VendorField {
	attributeName: string;
	attributeDescription: string;
	attributeValue: string;
}

/** What the vendors of a quote want to be told: of the order, and of each of its lines. */
export interface QuoteVendorFields {
	header: readonly VendorField[];
	/** One entry for each line of the quote, in their order; empty where nothing is asked. */
	lines: readonly (readonly VendorField[])[];
}

/** A line of a quote. */
export interface QuoteLine {
	/** As the reseller numbered it, or its place, from 1. */
	customerLineNumber: string;
	ingramPartNumber: string;
	vendorPartNumber: string;
	vendorName: string;
	description: string;
	quantity: number;
	/** For one, in the currency of the quote. */
	price: number;
	/** The manufacturer's list price for one. */
	msrp: number;
	specialBid?: string;
	notes?: string;
}

/** A quote in Ingram's books. */
export interface Quote {
	readonly quoteNumber: string;
	readonly quoteGuid: string;
	readonly customer: Customer;
	readonly quoteName: string;
	readonly revision: number;
	/** As it was written down; `statusOf` also knows what time and orders make of it. */
	status: QuoteStatus;
	readonly createdAt: number;
	modifiedAt: number;
	/** Left out: no date. */
	readonly expiresAt?: number;
	closingReason?: string;
	closedAt?: number;
	readonly createdBy: string;
	readonly currencyCode: string;
	/** The bid or deal that it was made for. */
	readonly specialBidId?: string;
	readonly customerNeed?: string;
	readonly endUserInfo: Address;
	/** The vendor that it is mostly about. */
	readonly vendorName: string;
	readonly quoteType: string;
	readonly lines: readonly QuoteLine[];
	readonly vendorFields: QuoteVendorFields;
	readonly additionalAttributes: readonly Attribute[];
	/** What came of it. */
	orders: readonly Order[];
}

/** The status of a quote now. One that has run out is closed. */
export function statusOf({ status, expiresAt }: Quote, now: number): QuoteStatus {
	const isOpen = status !== 'Ordered' && status !== 'Closed';
	return isOpen && expiresAt !== undefined && expiresAt <= now ? 'Closed' : status;
}

/** Whether a quote can be ordered now. The sample of quote details has `Active`. */
export function isOrderable(quote: Quote, now: number): boolean {
	return ['Active', 'Ready To Order'].includes(statusOf(quote, now));
}

/** What a quote costs. */
export function totalOf({ lines }: Quote): number {
	return cents(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
}

/** The lines of a quote as an order of it has them: products, quantities and prices are the quote's. */
export function linesToOrder({ lines, specialBidId }: Quote): RequestedLine[] {
	return lines.map((line) => ({
		customerLineNumber: line.customerLineNumber,
		ingramPartNumber: line.ingramPartNumber,
		quantity: line.quantity,
		quotedPrice: line.price,
		...((line.specialBid ?? specialBidId) && {
			specialBidNumber: line.specialBid ?? specialBidId,
		}),
	}));
}
