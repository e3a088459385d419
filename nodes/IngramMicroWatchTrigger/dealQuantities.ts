import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { UnexpectedAnswer } from '../shared/errors';
import { plain } from '../shared/comparing';
import { caught } from '../shared/loop/call';
import { isRecord, recordsOf } from '../shared/records';
import { type DealDetailsAnswer, dealDetailsOf, type FoundDeal } from '../shared/xi/deals';
import { isLasting } from './outages';
import { isForLater, isOfAll, type Polling } from './rounds';
import { isWanted, type Told } from './watchChanges';
import { identityOf, textIn, type WatchedKind, type WatchSettings } from './watchedKind';
import { markOf } from './watchState';

/*
 * The pieces that are left of deals. Their search does not tell, so the deals are read one by one, those
 * first that were not read for the longest time.
 */

/** Of the 60 calls that XI allows a minute. */
const MOST_READS = 50;
/** Deals that XI does not give, after which it is not asked for more. */
const MOST_FAILURES = 3;
const MINUTE_MS = 60_000;
const MARK = 8;
/** Of the state, of which the deals themselves need some too. */
const MOST_CHARACTERS = 150_000;

interface Left {
	readonly pieces: number;
	/** How often it was told. */
	readonly times: number;
}

interface KnownDeal {
	/** In minutes since 1970; 0: never. */
	readonly readAt: number;
	/** It was there at first, and its first reading tells nothing. */
	readonly isOld: boolean;
	/** By a short mark of the product. */
	readonly left: ReadonlyMap<string, Left>;
}

const short = (number: number): string => number.toString(36);

/** `mark readAt products`, without blanks but for those between deals. */
function textOf(mark: string, { readAt, isOld, left }: KnownDeal): string {
	const products = [...left].map(
		([one, { pieces, times }]) => `${one}${short(pieces)}${times > 0 ? `!${short(times)}` : ''}`,
	);
	return `${mark}${short(readAt)}${isOld ? '?' : ''}:${products.join(',')}`;
}

function dealIn(entry: string): readonly [string, KnownDeal] {
	const [begin, products] = entry.slice(MARK).split(':');
	const left = (products ?? '').split(',').filter((one) => one !== '');
	return [
		entry.slice(0, MARK),
		{
			readAt: parseInt(begin, 36),
			isOld: begin.endsWith('?'),
			left: new Map(
				left.map((one) => {
					const [pieces, times = '0'] = one.slice(4).split('!');
					return [
						one.slice(0, 4),
						{ pieces: parseInt(pieces, 36), times: parseInt(times, 36) },
					] as const;
				}),
			),
		},
	];
}

/**
 * Deals as one text. Where it would get too long, what is left of a product is kept only where it was told;
 * the others are told with nothing for before.
 */
function written(deals: ReadonlyMap<string, KnownDeal>, below: number): string {
	const whole = [...deals].map(([mark, deal]) => textOf(mark, deal)).join(' ');
	if (whole.length <= MOST_CHARACTERS) return whole;
	const entries = [...deals].map(([mark, deal]) =>
		textOf(mark, {
			...deal,
			left: new Map([...deal.left].filter(([, { pieces, times }]) => pieces < below || times > 0)),
		}),
	);
	let size = 0;
	return entries.filter((entry) => (size += entry.length + 1) <= MOST_CHARACTERS).join(' ');
}

const dealsIn = (text: string): Map<string, KnownDeal> =>
	new Map(
		text
			.split(' ')
			.filter((entry) => entry !== '')
			.map(dealIn),
	);

/**
 * What tells a deal from the others here. It is read by its number and its manufacturer, whatever its end:
 * one that is extended has what it had.
 */
const dealOf = ({ dealId, vendor }: FoundDeal): string => identityOf(dealId, vendor);

/** The products of a deal, each with what tells it from the others, also where XI gives it no number. */
function productsIn({
	products,
}: DealDetailsAnswer): Array<{ identity: string; product: IDataObject }> {
	const times = new Map<string, number>();
	return recordsOf(products, 'list of products').map((product) => {
		const numbers = [product.ingramPartNumber, product.vendorPartNumber, product.upc];
		const own = identityOf(
			...numbers,
			...(numbers.every((one) => textIn(one) === undefined) ? [product.productDescription] : []),
		);
		const time = (times.get(own) ?? 0) + 1;
		times.set(own, time);
		return { identity: time === 1 ? own : identityOf(own, time), product };
	});
}

