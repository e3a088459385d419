import { comparedToQuote } from '../../../../../nodes/shared/xi/orders/sameOrder.ts';

const SENT = { sentAt: new Date('2026-11-21T10:00:00Z'), before: new Set<string>() };
const NOT_SENT = { before: new Set<string>() };
const LINES = [{ ingramPartNumber: 'YN6551' }, { ingramPartNumber: 'YN6231' }];
const order = (parts: string[] | undefined, more: object = {}) => ({
	ingramOrderNumber: '20-AAAAA',
	ingramOrderDate: '2026-11-21',
	orderStatus: 'Processing',
	...(parts && { lines: parts.map((ingramPartNumber) => ({ ingramPartNumber })) }),
	...more,
});
const oursIn = (found: object[], lines: typeof LINES = LINES) => {
	const sight = comparedToQuote({ there: found as never }, lines, SENT);
	return 'there' in sight ? sight.ours : 'absent';
};

it.each<[string, object[], string]>([
	['with a product of the quote', [order(['yn6551', 'COMMENT'])], 'yes'],
	['of which one part came of the quote', [order(['OTHER']), order(['YN6231'])], 'yes'],
	['with other products', [order(['OTHER'])], 'unknown'],
	['of another day', [order(['YN6551'], { ingramOrderDate: '2026-10-01' })], 'no'],
	['that was cancelled', [order(['YN6551'], { orderStatus: 'Cancelled' })], 'dead'],
	[
		'of which one part is alive',
		[order(['YN6551'], { orderStatus: 'Cancelled' }), order(['YN6231'])],
		'yes',
	],
	['whose lines could not be read', [order(undefined)], 'unknown'],
])('takes an order %s: ours is %s', (_, found, ours) => {
	expect(oursIn(found)).toBe(ours);
});

it('goes by the day where the lines of the quote are not known', () => {
	expect(oursIn([order(['OTHER'])], [])).toBe('yes');
	expect(oursIn([order(['OTHER'], { ingramOrderDate: '2026-10-01' })], [])).toBe('no');
});

it('compares nothing that was not sent, and nothing with what is not there', () => {
	expect(comparedToQuote({ there: [order(['OTHER'])] }, LINES, NOT_SENT)).not.toHaveProperty(
		'ours',
	);
	expect(comparedToQuote({ absent: 'No' }, LINES, SENT)).toEqual({ absent: 'No' });
});
