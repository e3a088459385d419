import { UnexpectedAnswer } from '../shared/errors';
import { choice, choices, collection, isBlank, optionalAmount } from '../shared/fields/field';
import { match as matchOf } from '../shared/operation';
import { ONE_INVOICE } from '../shared/forModels';
import { isRecord } from '../shared/records';
import { invoiceDetails, requiredInvoice } from '../shared/xi/invoices';
import { detailsOf, UNKNOWN_ORDER } from '../shared/xi/orders/order';
import { atAnyCase } from './anyCase';
import type { Compared, Rules } from './differences';
import { invoicedOf } from './matchedInvoice';
import { matchInvoices, orderToMatch } from './matching';
import { matchOutput } from './matchOutput';
import { differenceRows, invoiceRow, wholeOrderNumber } from './matchRows';

const COMPARED: Array<{ name: string; value: Compared; description: string }> = [
	{
		name: 'Currency',
		value: 'currency',
		description: 'Amounts of two currencies are never compared, even without it',
	},
	{
		name: 'Fees',
		value: 'fees',
		description: 'Each fee, and what is due beyond all that the invoice tells of',
	},
	{ name: 'Freight', value: 'freight', description: 'Of all invoices of an order together' },
	{ name: 'Price', value: 'price', description: 'Of one piece, and of all pieces of a line' },
	{
		name: 'Quantity',
		value: 'quantity',
		description: 'Invoiced against shipped and ordered',
	},
	{
		name: 'Tax',
		value: 'tax',
		description: 'Leave it out where your orders come without the tax that invoices have',
	},
];

const compared = choices('Compare', COMPARED, {
	default: COMPARED.map(({ value }) => value),
	description: 'What to compare besides the products',
});

/** Only what a person takes out is not compared: an expression that gives nothing takes nothing out. */
const compare: typeof compared = {
	...compared,
	read(value, label, reading) {
		const entries: unknown[] = [value].flat(Infinity);
		const isNothing = entries.length > 0 && entries.every(isBlank);
		return compared.read(isNothing ? undefined : value, label, reading);
	},
};

/**
 * An invoice held against its order. XI's details of an order name the invoice of each shipment, so
 * that a part of an order is held against what left with it.
 *
 * XI documentation: "Get Invoice Details v6.1", "Get Order Details v6.1".
 */
export const match = matchOf({
	option: {
		name: 'Match Invoice',
		value: 'match',
		action: 'Match invoice',
		description:
			'Compare an invoice with its order: products, quantities, prices, freight, fees, tax and currency',
	},
	forModels: [ONE_INVOICE, 'Tolerances are amounts in the invoice’s currency.'],
	parameters: {
		invoice: requiredInvoice,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Difference',
					value: 'differences',
					description:
						'Each with a key that stays the same. An invoice without any is one item as well.',
				},
				{
					name: 'One Item per Invoice',
					value: 'invoice',
					description: 'Whether it matches, with the list of its differences',
				},
			],
			{ default: 'invoice', description: 'What each output item stands for' },
		),
		compare,
		tolerance: collection(
			'Tolerance',
			{
				amount: optionalAmount('Amount', {
					description:
						'Differences of a line or charge up to this amount, in the currency of the invoice, do not count. Quantities and products always do.',
				}),
				percent: optionalAmount('Percent', {
					description:
						'Differences up to this part of what was ordered do not count. If there is an amount too, both have to hold.',
				}),
			},
			{ addLabel: 'Add tolerance', description: 'By how much an amount may differ' },
		),
	},
	output: matchOutput,
	request: ({ invoice }) => invoiceDetails(invoice),
	read(body, { invoice }) {
		if (!isRecord(body)) throw new UnexpectedAnswer('invoice');
		return invoicedOf(body as Parameters<typeof invoicedOf>[0], invoice);
	},
	against({ answer, number }) {
		const order =
			wholeOrderNumber(
				atAnyCase(answer, 'ingramOrderNumber') ?? atAnyCase(answer, 'orderNumber'),
			) ?? wholeOrderNumber(number);
		if (order === undefined) return undefined;
		return { ...detailsOf(order), nothingFound: [204, 404], remedies: UNKNOWN_ORDER };
	},
	readOther: orderToMatch,
	match(entries, order) {
		const matched = matchInvoices(
			entries.map(({ answer, params }) => ({ invoiced: answer, rules: rulesOf(params) })),
			order,
		);
		return matched.map((one, position) =>
			entries[position].params.return === 'differences'
				? differenceRows(one, order)
				: [invoiceRow(one, order)],
		);
	},
	ifNothing: ({ invoice }) => `Ingram Micro has no invoice ${invoice}`,
});

const rulesOf = ({
	compare,
	tolerance,
}: {
	compare: Compared[];
	tolerance: { amount?: number; percent?: number };
}): Rules => ({ compare: new Set(compare), ...tolerance });
