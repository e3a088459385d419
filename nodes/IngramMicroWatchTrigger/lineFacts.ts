import type { IDataObject } from 'n8n-workflow';

import { numberIn } from '../shared/amounts';
import { normalStatus } from '../shared/dictionary';
import { plain } from '../shared/comparing';
import {
	isCancelled,
	isOnHold,
	type OrderDetailsAnswer,
	type OrderDetailsLine,
} from '../shared/xi/orders/order';
import { carriersOf } from './seenLines';

/*
 * What is known of a line of an order: its status, and how many pieces were shipped, invoiced,
 * delivered and are awaited. XI documentation: "Get Order Details v6.1".
 */

/** In the order in which they stand in a state. */
export const COUNTED = ['shipped', 'invoiced', 'delivered', 'backordered'] as const;
export type Counted = (typeof COUNTED)[number];

export interface LineFacts {
	/** A status in small letters; empty: none that is known. */
	readonly word: string;
	readonly pieces: Readonly<Record<Counted, number>>;
	/** How often each count fell, or a hold or an end was over: what comes again is another change. */
	readonly turns: Readonly<Record<Counted | 'held' | 'voided', number>>;
}

const NO_TURNS = { shipped: 0, invoiced: 0, delivered: 0, backordered: 0, held: 0, voided: 0 };

/** A line of which nothing was seen. */
export const NOTHING: LineFacts = {
	word: '',
	pieces: { shipped: 0, invoiced: 0, delivered: 0, backordered: 0 },
	turns: NO_TURNS,
};

const TURNING = [...COUNTED, 'held', 'voided'] as const;

/** A letter for each status that orders have, so that a state stays small. */
const LETTERS: Readonly<Record<string, string>> = {
	B: 'backorder partially',
	D: 'partially delivered',
	P: 'processing',
	S: 'partially shipped',
	b: 'backordered',
	c: 'closed',
	d: 'delivered',
	e: 'e delivered',
	h: 'on hold',
	i: 'invoiced',
	o: 'open',
	p: 'in progress',
	r: 'rejected',
	s: 'shipped',
	v: 'voided',
	x: 'cancelled',
};
/** Statuses that nobody foresaw, by what is certain of them. */
const OTHER_HOLD = 'H';
const OTHER_DEAD = 'X';
const OTHER = '?';

const letterOf = (word: string): string => {
	const [known] = Object.entries(LETTERS).find(([, one]) => one === word) ?? [];
	return known ?? (isCancelled(word) ? OTHER_DEAD : isOnHold(word) ? OTHER_HOLD : OTHER);
};

const wordOf = (letter: string): string =>
	LETTERS[letter] ?? (letter === OTHER_DEAD ? 'cancelled' : letter === OTHER_HOLD ? 'on hold' : '');

const short = (numbers: number[], sign: string): string =>
	numbers
		.map((number) => (number === 0 ? '' : number.toString(36)))
		.join(sign)
		.replace(/,+$/, '');

/** The facts as a text: `s2,2` for two pieces that were shipped and invoiced. */
export function textOf({ word, pieces, turns }: LineFacts): string {
	const counts = short(
		COUNTED.map((one) => pieces[one]),
		',',
	);
	const turned = short(
		TURNING.map((one) => turns[one]),
		',',
	);
	return letterOf(word) + counts + (turned === '' ? '' : `!${turned}`);
}

const numbersOf = <Name extends string>(
	names: readonly Name[],
	text = '',
): Record<Name, number> => {
	const parts = text.split(',');
	const entries = names.map((name, i) => [name, parseInt(parts[i] || '0', 36) || 0] as const);
	return Object.fromEntries(entries) as Record<Name, number>;
};

/** The facts in a text of `textOf`. */
export function factsIn(text: string): LineFacts {
	const [counts, turned] = text.slice(1).split('!');
	return {
		word: wordOf(text.slice(0, 1)),
		pieces: numbersOf(COUNTED, counts),
		turns: numbersOf(TURNING, turned),
	};
}

