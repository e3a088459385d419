import { locator, required } from './field';

/** The order numbers of countries whose orders run on SAP: digits alone, as in XI's own sample. */
export const SAP_ORDER_NUMBER = /^\d{8,12}$/;

/** How Ingram Micro writes the number of an order, or of one of its parts. It goes out as given. */
export const ORDER_NUMBER = {
	pattern: /^([0-9A-Z]{2}-[0-9A-Z]{5}(-[0-9A-Z]{2})?|\d{8,12})$/i,
	words:
		'an Ingram Micro order number with its dashes, such as 20-RD128 or 20-RD128-11, or 8 to 12 digits without any, such as 7059827143',
} as const;

/** An order, picked from a live search or named by Ingram Micro's number. May stay empty. */
export const order = locator('Order', {
	format: ORDER_NUMBER,
	search: 'searchOrders',
	listPlaceholder: 'Select an order...',
	byNumber: {
		name: 'ingramOrderNumber',
		// n8n cuts off all but a short name here.
		displayName: 'By No.',
		placeholder: 'e.g. 20-RD128',
	},
	description:
		'The order, picked from the latest ones, found by your purchase order (PO) number, or given by its Ingram Micro order number',
});

/** The same, where the operation cannot do without it. */
export const requiredOrder = required(order, 'Pick an order, or give its Ingram Micro number');
