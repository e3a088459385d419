import { requiredOrder } from '../../../../../nodes/shared/xi/orders/order.ts';
import { badInputOf } from '../../../support.mts';

describe('an order', () => {
	const locator = (value: unknown) => ({ __rl: true, mode: 'list', value });

	it.each(['20-RD128', '20-RD128-11', '29-02738', '20-rd128', ' 20-RD128 '])(
		'may be %j',
		(number) => {
			expect(requiredOrder.read(locator(number), "'Order'")).toBe(number.trim());
			expect(requiredOrder.read(number, "'Order'")).toBe(number.trim());
		},
	);

	it.each<[unknown, string]>([
		['7059827143', '7059827143'],
		[7059827143, '7059827143'],
		[' 70598271 ', '70598271'],
		['000705982714', '000705982714'],
	])('may be %j, of a country on SAP', (number, sent) => {
		expect(requiredOrder.read(locator(number), "'Order'")).toBe(sent);
		expect(requiredOrder.read(number, "'Order'")).toBe(sent);
	});

	it('is taken as Ingram Micro lists it, in whatever form', () => {
		const listed = { ...locator('SG-705'), cachedResultName: 'SG-705 – PO 4711 – SHIPPED' };
		expect(requiredOrder.read(listed, "'Order'")).toBe('SG-705');
		// What an expression gives stands beside the line that was picked before it.
		expect(() => requiredOrder.read({ ...listed, value: 'PO-4711' }, "'Order'")).toThrow('PO-4711');
		expect(() => requiredOrder.read({ ...listed, value: 'SG' }, "'Order'")).toThrow('"SG"');
	});

	it.each([
		'7059827',
		'7059827143000',
		'PO-7059827143',
		'7059827143-1',
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
		expect(badInputOf(() => requiredOrder.read(locator(number), "'Order'")).message).toBe(
			`'Order' is "${number}"; it must be an Ingram Micro order number with its dashes, such as 20-RD128 or 20-RD128-11, or 8 to 12 digits without any, such as 7059827143`,
		);
	});

	it('may not be what a sheet shows in place of a long number', () => {
		expect(badInputOf(() => requiredOrder.read(locator('7.05983E+09'), "'Order'")).message).toBe(
			'\'Order\' is "7.05983E+09", which a spreadsheet shows in place of a long number: its digits are lost',
		);
	});

	it('is required', () => {
		const error = badInputOf(() => requiredOrder.read(locator(''), "'Order'"));
		expect(error.message).toBe("'Order' is empty");
		expect(requiredOrder.property.required).toBe(true);
	});

	it('is picked from a live list, or given in a mode whose name is not cut off', () => {
		const [list, byNumber] = requiredOrder.property.modes ?? [];
		expect(list.typeOptions?.searchListMethod).toBe('searchOrders');
		expect(byNumber.displayName.length).toBeLessThanOrEqual(7);
	});
});
