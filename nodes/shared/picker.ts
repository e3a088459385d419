import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isLastPage, unseen, unwrapped } from './answer';
import { options } from './fields/options';
import { pageNumberAndSize } from './fields/paging';
import { cleanIdentifier } from './invisible';
import { errorFor } from './loop/itemError';
import type { Paging } from './operation';
import { isObject, recordsOf } from './records';
import { tidy } from './tidy';
import { accountHeaders, type AccountOverrides, type XiCredential } from './transport/account';
import type { XiRequest } from './transport/request';
import { CREDENTIAL, send } from './transport/send';
import { asError } from './errors';

/** A person is waiting in the editor: no long patience. */
const TIMEOUT_MS = 20_000;
const MAX_WAIT_MS = 10_000;

/**
 * Makes a call for a list in the editor, for the account that the node's Options name. Expressions
 * there cannot be resolved while editing, so such an option falls back to the credential.
 *
 * @returns undefined where XI said that there is nothing
 */
export async function lookUp<Body>(
	context: ILoadOptionsFunctions,
	request: XiRequest,
): Promise<Body | undefined> {
	try {
		const credential = await context.getCredentials<XiCredential>(CREDENTIAL);
		const answer = await send<Body>(context, request, {
			credential,
			headers: accountHeaders(credential, overridesIn(context), request.needsCustomerContact),
			repeatable: true,
			maxWaitMs: MAX_WAIT_MS,
			timeoutMs: TIMEOUT_MS,
		});
		return answer.body;
	} catch (error) {
		throw errorFor(context.getNode(), { failure: asError(error) });
	}
}

function overridesIn(context: ILoadOptionsFunctions): AccountOverrides {
	const given = context.getCurrentNodeParameter('options');
	const literal = Object.entries(isObject(given) ? given : {}).filter(
		([, value]) => !(typeof value === 'string' && value.startsWith('=')),
	);
	const {
		maxWaitSeconds: _,
		timeoutSeconds: __,
		...overrides
	} = options.read(Object.fromEntries(literal), "'Options'");
	return overrides;
}

const PAGE_SIZE = 50;

export type Query = NonNullable<XiRequest['query']>;

/** What a person typed into the search of a list, without what cannot be meant. */
export const typed = (filter = ''): string => cleanIdentifier(filter).text;

/** What a page of a search shows in a list. */
export interface ListPage {
	/** How many records the page holds, shown or not. */
	records: number;
	recordsFound?: unknown;
	results: INodeListSearchResult['results'];
}

/** One page of a list in the editor, which asks for the next one as the user scrolls. */
export async function listPage<Answer>(
	context: ILoadOptionsFunctions,
	request: XiRequest,
	page: number,
	read: (answer: Answer) => ListPage,
	paging: Paging = pageNumberAndSize,
): Promise<INodeListSearchResult> {
	const answer = await lookUp<Answer>(context, {
		...request,
		query: { ...request.query, [paging.number]: page, [paging.size]: PAGE_SIZE },
	});
	if (answer === undefined) return { results: [] };
	// Blanks behind a number would go out with it, and a date of the year 1 is none.
	const tidied = unwrapped(tidy(answer) as Answer | Answer[]);
	if (!isObject(tidied)) return { results: [] };
	const { records, recordsFound, results: all } = read(tidied);
	const results = all.filter(unseen());
	const ends = isLastPage(records, recordsFound, page, PAGE_SIZE);
	return { results, ...(!ends && { paginationToken: String(page + 1) }) };
}

/**
 * A list of what the first of several searches finds that finds anything. Which of them the list is
 * on stands in the token of its next page.
 *
 * @param requests the likelier first
 */
export async function firstThatFinds<Answer>(
	context: ILoadOptionsFunctions,
	requests: readonly XiRequest[],
	paginationToken: string | undefined,
	read: (answer: Answer) => ListPage,
	paging: Paging = pageNumberAndSize,
): Promise<INodeListSearchResult> {
	const [begun, page] = (paginationToken ?? '0:1').split(':').map(Number);
	for (const [position, request] of requests.entries()) {
		if (position < begun) continue;
		const { results, paginationToken: next } = await listPage(
			context,
			request,
			position === begun ? page : 1,
			read,
			paging,
		);
		if (results.length > 0 || page > 1) {
			return { results, ...(next && { paginationToken: `${position}:${next}` }) };
		}
	}
	return { results: [] };
}

/** The records that a page of a search lists: XI may send a single one as it is, and nulls between them. */
export const listed = <Row extends object>(
	rows: ReadonlyArray<Row | null> | null | undefined,
): Row[] => recordsOf(rows) as object[] as Row[];

/** The records of a list, the latest first: no document says in which order XI lists them. */
export function latestFirst<Row>(
	rows: readonly Row[],
	dateOf: (row: Row) => string | null | undefined,
): Row[] {
	const timeOf = (row: Row): number => Date.parse(dateOf(row) ?? '') || 0;
	return [...rows].sort((one, other) => timeOf(other) - timeOf(one));
}

/** What is known of a thing, for a line in a list. */
export const lineOf = (parts: readonly unknown[]): string =>
	parts
		.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
		.join(' – ');
