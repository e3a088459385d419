import type { Customer } from '../options.mts';
import type { Product } from './products.mts';

/** An address block, as it came. */
export type Address = Readonly<Record<string, string | number | undefined>>;

/** A name and a value, as bodies carry them. */
export interface Attribute {
	attributeName: string;
	attributeValue: string;
}

/** What a line sells: a product, or a subscription plan in the shape of one. */
export interface Goods {
	ingramPartNumber: string;
	vendorPartNumber: string;
	vendorName: string;
	vendorNumber: string;
	description: string;
	upc: string;
	uom: string;
	weightKg: number;
	kind: Product['kind'];
	directShip: boolean;
	/** Undefined for plans, which have no stock. */
	product?: Product;
}

/** Units of a line that have left together. */
export interface Shipment {
	quantity: number;
	deliveryNumber: string;
	trackingNumber: string;
	serialNumbers: string[];
	shippedAt: number;
	invoiceNumber?: string;
	invoicedAt?: number;
	deliveredAt?: number;
}

/** A line of an order. */
export interface OrderLine {
	/** Three digits, `001` and on, or tens, `10` and on; comments count along. */
	ingramLineNumber: string;
	customerLineNumber: string;
	subOrderNumber: string;
	goods: Goods;
	unitPrice: number;
	quantity: number;
	/** Units that are there for this line, sent ones included. */
	confirmed: number;
	shipments: Shipment[];
	warehouseId: string;
	warehouseLocation?: string;
	carrier: { code: string; name: string };
	specialBidNumber?: string;
	notes?: string;
	additionalAttributes?: readonly Attribute[];
	endUserInfo?: readonly Address[];
	/** The day on which what is awaited is to come, or null for none. Left out: by the options. */
	eta?: string | null;
	/** Kept as it came; the two versions of the call have two shapes. */
	warrantyInfo?: unknown;
}

/** A comment that takes a line number of its own. */
export interface CommentLine {
	ingramLineNumber: string;
	text: string;
}

/** What the customer wants of the shipping. */
export interface ShippingWishes {
	carrierCode?: string;
	freightAccountNumber?: string;
	shipComplete?: string;
	requestedDeliveryDate?: string;
	signatureRequired?: boolean;
	shippingInstructions?: string;
}

/** What all orders of one request have in common. */
export interface PurchaseOrder {
	customer: Customer;
	customerOrderNumber?: string;
	endCustomerOrderNumber?: string;
	billToAddressId: string;
	specialBidNumber?: string;
	notes?: string;
	resellerInfo?: Address;
	shipToInfo?: Address;
	endUserInfo?: Address;
	shipping: ShippingWishes;
	additionalAttributes: readonly Attribute[];
	currencyCode: string;
	/** The orders that it became. */
	orders: Order[];
}

/** An order in Ingram's books. */
export interface Order {
	readonly ingramOrderNumber: string;
	readonly purchase: PurchaseOrder;
	/** `S`: from stock, `D`: sent by the vendor. */
	orderType: 'S' | 'D';
	state: 'hold' | 'open' | 'cancelled' | 'voided';
	createdAt: number;
	modifiedAt: number;
	/** Its own address once it was modified. */
	shipToInfo?: Address;
	notes: string;
	lines: OrderLine[];
	comments: CommentLine[];
	/** Status words that answers give in the place of their own: of the order, its parts, its lines. */
	words?: { head?: string; parts?: string; lines?: string };
	/** Searches do not list it, as XI's may leave an order out for a while. */
	isHidden?: boolean;
	/** How many line numbers were given out. */
	lastLineNumber: number;
	/** Whether lines are numbered in tens. */
	readonly inTens: boolean;
	webOrderId: string;
}

/** Units of a line that have left. */
export function shippedOf({ shipments }: OrderLine): number {
	return shipments.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Units of a line that Ingram waits for. */
export function backorderedOf({ quantity, confirmed }: OrderLine): number {
	return quantity - confirmed;
}

/** The number that the next line or comment of an order gets. */
export function nextLineNumber(order: Order): string {
	order.lastLineNumber += 1;
	if (order.inTens) return String(order.lastLineNumber * 10);
	return String(order.lastLineNumber).padStart(3, '0');
}

/** Where an order goes. */
export function shipToOf(order: Order): Address | undefined {
	return order.shipToInfo ?? order.purchase.shipToInfo;
}
