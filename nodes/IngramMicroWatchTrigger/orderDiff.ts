import { isCancelled, isOnHold, type OrderDetailsAnswer } from '../shared/xi/orders/order';
import {
	COUNTED,
	type Counted,
	factsIn,
	factsOf,
	type LineFacts,
	NOTHING,
	textOf,
} from './lineFacts';
import {
	carriersOf,
	goodsOf,
	isOfSame,
	lineNumberIn,
	type SeenLine,
	subOrderIn,
	WHOLE_ORDER,
} from './seenLines';
import { dayIn, type LineChange, type LineTold, type OrderLook } from './watchedKind';

/*
 * What changed on the lines of an order since it was read last. Pieces are counted, so that a line that
 * ships in parts is told part by part, and an order that is split into other sub-orders tells nothing
 * that was told of its lines before.
 */

/** Pieces that a line had and has no more, or of which it is not known, since it is not listed. */
interface Source {
	readonly id: string;
	readonly number: string;
	/** Undefined: it is not listed. */
	readonly goods?: string;
	readonly one: Counted;
	pieces: number;
}

/** What pieces of a new line had to do with before: a split changes its sub-order, and maybe its number. */
class Surplus {
	private readonly sources: Source[] = [];

	constructor(private readonly isReplaced: (id: string, seen: SeenLine) => boolean) {}

	add(source: Source): void {
		this.sources.push(source);
	}

	/** As many as there are, and no more than wanted; from the line that is likeliest the same first. */
	take(seen: SeenLine, one: Counted, wanted: number): number {
		const { number } = seen;
		const goods = goodsOf(seen.line);
		const isOther = (source: Source) =>
			source.goods === undefined ? this.isReplaced(source.id, seen) : source.goods !== goods;
		const ofKind = this.sources.filter((source) => source.one === one && !isOther(source));
		const byNumber = ofKind.filter((source) => source.number === number);
		const byGoods = ofKind.filter((source) => source.number !== number);
		let taken = 0;
		for (const source of [...byNumber, ...byGoods]) {
			const pieces = Math.min(wanted - taken, source.pieces);
			source.pieces -= pieces;
			taken += pieces;
		}
		return taken;
	}

	/** What nobody took of a line. */
	left(id: string, one: Counted): number {
		return this.sources
			.filter((source) => source.id === id && source.one === one)
			.reduce((sum, { pieces }) => sum + pieces, 0);
	}
}

const isStill = (word: string, after: string): boolean =>
	(isOnHold(word) && isOnHold(after)) || (isCancelled(word) && isCancelled(after));

