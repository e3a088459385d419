import { isOn } from '../shared/fields/attributes';
import { options } from '../shared/fields/options';
import { ALLOW_DUPLICATE } from '../shared/ordering/headerAttributes';
import { ifLineUnavailable } from '../shared/ordering/ifLineUnavailable';
import { type IfOrderExists, ifOrderExists, previewOnly } from '../shared/ordering/once';
import type { OrderBody } from '../shared/ordering/orderBody';
import { checkBefore, checkBeforeOrdering, type Limits, refuseUncheckable } from './checkBefore';
import { gatherOrder } from './gatherOrders';
import {
	bodyOf,
	orderNumberOf,
	type OrderParams,
	orderParameters,
	type OrderShape,
} from './orderBody';

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
			check: (params: PlacingParams) =>
				checkBefore(params.checkBeforeOrdering, bodyOf(shape, params)),
			uniqueBy: orderNumberOf,
			oncePerRun: true,
			guarded: (params: OrderParams) =>
				!isOn(bodyOf(shape, params).additionalAttributes, ALLOW_DUPLICATE),
			takesExisting: (params: PlacingParams) => params.ifOrderExists === 'return',
			previews: (params: PlacingParams) => params.previewOnly,
		},
	};
}
