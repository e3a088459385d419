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
		.replace(/^im::/, '')
		.replace(/[\s_-]+/g, ' ')
		.trim();
	return word === '' ? undefined : (SAME[word] ?? word);
}

/** The order, or the line, will not be delivered: it was cancelled, or its hold ran out. */
export const isCancelled = (status: unknown): boolean =>
	['cancelled', 'voided'].includes(normalStatus(status) ?? '');

/** The order waits for its customer to release it. */
export const isOnHold = (status: unknown): boolean => /\bhold\b/.test(normalStatus(status) ?? '');
