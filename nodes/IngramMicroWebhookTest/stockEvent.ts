import { BadInput } from '../shared/errors';
import {
	collection,
	optionalChoice,
	optionalWholeNumber,
	text,
	type Values,
} from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { requiredListedProduct } from '../shared/xi/products';
import { upc } from '../shared/fields/upc';
import { trimmed } from '../shared/fields/jsonBody';
import { byFields, envelopeFields, links, type WebhookEvent } from './envelope';

const TOPIC = 'resellers/catalog';

const products = foldedRows(
	'Products',
	{
		name: 'product',
		displayName: 'Product',
		first: {
			ingramPartNumber: requiredListedProduct,
			totalAvailability: optionalWholeNumber('Total Availability', {
				min: 0,
				default: 0,
				description: 'How many pieces there are now',
			}),
		},
		more: {
			backOrderFlag: optionalChoice<'N' | 'Y'>(
				'Accepts Backorders',
				[
					{ name: 'No', value: 'N' },
					{ name: 'Yes', value: 'Y' },
				],
				{
					default: 'Y',
					description: 'Whether the product can be ordered while it is out of stock',
				},
			),
			eventType: text('Event Type', {
				placeholder: 'e.g. IM::STOCK_UPDATE',
				description: 'What happened. If not set, it is IM::STOCK_UPDATE.',
			}),
			links,
			skuStatus: text('Product Status', {
				prose: true,
				placeholder: 'e.g. Active',
				description: 'Whether the product is active. Ingram Micro’s own samples leave it empty.',
			}),
			upcCode: upc('UPC', {
				placeholder: 'e.g. 0886734869201',
				description: 'The UPC code of the product',
			}),
			vendorName: text('Vendor Name', {
				prose: true,
				placeholder: 'e.g. BATTERY TECHNOLOGY INC.',
				description: 'The manufacturer of the product',
			}),
			vendorPartNumber: text('Vendor Part Number', {
				placeholder: 'e.g. 710412-001-BTI',
				description: 'The manufacturer’s number of the product',
			}),
		},
		addLabel: 'Add field',
	},
	{ addLabel: 'Add product', description: 'The products whose stock has changed' },
);

/** The fields of a stock event. */
export const stockEventFields = {
	products: byFields(products),
	additionalFields: byFields(
		collection('Additional Fields', envelopeFields(TOPIC), { addLabel: 'Add field' }),
	),
};

/** A stock event by its fields. Throws BadInput where it tells of no product. */
export function stockEventOf({
	products: given,
	additionalFields,
}: Values<typeof stockEventFields>): WebhookEvent | undefined {
	if (given === undefined || additionalFields === undefined) return undefined;
	if (given.length === 0) {
		throw new BadInput("'Products' is empty", 'Add the products whose stock has changed');
	}
	const { topic = TOPIC, event = 'im::updated', eventTimeStamp, eventId } = additionalFields;
	return trimmed({
		topic,
		event,
		eventTimeStamp,
		eventId,
		resource: given.map(({ eventType = 'IM::STOCK_UPDATE', totalAvailability, ...rest }) => ({
			eventType,
			...rest,
			totalAvailability: totalAvailability?.toString(),
		})),
	});
}
