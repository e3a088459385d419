import type { IDataObject } from 'n8n-workflow';
import { modify } from '../../../nodes/IngramMicroOrders/modify.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { ORDER_CHANGE } from '../../conformance/orderNames.mts';
import type { WriteOperation } from '../../../nodes/shared/operation.ts';
import { badInputOf, paramsOf, planFor, requestFor, seenBy } from '../support.mts';
import { add, BAD_CHANGES, BAD_LINE_CHANGES, drop, REJECTED as rejected } from './badOrders.mts';
import { BODY_CHANGE, GIVEN_CHANGE, pathsOf } from './wholeOrders.mts';

const change = (given: object = {}) => ({ order: '20-RC1RD', notes: 'N', ...given });
const changePlanned = (given: object = {}) => planFor(modify, change(given));

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
		const given = { options: { regionCode: 'CS' }, notes: 'N', order: '20-RC1RD' };
		expect(requestFor(modify, given).query).toEqual({ regionCode: 'CS' });
		expect(modify.sandboxOnly?.(paramsOf(modify, given) as never)).toBe(
			"'Region Code (Sandbox)' in 'Options'",
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
