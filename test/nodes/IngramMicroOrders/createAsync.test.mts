import { createAsync } from '../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { planFor } from '../support.mts';
import { LEAST } from './badOrders.mts';

const asyncPlanned = () => planFor(createAsync, LEAST);

describe('the answer to an asynchronous order', () => {
	const confirmation = { quoteNumber: '', confirmationNumber: 'US-1', message: 'Thank you' };

	it('is a row with our PO and XI’s confirmation', () => {
		const { rows, receipt } = asyncPlanned();
		const [row] = rows(confirmation);
		expect(row).toEqual({ customerOrderNumber: 'PO-1', ...confirmation });
		expect(receipt(row)).toBe('PO PO-1 → confirmation US-1');
		const account = { environment: 'sandbox', customerNumber: '20-222222' };
		const made = { outcome: 'created', account, ...row };
		expect(project(createAsync.output, made, { output: 'simplified' })).toEqual(made);
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
