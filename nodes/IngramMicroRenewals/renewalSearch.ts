import type { IDataObject } from 'n8n-workflow';

import { unwrapped } from '../shared/unwrapped';
import type { XiRequest } from '../shared/transport/request';

/** A renewal as the search lists it. */
export interface FoundRenewal extends IDataObject {
	renewalId?: number | string | null;
	customerOrderNumber?: string | null;
	/** The number of a notification or of a quote. */
	referenceNumber?: string | null;
	endUser?: string | null;
	vendor?: string | null;
	/** Day and time, `yyyy-MM-ddTHH:mm:ss`. */
	expirationDate?: string | null;
	renewalValue?: number | string | null;
	status?: string | null;
}

interface RenewalList {
	recordsFound?: number | string | null;
	renewals?: FoundRenewal[] | null;
}

/** The answer of a search: in XI's schema an object, in its sample the only entry of a list. */
export type RenewalSearchAnswer = RenewalList | RenewalList[];

/**
 * POST /resellers/v6/renewals/search. XI documentation: "Search Renewals".
 *
 * A search, though it is a POST: it changes nothing and may be repeated. The body goes out as an
 * object, as the schema has it; in XI's sample it is the only entry of a list, as its answers and
 * errors are in theirs. How it says that nothing was found is in no document: an empty list, or what
 * XI's other searches say.
 */
export const renewalSearch = (
	query: NonNullable<XiRequest['query']>,
	body: object = {},
): XiRequest => ({
	method: 'POST',
	path: '/resellers/v6/renewals/search',
	query,
	body,
	nothingFound: [204, 404],
});

/** What was found; undefined where the answer is an empty list. */
export const foundIn = (answer: RenewalSearchAnswer): RenewalList | undefined =>
	unwrapped<RenewalList>(answer);
