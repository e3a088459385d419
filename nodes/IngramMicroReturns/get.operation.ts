import { choice } from '../shared/fields/field';
import { detailsOf, requiredReturn, type ReturnAnswer } from '../shared/xi/returns';
import { oneEach } from '../shared/output';
import { read } from '../shared/operation';
import { UnexpectedAnswer } from '../shared/errors';
import { returnOutput } from '../shared/xi/returnOutput';

/** XI documentation: "Returns Details". */
export const get = read({
	option: {
		name: 'Get Return',
		value: 'get',
		action: 'Get return',
		description: 'Read a return: its status, products, value and where the goods are to go',
	},
	forModels: ['Return Case is one case request number a call, such as CAS-12345-M4H2Y8-0.'],
	parameters: {
		returnCase: requiredReturn,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Product',
					value: 'products',
					description: 'With the numbers of the return on each',
				},
				{
					name: 'One Item per Return',
					value: 'return',
					description: 'With the list of its products',
				},
			],
			{ default: 'return', description: 'What each output item stands for' },
		),
	},
	output: returnOutput,
	request: ({ returnCase }) => detailsOf(returnCase),
	rows: (answer: ReturnAnswer, { return: wanted }) => {
		if (Array.isArray(answer)) throw new UnexpectedAnswer('return');
		return wanted === 'products' ? oneEach(answer, 'products', 'product') : [answer];
	},
	ifNothing: ({ returnCase }) => `Ingram Micro has no return ${returnCase}`,
});
