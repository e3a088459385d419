import { create } from '../../../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { withHold } from '../../../../../nodes/shared/xi/orders/onCustomerHold.ts';
import { LEAST, LINE } from '../../../IngramMicroOrders/badOrders.mts';
import { badInputOf, requestFor } from '../../../support.mts';

const said = (attributeValue: string, attributeName = 'allowOrderOnCustomerHold') => [
	{ attributeName, attributeValue },
];

describe('Create on Customer Hold', () => {
	it('says so among the attributes, or nothing', () => {
		expect(withHold(undefined, true)).toEqual(said('true'));
		expect(withHold(said('x', 'other'), true)).toEqual([...said('true'), ...said('x', 'other')]);
		for (const off of [false, undefined]) expect(withHold(undefined, off)).toBeUndefined();
	});

	it('leaves what the order says by itself, and refuses what contradicts it', () => {
		expect(withHold(said('TRUE'), true)).toEqual(said('TRUE'));
		expect(withHold(said('false'), false)).toEqual(said('false'));
		const error = badInputOf(() => withHold(said('False', 'ALLOWORDERONCUSTOMERHOLD'), true));
		expect(error.message).toContain("'Create on Customer Hold' is on");
	});

	it('goes with an order from JSON too', () => {
		const orderJson = { customerOrderNumber: 'PO-1', lines: [LINE] };
		const given = { defineOrderBy: 'json', orderJson, onCustomerHold: true };
		for (const operation of [create, createAsync]) {
			expect(requestFor(operation as typeof create, given).body).toMatchObject({
				additionalAttributes: said('true'),
			});
		}
	});
});

describe('what the form of an order begins with', () => {
	const { lines, orderJson, linesList } = create.parameters;

	it('is one line, which is refused as long as it has no product', () => {
		expect(lines.property.default).toMatchObject({ line: [{ quantity: 1 }] });
		const given = { ...LEAST, lines: lines.property.default };
		expect(badInputOf(() => requestFor(create, given)).message).toBe('Line 1 has no part number');
	});

	it('is left out where a quote is ordered', () => {
		const given = { ...LEAST, quoteNumber: 'QUO-1', lines: lines.property.default };
		expect(requestFor(createAsync, given).body).toEqual({
			customerOrderNumber: 'PO-1',
			quoteNumber: 'QUO-1',
		});
	});

	it.each([
		['Order as JSON', orderJson],
		['Lines as JSON', linesList],
	])('is a skeleton of %s that cannot be sent, however it is indented', (name, field) => {
		const begun = JSON.parse(field.property.default as string) as object;
		for (const text of [field.property.default, JSON.stringify(begun)]) {
			expect(badInputOf(() => field.read(text, `'${name}'`)).message).toMatch(/is empty/);
		}
	});
});
