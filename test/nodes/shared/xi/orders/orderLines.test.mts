import { orderLinesOf, shipmentsApart } from '../../../../../nodes/shared/xi/orders/orderLines.ts';
import { rowFromDetails } from '../../../../../nodes/shared/xi/orders/lookForOrder.ts';

const LINE = {
	subOrderNumber: '20-RD128-11',
	ingramOrderLineNumber: '001',
	ingramPartNumber: '4A0036',
	lineStatus: 'Shipped',
	quantityOrdered: 2,
	shipmentDetails: [{ quantity: 1, invoiceNumber: 'A' }],
};
const other = { ...LINE, shipmentDetails: [{ quantity: 1, invoiceNumber: 'B' }] };
const linesOf = (...lines: object[]) => orderLinesOf({ lines } as never);

describe('the lines of an order', () => {
	it.each<[string, object, object]>([
		['the same again', { ...LINE }, LINE],
		['with blanks behind', { ...LINE, ingramPartNumber: '4A0036 ' }, LINE],
		['with a number as text', { ...LINE, quantityOrdered: '2.0' }, LINE],
		['without zeros before its number', { ...LINE, ingramOrderLineNumber: '1' }, LINE],
		['without its shipments', { ...LINE, shipmentDetails: null }, LINE],
		['in another order', Object.fromEntries(Object.entries(LINE).toReversed()), LINE],
		[
			'with more to say',
			{ ...LINE, unitPrice: 10, shipmentDetails: [] },
			{ ...LINE, unitPrice: 10 },
		],
		[
			'with another shipment',
			other,
			{ ...LINE, shipmentDetails: [...LINE.shipmentDetails, ...other.shipmentDetails] },
		],
		[
			'with a single shipment in place of the list',
			{ ...other, shipmentDetails: other.shipmentDetails[0] },
			{ ...LINE, shipmentDetails: [...LINE.shipmentDetails, ...other.shipmentDetails] },
		],
	])('are one where it comes %s', (_, again, expected) => {
		expect(linesOf(LINE, again)).toEqual([expected]);
	});

	it.each<[string, object]>([
		['another line number', { ...LINE, ingramOrderLineNumber: '002' }],
		['another sub-order', { ...LINE, subOrderNumber: '20-RD128-12' }],
		['another product', { ...LINE, ingramPartNumber: 'DF4128' }],
		['another quantity', { ...LINE, quantityOrdered: 3 }],
		['another status', { ...LINE, lineStatus: 'Backordered' }],
		['another end user', { ...LINE, endUserInfo: { companyName: 'A' } }],
	])('are two with %s', (name, again) => {
		const line =
			name === 'another end user' ? { ...LINE, endUserInfo: { companyName: 'B' } } : LINE;
		expect(linesOf(line, again)).toEqual([line, again]);
	});

	it('are two where they have no number, however alike', () => {
		const line = { ingramPartNumber: '4A0036', quantityOrdered: 1 };
		expect(linesOf(line, { ...line })).toHaveLength(2);
	});

	it('are counted once in an order that is looked for', () => {
		const { lines } = rowFromDetails({ lines: [LINE, { ...LINE }] });
		expect(lines).toMatchObject([{ ingramPartNumber: '4A0036', ingramLineNumber: '001' }]);
	});

	it('may come as a single one, as nothing, or with nulls between them', () => {
		expect(orderLinesOf({ lines: LINE as never })).toEqual([LINE]);
		expect(orderLinesOf({})).toEqual([]);
		expect(orderLinesOf({ lines: [null, LINE] as never })).toEqual([LINE]);
		expect(() => orderLinesOf({ lines: 'none' as never })).toThrow('holds no list of lines');
	});
});

it('leaves what it does not know in a shipment as it is', () => {
	expect(shipmentsApart([{ quantity: 1 }, { carrierDetails: null }, 'odd'])).toEqual([
		{ quantity: 1 },
		{ carrierDetails: [] },
	]);
});
