import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { modify } from '../../../nodes/IngramMicroOrders/modify.operation.ts';
import { CHANGES, ORDERS, sorted } from './sampleOrders.mts';
import { folded } from './wholeOrders.mts';
import { requestFor } from '../support.mts';

describe('the document’s sample of a new order', () => {
	it.each(ORDERS)('%s', (_, given, body) => {
		expect(sorted(requestFor(create, folded(given)).body)).toEqual(sorted(body));
	});
});

describe('the document’s sample of a change', () => {
	it.each(CHANGES)('%s', (_, given, body) => {
		expect(requestFor(modify, { order: '20-RFJWZ', ...given }).body).toEqual(body);
	});
});
