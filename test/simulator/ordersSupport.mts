import type { AxiosInstance, AxiosResponse } from 'axios';

export const ordersEndpoint = '/resellers/v6/orders';
export const asyncEndpoint = '/resellers/v7/orders';
export const orderSearchEndpoint = '/resellers/v6/orders/search';
export const orderDetailsEndpoint = '/resellers/v6.1/orders';

/** In stock in the documented test warehouses, with thousands of units. */
export const stocked = '123512';
/** The vendor sends it. */
export const direct = 'RQ6000';
/** Known, but out of stock. */
export const missing = 'TSXML1';

interface OrderBody {
	customerOrderNumber: string;
	lines: Record<string, unknown>[];
	additionalAttributes?: { attributeName: string; attributeValue: string }[];
	[field: string]: unknown;
}

/** Header switches that are on. */
export function on(...names: string[]): { attributeName: string; attributeValue: string }[] {
	return names.map((attributeName) => ({ attributeName, attributeValue: 'true' }));
}

/** A good body of one line; `fields` adds to it or replaces. */
export function orderBody(
	customerOrderNumber: string,
	fields: Record<string, unknown> = {},
): OrderBody {
	return {
		customerOrderNumber,
		lines: [{ customerLineNumber: '1', ingramPartNumber: stocked, quantity: 2 }],
		...fields,
	};
}

/** Creates an order and gives the answer. */
export async function create(
	client: AxiosInstance,
	customerOrderNumber: string,
	fields: Record<string, unknown> = {},
): Promise<AxiosResponse> {
	return await client.post(ordersEndpoint, orderBody(customerOrderNumber, fields));
}

/** Creates an order that must be taken, and gives its Ingram number. */
export async function created(
	client: AxiosInstance,
	customerOrderNumber: string,
	fields: Record<string, unknown> = {},
): Promise<string> {
	const { status, data } = await create(client, customerOrderNumber, fields);
	expect([201, 207]).toContain(status);
	return String(data.orders[0].ingramOrderNumber);
}

/** Creates an order on customer hold. */
export async function held(client: AxiosInstance, customerOrderNumber: string): Promise<string> {
	return await created(client, customerOrderNumber, {
		additionalAttributes: on('allowOrderOnCustomerHold'),
	});
}

export async function details(client: AxiosInstance, number: string): Promise<AxiosResponse> {
	return await client.get(`${orderDetailsEndpoint}/${number}`);
}

export async function searchFor(client: AxiosInstance, query: string): Promise<AxiosResponse> {
	return await client.get(`${orderSearchEndpoint}?${query}`);
}
