import { numberOrText } from './amounts';
import { spelledDay, spelledMoment } from './dateSpelling';

/*
 * The words of the output: what Simplified and Selected Fields, and the items of the Trigger, call
 * things and how they write them. One thing has one name, one type and one spelling, whichever call of
 * XI's it comes from; Raw keeps XI's own. docs/dictionary.md tells it to users.
 */

/** Words that mean the same, by the one that is compared with. */
const SAME: Readonly<Record<string, string>> = {
	canceled: 'cancelled',
	hold: 'on hold',
	'back ordered': 'backordered',
	'back order': 'backordered',
	backorder: 'backordered',
};

/**
 * A status word for comparing: XI writes the same one as "ON HOLD", "On Hold" and "im::hold", and
 * cancelled with one L or two.
 *
 * @returns lower case, with blanks between the words; undefined where there is no status
 */
export function normalStatus(status: unknown): string | undefined {
	if (typeof status !== 'string') return undefined;
	const word = status
		.trim()
		.toLowerCase()
		.replace(/^im\s*::?\s*/, '')
		.replace(/\s*::\s*/g, ' ')
		.replace(/[\s_-]+/g, ' ')
		.trim();
	return word === '' ? undefined : (SAME[word] ?? word);
}

/** Two signs of the branch, five of the order and two of the invoice, with or without what parts them. */
const INVOICE_NUMBER = /^([A-Z0-9]{2})[\s-]?([A-Z0-9]{5})[\s-]?([A-Z0-9]{2})$/;
/** Nine digits without a sign between them may be a number of another build altogether. */
const MAY_BE_ANOTHER = /^\d+$/;

/**
 * An invoice number in the one form by which invoices, parcels and returns match: XI writes one invoice
 * as "20RC1RJ11" and "20-RC1RJ-11".
 *
 * @returns "20-RC1RJ-11"; a number of any other build as it came, in capitals
 */
export function invoiceNumberIn(value: string): string {
	const number = value.trim().toUpperCase();
	const [, branch, order, invoice] = INVOICE_NUMBER.exec(number) ?? [];
	return branch === undefined || MAY_BE_ANOTHER.test(number)
		? number
		: `${branch}-${order}-${invoice}`;
}

/** How a value is written, by the kind of what it tells. */
const SPELLINGS = {
	/** Numbers by which things go, names and sentences: always text, also where XI sends a number. */
	text: (value) => (typeof value === 'number' || typeof value === 'bigint' ? String(value) : value),
	/** Quantities and amounts; a text that can be read in two ways stays. */
	number: numberOrText,
	/** true or false; see tidy. */
	flag: (value) => value,
	/** A status, or a word from a short list of XI's: lower case. */
	word: (value) => (typeof value === 'string' ? (normalStatus(value) ?? null) : value),
	/** A day, also where XI writes a time behind it. */
	day: spelledDay,
	/** A day and the time of it, as far as XI tells that. */
	moment: spelledMoment,
	invoiceNumber: (value) =>
		typeof value === 'string' || typeof value === 'number' ? invoiceNumberIn(String(value)) : value,
	/** A list of texts or of flat objects. */
	list: (value) => value,
	/** An object of XI's. */
	object: (value) => value,
} satisfies Record<string, (value: unknown) => unknown>;

export type Spelling = keyof typeof SPELLINGS;

interface Word {
	readonly spelling: Spelling;
	readonly meaning: string;
}

const word =
	(spelling: Spelling) =>
	(meaning: string): Word => ({ spelling, meaning });
const text = word('text');
const number = word('number');
const flag = word('flag');
const status = word('word');
const day = word('day');
const moment = word('moment');
const invoiceNumber = word('invoiceNumber');
const list = word('list');
const object = word('object');

