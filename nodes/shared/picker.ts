import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isLastPage, unseen } from './answer';
import { asError } from './errors';
import { options } from './fields/options';
import { cleanIdentifier } from './invisible';
import { ask } from './loop/call';
import { errorFor } from './loop/itemError';
import type { Ask } from './operation';
import { pickerLine } from './pickerLine';
import { isObject } from './records';
import { tidy } from './tidy';
import type { AccountOverrides, XiCredential } from './transport/account';
import { pageOf, type Wanted, type XiRequest, type XiSearch } from './transport/request';
import { CREDENTIAL } from './transport/send';

// Any list behind From List. What a person typed becomes the searches that may find it, and each record a
// line with the value that is stored.

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
			overrides: overridesIn(context),
			repeatable: true,
			maxWaitMs: MAX_WAIT_MS,
			timeoutMs: TIMEOUT_MS,
		};
		return await ask(context, request, settings, read);
	} catch (error) {
		throw errorFor(context.getNode(), { failure: asError(error) });
	}
}

/** The same for an operation that reads by itself what the editor shows. */
export const asking =
	(context: ILoadOptionsFunctions): Ask =>
	async (request, read) =>
		await lookUp(context, request, read);

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

/** How a record stands in a list. */
export interface Shown<Row> {
	/** Its number, which is what is picked and how its line begins. A record without one is not shown. */
	number(record: Row): string | number | null | undefined;
	/** What else is known of it, for its line: what tells it from others first. */
	line(record: Row): readonly unknown[];
	/** Its date, where the latest are to come first: no document says in which order XI lists them. */
	date?(record: Row): string | null | undefined;
}

const timeOf = (date: string | null | undefined): number => Date.parse(date ?? '') || 0;

/** The records of a page as lines of a list, each line once. */
export function pickerLines<Row>(
	records: readonly Row[],
	{ number, line, date }: Shown<Row>,
): INodeListSearchResult['results'] {
	const ordered = date
		? [...records].sort((one, other) => timeOf(date(other)) - timeOf(date(one)))
		: records;
	return ordered
		.flatMap((record) => {
			const value = number(record);
			return value ? [{ name: pickerLine(value, line(record)), value: String(value) }] : [];
		})
		.filter(unseen());
}

interface ShownPage {
	results: INodeListSearchResult['results'];
	/** Whether there is no page behind it. */
	ends: boolean;
}

async function pageShown<Row, Answer>(
	context: ILoadOptionsFunctions,
	search: XiSearch<Row, Answer>,
	wanted: Wanted,
	page: number,
	shown: Shown<Row>,
): Promise<ShownPage> {
	const request = pageOf({ ...search.call, ...wanted }, search.paging, page, PAGE_SIZE);
	const found = await lookUp(context, request, (answer: IDataObject | IDataObject[]): ShownPage => {
		// Blanks behind a number would go out with it, and a date of the year 1 is none.
		const { rows, recordsFound } = search.page(tidy(answer) as Answer);
		return {
			results: pickerLines(rows, shown),
			ends: isLastPage(rows.length, recordsFound, page, PAGE_SIZE),
		};
	});
	return found ?? { results: [], ends: true };
}

/**
 * The list behind a From List: page after page as the user scrolls, of what the first of several
 * searches finds that finds anything. Which of them the list is on stands in the token of its next page.
 *
 * @param wanted what a text may be searched by, the likelier first
 */
export const pickerOf = <Row, Answer>(
	search: XiSearch<Row, Answer>,
	wanted: (filter: string) => readonly Wanted[],
	shown: Shown<Row>,
) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const searches = wanted(typed(filter));
		const [begun, first] = (paginationToken ?? '0:1').split(':').map(Number);
		for (let position = begun; position < searches.length; position++) {
			const page = position === begun ? first : 1;
			const { results, ends } = await pageShown(this, search, searches[position], page, shown);
			if (results.length === 0 && page === 1 && position + 1 < searches.length) continue;
			return { results, ...(!ends && { paginationToken: `${position}:${page + 1}` }) };
		}
		return { results: [] };
	};
