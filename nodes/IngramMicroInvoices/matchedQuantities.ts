import { absOf, type Exact, HALF_CENT, productOf, shownOf, sumOf } from '../shared/exact';
import type { Difference } from './differences';
import { nameOf, piecesOf } from './lineWords';
import type { Invoiced, InvoicedLine } from './matchedInvoice';
import { leftOn, type OrderedLine, partOf, vendorPartOf } from './matchedOrder';
import type { Pair } from './matchedPairs';

/** What earlier invoices of an order have done with the pieces of a product, in the same run. */
interface Earlier {
	/** All that they have asked for. */
	readonly asked: Exact;
	/** Those of them that left, and of which it is not told on which invoice. */
	readonly free: Exact;
	/** Those that were given back at their price, and may be asked for again. */
	readonly back: Exact;
}

/** The same by product and price. */
export type Before = Map<string, Earlier>;

const NONE: Earlier = { asked: 0n, free: 0n, back: 0n };

/** Lines of one product at one price: which of them an invoice means makes no difference. */
const alikeAs = ({ line, unitPrice }: OrderedLine): string =>
	`${partOf(line) || vendorPartOf(line)} ${unitPrice}`;

function groupsOf(orderedLines: readonly OrderedLine[]): Array<[string, OrderedLine[]]> {
	const groups = new Map<string, OrderedLine[]>();
	for (const line of orderedLines) {
		const known = groups.get(alikeAs(line));
		if (known) known.push(line);
		else groups.set(alikeAs(line), [line]);
	}
	return [...groups];
}

/** The pieces of lines of an invoice; undefined where one cannot be read. */
function sumKnown(amounts: ReadonlyArray<Exact | undefined>): Exact | undefined {
	return amounts.includes(undefined) ? undefined : sumOf(amounts as Exact[]);
}

interface Bounds {
	readonly least: Exact;
	/** Without those that may be asked for again. */
	readonly own: Exact;
	readonly most: Exact;
}

/**
 * How many pieces an invoice may ask for. The order's own list of shipments says it best; without one,
 * what was ordered and is not invoiced yet. What the invoice says of shipping holds as well.
 *
 * @returns undefined where the order does not tell
 */
function boundsOf(
	number: string,
	alike: readonly OrderedLine[],
	lines: readonly InvoicedLine[],
	before: Earlier,
): Bounds | undefined {
	const ordered = sumKnown(alike.map((line) => line.ordered));
	const shipped = sumKnown(lines.map((line) => line.shipped));
	const { named, free, isTold } = leftOn(alike, number);
	const limits = [
		...(isTold ? [named + positive(free - before.free)] : []),
		...(ordered === undefined ? [] : [isTold ? ordered : positive(ordered - before.asked)]),
	];
	if (limits.length === 0) return undefined;
	const own = limits.reduce(lesser);
	const again = own + before.back;
	const isShipped = shipped !== undefined && lines.length > 0;
	// Nobody pays for a part of a kit that has no price, so that invoices may leave it out.
	const isDue = isTold && (lines.length > 0 || alike.some(({ unitPrice }) => unitPrice !== 0n));
	return {
		least: isDue ? named : 0n,
		own,
		most: isShipped ? lesser(again, shipped) : again,
	};
}

const lesser = (one: Exact, other: Exact): Exact => (one < other ? one : other);
const positive = (one: Exact): Exact => (one > 0n ? one : 0n);

/** The pieces that lines give back at the price that was ordered: less corrects a price only. */
const givenBack = (back: readonly Pair[]): Exact =>
	sumOf(
		back.map(({ invoiced: { quantity, unitPrice, extendedPrice }, ordered }) => {
			const price = ordered?.unitPrice;
			if (quantity === undefined || price === undefined) return 0n;
			const size = absOf(quantity);
			const given = extendedPrice ?? (unitPrice && productOf(unitPrice, size)) ?? 0n;
			return absOf(given) + HALF_CENT < productOf(price, size) ? 0n : size;
		}),
	);

