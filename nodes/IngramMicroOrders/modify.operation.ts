import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from '../shared/errors';
import type { Values } from '../shared/fields/field';
import { writeOptionsWith } from '../shared/fields/options';
import { write, type WritePlan } from '../shared/operation';
import { ADDRESS, ONE_ORDER, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import type { Output } from '../shared/output';
import { recordsOf } from '../shared/records';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { lookAtOrder } from '../shared/xi/orders/lookForOrder';
import { previewOnly } from '../shared/xi/orders/ifOrderExists';
import { learnNumber, nameOf, numberOf, orderOrPo } from '../shared/xi/orders/orderByPo';
import { isWarned, isWhole, orderOutput } from '../shared/xi/orders/orderOutput';
import {
	asWanted,
	onPartialFailure,
	type PlacedOrder,
	refusalOf,
	returnChoice,
} from '../shared/xi/orders/orderAnswer';
import { type ChangeBody, changeBodyOf, changeParameters } from './modifyBody';
import { checkAdded, checkBeforeAdding } from './checkAdded';
import { CHECK_NUMBER, ORDER_PATH } from './onHold';
import { regionCode, sandboxOnly } from './sandbox';

const { orderSplit: _, ingramOrderDate: __, ...changed } = orderOutput;

/** What a change of an order can return. */
export const modifyOutput: Output = {
	...changed,
	// Makes room where there is something to say.
	changeDescription: {
		name: 'Change Description',
		simplified: (record) => isWhole(record) && !isWarned(record),
	},
	orderModifiedDate: { name: 'Modified On' },
	orderSubTotal: { name: 'Order Subtotal' },
};

/** XI's samples write the order's number, and those of its lines, in two ways. */
interface ModifyAnswer extends PlacedOrder {
	orderNumber?: string | null;
	changeDescription?: string | null;
}

const lineOf = (line: IDataObject): IDataObject => ({
	...line,
	ingramLineNumber: line.ingramLineNumber ?? line.lineNumber,
});

/** The answer as the row of its order. */
function changedIn(answer: ModifyAnswer | undefined, order: string): IDataObject {
	if (Array.isArray(answer)) throw new UnexpectedAnswer('order');
	const { orderNumber, lines, rejectedLineItems, ...rest } = answer ?? {};
	return {
		outcome: 'modified',
		...rest,
		ingramOrderNumber: rest.ingramOrderNumber ?? orderNumber ?? order,
		...(lines && { lines: recordsOf(lines).map(lineOf) }),
		...(rejectedLineItems && { rejectedLineItems: recordsOf(rejectedLineItems) }),
	};
}

/** Whether so many rejected lines are all that was to be changed. */
const isAllOf = ({ notes, shipToInfo, lines = [] }: ChangeBody, rejected: number): boolean =>
	notes === undefined && shipToInfo === undefined && rejected >= lines.length;

const parameters = {
	order: orderOrPo,
	...changeParameters,
	checkBeforeOrdering: checkBeforeAdding,
	onPartialFailure,
	previewOnly,
	return: returnChoice,
	options: writeOptionsWith({ regionCode }),
};

type Params = Values<typeof parameters>;

/**
 * XI documentation: "Modify Order".
 *
 * XI modifies what is on customer hold. Its answer may be a success of some changes only, or of none:
 * a 200 with nothing but rejected lines.
 */
export const modify = write({
	option: {
		name: 'Modify Order',
		value: 'modify',
		action: 'Modify order',
		description:
			'Add, update and delete lines (products by Ingram part number (SKU), vendor part number (VPN) or UPC), change the address or add a note, while an order is on customer hold. This changes a real order.',
	},
	forModels: [
		ONE_ORDER,
		'Changes as JSON is such as {"lines":[{"addUpdateDeleteLine":"ADD","ingramPartNumber":"4A0036","quantity":2}]}; UPDATE and DELETE name the ingramLineNumber that Get Order tells.',
		PRODUCT_OF_LINE,
		QUANTITY,
		ADDRESS,
	],
	parameters,
	output: modifyOutput,
	sandboxOnly,
	lookUp: ingramNumbersIn(['lines', 'changesJson'], ['vendorPartNumber', 'upc']),
	plan: planOf,
});

function planOf(params: Params): WritePlan<ModifyAnswer> {
	const { order: named, return: wanted, options } = params;
	const order = numberOf(named);
	const body = changeBodyOf(params);
	return {
		request: {
			method: 'PUT',
			path: ORDER_PATH,
			pathValues: { orderNumber: order },
			query: { regionCode: options.regionCode },
			body,
			remedies: {
				400: 'Only an order on customer hold can be modified, within 24 hours of its creation; else check the values that Ingram Micro names',
				404: CHECK_NUMBER,
			},
		},
		subject: nameOf(named),
		...learnNumber(named, (ingramOrderNumber) =>
			planOf({ ...params, order: { ingramOrderNumber } }),
		),
		rows: (answer) => asWanted([changedIn(answer, order)], wanted),
		receipt: ({ ingramOrderNumber }) => `order ${ingramOrderNumber as string} (modified)`,
		ifUnclear:
			'Look at the order (Get Order) and compare its lines before you send the change again',
		previewOnly: params.previewOnly,
		check: async (ask, spending) =>
			await checkAdded(ask, params.checkBeforeOrdering, named, body, spending),
		refuse: (rows) => refusalOf(rows, params, { isAll: (rejected) => isAllOf(body, rejected) }),
		once: {
			number: `modify ${order} ${JSON.stringify(body)}`,
			// XI gives a changed line a new number, so a change that is made again fails though it was made.
			second: 'taken',
			existing: 'asXiSays',
			look: async (ask) =>
				await lookAtOrder(
					ask,
					order,
					() => 'it cannot be told from it whether the change was made',
				),
		},
	};
}
