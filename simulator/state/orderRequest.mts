import type { Problem } from '../errors.mts';
import type { Address, Attribute, Order, PurchaseOrder, ShippingWishes } from './orders.mts';

/** A line as it was asked for. */
export interface RequestedLine {
	customerLineNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	customerPartNumber?: string;
	planId?: string;
	resourceId?: string;
	quantity?: number;
	/** The price for one, where a quote has set it. */
	quotedPrice?: number;
	specialBidNumber?: string;
	notes?: string;
	additionalAttributes?: readonly Attribute[];
	endUserInfo?: readonly Address[];
	warrantyInfo?: unknown;
}

/** An order as it was asked for, in one shape for all calls that ask for one. */
export interface OrderRequest {
	quoteNumber?: string;
	customerOrderNumber?: string;
	endCustomerOrderNumber?: string;
	billToAddressId?: string;
	specialBidNumber?: string;
	notes?: string;
	acceptBackOrder?: boolean;
	resellerInfo?: Address;
	shipToInfo?: Address;
	endUserInfo?: Address;
	shipping: ShippingWishes;
	additionalAttributes: readonly Attribute[];
	lines: readonly RequestedLine[];
}

/** A line that was not taken. */
export interface Rejection {
	/** Position in the request, from 0. */
	position: number;
	line: RequestedLine;
	code: string;
	reason: string;
}

/** What became of a request. */
export type Placement =
	| { purchase: PurchaseOrder; orders: readonly Order[]; rejections: readonly Rejection[] }
	| { problems: Problem[] };

/** The value of an attribute, whatever the case of its name; samples write some in small letters. */
export function attributeOf(
	attributes: readonly Attribute[] | undefined,
	name: string,
): string | undefined {
	return attributes?.find(({ attributeName }) => attributeName.toLowerCase() === name.toLowerCase())
		?.attributeValue;
}

/** True when an attribute says so; its value is text. */
export function isOn(attributes: readonly Attribute[] | undefined, name: string): boolean {
	return attributeOf(attributes, name)?.toLowerCase() === 'true';
}

/**
 * The customer's line numbers as Ingram takes them: from 1 to 884, each once. Others are changed
 * without a word. Assumption: they get the lowest numbers that are free.
 */
export function lineNumbersOf(lines: readonly { customerLineNumber?: string }[]): string[] {
	const taken = new Set<number>();
	const kept = lines.map(({ customerLineNumber: sent = '' }) => {
		const number = /^\d{1,3}$/.test(sent) ? Number(sent) : 0;
		if (number < 1 || number > 884 || taken.has(number)) return undefined;
		taken.add(number);
		return sent;
	});
	let next = 1;
	return kept.map((sent) => {
		if (sent !== undefined) return sent;
		while (taken.has(next)) next += 1;
		taken.add(next);
		return String(next);
	});
}
