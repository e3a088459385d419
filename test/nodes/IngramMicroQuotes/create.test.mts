import { create } from '../../../nodes/IngramMicroQuotes/create.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, requestFor, planFor } from '../support.mts';
import { BAD_QUOTES, LEAST } from './badQuotes.mts';

const simplified = { output: 'simplified' };

describe('Create Quote', () => {
	const bodyOf = (given: object) => requestFor(create, { ...LEAST, ...given }).body;

	it('sends everything under the schema’s names, quantities as texts, the day with slashes', () => {
		const body = bodyOf({
			dealId: '7499800',
			endUserInfo: { companyName: 'Example Ltd', countryCode: 'US', phoneNumber: 6105400202 },
			products: {
				product: [
					{ ingramPartNumber: 'DF4128', quantity: 2 },
					{
						quantity: '1',
						additionalFields: {
							customerLineNumber: 7,
							lineLevelNotes: 'note',
							pricingType: 'p',
							specialBid: 'BID',
							vendorPartNumber: 'E2016HV',
						},
					},
				],
			},
			additionalFields: {
				customerNeed: 'need',
				CustomerContact: 'a@example.com',
				firstname: 'Nathan',
				lastname: 'Smith',
				pricingType: 'y',
				quoteExpiryDate: '2099-12-31T00:00:00',
				sendQuoteCopy: ['a@example.com', 'b@example.com; c@example.com'],
			},
		});
		expect(body).toEqual({
			quoteName: 'Q',
			dealId: '7499800',
			customerNeed: 'need',
			CustomerContact: 'a@example.com',
			firstname: 'Nathan',
			lastname: 'Smith',
			pricingType: 'y',
			quoteExpiryDate: '12/31/2099',
			sendQuoteCopy: 'a@example.com,b@example.com,c@example.com',
			endUserInfo: { companyName: 'Example Ltd', countryCode: 'US', phoneNumber: '6105400202' },
			products: [
				{ ingramPartNumber: 'DF4128', quantity: '2' },
				{
					vendorPartNumber: 'E2016HV',
					quantity: '1',
					customerLineNumber: '7',
					lineLevelNotes: 'note',
					pricingType: 'p',
					specialBid: 'BID',
				},
			],
		});
	});

	it('takes a list of products, and leaves out names that are not for XI', () => {
		const productsList = [{ ingramPartNumber: 'DF4128', quantity: 3, price: 9, row: 1 }];
		expect(bodyOf({ productsFrom: 'list', productsList })).toEqual({
			quoteName: 'Q',
			products: [{ ingramPartNumber: 'DF4128', quantity: '3' }],
		});
	});

	it('needs no products where there is a deal', () => {
		expect(bodyOf({ products: {}, dealId: '7499800' })).toEqual({
			quoteName: 'Q',
			dealId: '7499800',
		});
	});

	it.each(BAD_QUOTES)('refuses %j', (given, message) => {
		expect(badInputOf(() => bodyOf(given)).message).toMatch(message);
	});

	it('gives number and message, and takes an answer without a number for none', () => {
		const { rows } = planFor(create, LEAST);
		const [row] = rows({ quoteNumber: 'QUO-1-A', message: 'Thank you' });
		const account = { environment: 'sandbox', customerNumber: '20-222222' };
		expect(project(create.output, { outcome: 'created', account, ...row }, simplified)).toEqual({
			outcome: 'created',
			account,
			quoteNumber: 'QUO-1-A',
			quoteName: 'Q',
			message: 'Thank you',
		});
		for (const wrong of [undefined, {}, { quoteNumber: null }, { quoteNumber: ' ' }]) {
			expect(() => rows(wrong)).toThrow(UnexpectedAnswer);
		}
	});
});
