import type { IDataObject } from 'n8n-workflow';

import { create } from '../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { modify } from '../../../nodes/IngramMicroOrders/modify.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { ORDER_CHANGE } from '../../conformance/orderNames.mts';
import { badInputOf, follow, paramsOf, requestFor } from '../support.mts';
import { add, BAD_CHANGES, BAD_LINE_CHANGES, drop } from './badOrders.mts';
import { BODY_CHANGE, GIVEN_CHANGE, pathsOf } from './wholeOrders.mts';

const least = {
	customerOrderNumber: 'PO-1',
	lines: { line: [{ ingramPartNumber: 'DF4128', quantity: 1 }] },
};
const params = (given: object = {}) => paramsOf(create, { ...least, ...given }) as never;
const asyncParams = (given: object = {}) => paramsOf(createAsync, { ...least, ...given }) as never;
const changeParams = (given: object = {}) =>
	paramsOf(modify, { order: '20-RC1RD', notes: 'N', ...given }) as never;

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
		for (const [operation, plain] of [
			[create, params()],
			[createAsync, asyncParams()],
		] as Array<[typeof create, never]>) {
			expect(operation.guarded?.(plain)).toBe(true);
			expect(operation.takesExisting?.(plain)).toBe(false);
			expect(operation.previews?.(plain)).toBe(false);
		}
	});

	it('can be changed', () => {
		expect(create.takesExisting?.(params({ ifOrderExists: 'return' }))).toBe(true);
		expect(create.previews?.(params({ previewOnly: true }))).toBe(true);
	});

	it.each<[object, boolean]>([
		[{ additionalAttributes: { allowDuplicateCustomerOrderNumber: true } }, false],
		[{ additionalAttributes: { allowDuplicateCustomerOrderNumber: false } }, true],
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
			false,
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
			false,
		],
	])('know from %j whether XI guards the PO: %j', (given, guarded) => {
		expect(create.guarded?.(params(given))).toBe(guarded);
	});
});

