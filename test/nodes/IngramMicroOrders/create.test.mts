import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import type { WriteOperation } from '../../../nodes/shared/operation.ts';
import { planFor, seenBy } from '../support.mts';
import { LEAST as least, REJECTED as rejected } from './badOrders.mts';

const planned = (given: object = {}) => planFor(create, { ...least, ...given });
const asyncPlanned = () => planFor(createAsync, least);

const taken = { customerLineNumber: '1', ingramPartNumber: 'DF4128', quantityConfirmed: 1 };
const other = { customerLineNumber: '3', ingramPartNumber: 'RQ6000', quantityConfirmed: 1 };
const answer = {
	customerOrderNumber: 'PO-1',
	orderSplit: true,
	orders: [
		{ ingramOrderNumber: '20-AAAAA', lines: [taken], notes: 'O' },
		{ ingramOrderNumber: '20-BBBBB', lines: [other], rejectedLineItems: [rejected] },
	],
};

const ALLOWING = (allowDuplicateCustomerOrderNumber: boolean) => ({
	additionalFields: { additionalAttributes: { allowDuplicateCustomerOrderNumber } },
});

describe('the choices of both ways to order', () => {
	it('are cautious by default', () => {
		for (const { once, previewOnly } of [planned(), asyncPlanned()]) {
			expect(once).toMatchObject({ second: 'refused', existing: 'fail' });
			expect(previewOnly).toBe(false);
		}
	});

	it('can be changed', () => {
		expect(planned({ ifOrderExists: 'return' }).once?.existing).toBe('return');
		expect(planned({ previewOnly: true }).previewOnly).toBe(true);
	});

	it.each<[object, 'refused' | 'taken']>([
		[ALLOWING(true), 'taken'],
		[ALLOWING(false), 'refused'],
		[
			{
				additionalFields: {
					additionalAttributes: {
						other: {
							attribute: [
								{ attributeName: 'ALLOWDuplicateCustomerOrderNumber', attributeValue: 'True' },
							],
						},
					},
				},
			},
			'taken',
		],
		[
			{
				defineOrderBy: 'json',
				orderJson: {
					customerOrderNumber: 'PO-1',
					lines: [{ ingramPartNumber: 'A', quantity: 1 }],
					additionalAttributes: [
						{ attributeName: 'allowDuplicateCustomerOrderNumber', attributeValue: true },
					],
				},
			},
			'taken',
		],
	])('know from %j whether XI guards the PO: a second is %s', (given, second) => {
		expect(planned(given).once?.second).toBe(second);
	});
});