/** Every name of Simplified, and what any of them means in every node. */
export const DICTIONARY = {
	account: object('Where a write was made, and for whom: `environment` and `customerNumber`'),
	attributeName: text('Name under which the answer to a vendor field is sent'),
	cancelled: flag('Whether the order is cancelled'),
	carrierCode: text('Code of the carrier'),
	carrierMode: text('How the carrier goes'),
	carrierName: text('The carrier'),
	caseRequestNumber: text('Number of the request of a return'),
	category: text('Category of the product'),
	changeDescription: text('What Ingram Micro says it changed'),
	choices: list('What can be chosen in a vendor field'),
	confirmationNumber: text(
		'Number under which an asynchronous order is worked on; not an order number',
	),
	createdOn: moment('When the return was asked for'),
	credit: number('What is credited'),
	currencyCode: text('Currency of all amounts beside it'),
	customerLineNumber: text('Your number of the line'),
	customerOrderNumber: text('Your PO number'),
	customerPrice: number('Your price of one piece'),
	dateClosed: moment('When the quote was closed'),
	daysRemaining: number('Days for which the deal still holds'),
	dealExpiryDate: day('When the deal ends'),
	dealId: text('Number of the deal (special bid)'),
	dealReceivedOn: moment('When the deal came'),
	deliveredDate: day('When the parcel arrived'),
	description: text('The product in words'),
	difference: text('In what an invoice differs from its order, as a sentence'),
	differenceAmount: number('How much more is asked for than the order says; below 0: less'),
	differenceCount: number('How many differences there are'),
	differences: list('In what an invoice differs from its order'),
	differenceType: status('Kind of the difference'),
	discontinued: flag('Whether the product is not made any more'),
	documentType: status('Whether it is an invoice or a credit memo'),
	endCustomerOrderNumber: text('Your customer’s PO number'),
	endDate: day('When the term of the product ends'),
	endUserName: text('Company of the end user'),
	estimatedDeliveryDate: day('When the parcel is expected to arrive'),
	estimatedFreightCharge: number('What the carrier would cost'),
	estimatedTotal: number('What the return is worth'),
	eventId: text('Number of the event'),
	eventType: text('Kind of the event, by Ingram Micro’s name'),
	example: text('An example of an answer to a vendor field'),
	expectedValue: number('What the order says, in pieces or money'),
	expirationDate: day('When the renewal, or the product of a deal, ends'),
	extendedMsrp: number('List price of all pieces of the line'),
	extendedMsrpTotal: number('List price of everything'),
	extendedPrice: number('Price of all pieces of the line'),
	fieldId: text('Number of a vendor field'),
	found: flag('Whether Ingram Micro knows the product'),
	freightCharges: number('Freight'),
	freightRate: number('Freight of the shipment'),
	grossAmount: number('Total before taxes and fees'),
	hasRejectedLines: flag('Whether a part of the order was not taken'),
	hint: text('What to know about a vendor field'),
	ignoredVendorFields: list('Vendor fields that were filled in and not asked for'),
	ingramLineNumber: text('Ingram Micro’s number of the line, as Modify Order asks for it'),
	ingramOrderDate: day('When the order was placed'),
	ingramOrderNumber: text('Ingram Micro’s order number'),
	ingramPartNumber: text('Ingram part number (SKU)'),
	ingramQuoteDate: day('When the quote was made'),
	ingramQuoteExpiryDate: day('When the quote ends'),
	invoiceAmountInclTax: number('Total of the invoice with tax'),
	invoicedAmountDue: number('What is still to be paid'),
	invoiceDate: day('Day of the invoice'),
	invoiceDueDate: day('Day on which it is due'),
	invoicedValue: number('What the invoice says, in pieces or money'),
	invoiceNumber: invoiceNumber('Number of the invoice, in one form for matching'),
	invoiceStatus: status('How the invoice stands'),
	isAnswered: flag('Whether Ingram Micro said anything about what was asked'),
	label: text('What a vendor field asks'),
	lastModifiedDate: moment('When the quote was changed last'),
	level: text('Whether a vendor field belongs to the order, a line or a product'),
	lineCount: number('How many lines there are'),
	lineNumber: text('Number of the line in the quote'),
	lineRejected: flag('Whether the line was not taken'),
	lines: list('The lines'),
	linesNotInAnswer: list('Lines that were sent and of which the answer says nothing'),
	lineStatus: status('How the line stands'),
	lineType: text('Whether the line is a product or a charge'),
	mandatory: flag('Whether a vendor field must be filled in'),
	mandatoryFields: number('How many vendor fields must be filled in'),
	matched: flag('Whether an invoice is what its order says'),
	message: text('What Ingram Micro says'),
	modifiedOn: moment('When the return was changed last'),
	msrp: number('List price of one piece'),
	needsVendorFields: flag('Whether the vendor asks for anything'),
	netAmount: number('Total of the line'),
	noPriceReason: text('Why there is no price'),
	notes: text('Notes on the order'),
	onlyIf: object('The answer to another vendor field that makes this one needed'),
	orderModifiedDate: moment('When the order was changed'),
	orderSplit: flag('Whether the order became several'),
	orderStatus: status('How the order stands'),
	orderTotal: number('Total of the order'),
	outcome: text('What became of the item'),
	paymentTermsDueDate: day('Until when it is to be paid'),
	pendingSince: moment('Since when the order is waited for'),
	planId: text('Number of the plan'),
	planName: text('Name of the plan'),
	priceProtectionEndDate: moment('Until when the prices hold'),
	problem: text('Why there is no answer'),
	productAuthorized: flag('Whether you may buy the product'),
	productClass: text('Ingram Micro’s class of the product'),
	productCount: number('How many products there are'),
	productId: text('Number of the product in a vendor field'),
	products: list('The products'),
	productStatusMessage: text('What Ingram Micro says about the product'),
	promisedDeliveryDate: day('When the line was promised to arrive'),
	quantity: number('Pieces'),
	quantityBackOrdered: number('Pieces that are awaited'),
	quantityConfirmed: number('Pieces that were promised'),
	quantityInBox: number('Pieces in the parcel'),
	quantityOrdered: number('Pieces that were ordered'),
	quoteName: text('Name of the quote'),
	quoteNumber: text('Number of the quote'),
	quoteStatus: status('How the quote stands'),
	quoteTotal: number('Total of the quote'),
	referenceNumber: text('Your reference'),
	rejectCode: text('Code of the reason why the line was not taken'),
	rejectedLineItems: list('The lines that were not taken'),
	rejectReason: text('Why the line was not taken'),
	released: flag('Whether the order is released'),
	remainingQuantity: number('Pieces that are left of the deal or quote'),
	renewalId: text('Number of the renewal'),
	renewalStatus: status('How the renewal stands'),
	renewalValue: number('What the renewal is worth'),
	retailPrice: number('List price of one piece'),
	returnClaimId: text('Number of the claim of a return'),
	returnReason: text('Why it is returned'),
	returnStatus: status('How the return stands'),
	returnType: text('Kind of the return'),
	returnWarehouseAddress: object('Where to send it'),
	serialNumber: text('Serial number'),
	serialNumbers: list('Serial numbers'),
	shipmentCount: number('How many shipments there are'),
	shipments: list('The shipments'),
	shippedDate: day('When it left'),
	specialBidEffectiveDate: day('From when the special bid holds'),
	specialBidExpirationDate: day('Until when the special bid holds'),
	specialBidNumber: text('Number of the special bid'),
	startDate: day('When the term of the product begins'),
	subcategory: text('Category within the category'),
	subOrderCount: number('How many sub-orders there are'),
	subOrderNumber: text('Number of the part of the order'),
	subOrders: list('The parts of the order'),
	subOrderStatus: status('How the part of the order stands'),
	subOrderTotal: number('Total of the part of the order'),
	targetUrl: text('Where the event goes'),
	totalAvailability: number('Stock of all warehouses together'),
	totalFees: number('Fees'),
	totalNetAmount: number('Total without tax'),
	totals: object('Sums of the invoice'),
	totalTax: number('Tax'),
	totalWeight: number('Weight'),
	trackingNumber: text('Number by which the carrier knows the parcel'),
	trackingNumbers: list('Numbers by which carriers know the parcels of the line'),
	trackingUrl: text('Page of the carrier about the parcel'),
	transitDays: number('Days on the way'),
	type: status('Whether the product is physical, digital or a subscription'),
	uniqueKey: text('Tells rows apart, for an upsert'),
	unitPrice: number('Price of one piece on the line'),
	upc: text('UPC (EAN)'),
	vendorFields: list('What the vendor asks for'),
	vendorName: text('The manufacturer'),
	vendorPartNumber: text('The manufacturer’s part number'),
	vendorSalesOrderNumber: text('The manufacturer’s number of the order'),
	version: text('Version of the deal'),
	warehouseId: text('The warehouse'),
	warnings: list('What to know beside the rest, a sentence each'),
} satisfies Readonly<Record<string, Word>>;

const words: Readonly<Record<string, Word | undefined>> = DICTIONARY;

/** A value as the dictionary spells what goes by this name; of any other name, as it is. */
export const spelt = (name: string, value: unknown): unknown => {
	const known = words[name];
	return known && value !== null && value !== undefined
		? (SPELLINGS[known.spelling](value) ?? null)
		: value;
};
