import type { INodeParameters } from 'n8n-workflow';

import {
	CISCO,
	CISCO_FIELDS,
	CISCO_FIELDS_OTHERWISE,
	orderOf,
	PLAIN,
	quoteOf,
} from '../quotes/orderSupport.mts';
import { byQuoteNumber, productsOf, QUOTES } from '../quotes/support.mts';
import { type CountedRun, QUICK, runsOf, times } from './countedRun.mts';

const run = runsOf(QUOTES);
const SEARCH = 'GET /resellers/v6/quotes/search';
const DETAILS = 'GET /resellers/v6/quotes/{quoteNumber}';
const CREATE = 'POST /resellers/v6/quotes/create';
const VALIDATE = 'GET /resellers/v6/q2o/validatequote';
const REQUIRED_INFO = 'POST /resellers/v7/vendorrequiredinfo';
const ORDER_SEARCH = 'GET /resellers/v6/orders/search';
const ORDER = 'POST /resellers/v7/orders';
const ORDER_LEGACY = 'POST /resellers/v6/q2o/orders';

const create: INodeParameters = {
	operation: 'create',
	quoteName: 'Laptops',
	products: productsOf('DF4128'),
	options: QUICK,
};
const required = (askFor: string, more: INodeParameters): INodeParameters => ({
	operation: 'getVendorRequiredInfo',
	askFor,
	...more,
});
const cisco = (more: INodeParameters = {}) => orderOf(CISCO, CISCO_FIELDS, more);

export const quotes: readonly CountedRun[] = [
	run('a first page', { operation: 'getMany', limit: 10 }, [SEARCH]),
	run('150 of more', { operation: 'getMany', returnAll: false, limit: 150 }, times(2, SEARCH), {
		prepare: ({ xi }) => void xi.addQuotes(300),
	}),
	run('a quote', { operation: 'get', quote: byQuoteNumber('QUO-10926-Y8G1B3') }, [DETAILS]),
	run(
		'its products',
		{
			operation: 'get',
			quote: byQuoteNumber('QUO-10926-Y8G1B3'),
			return: 'products',
		},
		[DETAILS],
	),

	run('a quote', create, [SEARCH, CREATE]),
	run('a preview', { ...create, previewOnly: true }, []),

	run('a quote', { operation: 'validate', quote: quoteOf(CISCO) }, [VALIDATE]),
	run('a quote', required('quote', { quote: quoteOf(PLAIN) }), [REQUIRED_INFO]),
	run(
		'products',
		required('products', { productsFrom: 'list', productsList: '["DF4128", "123512"]' }),
		[REQUIRED_INFO],
	),

	run('a quote of which nothing is demanded', orderOf(PLAIN, {}), [
		ORDER_SEARCH,
		VALIDATE,
		REQUIRED_INFO,
		ORDER,
	]),
	run('a quote whose vendor demands something', cisco(), [ORDER_SEARCH, VALIDATE, ORDER]),
	run(
		'the same, by the names of the other call',
		orderOf(
			CISCO,
			{},
			{
				vendorFieldsFrom: 'json',
				vendorFieldsNamedBy: 'vendorRequiredInfo',
				vendorFieldsList: JSON.stringify(CISCO_FIELDS_OTHERWISE),
			},
		),
		[ORDER_SEARCH, VALIDATE, REQUIRED_INFO, ORDER],
	),
	run('a quote of which a demand is not met', orderOf(CISCO, {}), [ORDER_SEARCH, VALIDATE], {
		refused: 'The vendor demands more',
	}),
	run('a quote with a maximum total', cisco({ checkBeforeOrdering: { maxOrderTotal: 999999 } }), [
		ORDER_SEARCH,
		DETAILS,
		VALIDATE,
		ORDER,
	]),
	run('a preview', cisco({ previewOnly: true }), [VALIDATE]),
	run('a quote, by the older call', cisco({ options: { ...QUICK, version: 'v6' } }), [
		ORDER_SEARCH,
		VALIDATE,
		ORDER_LEGACY,
	]),
];
