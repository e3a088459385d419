import { Ajv } from 'ajv';
import type { XStatic } from 'typebox/schema';
import { dateForms } from './dateForms.mts';
import { invoiceWrongs } from './routes/invoices/wrongInvoice.mts';
import { orderFates } from './state/orderFates.mts';
import { documentedPayloads, payloadQuirks } from './webhooks/quirks.mts';

const quirksSchema = {
	type: 'object',
	additionalProperties: false,
	required: [],
	properties: {
		/** Price and availability: entries come back in another order than asked. */
		shuffleEntries: { type: 'boolean' },
		/** Price and availability: entries left out, by position from 0; -1 is the last one. */
		dropEntries: { type: 'array', items: { type: 'integer' } },
		/** Price and availability: entries that come twice, by position from 0; -1 is the last one. */
		duplicateEntries: { type: 'array', items: { type: 'integer' } },
		/** Price and availability: how `index` counts, or that it is left out. */
		entryIndex: { enum: ['fromZero', 'fromOne', 'missing'] },
		/** Price and availability: entries carry `index`, but no part number, UPC or plan id. */
		omitIdentifiers: { type: 'boolean' },
		/** Price and availability: part numbers come back in lower case. */
		lowerCasePartNumbers: { type: 'boolean' },
		/** Price and availability: `pricing` sits inside `availability`, as in one official sample. */
		pricingInsideAvailability: { type: 'boolean' },
		/** Price and availability: `warehouseId` is a number, as in one official sample. */
		numericWarehouseIds: { type: 'boolean' },
		/**
		 * Price and availability, product details: a vendor part number or UPC belongs to a second product
		 * as well, a refurbished one, with the letter R behind its Ingram part number: not in stock, not to
		 * be bought by the customer, or neither of it.
		 */
		twins: { enum: ['none', 'outOfStock', 'notAuthorized', 'buyable'] },
		/**
		 * Freight estimate: what a 200 says of lines for which nothing can be estimated: `errors` in place of
		 * the estimate, beside one of 0, or beside that of the other lines (all but the last); or, as for an
		 * address that is not known, an empty estimate without a word.
		 */
		freightErrors: { enum: ['none', 'instead', 'besideZero', 'besideRest', 'silent'] },
		/** Searches: no more records than this are counted, and shown. */
		mostFound: { type: 'integer', minimum: 1 },
		/** Searches: each page but the first begins with the last record of the page before. */
		overlappingPages: { type: 'boolean' },
		/** Price and availability: entries do not say which UPC they have. */
		omitUpc: { type: 'boolean' },
		/**
		 * Price and availability: vendor part numbers are cut after so many characters; the whole one is in
		 * `extendedVendorPartNumber`, where the country has that.
		 */
		vendorPartNumberLength: { type: 'integer', minimum: 1 },
		/** Price and availability: what may not be bought comes with prices of 0, and not without. */
		zeroPrices: { type: 'boolean' },
		/** Catalog search: pages hold fewer records than asked; every record still is on some page. */
		shortPages: { type: 'boolean' },
		/**
		 * Searches: how the count comes (orders: text, even where `number` is set). `varying` is the truth or up to a tenth more, another
		 * from call to call; `tooLow` is half of the truth.
		 */
		recordsFound: { enum: ['number', 'string', 'missing', 'null', 'varying', 'tooLow'] },
		/**
		 * Invoices: how XI says that there is none: with an empty list, or with the status 500 that wraps
		 * a 404 of a server behind it, as in the official sample. Details say it with 500 in any case.
		 */
		noInvoices: { enum: ['emptyList', 'wrapped404'] },
		/** Invoice details: in what the invoice of a number, without dashes, differs from its order. */
		wrongInvoices: { type: 'object', additionalProperties: { enum: invoiceWrongs } },
		/** Catalog search: what a page behind the last one is answered with. */
		pastTheEnd: { enum: ['emptyPage', 'notFound'] },
		/**
		 * Orders: the customer's numbers and the delivery address come back in capitals, as in nearly
		 * all official samples.
		 */
		capitals: { type: 'boolean' },
		/**
		 * Orders: how new ones are numbered: `20-RC1RD`; `40-10001`, as in India; or by ten digits, as in
		 * countries on SAP.
		 */
		orderNumbers: { enum: ['dashed', 'dashedDigits', 'digits'] },
		/** Orders: how the lines of new ones are numbered: 001 and 002, or 10 and 20, as on SAP. */
		lineNumbers: { enum: ['threeDigits', 'tens'] },
		/** Orders: what type they have: S and D by where goods come from, or ZOR, as on SAP. */
		orderTypes: { enum: ['byGoods', 'sap'] },
		/** Create order: whether its date is a day, or a moment with an offset, as on SAP. */
		orderDates: { enum: ['day', 'moment'] },
		/**
		 * Create order: neither the id of the billing address nor, of lines, their part of the order, the
		 * vendor's part number and the carrier's name, as on SAP.
		 */
		leanOrders: { type: 'boolean' },
		/**
		 * Orders whose number of the customer's holds the text of a key (the empty one: all) are made in
		 * another way than asked for, see `orderFates`.
		 */
		orderFates: { type: 'object', additionalProperties: { enum: orderFates } },
		/** The status word of orders that end at once. */
		deadWord: { type: 'string' },
		/**
		 * Create order: rejected lines are listed, but neither counted nor told of by
		 * `processedPartially`, as in one official sample.
		 */
		uncountedRejections: { type: 'boolean' },
		/**
		 * Modify order: the answer has `orderNumber` for `ingramOrderNumber`, and its lines have
		 * `lineNumber`, or `ingramLineNumber` as a number, as in some official samples.
		 */
		oddModifyNames: { enum: ['none', 'lineNumber', 'number'] },
		/**
		 * Renewals search: the answer is the object itself, as the schema has it, and not the only
		 * entry of a list, as in the sample.
		 */
		bareRenewals: { type: 'boolean' },
		/**
		 * All answers: what XI's older systems leave in values, such as blanks behind them, "True" for
		 * true and several tracking numbers in one text. See untidy.mts.
		 */
		untidy: { type: 'boolean' },
		/**
		 * All answers: how dates come. A day as `2026-11-21`, `20261121`, `2026-11-21T00:00:00` or
		 * `21-NOV-2026`; a moment in all but the first with a blank in place of its T.
		 */
		dateForm: { enum: dateForms },
		/** Token: what `expires_in` says; XI's own sample is 30 days, against the real 24 hours. */
		expiresIn: { type: ['string', 'number'] },
		...payloadQuirks,
	},
} as const;

