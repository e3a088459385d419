import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../answer';
import { locator, required } from '../fields/field';
import { pageAndSize } from '../fields/paging';
import { pickerOf } from '../picker';
import { amountShown, dayShown } from '../pickerLine';
import type { Wanted, XiSearch } from '../transport/request';

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
 * XI documentation: "Search Renewals".
 *
 * A search, though it is a POST: it changes nothing and may be repeated. The body goes out as an
 * object, as the schema has it; in XI's sample it is the only entry of a list, as its answers and
 * errors are in theirs. How it says that nothing was found is in no document: an empty list, or what
 * XI's other searches say.
 */
export const renewalSearch: XiSearch<FoundRenewal, RenewalSearchAnswer> = {
	call: { method: 'POST', path: '/resellers/v6/renewals/search', nothingFound: [204, 404] },
	paging: pageAndSize,
	page: (answer) => recordsIn(answer, 'renewals', 'list of renewals'),
};

/** A renewal, picked from a live search or named by its number. */
export const requiredRenewal = required(
	locator('Renewal', {
		format: { pattern: /^\d+$/, words: 'the number of a renewal, e.g. 4239056' },
		search: 'searchRenewals',
		listPlaceholder: 'Select a renewal...',
		byNumber: { name: 'renewalId', displayName: 'By ID', placeholder: 'e.g. 4239056' },
		description:
			'The renewal, picked by end user, manufacturer or order number, or given by its number at Ingram Micro',
	}),
	'Pick a renewal, or give its number',
);

const wantedFor = (text: string): Wanted[] =>
	text === ''
		? [{ body: {} }]
		: [
				{ body: { endUser: text } },
				{ body: { vendor: text } },
				{ query: { customerOrderNumber: text }, body: {} },
				{ query: { serialNumber: text }, body: {} },
			];

/**
 * The list behind 'Renewal': all renewals, or those of the end user, the manufacturer, your order
 * number or the serial number.
 */
export const searchRenewals = pickerOf(renewalSearch, wantedFor, {
	number: ({ renewalId }) => renewalId,
	line: ({ endUser, vendor, expirationDate, status, renewalValue, customerOrderNumber }) => [
		endUser,
		vendor,
		expirationDate && `expires ${dayShown(expirationDate)}`,
		status,
		amountShown(renewalValue),
		customerOrderNumber && `PO ${customerOrderNumber}`,
	],
});
