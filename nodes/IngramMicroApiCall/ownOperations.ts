import { BadInput } from '../shared/errors';
import type { XiCall } from '../shared/transport/request';
import type { CallPath } from './callPath';

type Method = XiCall['method'];

/** Words in a path that stand for what is bought, offered or sent back, in whatever version of the API. */
const OF_MONEY = /order|quote|return|rma|q2o|cart|purchase|checkout/;
/** Calls that read, though they are made by POST: searches, and what is asked about a quote. */
const READING =
	/^(?:search|validatequote|vendorrequiredinfo|priceandavailability|freightestimate)$/;
/** Test events, which buy nothing. */
const TEST_EVENTS = /^webhooks$/;
const VERSION = /^v\d/;

const ORDERS = 'the node Ingram Micro Orders';

/** The operation that does the same with its checks. */
function operationFor(method: Method, parts: readonly string[]): string {
	const has = (word: string): boolean => parts.some((part) => part.includes(word));
	const isNew = method === 'POST';
	if (has('q2o')) return 'Order Quote of the node Ingram Micro Quotes';
	if (has('order')) {
		if (method === 'DELETE') return `Cancel Order of ${ORDERS}`;
		if (!isNew) return `Modify Order or Release Order of ${ORDERS}`;
		return parts.includes('v7')
			? `Create Order Asynchronously of ${ORDERS}, or Order Quote of the node Ingram Micro Quotes`
			: `Create Order of ${ORDERS}`;
	}
	if (isNew && has('quote')) return 'Create Quote of the node Ingram Micro Quotes';
	if (isNew && (has('return') || has('rma')))
		return 'Create Return of the node Ingram Micro Returns';
	return 'the operation for it of one of the other nodes';
}

/**
 * Refuses a call that is made anew for each page, unless it certainly only searches: by any method but
 * a GET it would be sent as often as there are pages.
 *
 * @throws BadInput
 */
export function refusePaged(method: Method, { parts }: CallPath): void {
	if (method === 'GET') return;
	if (method === 'POST' && parts.at(-1)?.toLowerCase() === 'search') return;
	throw new BadInput(
		`'Pages' makes a call for each page, and ${method} /resellers/${parts.join('/')} may change something each time`,
		'Set Pages to Not Paged; all but a GET and a search by POST is sent once',
	);
}

/**
 * Refuses a call that buys, offers or sends back something: the operations check it, and never send it
 * twice. What a call does is told by its method and the words of its path, however they are spelt.
 *
 * @throws BadInput with the operation to use
 */
export function refuseOwnOperations(method: Method, { parts }: CallPath): void {
	if (method === 'GET') return;
	const words = parts.map((part) => part.toLowerCase());
	const named = words.filter((part) => !VERSION.test(part));
	if (TEST_EVENTS.test(named[0] ?? '')) return;
	if (method === 'POST' && READING.test(named.at(-1) ?? '')) return;
	if (!named.some((part) => OF_MONEY.test(part))) return;
	const operation = operationFor(method, words);
	throw new BadInput(
		`${method} /resellers/${parts.join('/')} may buy or change something, and nothing here checks it or looks whether it was done`,
		`Use ${operation}; or turn on Send Without Checks, which sends it as it is`,
	);
}
