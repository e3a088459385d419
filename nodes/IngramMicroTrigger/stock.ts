import type { XiEvent } from './events';
import type { Wanted } from './eventItems';
import { text } from './valueReaders';

/** A part number as an event's products are told apart. */
export const productName = (partNumber: unknown): string | null =>
	text(partNumber)?.toUpperCase() ?? null;

/**
 * The product whose stock a resource is about, as the event names it; null for any other resource, and
 * where it names none.
 */
export const productOf = ({ resource, reported }: Wanted): string | null =>
	resource.event === 'stockUpdate'
		? productName((reported ?? resource.fields).ingramPartNumber)
		: null;

/**
 * A stock event may come in parts, each with the ID of the event and other products. In one body: of
 * entries with one ID the first counts, and of the others those products that none before has told.
 */
export function onceEach(wanted: readonly Wanted[]): Wanted[] {
	const firsts = new Map<string, XiEvent>();
	const tellers = new Map<string, XiEvent>();
	const stock = new Set(wanted.filter((one) => productOf(one) !== null).map(({ event }) => event));
	return wanted.filter((one) => {
		const { event } = one;
		const first = firsts.get(event.id) ?? event;
		firsts.set(event.id, first);
		const product = productOf(one);
		if (product === null) return event === first;
		const key = JSON.stringify([event.id, product]);
		const teller = tellers.get(key) ?? event;
		tellers.set(key, teller);
		return event === first || (teller === event && stock.has(first));
	});
}
