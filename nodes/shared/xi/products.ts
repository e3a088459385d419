import type { IDataObject } from 'n8n-workflow';

import { isHollow, unwrapped } from '../answer';
import { UnexpectedAnswer } from '../errors';
import { locator, required } from '../fields/field';
import { pageNumberAndSize } from '../fields/paging';
import { pickerOf } from '../picker';
import { recordsOf } from '../records';
import type { XiSearch } from '../transport/request';

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

/** Whether a description names the manufacturer, by the first word of its name at least. */
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
		// What tells two products apart stands in front: n8n cuts off the end of a long line.
		line: ({ vendorPartNumber, vendorName, description }) => [
			vendorPartNumber,
			namesVendor(description, vendorName) ? undefined : vendorName,
			description,
		],
	},
);

/** The longest Ingram part number that XI takes on order lines. */
export const INGRAM_PART_NUMBER = {
	maxLength: 18,
	ifTooLong:
		'If it is the number of the manufacturer, put it into Vendor Part Number, or pick the product From List',
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

/** A product, picked from a live search or named by its Ingram part number. May stay empty. */
export const product = locator('Product', {
	...texts,
	description:
		'The product, picked by searching the catalog, or given by its Ingram part number (SKU)',
});

/** The same, where the operation cannot do without it. */
export const requiredProduct = required(product, 'Pick a product, or give its Ingram part number');
