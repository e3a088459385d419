import { isCancelled, isOnHold, normalStatus } from '../../../nodes/shared/orderStatus.ts';

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

	it('tells what is cancelled, and what is on hold', () => {
		expect(['Canceled', 'im::CANCELLED', 'Voided'].every(isCancelled)).toBe(true);
		expect(['Closed', 'On Hold', undefined].some(isCancelled)).toBe(false);
		expect(['ON HOLD', 'im::hold'].every(isOnHold)).toBe(true);
		expect(['Processing', '', undefined].some(isOnHold)).toBe(false);
	});
});