describe('the answer to a new order', () => {
	it('is a row for each order that it was split into, with what holds for all', () => {
		const head = { customerOrderNumber: 'PO-1', orderSplit: true };
		expect(create.rows(answer, params())).toEqual([
			{ ...head, ...answer.orders[0] },
			{ ...head, ...answer.orders[1] },
		]);
	});

	it('may be a row for each line, the rejected ones too', () => {
		const rows = create.rows(answer, params({ return: 'lines' }));
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
		const rows = create.rows({ orders: [{ ingramOrderNumber: 'A' }] }, params({ return: 'lines' }));
		expect(rows).toEqual([{ ingramOrderNumber: 'A' }]);
	});

	it.each([undefined, {}, { orders: [] }, { orders: {} }])('cannot be %j', (wrong) => {
		expect(() => create.rows(wrong as never, params())).toThrow(UnexpectedAnswer);
	});

	it.each(['order', 'lines'])('fails for rejected lines only where it is to (%s)', (wanted) => {
		const refuse = (given: object) => {
			const own = params({ return: wanted, ...given });
			return create.refuse?.(create.rows(answer, own), own);
		};
		expect(refuse({})).toBeUndefined();
		expect(refuse({ onPartialFailure: 'fail' })).toBe(
			'Ingram Micro took a part of it only, in 20-AAAAA, 20-BBBBB: line 2 (XXXXXX): EN ERROR-PART-NOT-FOUND',
		);
	});

	it('is a failure when no line was taken at all', () => {
		const none = { orders: [{ rejectedLineItems: [rejected] }] };
		expect(create.refuse?.(create.rows(none, params()), params())).toBe(
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
			const own = params(given);
			return create.refuse?.(create.rows({ orders } as never, own), own);
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
			const own = params({ return: kind });
			const refuse = (orders: object[]) =>
				create.refuse?.(create.rows({ orders } as never, own), own);
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
		const rows = create.rows(answer, params());
		expect(rows.map(create.receipt)).toEqual(['PO PO-1 → 20-AAAAA', 'PO PO-1 → 20-BBBBB']);
		expect(create.receipt({})).toBe('PO ? → no number yet');
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

	it('gives rows like those of the answer, of the kind that is wanted', () => {
		const look = (own: never) => follow(create.look(own), [found, details]).result;
		expect(look(params())).toMatchObject({ there: [{ ingramOrderNumber: '20-AAAAA' }] });
		expect(look(params({ return: 'lines' }))).toMatchObject({
			there: [{ line: { customerLineNumber: '1' } }, { line: { lineRejected: false } }],
		});
		expect(follow(createAsync.look(asyncParams()), [found, details]).result).toMatchObject({
			there: [{ ingramOrderNumber: '20-AAAAA' }],
		});
	});

	it('says when there is none', () => {
		expect(follow(create.look(params()), [undefined]).result).toHaveProperty('absent');
	});
});

describe('the answer to an asynchronous order', () => {
	const confirmation = { quoteNumber: '', confirmationNumber: 'US-1', message: 'Thank you' };

	it('is a row with our PO and XI’s confirmation', () => {
		const [row] = createAsync.rows(confirmation, asyncParams());
		expect(row).toEqual({ customerOrderNumber: 'PO-1', ...confirmation });
		expect(createAsync.receipt(row)).toBe('PO PO-1 → confirmation US-1');
		expect(
			project(createAsync.output, { outcome: 'created', ...row }, { output: 'simplified' }),
		).toEqual({ outcome: 'created', customerOrderNumber: 'PO-1', ...confirmation });
	});

	it('shows an order that was found like any other', () => {
		const row = { outcome: 'found', customerOrderNumber: 'PO-1', ingramOrderNumber: '20-AAAAA' };
		const simple = project(createAsync.output, row, { output: 'simplified' });
		expect(simple).toMatchObject(row);
		expect(simple).not.toHaveProperty('confirmationNumber');
	});

	it.each([undefined, []])('cannot be %j', (wrong) => {
		expect(() => createAsync.rows(wrong as never, asyncParams())).toThrow(UnexpectedAnswer);
	});
});

describe('Modify Order', () => {
	const change = (line: object, given: object = {}) =>
		requestFor(modify, { order: '20-RC1RD', lines: { line: [line].flat() }, ...given });

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
		expect(modify.sandboxOnly?.(changeParams(given))).toBe("'Region Code' in 'Sandbox Options'");
	});

	it.each<[object, object[]]>([
		[{ entryMethod: 'XI' }, [{ attributeName: 'entryMethod', attributeValue: 'XI' }]],
		[{ regionCode: 'CS' }, [{ attributeName: 'regionCode', attributeValue: 'CS' }]],
	])('sends the attributes %j', (additionalAttributes, expected) => {
		const given = { order: '20-RC1RD', notes: 'N', additionalAttributes };
		expect(requestFor(modify, given).body).toEqual({ notes: 'N', additionalAttributes: expected });
	});

	it.each(BAD_LINE_CHANGES)('refuses %j', (line, message) => {
		expect(badInputOf(() => change(line)).message).toBe(message);
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
		expect(modify.rows(given, changeParams())).toEqual([{ outcome: 'modified', ...row }]);
	});

	it('does not take a list for an answer', () => {
		expect(() => modify.rows([] as never, changeParams())).toThrow(UnexpectedAnswer);
	});

	describe('of which a part was not taken', () => {
		const both = { lines: { line: [add, drop('009')] }, notes: undefined };
		const refuse = (rejections: object[], given: object, more: object = {}) => {
			const own = changeParams({ ...both, ...given });
			return modify.refuse?.(
				modify.rows({ rejectedLineItems: rejections, ...more } as never, own),
				own,
			);
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
		expect(modify.guarded?.(changeParams(given))).toBe(false);
	});

	it('reports the state of the order after an unclear failure', () => {
		const order = { ingramOrderNumber: '20-RC1RD', orderStatus: 'ON HOLD' };
		expect(follow(modify.look(changeParams()), [order]).result).toEqual({
			absent:
				'Order 20-RC1RD has the status "ON HOLD": it cannot be told from it whether the change was made',
		});
		expect(modify.subject(changeParams())).toBe('order 20-RC1RD');
		expect(modify.receipt({ ingramOrderNumber: '20-RC1RD' })).toBe('order 20-RC1RD (modified)');
	});
});
