import { isOn } from '../shared/fields/attributes';
import type { Fields } from '../shared/fields/field';
import { gatherLines } from '../shared/fields/lines';
import { options } from '../shared/fields/options';
import type { Ask } from '../shared/operation';
import type { OrderBody } from '../shared/xi/orders/body';
import { ALLOW_DUPLICATE } from '../shared/xi/orders/headerAttributes';
import { ifLineUnavailable } from '../shared/xi/orders/ifLineUnavailable';
import { type IfOrderExists, ifOrderExists, previewOnly } from '../shared/xi/orders/once';
import { checkBefore, checkBeforeOrdering, type Limits, refuseUncheckable } from './checkBefore';
import {
	bodyOf,
	orderNumberOf,
	orderParameters,
	type OrderParams,
	type OrderShape,
} from './orderBody';

/** One order out of several input items, each of which brings lines. */
export const gatherOrder = <P extends OrderParams>(
	fields: Fields,
	members: ReadonlyArray<{ readonly item: number; readonly params: P }>,
): P => gatherLines(fields, members, { thing: 'order', number: 'order number' });

interface PlacingParams extends OrderParams {
	readonly checkBeforeOrdering: Limits;
	readonly ifOrderExists: IfOrderExists;
	readonly previewOnly: boolean;
}

/** What both ways to place an order have in common: parameters, and how an order is kept from being placed twice. */
export function placing(shape: OrderShape) {
	const parameters = {
		...orderParameters(shape),
		checkBeforeOrdering,
		ifLineUnavailable,
		ifOrderExists,
		previewOnly,
	};
	return {
		parameters,
		/** The body as it goes out. Throws BadInput. */
		body(params: PlacingParams): OrderBody {
			const body = bodyOf(shape, params);
			refuseUncheckable(params.checkBeforeOrdering, body);
			return body;
		},
		common: {
			groupOf: ({ linesFrom, customerOrderNumber }: OrderParams) =>
				linesFrom === 'items' ? customerOrderNumber : undefined,
			rowOf: { thing: 'an order', number: 'customerOrderNumber', lines: 'lines' },
			gather: <P extends OrderParams>(members: ReadonlyArray<{ item: number; params: P }>) =>
				gatherOrder({ ...parameters, options }, members),
			subject: (params: OrderParams) => `PO ${orderNumberOf(params)}`,
			check: async (params: PlacingParams, ask: Ask) =>
				await checkBefore(
					ask,
					params.checkBeforeOrdering, bodyOf(shape, params)),
			uniqueBy: orderNumberOf,
			oncePerRun: true,
			guarded: (params: OrderParams) =>
				!isOn(bodyOf(shape, params).additionalAttributes, ALLOW_DUPLICATE),
			takesExisting: (params: PlacingParams) => params.ifOrderExists === 'return',
			previews: (params: PlacingParams) => params.previewOnly,
		},
	};
}
