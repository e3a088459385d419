import type { IDataObject } from 'n8n-workflow';

import type { Sight } from '../operation';
import type { XiFailure } from '../transport/failure';
import type { Result, WriteAtHand } from './writeAtHand';
import { dead, existsAlready, type Seen } from './writeFailures';

// What a look means for a write: that it is there, that it is another's, that nothing comes of it, or
// nothing for certain. Whenever one looks, before, after a failure or at a later try, it is judged here alone.

/** Of what a look showed, what this write brought about. */
export function mineIn({ made, plan, sent }: WriteAtHand, sight: Sight): IDataObject[] | undefined {
	if (!('there' in sight) || (sight.ours ?? 'yes') !== 'yes') return undefined;
	const rows = sight.there.filter((row) => {
		const receipt = plan.receipt(row);
		return !sent.before.has(receipt) && !made.has(receipt);
	});
	return rows.length > 0 ? rows : undefined;
}

/**
 * What a look showed after something was sent, where that settles it: the result, or that nothing
 * comes of it, which is thrown. Undefined: it stays open.
 *
 * @param failure of the call, where it is this try's
 */
export function concluded(
	write: WriteAtHand,
	sight: Sight,
	failure?: XiFailure,
): Result | undefined {
	const mine = mineIn(write, sight);
	if (mine) return write.found(mine);
	if (!('there' in sight)) return undefined;
	const { once, plan, sent } = write;
	if (sight.ours === 'dead') {
		throw dead(plan, `Ingram Micro refused ${plan.subject}`, sight, failure, sent.call);
	}
	const isTaken = sight.ours === 'unknown' && !sight.elsewhere && once.existing === 'return';
	if (!isTaken) return undefined;
	const { said: differences } = sight;
	return write.found(sight.there.map((row) => ({ ...row, ...(differences && { differences }) })));
}

/**
 * It is there already, and not by us: the result where the user wants that.
 *
 * @throws XiFailure where not, or where nothing comes of it
 */
export function existing(write: WriteAtHand, sight: Seen, failure?: XiFailure): Result {
	const { once, plan, sent } = write;
	if (sight.ours === 'dead') {
		write.drop();
		const what = `${plan.subject} exists already, and nothing comes of it`;
		throw dead(plan, what, sight, failure, sent.call);
	}
	if (once.existing === 'return') {
		// A later try must not take it for what this one has sent, and nothing is spent on it.
		write.note({ spends: undefined, wasThere: true });
		write.keep(sight.there);
		return write.result(sight.there, true);
	}
	write.drop();
	throw existsAlready(plan, sight, failure);
}
