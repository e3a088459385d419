import type { IDataObject } from 'n8n-workflow';

import { day } from '../shared/fields/dates';
import {
	choice,
	collection,
	narrowing,
	optionalFlag,
	text,
	type Values,
} from '../shared/fields/field';
import { apiVersion, optionsWith } from '../shared/fields/options';
import { detailsOf, type OrderDetailsAnswer, UNKNOWN_ORDER } from '../shared/xi/orders/order';
import {
	type NamedOrder,
	nameOf,
	numberOf,
	orderOrPo,
	ordersUnder,
	type Part,
	partsOf,
} from '../shared/xi/orders/orderByPo';
import { oneEach, orEmpty } from '../shared/output';
import type { XiRequest } from '../shared/transport/request';
import { read } from '../shared/operation';
import { DAYS, ONE_ORDER } from '../shared/forModels';
import { orderLinesOf, parcelsOfCarrier } from '../shared/xi/orders/orderLines';
import { orderDetailsOutput } from '../shared/xi/orders/orderDetailsOutput';
import { recordsOf } from '../shared/records';
import { UnexpectedAnswer } from '../shared/errors';
import { CHECK_NUMBER } from './onHold';
import { regionCode, sandboxOnly, simulateStatus } from './sandbox';

const linesOf = (answer: OrderDetailsAnswer): IDataObject[] =>
	oneEach(answer, 'lines', 'line', orderLinesOf(answer));

/**
 * An order as one row a parcel, with the line, the shipment and the carrier it belongs to. A shipment
 * without parcels is a row too, with an empty one; a line that was not shipped is none, unless nothing
 * of the order was. An order without lines is a row without any of these.
 */
export function parcelsOf(answer: OrderDetailsAnswer): IDataObject[] {
	const { lines: _, ...head } = answer;
	const lines = orderLinesOf(answer);
	if (lines.length === 0) return linesOf(answer);
	const shipped = lines.flatMap(({ shipmentDetails, ...line }) =>
		recordsOf(shipmentDetails).map((shipment) => ({ line, shipment })),
	);
	return orEmpty(shipped).flatMap(({ line = {}, shipment: { carrierDetails, ...shipment } = {} }) =>
		orEmpty(recordsOf(carrierDetails)).flatMap(({ trackingDetails, ...carrier }) =>
			orEmpty(parcelsOfCarrier(trackingDetails)).map((parcel) => ({
				...head,
				line,
				shipment,
				carrier,
				parcel,
			})),
		),
	);
}

const parameters = {
	order: orderOrPo,
	return: choice(
		'Output Items',
		[
			{
				name: 'One Item per Line',
				value: 'lines',
				description: 'With the numbers of the order on each',
			},
			{
				name: 'One Item per Parcel',
				value: 'parcels',
				description:
					'With tracking and serial numbers. A shipment that has none yet is one item too.',
			},
			{
				name: 'One Item per Order',
				value: 'order',
				description: 'With the list of its lines',
			},
		],
		{ default: 'order', description: 'What each output item stands for' },
	),
	additionalFields: collection(
		'Additional Fields',
		{
			// Without it the number may be that of another order.
			ingramOrderDate: narrowing(
				day('Order Date', {
					description:
						'The day the order was placed, to tell apart orders whose number was used again',
				}),
			),
			isIml: optionalFlag('IML', {
				default: true,
				description: 'Whether you are an IML customer of Ingram Micro',
			}),
			vendorNumber: narrowing(
				text('Vendor Number', {
					placeholder: 'e.g. 802U',
					description: 'Only what concerns the manufacturer with this Ingram Micro vendor number',
				}),
			),
		},
		{ addLabel: 'Add field' },
	),
	options: optionsWith({ version: apiVersion, simulateStatus, regionCode }),
};

const requestFor = ({
	order,
	additionalFields,
	options,
}: Values<typeof parameters>): XiRequest => ({
	...detailsOf(numberOf(order), options.version),
	query: {
		...additionalFields,
		simulateStatus: options.simulateStatus,
		regionCode: options.regionCode,
	},
	remedies: { ...UNKNOWN_ORDER, 404: CHECK_NUMBER },
});

/**
 * XI documentation: "Get Order Details v6.1".
 *
 * v6.1 documents no answer for an order that does not exist, so that may come as a 500; v6 has 204.
 */
export const get = read({
	option: {
		name: 'Get Order',
		value: 'get',
		action: 'Get order',
		description: 'Read an order: its status, lines, shipments, tracking and serial numbers',
	},
	forModels: [ONE_ORDER, DAYS],
	parameters,
	output: orderDetailsOutput,
	sandboxOnly,
	request: requestFor,
	async complete(params, ask) {
		const { customerOrderNumber } = params.order;
		if (customerOrderNumber === undefined) return params;
		const [first, ...others] = await partsOf(ask, customerOrderNumber, (ingramOrderNumber) =>
			requestFor({ ...params, order: { ingramOrderNumber } }),
		);
		return { ...params, order: { ingramOrderNumber: first.number, others } };
	},
	rows: (answer: OrderDetailsAnswer, params) => {
		if (Array.isArray(answer)) throw new UnexpectedAnswer('order');
		const { others = [] }: WithOthers = params.order;
		return [answer, ...others.map(({ details }) => details)].flatMap((one) => {
			if (params.return === 'lines') return linesOf(one);
			return params.return === 'parcels' ? parcelsOf(one) : [one];
		});
	},
	became: (rows, { order }) => ordersUnder(order.customerOrderNumber, rows),
	ifNothing: ({ order }) => `Ingram Micro has no ${nameOf(order)}`,
});

/** The order that is read by its number, with the others under its PO, which are read before it. */
interface WithOthers extends NamedOrder {
	readonly others?: readonly Part[];
}
