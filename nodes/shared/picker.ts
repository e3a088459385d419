import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isLastPage, unseen, unwrapped } from './answer';
import { options } from './fields/options';
import { pageNumberAndSize } from './fields/paging';
import { cleanIdentifier } from './invisible';
import { ask } from './loop/call';
import { errorFor } from './loop/itemError';
import type { Ask, Paging } from './operation';
import { recordsOf } from './records';
import { tidy } from './tidy';
import { accountHeaders, type AccountOverrides, type XiCredential } from './transport/account';
import type { XiRequest } from './transport/request';
import { CREDENTIAL } from './transport/send';

/** A person is waiting in the editor: no long patience. */
const TIMEOUT_MS = 20_000;
const MAX_WAIT_MS = 10_000;

/**
 * Makes a call for a list in the editor, for the account that the node's Options name. Expressions
 * there cannot be resolved while editing, so such an option falls back to the credential.
 *
 * @returns undefined where XI said that there is nothing
 */
export async function lookUp<Body, Result>(
	context: ILoadOptionsFunctions,
	request: XiRequest,
	read: (body: Body) => Result,
): Promise<Result | undefined> {
	try {
		const credential = await context.getCredentials<XiCredential>(CREDENTIAL);
		const settings = {
			credential,
			headers: accountHeaders(credential, overridesIn(context), request.needsCustomerContact),
			repeatable: true,
			maxWaitMs: MAX_WAIT_MS,
			timeoutMs: TIMEOUT_MS,
		};
		return await ask(context, request, settings, read);
	} catch (error) {
		throw errorFor(context.getNode(), {
			failure: error instanceof Error ? error : new Error(String(error)),
		});
	}
}

/** The same for an operation that reads by itself what the editor shows. */
export const asking =
	(context: ILoadOptionsFunctions): Ask =>
	async (request, read) =>
		await lookUp(context, request, read);

function overridesIn(context: ILoadOptionsFunctions): AccountOverrides {
	const given = context.getCurrentNodeParameter('options');
	const literal = Object.entries(typeof given === 'object' && given !== null ? given : {}).filter(
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
	const shown = await lookUp(
		context,
		{
			...request,
			query: { ...request.query, [paging.number]: page, [paging.size]: PAGE_SIZE },
		},
		(answer: IDataObject | IDataObject[]) => {
			// Blanks behind a number would go out with it, and a date of the year 1 is none.
			const tidied = unwrapped(tidy(answer) as Answer | Answer[]);
			return typeof tidied === 'object' && tidied !== null ? read(tidied) : undefined;
		},
	);
	if (shown === undefined) return { results: [] };
	const results = shown.results.filter(unseen());
	const ends = isLastPage(shown.records, shown.recordsFound, page, PAGE_SIZE);
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
