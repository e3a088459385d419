import { defineOperation } from '../../operation.mts';
import type { Deal } from '../../state/deals.mts';
import { dayTime, fits, pageOf } from '../paging.mts';

/**
 * Search deals: `GET /resellers/v6/deals/search`. Filters narrow.
 *
 * Assumptions: texts must be equal, in any case; nothing found is an empty list, since no document
 * has another answer for it.
 */
export const searchDeals = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/deals/search',
	query: {
		endUser: { kind: 'text' },
		vendor: { kind: 'text' },
		dealId: { kind: 'text' },
		Size: { kind: 'integer', min: 1, max: 100 },
		Page: { kind: 'integer', min: 1, max: 100_000_000 },
	},
	handle: ({ world, customer, query: sent }) => {
		const found = world.deals
			.of(customer)
			.filter(
				({ dealId, vendorName, endUser }) =>
					fits(sent.dealId, dealId) && fits(sent.vendor, vendorName) && fits(sent.endUser, endUser),
			);
		const { records, counters, hasNext } = pageOf(world, found, {
			page: sent.Page,
			size: sent.Size,
		});
		// As broken as the sample: the path of a host inside.
		const link = (page: number): string =>
			`/bids/v1/special-bidsB2B?Size=${counters.pageSize}&Page=${page}`;
		return {
			status: 200,
			body: {
				...counters,
				deals: records.map(record),
				nextPage: hasNext ? link(counters.pageNumber + 1) : null,
				previousPage: counters.pageNumber > 1 ? link(counters.pageNumber - 1) : null,
			},
		};
	},
});

function record({ dealId, version, endUser, vendorName, expiresAt }: Deal): object {
	return {
		dealId,
		version,
		endUser,
		vendor: vendorName,
		dealExpiryDate: dayTime(expiresAt),
		links: {
			topic: 'Deals',
			href: `/resellers/v6/deals/${dealId}?vendorName=${vendorName}`,
			type: 'GET',
		},
	};
}
