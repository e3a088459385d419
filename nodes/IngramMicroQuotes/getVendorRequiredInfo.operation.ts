import type { IDataObject } from 'n8n-workflow';

import { choice, when } from '../shared/fields/field';
import { requiredQuote } from '../shared/xi/quotes';
import { read } from '../shared/operation';
import { ONE_QUOTE, PRODUCT_OF_LINE } from '../shared/forModels';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { infoRequest, infosIn } from './askVendor';
import { problemOf, questionsOfInfo, type RequiredInfo } from './vendorQuestions';
import { fieldRows, infoOutput, withFields } from './vendorOutput';
import { productsParameters, productsOf, unanswered } from './vendorProducts';
const rowsOf = (info: RequiredInfo, wanted: 'answers' | 'fields'): IDataObject[] => {
	const problem = problemOf(info);
	const questions = questionsOfInfo([info]);
	// What went wrong is an item of its own in either case, so that it is not lost from sight.
	return wanted === 'fields' && problem === undefined
		? fieldRows(info, questions)
		: [
				withFields(
					{ ...info, isAnswered: problem === undefined, problem: problem ?? null },
					questions,
				),
			];
};

/** Asks only, and changes nothing. XI documentation: "Vendor Required Info". */
export const getVendorRequiredInfo = read({
	option: {
		name: 'Get Vendor Required Information',
		value: 'getVendorRequiredInfo',
		action: 'Get vendor required information',
		description:
			'Read what vendors want to know before a quote, products or subscription plans are ordered',
	},
	forModels: [
		ONE_QUOTE,
		'Products as JSON is a list such as ["4A0036",{"planId":"438323"}].',
		PRODUCT_OF_LINE,
	],
	parameters: {
		askFor: choice<'products' | 'quote'>(
			'Ask For',
			[
				{ name: 'Products and Plans', value: 'products' },
				{ name: 'Quote', value: 'quote' },
			],
			{ default: 'quote', description: 'What you want to order' },
		),
		quote: when({ askFor: ['quote'] }, requiredQuote),
		...productsParameters,
		return: choice<'answers' | 'fields'>(
			'Output Items',
			[
				{
					name: 'One Item per Product',
					value: 'answers',
					description: 'With the list of the fields that its vendor demands',
				},
				{
					name: 'One Item per Vendor Field',
					value: 'fields',
					description:
						'One without a field where nothing is demanded, or where Ingram Micro cannot tell',
				},
			],
			{ default: 'answers', description: 'What each output item stands for' },
		),
	},
	output: infoOutput,
	lookUp: ingramNumbersIn(['products', 'productsList']),
	request: (params) =>
		infoRequest(
			params.quote === undefined ? { products: productsOf(params) } : { quoteNumber: params.quote },
		),
	rows(answer: unknown, params): IDataObject[] {
		const infos = infosIn(answer);
		if (params.quote !== undefined && infos.length === 0) {
			// As Order Quote reads it: nothing is demanded.
			infos.push({ quoteNumber: params.quote });
		}
		const lacking = params.quote === undefined ? unanswered(productsOf(params), infos) : [];
		return [...infos, ...lacking].flatMap((info) => rowsOf(info, params.return));
	},
});
