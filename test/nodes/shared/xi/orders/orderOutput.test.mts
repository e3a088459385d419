import { cancel } from '../../../../../nodes/IngramMicroOrders/cancel.operation.ts';
import { release } from '../../../../../nodes/IngramMicroOrders/release.operation.ts';
import { orderDetailsOutput } from '../../../../../nodes/shared/xi/orders/orderDetailsOutput.ts';
import { oneEach, type Output, project } from '../../../../../nodes/shared/output.ts';
import {
	orderOutput,
	orderSearchOutput,
} from '../../../../../nodes/shared/xi/orders/orderOutput.ts';
import { UnexpectedAnswer } from '../../../../../nodes/shared/errors.ts';
import { expectTidy } from '../../../support.mts';

const KINDS = [
	...[{}, { line: {} }, { line: {}, parcel: {} }, { subOrder: {} }],
	...[{ lineCount: 0 }, { subOrderCount: 0 }],
];

describe('each output', () => {
	it.each<[string, Output]>([
		['of the search', orderSearchOutput],
		['of the details', orderDetailsOutput],
		['of a creation', orderOutput],
		['of a cancellation', cancel.output],
		['of a release', release.output],
	])('%s has at most ten simplified fields, no name twice, and no top-level error', (_, output) => {
		expectTidy(output, KINDS);
	});
});

describe('an order that was created', () => {
	const simplified = (record: object) =>
		project(orderOutput, record as never, { output: 'simplified' });

	it.each([
		['USD', 'USD'],
		['USD USD', 'USD'],
		['20-RFKKT : USD', 'USD'],
		['?', '?'],
		[undefined, null],
	])('has the currency %j as %j', (currencyCode, expected) => {
		expect(simplified({ currencyCode })).toMatchObject({ currencyCode: expected });
	});

	it('has rejected lines when the list has any, whatever XI’s counters say', () => {
		const rejectedLineItems = [{ customerLinenumber: '1', rejectCode: 'EN' }];
		expect(
			simplified({ numberOfLinesWithError: 0, processedPartially: false, rejectedLineItems }),
		).toMatchObject({ hasRejectedLines: true });
		expect(simplified({ processedPartially: true })).toMatchObject({ hasRejectedLines: false });
	});

	it('can be a row a line, rejected ones with their reason', () => {
		const order = { ingramOrderNumber: '20-A', notes: 'order', lines: [{ notes: 'line' }] };
		expect(oneEach(order, 'lines', 'line')).toEqual([
			{ ingramOrderNumber: '20-A', notes: 'order', line: { notes: 'line' } },
		]);
		const [row] = oneEach(order, 'lines', 'line', [
			{ customerLinenumber: '3', rejectCode: 'EN', rejectReason: 'SKU-NOTFOUND' },
		]);
		expect(simplified(row)).toMatchObject({
			customerLineNumber: '3',
			rejectCode: 'EN',
			rejectReason: 'SKU-NOTFOUND',
			lineStatus: null,
		});
	});

	it('is not of another shape', () => {
		expect(() => oneEach({ lines: 'none' }, 'lines', 'line')).toThrow(UnexpectedAnswer);
		expect(oneEach({}, 'lines', 'line')).toEqual([{ lineCount: 0 }]);
	});
});