/** The latest day of those that a line has for something. */
function latest(days: unknown[]): number | undefined {
	const known = days.map(dayIn).filter((day) => day !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}

/** When it happened, as far as XI tells: the latest date of its kind on the line. */
function dayOfChange(change: LineChange, { line }: SeenLine): number | undefined {
	const all = carriersOf(line);
	if (change === 'shipped') {
		return latest(
			all.flatMap(({ shipment, carriers }) => [
				shipment.shippedDate,
				...carriers.map(({ shippedDate }) => shippedDate),
			]),
		);
	}
	if (change === 'invoiced') return latest(all.map(({ shipment }) => shipment.invoiceDate));
	if (change === 'delivered') {
		return latest(all.flatMap(({ carriers }) => carriers.map((one) => one.deliveredDate)));
	}
	return undefined;
}

/** What moved on a line, and how its facts are kept. */
function moved(
	before: LineFacts,
	shown: LineFacts,
): { told: Array<Omit<LineTold, 'seen'>>; facts: LineFacts } {
	// What was voided stays so where an answer leaves its status out.
	const stays = shown.word === '' && isCancelled(before.word);
	const after = stays ? { ...shown, word: before.word } : shown;
	const turns = { ...before.turns };
	const told: Array<Omit<LineTold, 'seen'>> = [];
	const tell = (
		change: LineChange,
		from: LineTold['before'],
		to: LineTold['after'],
		turn: number,
	) => told.push({ change, before: from, after: to, parts: [to, ...(turn > 0 ? [turn] : [])] });

	const [was, is] = [before.word || null, after.word || null];
	const [wasDead, wasHeld] = [isCancelled(before.word), isOnHold(before.word)];
	const [isDead, isHeld] = [isCancelled(after.word), isOnHold(after.word)];
	// How a hold ends is told as well as what came of it at once.
	const tellStatus = (change: 'held' | 'released' | 'voided', turn: number) =>
		told.push({ change, before: was, after: is, parts: turn > 0 ? [turn] : [] });
	if (isHeld && !wasHeld) tellStatus('held', turns.held);
	if (wasHeld && !isHeld) {
		if (!isDead) tellStatus('released', turns.held);
		turns.held += 1;
	}
	for (const one of COUNTED) {
		const [from, to] = [before.pieces[one], after.pieces[one]];
		if (to > from) tell(one, from, to, turns[one]);
		if (to < from) turns[one] += 1;
	}
	if (isDead && !wasDead) tellStatus('voided', turns.voided);
	if (wasDead && !isDead) turns.voided += 1;
	return { told, facts: { ...after, turns } };
}

/** What was known of a line that has a new name: what its number, or its goods, had under others. */
function inherited(
	seen: SeenLine,
	after: LineFacts,
	surplus: Surplus,
	donors: LineFacts[],
): LineFacts {
	const pieces = { ...NOTHING.pieces };
	for (const one of COUNTED) pieces[one] = surplus.take(seen, one, after.pieces[one]);
	const still = donors.find(({ word }) => isStill(word, after.word));
	return { ...NOTHING, pieces, word: still?.word ?? '' };
}

/** What is known of lines that XI does not list at present, less what went over to others. */
function rest(id: string, facts: LineFacts, surplus: Surplus): LineFacts {
	const pieces = { ...facts.pieces };
	for (const one of COUNTED) pieces[one] = surplus.left(id, one);
	return { ...facts, pieces };
}

/** What fell, and what lines had that are gone, is what others may show now. */
function surplusOf(
	now: ReadonlyArray<{ seen: SeenLine; after: LineFacts }>,
	known: ReadonlyMap<string, LineFacts>,
	gone: ReadonlyArray<readonly [string, LineFacts]>,
	isReplaced: (id: string, seen: SeenLine) => boolean,
): Surplus {
	const surplus = new Surplus(isReplaced);
	for (const one of COUNTED) {
		for (const { seen, after } of now) {
			const fallen = (known.get(seen.id)?.pieces[one] ?? 0) - after.pieces[one];
			if (fallen <= 0) continue;
			const { id, number, line } = seen;
			surplus.add({ id, number, goods: goodsOf(line), one, pieces: fallen });
		}
		for (const [id, { pieces }] of gone) {
			surplus.add({ id, number: lineNumberIn(id), one, pieces: pieces[one] });
		}
	}
	return surplus;
}

/** What is known of a line, with what was told of the order when XI did not list its lines. */
function withWhole(own: LineFacts, whole: LineFacts | undefined, after: LineFacts): LineFacts {
	if (whole === undefined) return own;
	const toldPieces = COUNTED.some((one) => whole.pieces[one] > 0);
	return {
		...own,
		word: isStill(whole.word, after.word) ? whole.word : own.word,
		pieces: toldPieces ? after.pieces : own.pieces,
	};
}

/** An answer that leaves out the lines of an order that has some: of its status only what is of all lines counts. */
const bare = (facts: LineFacts): LineFacts => ({ ...NOTHING, word: facts.word });

/**
 * Holds the lines of an order against what is known of them.
 *
 * @param texts by the name of the line; empty: all that it shows is new
 */
export function compareLines(
	order: OrderDetailsAnswer,
	lines: readonly SeenLine[],
	texts: ReadonlyMap<string, string>,
): OrderLook {
	const known = new Map([...texts].map(([id, text]) => [id, factsIn(text)]));
	const listed = new Map(lines.map((seen) => [seen.id, seen] as const));
	const gone = [...known].filter(([id]) => !listed.has(id) && id !== WHOLE_ORDER);
	const isLeftOut = listed.has(WHOLE_ORDER) && gone.length > 0;
	const now = lines.map((seen) => {
		const after = factsOf(seen.line, order);
		return { seen, after: isLeftOut ? bare(after) : after };
	});
	// Where the other lines of a sub-order keep their numbers, one with another number is another line.
	const kept = new Set([...known.keys()].filter((id) => listed.has(id)).map(subOrderIn));
	const isReplaced = (id: string, seen: SeenLine): boolean =>
		!listed.has(id) &&
		lineNumberIn(id) !== seen.number &&
		subOrderIn(id) === subOrderIn(seen.id) &&
		kept.has(subOrderIn(id));
	const surplus = surplusOf(now, known, isLeftOut ? [] : gone, isReplaced);
	const told: LineTold[] = [];
	const facts = new Map<string, string>();
	for (const { seen, after } of now) {
		const donors = [...known]
			.filter(([id]) => isOfSame(id, seen, listed) && !isReplaced(id, seen))
			.map(([, one]) => one);
		const own = known.get(seen.id) ?? inherited(seen, after, surplus, donors);
		const whole = listed.has(WHOLE_ORDER) ? undefined : known.get(WHOLE_ORDER);
		const move = moved(withWhole(own, whole, after), after);
		for (const one of move.told) {
			const day = dayOfChange(one.change, seen);
			told.push({ ...one, seen, ...(day !== undefined && { day }) });
		}
		facts.set(seen.id, textOf(move.facts));
	}
	for (const [id, one] of gone) {
		const left = isLeftOut ? one : rest(id, one, surplus);
		// If it comes back, nothing of it is told again.
		if (isLeftOut || COUNTED.some((kind) => left.pieces[kind] > 0)) facts.set(id, textOf(left));
	}
	return { told, facts };
}
