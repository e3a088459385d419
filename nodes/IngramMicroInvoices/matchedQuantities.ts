import { absOf, type Exact, productOf, shownOf, sumOf } from '../shared/exact';
import type { Difference } from './differences';
import { nameOf, piecesOf } from './lineWords';
import type { Invoiced, InvoicedLine } from './matchedInvoice';
import { leftOn, type OrderedLine, partOf, vendorPartOf } from './matchedOrder';
import type { Pair } from './matchedPairs';

/** Pieces that earlier invoices of an order have asked for, in the same run, by product and price. */
export type Before = Map<string, Exact>;

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
	readonly most: Exact;
}

/**
 * How many pieces an invoice may ask for. The order's own list of shipments says it best; without one,
 * what was ordered and is not invoiced yet. What the invoice says of shipping holds as well.
 *
 * @returns undefined where nothing tells
 */
function boundsOf(
	number: string,
	alike: readonly OrderedLine[],
	lines: readonly InvoicedLine[],
	before: Exact,
): Bounds | undefined {
	const ordered = sumKnown(alike.map((line) => line.ordered));
	const shipped = sumKnown(lines.map((line) => line.shipped));
	const { named, free, isTold } = leftOn(alike, number);
	const limits = [
		...(isTold ? [named + free] : []),
		...(ordered === undefined ? [] : [isTold ? ordered : ordered - before]),
		...(shipped === undefined || lines.length === 0 ? [] : [shipped]),
	];
	if (limits.length === 0) return undefined;
	const most = limits.reduce((one, other) => (one < other ? one : other));
	return { least: isTold ? named : 0n, most: most < 0n ? 0n : most };
}

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
		const own = pairs.filter(({ ordered }) => ordered && alike.includes(ordered));
		// A line that takes something back, on an invoice or by itself.
		const isBack = ({ invoiced }: Pair): boolean =>
			isCredit || (invoiced.quantity ?? 0n) < 0n || (invoiced.extendedPrice ?? 0n) < 0n;
		const back = own.filter(isBack);
		const ordered = sumKnown(alike.map((line) => line.ordered));
		const tooMuchBack = back.filter(
			({ invoiced: { quantity } }) =>
				quantity !== undefined && ordered !== undefined && absOf(quantity) > ordered,
		);
		const found = tooMuchBack.map(({ invoiced }) =>
			differenceOf(invoiced, absOf(invoiced.quantity ?? 0n), ordered ?? 0n, alike, true),
		);
		if (isCredit) return found;

		const lines = own.filter((pair) => !isBack(pair)).map(({ invoiced }) => invoiced);
		const asked = sumKnown(lines.map(({ quantity }) => quantity));
		// What cannot be read is told with the prices.
		if (asked === undefined) return found;
		const sofar = before.get(name) ?? 0n;
		before.set(name, sofar + asked);
		const bounds = boundsOf(number, alike, lines, sofar);
		if (bounds === undefined || (asked >= bounds.least && asked <= bounds.most)) return found;
		const expected = asked < bounds.least ? bounds.least : bounds.most;
		return [...found, differenceOf(lines[0] ?? alike[0], asked, expected, alike, false)];
	});
}

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
		return ordered !== undefined && (before.get(name) ?? 0n) >= ordered;
	});
