import type { IDataObject } from 'n8n-workflow';

import { isHollow, unwrapped } from '../answer';
import { UnexpectedAnswer } from '../errors';
import { type Field, locator, required } from '../fields/field';
import { pageNumberAndSize } from '../fields/paging';
import { pickerOf } from '../picker';
import { recordsOf } from '../records';
import { yesOrNo } from '../tidy';
import type { XiSearch } from '../transport/request';
import {
	type NamedProduct,
	ofLine,
	OTHER_NUMBERS,
	otherLineNumbers,
	otherModeOf,
} from './productNumbers';

/** The answer of a product search. Either list may be null; subscriptions fill the second. */
export interface CatalogSearchAnswer {
	recordsFound?: number | string | null;
	catalog?: CatalogProduct[] | null;
	subscriptionCatalog?: CatalogSubscription[] | null;
}

/** A product as the search lists it. XI sends its yes-or-no values as "true", "false" or "". */
export interface CatalogProduct extends IDataObject {
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	description?: string;
	vendorName?: string;
	upcCode?: string;
}

/** A subscription group: with its plans, or with their number. */
export interface CatalogSubscription extends IDataObject {
	groupName?: string;
	numberOfPlans?: string;
	plans?: IDataObject[];
}

/** XI documentation: "Search Products". */
export const productSearch: XiSearch<CatalogProduct | CatalogSubscription, CatalogSearchAnswer> = {
	call: { method: 'GET', path: '/resellers/v6/catalog', nothingFound: [404] },
	paging: pageNumberAndSize,
	page(answer) {
		const found = unwrapped(answer);
		if (found === undefined) return { rows: [] };
		const { catalog, subscriptionCatalog, recordsFound } = found ?? {};
		const lists = [catalog, subscriptionCatalog];
		if (lists.some(isHollow) || [...lists, recordsFound].every((part) => part === undefined)) {
			throw new UnexpectedAnswer('list of products');
		}
		const records = [
			...recordsOf<CatalogProduct>(catalog, 'list of products'),
			...recordsOf<CatalogSubscription>(subscriptionCatalog, 'list of subscriptions'),
		];
		return { rows: records.filter((record) => !isHollow(record)), recordsFound };
	},
};

/** Whether a description names the manufacturer, by the first word of its name at least: "Cisco Systems". */
function namesVendor(description: string | undefined, vendorName: string | undefined): boolean {
	const wordsOf = (text = ''): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
	const [first] = wordsOf(vendorName);
	return first !== '' && wordsOf(description).includes(first);
}

/** The list behind 'Product': a live search of the catalog. Subscriptions have no number to pick. */
export const searchProducts = pickerOf<CatalogProduct, CatalogSearchAnswer>(
	productSearch,
	(text) => [{ query: { keyword: text === '' ? undefined : [text] } }],
	{
		number: ({ ingramPartNumber }) => ingramPartNumber,
		line: ({ vendorPartNumber, vendorName, description, discontinued, authorizedToPurchase }) => [
			vendorPartNumber,
			namesVendor(description, vendorName) ? undefined : vendorName,
			description,
			yesOrNo(discontinued) === true ? 'discontinued' : undefined,
			yesOrNo(authorizedToPurchase) === false ? 'not authorized' : undefined,
		],
	},
);

/** The longest Ingram part number that XI takes on order lines. */
export const INGRAM_PART_NUMBER = {
	maxLength: 18,
	ifTooLong:
		'If it is the manufacturer’s part number, choose By VPN in Product, or name it "vendorPartNumber" in JSON',
} as const;

const texts = {
	...INGRAM_PART_NUMBER,
	search: 'searchProducts',
	listPlaceholder: 'Select a product...',
	byNumber: {
		name: 'ingramPartNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By SKU',
		placeholder: 'e.g. 4A0036',
	},
};

/** A product by nothing but its Ingram part number. May stay empty. */
export const listedProduct = locator('Product', {
	...texts,
	ifTooLong:
		'If it is the manufacturer’s part number, give it as Vendor Part Number under Additional Fields',
	description:
		'The product, picked by searching the catalog, or given by its Ingram part number (SKU)',
});

/** The same, where it cannot be left out. */
export const requiredListedProduct = required(
	listedProduct,
	'Pick a product, or give its Ingram part number',
);

const picker = locator('Product', {
	...texts,
	others: OTHER_NUMBERS,
	description:
		'The product, picked by searching the catalog, or given by its Ingram part number (SKU), its vendor part number (VPN) or its bar code (UPC)',
});

/** The product of a line, where XI takes the manufacturer's part number as well. May stay empty. */
export const product = ofLine(picker, true);

/** The product of a line, where XI takes its own number only, so that any other is looked up. May stay empty. */
export const productByIngramNumber = ofLine(picker, false);

/** A product by one of its numbers. May stay empty. */
export const anyProduct: Field<NamedProduct | undefined> = {
	property: picker.property,
	read(value, label, reading) {
		const mode = otherModeOf(value);
		const number = mode === undefined ? picker : otherLineNumbers[mode];
		const given = mode === undefined ? value : (value as { value: unknown }).value;
		const read = number.read(given, label, reading);
		return read === undefined ? undefined : { [mode ?? 'ingramPartNumber']: read };
	},
};

/** The same, where the operation cannot do without it. */
export const requiredAnyProduct = required(
	anyProduct,
	'Pick a product, or give its Ingram part number, its vendor part number or its UPC',
);
