import type { Problem } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { dateMessage, isDate, type QueryValues } from '../../query.mts';
import { bareNumber } from '../../state/invoices.mts';
import { creditOf, reasonOf, returnStatuses, valueOf, type Return } from '../../state/returns.mts';
import { day, stamp } from '../orders/parts.mts';
import { pageOf } from '../paging.mts';
import { linkTo } from './createReturn.mts';
import { returnReasons } from './returnReasons.mts';

const text = { kind: 'text' } as const;

const query = {
	caseRequestNumber: text,
	invoiceNumber: text,
	returnClaimId: text,
	referenceNumber: text,
	ingramPartNumber: text,
	vendorPartNumber: text,
	'returnStatus-in': text,
	'claimStatus-in': text,
	'createdOn-bt': text,
	'modifiedOn-bt': text,
	'returnReason-in': text,
	page: { kind: 'integer', min: 1, max: 100_000_000 },
	size: { kind: 'integer', min: 1, max: 100 },
	sort: text,
	sortingColumnName: text,
} as const;

type Query = QueryValues<typeof query>;
type Test = (one: Return) => boolean;

/**
 * Search returns: `GET /resellers/v6/returns/search`, newest first.
 *
 * Assumptions: texts must be equal, in any case; a list is one text with commas between, so that a
 * reason with a comma stands alone; a range is two days in one text with a comma between; what it
 * sorts by is not documented, and changes nothing; nothing found is an empty list.
 */
export const searchReturns = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/returns/search',
	errors: 'traceid',
	query,
	check: ({ query: sent }) => [
		...listProblems('returnStatus-in', sent, returnStatuses),
		...listProblems('claimStatus-in', sent, returnStatuses),
		...listProblems('returnReason-in', sent, returnReasons),
		...rangeProblems('createdOn-bt', sent),
		...rangeProblems('modifiedOn-bt', sent),
	],
	handle: ({ world, customer, query: sent }) => {
		world.clock.catchUp();
		const tests = testsOf(sent);
		const found = world.returns.of(customer).filter((one) => tests.every((test) => test(one)));
		// The list is oldest first.
		const { records, counters, hasNext } = pageOf(world, found.toReversed(), {
			page: sent.page,
			size: sent.size,
		});
		const { pageNumber, pageSize } = counters;
		const link = (number: number): string =>
			`/resellers/v6/returns/search?page=${number}&size=${pageSize}`;
		return {
			status: 200,
			body: {
				...counters,
				returnsClaims: records.map(record),
				nextPage: hasNext ? link(pageNumber + 1) : null,
				previousPage: pageNumber > 1 ? link(pageNumber - 1) : null,
			},
		};
	},
});

type ListName = 'returnStatus-in' | 'claimStatus-in' | 'returnReason-in';
type RangeName = 'createdOn-bt' | 'modifiedOn-bt';

/** The entries of a list in one text; a value that holds a comma itself can only stand alone. */
function entriesOf(value: string | undefined, known: readonly string[]): string[] {
	if (value === undefined) return [];
	return known.includes(value) ? [value] : value.split(',');
}

function listProblems(field: ListName, sent: Query, known: readonly string[]): Problem[] {
	const value = sent[field];
	const wrong = entriesOf(value, known).filter((entry) => !known.includes(entry));
	return wrong.map((entry) => ({ field, value: entry, message: 'Not one of the known values' }));
}

function rangeProblems(field: RangeName, sent: Query): Problem[] {
	const value = sent[field];
	if (value === undefined) return [];
	const [first = '', last = '', ...others] = value.split(',');
	return isDate(first) && isDate(last) && first <= last && others.length === 0
		? []
		: [{ field, value, message: dateMessage }];
}

function testsOf(sent: Query): Test[] {
	const tests: Test[] = [];
	const equal = (wanted: string | undefined, textOf: (one: Return) => string): void => {
		if (wanted === undefined) return;
		tests.push((one) => textOf(one).toUpperCase() === wanted.toUpperCase());
	};
	const oneOf = (
		value: string | undefined,
		known: readonly string[],
		textOf: (one: Return) => string,
	): void => {
		const entries = entriesOf(value, known);
		if (entries.length > 0) tests.push((one) => entries.includes(textOf(one)));
	};
	const within = (value: string | undefined, timeOf: (one: Return) => number): void => {
		const [first, last] = value?.split(',') ?? [];
		if (first === undefined || last === undefined) return;
		tests.push((one) => first <= day(timeOf(one)) && day(timeOf(one)) <= last);
	};
	equal(sent.caseRequestNumber, ({ caseRequestNumber }) => caseRequestNumber);
	equal(sent.invoiceNumber && bareNumber(sent.invoiceNumber), ({ invoice }) =>
		bareNumber(invoice.invoiceNumber),
	);
	equal(sent.returnClaimId, ({ claimId }) => claimId);
	equal(sent.referenceNumber, ({ referenceNumber }) => referenceNumber);
	equal(sent.ingramPartNumber, ({ bought }) => bought.line.goods.ingramPartNumber);
	equal(sent.vendorPartNumber, ({ bought }) => bought.line.goods.vendorPartNumber);
	oneOf(sent['returnStatus-in'], returnStatuses, ({ status }) => status);
	oneOf(sent['claimStatus-in'], returnStatuses, ({ status }) => status);
	oneOf(sent['returnReason-in'], returnReasons, reasonOf);
	within(sent['createdOn-bt'], ({ createdAt }) => createdAt);
	within(sent['modifiedOn-bt'], ({ modifiedAt }) => modifiedAt);
	return tests;
}

function record(one: Return): Record<string, unknown> {
	return {
		returnClaimId: one.claimId,
		caseRequestNumber: one.caseRequestNumber,
		createdOn: stamp(one.createdAt),
		type: 'Claim',
		returnReason: reasonOf(one),
		referenceNumber: one.referenceNumber,
		estimatedTotalValue: valueOf(one),
		credit: creditOf(one) ?? null,
		modifiedOn: stamp(one.modifiedAt),
		// In capitals here, and not in the details.
		status: one.status.toUpperCase(),
		links: [linkTo(one.caseRequestNumber)],
	};
}
