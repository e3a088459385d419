import { DEFAULT_LOOK_SECONDS } from '../fields/options';
import type { Sight } from '../operation';
import type { XiFailure } from '../transport/failure';
import { pause } from '../transport/pause';
import { caught } from './call';
import type { WriteAtHand } from './writeAtHand';
import { mineIn } from './writeSights';

// Looking for what a write has brought about, which may take XI a while to show, or a night of maintenance.
// When one looks, and for how long, stands here; what is seen is judged in writeSights.ts.

/** When to look, as parts of the whole span: soon, and then less and less often. */
const LOOKS = [0.05, 0.2, 0.5, 1];

/** What several looks have shown; it is over where that settles it, or the execution was stopped. */
interface Search {
	readonly sight?: Sight;
	readonly isOver: boolean;
}

/**
 * One look.
 *
 * @param sentAt when it was sent; left out: nothing was, so that any such thing counts
 */
export async function look(write: WriteAtHand, sentAt?: Date): Promise<Sight> {
	const before = new Set([...write.sent.before, ...write.made]);
	return await write.once.look(write.asking, { sentAt, before });
}

/**
 * Looks a few times for what was sent, and once more so behind a maintenance that is on.
 *
 * @param failure of its call, which leaves open whether it was done
 */
export async function search(write: WriteAtHand, failure: XiFailure): Promise<Search> {
	const { options } = write.job.params;
	const span = (options.lookSeconds ?? DEFAULT_LOOK_SECONDS) * 1_000;
	const looked = await looks(write, span);
	// What XI took before its maintenance, a search may show behind it only.
	if (looked.isOver || !(await passNight(write, failure))) return looked;
	return await looks(write, span, looked.sight);
}

/**
 * Looks a few times, soon and then less and less often.
 *
 * @param span how long, in milliseconds
 * @param sight what was seen before
 */
async function looks(write: WriteAtHand, span: number, sight?: Sight): Promise<Search> {
	const started = Date.now();
	for (const part of span === 0 ? [0] : LOOKS) {
		const wait = started + part * span - Date.now();
		if (!(await pause(wait, write.run.context.getExecutionCancelSignal()))) {
			write.logUnclear();
			return { sight, isOver: true };
		}
		const looked = await caught(async () => await look(write, write.sent.sentAt));
		// XI is still out of order: the next look may show more.
		if ('failure' in looked) continue;
		// What one look has shown is there, whatever the next one misses.
		if (sight === undefined || 'there' in looked.value || !('there' in sight)) {
			sight = looked.value;
		}
		// A part of an order may be there before the rest of it.
		const isWhole = !('there' in sight && sight.incomplete);
		if (isWhole && mineIn(write, sight)) return { sight, isOver: true };
	}
	return { sight, isOver: false };
}

/** Waits until XI's maintenance is over, where one is on and the user wants that. */
async function passNight(write: WriteAtHand, { details }: XiFailure): Promise<boolean> {
	const passed = await caught(async () => await write.night(details).passAll());
	if ('failure' in passed) write.logUnclear();
	return 'value' in passed && passed.value;
}
