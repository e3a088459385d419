import { day, moment } from '../shared/fields/dates';
import {
	choice,
	collection,
	type Field,
	optionalChoice,
	optionalWholeNumber,
	requiredText,
	rows,
	text,
	textList,
	type Values,
} from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { requiredOrder } from '../shared/xi/orders/order';
import { listedProduct } from '../shared/xi/products';
import { trimmed } from '../shared/fields/jsonBody';
import { byFields, envelopeFields, links, type WebhookEvent } from './envelope';

const TOPIC = 'resellers/orders';

/** Those that were seen in events; XI publishes no list. */
const LINE_STATUSES = [
	{ name: 'Online Hold', value: 'IM::IM_ONLINE_HOLD' },
	{ name: 'Sales Hold', value: 'IM::SALES_HOLD' },
	{ name: 'Shipped', value: 'IM::SHIPPED' },
];

/** Picked or typed, it goes out as it is: the capitals of an event may be what is tried. */
const lineStatus: Field<string | undefined> = {
	property: optionalChoice('Line Status', LINE_STATUSES, {
		default: 'IM::SHIPPED',
		description: 'How the line stands. An expression may give any other word.',
	}).property,
	read: text('Line Status', { prose: true }).read,
};

const quantity = (displayName: string, description: string) =>
	optionalWholeNumber(displayName, { min: 0, default: 1, description });

const parcels = rows(
	'Parcels',
	{
		name: 'parcel',
		displayName: 'Parcel',
		fields: {
			trackingNumber: text('Tracking', {
				placeholder: 'e.g. 390000000001',
				description: 'The carrier’s number of the parcel',
			}),
			cartonNumber: text('Carton', {
				placeholder: 'e.g. 1',
				description: 'The number of the carton within the shipment',
			}),
			quantityInbox: quantity('Quantity', 'How many pieces are in it'),
		},
	},
	{ addLabel: 'Add parcel', description: 'The parcels of the shipment' },
);

const shipments = rows(
	'Shipments',
	{
		name: 'shipment',
		displayName: 'Shipment',
		fields: {
			// Short names: so deep n8n's editor cuts longer ones off.
			carrierName: text('Carrier', {
				prose: true,
				placeholder: 'e.g. SMARTPOST-BM',
				description: 'The name of the carrier',
			}),
			carrierCode: text('Carrier ID', {
				placeholder: 'e.g. 4M',
				description: 'Ingram Micro’s code of the carrier',
			}),
			parcels,
			warehouseName: text('Place', {
				prose: true,
				placeholder: 'e.g. New York',
				description: 'The name of the warehouse that it left',
			}),
			shipmentDate: day('Ship Date', { description: 'The day on which it left' }),
			shipFromWarehouseId: text('Warehouse', {
				placeholder: 'e.g. 10',
				description: 'The ID of the warehouse that it left',
			}),
		},
	},
	{ addLabel: 'Add shipment', description: 'The shipments of the line' },
);

const lines = foldedRows(
	'Lines',
	{
		name: 'line',
		displayName: 'Line',
		first: {
			ingramPartNumber: listedProduct,
			shippedQuantity: quantity('Shipped Quantity', 'How many pieces have left'),
		},
		more: {
			backorderedQuantity: quantity('Backordered Quantity', 'How many pieces are missing'),
			lineNumber: text('Line Number', {
				placeholder: 'e.g. 001',
				description: 'Ingram Micro’s number of the line',
			}),
			lineStatus,
			requestedQuantity: quantity('Requested Quantity', 'How many pieces were ordered'),
			serialNumbers: textList('Serial Numbers', {
				addLabel: 'Add serial number',
				placeholder: 'e.g. 5CG1234ABC',
				description: 'The serial numbers of the pieces that have left',
			}),
			shipments,
			subOrderNumber: text('Sub-Order Number', {
				placeholder: 'e.g. 20-RD128-11',
				description: 'The part of the order to which the line belongs',
			}),
			vendorPartNumber: text('Vendor Part Number', {
				placeholder: 'e.g. TC57HO-1PEZU4P-NA',
				description: 'The manufacturer’s number of the product',
			}),
		},
		addLabel: 'Add field',
	},
	{ addLabel: 'Add line', description: 'The lines of the order that the event is about' },
);

const OTHER = 'other';

/** The fields of an order event. Throws BadInput where one does not fit. */
export const orderEventFields = {
	eventType: byFields(
		choice(
			'Event Type',
			[
				{ name: 'Order Backordered', value: 'im::order_backordered' },
				{ name: 'Order Invoiced', value: 'im::order_invoiced' },
				{ name: 'Order on Hold', value: 'im::order_hold' },
				{ name: 'Order Shipped', value: 'im::order_shipped' },
				{ name: 'Order Voided', value: 'im::order_voided' },
				{ name: 'Other', value: OTHER },
			],
			{ default: 'im::order_shipped', description: 'What happened to the order' },
		),
	),
	otherEventType: byFields(
		requiredText('Other Event Type', {
			placeholder: 'e.g. im::order_delivered',
			description: 'The type as Ingram Micro writes it',
		}),
		{ eventType: [OTHER] },
	),
	order: byFields(requiredOrder),
	lines: byFields(lines),
	additionalFields: byFields(
		collection(
			'Additional Fields',
			{
				...envelopeFields(TOPIC),
				customerOrderNumber: text('Customer Order Number', {
					placeholder: 'e.g. PO-4711',
					description: 'Your purchase order (PO) number',
				}),
				links,
				orderEntryTimeStamp: moment('Order Entry Time', {
					description: 'When the order was placed. A time without an offset is taken for UTC.',
				}),
			},
			{ addLabel: 'Add field' },
		),
	),
};

type OrderEventParams = Values<typeof orderEventFields>;
type Line = NonNullable<OrderEventParams['lines']>[number];

/** XI's document has quantities as texts. */
const asText = (value: number | undefined): string | undefined => value?.toString();

const lineOf = ({ lineNumber, serialNumbers, shipments: sent, ...line }: Line) => ({
	...line,
	LineNumber: lineNumber,
	requestedQuantity: asText(line.requestedQuantity),
	shippedQuantity: asText(line.shippedQuantity),
	backorderedQuantity: asText(line.backorderedQuantity),
	shipmentDetails: sent.map(({ parcels: packages, ...shipment }) => ({
		...shipment,
		packageDetails: packages.map(({ quantityInbox, ...parcel }) => ({
			...parcel,
			quantityInbox: asText(quantityInbox),
		})),
	})),
	serialNumberDetails: serialNumbers?.map((serialNumber) => ({ serialNumber })),
});

/** An order event by its fields, with the names of XI's schema for this call. */
export function orderEventOf(params: OrderEventParams): WebhookEvent | undefined {
	const { eventType, otherEventType, order, lines: given, additionalFields } = params;
	if (additionalFields === undefined) return undefined;
	const {
		topic = TOPIC,
		event = 'im::updated',
		eventTimeStamp,
		eventId,
		...more
	} = additionalFields;
	return trimmed({
		topic,
		event,
		eventTimeStamp,
		eventId,
		resource: [
			{
				eventType: otherEventType ?? eventType,
				orderNumber: order,
				...more,
				lines: (given ?? []).map(lineOf),
			},
		],
	});
}
