import type { XiFailure } from '../transport/failure';
import { caught } from './call';
import type { Result, WriteAtHand } from './writeAtHand';
import { AFTER_EARLIER, isOpen, NOT_MADE, UNCLEAR, withRemedy } from './writeFailures';
import { look, search } from './writeLooks';
import { concluded, existing, mineIn } from './writeSights';

// The call of a write failed. That is no proof that nothing was done, so here it is decided whether to look,
// what comes of it, and what the next try is told.

/**
 * What comes of a write whose call failed. It is never sent again.
 *
 * @throws XiFailure: it was not made, or what is there is another's, or nobody can tell
 */
export async function afterFailure(write: WriteAtHand, failure: XiFailure): Promise<Result> {
	const { reason, endpoint, correlationId } = failure.details;
	if (!NOT_MADE.includes(reason)) {
		// Of several tries the first is the one to ask about: a later one was refused for its sake.
		write.note({ call: write.sent.call ?? { endpoint, correlationId } });
		write.keep();
	}
	if (UNCLEAR.includes(reason)) return await searchAfter(write, failure);
	if (reason === 'refused') return await lookAfterRefusal(write, failure);
	if (reason === 'cancelled') write.logUnclear();
	throw write.notMade(failure);
}

/** It is not known whether the write happened: looks for it a few times, and never sends again. */
async function searchAfter(write: WriteAtHand, failure: XiFailure): Promise<Result> {
	const { sight, isOver } = await search(write, failure);
	const mine = isOver ? sight && mineIn(write, sight) : undefined;
	if (mine) return write.found(mine);
	const there = sight && concluded(write, sight, failure);
	if (there) return there;
	if (
		sight &&
		'there' in sight &&
		sight.ours === 'no' &&
		write.once.second === 'refused' &&
		!write.earlier
	) {
		// XI would have refused ours beside this one, so ours was not made.
		return existing(write, sight, failure);
	}
	throw write.unclear(failure.message, sight);
}

/** XI said no. A number that it has already is one reason, and no document says how it words that. */
async function lookAfterRefusal(write: WriteAtHand, failure: XiFailure): Promise<Result> {
	const { earlier, once } = write;
	const { status = 0 } = failure.details;
	// Under a good status XI may have made it all the same, and say what else went wrong.
	const isUnsure = status > 0 && status < 300 && once.existing !== 'asXiSays';
	if (once.second === 'taken' && !earlier) {
		// XI takes a second one with the same number, so that is not why it said no.
		write.dropUnless(isUnsure, failure);
		throw failure;
	}
	const since = earlier?.sentAt ?? (isUnsure ? write.sent.sentAt : undefined);
	const looked = await caught(async () => await look(write, since));
	if ('failure' in looked) {
		if (once.existing === 'asXiSays') throw write.notMade(failure);
		throw write.unclear(failure.message, {
			absent: 'It could not be checked whether it is there',
		});
	}
	const sight = looked.value;
	if (earlier) {
		const there = concluded(write, sight, failure);
		if (there) return there;
		throw write.unclear(`${AFTER_EARLIER}, and the next was refused (${failure.message})`, sight);
	}
	if (isUnsure && 'there' in sight && (sight.ours === 'yes' || isOpen(sight))) {
		if (once.existing === 'return') return write.found(sight.there);
		throw write.unclear(failure.message, { ...sight, ours: 'unknown' });
	}
	write.dropUnless(isUnsure && once.showsLater === true, failure);
	if (!('there' in sight)) throw withRemedy(failure, sight.absent);
	if (once.existing === 'asXiSays') throw failure;
	return existing(write, sight, failure);
}
