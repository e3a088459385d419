import type { IDataObject } from 'n8n-workflow';

import { spelledDay } from '../shared/dateSpelling';
import type { Fields } from '../shared/fields/field';
import type { Output } from '../shared/output';
import type { Wanted, XiSearch } from '../shared/transport/request';
import type { StockChange, Thresholds } from '../shared/xi/moves';
import type { OrderDetailsAnswer } from '../shared/xi/orders/order';
import type { ProductAsk } from '../shared/xi/productAsk';
import type { SeenLine } from './seenLines';

/** Ways in which a product can be told of. */
export type ProductChange = StockChange | 'foundAgain' | 'notFound' | 'priceChanged';

/** Ways in which a line of an order can be told of. */
export type LineChange =
	| 'backordered'
	| 'delivered'
	| 'etaAppeared'
	| 'etaEarlier'
	| 'etaGone'
	| 'etaLater'
	| 'held'
	| 'invoiced'
	| 'released'
	| 'shipped'
	| 'voided';

/** Ways in which a record can be told of. */
export type Change =
	| 'appeared'
	| 'ending'
	| 'runningOut'
	| 'statusChanged'
	| LineChange
	| ProductChange;

/** What a round of searches covers. Days are counted from 1970; all ends are included. */
export interface Span {
	/** The first of all rounds, by which the node gets to know what is there. */
	readonly isFirst: boolean;
	/** The day from which on what is new can be dated. */
	readonly from: number;
	/** The day on which the round began, in the zone of the workflow. */
	readonly today: number;
	/** The furthest day on which something may end that is told now. */
	readonly until: number;
	/** Ends are told at all. */
	readonly tellsEnds: boolean;
}

/** What is compared of a record. */
export interface Sighting {
	/** Tells it from all others, and stays the same however the record changes. Readable. */
	readonly identity: string;
	/** The day on which it came about. Undefined: XI does not tell, or not in a way that can be read. */
	readonly day?: number;
	/** In lower case, as in the dictionary. */
	readonly status?: string;
	/** The day on which it ends. */
	readonly ends?: number;
	/** When the record changed last, as XI writes it. */
	readonly changedAt?: string;
	/** What told it from others while XI had not yet told all that does. */
	readonly former?: string;
}

/** What a person set, of all kinds together: what a kind does not ask for has its neutral value. */
export interface WatchSettings {
	readonly changes: ReadonlySet<Change>;
	/** As in the dictionary; empty: all. */
	readonly statuses: readonly string[];
	/** In small letters; empty: all. */
	readonly types: readonly string[];
	/** A part of the name, in small letters. */
	readonly vendor?: string;
	readonly endUser?: string;
	/** Of the order's own number of the reseller. */
	readonly isPoWanted?: (customerOrderNumber: unknown) => boolean;
	/** By how many days at least a date has to move. */
	readonly byDays: number;
	/** Below which number of pieces that are left something is told. */
	readonly belowQuantity: number;
	/** From the least to the most. */
	readonly daysAhead: readonly number[];
	/** How many days a record is looked at after its date. */
	readonly followDays: number;
	readonly products: readonly ProductAsk[];
	/** How long to wait before products are asked for again. */
	readonly everyMinutes: number;
	readonly thresholds: Thresholds;
}

/** Any kind of thing. */
export type AnyWatched = OrderKind | ProductKind | WatchedKind;

/** What every kind of thing has. */
interface AnyKind {
	readonly name: string;
	readonly description: string;
	readonly parameters: Fields;
	readonly output: Output;
}

/** Products that are asked for one by one. */
export interface ProductKind extends AnyKind {
	readonly isOf: 'products';
}

/** What changed on a line of an order. */
export interface LineTold {
	readonly change: LineChange;
	readonly before: string | number | null;
	readonly after: string | number | null;
	/** What tells it from other changes of its kind on the same line. */
	readonly parts: ReadonlyArray<string | number | null>;
	readonly seen: SeenLine;
	/** The day of the change, where XI tells it. */
	readonly day?: number;
	/** What else an item tells. */
	readonly more?: IDataObject;
}

