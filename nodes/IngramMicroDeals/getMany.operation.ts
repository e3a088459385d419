import { capitalPageAndSize } from '../shared/fields/paging';
import { collection, text } from '../shared/fields/field';
import { pagedRead } from '../shared/operation';
import { recordsIn } from '../shared/answer';
import { dealSearch, type DealSearchAnswer } from '../shared/xi/deals';
import { dealSearchOutput } from './output';

/**
 * GET /resellers/v6/deals/search: pages of at most 100, asked for with capitals (`Page`, `Size`),
 * which only XI's OpenAPI document lists. XI documentation: "Search Deals".
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Deals',
		value: 'getMany',
		action: 'Get many deals',
		description: 'Search your deals (special bids) by number, manufacturer or end user',
	},
	parameters: {
		filters: collection(
			'Filters',
			{
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
			},
			{ addLabel: 'Add filter' },
		),
	},
	output: dealSearchOutput,
	paging: capitalPageAndSize,
	request: ({ filters }) => dealSearch({ ...filters }),
	page: (answer: DealSearchAnswer) => recordsIn(answer, 'deals', 'list of deals'),
});
