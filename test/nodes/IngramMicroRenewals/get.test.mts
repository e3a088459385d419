import type { IDataObject } from 'n8n-workflow';
import { get } from '../../../nodes/IngramMicroRenewals/get.operation.ts';
import { renewalDetailsOutput } from '../../../nodes/shared/xi/renewalOutput.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const renewal = { __rl: true, mode: 'renewalId', value: '4239056' };

describe('Get Renewal', () => {
	it.each([renewal, { ...renewal, value: 4239056 }, 4239056])('asks for %j', (value) => {
		expect(requestFor(get, { renewal: value })).toEqual({
			method: 'GET',
			path: '/resellers/v6/renewals/{renewalId}',
			pathValues: { renewalId: '4239056' },
			nothingFound: [404],
		});
	});

	it.each([
		['', "'Renewal' is empty"],
		['QUO-1', '\'Renewal\' is "QUO-1"; it must be the number of a renewal, e.g. 4239056'],
	])('refuses %j', (value, message) => {
		const given = { renewal: { ...renewal, value } };
		expect(badInputOf(() => requestFor(get, given)).message).toBe(message);
	});

	const answer = {
		renewalId: '4239056',
		renewalValue: '5594',
		status: 'Quote pending',
		referenceNumber: { notificationId: ' ', quoteNumber: 'QUO-1' },
		products: [
			{ ingramPartNumber: '08NM78', quantity: '4', unitPrice: 5594 },
			{ ingramPartNumber: '08NM79', quantity: 6, unitPrice: null },
		],
	};
	const rowsOf = (given: object, answered: unknown = answer): IDataObject[] =>
		get.rows(answered as never, paramsOf(get, { renewal, ...given }) as never);
	const simplified = (row: IDataObject) =>
		project(renewalDetailsOutput, row, { output: 'simplified' });

	it('gives the renewal with numbers as numbers, also out of a list', () => {
		expect(rowsOf({}, [answer])).toEqual([answer]);
		const [row] = rowsOf({});
		expect(simplified(row)).toMatchObject({
			renewalId: '4239056',
			renewalValue: 5594,
			quoteNumber: 'QUO-1',
		});
		expect(
			project(renewalDetailsOutput, row, { output: 'selectedFields', fields: ['notificationId'] }),
		).toEqual({ notificationId: null });
	});

	it('gives one row a product', () => {
		const rows = rowsOf({ return: 'products' });
		expect(rows.map(simplified)).toEqual([
			expect.objectContaining({ ingramPartNumber: '08NM78', quantity: 4, unitPrice: 5594 }),
			expect.objectContaining({ ingramPartNumber: '08NM79', quantity: 6, unitPrice: null }),
		]);
	});

	it.each([[], {}, { renewals: [] }])('refuses %j as an answer', (answered) => {
		expect(() => rowsOf({}, answered)).toThrow(UnexpectedAnswer);
	});

	it('names what is not there', () => {
		expect(get.ifNothing?.(paramsOf(get, { renewal }) as never)).toBe(
			'Ingram Micro has no renewal 4239056',
		);
	});
});
