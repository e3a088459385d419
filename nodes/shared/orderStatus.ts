import { recordsOf } from './records';

/** Words that mean the same, by the one that is compared with. */
const SAME: Readonly<Record<string, string>> = {
	canceled: 'cancelled',
	hold: 'on hold',
	'back ordered': 'backordered',
	'back order': 'backordered',
	backorder: 'backordered',
};

/**
 * A status word for comparing: XI writes the same one as "ON HOLD", "On Hold" and "im::hold", and
 * cancelled with one L or two.
 *
 * @returns lower case, with blanks between the words; undefined where there is no status
 */
export function normalStatus(status: unknown): string | undefined {
	if (typeof status !== 'string') return undefined;
	const word = status
		.trim()
		.toLowerCase()
		.replace(/^im\s*::?\s*/, '')
		.replace(/\s*::\s*/g, ' ')
		.replace(/[\s_-]+/g, ' ')
		.trim();
	return word === '' ? undefined : (SAME[word] ?? word);
}

/** Only what is certain: an order that is called dead and lives is bought a second time. */
const DEAD: ReadonlySet<string> = new Set([
	'cancel',
	'cancelled',
	'canceled',
	'deleted',
	'reject',
	'rejected',
	'void',
	'voided',
]);

/**
 * The order, or the line, will not be delivered: it was cancelled or rejected, or its hold ran out.
 * Events and answers put what it is about before the word or behind it ("order_cancelled"), and who
 * did it behind it ("Cancelled by customer"); several words are dead if each of them is.
 */
export const isCancelled = (status: unknown): boolean =>
	(normalStatus(status) ?? '')
		.replace(/[.!]+$/, '')
		.split(/\s*[/,;|]\s*/)
		.every((word) =>
			DEAD.has(
				word.replace(/^(?:(?:sub ?)?order|line) /, '').replace(/ (?:by .+|order|line)$/, ''),
			),
		);

/** The order waits for its customer to release it. */
export const isOnHold = (status: unknown): boolean => /\bhold\b/.test(normalStatus(status) ?? '');

/** What of an order tells how it stands, in a search, in its details and in the answer to a write. */
interface Standing {
	readonly orderStatus?: unknown;
	readonly subOrders?: unknown;
	readonly lines?: unknown;
}

/**
 * The word by which an order is dead: its own status, or that of all its sub-orders or of all its
 * lines. One part that is alive, or does not say, keeps it alive.
 *
 * @returns the words as XI wrote them; undefined where the order is not dead
 */
export function deadWordOf({ orderStatus, subOrders, lines }: Standing): string | undefined {
	if (isCancelled(orderStatus)) return (orderStatus as string).trim();
	const parts = [
		// XI adds an entry that holds nothing but a link, and comments are lines too.
		recordsOf(subOrders)
			.filter((part) => (part.subOrderNumber ?? part.subOrderStatus ?? '') !== '')
			.map(({ subOrderStatus }) => subOrderStatus),
		recordsOf(lines)
			.filter(
				(line) => (line.lineStatus ?? line.ingramPartNumber ?? line.vendorPartNumber ?? '') !== '',
			)
			.map(({ lineStatus }) => lineStatus),
	];
	const words = parts.find((all) => all.length > 0 && all.every(isCancelled));
	return words && [...new Set((words as string[]).map((word) => word.trim()))].join(', ');
}
