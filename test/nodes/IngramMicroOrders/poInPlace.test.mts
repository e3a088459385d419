import { cancel } from '../../../nodes/IngramMicroOrders/cancel.operation.ts';
import { get } from '../../../nodes/IngramMicroOrders/get.operation.ts';
import { getMany } from '../../../nodes/IngramMicroOrders/getMany.operation.ts';
import { modify } from '../../../nodes/IngramMicroOrders/modify.operation.ts';
import { release } from '../../../nodes/IngramMicroOrders/release.operation.ts';
import { getMany as getManyInvoices } from '../../../nodes/IngramMicroInvoices/getMany.operation.ts';
import { badInputOf, requestFor } from '../support.mts';

/*
 * A PO where a number of Ingram Micro's belongs. One that looks like no order number is refused; one of
 * digits may be a number of a country on SAP, so what is done about it is told once XI has none.
 */

const byNumber = (value: string) => ({ __rl: true, mode: 'ingramOrderNumber', value });

describe.each([
	['Get Order', get, {}],
	['Modify Order', modify, { notes: 'Call first' }],
	['Release Order', release, {}],
	['Cancel Order', cancel, {}],
])('a PO as the number of an order: %s', (_, operation, more) => {
	it('is refused with what to do', () => {
		const { message, remedy } = badInputOf(() =>
			requestFor(operation, { order: byNumber('PO-4711'), ...more }),
		);
		expect(message).toMatch(/^'Order' is "PO-4711"; it must be an Ingram Micro order number/);
		expect(remedy).toBe('If it is your purchase order (PO) number, choose By PO in Order');
	});

	it('is told of where Ingram Micro has no such number', () => {
		const { remedies } = requestFor(operation, { order: byNumber('4500012345'), ...more });
		expect(remedies?.[404]).toMatch(/If it is your purchase order \(PO\) number, choose By PO$/);
	});
});

it.each([
	['orders', getMany, 'ingramOrderNumber'],
	['invoices', getManyInvoices, 'orderNumber'],
])('a PO as the order number of a search is refused: %s', (_, operation, name) => {
	const { remedy } = badInputOf(() => requestFor(operation, { filters: { [name]: 'PO-4711' } }));
	expect(remedy).toBe(
		'If it is your purchase order (PO) number, use the filter Customer Order Number',
	);
});
