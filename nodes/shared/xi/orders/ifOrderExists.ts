import { choice, strictFlag } from '../../fields/field';

export type IfOrderExists = 'fail' | 'return';

/** What to do with a PO that Ingram Micro has already. */
export const ifOrderExists = choice<IfOrderExists>(
	'If the Order Exists',
	[
		{ name: 'Fail', value: 'fail', description: 'The item fails and names the existing order' },
		{
			name: 'Return the Existing Order',
			value: 'return',
			description: 'The existing order is the result, with the outcome already there',
		},
	],
	{
		default: 'fail',
		description:
			'What to do when Ingram Micro has an order with this customer order number already, e.g. because a workflow is run a second time',
	},
);

/** How sentences call an order that exists already, and where it is chosen what to do about it. */
export const AN_ORDER = { thing: 'purchase', parameter: 'If the Order Exists' };

/** Nothing is sent; the request is the result. */
export const previewOnly = strictFlag('Preview Only', {
	default: false,
	description: 'Whether to return the request as it would go out, and to send nothing',
});
