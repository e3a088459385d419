import { filters, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { dealSearch } from '../shared/xi/deals';
import { dealSearchOutput } from '../shared/xi/dealOutput';

/** XI documentation: "Search Deals". Only XI's OpenAPI document lists how it takes a page. */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Deals',
		value: 'getMany',
		action: 'Get many deals',
		description: 'Search your deals (special bids) by number, manufacturer or end user',
	},
	forModels: ['Numbers and names are texts. Limit is the most deals to give.'],
	parameters: {
		filters: filters({
			dealId: text('Deal ID', {
				placeholder: 'e.g. 23456789',
				description: 'Only the deal with this number, which is that of the special bid',
			}),
			endUser: text('End User', {
				prose: true,
				placeholder: 'e.g. Example Ltd',
				description: 'Only deals for this company',
			}),
			vendor: text('Vendor', {
				prose: true,
				placeholder: 'e.g. Cisco',
				description: 'Only deals of this manufacturer',
			}),
		}),
	},
	output: dealSearchOutput,
	search: dealSearch,
	wanted: ({ filters }) => ({ query: { ...filters } }),
});
