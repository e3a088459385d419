import type { Row } from './rowScanner';

const BLANK = 32;
const QUOTE = 34;

/**
 * Tells of the last row of a file that has no line end whether its last field is whole: a cut inside it
 * leaves the number of fields right. What the other rows have there tells, where they are padded.
 */
export class RowEnds {
	/** How wide the last field of the rows so far is, where it is not without any width; -1: in none yet. */
	private width = -1;
	/** It is not equally wide in all of them. */
	private varies = false;
	/** It has no width at all in some of them: so empty ones are at times. */
	private hasNone = false;
	/** Its width comes of blanks, at least in one of them. */
	private isPadded = false;

	/** Takes in a row. True: it is cut inside its last field. */
	isCut({ bytes, count, ends, isTerminated, starts }: Row): boolean {
		const start = starts[count - 1];
		const end = ends[count - 1];
		const width = end - start;
		if (!isTerminated && (this.isNarrow(width) || isOpen(bytes, start, end))) return true;
		if (width === 0) this.hasNone = true;
		else if (this.width === -1) this.width = width;
		else if (this.width !== width) this.varies = true;
		if (!this.isPadded && width > 0) this.isPadded = bytes[end - 1] <= BLANK;
		return false;
	}

	private isNarrow(width: number): boolean {
		if (this.varies || width >= this.width) return false;
		return !this.hasNone || (width > 0 && this.isPadded);
	}
}

/** Whether a field starts with a quotation mark that nothing closes. */
export function isOpen(bytes: Buffer, start: number, end: number): boolean {
	let from = start;
	let to = end;
	while (from < to && bytes[from] <= BLANK) from += 1;
	while (to > from && bytes[to - 1] <= BLANK) to -= 1;
	return to > from && bytes[from] === QUOTE && (to - from === 1 || bytes[to - 1] !== QUOTE);
}
