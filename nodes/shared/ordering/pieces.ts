import type { IDataObject } from 'n8n-workflow';

import { cleanIdentifier } from '../invisible';
import { numberIn } from '../number';

const DAY_MS = 86_400_000;

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

const upper = (value: unknown): string =>
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
 * differ. What is no day counts as recent.
 */
export function isRecent(date: unknown, sentAt: Date): boolean {
	const day = typeof date === 'string' ? Date.parse(date.slice(0, 10)) : NaN;
	return Number.isNaN(day) || day >= sentAt.getTime() - 2 * DAY_MS;
}

/**
 * The products among found lines that were wanted; undefined where they hold something that was not,
 * or another number of pieces: XI takes a line whole or not at all.
 */
export function productsIn(lines: readonly IDataObject[], wanted: Wanted): string[] | undefined {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const parts = [line.ingramPartNumber, line.vendorPartNumber, line.customerPartNumber]
			.map(upper)
			.filter((part) => part !== '');
		// Comments are lines too, without a product.
		if (parts.length === 0) continue;
		const part = parts.find((one) => wanted.has(one));
		if (part === undefined) return undefined;
		const quantity = numberIn(line.quantityOrdered ?? line.quantity) ?? 0;
		pieces.set(part, (pieces.get(part) ?? 0) + quantity);
	}
	const same = [...pieces].every(([part, count]) => wanted.get(part) === count);
	return same && pieces.size > 0 ? [...pieces.keys()] : undefined;
}
