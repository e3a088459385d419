import type { IDataObject } from 'n8n-workflow';

import { isOn } from '../shared/fields/attributes';
import { gatheredBy } from '../shared/fields/lines';
import { options } from '../shared/fields/options';
import type { Once, Sight, WritePlan } from '../shared/operation';
import type { OrderBody } from '../shared/xi/orders/sentOrder';
import { ALLOW_DUPLICATE } from '../shared/xi/orders/headerAttributes';
import { ifLineUnavailable } from '../shared/xi/orders/ifLineUnavailable';
import { lookForPo } from '../shared/xi/orders/lookForOrder';
import {
	AN_ORDER,
	type IfOrderExists,
	ifOrderExists,
	previewOnly,
} from '../shared/xi/orders/ifOrderExists';
import { onCustomerHold } from '../shared/xi/orders/onCustomerHold';
import { receiptOf } from '../shared/xi/orders/orderAnswer';
import { compared } from '../shared/xi/orders/sameOrder';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { checkBefore, checkBeforeOrdering, type Limits, refuseUncheckable } from './checkBefore';
import {
	bodyOf,
	orderParameters,
	rareParameters,
	type OrderParams,
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
		onCustomerHold,
		previewOnly,
		checkBeforeOrdering,
		ifOrderExists,
		ifLineUnavailable,
		...rareParameters(shape),
	};
	return {
		parameters,
		lookUp: ingramNumbersIn(['lines', 'linesList', 'orderJson']),
		gathering: gatheredBy<OrderParams>(
			{ ...parameters, options },
			{ article: 'an', thing: 'order', number: 'customerOrderNumber', called: 'order number' },
		),
		/** The body as it goes out. Throws BadInput. */
		body(params: PlacingParams): OrderBody {
			const body = bodyOf(shape, params);
			refuseUncheckable(params.checkBeforeOrdering, body);
			return body;
		},
		/**
		 * What the plans of both ways hold beside their call.
		 *
		 * @param body the order as it goes out
		 * @param shown what a look found, as the rows that are wanted
		 */
		common(
			params: PlacingParams,
			body: OrderBody,
			shown: (sight: Sight) => Sight = (sight) => sight,
		): Pick<WritePlan, 'subject' | 'check' | 'previewOnly'> & {
			once: Once;
			receipt(row: IDataObject): string;
		} {
			const { customerOrderNumber } = body;
			return {
				subject: `PO ${customerOrderNumber}`,
				previewOnly: params.previewOnly,
				check: async (ask, spending) =>
					await checkBefore(ask, params.checkBeforeOrdering, body, spending),
				receipt: receiptOf,
				once: {
					number: customerOrderNumber,
					second: isOn(body.additionalAttributes, ALLOW_DUPLICATE) ? 'taken' : 'refused',
					existing: params.ifOrderExists,
					words: AN_ORDER,
					onePerRun: true,
					look: async (ask, sending) =>
						shown(compared(await lookForPo(ask, customerOrderNumber), body, sending)),
				},
			};
		},
	};
}
