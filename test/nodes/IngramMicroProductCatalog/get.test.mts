import { get } from '../../../nodes/IngramMicroProductCatalog/get.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const locator = (value: string) => ({ __rl: true, mode: 'ingramPartNumber', value });

const IF_VENDORS: unknown = expect.stringMatching(
	/If it is the manufacturer's, choose Vendor Part Number under 'Get By'$/,
);

describe('Get Product', () => {
	it.each<[string, object, object]>([
		[
			'an Ingram part number',
			{ getBy: 'ingramPartNumber', product: locator(' 4A0036 ') },
			{
				path: '/resellers/v6/catalog/details/{ingramPartNumber}',
				pathValues: { ingramPartNumber: '4A0036' },
				remedies: { 400: IF_VENDORS, 404: IF_VENDORS },
			},
		],
		[
			'a vendor part number',
			{ getBy: 'vendorPartNumber', vendorPartNumber: 'E2016HV' },
			{ path: '/resellers/v6/catalog/details', query: { vendorPartNumber: 'E2016HV' } },
		],
		[
			'a plan ID',
			{ getBy: 'planId', planId: 438323 },
			{ path: '/resellers/v6/catalog/details', query: { planId: '438323' } },
		],
		[
			'a plan name',
			{ getBy: 'planName', planName: 'Office 365 E5' },
			{ path: '/resellers/v6/catalog/details', query: { planName: 'Office 365 E5' } },
		],
	])('asks by %s', (_, given, request) => {
		expect(requestFor(get, { ...given })).toEqual({ method: 'GET', ...request });
	});

	it('says where the number of the manufacturer belongs', () => {
		const { remedy } = badInputOf(() =>
			requestFor(get, { getBy: 'ingramPartNumber', product: locator('GLC-LH-SMD=-AND-MORE') }),
		);
		expect(remedy).toContain('put it into Vendor Part Number');
	});

	it('looks past what stands in the fields that are not shown', () => {
		const given = { product: locator('4A0036'), vendorPartNumber: 'V', planId: { odd: 1 } };
		expect(requestFor(get, { ...given, getBy: 'vendorPartNumber' }).query).toEqual({
			vendorPartNumber: 'V',
		});
		expect(requestFor(get, { ...given, getBy: 'ingramPartNumber' })).not.toHaveProperty('query');
	});

	it.each([
		['ingramPartNumber', "'Product' is empty"],
		['vendorPartNumber', "'Vendor Part Number' is empty"],
		['planId', "'Plan ID' is empty"],
		['planName', "'Plan Name' is empty"],
	])('by %s is refused without it', (getBy, message) => {
		expect(badInputOf(() => requestFor(get, { getBy })).message).toBe(message);
	});

	it('answers one row, and takes no list for a product', () => {
		const params = paramsOf(get, { product: locator('A') }) as never;
		const answer = { ingramPartNumber: 'A' };
		expect(get.rows(answer, params)).toEqual([answer]);
		expect(() => get.rows([answer] as never, params)).toThrow(UnexpectedAnswer);
	});
});
