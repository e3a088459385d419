import { dateRange, day } from '../shared/fields/dates';
import { choice, choices, filters, text } from '../shared/fields/field';
import { ORDER_NUMBER_FILTER, orderSearch } from '../shared/xi/orders/order';
import { oneEach } from '../shared/output';
import { pagedRead } from '../shared/operation';
import { DAYS } from '../shared/forModels';
import { orderSearchOutput, subOrdersIn } from '../shared/xi/orders/orderOutput';

/** XI's limit for the texts of this search. */
const maxLength = 35;

const NOT_IN_AUSTRALIA = 'Not available in Australia.';

/**
 * XI documentation: "Search Orders".
 *
 * The date ranges are spelt with one hyphen (`ingramOrderDate-bt`) and three underscores; the portal
 * has an underscore in the first too, against the OpenAPI document and the official SDK. XI sends
 * all numbers as text.
 */
export const getMany = pagedRead({
	option: {
		name: 'Get Many Orders',
		value: 'getMany',
		action: 'Get many orders',
		description:
			'Search your orders by order number, PO number, status, date, part, serial or tracking number',
	},
	forModels: [
		'Customer Order Number is the person’s purchase order (PO) number, Ingram Order Number that of Ingram Micro, such as 20-RC1RD. Limit is the most orders to give.',
		DAYS,
	],
	parameters: {
		filters: filters({
			customerOrderNumber: text('Customer Order Number', {
				maxLength,
				placeholder: 'e.g. PO-4711',
				description: 'Only orders with this purchase order (PO) number of yours',
			}),
			deliveryDate: dateRange('Delivery Date Range', {
				description: `Only orders that were delivered in this time. ${NOT_IN_AUSTRALIA}`,
			}),
			endCustomerOrderNumber: text('End Customer PO', {
				maxLength,
				placeholder: 'e.g. EU-4711',
				description: 'Only orders with this purchase order (PO) number of your customer',
			}),
			ingramOrderDate: day('Order Date', { description: 'Only orders of this day' }),
			ingramOrderDateRange: dateRange('Order Date Range', {
				description: 'Only orders that were placed in this time',
			}),
			ingramOrderNumber: text('Ingram Order Number', {
				format: ORDER_NUMBER_FILTER,
				placeholder: 'e.g. 20-RD128',
				description: 'Only the order with this Ingram Micro order number',
			}),
			ingramPartNumber: text('Ingram Part Number', {
				maxLength,
				placeholder: 'e.g. 4A0036',
				description: 'Only orders with this product, by its Ingram part number (SKU)',
			}),
			invoiceDate: dateRange('Invoice Date Range', {
				description: `Only orders that were invoiced in this time. ${NOT_IN_AUSTRALIA}`,
			}),
			orderStatus: choices(
				'Order Status',
				[
					{ name: 'Backordered', value: 'BACKORDERED' },
					{ name: 'Cancelled', value: 'CANCELLED' },
					{ name: 'Closed', value: 'CLOSED' },
					{ name: 'On Hold', value: 'ON HOLD' },
					{ name: 'Open', value: 'OPEN' },
					{ name: 'Processing', value: 'PROCESSING' },
					{ name: 'Shipped', value: 'SHIPPED' },
				],
				{ default: [], description: 'Only orders with one of these statuses' },
			),
			serialNumber: text('Serial Number', {
				maxLength,
				placeholder: 'e.g. Q2EV-5SJ3-E6LN',
				description: 'Only the order with which this device came',
			}),
			shipDate: dateRange('Ship Date Range', {
				description: 'Only orders that were shipped in this time',
			}),
			specialBidNumber: text('Special Bid Number', {
				maxLength,
				placeholder: 'e.g. 3223A',
				description: `Only orders with this special price of a manufacturer. ${NOT_IN_AUSTRALIA}`,
			}),
			trackingNumber: text('Tracking Number', {
				maxLength,
				placeholder: 'e.g. 390064340282',
				description: `Only the order of which this parcel is part. ${NOT_IN_AUSTRALIA}`,
			}),
			vendorName: text('Vendor Name', {
				prose: true,
				maxLength,
				placeholder: 'e.g. Cisco',
				description: 'Only orders with products of this manufacturer',
			}),
			vendorPartNumber: text('Vendor Part Number', {
				maxLength,
				placeholder: 'e.g. E2016HV',
				description: 'Only orders with this product, by the manufacturer’s part number',
			}),
		}),
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Order',
					value: 'orders',
					description: 'With the list of its parts',
				},
				{
					name: 'One Item per Sub-Order',
					value: 'subOrders',
					description:
						'Ingram Micro ships and invoices an order in parts, one for each warehouse. Limit then counts parts.',
				},
			],
			{ default: 'orders', description: 'What each output item stands for' },
		),
	},
	output: orderSearchOutput,
	search: orderSearch,
	wanted: ({
		filters: {
			orderStatus: statuses,
			ingramOrderDateRange,
			invoiceDate,
			shipDate,
			deliveryDate,
			...texts
		},
	}) => ({
		query: {
			...texts,
			orderStatus: statuses.length === 1 ? statuses[0] : undefined,
			'orderStatus-in': statuses.length > 1 ? statuses : undefined,
			'ingramOrderDate-bt': ingramOrderDateRange,
			invoiceDate_bt: invoiceDate,
			shipDate_bt: shipDate,
			deliveryDate_bt: deliveryDate,
		},
	}),
	rows: (order, params) =>
		params.return === 'orders'
			? [order]
			: oneEach(order, 'subOrders', 'subOrder', subOrdersIn(order.subOrders)),
});
