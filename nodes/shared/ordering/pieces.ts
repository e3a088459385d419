import type { IDataObject } from 'n8n-workflow';

import { cleanIdentifier } from '../invisible';
import { numberIn } from '../number';
import { isNoDate } from '../tidy';
import { clean } from '../transport/errors';

const DAY_MS = 86_400_000;
/** The day of a date as XI documents it. */
const DAY = /^\d{4}-\d\d-\d\d/;

/** How many pieces of each product were sent, by its number, and have not been seen yet. */
export type Wanted = Map<string, number>;

/** A line as it was sent. Of several numbers of its product the first of these counts. */
interface SentLine {
	readonly ingramPartNumber?: string;
	readonly vendorPartNumber?: string;
	readonly customerPartNumber?: string;
	readonly planid?: string;
	readonly quantity: number | string;
}

export const upper = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number'
		? cleanIdentifier(String(value)).text.toUpperCase()
		: '';

/** The number by which a line was asked for, in capitals. */
export const partOf = (line: SentLine): string =>
	upper(line.ingramPartNumber ?? line.vendorPartNumber ?? line.customerPartNumber ?? line.planid);

/** The pieces that lines ask for. */
export function wantedIn(lines: readonly SentLine[] = []): Wanted {
	const wanted: Wanted = new Map();
	for (const line of lines) {
		wanted.set(partOf(line), (wanted.get(partOf(line)) ?? 0) + Number(line.quantity));
	}
	return wanted;
}

/**
 * Whether a day of XI's is the one of sending or later, give or take what clocks and time zones
 * differ. What is no day for certain counts as recent, since what is called old is bought again: XI's
 * year 1, which means none, and forms that may be read in two ways, as 05/11/2026.
 */
export function isRecent(date: unknown, sentAt: Date): boolean {
	const [given] = (typeof date === 'string' && DAY.exec(date.trim())) || [''];
	const day = isNoDate(given) ? NaN : Date.parse(given);
	return Number.isNaN(day) || day >= sentAt.getTime() - 2 * DAY_MS;
}

/** The numbers of a found line's product, in capitals; none where it is a comment. */
const partsOf = (line: IDataObject): string[] =>
	[line.ingramPartNumber, line.vendorPartNumber, line.customerPartNumber]
		.map(upper)
		.filter((part) => part !== '');

/** How many pieces a line has; NaN where that cannot be read: no sum with it is one, nor equals any. */
const quantityOf = (line: IDataObject): number =>
	numberIn(line.quantityOrdered ?? line.quantity) ?? NaN;

/**
 * The products among found lines that were wanted; undefined where they hold something that was not,
 * another number of pieces, or one that cannot be read: XI takes a line whole or not at all.
 */
export function productsIn(lines: readonly IDataObject[], wanted: Wanted): string[] | undefined {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const parts = partsOf(line);
		// Comments are lines too, without a product.
		if (parts.length === 0) continue;
		const part = parts.find((one) => wanted.has(one));
		if (part === undefined) return undefined;
		pieces.set(part, (pieces.get(part) ?? 0) + quantityOf(line));
	}
	const same = [...pieces].every(([part, count]) => wanted.get(part) === count);
	return same && pieces.size > 0 ? [...pieces.keys()] : undefined;
}

/** What found lines hold besides what was wanted, and what of it they lack, a text each. */
export function differencesIn(orders: readonly IDataObject[], wanted: Wanted): string[] {
	const found = new Map<string, number>([...wanted.keys()].map((part) => [part, 0]));
	const unread: string[] = [];
	for (const { lines, ingramOrderNumber } of orders) {
		if (!Array.isArray(lines)) {
			unread.push(`the lines of ${clean(ingramOrderNumber) ?? 'one of them'} could not be read`);
			continue;
		}
		for (const line of lines as IDataObject[]) {
			const parts = partsOf(line);
			if (parts.length === 0) continue;
			const part = parts.find((one) => wanted.has(one)) ?? parts[0];
			found.set(part, (found.get(part) ?? 0) + quantityOf(line));
		}
	}
	const differing = [...found].flatMap(([part, count]) => {
		const asked = wanted.get(part);
		if (asked === count) return [];
		if (Number.isNaN(count)) {
			return [`${part}: how many could not be read`];
		}
		if (asked === undefined) return [`${part} × ${count} was not asked for`];
		return [count === 0 ? `${part} × ${asked} is missing` : `${part} × ${count}, not × ${asked}`];
	});
	return [...unread, ...(unread.length < orders.length ? differing : [])];
}
