/**
 * Compares two shown names, in whatever case. Text that is compared by the rules of a language makes
 * Node load these rules first, which n8n's start would wait for.
 */
export function alphabetical(one: string, other: string): number {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
