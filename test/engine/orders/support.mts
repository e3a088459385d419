import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { range } from '../../nodes/support.mts';
import type { Bench } from '../support.mts';

export const CREATE = '/resellers/v6/orders';
export const CREATE_ASYNC = '/resellers/v7/orders';
export const MODIFY = '/resellers/v6/orders/{orderNumber}';
export const CANCEL = '/resellers/v6/orders/{OrderNumber}';
export const ORDER_SEARCH = '/resellers/v6/orders/search';
export const ORDER_DETAILS = '/resellers/v6.1/orders/{ordernumber}';
export const ORDER_DETAILS_V6 = '/resellers/v6/orders/{ordernumber}';

/** In stock, in thousands. */
export const STOCKED = '123512';
/** Sent by the vendor, so that an order with both is split in two. */
export const DIRECT = 'RQ6000';
/** Known, but out of stock. */
export const MISSING = 'TSXML1';
/** In no catalog. */
export const UNKNOWN = 'XXXXXX';

export const GOES_ON = { onError: 'continueRegularOutput' } as const;

/** A value for an order's resource locator. */
export const byNumber = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

/** The same by the PO, from the input's field `po` unless one is given. */
export const byPo = (value = '={{ $json.po }}') => ({
	__rl: true,
	mode: 'customerOrderNumber',
	value,
});

/** Lines as they stand in a node. */
export const linesOf = (...parts: string[]) => ({
	line: parts.map((ingramPartNumber) => ({ ingramPartNumber, quantity: 1 })),
});

/** An order for each input item, by its field `po`, that does not wait long for a late answer. */
export const CREATE_PO: INodeParameters = {
	operation: 'create',
	customerOrderNumber: '={{ $json.po }}',
	lines: linesOf(STOCKED),
	options: { lookSeconds: 0 },
};

export const CREATE_PO_ASYNC: INodeParameters = { ...CREATE_PO, operation: 'createAsync' };

export const ON_HOLD = { onCustomerHold: true };
/** What lets a PO be used twice. */
export const DUPLICATE = {
	additionalFields: { additionalAttributes: { allowDuplicateCustomerOrderNumber: true } },
};

/** Creates an order on customer hold, and gives its number. */
export async function held(bench: Bench, po: string, parts = [STOCKED]): Promise<string> {
	const { items, error } = await bench.runOrders(
		{ ...CREATE_PO, lines: linesOf(...parts), ...ON_HOLD },
		[{ po }],
	);
	expect(error).toBeUndefined();
	return items[0].json.ingramOrderNumber as string;
}

/** Creates what is on customer hold under a PO that may have orders already, and gives their numbers. */
export async function heldUnder(bench: Bench, po: string, parts = [STOCKED]): Promise<string[]> {
	const before = bench.xi.orders.length;
	const given = { ...CREATE_PO, ...ON_HOLD, ...DUPLICATE, lines: linesOf(...parts) };
	const { error } = await bench.runOrders(given, [{ po }]);
	expect(error).toBeUndefined();
	return bench.xi.orders.slice(before).map(({ ingramOrderNumber }) => ingramOrderNumber);
}

/** Every filter of a search for orders at once, as it stands in a node. */
export const WHOLE_ORDER_FILTERS = {
	customerOrderNumber: 'PO-1',
	deliveryDate: range('2026-11-07T00:00:00', '2026-11-08T00:00:00'),
	endCustomerOrderNumber: 'EU-1',
	ingramOrderDate: '2026-11-21T00:00:00',
	ingramOrderDateRange: range('2026-11-01T00:00:00', '2026-11-21T00:00:00'),
	ingramOrderNumber: '20-RD128',
	ingramPartNumber: '4A0036',
	invoiceDate: range('2026-11-03', '2026-11-04'),
	orderStatus: ['SHIPPED', 'ON HOLD'],
	serialNumber: 'Q2EV-5SJ3-E6LN',
	shipDate: range('2026-11-05', '2026-11-06'),
	specialBidNumber: '3223A',
	trackingNumber: '390064340282',
	vendorName: 'Cisco & Co',
	vendorPartNumber: 'E2016HV',
};

/** The JSON of items. */
export const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** POs in the simulator's books, in the order in which they came. */
export const posOf = ({ xi }: Bench): string[] =>
	xi.orders.map(({ customerOrderNumber }) => customerOrderNumber);
