import { isOn } from '../shared/fields/attributes';
import { choice, strictFlag } from '../shared/fields/field';
import { options } from '../shared/fields/options';
import { checkBefore, checkBeforeOrdering, type Limits, refuseUncheckable } from './checkBefore';
import { gatherOrder } from './gatherOrders';
import { ALLOW_DUPLICATE } from './headerAttributes';
import {
	bodyOf,
	type OrderBody,
	orderNumberOf,
	type OrderParams,
	orderParameters,
	type OrderShape,
} from './orderBody';

/** What to do with a PO that Ingram Micro has already. */
const ifOrderExists = choice<'fail' | 'return'>(
	'If the Order Exists',
	[
		{ name: 'Fail', value: 'fail', description: 'The item fails and names the existing order' },
		{
			name: 'Return the Existing Order',
			value: 'return',
			description: 'The existing order is the result, marked as found',
		},
	],
	{
		default: 'fail',
		description:
			'What to do when Ingram Micro has an order with this customer order number already, e.g. because a workflow is run a second time',
	},
);

/** Nothing is sent; the request is the result. */
export const previewOnly = strictFlag('Preview Only', {
	default: false,
	description: 'Whether to return the request as it would go out, and to send nothing',
});

interface PlacingParams extends OrderParams {
	readonly checkBeforeOrdering: Limits;
	readonly ifOrderExists: 'fail' | 'return';
	readonly previewOnly: boolean;
}

/** What both ways to place an order have in common: parameters, and how an order is kept from being placed twice. */
export function placing(shape: OrderShape) {
	const parameters = {
		...orderParameters(shape),
		checkBeforeOrdering,
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
