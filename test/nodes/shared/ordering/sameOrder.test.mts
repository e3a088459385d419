import { compared } from '../../../../nodes/shared/ordering/sameOrder.ts';

const sentAt = new Date('2026-11-21T12:00:00Z');
const body = {
	customerOrderNumber: 'PO-1',
	lines: [
		{ customerLineNumber: '1', ingramPartNumber: 'A', quantity: 2 },
		{ customerLineNumber: '2', ingramPartNumber: 'B', quantity: 5 },
	],
};
const line = (ingramPartNumber: string, quantityOrdered: number) => ({
	ingramPartNumber,
	quantityOrdered,
});
const order = (lines: unknown, more = {}) => ({
	ingramOrderNumber: '20-AAAAA',
	ingramOrderDate: '2026-11-21',
	orderStatus: 'Processing',
	lines,
	...more,
});
const judged = (...orders: object[]) => compared({ there: orders as never }, body, sentAt);

describe('what is found under a PO after an unclear failure', () => {
	it('is ours when it holds what was sent', () => {
		const whole = order([line('a', 2), line('B', 5)]);
		expect(judged(whole)).toEqual({ there: [whole], ours: 'yes' });
	});

	it('is ours in several orders, too', () => {
		const [one, two] = [order([line('A', 2)]), order([line('B', 5)])];
		expect(judged(one, two)).toEqual({ there: [one, two], ours: 'yes' });
	});

	it.each([
		[
			'yes',
			{ additionalAttributes: [{ attributeName: 'allowPartialOrder', attributeValue: 'true' }] },
		],
		['unknown', {}],
	])('is %s where a line is not there, which it names, by what may be taken: %j', (ours, more) => {
		const part = order([line('A', 2)]);
		expect(compared({ there: [part] as never }, { ...body, ...more }, sentAt)).toEqual({
			ours,
			incomplete: true,
			there: [
				{
					...part,
					rejectedLineItems: [
						{
							customerLineNumber: '2',
							ingramPartNumber: 'B',
							quantityOrdered: 5,
							rejectCode: 'MISSING',
							rejectReason: 'Not in the order that was found',
						},
					],
				},
			],
		});
	});

	it.each([
		['with another product', order([line('A', 2), line('C', 5)])],
		['with more pieces', order([line('A', 3), line('B', 5)])],
		['with fewer pieces', order([line('A', 1), line('B', 5)])],
		['of weeks ago', order([line('A', 2), line('B', 5)], { ingramOrderDate: '2026-10-01' })],
		['that was cancelled', order([line('A', 2), line('B', 5)], { orderStatus: 'CANCELED' })],
		['that was voided', order([line('A', 2), line('B', 5)], { orderStatus: 'im::voided' })],
	])('is not ours where it is an order %s', (_, other) => {
		expect(judged(other)).toMatchObject({ ours: 'no' });
	});

	it('stays open where its lines cannot be read', () => {
		expect(judged(order(undefined))).toMatchObject({ ours: 'unknown' });
	});

	it('looks past comments, which are lines without a product', () => {
		const noted = order([line('A', 2), line('B', 5), { notes: 'Call first' }]);
		expect(judged(noted)).toMatchObject({ ours: 'yes' });
	});

	it('is not compared where nothing was sent, or the lines are those of a quote', () => {
		const other = order([line('C', 1)]);
		const sight = { there: [other] as never };
		expect(compared(sight, body, undefined)).toBe(sight);
		const quote = { customerOrderNumber: 'PO-1', quoteNumber: 'QUO-1' };
		expect(compared(sight, quote as never, sentAt)).toMatchObject({ ours: 'yes' });
		expect(compared({ absent: 'none' }, body, sentAt)).toEqual({ absent: 'none' });
	});
});
