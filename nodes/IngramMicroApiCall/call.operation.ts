import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import {
	choice,
	type Field,
	json,
	quotedValue,
	refuseRounded,
	strictFlag,
	text,
	type Values,
	when,
} from '../shared/fields/field';
import {
	capitalPageAndSize,
	pageAndSize,
	pageNumberAndSize,
	paging,
} from '../shared/fields/paging';
import { isObject } from '../shared/records';
import { anyCall } from '../shared/operation';
import type { Paging, XiRequest } from '../shared/transport/request';
import { pageIn, rowsOf } from './answerRows';
import { callPath } from './callPath';
import { refuseOwnOperations, refusePaged } from './ownOperations';
import { queryParameters } from './queryParameters';
import { requestHeaders } from './requestHeaders';

/** Calls that XI refuses without a person for whom they are made. */
const FOR_A_PERSON = /\/(?:freightestimate|quotes\/(?:create|search)|returns\/create)$/i;
/** Orders that XI takes during its maintenance too. */
const TAKEN_AT_NIGHT = /^\/resellers\/v7\/orders$/i;

const PAGINGS: Readonly<Record<string, Paging>> = {
	pageNumber: pageNumberAndSize,
	page: pageAndSize,
	capitalPage: capitalPageAndSize,
};
const PAGED = Object.keys(PAGINGS);

/** What goes out as it is: an object or a list, of which no digit was lost. */
const bodyJson: Field<object | undefined> = {
	...json('Body', {
		placeholder: 'e.g. { "products": [] }',
		description:
			'What is sent with the call, as JSON by Ingram Micro’s names. It goes out as it is.',
	}),
	read(value, label, reading) {
		const read = json('Body', {}).read(value, label, reading);
		if (read === undefined) return undefined;
		if (!isObject(read)) {
			throw new BadInput(`${label} is ${quotedValue(read)}; an object or a list is expected`);
		}
		refuseRounded(read, label);
		return read;
	},
};

const parameters = {
	method: choice(
		'Method',
		[
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
		{
			default: 'GET',
			description:
				'How the call is made. A GET is made again when Ingram Micro is busy, all else is sent once. As the tool of an AI agent GET only.',
		},
	),
	path: callPath('Path', {
		placeholder: 'e.g. /resellers/v6/…',
		description:
			'The path of the call as Ingram Micro documents it, from /resellers/ on, without a host and without a query',
	}),
	queryParameters,
	headers: requestHeaders,
	body: when({ method: ['DELETE', 'PATCH', 'POST', 'PUT'] }, bodyJson),
	sendUnchecked: when(
		{ method: ['DELETE', 'PATCH', 'POST', 'PUT'] },
		strictFlag('Send Without Checks', {
			default: false,
			description:
				'Whether to send calls that order, quote or return as well. Nothing checks them, and nothing looks whether they were done.',
		}),
	),
	pages: choice(
		'Pages',
		[
			{ name: 'Not Paged', value: 'none', description: 'Make the call once' },
			{
				name: 'Page and Size',
				value: 'page',
				description: 'As the searches of renewals and returns take a page',
			},
			{
				name: 'Page and Size in Capitals',
				value: 'capitalPage',
				description: 'As the search of deals takes a page',
			},
			{
				name: 'Page Number and Page Size',
				value: 'pageNumber',
				description: 'As the searches of products, orders, quotes and invoices take a page',
			},
		],
		{
			default: 'none',
			description:
				'How the call takes a page of a list, to have all pages read and an item a record',
		},
	),
	returnAll: when({ pages: PAGED }, paging.returnAll),
	limit: { ...paging.limit, ...when({ pages: PAGED, returnAll: [false] }, paging.limit) },
	listName: when(
		{ pages: PAGED },
		text('List Name', {
			placeholder: 'e.g. orders',
			description: 'The name of the list in the answer. Needed only if the answer holds several.',
		}),
	),
};

type Params = Values<typeof parameters>;

/** Names of a page, which the loop counts, must not stand in the query as well. */
function refuseOwnPage({ number, size }: Paging, query: object): void {
	const own = [number, size].map((name) => name.toLowerCase());
	const name = Object.keys(query).find((one) => own.includes(one.toLowerCase()));
	if (name === undefined) return;
	throw new BadInput(
		`'Query Parameters' holds ${name}, and 'Pages' counts the pages already`,
		'Remove it, or set Pages to Not Paged',
	);
}

function requestOf({
	method,
	path: at,
	queryParameters: query,
	headers,
	...params
}: Params): XiRequest {
	if (params.sendUnchecked !== true) refuseOwnOperations(method, at);
	const own = PAGINGS[params.pages];
	if (own) {
		refusePaged(method, at);
		refuseOwnPage(own, query);
	}
	return {
		method,
		path: at.path,
		pathValues: at.pathValues,
		query,
		...(Object.keys(headers).length > 0 && { headers }),
		...(params.body !== undefined && { body: params.body }),
		nothingFound: [204],
		emptyAnswer: true,
		textAnswer: true,
		...(FOR_A_PERSON.test(at.path) && { needsCustomerContact: true }),
		...(method === 'POST' && TAKEN_AT_NIGHT.test(at.path) && { takenAtNight: true }),
	};
}

/** XI documentation: "Request and Response", and the page of the call that is made. */
export const call = anyCall({
	option: {
		name: 'Make API Call',
		value: 'call',
		action: 'Make API call',
		description:
			'Make a call of the Reseller API for which there is no operation, with the headers, limits and retries that operations have',
	},
	forModels: [
		'Path is that of a call as Ingram Micro documents it, with its numbers filled in. Query Parameters are texts. Body is JSON by Ingram Micro’s names. Limit is the most entries to give.',
	],
	parameters,
	mayChange: ({ method }) => method !== 'GET',
	request: requestOf,
	paging: ({ pages }) => PAGINGS[pages],
	page: (answer, { listName }) => pageIn(answer, listName),
	rows: (answer, status): IDataObject[] => rowsOf(answer, status),
});
