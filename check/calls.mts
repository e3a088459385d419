import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fewIn, type Known, textIn } from './known.mts';

/** One operation of the package, as the check runs it. */
export interface CheckCall {
	/** What people read in the table. */
	title: string;
	/** The node's type, for example `ingramMicroOrders`. */
	node: string;
	/** The calls that it is made for, as in `GET /resellers/v6/orders/search`. */
	endpoints: readonly string[];
	parameters: INodeParameters;
	/** What to run it with, an item each; a text says why it cannot be run. */
	input(known: Known): IDataObject[] | string;
	/** Takes from its output what later calls need. */
	learn?(items: readonly IDataObject[], known: Known): void;
	/** It changes something at Ingram Micro: only with `--orders`. */
	writes?: true;
}

/** A part number that is in no catalog, to see how that is said. */
export const NO_PRODUCT = 'XXXXXX';

/** More than a page, so that there are two where the account has as much. */
export const twoPages = { operation: 'getMany', returnAll: false, limit: 120, output: 'raw' };

/** A number from the input, as a node takes it. */
export const locator = (mode: string, field = 'id') => ({
	__rl: true,
	mode,
	value: `={{ $json.${field} }}`,
});

/** One empty item. */
export const once = (): IDataObject[] => [{}];

/** An item for each number that is known; why there is none, otherwise. */
export const each =
	(what: string, of: (known: Known) => readonly string[]) =>
	(known: Known): IDataObject[] | string => {
		const found = of(known);
		return found.length > 0 ? found.map((id) => ({ id })) : `the account has no ${what}`;
	};

const product = each('product in the catalog', ({ products }) => products);

const catalog: readonly CheckCall[] = [
	{
		title: 'Catalog: Get Many',
		node: 'ingramMicroProductCatalog',
		endpoints: ['GET /resellers/v6/catalog'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			const physical = items.filter(
				(item) => !/digital|subscription/i.test(textIn(item, 'type') ?? ''),
			);
			known.products = fewIn(physical, 'ingramPartNumber');
			known.priced = fewIn(physical, 'ingramPartNumber', 30);
			known.vendorPartNumbers = fewIn(physical, 'vendorPartNumber');
		},
	},
	{
		title: 'Catalog: Get by Ingram Part Number',
		node: 'ingramMicroProductCatalog',
		endpoints: ['GET /resellers/v6/catalog/details/{ingramPartNumber}'],
		parameters: { operation: 'get', product: locator('ingramPartNumber'), output: 'raw' },
		input: product,
	},
	{
		title: 'Catalog: Get by Vendor Part Number',
		node: 'ingramMicroProductCatalog',
		endpoints: ['GET /resellers/v6/catalog/details'],
		parameters: {
			operation: 'get',
			product: locator('vendorPartNumber'),
			ifSeveralProducts: 'returnRows',
			output: 'raw',
		},
		input: each('vendor part number in the catalog', (known) => known.vendorPartNumbers),
	},
	{
		title: 'Catalog: Price and Availability',
		node: 'ingramMicroProductCatalog',
		endpoints: ['POST /resellers/v6/catalog/priceandavailability'],
		parameters: {
			operation: 'getPriceAndAvailability',
			product: locator('ingramPartNumber'),
			output: 'raw',
		},
		input: (known) => {
			const found = each('product in the catalog', ({ priced }) => priced)(known);
			return typeof found === 'string' ? found : [...found, { id: NO_PRODUCT }];
		},
		learn: (items, known) => {
			known.inStock = items
				.filter(isToBeHad)
				.map((item) => textIn(item, 'ingramPartNumber'))
				.find((number) => number !== undefined);
		},
	},
];

/** Whether a product may be bought, and is there. */
function isToBeHad({ productAuthorized, availability }: IDataObject): boolean {
	if (productAuthorized !== true && productAuthorized !== 'True') return false;
	if (typeof availability !== 'object' || availability === null) return false;
	return 'totalAvailability' in availability && Number(availability.totalAvailability) > 5;
}

const orders: readonly CheckCall[] = [
	{
		title: 'Orders: Get Many',
		node: 'ingramMicroOrders',
		endpoints: ['GET /resellers/v6/orders/search'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.orders = fewIn(items, 'ingramOrderNumber');
		},
	},
	{
		title: 'Orders: Get',
		node: 'ingramMicroOrders',
		endpoints: ['GET /resellers/v6.1/orders/{ordernumber}'],
		parameters: { operation: 'get', order: locator('ingramOrderNumber'), output: 'raw' },
		input: each('order', (known) => known.orders),
		learn: (items, known) => {
			const places = items.map(({ shipToInfo }) => (shipToInfo ?? {}) as IDataObject);
			[known.addressId] = fewIn(places, 'addressId');
		},
	},
	{
		title: 'Orders: Get, Version 6',
		node: 'ingramMicroOrders',
		endpoints: ['GET /resellers/v6/orders/{ordernumber}'],
		parameters: {
			operation: 'get',
			order: locator('ingramOrderNumber'),
			options: { version: 'v6' },
			output: 'raw',
		},
		input: each('order', (known) => known.orders.slice(0, 1)),
	},
	{
		title: 'Freight Estimate: Get',
		node: 'ingramMicroFreightEstimate',
		endpoints: ['POST /resellers/v6/freightestimate'],
		parameters: {
			operation: 'get',
			lines: { line: [{ ingramPartNumber: '={{ $json.id }}', quantity: 1 }] },
			shipTo: { address: { addressId: '={{ $json.address }}' } },
			output: 'raw',
		},
		input: ({ products, inStock, addressId }) => {
			const id = inStock ?? products[0];
			if (id === undefined) return 'the account has no product in the catalog';
			// What samples show for the first address on file.
			return [{ id, address: addressId ?? '200' }];
		},
	},
];

const invoices: readonly CheckCall[] = [
	{
		title: 'Invoices: Get Many',
		node: 'ingramMicroInvoices',
		endpoints: ['GET /resellers/v6/invoices'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.invoices = fewIn(items, 'invoiceNumber');
		},
	},
	{
		title: 'Invoices: Get',
		node: 'ingramMicroInvoices',
		endpoints: ['GET /resellers/v6.1/invoices/{invoiceNumber}'],
		parameters: { operation: 'get', invoice: locator('invoiceNumber'), output: 'raw' },
		input: each('invoice', (known) => known.invoices),
	},
	{
		title: 'Invoices: Get, Version 6',
		node: 'ingramMicroInvoices',
		endpoints: ['GET /resellers/v6/invoices/{invoicenumber}'],
		parameters: {
			operation: 'get',
			invoice: locator('invoiceNumber'),
			options: { version: 'v6' },
			output: 'raw',
		},
		input: each('invoice', (known) => known.invoices.slice(0, 1)),
	},
];

/** What an account buys: products, orders, and invoices. */
export const callsAboutOrders: readonly CheckCall[] = [...catalog, ...orders, ...invoices];
