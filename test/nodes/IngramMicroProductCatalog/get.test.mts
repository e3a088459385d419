import { get } from '../../../nodes/IngramMicroProductCatalog/get.operation.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, requestFor } from '../support.mts';

const locator = (value: string, mode = 'ingramPartNumber') => ({ __rl: true, mode, value });

describe('Get Product', () => {
	it.each<[string, object, object]>([
		[
			'an Ingram part number',
			{ getBy: 'product', product: locator(' 4A0036 ') },
			{
				path: '/resellers/v6/catalog/details/{ingramPartNumber}',
				pathValues: { ingramPartNumber: '4A0036' },
			},
		],
		[
			'a vendor part number',
			{ getBy: 'product', product: locator('E2016HV', 'vendorPartNumber') },
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
	])('asks by %s', (__, given, request) => {
		const { remedies: _, ...sent } = requestFor(get, { ...given });
		expect(sent).toEqual({ method: 'GET', ...request });
	});

	it('says where the number of the manufacturer belongs', () => {
		const { remedy } = badInputOf(() =>
			requestFor(get, { getBy: 'product', product: locator('GLC-LH-SMD=-AND-MORE') }),
		);
		expect(remedy).toContain('choose By VPN in Product');
	});

	it('looks past what stands in the fields that are not shown', () => {
		const given = { product: { odd: 1 }, planId: '438323' };
		expect(requestFor(get, { ...given, getBy: 'planId' }).query).toEqual({ planId: '438323' });
		const named = { product: locator('4A0036'), planId: { odd: 1 } };
		expect(requestFor(get, { ...named, getBy: 'product' })).not.toHaveProperty('query');
	});

	it.each([
		['product', "'Product' is empty"],
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
