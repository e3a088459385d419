import { byQuoteNumber, QUOTES, WHOLE_END_USER } from '../quotes/support.mts';
import type { WholeCall } from './wholeCall.mts';

const DAY_MS = 86_400_000;
const dayAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Finding, reading and asking for quotes, with everything that these can send. */
export const READ_AND_CREATE_QUOTES: readonly WholeCall[] = [
	{
		node: QUOTES,
		parameters: {
			operation: 'getMany',
			filters: {
				endUserContact: 'JD Enterprises',
				quoteCreateDate: { range: { from: dayAgo(300), to: dayAgo(1) } },
				quoteName: 'Test Quote',
				quoteNumber: 'QUO-10985',
				specialBidNumber: '9638445-1880',
				status: 'Active',
				vendorName: 'Dell',
			},
			sort: { sortBy: 'lastModifiedDate', sortingOrder: 'asc' },
		},
	},
	{
		node: QUOTES,
		parameters: { operation: 'get', quote: byQuoteNumber('QUO-10926-Y8G1B3') },
	},
	{
		node: QUOTES,
		parameters: {
			operation: 'create',
			quoteName: 'Whole quote',
			products: {
				product: [
					{
						ingramPartNumber: 'DF4128',
						quantity: 2,
						additionalFields: {
							customerLineNumber: '1',
							lineLevelNotes: 'For room 12',
							pricingType: 'y',
							specialBid: '43426380',
						},
					},
					{
						ingramPartNumber: { __rl: true, mode: 'vendorPartNumber', value: '920-002555' },
						quantity: 1,
					},
				],
			},
			dealId: '7499800',
			endUserInfo: WHOLE_END_USER,
			additionalFields: {
				CustomerContact: 'jane@example.com',
				customerNeed: 'Ten keyboards',
				firstname: 'Jane',
				lastname: 'Doe',
				pricingType: 'y',
				quoteExpiryDate: '2099-04-30',
				sendQuoteCopy: ['a@example.com', 'b@example.com'],
			},
		},
	},
	{
		node: QUOTES,
		parameters: {
			operation: 'create',
			quoteName: 'Whole quote of a list',
			productsFrom: 'list',
			productsList: '[{ "ingramPartNumber": "DF4128", "quantity": 1 }]',
		},
	},
];
