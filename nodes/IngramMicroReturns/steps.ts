import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../shared/allPages';
import { pageAndSize } from '../shared/fields/paging';
import type { Sight, Steps } from '../shared/operation';
import type { XiRequest } from '../shared/transport/request';
import { recordsIn } from '../shared/searchAnswer';
import type { FoundReturn, ReturnAnswer, ReturnSearchAnswer } from './returnAnswers';
import type { ReturnBody } from './returnBody';
import { compared, type Candidate } from './sameReturn';

/** What XI has to say of no return is in no document; 404 is what its portal says of anything. */
const nothingFound = [204, 404];

/** GET /resellers/v6/returns/{caseRequestNumber}. XI documentation: "Returns Details". */
export const detailsOf = (caseRequestNumber: string): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6/returns/{caseRequestNumber}',
	pathValues: { caseRequestNumber },
	nothingFound,
});

/** The number under which Ingram Micro has a return; blank where it has none. */
export const numberOf = ({ caseRequestNumber }: IDataObject): string =>
	typeof caseRequestNumber === 'string' ? caseRequestNumber.trim() : '';

/** What was made, as sentences name it. Also tells returns apart, whichever call they come from. */
export const receiptOf = (row: IDataObject): string =>
	`return ${numberOf(row) || 'without number'}`;

const search = (query: Record<string, string>): Steps<FoundReturn[]> =>
	allPages<FoundReturn, ReturnSearchAnswer>(
		{ method: 'GET', path: '/resellers/v6/returns/search', query, nothingFound },
		pageAndSize,
		(answer) => recordsIn(answer, 'returnsClaims', 'list of returns'),
	);

/** Whether a return has this reference number. XI sends texts back in capitals in many places. */
export const hasReference = ({ referenceNumber }: IDataObject, wanted: string): boolean =>
	typeof referenceNumber === 'string' &&
	referenceNumber.trim().toUpperCase() === wanted.trim().toUpperCase();

/** The returns with exactly this reference number. */
export function* withReference(referenceNumber: string): Steps<FoundReturn[]> {
	const found = yield* search({ referenceNumber });
	return found.filter((row) => hasReference(row, referenceNumber));
}

/**
 * All returns that could be taken for one that is sent: those with its reference number, and those of
 * the invoices that it names, since no document says that XI keeps the reference as it was given.
 */
export function* rivalsOf(referenceNumber: string, { list }: ReturnBody): Steps<FoundReturn[]> {
	const invoices = new Map(
		list.map(({ invoiceNumber }) => [
			invoiceNumber.replaceAll('-', '').toUpperCase(),
			invoiceNumber,
		]),
	);
	const found = new Map<string, FoundReturn>();
	const keep = (rows: readonly FoundReturn[]): void => {
		for (const row of rows) found.set(numberOf(row), row);
	};
	keep(yield* withReference(referenceNumber));
	for (const invoiceNumber of invoices.values()) keep(yield* search({ invoiceNumber }));
	return [...found.values()];
}

/**
 * Looks for the returns that came of what was sent: they were not there before, and hold what was
 * sent.
 *
 * Relies on the loop to throw into the generator what made a request fail. A search that fails is not
 * caught: whether there is a return then stays open.
 *
 * @param known receipts of what was there before
 * @returns rows like those of a creation, one a return
 */
export function* lookForReturns(
	referenceNumber: string,
	body: ReturnBody,
	sentAt: Date,
	known: ReadonlySet<string>,
): Steps<Sight> {
	const candidates: Candidate[] = [];
	for (const row of yield* rivalsOf(referenceNumber, body)) {
		if (known.has(receiptOf(row))) continue;
		candidates.push({ row, details: yield* readDetails(numberOf(row)) });
	}
	return compared(candidates, { referenceNumber, body, sentAt });
}

/** The details of a return, or that they cannot be had. */
function* readDetails(caseRequestNumber: string): Steps<ReturnAnswer | undefined> {
	try {
		return (yield detailsOf(caseRequestNumber)) as ReturnAnswer | undefined;
	} catch {
		return undefined;
	}
}
