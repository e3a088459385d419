import { plain } from '../shared/comparing';
import { filters, text, wholeNumber } from '../shared/fields/field';
import { compareEtas, isAwaitedIn } from './etaDiff';
import { orderChangeOutput } from './orderChangeOutput';
import { compareLines } from './orderDiff';
import { changesOf, endUser, vendor } from './watchFields';
import type { OrderKind } from './watchedKind';

const followDays = wholeNumber('Follow for (Days)', {
	min: 1,
	max: 180,
	default: 30,
	description:
		'How many days after its date an order is looked at. A larger number later tells nothing of older orders, and makes each round of all open orders longer.',
});

const orderFilters = filters({
	customerOrderNumber: text('Customer Order Number', {
		placeholder: 'e.g. SHOP-*',
		description:
			'Only orders with this purchase order (PO) number of yours. An asterisk stands for any characters; capitals do not count.',
	}),
	endUser,
	vendor,
});

/** Whether a number of the reseller's fits a pattern, in which an asterisk stands for anything. */
export function fitsPattern(pattern: string): (number: unknown) => boolean {
	const parts = pattern.toUpperCase().split(/\*+/);
	return (number) => {
		const text = plain(number).toUpperCase();
		const [first, ...others] = parts;
		if (others.length === 0) return text === first;
		const last = others.pop() ?? '';
		if (!text.startsWith(first) || !text.endsWith(last)) return false;
		let place = first.length;
		for (const part of others) {
			const found = text.indexOf(part, place);
			if (found === -1) return false;
			place = found + part.length;
		}
		return place + last.length <= text.length;
	};
}

/** What becomes of orders, line by line. XI documentation: "Search Orders", "Get Order Details v6.1". */
export const orderChanged: OrderKind = {
	isOf: 'orders',
	name: 'Orders',
	description:
		'A line of an order ships, is invoiced, delivered, held, released, backordered or voided, or an order appears',
	parameters: {
		changes: changesOf(
			[
				{ name: 'Appeared', value: 'appeared', description: 'There is a new order' },
				{
					name: 'Backordered',
					value: 'backordered',
					description: 'Pieces of a line are awaited, or more than before',
				},
				{
					name: 'Delivered',
					value: 'delivered',
					description: 'Pieces of a line arrived. Not all countries and carriers tell.',
				},
				{ name: 'Held', value: 'held', description: 'A line waits for its release' },
				{ name: 'Invoiced', value: 'invoiced', description: 'Pieces of a line were invoiced' },
				{ name: 'Released', value: 'released', description: 'A line does not wait any more' },
				{
					name: 'Shipped',
					value: 'shipped',
					description: 'Pieces of a line left. One that ships in parts is told part by part.',
				},
				{
					name: 'Voided',
					value: 'voided',
					description: 'A line was cancelled or rejected, or its hold ran out',
				},
			],
			['appeared', 'backordered', 'delivered', 'held', 'invoiced', 'released', 'shipped', 'voided'],
		),
		followDays,
		filters: orderFilters,
	},
	output: orderChangeOutput,
	tellsOrders: true,
	usesDates: true,
	isRotated: () => true,
	look: (order, lines, known) => compareLines(order, lines, known),
};

/** When awaited lines are to come. XI documentation: "Get Order Details v6.1". */
export const etaChanged: OrderKind = {
	isOf: 'orders',
	name: 'Backorder Dates',
	description: 'The date of a backordered line moves, appears or goes',
	parameters: {
		changes: changesOf(
			[
				{
					name: 'Appeared',
					value: 'etaAppeared',
					description: 'A line is awaited, or had no date, and there is one',
				},
				{
					name: 'Earlier',
					value: 'etaEarlier',
					description: 'The date is so many days earlier than the one that was told last',
				},
				{
					name: 'Gone',
					value: 'etaGone',
					description: 'A line is awaited still, and has no date any more',
				},
				{
					name: 'Later',
					value: 'etaLater',
					description: 'The date is so many days later than the one that was told last',
				},
			],
			['etaAppeared', 'etaEarlier', 'etaGone', 'etaLater'],
		),
		byDays: wholeNumber('By at Least (Days)', {
			min: 1,
			max: 365,
			default: 1,
			description:
				'For Earlier and Later: only if the date moved by so many days since it was told last, so that one that slips a day at a time is told too',
		}),
		followDays,
		filters: orderFilters,
	},
	output: orderChangeOutput,
	tellsOrders: false,
	usesDates: false,
	isRotated: (facts) => [...facts.values()].some(isAwaitedIn),
	look: compareEtas,
};
