import { normalStatus } from '../../../../../nodes/shared/dictionary.ts';
import { deadWordOf, isCancelled, isOnHold } from '../../../../../nodes/shared/xi/orders/order.ts';

describe('a status', () => {
	it.each([
		['ON HOLD', 'on hold'],
		['On Hold', 'on hold'],
		['im::hold', 'on hold'],
		['IM::ON_HOLD', 'on hold'],
		['Canceled', 'cancelled'],
		['CANCELLED', 'cancelled'],
		[' Backordered ', 'backordered'],
		['im::backordered', 'backordered'],
		['Back-Ordered', 'backordered'],
		['In  Progress', 'in progress'],
		['IM::PARTIALLY_SHIPPED', 'partially shipped'],
		['Something New', 'something new'],
		['', undefined],
		['im::', undefined],
		[null, undefined],
		[7, undefined],
	])('%j is compared as %j', (status, word) => {
		expect(normalStatus(status)).toBe(word);
	});

	it.each(
		['REJECTED', 'VOIDED', 'Void', 'CANCELLED', 'CANCELED', 'Deleted'].flatMap((word) => [
			word,
			word.toLowerCase(),
			` ${word} `,
			`im::${word}`,
			`IM::${word}`,
			`IM:: ${word}`,
			`IM::ORDER_${word}`,
			`order ${word}`,
			`im::line_${word}`,
		]),
	)('%j is dead', (status) => {
		expect(isCancelled(status)).toBe(true);
	});

	it.each([
		'PARTIALLY CANCELLED',
		'Cancel Requested',
		'CANCEL REJECTED',
		'Release Rejected',
		'Rejected Lines',
		'avoided',
		'OPEN',
		'Closed',
		'im::',
		7,
		null,
	])('%j is not', (status) => {
		expect(isCancelled(status)).toBe(false);
	});

	it('tells what is cancelled, and what is on hold', () => {
		expect(['Canceled', 'im::CANCELLED', 'Voided'].every(isCancelled)).toBe(true);
		expect(['Closed', 'On Hold', undefined].some(isCancelled)).toBe(false);
		expect(['ON HOLD', 'im::hold'].every(isOnHold)).toBe(true);
		expect(['Processing', '', undefined].some(isOnHold)).toBe(false);
	});
});

describe('an order', () => {
	const part = (subOrderStatus?: string) => ({ subOrderNumber: '20-RD128-11', subOrderStatus });
	const line = (lineStatus?: string) => ({ ingramPartNumber: 'A', lineStatus });

	it.each<[object, string]>([
		[{ orderStatus: ' Rejected ' }, 'Rejected'],
		[{ orderStatus: 'IM::CANCELED', lines: [line('Open')] }, 'IM::CANCELED'],
		[
			{ orderStatus: 'OPEN', subOrders: [part('VOIDED'), part('im::voided'), { links: {} }] },
			'VOIDED, im::voided',
		],
		[{ subOrders: part('Rejected') }, 'Rejected'],
		[
			{
				orderStatus: 'Processing',
				lines: [line('Canceled'), line('Canceled'), { notes: 'x' }, null],
			},
			'Canceled',
		],
	])('is dead: %j', (order, word) => {
		expect(deadWordOf(order)).toBe(word);
	});

	it.each([
		{},
		{ orderStatus: null, subOrders: null, lines: null },
		{ orderStatus: 'OPEN', subOrders: [], lines: [] },
		{ orderStatus: 'OPEN', subOrders: [part('REJECTED'), part('SHIPPED')] },
		{ subOrders: [part('REJECTED'), part()] },
		{ lines: [line('Canceled'), line('Open')] },
		{ lines: [line('Canceled'), line()] },
		{ lines: [{ notes: 'Call first' }], subOrders: [{ links: {} }] },
	])('is not: %j', (order) => {
		expect(deadWordOf(order)).toBeUndefined();
	});
});

describe('words for dead', () => {
	it.each([
		'im::order::rejected',
		'CANCEL',
		'Reject',
		'Rejected.',
		'Cancelled/Voided',
		'Cancelled Order',
		'CANCELLED BY CUSTOMER',
		'Voided by Ingram Micro',
	])('%s', (orderStatus) => {
		expect(deadWordOf({ orderStatus })).toBe(orderStatus);
	});

	it.each([
		'',
		'/',
		'Cancel pending',
		'Cancellation requested',
		'Partially cancelled',
		'Cancelled, backordered',
		'Not rejected',
	])('not for certain: %s', (orderStatus) => {
		expect(deadWordOf({ orderStatus })).toBeUndefined();
	});
});
