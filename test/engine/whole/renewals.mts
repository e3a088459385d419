import { range } from '../../nodes/support.mts';
import type { WholeCall } from './wholeCall.mts';

const node = 'ingramMicroRenewals';

export const renewals: readonly WholeCall[] = [
	{
		node,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 10,
			filters: {
				customerOrderNumber: 'PO-1',
				endDate: range('2026-11-03', '2026-11-04'),
				endUser: 'STARK',
				expirationDate: range('2026-11-07', '2026-11-08'),
				ingramPurchaseOrderNumber: '20-RD128',
				invoiceDate: range('2026-11-05', '2026-11-06'),
				serialNumber: '9517647541',
				sort: 'expirationDate',
				startDate: range('2026-11-01', '2026-11-02'),
				status: 'Closed',
				subStatus: 'Lost to competitior',
				vendor: 'HP',
			},
		},
	},
	{
		node,
		parameters: {
			operation: 'get',
			renewal: { __rl: true, mode: 'renewalId', value: '={{ $json.renewal }}' },
			return: 'products',
		},
		prepare: ({ xi }) => ({ renewal: xi.addRenewals(1)[0] }),
	},
];
