import { deadWordOf, isOnHold, type OrderDetailsAnswer } from '../shared/xi/orders/order';
import { BadInput } from '../shared/errors';
import { writeOptionsWith } from '../shared/fields/options';
import { write, type WritePlan } from '../shared/operation';
import { ONE_ORDER } from '../shared/forModels';
import { lookAtOrder } from '../shared/xi/orders/lookForOrder';
import {
	forEachPart,
	type NamedOrder,
	nameOf,
	numberOf,
	orderOrPo,
	type Part,
	told,
} from '../shared/xi/orders/orderByPo';
import { previewOnly } from '../shared/xi/orders/ifOrderExists';
import { CHECK_NUMBER, STANDING, standingAs } from './onHold';
import { regionCode, sandboxOnly } from './sandbox';

const notCancelled = (order: OrderDetailsAnswer): string | undefined =>
	deadWordOf(order) === undefined ? 'it is not cancelled' : undefined;

/**
 * Throws BadInput where some orders of a PO are on hold and others are not: XI refuses these, and a PO
 * that is cancelled by half is not what was asked for. Where none is on hold, XI says so itself.
 */
function refuseHalf({ customerOrderNumber = '' }: NamedOrder, all: readonly Part[]): void {
	const isHeld = ({ details }: Part) => isOnHold(details.orderStatus);
	const held = all.filter(isHeld);
	if (held.length === 0 || held.length === all.length) return;
	const listed = (parts: readonly Part[]) => parts.map(told).join(', ');
	throw new BadInput(
		`Not all live orders of the PO ${customerOrderNumber} are on hold, and nothing was sent. Not on hold: ${listed(all.filter((part) => !isHeld(part)))}. On hold: ${listed(held)}`,
		'To cancel those on hold all the same, give them by their Ingram order numbers, an item for each. For any other, ask Ingram Micro to stop it, or return the goods',
	);
}

interface Params {
	readonly order: NamedOrder;
	readonly previewOnly: boolean;
	readonly options: { readonly regionCode?: string };
}

/**
 * A good answer has no body. XI documentation: "Cancel Order".
 *
 * XI cancels what is on customer hold and nothing else (405). That the order is cancelled already, by
 * an earlier try or because its hold ran out, is as good as having cancelled it.
 */
export const cancel = write({
	option: {
		name: 'Cancel Order',
		value: 'cancel',
		action: 'Cancel order',
		description:
			'Cancel an order that is on customer hold; by PO, all its live orders of one day, if each is on hold. This ends a real order, for good.',
	},
	forModels: [ONE_ORDER],
	parameters: {
		order: orderOrPo,
		previewOnly,
		options: writeOptionsWith({ regionCode }),
	},
	output: { cancelled: { name: 'Cancelled', simplified: true }, ...STANDING },
	sandboxOnly,
	plan: planOf,
});

function planOf(params: Params): WritePlan {
	const { order: named, previewOnly: isPreview, options } = params;
	const order = numberOf(named);
	return {
		request: {
			method: 'DELETE',
			path: '/resellers/v6/orders/{OrderNumber}',
			pathValues: { OrderNumber: order },
			query: { regionCode: options.regionCode },
			emptyAnswer: true,
			remedies: {
				404: CHECK_NUMBER,
				405: 'Only an order on customer hold can be cancelled: one that was created with the hold and is not released yet. For any other, ask Ingram Micro to stop it, or return the goods',
			},
		},
		subject: nameOf(named),
		previewOnly: isPreview,
		...forEachPart(named, ({ number }, all) => {
			refuseHalf(named, all);
			return { plan: planOf({ ...params, order: { ingramOrderNumber: number } }) };
		}),
		rows: () => [{ cancelled: true, outcome: 'cancelled', ingramOrderNumber: order }],
		receipt: ({ ingramOrderNumber }) => `order ${ingramOrderNumber as string} (cancelled)`,
		ifUnclear:
			'Look at the order (Get Order). While it is on hold, running this again does no harm: a cancelled order is not cancelled twice',
		once: {
			number: `cancel ${order}`,
			second: 'refused',
			existing: 'return',
			look: async (ask) =>
				standingAs(await lookAtOrder(ask, order, notCancelled), {
					cancelled: true,
					ingramOrderNumber: order,
				}),
		},
	};
}