/** What came of looking at an order. */
export interface OrderLook {
	readonly told: LineTold[];
	/** What is to be remembered of each line, by its name: letters, digits and `,.!-` only. */
	readonly facts: Map<string, string>;
}

/** Orders, of which the searches tell too little, so that each is read by itself. */
export interface OrderKind extends AnyKind {
	readonly isOf: 'orders';
	/** Whether an order is told as well that was not there before. */
	readonly tellsOrders: boolean;
	/** Whether the searches by the dates of shipping, invoicing and delivery help. */
	readonly usesDates: boolean;
	/** Whether an order is read again in rotation, by what is remembered of it. */
	isRotated(facts: ReadonlyMap<string, string>): boolean;
	/**
	 * Holds the lines of an order against what is remembered of them.
	 *
	 * @param known empty: all that they show is new
	 */
	look(
		order: OrderDetailsAnswer,
		lines: readonly SeenLine[],
		known: ReadonlyMap<string, string>,
		settings: WatchSettings,
	): OrderLook;
}

/** A kind of thing that is watched by searches alone. */
export interface WatchedKind<Row extends IDataObject = IDataObject> extends AnyKind {
	readonly isOf?: undefined;
	readonly search: XiSearch<Row, unknown>;
	/** The searches of a round, each read page by page. */
	searches(span: Span): Wanted[];
	sighting(row: Row): Sighting;
	/** Tells records apart that one search lists under one identity, where that happens. */
	apart?(row: Row): string | undefined;
	/** Whose it is, for the filters. */
	names?(row: Row): { vendor?: unknown; endUser?: unknown; type?: unknown };
	/** The pieces that are left of it are read one by one, where that is told. */
	readonly hasQuantities?: boolean;
	/** Days before its round from which on a new record counts as one that has appeared. */
	lookBack(settings: WatchSettings): number;
	/**
	 * An older record that nobody has seen before was listed because it changed: so its status is told,
	 * compared with nothing. Else it is there because more is looked at now, and nothing is told.
	 */
	readonly olderOnesChanged?: boolean;
	/** How many days after its day a record is remembered. Left out: for as long as it is looked at. */
	readonly remembered?: number;
	/** A status with which it does not matter any more when it ends. */
	readonly over?: RegExp;
}

/** Has the compiler hold a kind's functions against the rows of its search. */
export const watched = <Row extends IDataObject>(kind: WatchedKind<Row>): WatchedKind => kind;

export const DAY_MS = 86_400_000;

/** A day as its number, counted from 1970. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / DAY_MS);

/** The day of a number: `yyyy-MM-dd`. */
export const dayOf = (number: number): string =>
	new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * The calendar day in a date of XI's, as it is written there: its dates have no zone, and what has one
 * is no more exact for it. Quotes also have `MM/dd/yyyy`, of which the month is taken to be in front
 * where it can be read in two ways.
 */
export function dayIn(given: unknown): number | undefined {
	// Digits alone, as 20261121, may come as a number.
	const value = typeof given === 'number' ? String(given) : given;
	if (typeof value !== 'string') return undefined;
	const spelled = spelledDay(value);
	const [, month, day, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(value) ?? [];
	const american = year && `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
	const isRead = typeof spelled === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(spelled);
	const written = isRead ? spelled : american;
	const number = written === undefined ? NaN : dayNumber(written);
	return Number.isNaN(number) ? undefined : number;
}

/** The calendar day in a date of XI's, in one form; what is no date stays. */
export const dayText = (value: unknown): unknown => {
	const day = dayIn(value);
	return day === undefined ? value : dayOf(day);
};

/** A text with something in it. */
export const textIn = (value: unknown): string | undefined => {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
};

/** Parts of an identity; what XI leaves out stands as an empty place. */
export const identityOf = (...parts: unknown[]): string =>
	parts.map((part) => textIn(part) ?? '').join('|');
