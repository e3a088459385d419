import { normalStatus } from '../shared/dictionary';
import { returnSearchOutput } from '../shared/xi/returnOutput';
import { type FoundReturn, returnSearch } from '../shared/xi/returns';
import { dayIn, dayOf, identityOf, textIn, watched } from './watchedKind';
import { changesOf, returnFilters } from './watchFields';

const LOOK_BACK_DAYS = 3;
/** What was requested earlier than that is hardly open any more. */
const FIRST_DAYS = 365;

/**
 * Returns by the days on which they were requested and on which they changed: no document says whether
 * XI gives a new one a day of change. XI documentation: "Returns Search".
 */
export const returnChanged = watched<FoundReturn>({
	name: 'Returns',
	description: 'A return appears, or Ingram Micro decides on it',
	parameters: {
		changes: changesOf(
			[
				{ name: 'Appeared', value: 'appeared', description: 'There is a new return' },
				{
					name: 'Status Changed',
					value: 'statusChanged',
					description: 'For example, it was approved or denied',
				},
			],
			['appeared', 'statusChanged'],
		),
		filters: returnFilters,
	},
	output: returnSearchOutput,
	search: returnSearch,
	searches: ({ from, today, isFirst }) => {
		const last = dayOf(today + 1);
		return [
			{ query: { 'createdOn-bt': `${dayOf(isFirst ? today - FIRST_DAYS : from)},${last}` } },
			{ query: { 'modifiedOn-bt': `${dayOf(from)},${last}` } },
		];
	},
	sighting: ({ caseRequestNumber, returnClaimId, createdOn, modifiedOn, status }) => ({
		identity: identityOf(textIn(caseRequestNumber) ?? returnClaimId),
		day: dayIn(createdOn),
		status: normalStatus(status),
		changedAt: textIn(modifiedOn),
	}),
	// No document says that a return has one claim only.
	apart: ({ returnClaimId }) => textIn(returnClaimId),
	lookBack: () => LOOK_BACK_DAYS,
	olderOnesChanged: true,
	remembered: FIRST_DAYS + 30,
});
