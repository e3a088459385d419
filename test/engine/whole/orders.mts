import { GIVEN_CHANGE, GIVEN_V6, GIVEN_V7 } from '../../nodes/IngramMicroOrders/wholeOrders.mts';
import {
	byNumber,
	CREATE_PO,
	linesOf,
	ON_HOLD,
	STOCKED,
	WHOLE_ORDER_FILTERS,
} from '../orders/support.mts';
import { ORDERS } from '../support.mts';
import type { Stage, WholeCall } from './wholeCall.mts';

const order = byNumber('={{ $json.order }}');

/** An order of three lines on customer hold. */
async function onHold({ xi, run }: Stage) {
	const [{ json }] = await run(ORDERS, {
		...CREATE_PO,
		customerOrderNumber: 'PO-1',
		lines: linesOf(STOCKED, STOCKED, STOCKED),
		...ON_HOLD,
	});
	const [{ createdAt }] = xi.orders;
	return { order: json.ingramOrderNumber as string, day: createdAt.toISOString().slice(0, 10) };
}

const call = (operation: string, parameters: object): WholeCall => ({
	node: ORDERS,
	parameters: { operation, ...parameters },
});

const heldCall = (operation: string, parameters: object): WholeCall => ({
	...call(operation, { ...parameters, order }),
	sandbox: true,
	prepare: onHold,
});

const search = (filters: object): WholeCall =>
	call('getMany', { returnAll: false, limit: 10, filters });

const details = (version: string): WholeCall =>
	heldCall('get', {
		additionalFields: {
			ingramOrderDate: '={{ $json.day }}',
			isIml: true,
			vendorNumber: '802U',
		},
		options: { version, regionCode: 'CS', simulateStatus: 'IM::SHIPPED' },
	});

export const orders: readonly WholeCall[] = [
	call('create', GIVEN_V6),
	call('createAsync', { ...GIVEN_V7, waitForIt: 0 }),
	{
		node: ORDERS,
		parameters: {
			operation: 'getResult',
			customerOrderNumber: 'PO-1',
			return: 'lines',
			waitForIt: 0,
			additionalFields: { sentOn: '2026-11-21T00:00:00' },
		},
	},
	heldCall('modify', { ...GIVEN_CHANGE, options: { regionCode: 'CS' } }),
	heldCall('release', { options: { regionCode: 'CS' } }),
	heldCall('cancel', { options: { regionCode: 'CS' } }),
	details('v6'),
	details('v6.1'),
	search(WHOLE_ORDER_FILTERS),
	search({ orderStatus: ['SHIPPED'] }),
];
