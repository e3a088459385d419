import { LINE, PLACE } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { byCaseNumber, RETURNS, WHOLE_RETURN_FILTERS } from '../returns/support.mts';
import type { WholeCall } from './wholeCall.mts';

const WHOLE_PLACE = {
	...PLACE,
	addressLine2: 'DOCK 2',
	addressLine3: 'GATE 3',
	phoneNumber: '6105400202',
};

export const returns: readonly WholeCall[] = [
	{
		node: RETURNS,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 7,
			filters: WHOLE_RETURN_FILTERS,
			sort: { sort: 'desc', sortingColumnName: 'createdOn' },
		},
	},
	{
		node: RETURNS,
		parameters: { operation: 'get', returnCase: byCaseNumber('={{ $json.number }}') },
		prepare: ({ xi }) => ({ number: xi.addReturns(1)[0] }),
	},
	{
		node: RETURNS,
		parameters: {
			operation: 'create',
			referenceNumber: 'RMA-1',
			lines: {
				line: [
					{
						...LINE,
						invoiceNumber: '={{ $json.invoiceNumber }}',
						invoiceDate: '={{ $json.invoiceDate }}',
						ingramPartNumber: {
							__rl: true,
							mode: 'vendorPartNumber',
							value: '={{ $json.vendorPartNumber }}',
						},
						additionalFields: {
							billToAddressId: '000',
							customerOrderNumber: 'SEED-1',
							notes: 'The box is damaged',
							serialNumber: '={{ $json.serialNumber }}',
							shipFromInfo: JSON.stringify(WHOLE_PLACE),
						},
					},
					{
						...LINE,
						invoiceNumber: '={{ $json.otherInvoiceNumber }}',
						invoiceDate: '={{ $json.invoiceDate }}',
						ingramPartNumber: '={{ $json.ingramPartNumber }}',
					},
				],
			},
			shipFromInfo: PLACE,
		},
		prepare: ({ xi }) => {
			const part = xi.products.find(
				({ authorized, discontinued, kind }) => authorized && !discontinued && kind === 'physical',
			)!;
			xi.addOrders(2, { ingramPartNumber: part.ingramPartNumber });
			const [other, { lines, createdAt }] = xi.orders.slice(-2);
			return {
				invoiceNumber: lines[0].invoiceNumbers[0],
				otherInvoiceNumber: other.lines[0].invoiceNumbers[0],
				invoiceDate: createdAt.toISOString().slice(0, 10),
				ingramPartNumber: part.ingramPartNumber,
				vendorPartNumber: part.vendorPartNumber,
				serialNumber: lines[0].serialNumbers[0],
			};
		},
	},
];