describe('the answer to a new order', () => {
	it('is a row for each order that it was split into, with what holds for all', () => {
		const head = { customerOrderNumber: 'PO-1', orderSplit: true };
		expect(planned().rows(answer)).toEqual([
			{ ...head, ...answer.orders[0] },
			{ ...head, ...answer.orders[1] },
		]);
	});

	it('may be a row for each line, the rejected ones too', () => {
		const rows = planned({ return: 'lines' }).rows(answer);
		expect(rows).toMatchObject([
			{ ingramOrderNumber: '20-AAAAA', notes: 'O', line: { ...taken, lineRejected: false } },
			{ ingramOrderNumber: '20-BBBBB', line: { ...other, lineRejected: false } },
			{ ingramOrderNumber: '20-BBBBB', line: { ...rejected, lineRejected: true } },
		]);
		const simplified = rows.map((row) => project(create.output, row, { output: 'simplified' }));
		expect(simplified).toMatchObject([
			{ ingramOrderNumber: '20-AAAAA', customerLineNumber: '1', lineRejected: false },
			{ ingramOrderNumber: '20-BBBBB', customerLineNumber: '3', lineRejected: false },
			{ ingramOrderNumber: '20-BBBBB', customerLineNumber: '2', lineRejected: true },
		]);
		for (const row of simplified) expect(Object.keys(row).length).toBeLessThanOrEqual(10);
	});

	it('loses no order that has no lines', () => {
		const rows = planned({ return: 'lines' }).rows({ orders: [{ ingramOrderNumber: 'A' }] });
		expect(rows).toEqual([{ ingramOrderNumber: 'A' }]);
	});

	it.each([undefined, {}, { orders: [] }, { orders: {} }])('cannot be %j', (wrong) => {
		expect(() => planned().rows(wrong as never)).toThrow(UnexpectedAnswer);
	});

	it.each(['order', 'lines'])('fails for rejected lines only where it is to (%s)', (wanted) => {
		const refuse = (given: object) => {
			const plan = planned({ return: wanted, ...given });
			return plan.refuse?.(plan.rows(answer));
		};
		expect(refuse({})).toBeUndefined();
		expect(refuse({ onPartialFailure: 'fail' })).toBe(
			'Ingram Micro took a part of it only, in 20-AAAAA, 20-BBBBB: line 2 (XXXXXX): EN ERROR-PART-NOT-FOUND',
		);
	});

	it('is a failure when no line was taken at all', () => {
		const none = { orders: [{ rejectedLineItems: [rejected] }] };
		expect(planned().refuse?.(planned().rows(none))).toBe(
			'Ingram Micro took none of it: line 2 (XXXXXX): EN ERROR-PART-NOT-FOUND',
		);
	});

	describe('with an order of no lines', () => {
		const empty = {
			ingramOrderNumber: '20-EMPTY',
			numberOfLinesWithSuccess: 0,
			lines: [],
			rejectedLineItems: [rejected],
		};
		const refusalOf = (orders: object[], given: object = {}) => {
			const plan = planned(given);
			return plan.refuse?.(plan.rows({ orders } as never));
		};
		const settings = ['order', 'lines'].flatMap((kind) =>
			['continue', 'fail'].map((onPartialFailure) => ({ return: kind, onPartialFailure })),
		);

		it.each([
			{},
			{ lines: undefined },
			{ lines: null, numberOfLinesWithSuccess: '0' },
			{ lines: undefined, numberOfLinesWithSuccess: undefined },
			{ numberOfLinesWithSuccess: null },
			{ rejectedLineItems: undefined },
			{ rejectedLineItems: [], numberOfLinesWithSuccess: undefined },
			{ rejectedLineItems: rejected, lines: [null] },
		])('fails under every setting, and names it: %j', (more) => {
			for (const given of settings) {
				expect(refusalOf([{ ...empty, ...more }], given)).toEqual({
					message: expect.stringMatching(
						/^Ingram Micro took none of it: order 20-EMPTY has no lines(; line 2 \(XXXXXX\): EN .*)?$/,
					),
					remedy: expect.stringContaining('20-EMPTY'),
				});
			}
		});

		it('fails beside another, which is named as bought', () => {
			for (const given of settings) {
				expect(refusalOf([answer.orders[0], empty], given)).toMatchObject({
					message:
						'Ingram Micro took a part of it only, in 20-AAAAA: order 20-EMPTY has no lines; line 2 (XXXXXX): EN ERROR-PART-NOT-FOUND',
				});
			}
		});

		it.each([
			{ ingramOrderNumber: 'A' },
			{ ingramOrderNumber: 'A', lines: [taken], numberOfLinesWithSuccess: 0 },
			{ ingramOrderNumber: 'A', lines: [], numberOfLinesWithSuccess: 1 },
			{ ingramOrderNumber: 'A', lines: [null] },
			{ ingramOrderNumber: 'A', lines: taken },
		])('is not taken for one where XI does not say so: %j', (order) => {
			expect(refusalOf([order])).toBeUndefined();
		});
	});

	it('fails where all orders are dead, and only then', () => {
		const dead = {
			ingramOrderNumber: '20-DEAD',
			lines: [{ ...taken, lineStatus: 'im::rejected' }],
		};
		for (const kind of ['order', 'lines']) {
			const plan = planned({ return: kind });
			const refuse = (orders: object[]) => plan.refuse?.(plan.rows({ orders } as never));
			expect(refuse([dead])).toMatchObject({
				message: 'Ingram Micro took none of it: order 20-DEAD has the status "im::rejected"',
			});
			expect(refuse([{ ...dead, orderStatus: 'VOIDED' }])).toMatchObject({
				message: 'Ingram Micro took none of it: order 20-DEAD has the status "VOIDED"',
			});
			expect(refuse([dead, answer.orders[0]])).toBeUndefined();
		}
	});

	it('has a receipt', () => {
		const { rows, receipt } = planned();
		expect(rows(answer).map(receipt)).toEqual(['PO PO-1 → 20-AAAAA', 'PO PO-1 → 20-BBBBB']);
		expect(receipt({})).toBe('PO ? → no number yet');
	});
});

describe('a look for a new order', () => {
	const found = {
		recordsFound: '1',
		orders: [{ ingramOrderNumber: '20-AAAAA', customerOrderNumber: 'PO-1' }],
	};
	const details = {
		ingramOrderNumber: '20-AAAAA',
		customerOrderNumber: 'PO-1',
		lines: [taken, taken],
	};

	it('gives rows like those of the answer, of the kind that is wanted', async () => {
		const look = async (given: object) =>
			await seenBy(create, { ...least, ...given }, [found, details]);
		expect(await look({})).toMatchObject({ there: [{ ingramOrderNumber: '20-AAAAA' }] });
		expect(await look({ return: 'lines' })).toMatchObject({
			there: [{ line: { customerLineNumber: '1' } }, { line: { lineRejected: false } }],
		});
		expect(await seenBy(createAsync as WriteOperation, least, [found, details])).toMatchObject({
			there: [{ ingramOrderNumber: '20-AAAAA' }],
		});
	});

	it('says when there is none', async () => {
		expect(await seenBy(create as WriteOperation, least, [undefined])).toHaveProperty('absent');
	});
});
