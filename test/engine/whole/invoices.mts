import { WHOLE_FILTERS } from '../../nodes/IngramMicroInvoices/invoiceFilters.mts';
import { byInvoiceNumber, INVOICES } from '../invoices/support.mts';
import type { WholeCall } from './wholeCall.mts';

const numberOf: WholeCall['prepare'] = ({ xi }) => {
	xi.addOrders(1);
	return { number: xi.orders.at(-1)!.lines[0].invoiceNumbers[0] };
};

const details = {
	operation: 'get',
	invoice: byInvoiceNumber('={{ $json.number }}'),
	return: 'lines',
	output: 'raw',
};

export const invoices: readonly WholeCall[] = [
	{
		node: INVOICES,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 7,
			filters: WHOLE_FILTERS,
			sort: { orderby: 'InvoiceDate', direction: 'desc' },
		},
	},
	{
		node: INVOICES,
		parameters: {
			...details,
			operation: 'match',
			return: 'differences',
			compare: ['currency', 'fees', 'freight', 'price', 'quantity', 'tax'],
			tolerance: { amount: 0.05, percent: 1 },
		},
		prepare: numberOf,
	},
	...['v6.1', 'v6'].map(
		(version): WholeCall => ({
			node: INVOICES,
			parameters: {
				...details,
				additionalFields: { customerType: 'invoice', includeSerialNumbers: true },
				options: { version },
			},
			prepare: numberOf,
		}),
	),
];
