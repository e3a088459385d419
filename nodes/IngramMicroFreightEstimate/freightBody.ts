import { addressFields, ANY } from '../shared/fields/address';
import { addressForm } from '../shared/fields/addressForm';
import { BadInput } from '../shared/errors';
import { type Fields, requiredWholeNumber, text, type Values } from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { productByIngramNumber } from '../shared/xi/products';
import { numbered, refuseSameNumbers } from '../shared/fields/lines';
import { trimmed } from '../shared/fields/jsonBody';

const address = addressFields({
	companyName: ANY,
	addressLine1: ANY,
	addressLine2: ANY,
	addressLine3: ANY,
	city: ANY,
	state: ANY,
	postalCode: ANY,
	countryCode: ANY,
});

/** Where the goods would go: to an address on file, to any other, or to one that goes with an ID. */
export const shipTo = addressForm(
	'Ship To',
	{ ...addressFields({ addressId: ANY }), ...address },
	{
		description:
			'Where to: the ID of an address that Ingram Micro has on file, an address, or both as some accounts need it',
	},
);

const first = {
	ingramPartNumber: productByIngramNumber,
	quantity: requiredWholeNumber('Quantity', {
		min: 1,
		max: 9_999_999,
		default: 1,
		description: 'How many pieces to send',
	}),
} satisfies Fields;

const more = {
	warehouseId: text('Warehouse ID', {
		placeholder: 'e.g. 20',
		description:
			'The warehouse to send from, as Get Price and Availability names it. Left empty, Ingram Micro chooses.',
	}),
	carrierCode: text('Carrier Code', {
		placeholder: 'e.g. RG',
		description: 'The carrier to send with. Left empty, Ingram Micro chooses.',
	}),
	customerLineNumber: text('Your Line Number', {
		maxLength: 3,
		format: { pattern: /^\d+$/, words: 'a number' },
		placeholder: 'e.g. 1',
		description:
			'Your number for this line. Left empty, the lines are numbered in their order, from 1.',
	}),
} satisfies Fields;

/** What would be sent. */
export const lines = foldedRows(
	'Lines',
	{
		name: 'line',
		displayName: 'Line',
		first,
		more,
		unshown: otherLineNumbers,
		addLabel: 'Add field',
	},
	{ addLabel: 'Add line', description: 'What is to be sent' },
);

type FreightLine = Values<typeof first & typeof more & typeof otherLineNumbers>;
type ShipTo = ReturnType<(typeof shipTo)['read']>;

/**
 * The body of an estimate. XI has quantities as text here, and the address as one object: so do its
 * samples and the newer edition of its OpenAPI document, where the older one has a list.
 * XI documentation: "Freight Estimate".
 *
 * XI's samples send the ID of an address and an address together, and so do clients in production.
 *
 * @throws BadInput without a line, or without a place to go to
 */
export function freightBody(
	given: readonly FreightLine[],
	{ addressId, ...place }: ShipTo,
	billToAddressId: string | undefined,
) {
	const shipToAddress = trimmed(place);
	const hasAddress = Object.keys(shipToAddress).length > 0;
	if (addressId === undefined && !hasAddress) {
		throw new BadInput(
			"'Ship To' is empty",
			'Give the ID of an address that Ingram Micro has on file, or an address',
		);
	}
	if (given.length === 0) {
		throw new BadInput('The estimate has no lines', 'Add what is to be sent');
	}
	given.forEach(({ ingramPartNumber }, position) => {
		if (ingramPartNumber !== undefined) return;
		throw new BadInput(
			`Line ${position + 1} has no product`,
			"Pick a 'Product', or give its number by SKU, VPN or UPC",
		);
	});
	refuseSameNumbers(given);
	return trimmed({
		billToAddressId,
		shipToAddressId: addressId,
		shipToAddress,
		lines: numbered(given.map(trimmed)).map(
			({ quantity, vendorPartNumber: _, upc: __, ...rest }) => ({
				...rest,
				quantity: String(quantity),
			}),
		),
	});
}