/** Ways in which XI is known, or must be feared, to differ from its own documents. */
export type Quirks = Required<XStatic<typeof quirksSchema>>;

/** Any of the quirks; those left out keep their default. */
export type QuirkSettings = XStatic<typeof quirksSchema>;

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<QuirkSettings>(
	quirksSchema,
);

/** The answers as the schemas and most samples have them. */
export function defaultQuirks(): Quirks {
	return {
		shuffleEntries: false,
		dropEntries: [],
		duplicateEntries: [],
		entryIndex: 'fromZero',
		omitIdentifiers: false,
		lowerCasePartNumbers: false,
		pricingInsideAvailability: false,
		numericWarehouseIds: false,
		twins: 'none',
		freightErrors: 'none',
		mostFound: Number.MAX_SAFE_INTEGER,
		overlappingPages: false,
		omitUpc: false,
		vendorPartNumberLength: 1_000,
		zeroPrices: false,
		shortPages: false,
		recordsFound: 'number',
		noInvoices: 'emptyList',
		wrongInvoices: {},
		pastTheEnd: 'emptyPage',
		capitals: true,
		orderNumbers: 'dashed',
		lineNumbers: 'threeDigits',
		orderTypes: 'byGoods',
		orderDates: 'day',
		leanOrders: false,
		orderFates: {},
		deadWord: 'REJECTED',
		uncountedRejections: false,
		oddModifyNames: 'none',
		bareRenewals: false,
		untidy: false,
		dateForm: 'documented',
		expiresIn: '2592000',
		...documentedPayloads,
	};
}

/**
 * Reads quirks from a source that cannot be trusted, such as the control endpoint.
 *
 * @param input an object with any of the quirks
 * @throws TypeError that names each unknown or wrong quirk
 */
export function parseQuirks(input: unknown): QuirkSettings {
	if (validate(input)) return input;
	const problems = (validate.errors ?? []).map((error) => {
		const extra: unknown = error.params.additionalProperty;
		const named = typeof extra === 'string' ? extra : '';
		return `${error.instancePath || 'quirks'} ${error.message ?? ''} ${named}`.trim();
	});
	throw new TypeError(problems.join('; '));
}
