import { WHOLE_RENEWAL_FILTERS } from '../termsSupport.mts';
import type { WholeCall } from './wholeCall.mts';

const node = 'ingramMicroRenewals';

export const renewals: readonly WholeCall[] = [
	{
		node,
		parameters: {
			operation: 'getMany',
			returnAll: false,
			limit: 10,
			filters: WHOLE_RENEWAL_FILTERS,
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
