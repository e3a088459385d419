import type { IDataObject } from 'n8n-workflow';

import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { modify } from '../../../nodes/IngramMicroOrders/modify.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { ORDER_CHANGE } from '../../conformance/orderNames.mts';
import type { WriteOperation } from '../../../nodes/shared/operation.ts';
import { badInputOf, paramsOf, planFor, requestFor, seenBy } from '../support.mts';
import { add, BAD_CHANGES, BAD_LINE_CHANGES, drop } from './badOrders.mts';
import { BODY_CHANGE, GIVEN_CHANGE, pathsOf } from './wholeOrders.mts';

const least = {
	customerOrderNumber: 'PO-1',
	lines: { line: [{ ingramPartNumber: 'DF4128', quantity: 1 }] },
};
const planned = (given: object = {}) => planFor(create, { ...least, ...given });
const asyncPlanned = () => planFor(createAsync, least);
const change = (given: object = {}) => ({ order: '20-RC1RD', notes: 'N', ...given });
const changePlanned = (given: object = {}) => planFor(modify, change(given));

const taken = { customerLineNumber: '1', ingramPartNumber: 'DF4128', quantityConfirmed: 1 };
const other = { customerLineNumber: '3', ingramPartNumber: 'RQ6000', quantityConfirmed: 1 };
const rejected = {
	customerLinenumber: '2',
	ingramPartNumber: 'XXXXXX',
	rejectCode: 'EN',
	rejectReason: 'ERROR-PART-NOT-FOUND',
};
const answer = {
	customerOrderNumber: 'PO-1',
	orderSplit: true,
	orders: [
		{ ingramOrderNumber: '20-AAAAA', lines: [taken], notes: 'O' },
		{ ingramOrderNumber: '20-BBBBB', lines: [other], rejectedLineItems: [rejected] },
	],
};

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
		[{ additionalAttributes: { allowDuplicateCustomerOrderNumber: true } }, 'taken'],
		[{ additionalAttributes: { allowDuplicateCustomerOrderNumber: false } }, 'refused'],
		[
			{
				additionalAttributes: {
					other: {
						attribute: [
							{ attributeName: 'ALLOWDuplicateCustomerOrderNumber', attributeValue: 'True' },
						],
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

describe('the answer to an asynchronous order', () => {
	const confirmation = { quoteNumber: '', confirmationNumber: 'US-1', message: 'Thank you' };

	it('is a row with our PO and XI’s confirmation', () => {
		const { rows, receipt } = asyncPlanned();
		const [row] = rows(confirmation);
		expect(row).toEqual({ customerOrderNumber: 'PO-1', ...confirmation });
		expect(receipt(row)).toBe('PO PO-1 → confirmation US-1');
		expect(
			project(createAsync.output, { outcome: 'created', ...row }, { output: 'simplified' }),
		).toEqual({ outcome: 'created', customerOrderNumber: 'PO-1', ...confirmation });
	});

	it('shows an order that was found like any other', () => {
		const row = {
			outcome: 'already there',
			customerOrderNumber: 'PO-1',
			ingramOrderNumber: '20-AAAAA',
		};
		const simple = project(createAsync.output, row, { output: 'simplified' });
		expect(simple).toMatchObject(row);
		expect(simple).not.toHaveProperty('confirmationNumber');
	});

	it.each([undefined, []])('cannot be %j', (wrong) => {
		expect(() => asyncPlanned().rows(wrong as never)).toThrow(UnexpectedAnswer);
	});
});

describe('Modify Order', () => {
	const changeLine = (line: object) =>
		requestFor(modify, { order: '20-RC1RD', lines: { line: [line].flat() } });

	it('sends every field of a change, from fields and from JSON', () => {
		const request = {
			method: 'PUT',
			path: '/resellers/v6/orders/{orderNumber}',
			pathValues: { orderNumber: '20-RC1RD' },
			query: {},
			body: BODY_CHANGE,
		};
		expect(requestFor(modify, GIVEN_CHANGE)).toMatchObject(request);
		const { order } = GIVEN_CHANGE;
		const json = { order, defineChangesBy: 'json', changesJson: BODY_CHANGE };
		expect(requestFor(modify, json)).toMatchObject(request);
		expect(pathsOf(BODY_CHANGE).sort()).toEqual([...ORDER_CHANGE].sort());
	});

	it('sends the region of the sandbox', () => {
		const given = { sandboxOptions: { regionCode: 'CS' }, notes: 'N', order: '20-RC1RD' };
		expect(requestFor(modify, given).query).toEqual({ regionCode: 'CS' });
		expect(modify.sandboxOnly?.(paramsOf(modify, given) as never)).toBe(
			"'Region Code' in 'Sandbox Options'",
		);
	});

	it.each<[object, object[]]>([
		[{ entryMethod: 'XI' }, [{ attributeName: 'entryMethod', attributeValue: 'XI' }]],
		[{ regionCode: 'CS' }, [{ attributeName: 'regionCode', attributeValue: 'CS' }]],
	])('sends the attributes %j', (additionalAttributes, expected) => {
		const given = { order: '20-RC1RD', notes: 'N', additionalAttributes };
		expect(requestFor(modify, given).body).toEqual({ notes: 'N', additionalAttributes: expected });
	});

	it.each(BAD_LINE_CHANGES)('refuses %j', (line, message) => {
		expect(badInputOf(() => changeLine(line)).message).toBe(message);
	});

	it.each(BAD_CHANGES)('refuses the changes %j', (given, message) => {
		const request = () => requestFor(modify, { order: '20-RC1RD', ...given });
		expect(badInputOf(request).message).toMatch(message);
	});

	it.each<[IDataObject | undefined, object]>([
		[undefined, { ingramOrderNumber: '20-RC1RD' }],
		[{ orderNumber: '20-RF9N6' }, { ingramOrderNumber: '20-RF9N6' }],
		[
			{ ingramOrderNumber: '20-RF9N6', lines: [{ lineNumber: '002' }] },
			{
				ingramOrderNumber: '20-RF9N6',
				lines: [{ lineNumber: '002', ingramLineNumber: '002' }],
			},
		],
	])('reads the answer %j', (given, row) => {
		expect(changePlanned().rows(given)).toEqual([{ outcome: 'modified', ...row }]);
	});

	it('does not take a list for an answer', () => {
		expect(() => changePlanned().rows([] as never)).toThrow(UnexpectedAnswer);
	});

	describe('of which a part was not taken', () => {
		const both = { lines: { line: [add, drop('009')] }, notes: undefined };
		const refuse = (rejections: object[], given: object, more: object = {}) => {
			const plan = changePlanned({ ...both, ...given });
			return plan.refuse?.(plan.rows({ rejectedLineItems: rejections, ...more } as never));
		};
		const lost = {
			ingramLineNumber: '009',
			rejectCode: 'EL',
			rejectReason: 'ERROR-LINE-NOT-FOUND',
		};

		it('fails only where it is to', () => {
			expect(refuse([lost], {})).toBeUndefined();
			expect(refuse([lost], { onPartialFailure: 'fail' })).toBe(
				'Ingram Micro took a part of it only, in 20-RC1RD: line 009: EL ERROR-LINE-NOT-FOUND',
			);
		});

		it('fails always when nothing was taken', () => {
			expect(refuse([lost, rejected], {})).toMatch(/^Ingram Micro took none of it: line 009: EL/);
			expect(refuse([lost, rejected], { notes: 'N' })).toBeUndefined();
		});

		it.each([0, '0'])('fails when XI counts nothing that was taken: %j', (count) => {
			const none = { numberOfLinesWithSuccess: count, lines: [] };
			expect(refuse([], {}, none)).toBe('Ingram Micro took none of it: no reason given');
			expect(refuse([], { notes: 'N' }, none)).toBeUndefined();
		});

		it('counts an address that was not taken', () => {
			const warned = { changeDescription: 'Invalid address' };
			expect(refuse([], {}, warned)).toBeUndefined();
			expect(refuse([], { onPartialFailure: 'fail' }, warned)).toMatch(/: Invalid address$/);
		});
	});

	it.each([
		{ notes: 'N' },
		{ notes: '', lines: { line: [add] } },
		{ notes: '', lines: { line: [drop('003')] } },
		{ notes: '', shipToInfo: { city: 'X' } },
	])('is never made again by itself: %j', (given) => {
		expect(changePlanned(given).once?.second).toBe('taken');
	});

	it('reports the state of the order after an unclear failure', async () => {
		const order = { ingramOrderNumber: '20-RC1RD', orderStatus: 'ON HOLD' };
		expect(await seenBy(modify as WriteOperation, change(), [order])).toEqual({
			absent:
				'Order 20-RC1RD has the status "ON HOLD": it cannot be told from it whether the change was made',
		});
		expect(changePlanned().subject).toBe('order 20-RC1RD');
		expect(changePlanned().receipt({ ingramOrderNumber: '20-RC1RD' })).toBe(
			'order 20-RC1RD (modified)',
		);
	});
});
