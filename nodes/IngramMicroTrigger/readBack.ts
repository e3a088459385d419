import type { IDataObject } from 'n8n-workflow';

import {
	detailsOf as orderDetails,
	orderSearch,
	type OrderSearchAnswer,
} from '../shared/xi/orders/order';
import { matchAnswers, type PriceAndAvailabilityEntry } from '../shared/xi/matchAnswers';
import { isFound, priceRequest } from '../shared/xi/prices';
import { MOST_PRODUCTS } from '../shared/xi/productAsk';
import {
	detailsOf as quoteDetails,
	quoteSearch,
	type QuoteSearchAnswer,
} from '../shared/xi/quotes';
import type { Ask } from '../shared/operation';
import { XiFailure } from '../shared/transport/failure';
import { pageOf } from '../shared/transport/request';
import { listIn, wordsOf } from '../shared/errors';
import { isRecord } from '../shared/records';

/** What came of asking Ingram Micro about a resource. */
export type Confirmation =
	/** What Ingram Micro itself says of it now, whole. */
	| { readonly confirmed: true; readonly current: IDataObject }
	/** Why it could not be asked, as a sentence. */
	| { readonly confirmed: false; readonly confirmationNote: string };

/** Ingram Micro does not know what the event is about. */
export const UNKNOWN = 'unknown';
export type Verdict =
	| typeof UNKNOWN
	| {
			readonly confirmation: Confirmation;
			/** It could not be asked just now: the same delivery may be confirmed later. */
			readonly notNow?: true;
	  };

/** A delivery holds one order as a rule; each costs a call of the 60 that a minute has. */
const MOST_NUMBERS = 10;
/** What may stand in a number of XI's. What has anything else in it names nothing. */
const PLAUSIBLE = /^[\w-]{1,50}$/;

const yes = (current: IDataObject): Verdict => ({ confirmation: { confirmed: true, current } });
const no = (confirmationNote: string): Verdict => ({
	confirmation: { confirmed: false, confirmationNote },
});

/** What is said where no clear answer came. */
export const notNow = (confirmationNote: string): Verdict => ({
	confirmation: { confirmed: false, confirmationNote },
	notNow: true,
});

/** What is said where a call failed. */
export const couldNotAsk = (error: unknown): Verdict =>
	notNow(`Ingram Micro could not be asked: ${wordsOf(error)}`);

/** The two ways in which the trigger asks. */
export interface Reads {
	readonly ask: Ask;
	/** Not tried again when XI says that it is out of order: it says so of what it does not know, too. */
	readonly askOnce: Ask;
}

/** Details as they came. */
const asItCame = (details: IDataObject): IDataObject => details;

/** Order and quote numbers are told apart by their letters and digits alone. */
const plain = (number: unknown): string =>
	typeof number === 'string' || typeof number === 'number'
		? String(number)
				.replace(/[^0-9a-z]/gi, '')
				.toUpperCase()
		: '';

/** XI answered, and not that it is busy or out of order: it may mean that there is no such thing. */
const mayMeanUnknown = (error: unknown): boolean =>
	error instanceof XiFailure && ['refused', 'serverFault'].includes(error.details.reason);

/** How a thing is read back. */
interface Way {
	/** Its details; undefined where XI says that there is no such thing. */
	details(): Promise<IDataObject | undefined>;
	/** Whether a search finds it. */
	isKnown(): Promise<boolean>;
	/** Whether these are the details of it, and not of something else. */
	isThis(details: IDataObject): boolean;
}

/**
 * Reads one thing back by its number. XI may answer 500 for a number that it does not know, so where
 * its details are refused a search decides; if that finds it, the details are asked for once more.
 */
async function readBack(number: string | null, way: Way): Promise<Verdict> {
	if (number === null || !PLAUSIBLE.test(number)) return UNKNOWN;
	try {
		return judged(number, await way.details(), way);
	} catch (error) {
		if (!mayMeanUnknown(error)) return couldNotAsk(error);
	}
	return (await way.isKnown()) ? judged(number, await way.details(), way) : UNKNOWN;
}

