import { wrapped404 } from '../../errors.mts';
import { usualHeaders } from '../../headers.mts';
import { defineOperation, type Operation } from '../../operation.mts';
import type { Customer } from '../../options.mts';
import { bareNumber, invoicesOf, ordersBehind, type Invoice } from '../../state/invoices.mts';
import type { World } from '../../state/world.mts';
import { amountsOf } from '../orders/parts.mts';
import { invoiceAnswer, withCapitals } from './invoiceAnswer.mts';
import { asWanted } from './wrongInvoice.mts';

const query = {
	customerType: { kind: 'choice', values: ['invoice', 'order'] },
	includeSerialNumbers: { kind: 'boolean' },
} as const;

/** The longest number that the path takes. */
const longest = 12;

/**
 * An invoice by its number, with dashes or without. Assumption: without `customerType` the number is
 * an invoice's; of several invoices of an order, the latest is meant.
 */
function find(
	world: World,
	customer: Customer,
	number: string,
	isOrder: boolean,
): Invoice | undefined {
	const bare = bareNumber(number);
	return ordersBehind(world, customer, number)
		.flatMap((order) => invoicesOf(order, (one) => amountsOf(one).freight))
		.findLast(({ invoiceNumber, order, lines }) =>
			isOrder
				? [order.ingramOrderNumber, ...lines.map(({ line }) => line.subOrderNumber)].some(
						(one) => bareNumber(one) === bare,
					)
				: bareNumber(invoiceNumber) === bare,
		);
}

/**
 * Invoice details, v6.1 and v6.
 *
 * Assumptions: an invoice that does not exist is answered like a search that finds nothing in the
 * official sample, since neither call documents it; v6 spells each name with a capital.
 */
function detailsOperation(version: 'v6.1' | 'v6', parameter: string): Operation {
	return defineOperation({
		method: 'GET',
		endpoint: `/resellers/${version}/invoices/{${parameter}}`,
		headers: [
			...usualHeaders,
			'IM-ApplicationID',
			...(version === 'v6' ? (['version'] as const) : []),
		],
		query,
		check: ({ params }) => {
			const value = params[parameter] ?? '';
			return value.length > longest
				? [{ field: parameter, value, message: `At most ${longest} characters are allowed` }]
				: [];
		},
		handle: ({ world, customer, params, query: sent }) => {
			const number = params[parameter] ?? '';
			const invoice = find(world, customer, number, sent.customerType === 'order');
			if (!invoice) return wrapped404('id', number);
			const right = invoiceAnswer(world, invoice, sent.includeSerialNumbers === true);
			const answer = asWanted(world.quirks, invoice.invoiceNumber, right);
			return { status: 200, body: version === 'v6' ? withCapitals(answer) : answer };
		},
	});
}

/** Invoice details: `GET /resellers/v6.1/invoices/{invoiceNumber}`. */
export const invoiceDetails = detailsOperation('v6.1', 'invoiceNumber');

/** The call that v6.1 superseded: `GET /resellers/v6/invoices/{invoicenumber}`. */
export const invoiceDetailsV6 = detailsOperation('v6', 'invoicenumber');
