import type { WholeCall } from './wholeCall.mts';

const node = 'ingramMicroApiCall';

export const apiCalls: readonly WholeCall[] = [
	{
		node,
		parameters: {
			operation: 'call',
			method: 'GET',
			path: '/resellers/v6/deals/search',
			queryParameters: { parameter: [{ name: 'vendor', value: 'Cisco' }] },
			headers: { header: [{ name: 'X-Trace', value: 'A1' }] },
			pages: 'capitalPage',
			returnAll: false,
			limit: 10,
			listName: 'deals',
		},
	},
	{
		node,
		parameters: {
			operation: 'call',
			method: 'POST',
			path: '/resellers/v6/catalog/priceandavailability',
			queryParameters: {
				parameter: ['includeAvailability', 'includePricing', 'includeProductAttributes'].map(
					(name) => ({ name, value: 'true' }),
				),
			},
			body: '{ "products": [{ "ingramPartNumber": "ABC" }] }',
			sendUnchecked: false,
		},
	},
];
