import { alphabetical } from '../shared/alphabetical';
import { BadInput } from '../shared/errors';
import { optionalChoice } from '../shared/fields/field';

type Status = 'Open' | 'Closed';

/**
 * XI's sub-statuses by its own words, which it spells as here ("competitior"), with the status that
 * they belong to and, where its words are no good for a list, a readable name.
 * XI documentation: "Search Renewals".
 */
const SUB_STATUSES = {
	All: { status: 'Closed', name: 'All Closed' },
	Cancelled: { status: 'Closed' },
	Consolidated: { status: 'Closed' },
	EOL: { status: 'Closed', name: 'End of Life' },
	'End user out of business': { status: 'Closed', name: 'End User Out of Business' },
	Expired: { status: 'Closed' },
	Future: { status: 'Open' },
	'Lost to competitior': { status: 'Closed', name: 'Lost to Competitor' },
	'Notification sent': { status: 'Open', name: 'Notification Sent' },
	Ordered: { status: 'Closed' },
	Other: { status: 'Closed' },
	'Quote closed-contract sales desk': {
		status: 'Closed',
		name: 'Quote Closed (Contract Sales Desk)',
	},
	'Quote pending': { status: 'Open', name: 'Quote Pending' },
	'Quote requested': { status: 'Open', name: 'Quote Requested' },
	'Ready to order': { status: 'Open', name: 'Ready to Order' },
	'Renewal went direct': { status: 'Closed', name: 'Renewal Went Direct' },
	'Transition to new/upsell': { status: 'Closed', name: 'Transition to New or Upsell' },
	'Transitioned to cloud': { status: 'Closed', name: 'Transitioned to Cloud' },
	Void: { status: 'Closed' },
} as const satisfies Record<string, { status: Status; name?: string }>;

type SubStatus = keyof typeof SUB_STATUSES;

const known: Readonly<Record<SubStatus, { status: Status; name?: string }>> = SUB_STATUSES;

const subStatusChoices = (Object.keys(known) as SubStatus[])
	.map((value) => {
		const { status, name = value } = known[value];
		return { name, value, description: `Of ${status.toLowerCase()} renewals` };
	})
	.sort((a, b) => alphabetical(a.name, b.name));

/** The two pickers. A sub-status needs no status, since it tells it. */
export const statusFilters = {
	status: optionalChoice<Status>(
		'Status',
		[
			{ name: 'Closed', value: 'Closed', description: 'Ordered, expired or lost' },
			{ name: 'Open', value: 'Open', description: 'Can still be renewed' },
		],
		{ default: 'Open', description: 'Only renewals that are open, or only those that are closed' },
	),
	subStatus: optionalChoice<SubStatus>('Sub-Status', subStatusChoices, {
		default: 'Ready to order',
		description: 'Only renewals in this state, which is part of being open or closed',
	}),
};

/**
 * The status filter of the body, with XI's misspelt name for it.
 *
 * @throws BadInput where the sub-status belongs to the other status
 */
export function statusBody({ status, subStatus }: { status?: Status; subStatus?: SubStatus }) {
	const own = subStatus === undefined ? undefined : known[subStatus];
	if (status !== undefined && own !== undefined && own.status !== status) {
		throw new BadInput(
			`'Sub-Status' in 'Filters' is "${own.name ?? subStatus}", which is one of ${own.status.toLowerCase()} renewals, and 'Status' is "${status}"`,
			'Remove Status, or choose a sub-status that belongs to it',
		);
	}
	const value = status ?? own?.status;
	return value === undefined ? undefined : { OpporutinyStatus: { value, subStatus } };
}
