import { Refused } from '../errors';
import { type Reason, XiFailure } from '../transport/failure';
import type { Outcome } from './item';

/** Why a thing may have failed that Ingram Micro did not find. */
const MAY_BE_UNFOUND: readonly Reason[] = ['refused', 'unreadable', 'partial'];
const MOST_SHOWN = 3;

/** What was cleaned, as a sentence shows it; long lists may hold much of it. */
export const inShort = (cleaned: readonly string[]): string =>
	[
		...cleaned.slice(0, MOST_SHOWN),
		...(cleaned.length > MOST_SHOWN ? [`and ${cleaned.length - MOST_SHOWN} more`] : []),
	].join('; ');

/**
 * What became of an item, and where that is a failure for which it may matter, what was cleaned out of
 * its values: it may have been meant after all, and nobody sees it.
 */
export function explained(
	outcome: Outcome | undefined,
	cleaned: readonly string[],
): Outcome | undefined {
	if (outcome === undefined || !('failure' in outcome) || cleaned.length === 0) return outcome;
	const { failure } = outcome;
	if (failure instanceof Refused) {
		return { ...outcome, failure: new Refused([...failure.reasons, inShort(cleaned)]) };
	}
	if (!(failure instanceof XiFailure) || !MAY_BE_UNFOUND.includes(failure.details.reason)) {
		return outcome;
	}
	const message = `${failure.message} (${inShort(cleaned)})`;
	return { ...outcome, failure: new XiFailure({ ...failure.details, message }) };
}
