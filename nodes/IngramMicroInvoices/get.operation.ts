import { choice, collection, optionalChoice, optionalFlag } from '../shared/fields/field';
import {
	type InvoiceAnswer,
	invoiceDetails,
	noInvoice,
	requiredInvoice,
} from '../shared/xi/invoices';
import { apiVersion, optionsWith } from '../shared/fields/options';
import { read } from '../shared/operation';
import { ONE_INVOICE } from '../shared/forModels';
import type { XiRequest } from '../shared/transport/request';
import { UnexpectedAnswer } from '../shared/errors';
import { linesOf, serialsOf } from './invoiceRows';
import { invoiceOutput } from './output';

/**
 * What the older call takes for its header `version`, which it requires: "version of codebase", says
 * XI's portal, at most 10 characters, and no value is documented (its sample repeats a customer
 * number). So it is the version of the call.
 */
const VERSION_HEADER = { version: '6' };

/** Reads an invoice. The two versions also spell the name of the number in the path in two ways. */
const detailsOf = (invoice: string, version: 'v6' | 'v6.1' = 'v6.1'): XiRequest =>
	version === 'v6'
		? {
				...noInvoice,
				method: 'GET',
				path: '/resellers/v6/invoices/{invoicenumber}',
				pathValues: { invoicenumber: invoice },
				headers: VERSION_HEADER,
			}
		: invoiceDetails(invoice);

/**
 * XI documentation: "Get Invoice Details v6.1". In the answer of the older call, v6, each name begins
 * with a capital.
 */
export const get = read({
	option: {
		name: 'Get Invoice',
		value: 'get',
		action: 'Get invoice',
		description: 'Read an invoice: its lines, prices, tax, charges and serial numbers',
	},
	forModels: [ONE_INVOICE],
	parameters: {
		invoice: requiredInvoice,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Line',
					value: 'lines',
					description:
						'With the numbers of the invoice on each, and a key that stays the same. Freight, fees and tax are items too, so that all add up to the amount due.',
				},
				{
					name: 'One Item per Serial Number',
					value: 'serialNumbers',
					description:
						'With the line of each, and a key that stays the same. Lines without serial numbers are left out, unless none has any.',
				},
				{
					name: 'One Item per Invoice',
					value: 'invoice',
					description: 'With the list of its lines',
				},
			],
			{ default: 'invoice', description: 'What each output item stands for' },
		),
		additionalFields: collection(
			'Additional Fields',
			{
				customerType: optionalChoice(
					'Number Is Of',
					[
						{ name: 'Invoice', value: 'invoice' },
						{ name: 'Order', value: 'order' },
					],
					{
						default: 'invoice',
						description:
							'What the number given as the invoice is the number of. With Order, Ingram Micro finds the invoice of that order.',
					},
				),
				includeSerialNumbers: optionalFlag('Include Serial Numbers', {
					default: true,
					description:
						'Whether the lines come with their serial numbers. One Item per Serial Number asks for them in any case.',
				}),
			},
			{ addLabel: 'Add field' },
		),
		options: optionsWith({ version: apiVersion }),
	},
	output: invoiceOutput,
	request: ({
		invoice,
		return: wanted,
		additionalFields: { customerType, includeSerialNumbers },
		options: { version },
	}) => ({
		...detailsOf(invoice, version),
		query: {
			customerType,
			includeSerialNumbers: wanted === 'serialNumbers' ? true : includeSerialNumbers,
		},
	}),
	rows: (answer: InvoiceAnswer, { invoice, return: wanted }) => {
		if (Array.isArray(answer)) throw new UnexpectedAnswer('invoice');
		if (wanted === 'lines') return linesOf(answer, invoice);
		return wanted === 'serialNumbers' ? serialsOf(answer, invoice) : [answer];
	},
	ifNothing: ({ invoice, additionalFields: { customerType } }) =>
		customerType === 'order'
			? `Ingram Micro has no invoice for order ${invoice}`
			: `Ingram Micro has no invoice ${invoice}`,
});
