import type { Quirks } from '../quirks.mts';
import type { OrderRequest, Rejection } from './orderRequest.mts';
import type { Goods, Order, OrderLine } from './orders.mts';

/**
 * What Ingram may make of an order beside what was asked for. `fee`: a line for a fee is added; `kit`:
 * the first line is taken apart; `replaced`: it gets another part number; `otherQuantity`: it gets a
 * unit more; `firstLineOnly`, `noLines`: the others, or all, are rejected, and the order is made all
 * the same. `dead`, `deadParts`, `deadLines`: it is taken and ends at once, which the order, its parts
 * or its lines tell.
 */
export const orderFates = [
	'fee',
	'kit',
	'replaced',
	'otherQuantity',
	'firstLineOnly',
	'noLines',
	'dead',
	'deadParts',
	'deadLines',
] as const;
export type OrderFate = (typeof orderFates)[number];

/** The fate of an order by its PO; undefined: it stays as it was asked for. */
export function fateOf(quirks: Quirks, customerOrderNumber = ''): OrderFate | undefined {
	const [fate] = Object.entries(quirks.orderFates)
		.filter(([text]) => customerOrderNumber.includes(text))
		.map(([, one]) => one);
	return fate;
}

/** The same goods under another part number, as Ingram puts it in the place of the one asked for. */
const renamed = (goods: Goods, ingramPartNumber: string): Goods => {
	const { product: _stock, ...rest } = goods;
	return { ...rest, ingramPartNumber, vendorPartNumber: ingramPartNumber };
};

/**
 * Changes the lines of an order as its fate wants it.
 *
 * @param positions of each line in the request
 */
export function changeLines(
	fate: OrderFate | undefined,
	lines: OrderLine[],
	rejections: Rejection[],
	{ request, positions }: { request: OrderRequest; positions: readonly number[] },
): void {
	const [first] = lines;
	if (!first) return;
	const { goods } = first;
	const part = goods.ingramPartNumber;
	if (fate === 'fee') {
		lines.push({
			...first,
			customerLineNumber: '',
			goods: renamed(goods, 'FEE001'),
			quantity: 1,
			confirmed: 1,
			shipments: [],
			unitPrice: 1,
		});
	} else if (fate === 'kit') {
		const components = ['A', 'B'].map((suffix) => ({
			...first,
			goods: renamed(goods, `${part}${suffix}`),
			shipments: [],
		}));
		lines.splice(0, 1, ...components);
	} else if (fate === 'replaced') {
		first.goods = renamed(goods, `${part}R`);
	} else if (fate === 'otherQuantity') {
		first.quantity += 1;
		first.confirmed += 1;
	} else if (fate === 'firstLineOnly' || fate === 'noLines') {
		const kept = fate === 'noLines' ? 0 : 1;
		lines.splice(kept).forEach((line, i) => {
			const position = positions[kept + i] ?? 0;
			rejections.push({
				position,
				line: request.lines[position] ?? {},
				code: 'EW',
				reason: `BR-CANT-SHIP    ${line.goods.ingramPartNumber}`,
			});
		});
	}
}

/** Makes an order dead where its fate wants it, in the word that the quirk has. */
export function endAtOnce(fate: OrderFate | undefined, word: string, order: Order): void {
	if (fate === 'dead') order.words = { head: word };
	else if (fate === 'deadParts') order.words = { parts: word };
	else if (fate === 'deadLines') order.words = { lines: word };
	else if (fate === 'noLines') order.words = { head: 'OPEN' };
}
