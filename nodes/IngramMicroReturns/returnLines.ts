import { addressFields, ANY } from '../shared/fields/address';
import { addressForm } from '../shared/fields/addressForm';
import { day } from '../shared/fields/dates';
import { type Field, requiredText, requiredWholeNumber, text } from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { requiredInvoice } from '../shared/xi/invoices';
import { asJson, bare } from '../shared/fields/jsonBody';
import { oneLine } from '../shared/fields/oneLine';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { invoicedProduct } from './invoiceOfLine';
import { serialNumbers } from './serialNumbers';

/** Where goods are picked up. XI names no limits here. */
const place = {
	companyName: ANY,
	contact: ANY,
	addressLine1: ANY,
	addressLine2: ANY,
	addressLine3: ANY,
	city: ANY,
	state: ANY,
	postalCode: ANY,
	countryCode: ANY,
	phoneNumber: ANY,
	email: ANY,
};

export type ShipFrom = Partial<Record<keyof typeof place, string>>;

const shipFrom = (displayName: string, description: string): Field<ShipFrom> =>
	addressForm(displayName, addressFields(place), { description });

/** Where the goods of all lines are picked up. */
export const shipFromInfo = shipFrom(
	'Ship From',
	'Where the goods are picked up. Ingram Micro wants all of it but the phone number and the second and third address line, and what addresses of the country do not have, e.g. a state.',
);

/** A line of a return as it was given. */
export interface ReturnLine {
	invoiceNumber: string;
	/** Left out: that of the invoice, which is looked up. */
	invoiceDate?: string;
	customerOrderNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	/** Looked up before it is sent: XI takes none here. */
	upc?: string;
	/** XI takes one a line. */
	serialNumber?: string[];
	quantity: number;
	primaryReason: string;
	secondaryReason: string;
	notes?: string;
	billToAddressId?: string;
	shipFromInfo?: ShipFrom;
	numberOfBoxes: number;
}

const pieces = { min: 1, default: 1 };

/** What is to be returned: the same names stand in a list from JSON. */
export const returnLines: Field<ReturnLine[]> = foldedRows(
	'Lines',
	{
		name: 'line',
		displayName: 'Line',
		first: {
			invoiceNumber: requiredInvoice,
			invoiceDate: day('Invoice Date', {
				description: 'The day of that invoice. Left empty, it is looked up.',
			}),
			ingramPartNumber: invoicedProduct,
			quantity: requiredWholeNumber('Quantity', {
				...pieces,
				description: 'How many pieces to return',
			}),
			primaryReason: requiredText('Primary Reason', {
				prose: true,
				placeholder: 'e.g. I have not received part or all of my order',
				description:
					'Why you return it, in the words of Ingram Micro’s website. No list is published.',
			}),
			secondaryReason: requiredText('Secondary Reason', {
				prose: true,
				placeholder: 'e.g. Received only partial shipment.',
				description:
					'The reason in more detail, in the words of Ingram Micro’s website. No list is published.',
			}),
			numberOfBoxes: requiredWholeNumber('Number of Boxes', {
				...pieces,
				description: 'How many boxes are to be picked up',
			}),
		},
		more: {
			billToAddressId: text('Bill To Address ID', {
				placeholder: 'e.g. 000',
				description: 'The billing address that Ingram Micro gave you',
			}),
			customerOrderNumber: text('Your Order Number', {
				placeholder: 'e.g. PO-4711',
				description: 'The purchase order (PO) number under which you bought it',
			}),
			notes: oneLine(
				text('Notes', {
					prose: true,
					placeholder: 'e.g. The box is damaged',
					description: 'What else Ingram Micro should know',
				}),
			),
			serialNumber: serialNumbers,
			// As JSON, since three collections deep n8n's editor has no room for labels.
			shipFromInfo: asJson(
				shipFrom(
					'Ship From',
					'Where the goods of this line are picked up, if somewhere else, in place of the whole address of the return',
				),
				bare(place),
			),
		},
		unshown: otherLineNumbers,
		addLabel: 'Add field',
	},
	{
		addLabel: 'Add line',
		description: 'What to return. Ingram Micro may make a return of its own of each line.',
	},
);