/** What is left of the products of a deal, held against what is known. */
function looked(
	deal: FoundDeal,
	answer: DealDetailsAnswer,
	known: KnownDeal,
	kind: WatchedKind,
	below: number,
): { told: Told[]; left: Map<string, Left> } {
	const left = new Map<string, Left>();
	const told: Told[] = [];
	const sighting = { ...kind.sighting(deal), identity: dealOf(deal) };
	for (const { identity, product } of productsIn(answer)) {
		const pieces = numberIn(product.remainingQuantity);
		if (pieces === undefined) continue;
		const mark = markOf(identity).slice(0, 4);
		const before = known.left.get(mark);
		const isOut = pieces < below && !(before !== undefined && before.pieces < below);
		const times = (before?.times ?? 0) + (isOut ? 1 : 0);
		left.set(mark, { pieces: Math.max(0, Math.floor(pieces)), times });
		if (!isOut || (known.isOld && before === undefined)) continue;
		told.push({
			change: 'runningOut',
			before: before?.pieces ?? null,
			after: pieces,
			parts: [identity, times],
			sighting,
			record: { ...deal, product },
		});
	}
	return { told, left };
}

/** What is left of a deal; an answer that cannot be read is as good as none. */
const read = async (
	{ ask }: Polling,
	deal: FoundDeal,
	known: KnownDeal,
	kind: WatchedKind,
	below: number,
) =>
	await caught(
		async () =>
			await ask(
				dealDetailsOf(plain(deal.dealId), plain(deal.vendor) || undefined),
				(answer: DealDetailsAnswer) => {
					if (!isRecord(answer)) throw new UnexpectedAnswer('deal');
					return looked(deal, answer, known, kind, below);
				},
			),
	);

/** How much is known. */
interface DealsPast {
	/** What was remembered; undefined: nothing is known, and what is there is not told. */
	readonly text?: string;
	/** The first round of searches is not over. */
	readonly isFirst: boolean;
	/** The searches of this poll listed all deals there are. */
	readonly isWhole: boolean;
}

/** What came of reading deals. */
export interface ReadDeals {
	readonly told: Told[];
	readonly notes: string[];
	/** What is to be remembered of them. */
	readonly text: string;
}

/**
 * Reads the details of deals, as far as the calls and the time of a poll go.
 *
 * @param deals those that the searches of this poll listed
 * @throws what the reads throw, where the first of them all fail
 */
export async function readQuantities(
	deals: readonly FoundDeal[],
	kind: WatchedKind,
	settings: WatchSettings & { readonly startWithExisting: boolean },
	polling: Polling,
	{ text, isFirst, isWhole }: DealsPast,
): Promise<ReadDeals> {
	const isSilent = (text === undefined || isFirst) && !settings.startWithExisting;
	const before = dealsIn(text ?? '');
	const listed = new Map<string, { deal: FoundDeal; known: KnownDeal }>();
	for (const deal of deals) {
		const { ends } = kind.sighting(deal);
		if (plain(deal.dealId) === '' || (ends !== undefined && ends < polling.today)) continue;
		const mark = markOf(dealOf(deal));
		const known = before.get(mark) ?? { readAt: 0, isOld: isSilent, left: new Map<string, Left>() };
		listed.set(mark, { deal, known });
	}
	const queue = [...listed]
		.filter(([, { deal }]) => isWanted(deal, kind.sighting(deal), kind, settings))
		.map((one) => ({ one, isTroubled: polling.troubled.has(one[0]) }))
		.sort(
			(a, b) =>
				Number(a.isTroubled) - Number(b.isTroubled) ||
				a.one[1].known.readAt - b.one[1].known.readAt,
		);
	const told: Told[] = [];
	const notes: string[] = [];
	const readAt = Math.floor(polling.now / MINUTE_MS);
	const after = new Map([...listed].map(([mark, { known }]) => [mark, known] as const));
	const failures: Error[] = [];
	let successes = 0;
	/** One that XI did not give before must not keep the others from being read. */
	const readLast = (mark: string, known: KnownDeal): void => {
		after.set(mark, { ...known, readAt });
		polling.troubled.add(mark);
	};
	for (const {
		one: [mark, { deal, known }],
		isTroubled,
	} of queue.slice(0, MOST_READS)) {
		if (!polling.hasTime()) break;
		const done = await read(polling, deal, known, kind, settings.belowQuantity);
		if ('failure' in done) {
			const { failure } = done;
			if (isForLater(failure)) break;
			readLast(mark, known);
			failures.push(failure);
			const isEnough = failures.length >= MOST_FAILURES;
			const isOfOwn = isTroubled && isLasting(failure);
			if (isOfAll(failure) || (isEnough && successes === 0 && !isOfOwn)) throw failure;
			notes.push(`The deal ${plain(deal.dealId)} could not be read: ${failure.message}`);
			if (isEnough) break;
			continue;
		}
		successes += 1;
		polling.troubled.delete(mark);
		const { left = known.left } = done.value ?? {};
		told.push(...(done.value?.told ?? []));
		after.set(mark, {
			readAt,
			isOld: false,
			left: left.size > 0 ? left : known.left,
		});
	}
	const kept = isWhole ? after : new Map([...before, ...after]);
	return { told, notes, text: written(kept, settings.belowQuantity) };
}