/**
 * The pieces of an invoice against those that were ordered and left. A credit memo gives back some of
 * what was ordered, so only more than that is wrong.
 *
 * @param before see Before; the pieces of this invoice are added
 */
export function quantitiesOf(
	{ number, isCredit }: Invoiced,
	pairs: readonly Pair[],
	orderedLines: readonly OrderedLine[],
	before: Before,
): Difference[] {
	return groupsOf(orderedLines).flatMap(([name, alike]): Difference[] => {
		const ofThem = pairs.filter(({ ordered }) => ordered && alike.includes(ordered));
		// A line that takes something back, on an invoice or by itself.
		const isBack = ({ invoiced }: Pair): boolean =>
			isCredit || (invoiced.quantity ?? 0n) < 0n || (invoiced.extendedPrice ?? 0n) < 0n;
		const back = ofThem.filter(isBack);
		const ordered = sumKnown(alike.map((line) => line.ordered));
		const tooMuchBack = back.filter(
			({ invoiced: { quantity } }) =>
				quantity !== undefined && ordered !== undefined && absOf(quantity) > ordered,
		);
		const found = tooMuchBack.map(({ invoiced }) =>
			differenceOf(invoiced, absOf(invoiced.quantity ?? 0n), ordered ?? 0n, alike, true),
		);
		const earlier = before.get(name) ?? NONE;
		const own = { ...earlier, back: earlier.back + givenBack(back) };
		before.set(name, own);
		if (isCredit) return found;

		const lines = ofThem.filter((pair) => !isBack(pair)).map(({ invoiced }) => invoiced);
		const asked = sumKnown(lines.map(({ quantity }) => quantity));
		// What cannot be read is told with the prices.
		if (asked === undefined) return found;
		const bounds = boundsOf(number, alike, lines, own);
		before.set(name, {
			asked: own.asked + asked,
			free: own.free + positive(asked - leftOn(alike, number).named),
			back: positive(own.back - positive(asked - (bounds?.own ?? asked))),
		});
		if (bounds === undefined) {
			return lines.length === 0 ? found : [...found, unreadable(lines[0])];
		}
		if (asked >= bounds.least && asked <= bounds.most) return found;
		const expected = asked < bounds.least ? bounds.least : bounds.most;
		return [...found, differenceOf(lines[0] ?? alike[0], asked, expected, alike, false)];
	});
}

const unreadable = (at: InvoicedLine): Difference => ({
	differenceType: 'unclear',
	difference: `${nameOf(at)}: the order has no quantity that can be read`,
	line: at.line,
});

function differenceOf(
	at: InvoicedLine | OrderedLine,
	asked: Exact,
	expected: Exact,
	alike: readonly OrderedLine[],
	isBack: boolean,
): Difference {
	const { unitPrice } = alike[0];
	const ordered = sumKnown(alike.map((line) => line.ordered));
	const all =
		ordered === undefined || ordered === expected ? '' : ` of ${piecesOf(ordered)} ordered`;
	const more = asked - expected;
	const worth = unitPrice === undefined ? undefined : productOf(more, unitPrice);
	return {
		differenceType: 'quantity',
		difference: isBack
			? `${nameOf(at)}: ${piecesOf(asked)} were credited, ordered were ${piecesOf(expected)}`
			: `${nameOf(at)}: ${piecesOf(asked)} were invoiced, where ${piecesOf(expected)}${all} are to be`,
		line: at.line,
		invoicedValue: shownOf(asked),
		expectedValue: shownOf(expected),
		...(worth !== undefined && { more: isBack ? -worth : worth }),
	};
}

/** Whether invoices have asked for all that was ordered, so that none is to come. */
export const isAllInvoiced = (orderedLines: readonly OrderedLine[], before: Before): boolean =>
	groupsOf(orderedLines).every(([name, alike]) => {
		const ordered = sumKnown(alike.map((line) => line.ordered));
		return ordered !== undefined && (before.get(name)?.asked ?? 0n) >= ordered;
	});