function judged(number: string, current: IDataObject | undefined, way: Way): Verdict {
	if (current === undefined) return UNKNOWN;
	return isRecord(current) && way.isThis(current)
		? yes(current)
		: notNow(`Ingram Micro was asked for ${number} and answered with something else`);
}

/** The number of an order, and the customer's for it, as an event or an answer of XI has them. */
interface Numbers {
	readonly ingramOrderNumber?: unknown;
	readonly customerOrderNumber?: unknown;
}

const SAP_NUMBER = /^(\d{8,12})(?:-\w{2})?$/;

/** The digits of a number of a country whose orders run on SAP, without the part of the order. */
const sapNumber = (number: unknown): string | undefined =>
	SAP_NUMBER.exec(String(number).trim())?.[1].replace(/^0+/, '');

/** A number with dashes, as 20-RD128, or of a part of such an order. */
const isDashed = (number: unknown): boolean =>
	/^\w{2}-\w{5}(?:-\w{2})?$/.test(String(number).trim());

const poOf = ({ customerOrderNumber }: Numbers): string =>
	typeof customerOrderNumber === 'string' || typeof customerOrderNumber === 'number'
		? String(customerOrderNumber).trim().toUpperCase()
		: '';

/**
 * Whether both name the same order; one of them may name a part of it. In countries that run on SAP an
 * order has a number with dashes and one of digits alone, and XI uses now this and now that: of two such
 * the customer's number decides.
 */
function isOrder(one: Numbers, other: Numbers): boolean {
	const [a, b] = [one, other].map(({ ingramOrderNumber }) => ingramOrderNumber);
	const [plainA, plainB] = [plain(a), plain(b)];
	if (plainA === plainB) return plainA !== '';
	const [digits, otherDigits] = [sapNumber(a), sapNumber(b)];
	if (digits !== undefined && otherDigits !== undefined) return digits === otherDigits;
	if ((digits !== undefined && isDashed(b)) || (otherDigits !== undefined && isDashed(a))) {
		return poOf(one) !== '' && poOf(one) === poOf(other);
	}
	return plainA !== '' && plainB !== '' && (plainA.startsWith(plainB) || plainB.startsWith(plainA));
}

async function isKnownOrder(ask: Ask, numbers: Numbers & { ingramOrderNumber: string }) {
	const { ingramOrderNumber } = numbers;
	const { call, paging, page } = orderSearch;
	const request = pageOf({ ...call, query: { ingramOrderNumber } }, paging, 1, paging.maxSize);
	const found = await ask(request, (answer: OrderSearchAnswer) =>
		page(answer).rows.some((order) => isOrder(order, numbers)),
	);
	return found === true;
}

async function isKnownQuote(ask: Ask, number: string): Promise<boolean> {
	const request = { ...quoteSearch.call, query: { quoteNumber: number } };
	const found = await ask(request, (answer: QuoteSearchAnswer) =>
		quoteSearch.page(answer).rows.some(({ quoteNumber }) => plain(quoteNumber) === plain(number)),
	);
	return found === true;
}

/** An order that an event says to be there now. */
interface NamedOrder {
	readonly ingramOrderNumber: string | null;
	readonly customerOrderNumber: string | null;
}

/** What Ingram Micro is asked for, by the numbers that an event has. */
export type AskedFor =
	/** All of them, or it is not confirmed. */
	| { readonly orders: readonly NamedOrder[] }
	| { readonly quote: string | null }
	/** By its Ingram part number. */
	| { readonly product: string | null }
	/** Why it cannot be asked, as a sentence. */
	| { readonly nothing: string };

/** Everything that a delivery asks for, each number once. */
export class Readings {
	private readonly readings = new Map<string, Promise<Verdict>>();
	private readonly skus: string[];
	private products?: Promise<Map<string, Verdict>>;

