import { requiredText, rows, text } from '../../fields/field';
import { asJson } from '../../fields/jsonBody';

/*
 * What a vendor wants to know, as Get Vendor Required Information names it: fields, of which some
 * offer choices, of which some bring fields of their own.
 */

const value = text('Value', {
	prose: true,
	placeholder: 'e.g. new',
	description: 'The value of the field',
});
const fieldDescription = text('Text', {
	prose: true,
	placeholder: 'e.g. Kind of customer',
	description: 'The description of the field, as the vendor gave it',
});

// So deep n8n's editor has no room for labels: the placeholders say what belongs where.
const subFields = rows(
	'Fields of the Choice',
	{
		name: 'field',
		displayName: 'Field',
		fields: {
			// XI writes it so, without a capital, here and nowhere else.
			attributename: requiredText('Name', {
				prose: true,
				placeholder: 'e.g. domain (its name)',
				description: 'The name of the field that comes with the choice',
			}),
			attributeValue: text('Value', {
				prose: true,
				placeholder: 'e.g. example.com (its value)',
				description: 'The value of the field that comes with the choice',
			}),
		},
	},
	{ addLabel: 'Add field', description: 'The fields that the picked value brings with it' },
);

const choices = rows(
	'Choices',
	{
		name: 'choice',
		displayName: 'Choice',
		fields: {
			attributeValue: requiredText('Value', {
				prose: true,
				placeholder: 'e.g. existing',
				description: 'The value that was picked',
			}),
			attributeDescription: fieldDescription,
			choices: subFields,
		},
	},
	{ addLabel: 'Add choice', description: 'The values that were picked, for a field with choices' },
);

/** Rows of what vendors demand, each with its vendor and product. */
const vendorFields = (displayName: string, description: string) =>
	rows(
		displayName,
		{
			name: 'vendor',
			displayName: 'Vendor',
			fields: {
				vendorName: text('Vendor Name', {
					prose: true,
					placeholder: 'e.g. Microsoft',
					description: 'The vendor who demands the fields',
				}),
				productId: text('Product ID', {
					placeholder: 'e.g. CFQ7TTC0LH16',
					description: 'The product, by the vendor’s own ID',
				}),
				additionalAttributes: rows(
					'Fields',
					{
						name: 'attribute',
						displayName: 'Field',
						fields: {
							choices,
							attributeHint: text('Hint', {
								prose: true,
								placeholder: 'e.g. new or existing',
								description: 'The hint to the field, as the vendor gave it',
							}),
							attributeName: requiredText('Name', {
								prose: true,
								placeholder: 'e.g. customerType',
								description: 'The name of the field, as the vendor gave it',
							}),
							attributeDescription: fieldDescription,
							attributeValue: value,
						},
					},
					{ addLabel: 'Add field', description: 'What the vendor wants to know' },
				),
			},
		},
		{ addLabel: 'Add vendor', description },
	);

/** The same as JSON, since a form of six levels has no room for its labels. */
export const vendorFieldsAsJson = (displayName: string, description: string) =>
	asJson(vendorFields(displayName, description), [
		{
			vendorName: '',
			productId: '',
			additionalAttributes: [
				{
					attributeName: '',
					attributeValue: '',
					choices: [{ attributeValue: '', choices: [{ attributename: '', attributeValue: '' }] }],
				},
			],
		},
	]);
