/*
 * What the model of an AI agent has to know of what it is asked for, where several operations ask for it.
 * n8n gives the model the name of a parameter and what a person wrote beside it, and nothing that stands
 * in the form. The names are those of the form, which n8n makes its own of.
 */

/** Every date: also where a form shows a time. */
export const DAYS = 'Dates are days such as 2026-03-31.';

export const ONE_ORDER =
	'Order is one order a call: its Ingram order number, such as 20-RC1RD, or its purchase order (PO) number.';

export const ONE_QUOTE = 'Quote is one quote number a call, such as QUO-10926-Y8G1B3.';

export const ONE_INVOICE = 'Invoice is one invoice number a call, such as 40-DPJ17-11.';

export const ONE_PRODUCT =
	'Product is one part number a call, as a rule Ingram Micro’s own (SKU), such as 4A0036; no name or words.';

/** Where a number keeps an order from being placed twice. */
export const PO =
	'Customer Order Number is the purchase order (PO) number that the person gave: never make one up, and never choose another to get past a refusal.';

/** Lines of products, each with how many: the same in orders, quotes and estimates. */
export const linesAsJson = (name: string): string =>
	`${name} holds any number of them, as in [{"ingramPartNumber":"4A0036","quantity":2}].`;

export const QUANTITY = 'Quantity is a whole number of pieces.';

export const PRODUCT_OF_LINE =
	'Product is the one product of that line: a part number of Ingram Micro’s (SKU), such as 4A0036; no name or words.';

export const ADDRESS = 'In addresses, State and Country Code are codes such as MA and US.';
