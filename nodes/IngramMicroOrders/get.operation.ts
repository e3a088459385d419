import type { IDataObject } from 'n8n-workflow';

import { day } from '../shared/fields/dates';
import { choice, collection, optionalChoice, optionalFlag, text } from '../shared/fields/field';
import {
	detailsOf,
	type OrderDetailsAnswer,
	requiredOrder,
	UNKNOWN_ORDER,
} from '../shared/xi/orders/order';
import { oneEach, orEmpty } from '../shared/output';
import { read } from '../shared/operation';
import { orderLinesOf, parcelsOfCarrier } from '../shared/xi/orders/orderLines';
import { orderDetailsOutput } from '../shared/xi/orders/orderDetailsOutput';
import { recordsOf } from '../shared/records';
import { UnexpectedAnswer } from '../shared/errors';
import { sandboxFields, sandboxOnly, sandboxOptions } from './sandbox';

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
	parameters: {
		order: requiredOrder,
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
				ingramOrderDate: day('Order Date', {
					description:
						'The day the order was placed, to tell apart orders whose number was used again',
				}),
				isIml: optionalFlag('IML', {
					default: true,
					description: 'Whether you are an IML customer of Ingram Micro',
				}),
				vendorNumber: text('Vendor Number', {
					placeholder: 'e.g. 802U',
					description: 'Only what concerns the manufacturer with this Ingram Micro vendor number',
				}),
				version: optionalChoice<'v6' | 'v6.1'>(
					'API Version',
					[
						{ name: '6', value: 'v6', description: 'The older one, superseded by 6.1' },
						{ name: '6.1', value: 'v6.1', description: 'The present one' },
					],
					{ default: 'v6.1', description: 'The version of the call. If not set, it is 6.1.' },
				),
			},
			{ addLabel: 'Add field' },
		),
		sandboxOptions: sandboxOptions(sandboxFields),
	},
	output: orderDetailsOutput,
	sandboxOnly,
	request: ({ order, additionalFields: { version, ...query }, sandboxOptions: sandbox }) => ({
		...detailsOf(order, version),
		query: { ...query, ...sandbox },
		remedies: UNKNOWN_ORDER,
	}),
	rows: (answer: OrderDetailsAnswer, params) => {
		if (Array.isArray(answer)) throw new UnexpectedAnswer('order');
		if (params.return === 'lines') return linesOf(answer);
		return params.return === 'parcels' ? parcelsOf(answer) : [answer];
	},
	ifNothing: ({ order }) => `Ingram Micro has no order ${order}`,
});
