import { compared } from '../../../../../nodes/shared/xi/orders/sameOrder.ts';

const NONE_BEFORE: ReadonlySet<string> = new Set();
const SENT = { sentAt: new Date('2026-11-21T12:00:00Z'), before: NONE_BEFORE };
const NOT_SENT = { before: NONE_BEFORE };
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
const partial = (attributeValue: string, attributeName = 'allowPartialOrder') => ({
	additionalAttributes: [{ attributeName, attributeValue }],
});
const judged = (...orders: object[]) => compared({ there: orders as never }, body, SENT);

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
		['yes', {}],
		['yes', partial('true')],
		['unknown', partial('false')],
		['unknown', partial(' False ', 'ALLOWPARTIALORDER')],
	])('is %s where a line is not there, which it names, by what may be taken: %j', (ours, more) => {
		const part = order([line('A', 2)]);
		expect(compared({ there: [part] as never }, { ...body, ...more }, SENT)).toEqual({
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

	it.each<[string, object[], string[]]>([
		[
			'a fee besides',
			[line('A', 2), line('B', 5), line('FEE001', 1)],
			['FEE001 × 1 was not asked for'],
		],
		[
			'a kit taken apart',
			[line('A-1', 2), line('A-2', 2), line('B', 5)],
			['A × 2 is missing', 'A-1 × 2 was not asked for', 'A-2 × 2 was not asked for'],
		],
		[
			'a product replaced',
			[line('A', 2), line('C', 5)],
			['B × 5 is missing', 'C × 5 was not asked for'],
		],
		[
			'all products replaced',
			[line('C', 7)],
			['A × 2 is missing', 'B × 5 is missing', 'C × 7 was not asked for'],
		],
		['more pieces', [line('A', 3), line('B', 5)], ['A × 3, not × 2']],
		['fewer pieces', [line('A', 1), line('B', 5)], ['A × 1, not × 2']],
		['fewer lines, and fewer pieces', [line('A', 1)], ['A × 1, not × 2', 'B × 5 is missing']],
		[
			'pieces that cannot be read',
			[line('A', '1,000' as never), line('B', 5)],
			['A: how many could not be read'],
		],
		['no lines', [], ['A × 2 is missing', 'B × 5 is missing']],
		['no readable lines', undefined as never, ['the lines of 20-AAAAA could not be read']],
	])('may be ours where it has %s, and in what it differs is told', (_, lines, said) => {
		const found = order(lines);
		expect(judged(found)).toEqual({ there: [found], ours: 'unknown', said });
	});

	it.each(['vendorPartNumber', 'customerPartNumber', 'planid'])(
		'may be ours where the product was asked for by its %s, and has another number there',
		(name) => {
			const asked = { customerOrderNumber: 'PO-1', lines: [{ [name]: 'X', quantity: 1 }] };
			const found = order([line('A', 1)]);
			expect(compared({ there: [found] as never }, asked, SENT)).toEqual({
				there: [found],
				ours: 'unknown',
				said: ['X × 1 is missing', 'A × 1 was not asked for'],
			});
		},
	);

	it('may be ours where one of several orders is changed', () => {
		const both = [order([line('A', 2)]), order([line('C', 5)], { ingramOrderNumber: '20-B' })];
		expect(judged(...both)).toMatchObject({ there: both, ours: 'unknown' });
	});

	it('is ours where another one under the number holds all of it', () => {
		const [own, fee] = [order([line('A', 2), line('B', 5)]), order([line('FEE001', 1)])];
		expect(judged(fee, own)).toEqual({ there: [own], ours: 'yes' });
	});

	it.each([
		'0001-01-01T00:00:00',
		'0001-01-01',
		'05/11/2026',
		'05.11.2026',
		'2026/10/01',
		'',
		null,
	])(
		'is not taken for older by a date that is none, or may be read in two ways: %j',
		(ingramOrderDate) => {
			const found = order([line('A', 2), line('B', 5)], { ingramOrderDate });
			expect(judged(found)).toEqual({ there: [found], ours: 'yes' });
		},
	);

	it('is not ours where it is of weeks ago, or known from before, whatever it holds', () => {
		const old = order([line('A', 2), line('B', 5)], { ingramOrderDate: '2026-10-01' });
		expect(judged(old)).toMatchObject({ there: [old], ours: 'no' });
		const made = order([line('A', 2), line('B', 5)], { customerOrderNumber: 'PO-1' });
		const before = new Set(['PO po-1 → 20-AAAAA']);
		expect(compared({ there: [made] as never }, body, { ...SENT, before })).toMatchObject({
			ours: 'no',
		});
		const mine = { ...made, ingramOrderNumber: '20-BBBBB' };
		expect(compared({ there: [made, mine] as never }, body, { ...SENT, before })).toEqual({
			there: [mine],
			ours: 'yes',
		});
	});

	describe('and is dead', () => {
		const whole = [line('A', 2), line('B', 5)];
		const dead = order(whole, { orderStatus: 'REJECTED' });

		it('is dead, whatever it holds', () => {
			for (const lines of [whole, [line('C', 1)], undefined]) {
				const found = order(lines, { orderStatus: 'im::voided' });
				expect(judged(found)).toEqual({
					there: [found],
					ours: 'dead',
					said: ['order 20-AAAAA has the status "im::voided"'],
				});
			}
		});

		it('does not count where another one is alive', () => {
			const alive = order([line('A', 2)], { ingramOrderNumber: '20-BBBBB' });
			expect(judged(dead, alive)).toMatchObject({
				there: [{ ingramOrderNumber: '20-BBBBB', rejectedLineItems: [{ ingramPartNumber: 'B' }] }],
				ours: 'yes',
			});
			expect(compared({ there: [dead, alive] as never }, body, NOT_SENT)).toEqual({
				there: [alive],
				beside: [dead],
			});
		});

		it('counts beside one that is alive and from before', () => {
			const old = order(whole, { ingramOrderNumber: '20-OLD', ingramOrderDate: '2026-10-01' });
			expect(judged(old, dead)).toMatchObject({ there: [dead], ours: 'dead' });
		});

		it('is as good as none where it is from before', () => {
			const old = { ...dead, ingramOrderDate: '2026-10-01' };
			expect(judged(old)).toEqual({
				absent:
					'Ingram Micro has nothing alive under this number: order 20-AAAAA has the status "REJECTED"',
			});
		});

		it('is told of where nothing was sent, too', () => {
			expect(compared({ there: [dead] as never }, body, NOT_SENT)).toMatchObject({
				there: [dead],
				ours: 'dead',
			});
		});
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
		expect(compared(sight, body, NOT_SENT)).toBe(sight);
		const quote = { customerOrderNumber: 'PO-1', quoteNumber: 'QUO-1' };
		expect(compared(sight, quote as never, SENT)).toMatchObject({ ours: 'yes' });
		expect(compared({ absent: 'none' }, body, SENT)).toEqual({ absent: 'none' });
	});
});
