import type { IDataObject } from 'n8n-workflow';

import { deadWordOf, isOnHold, type OrderDetailsAnswer } from '../shared/xi/orders/order';
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
} from '../shared/xi/orders/orderByPo';
import { previewOnly } from '../shared/xi/orders/ifOrderExists';
import { CHECK_NUMBER, ORDER_PATH, STANDING, standingAs } from './onHold';
import { regionCode, sandboxOnly } from './sandbox';

function notReleased(order: OrderDetailsAnswer): string | undefined {
	const { orderStatus } = order;
	if (deadWordOf(order) !== undefined) return 'it can no longer be released';
	if (isOnHold(orderStatus)) return 'it is not released';
	return orderStatus ? undefined : 'it is not known whether it is released';
}

/**
 * Whether an order is released while another of the same PO still waits for it, as after a failure
 * between the two: then there is no doubt which was meant.
 */
const isReleasedBeside = ({ details }: Part, all: readonly Part[]): boolean =>
	notReleased(details) === undefined && all.some((other) => isOnHold(other.details.orderStatus));

const releasedAs = ({ number, details: { orderStatus } }: Part): IDataObject => ({
	outcome: 'already there',
	released: true,
	ingramOrderNumber: number,
	orderStatus,
});

interface Params {
	readonly order: NamedOrder;
	readonly previewOnly: boolean;
	readonly options: { readonly regionCode?: string };
}

/**
 * The call that modifies an order, with `actionCode=release` and an empty object for a body; a good
 * answer has none. XI documentation: "Modify Order".
 *
 * XI releases what is on customer hold, and refuses anything else (400). That refusal stands: an order
 * that was never on hold may be a mistyped number, and the one that was meant is voided in the end.
 */
export const release = write({
	option: {
		name: 'Release Order',
		value: 'release',
		action: 'Release order',
		description:
			'Let an order go that was created on customer hold; by PO, all its live orders of one day. From then on it is bought, so this spends money.',
	},
	forModels: [ONE_ORDER],
	parameters: {
		order: orderOrPo,
		previewOnly,
		options: writeOptionsWith({ regionCode }),
	},
	output: { released: { name: 'Released', simplified: true }, ...STANDING },
	sandboxOnly,
	plan: planOf,
});

function planOf(params: Params): WritePlan {
	const { order: named, previewOnly: isPreview, options } = params;
	const order = numberOf(named);
	return {
		request: {
			method: 'PUT',
			path: ORDER_PATH,
			pathValues: { orderNumber: order },
			query: { actionCode: 'release', regionCode: options.regionCode },
			body: {},
			emptyAnswer: true,
			remedies: {
				400: 'Only an order on customer hold can be released, within 24 hours of its creation; after that Ingram Micro voids it',
				404: CHECK_NUMBER,
			},
		},
		subject: nameOf(named),
		previewOnly: isPreview,
		...forEachPart(named, (part, all) => ({
			plan: planOf({ ...params, order: { ingramOrderNumber: part.number } }),
			...(isReleasedBeside(part, all) && { there: [releasedAs(part)] }),
		})),
		rows: () => [{ released: true, outcome: 'released', ingramOrderNumber: order }],
		receipt: ({ ingramOrderNumber }) => `order ${ingramOrderNumber as string} (released)`,
		ifUnclear:
			'Look at the order (Get Order). While it is on hold, running this again does no harm: an order is released only once',
		once: {
			number: `release ${order}`,
			second: 'refused',
			existing: 'asXiSays',
			look: async (ask) =>
				standingAs(await lookAtOrder(ask, order, notReleased), {
					released: true,
					ingramOrderNumber: order,
				}),
		},
	};
}
