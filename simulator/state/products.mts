/** Stock of one product in one warehouse. Parts that are undefined are left out of answers. */
export interface Stock {
	warehouseId: string;
	location?: string;
	available?: number;
	backordered?: number;
	/** Units that Ingram has ordered from the vendor. */
	onOrder?: number;
	/** Day on which back-ordered units are expected, `yyyy-MM-dd`. */
	backorderedEta?: string;
	backOrderInfo?: { quantity: number; etaDate: string }[];
}

/** A price that is open to some: a bid, a promotion, a government programme. */
export interface SpecialPrice {
	kind: 'Special Bid' | 'Promo Discount';
	/** The bid's number, for bids. */
	bidNumber?: string;
	/** Taken off the customer price, in US dollars. */
	discount: number;
	effective: string;
	expires: string;
	availableQuantity: number;
	minQuantity: number;
	/** Whom a government price is for, and that price in US dollars. */
	government?: { type: string; customerPrice: number };
}

/** A product as the simulator knows it. Prices are in US dollars. */
export interface Product {
	ingramPartNumber: string;
	vendorPartNumber: string;
	/** The part number that the reseller gave it, if any. */
	customerPartNumber?: string;
	upc: string;
	vendorName: string;
	vendorNumber: string;
	description: string;
	extraDescription: string;
	/** The long text of product details; undefined: none. */
	longDescription?: string;
	category: string;
	subCategory: string;
	productType: string;
	kind: 'physical' | 'digital';
	/** One letter; A: stocked nearly everywhere, X: shipped by the vendor, and so on. */
	productClass: string;
	partNumberType?: string;
	uom: string;
	retailPrice: number;
	mapPrice: number;
	/** What a reseller without special terms pays. */
	customerPrice: number;
	/** A notice that comes with price and availability, though nothing is wrong. */
	notice?: string;
	authorized: boolean;
	acceptBackOrder: boolean;
	returnable: boolean;
	endUserRequired: boolean;
	discontinued: boolean;
	isNew: boolean;
	directShip: boolean;
	hasWarranty: boolean;
	isBundle: boolean;
	replacementSku: string;
	stock: Stock[];
	/** True: answers give warehouse ids as numbers, as the sample with this product does. */
	numericWarehouseIds?: boolean;
	specialPrices: SpecialPrice[];
	/** Price per unit from a number of units on. */
	quantityBreaks: { quantity: number; amount: number }[];
	/** Units kept for the customer. */
	reserved?: { reserved: number; available: number; effective: string; expires: string };
	serviceFee?: { description: string; amount: number; endDate: string };
	weightKg: number;
	/** Centimetres. */
	size: { height: number; width: number; length: number };
	specifications: { header: string; name: string; value: string }[];
}

/** A subscription plan. Prices are in US dollars. */
export interface Plan {
	planId: string;
	planName: string;
	planDescription: string;
	groupName: string;
	billing: { period: number; unit: 'MONTH' | 'YEAR' };
	terms: { period: number; unit: 'MONTH' | 'YEAR' }[];
	resources: PlanResource[];
}

/** What a plan is made of, and what it costs for one billing period. */
export interface PlanResource {
	resourceId: string;
	resourceName: string;
	vendorPartNumber: string;
	minUnits: number;
	maxUnits: number;
	msrp: number;
	unitPrice: number;
}

/** A family of plans. */
export interface PlanGroup {
	groupName: string;
	groupDescription: string;
}
