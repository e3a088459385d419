import { type DealDetailsAnswer, dealDetailsOf, requiredDeal, vendorOf } from '../shared/xi/deals';
import { choice, text } from '../shared/fields/field';
import { oneEach } from '../shared/output';
import { read } from '../shared/operation';
import { UnexpectedAnswer } from '../shared/errors';
import { dealDetailsOutput } from '../shared/xi/dealOutput';

/**
 * XI documentation: "Deal Details".
 *
 * The newer edition of XI's OpenAPI document requires `vendorName`, which the older one and the
 * portal do not know; the number alone may stand for deals of several vendors. A deal that is chosen
 * from a list or comes from an expression brings its number only, so the vendor is looked up unless
 * it is given. What XI answers to an unknown deal is in no document.
 */
export const get = read({
	option: {
		name: 'Get Deal',
		value: 'get',
		action: 'Get deal',
		description:
			'Read a deal (special bid): its products, prices, approved and remaining quantities, and dates',
	},
	forModels: [
		'Deal is one deal (special bid) number a call, such as 23456789. Vendor Name is the manufacturer’s name as Get Many Deals gives it.',
	],
	parameters: {
		deal: requiredDeal,
		vendorName: text('Vendor Name', {
			prose: true,
			placeholder: 'e.g. Cisco',
			description:
				'The manufacturer that gives the deal, written as Get Many Deals shows it. Leave empty to have it looked up with one more call.',
		}),
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Deal',
					value: 'deal',
					description: 'With the list of its products',
				},
				{
					name: 'One Item per Product',
					value: 'products',
					description: 'With the numbers of the deal on each',
				},
			],
			{ default: 'deal', description: 'What each output item stands for' },
		),
	},
	output: dealDetailsOutput,
	request: ({ deal, vendorName }) => dealDetailsOf(deal, vendorName),
	async complete(params, ask) {
		if (params.vendorName !== undefined) return params;
		return { ...params, vendorName: await vendorOf(ask, params.deal) };
	},
	rows: (answer: DealDetailsAnswer, params) => {
		if (!('dealId' in answer)) throw new UnexpectedAnswer('deal');
		return params.return === 'products' ? oneEach(answer, 'products', 'product') : [answer];
	},
	ifNothing: ({ deal, vendorName }) =>
		vendorName === undefined
			? `Ingram Micro has no deal ${deal}`
			: `Ingram Micro has no deal ${deal} of ${vendorName}`,
});