	constructor(
		private readonly reads: Reads,
		all: readonly AskedFor[],
	) {
		const named = all.flatMap((one) => ('product' in one ? [one.product] : []));
		this.skus = [...new Set(named)].filter(
			(sku) => sku !== null && PLAUSIBLE.test(sku),
		) as string[];
	}

	/** @param one of those that the delivery asks for */
	async of(one: AskedFor): Promise<Verdict> {
		if ('nothing' in one) return no(one.nothing);
		if ('product' in one) return await this.product(one.product);
		if ('quote' in one) return await this.quote(one.quote);
		return await this.orders(one.orders);
	}

	private async once(key: string, read: () => Promise<Verdict>): Promise<Verdict> {
		const known = this.readings.get(key);
		if (known) return await known;
		if (this.readings.size >= MOST_NUMBERS) {
			return no(`Of one delivery at most ${MOST_NUMBERS} numbers are read back`);
		}
		const reading = read();
		this.readings.set(key, reading);
		return await reading;
	}

	private async order(named: NamedOrder): Promise<Verdict> {
		const { ingramOrderNumber } = named;
		const known = ingramOrderNumber ?? '';
		return await this.once(JSON.stringify([known, poOf(named)]), () =>
			readBack(ingramOrderNumber, {
				details: () => this.reads.askOnce(orderDetails(known), asItCame),
				isKnown: () => isKnownOrder(this.reads.ask, { ...named, ingramOrderNumber: known }),
				isThis: (details) => isOrder(details, named),
			}),
		);
	}

	/** An asynchronous request may have become several orders: all of them, or it is not confirmed. */
	private async orders(named: readonly NamedOrder[]): Promise<Verdict> {
		const verdicts = await Promise.all(named.map((one) => this.order(one)));
		if (verdicts.every((verdict) => verdict === UNKNOWN)) return UNKNOWN;
		if (verdicts.length === 1) return verdicts[0];
		const current: IDataObject[] = [];
		for (const [position, verdict] of verdicts.entries()) {
			if (verdict === UNKNOWN) {
				return no(`Ingram Micro does not know the order ${named[position].ingramOrderNumber}`);
			}
			const { confirmation } = verdict;
			if (!confirmation.confirmed) return verdict;
			current.push(confirmation.current);
		}
		return yes({ orders: current });
	}

	private async quote(number: string | null): Promise<Verdict> {
		const known = number ?? '';
		return await this.once(JSON.stringify(['quote', known]), () =>
			readBack(number, {
				details: () => this.reads.askOnce(quoteDetails(known), asItCame),
				isKnown: () => isKnownQuote(this.reads.ask, known),
				isThis: ({ quoteNumber }) => plain(quoteNumber) === plain(known),
			}),
		);
	}

	private async product(sku: string | null): Promise<Verdict> {
		if (sku === null || !PLAUSIBLE.test(sku)) return UNKNOWN;
		if (this.skus.length > MOST_PRODUCTS) {
			return no(
				`The event is about ${this.skus.length} products, and Ingram Micro tells at most ${MOST_PRODUCTS} at once`,
			);
		}
		this.products ??= this.readProducts();
		return (await this.products).get(sku) ?? UNKNOWN;
	}

	private async readProducts(): Promise<Map<string, Verdict>> {
		const asks = this.skus.map((value) => ({ by: 'ingramPartNumber' as const, value }));
		const wanted = { includeAvailability: true, includePricing: true };
		const rows = await this.reads.ask(
			priceRequest(asks, wanted, {}),
			(answer: PriceAndAvailabilityEntry[]) => listIn(answer, 'list of products'),
		);
		const matches = matchAnswers(rows ?? [], asks);
		return new Map(
			matches.map((match, position): [string, Verdict] => {
				if ('problem' in match) return [asks[position].value, notNow(match.problem)];
				return [asks[position].value, isFound(match.row) ? yes(match.row) : UNKNOWN];
			}),
		);
	}
}
