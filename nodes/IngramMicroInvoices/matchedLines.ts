import { absOf, type Exact, HALF_CENT, productOf, shownOf } from '../shared/exact';
import { type Difference, inMoney, isRounding, isWithin, type Rules } from './differences';
import { nameOf, piecesOf } from './lineWords';
import type { Invoiced, InvoicedLine } from './matchedInvoice';
import { type OrderedLine, partOf, partPrice, vendorPartOf } from './matchedOrder';
import { type Pair, pairsOf } from './matchedPairs';
import { type Before, quantitiesOf } from './matchedQuantities';

/** What a line of an invoice asks for. */
const askedBy = ({ extendedPrice, unitPrice, quantity }: InvoicedLine): Exact | undefined => {
	if (extendedPrice !== undefined) return extendedPrice;
	return unitPrice === undefined || quantity === undefined
		? undefined
		: productOf(unitPrice, quantity);
};

/** What nothing is asked for may be a part of a kit, which orders name and invoices do not, or the other way. */
const isStrange = ({ invoiced, ordered, isOther }: Pair): boolean =>
	isOther === true || (!ordered && askedBy(invoiced) !== 0n);

/** A product that the order does not have, or another in the place of one that it has. */
function strangers({ invoiced, ordered }: Pair): Difference {
	const asked = askedBy(invoiced);
	const common = { line: invoiced.line };
	if (!ordered) {
		return {
			...common,
			differenceType: 'not ordered',
			difference: `${nameOf(invoiced)} is on the invoice, and not in the order`,
			...(asked !== undefined && { more: asked }),
		};
	}
	const { quantity } = invoiced;
	const expected =
		quantity !== undefined && ordered.unitPrice !== undefined
			? productOf(ordered.unitPrice, quantity)
			: undefined;
	const expectedPart = partOf(ordered.line) || vendorPartOf(ordered.line);
	return {
		...common,
		differenceType: 'part number',
		difference: `${nameOf(invoiced)} was invoiced; ordered on that line is ${expectedPart}`,
		expectedPart,
		...(asked !== undefined && expected !== undefined && { more: asked - expected }),
	};
}

/** Something about a line that cannot be compared, since a number lacks or is none for certain. */
const unclear = (pair: Pair, what: string): Difference => ({
	differenceType: 'unclear',
	difference: `${nameOf(pair.invoiced)}: ${what}`,
	line: pair.invoiced.line,
});

/** The price of one piece, and that of all of them. */
function pricesOf(pair: Pair, isCredit: boolean, rules: Rules): Difference[] {
	const { invoiced, ordered } = pair;
	if (!ordered || pair.isOther) return [];
	const { line, quantity, extendedPrice } = invoiced;
	const asked = askedBy(invoiced);
	if (quantity === undefined || asked === undefined) {
		return [unclear(pair, 'the invoice has no quantity or price that can be read')];
	}
	if (quantity === 0n && asked === 0n) return [];
	const { unitPrice: orderedPrice } = ordered;
	if (orderedPrice === undefined) {
		return asked === 0n ? [] : [unclear(pair, 'the order has no unit price that can be read')];
	}
	const givesBack = isCredit || asked < 0n;
	const size = absOf(quantity);
	const unitPrice = invoiced.unitPrice === undefined ? undefined : absOf(invoiced.unitPrice);
	// The order's price of all pieces may hide more decimals than that of one shows.
	const ofAll = partPrice(ordered, size);
	const isTheOrders =
		isRounding(absOf(asked), productOf(orderedPrice, size)) ||
		(ofAll !== undefined && isRounding(absOf(asked), ofAll));

	const byUnit = unitPrice === undefined ? 0n : productOf(unitPrice - orderedPrice, size);
	const isHidden = isTheOrders && absOf((unitPrice ?? 0n) - orderedPrice) < HALF_CENT;
	const differs =
		unitPrice !== undefined &&
		unitPrice !== orderedPrice &&
		!isHidden &&
		// A credit of less than the price corrects that price; one of more gives too much.
		(!givesBack || unitPrice > orderedPrice) &&
		!isWithin(rules, byUnit, productOf(orderedPrice, size));
	const found: Difference[] = [];
	if (differs) {
		found.push({
			differenceType: 'unit price',
			difference: `${nameOf(invoiced)} was invoiced at ${inMoney(unitPrice)} each, ordered at ${inMoney(orderedPrice)}`,
			line,
			invoicedValue: shownOf(unitPrice),
			expectedValue: shownOf(orderedPrice),
			more: givesBack ? -byUnit : byUnit,
		});
	}
	const expected = productOf(unitPrice ?? orderedPrice, size);
	const more = absOf(asked) - expected;
	const isWrong =
		extendedPrice !== undefined &&
		!isTheOrders &&
		absOf(more) > HALF_CENT &&
		(!givesBack || more > 0n) &&
		!isWithin(rules, more, expected);
	if (isWrong) {
		found.push({
			differenceType: 'extended price',
			difference: `${nameOf(invoiced)} was invoiced at ${inMoney(absOf(asked))} for ${piecesOf(size)}, which are ${inMoney(expected)}`,
			line,
			invoicedValue: shownOf(absOf(asked)),
			expectedValue: shownOf(expected),
			more: givesBack ? -more : more,
		});
	}
	// Within a tolerance for one piece and for all of them, a line may still be beyond it.
	const inAll = productOf(orderedPrice, size);
	const beyond = absOf(asked) - inAll;
	const isBeyond = !isTheOrders && (!givesBack || beyond > 0n) && !isWithin(rules, beyond, inAll);
	if (found.length === 0 && extendedPrice !== undefined && unitPrice !== undefined && isBeyond) {
		found.push({
			differenceType: 'extended price',
			difference: `${nameOf(invoiced)} was invoiced at ${inMoney(absOf(asked))} for ${piecesOf(size)}, ordered at ${inMoney(inAll)}`,
			line,
			invoicedValue: shownOf(absOf(asked)),
			expectedValue: shownOf(inAll),
			more: givesBack ? -beyond : beyond,
		});
	}
	return found;
}

/**
 * The lines of an invoice held against those of its order: part numbers, quantities and prices.
 *
 * @param before what earlier invoices of the run have asked for; this one is added to it
 */
export function matchLines(
	invoiced: Invoiced,
	orderedLines: readonly OrderedLine[],
	before: Before,
	rules: Rules & { readonly withPrices: boolean },
): { pairs: Pair[]; differences: Difference[] } {
	const pairs = pairsOf(invoiced.lines, orderedLines);
	const quantities = quantitiesOf(invoiced, pairs, orderedLines, before);
	const differences = [
		...pairs.filter(isStrange).map(strangers),
		...(rules.compare.has('quantity') ? quantities : []),
	];
	const prices = rules.withPrices
		? pairs.flatMap((pair) => pricesOf(pair, invoiced.isCredit, rules))
		: [];
	return { pairs, differences: [...differences, ...prices] };
}
