import { options } from '../../../../nodes/shared/fields/options.ts';
import { paging } from '../../../../nodes/shared/fields/paging.ts';
import { product, requiredListedProduct } from '../../../../nodes/shared/xi/products.ts';
import { badInputOf } from '../../support.mts';

describe('the options of every operation', () => {
	const read = (value: unknown) => options.read(value, "'Options'");

	it('are all left out unless set', () => {
		expect(Object.values(read({})).every((value) => value === undefined)).toBe(true);
		expect(Object.values(read(undefined)).every((value) => value === undefined)).toBe(true);
	});

	it('take what the headers of XI take', () => {
		const given = {
			customerNumber: '20-2222222',
			countryCode: 'US',
			senderId: 's'.repeat(32),
			customerContact: 'buyer@example.com',
			acceptLanguage: 'en-US',
			maxWaitSeconds: 0,
			timeoutSeconds: 600,
		};
		expect(read(given)).toEqual(given);
	});

	it.each(['us', 'USA', 'United States', 'Vereinigte Staaten', 'United States (US)', 'US\u200b'])(
		'understand the country %j',
		(countryCode) => {
			expect(read({ countryCode }).countryCode).toBe('US');
		},
	);

	it.each([
		[{ customerNumber: '2'.repeat(33) }, 'Customer Number'],
		[{ countryCode: 'Atlantis' }, 'Country Code'],
		[{ countryCode: 'U' }, 'Country Code'],
		[{ countryCode: '12' }, 'Country Code'],
		[{ senderId: 's'.repeat(33) }, 'Sender ID'],
		[{ customerContact: 'buyer' }, 'Customer Contact'],
		[{ customerContact: `${'b'.repeat(60)}@e.com` }, 'Customer Contact'],
		[{ acceptLanguage: 'en, de' }, 'Language'],
		[{ acceptLanguage: 'en\r\nX-Other: 1' }, 'Language'],
		[{ maxWaitSeconds: -1 }, 'Maximum Wait (Seconds)'],
		[{ maxWaitSeconds: 3601 }, 'Maximum Wait (Seconds)'],
		[{ timeoutSeconds: 0 }, 'Timeout (Seconds)'],
		[{ timeoutSeconds: 601 }, 'Timeout (Seconds)'],
	])('refuse %j', (value, name) => {
		expect(badInputOf(() => read(value)).message).toContain(`'${name}' in 'Options' `);
	});
});

describe('the size of a search', () => {
	it('is fifty unless all are wanted, and at least one', () => {
		expect(paging.returnAll.read(undefined, "'Return All'")).toBe(false);
		expect(paging.limit.read(undefined, "'Limit'")).toBe(50);
		expect(paging.limit.read(5000, "'Limit'")).toBe(5000);
		expect(badInputOf(() => paging.limit.read(0, "'Limit'")).message).toContain('at least 1');
		expect(paging.limit.when).toEqual({ returnAll: [false] });
	});
});

describe('a product', () => {
	it('may be empty, unless it is required', () => {
		const empty = { __rl: true, mode: 'list', value: '' };
		expect(product.read(empty, "'Product'")).toBeUndefined();
		const error = badInputOf(() => requiredListedProduct.read(empty, "'Product'"));
		expect(error.message).toBe("'Product' is empty");
		expect(error.remedy).toBe('Pick a product, or give its Ingram part number');
	});

	it('has a part number of at most 18 characters', () => {
		for (const field of [product, requiredListedProduct]) {
			expect(field.read('1'.repeat(18), "'Product'")).toBe('1'.repeat(18));
			expect(badInputOf(() => field.read('1'.repeat(19), "'Product'")).message).toBe(
				"'Product' has 19 characters; at most 18 are allowed",
			);
		}
	});
});
