import {
	choice,
	collection,
	filters,
	mustHold,
	optionalFlag,
	required,
	requiredText,
	text,
	textList,
	when,
} from '../shared/fields/field';
import { paging } from '../shared/fields/paging';

/** The name of a field of an input item that holds a file. */
export const fileField = (displayName: string, initial: string, description: string) =>
	requiredText(displayName, {
		default: initial,
		hint: 'The name of the input binary field that holds the file',
		description,
	});

export const layout = choice(
	'Layout',
	[
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'Found by the content of the first rows',
		},
		{
			name: 'Italy’s PRICE.TXT, 24 Fields',
			value: 'fusion24Italy',
			description: 'What stands behind the status comes under its position',
		},
		{
			name: 'PRICE.TXT, 23 Fields',
			value: 'fusion23',
			description: 'Without an instant rebate flag',
		},
		{
			name: 'PRICE.TXT, 24 Fields',
			value: 'fusion24',
			description: 'As the United States have it',
		},
		{
			name: 'PRICE.TXT, 25 Fields',
			value: 'fusion25',
			description: 'With one more, which comes under its position',
		},
		{
			name: 'Standard Price File With Header',
			value: 'sap',
			description: 'STDPRICE_FULL.TXT, as Australia has it',
		},
	],
	{
		default: 'automatic',
		description:
			'How the file is laid out. Whatever is chosen, each row is held to it, and a file that does not fit is refused.',
	},
);

export const encoding = choice(
	'Encoding',
	[
		{ name: 'Latin-1', value: 'latin1', description: 'ISO-8859-1 or Windows-1252' },
		{ name: 'UTF-8', value: 'utf8', description: 'As some programs save it' },
	],
	{ default: 'latin1', description: 'How the characters of the file are stored' },
);

export const fieldsToKeep = textList('Fields to Keep', {
	addLabel: 'Add field',
	placeholder: 'e.g. customerPrice',
	description:
		'The fields of the output, by name. Leave empty to keep all. The part number is always kept.',
});

const isFile = { output: ['csv', 'jsonLines'] };

/** The parameters of Read Price File. */
export const readParameters = {
	file: fileField('Price File', 'data', 'PRICE.TXT or STDPRICE_FULL.TXT, or the ZIP it comes in'),
	layout,
	encoding,
	products: choice(
		'Products',
		[
			{ name: 'All', value: 'all', description: 'Every product that the filters let pass' },
			{ name: 'From Input Items', value: 'inputItems', description: 'One part number an item' },
			{ name: 'From List', value: 'list', description: 'Part numbers entered here' },
		],
		{ default: 'all', description: 'Which products to read out of the file' },
	),
	partNumbers: when(
		{ products: ['list'] },
		required(
			textList('Ingram Part Numbers', {
				addLabel: 'Add part number',
				placeholder: 'e.g. 00FM05',
				description: 'The products to read. One that is not in the file is told as not found.',
			}),
			'Add a part number, or set Products to All',
		),
	),
	partNumberField: when(
		{ products: ['inputItems'] },
		requiredText('Part Number Field', {
			default: 'ingramPartNumber',
			description:
				'The field of the input items that holds the Ingram part number. One of the items holds the file.',
		}),
	),
	filters: filters({
		categories: textList('Categories', {
			addLabel: 'Add category',
			placeholder: 'e.g. 0701',
			format: {
				pattern: /^(?:\d{2}){1,2}$/,
				words: 'two digits of a category, or four with its subcategory',
			},
			description: 'Only products in one of these. Two digits take all subcategories.',
		}),
		changedOnly: optionalFlag('Changed Prices Only', {
			default: true,
			description: 'Whether to read only products whose price change flag is Y',
		}),
		inStockOnly: optionalFlag('In Stock Only', {
			default: true,
			description: 'Whether to read only products whose availability flag is Y',
		}),
		vendors: textList('Vendors', {
			addLabel: 'Add vendor',
			placeholder: 'e.g. HP INC.',
			description:
				'Only products of one of these, by Ingram Micro’s vendor number or the whole name',
		}),
	}),
	output: choice(
		'Output',
		[
			{ name: 'CSV File', value: 'csv', description: 'One file with a header' },
			{ name: 'Items', value: 'items', description: 'One item a product' },
			{
				name: 'JSON Lines File',
				value: 'jsonLines',
				description: 'One file with an object a line',
			},
		],
		{
			default: 'items',
			description: 'What to make of the products. A file suits the own import of a database.',
		},
	),
	outputField: when(
		isFile,
		requiredText('Put Output File in Field', {
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
			description: 'By this name the next node finds the file',
		}),
	),
	// Products that are named are all told of, whether they are there or not.
	returnAll: when({ output: ['items'], products: ['all'] }, paging.returnAll),
	limit: when({ output: ['items'], products: ['all'], returnAll: [false] }, paging.limit),
	fieldsToKeep,
	options: collection(
		'Options',
		{
			manyItems: optionalFlag('Allow More Than 50,000 Items', {
				default: true,
				description:
					'Whether to make as many items as there are. Hundreds of thousands of them can take all memory that n8n has.',
			}),
			// Without it products would come without their quantities.
			stockFile: mustHold(
				text('Stock File', {
					placeholder: 'e.g. stock',
					hint: 'The name of the input binary field that holds TOTAL.TXT',
					description: 'TOTAL.TXT, of the same item, from which each product gets its quantity',
				}),
			),
		},
		{ addLabel: 'Add option' },
	),
};
