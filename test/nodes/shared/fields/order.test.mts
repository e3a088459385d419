import { order, requiredOrder } from '../../../../nodes/shared/fields/order.ts';
import { badInputOf } from '../../support.mts';

describe('an order', () => {
	const locator = (value: unknown) => ({ __rl: true, mode: 'list', value });

	it.each(['20-RD128', '20-RD128-11', '29-02738', '20-rd128', ' 20-RD128 '])(
		'may be %j',
		(number) => {
			expect(order.read(locator(number), "'Order'")).toBe(number.trim());
			expect(order.read(number, "'Order'")).toBe(number.trim());
		},
	);

	it.each([
		'20RD128',
		'20-RD12',
		'20-RD1289',
		'20-RD128-1',
		'20-RD128-111',
		'2-RD128',
		'20-RD12/',
		'20 RD128',
		'20-RD128; 20-RD129',
	])('may not be %j', (number) => {
		expect(badInputOf(() => order.read(locator(number), "'Order'")).message).toBe(
			`'Order' is "${number}"; it must be an Ingram Micro order number with its dashes, such as 20-RD128 or 20-RD128-11`,
		);
	});

	it('may be empty, unless it is required', () => {
		expect(order.read(locator(''), "'Order'")).toBeUndefined();
		const error = badInputOf(() => requiredOrder.read(locator(''), "'Order'"));
		expect(error.message).toBe("'Order' is empty");
		expect(requiredOrder.property.required).toBe(true);
	});

	it('is picked from a live list, or given in a mode whose name is not cut off', () => {
		const [list, byNumber] = order.property.modes ?? [];
		expect(list.typeOptions?.searchListMethod).toBe('searchOrders');
		expect(byNumber.displayName.length).toBeLessThanOrEqual(7);
	});
});
