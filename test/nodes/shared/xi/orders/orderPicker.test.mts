import { typed } from '../../../../../nodes/shared/picker.ts';
import { queriesFor } from '../../../../../nodes/shared/xi/orders/order.ts';

describe('what is typed into the list of orders', () => {
	it.each<[string, object[]]>([
		['', [{}]],
		['  ', [{}]],
		['20-rd128', [{ ingramOrderNumber: '20-RD128' }, { customerOrderNumber: '20-rd128' }]],
		['20-RD128-11', [{ ingramOrderNumber: '20-RD128-11' }, { customerOrderNumber: '20-RD128-11' }]],
		['20RD128', [{ customerOrderNumber: '20RD128' }, { ingramOrderNumber: '20-RD128' }]],
		['7059827143', [{ customerOrderNumber: '7059827143' }, { ingramOrderNumber: '7059827143' }]],
		['PO 4711', [{ customerOrderNumber: 'PO 4711' }]],
		[' MyPO ', [{ customerOrderNumber: 'MyPO' }]],
		['PO\u00a04711\u200b', [{ customerOrderNumber: 'PO 4711' }]],
		['x'.repeat(36), []],
	])('%j is searched by %j', (filter, queries) => {
		expect(queriesFor(typed(filter))).toEqual(queries);
	});
});
