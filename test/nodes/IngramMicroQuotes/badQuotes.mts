/*
 * What is refused before anything is sent, as it stands in a node, with the sentence that says why.
 */

const product = { ingramPartNumber: 'DF4128', quantity: 1 };
const withProduct = (more: object) => ({ products: { product: [{ ...product, ...more }] } });
const withField = (more: object) => ({ additionalFields: more });

/** The least that a request for a quote can be. */
export const LEAST = { quoteName: 'Q', products: { product: [product] } };

/** New quotes. */
export const BAD_QUOTES: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{ quoteName: '' }, /^'Quote Name' is empty$/],
	[{ quoteName: ['a'] }, /^'Quote Name' is a list, and a text is expected$/],
	[{ products: {} }, /^The quote has no products$/],
	[{ products: { product: [{ quantity: 1 }] } }, /^Product 1 has no part number$/],
	[
		withProduct({ quantity: 0 }),
		/^'Quantity' in 'Products', entry 1 is "0"; .* from 1 to 9999999$/,
	],
	[withProduct({ quantity: 1.5 }), /must be a whole number/],
	[withProduct({ quantity: '' }), /^'Quantity' in 'Products', entry 1 is empty$/],
	[withProduct({ ingramPartNumber: 'x'.repeat(19) }), /^'Product' .* at most 18/],
	[{ productsFrom: 'list', productsList: '' }, /^'Products as JSON' is empty$/],
	[{ productsFrom: 'list', productsList: '[{]' }, /^'Products as JSON' is not valid JSON/],
	[{ productsFrom: 'list', productsList: '[]' }, /^The quote has no products$/],
	[
		{ productsFrom: 'list', productsList: [{ ingrampartnumber: 'A', quantity: 1 }] },
		/holds "ingrampartnumber", which Ingram Micro writes "ingramPartNumber"$/,
	],
	[
		{ productsFrom: 'list', productsList: [product, { ingramPartNumber: 'A' }] },
		/entry 2 is empty$/,
	],
	[withField({ quoteExpiryDate: '31.12.2099' }), /^'Expiry Date' .* must be a day such as/],
	[
		withField({ quoteExpiryDate: '2020-01-31' }),
		/^'Expiry Date' .* is 2020-01-31, .* in the past$/,
	],
	[withField({ CustomerContact: 'Nathan' }), /^'Requester Email' .* must be an e-mail address$/],
	[withField({ CustomerContact: `${'x'.repeat(60)}@x.com` }), /at most 64/],
	[withField({ sendQuoteCopy: ['a@example.com', 'nobody'] }), /^'Email Copies' .* "nobody"/],
	[
		withField({ sendQuoteCopy: Array(11).fill('a@example.com') }),
		/^'Email Copies' in 'Additional Fields' has 11 addresses; at most 10 are allowed$/,
	],
	[withField({ sendQuoteCopy: 'a@example.com;'.repeat(11) }), /has 11 addresses/],
	[{ endUserInfo: { countryCode: 'XYZ' } }, /^'Country Code' in 'End User' .* two-letter ISO/],
	[{ previewOnly: '' }, /^'Preview Only' is empty; it must be true or false$/],
];

const range = (from: string, to: string) => ({ quoteCreateDate: { range: { from, to } } });

/** Filters and sortings of a search. */
export const BAD_SEARCHES: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{ filters: range('2026-01-01', '') }, /^'Created Range' in 'Filters' has no last day/],
	[{ filters: range('2026-11-02', '2026-11-01') }, /ends on 2026-11-01, before it starts/],
	[{ filters: range('2026-02-30', '2026-11-01') }, /must be a day such as/],
	[
		{ filters: range('2020-01-01', '2020-02-01') },
		/^'Created Range' in 'Filters' starts on 2020-01-01, .* reaches back 365 days only$/,
	],
	[{ filters: { quoteNumber: [] } }, /^'Quote Number' in 'Filters' is a list/],
	[
		{ sort: { sortBy: 'name' } },
		/^'Sort By' in 'Sort' is "name", which is not one of its choices$/,
	],
	[{ sort: { sortingOrder: 'down' } }, /^'Sort Order' in 'Sort' is "down"/],
];
