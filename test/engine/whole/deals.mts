import type { WholeCall } from './wholeCall.mts';

const node = 'ingramMicroDeals';
const deal = { __rl: true, mode: 'dealId', value: '={{ $json.deal }}' };

export const deals: readonly WholeCall[] = [
	{
		node,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 10,
			filters: { dealId: 'TEST-RESEU DISC', endUser: 'STARK', vendor: 'Cisco' },
		},
	},
	{
		node,
		parameters: {
			operation: 'get',
			deal,
			vendorName: '={{ $json.vendor }}',
			return: 'products',
		},
		prepare: async ({ xi, run }) => {
			const [dealId] = xi.addDeals(1, { prefix: 'WHOLE' });
			const [found] = await run(node, { operation: 'getMany', filters: { dealId } });
			return { deal: dealId, vendor: found.json.vendor };
		},
	},
	{
		node,
		parameters: { operation: 'get', deal },
		prepare: ({ xi }) => ({ deal: xi.addDeals(1, { prefix: 'LOOKED UP' })[0] }),
	},
];