/** Pieces are whole; what is no number, or below nothing, is none. */
const count = (value: unknown): number => Math.max(0, Math.floor(numberIn(value) ?? 0));

const hasText = (value: unknown): boolean => plain(value) !== '';

/** Pieces of a shipment whose carriers fulfil something; one that names no pieces has all of them. */
function carried(
	shipment: IDataObject,
	carriers: IDataObject[],
	fulfils: (one: IDataObject) => boolean,
): number {
	const fulfilling = carriers.filter(fulfils);
	if (fulfilling.length === 0) return 0;
	const all = count(shipment.quantity);
	const own = fulfilling.reduce((sum, { quantity }) => sum + count(quantity), 0);
	return own === 0 || fulfilling.length === carriers.length ? Math.max(all, own) : own;
}

function piecesIn(line: OrderDetailsLine): Record<Exclude<Counted, 'backordered'>, number> {
	const pieces = { shipped: 0, invoiced: 0, delivered: 0 };
	for (const { shipment, carriers } of carriersOf(line)) {
		const left = carried(
			shipment,
			carriers,
			({ shippedDate, deliveredDate }) => hasText(shippedDate) || hasText(deliveredDate),
		);
		pieces.shipped += hasText(shipment.shippedDate)
			? Math.max(left, count(shipment.quantity))
			: left;
		pieces.invoiced += hasText(shipment.invoiceNumber) ? count(shipment.quantity) : 0;
		pieces.delivered += carried(shipment, carriers, ({ deliveredDate }) => hasText(deliveredDate));
	}
	return pieces;
}

/** Statuses that tell that all pieces of the line have come so far. */
const ALL_SHIPPED: ReadonlySet<string> = new Set(['shipped', 'delivered', 'e delivered']);
const ALL_DELIVERED: ReadonlySet<string> = new Set(['delivered', 'e delivered']);

/** How many pieces were ordered; of a line that does not tell, one. */
export const orderedOf = ({ quantityOrdered }: OrderDetailsLine): number =>
	count(quantityOrdered) || 1;

/** The status that counts: a hold or an end of the order is one of all its lines that have not left. */
function statusOf(line: OrderDetailsLine, order: OrderDetailsAnswer, hasLeft: boolean): string {
	const own = normalStatus(line.lineStatus) ?? '';
	const whole = normalStatus(order.orderStatus) ?? '';
	if (isCancelled(own)) return own;
	const isOfAll = isCancelled(whole) || isOnHold(whole);
	return !hasLeft && isOfAll ? whole : own;
}

/** What a line shows. */
export function factsOf(line: OrderDetailsLine, order: OrderDetailsAnswer): LineFacts {
	const ordered = orderedOf(line);
	const own = normalStatus(line.lineStatus) ?? '';
	const { shipped, invoiced, delivered } = piecesIn(line);
	const atLeast = (isSo: boolean, pieces: number) => (isSo ? Math.max(pieces, ordered) : pieces);
	const pieces = {
		delivered: atLeast(ALL_DELIVERED.has(own), delivered),
		invoiced: atLeast(own === 'invoiced', invoiced),
		shipped: atLeast(ALL_SHIPPED.has(own), shipped),
		backordered: count(line.quantityBackOrdered) || (own === 'backordered' ? ordered : 0),
	};
	const word = statusOf(line, order, pieces.shipped >= ordered);
	return {
		word,
		pieces: isCancelled(word) ? { ...pieces, backordered: 0 } : pieces,
		turns: NO_TURNS,
	};
}

/** Whether nothing can come of the line any more. */
export function isDone(line: OrderDetailsLine, order: OrderDetailsAnswer): boolean {
	const { word, pieces } = factsOf(line, order);
	if (isCancelled(word)) return true;
	return Math.min(pieces.shipped, pieces.invoiced, pieces.delivered) >= orderedOf(line);
}
