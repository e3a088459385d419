import { inCapitals, plain, withoutZerosInFront } from '../shared/comparing';
import { numberIn } from '../shared/amounts';
import { collection } from '../shared/fields/field';
import type { Ask, Spending } from '../shared/operation';
import { rowFromDetails } from '../shared/xi/orders/lookForOrder';
import { detailsOf, type OrderDetailsAnswer } from '../shared/xi/orders/order';
import type { OrderLine } from '../shared/xi/orders/sentOrder';
import { liveOrder, type NamedOrder, nameOf } from '../shared/xi/orders/orderByPo';
import { type SpendingLimits, spendingLimits, strictly } from '../shared/xi/orders/spending';
import { recordsOf } from '../shared/records';
import { checkBefore } from './checkBefore';
import type { ChangeBody, LineChange } from './modifyBody';

/** What a change may add to what is spent. Off unless something is added to it. */
export const checkBeforeAdding = collection('Check Before Ordering', strictly(spendingLimits), {
	addLabel: 'Add check',
	description:
		'What to check before lines are added or their quantities are raised, with prices as they are at that moment. If a check fails, so does the item, and nothing is sent.',
});

/** A line and its product: with another one it is bought anew. */
const lineKey = (number: unknown, ingramPartNumber: unknown): string =>
	[plain(number), inCapitals(ingramPartNumber)].map(withoutZerosInFront).join(' ');

/**
 * How many pieces each line has that is there, by its number and product; the fewest where several
 * parts of an order have lines of one number. Empty where there is no such order.
 */
async function quantitiesOf(ask: Ask, named: NamedOrder): Promise<Map<string, number>> {
	const { ingramOrderNumber, customerOrderNumber = '' } = named;
	const order = ingramOrderNumber ?? (await liveOrder(ask, customerOrderNumber));
	const answer = await ask(detailsOf(order), (details: OrderDetailsAnswer) => details);
	const there = new Map<string, number>();
	for (const line of answer === undefined ? [] : recordsOf(rowFromDetails(answer).lines)) {
		const key = lineKey(line.ingramLineNumber, line.ingramPartNumber);
		const pieces = numberIn(line.quantityOrdered) ?? 0;
		there.set(key, Math.min(pieces, there.get(key) ?? pieces));
	}
	return there;
}

/** A change that may buy something: a new line, or a line that is there with another quantity. */
const mayBuy = (change: LineChange): change is LineChange & { quantity: number } =>
	change.addUpdateDeleteLine !== 'DELETE' && change.quantity !== undefined;

/**
 * Holds what a change of an order buys against what may be spent: the lines that it adds, and the
 * pieces by which it raises lines. A line of which it is not known how many pieces it has counts
 * whole. What a change takes away does not count, since nobody knows what it had cost.
 *
 * @throws Refused
 */
export async function checkAdded(
	ask: Ask,
	wanted: SpendingLimits,
	named: NamedOrder,
	{ lines: changes = [] }: ChangeBody,
	spending: Spending,
): Promise<void> {
	const buying = changes.filter(mayBuy);
	const { maxRunTotal, maxDayTotal } = wanted;
	if (maxRunTotal === undefined && maxDayTotal === undefined) return;
	if (buying.length === 0) return;
	const isRaise = ({ addUpdateDeleteLine }: LineChange) => addUpdateDeleteLine === 'UPDATE';
	const there: ReadonlyMap<string, number> = buying.some(isRaise)
		? await quantitiesOf(ask, named)
		: new Map();
	const lines = buying.flatMap((change): OrderLine[] => {
		const { quantity, ingramPartNumber, ingramLineNumber, customerLineNumber } = change;
		const before = isRaise(change)
			? (there.get(lineKey(ingramLineNumber, ingramPartNumber)) ?? 0)
			: 0;
		const number = customerLineNumber ?? ingramLineNumber;
		return quantity <= before
			? []
			: [
					{
						quantity: quantity - before,
						ingramPartNumber,
						...(number !== undefined && { customerLineNumber: number }),
					},
				];
	});
	if (lines.length === 0) return;
	const number = `change of ${nameOf(named)}`;
	// What can be modified is on customer hold.
	const change = { called: `this ${number}`, number, isHeld: true };
	await checkBefore(ask, wanted, { customerOrderNumber: number, lines }, spending, change);
}
