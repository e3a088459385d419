import {
	collection,
	optionalAmount,
	optionalFlag,
	someChoices,
	wholeNumber,
} from '../shared/fields/field';
import { encoding, fieldsToKeep, fileField, layout } from './readParameters';

/** The parameters of Compare Price Files. */
export const compareParameters = {
	yesterdayFile: fileField(
		'Yesterday’s File',
		'yesterday',
		'The price file of before, of the same input item as today’s',
	),
	todayFile: fileField('Today’s File', 'today', 'The price file of now'),
	layout,
	encoding,
	changes: someChoices(
		'Changes',
		[
			{ name: 'Added', value: 'added', description: 'Products that were not there' },
			{ name: 'Changed', value: 'changed', description: 'Products with something else in Compare' },
			{ name: 'Gone', value: 'gone', description: 'Products that are no longer there' },
		],
		{
			default: ['added', 'changed', 'gone'],
			description: 'Which of the changes to tell',
			ifNone: 'Choose at least one',
		},
	),
	compare: someChoices(
		'Compare',
		[
			{
				name: 'Availability Flag',
				value: 'availabilityFlag',
				description: 'Whether there is stock',
			},
			{ name: 'Customer Price', value: 'customerPrice', description: 'What you pay' },
			{ name: 'Status', value: 'status', description: 'Such as discontinued' },
		],
		{
			default: ['availabilityFlag', 'customerPrice', 'status'],
			description: 'What of a product must differ for it to count as changed',
			ifNone: 'Choose at least one',
		},
	),
	fewerRows: wholeNumber('Refuse if Fewer Rows (Percent)', {
		min: 0,
		max: 100,
		default: 20,
		description:
			'Today’s file is refused if it has fewer rows than yesterday’s by more than this: most likely it is not whole, and its missing products are not gone. 100 takes any file.',
	}),
	fieldsToKeep,
	options: collection(
		'Options',
		{
			manyItems: optionalFlag('Allow More Than 50,000 Items', {
				default: true,
				description: 'Whether to make as many items as there are changes',
			}),
			priceByAmount: optionalAmount('Least Price Change', {
				description: 'Smaller changes of the customer price are not told',
			}),
			priceByPercent: optionalAmount('Least Price Change (%)', {
				description:
					'Smaller changes of the customer price are not told. With an amount as well, one of the two is enough.',
			}),
		},
		{ addLabel: 'Add option' },
	),
};
