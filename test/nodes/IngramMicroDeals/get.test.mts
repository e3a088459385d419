import type { IDataObject } from 'n8n-workflow';
import { get } from '../../../nodes/IngramMicroDeals/get.operation.ts';
import { dealDetailsOutput } from '../../../nodes/shared/xi/dealOutput.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const deal = { __rl: true, mode: 'dealId', value: ' TEST-RESEU DISC ' };

describe('Get Deal', () => {
	it('asks with the vendor that is given', () => {
		expect(requestFor(get, { deal, vendorName: 'Cisco' })).toEqual({
			method: 'GET',
			path: '/resellers/v6/deals/{dealId}',
			pathValues: { dealId: 'TEST-RESEU DISC' },
			query: { vendorName: 'Cisco' },
			nothingFound: [404],
		});
	});

	it.each([
		[{ deal: { ...deal, value: '' } }, "'Deal' is empty"],
		[{}, "'Deal' is empty"],
		[{ deal, vendorName: ['Cisco'] }, "'Vendor Name' is a list, and a text is expected"],
	])('refuses %j', (given, message) => {
		expect(badInputOf(() => requestFor(get, given)).message).toBe(message);
	});

	const answer = {
		dealId: '23456789',
		vendor: null,
		extendedMsrp: '15944.61',
		products: [{ ingramPartNumber: 'US1860', msrp: 4906.11, daysRemaining: '181' }],
	};
	const rowsOf = (given: object, answered: IDataObject = answer) =>
		get.rows(answered, paramsOf(get, { deal, ...given }) as never);

	it('gives the deal, or one row a product', () => {
		expect(rowsOf({})).toEqual([answer]);
		const [row] = rowsOf({ return: 'products' });
		expect(project(dealDetailsOutput, row, { output: 'simplified' })).toMatchObject({
			dealId: '23456789',
			ingramPartNumber: 'US1860',
			msrp: 4906.11,
			daysRemaining: 181,
			remainingQuantity: null,
		});
		const [none] = rowsOf({ return: 'products' }, { ...answer, products: null });
		expect(none).toMatchObject({ dealId: '23456789', productCount: 0 });
		expect(none).not.toHaveProperty('product');
	});

	it('has numbers where XI sends text', () => {
		const [row] = rowsOf({});
		expect(project(dealDetailsOutput, row, { output: 'simplified' })).toMatchObject({
			extendedMsrpTotal: 15944.61,
			vendorName: null,
		});
	});

	it('refuses an answer that is no deal', () => {
		expect(() => rowsOf({}, { deals: [] })).toThrow(UnexpectedAnswer);
		expect(() => rowsOf({ return: 'products' }, { dealId: 'A', products: 'none' })).toThrow(
			UnexpectedAnswer,
		);
	});

	it('names what is not there', () => {
		const sentence = (vendorName?: string) =>
			get.ifNothing?.({ ...paramsOf(get, { deal }), vendorName } as never);
		expect(sentence()).toBe('Ingram Micro has no deal TEST-RESEU DISC');
		expect(sentence('Cisco')).toBe('Ingram Micro has no deal TEST-RESEU DISC of Cisco');
	});
});
