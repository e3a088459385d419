import { range } from '../support.mts';

/*
 * What is refused before anything is sent, as it stands in a node, with the sentence that says why.
 */

export const LINE = { ingramPartNumber: 'DF4128', quantity: 1 };
/** The least that a new order can be. */
export const LEAST = { customerOrderNumber: 'PO-1', lines: { line: [LINE] } };

/** A line as XI rejects it. */
export const REJECTED = {
	customerLinenumber: '2',
	ingramPartNumber: 'XXXXXX',
	rejectCode: 'EN',
	rejectReason: 'ERROR-PART-NOT-FOUND',
};

const line = LINE;
const long = (length: number) => 'x'.repeat(length);
const withLine = (more: object) => ({ lines: { line: [{ ...line, additionalFields: more }] } });

/** New orders, v6. */
export const BAD_V6: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{ customerOrderNumber: '' }, /^'Customer Order Number' is empty$/],
	[{ customerOrderNumber: long(36) }, /^'Customer Order Number' has 36 .* at most 35/],
	[{ lines: {} }, /^The order has no lines$/],
	[{ lines: { line: [{ quantity: 1 }] } }, /^Line 1 has no part number$/],
	[{ lines: { line: [{ ...line, quantity: 0 }] } }, /^'Quantity' in 'Lines', entry 1 is "0"/],
	[{ lines: { line: [{ ...line, quantity: 1.5 }] } }, /must be a whole number/],
	[{ lines: { line: [{ ...line, quantity: '1,' }] } }, /must be a whole number/],
	[{ lines: { line: [{ ...line, quantity: '' }] } }, /^'Quantity' in 'Lines', entry 1 is empty$/],
	[{ lines: { line: [{ ...line, ingramPartNumber: long(19) }] } }, /^'Product' .* at most 18/],
	[withLine({ specialBidNumber: long(37) }), /at most 36/],
	[
		withLine({ unitPrice: '1,5' }),
		/^'Unit Price' in 'Lines', entry 1 is "1,5"; it must be a number/,
	],
	[withLine({ unitPrice: -1 }), /at least 0$/],
	[withLine({ endUserPrice: 'x' }), /^'End User Price' in/],
	[withLine({ additionalAttributes: { attribute: [{ attributeName: 'a' }] } }), /^'Value' in/],
	[
		withLine({ warrantyInfo: { warranty: [{ hardwareLineLink: '1', warrantyLineLink: '2' }] } }),
		/^Line 1 has both a hardware and a warranty line link$/,
	],
	[
		withLine({
			warrantyInfo: { warranty: [{ serialInfo: { serial: [{ shipDate: '31.1.2026' }] } }] },
		}),
		/^'Ship Date' in .* must be a day/,
	],
	[
		withLine({
			warrantyInfo: { warranty: [{ serialInfo: { serial: [{ primarySerialNumber: 'A,B' }] } }] },
		}),
		/^'Hardware' in .* is "A,B"; it must be one serial number/,
	],
	[withLine({ endUserInfo: [{ name1: long(36) }] }), /at most 35/],
	[withLine({ endUserInfo: [{ endUserId: long(11) }] }), /at most 10/],
	[{ additionalFields: { billToAddressId: long(11) } }, /at most 10/],
	[{ additionalFields: { acceptBackOrder: 'maybe' } }, /must be true or false$/],
	[{ shipToInfo: { addressId: long(11) } }, /^'Address ID' in 'Ship To' has 11/],
	[{ shipToInfo: { contact: long(71) } }, /at most 70/],
	[{ shipToInfo: { companyName: long(41) } }, /at most 40/],
	[{ shipToInfo: { addressLine1: long(71) } }, /at most 70/],
	[{ shipToInfo: { addressLine3: long(71) } }, /at most 70/],
	[{ shipToInfo: { city: long(26) } }, /at most 25/],
	[{ shipToInfo: { state: 'KSAS' } }, /at most 3/],
	[{ shipToInfo: { postalCode: long(11) } }, /at most 10/],
	[{ shipToInfo: { countryCode: 'XYZ' } }, /two-letter ISO country code/],
	[{ endUserInfo: { city: long(26) } }, /^'City' in 'End User' in 'Additional Fields' has 26/],
	[
		{ resellerInfo: { companyName: long(41) } },
		/^'Company Name' in 'Reseller' in 'Additional Fields' has 41/,
	],
	[{ shipmentDetails: { carrierCode: long(11) } }, /at most 10/],
	[{ shipmentDetails: { shippingInstructions: long(133) } }, /at most 132/],
	[{ shipmentDetails: { shipComplete: 'X' } }, /not one of its choices$/],
	[{ shipmentDetails: { requestedDeliveryDate: '2026-02-30' } }, /must be a day/],
	[{ additionalAttributes: { euDepId: long(33) } }, /at most 32/],
	[{ additionalAttributes: { govtEndUserPostalCode: long(10) } }, /at most 9/],
	[{ additionalAttributes: { DpasRating: 'D' } }, /not one of its choices$/],
];

/** New orders, v7. */
export const BAD_V7: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{ customerOrderNumber: '' }, /^'Customer Order Number' is empty$/],
	[{ customerOrderNumber: long(19) }, /at most 18/],
	[{ quoteNumber: long(36) }, /^'Quote Number' has 36 .* at most 35/],
	[{ lines: {} }, /^The order has no lines$/],
	[{ additionalFields: { endCustomerOrderNumber: long(19) } }, /at most 18/],
	[{ shipmentDetails: { requestedDeliveryDate: '261224' } }, /must be a day/],
	[withLine({ billingPeriod: { period: [{ duration: 0 }] } }), /^'Duration' in/],
	[withLine({ margin: 'x' }), /^'Margin' in/],
	[
		withLine({ warrantyInfo: { hardwareLineLink: '1', warrantyLineLink: '2' } }),
		/^Line 1 has both/,
	],
	[{ shipToInfo: { state: 'KSAS' } }, /at most 3/],
	[{ resellerInfo: { postalCode: long(11) } }, /at most 10/],
];

export const add = {
	addUpdateDeleteLine: 'ADD',
	ingramPartNumber: 'A',
	quantity: 1,
};
const update = (
	{ quantity, ...additionalFields }: { quantity?: number; notes?: string },
	ingramPartNumber?: string,
) => ({
	addUpdateDeleteLine: 'UPDATE',
	ingramLineNumber: '003',
	ingramPartNumber,
	quantity,
	additionalFields,
});
export const drop = (ingramLineNumber: string) => ({
	addUpdateDeleteLine: 'DELETE',
	ingramLineNumber,
});

/** One or more changes of lines. */
export const BAD_LINE_CHANGES: Array<[change: object | object[], message: string]> = [
	[{ ...add, ingramPartNumber: '' }, 'Line change 1 adds a line and has no product'],
	[{ ...add, quantity: '' }, 'Line change 1 adds a line and has no quantity'],
	[
		{ ...add, ingramLineNumber: '3' },
		'Line change 1 adds a line and has an Ingram line number, which is for lines that are there',
	],
	[[add, drop('')], 'Line change 2 deletes a line and has no Ingram line number'],
	[
		{ ...update({ quantity: 1 }, 'A'), ingramLineNumber: '' },
		'Line change 1 updates a line and has no Ingram line number',
	],
	[update({}, 'A'), 'Line change 1 updates a line and has neither a quantity nor notes'],
	[
		update({ quantity: 1 }),
		'Line change 1 updates a quantity and has no product, which Ingram Micro wants besides the line number',
	],
	[[drop('003'), drop('3')], 'Line changes 1 and 2 have the same Ingram line number, 3'],
	[
		[add, add].map((line) => ({
			...line,
			additionalFields: { customerLineNumber: '7' },
		})),
		'Line changes 1 and 2 have the same line number, 7',
	],
	[
		update({ quantity: 0 }, 'A'),
		"'Quantity' in 'Line Changes', entry 1 is \"0\"; it must be a whole number from 1 to 9999999",
	],
	[
		update({ notes: 'x'.repeat(133) }),
		"'Notes' in 'Line Changes', entry 1 has 133 characters; at most 132 are allowed",
	],
	[
		drop('1234567'),
		"'Ingram Line Number' in 'Line Changes', entry 1 has 7 characters; at most 6 are allowed",
	],
	[{ ingramLineNumber: '3' }, "'Change' in 'Line Changes', entry 1 is empty"],
];

/** Changes of order 20-RC1RD. */
export const BAD_CHANGES: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{}, /^Nothing is to be changed$/],
	[{ additionalAttributes: { enableCommentsAsLines: true } }, /^Nothing is to be changed$/],
	[{ notes: 'x'.repeat(36) }, /^'Notes' has 36 characters; more than 35 need comments as lines$/],
	[{ notes: 'x'.repeat(133) }, /^'Notes' has 133 characters; at most 132/],
	[{ shipToInfo: { addressLine1: 'x'.repeat(61) } }, /at most 60/],
	[{ shipToInfo: { contact: 'x'.repeat(41) } }, /at most 40/],
	[{ order: '', notes: 'N' }, /^'Order' is empty$/],
	[{ order: '20RC1RD', notes: 'N' }, /^'Order' is "20RC1RD"/],
	[
		{ defineChangesBy: 'json', changesJson: { lines: [{ ingramLineNumber: '3' }] } },
		/^'Change' in 'Line Changes' in 'Changes as JSON', entry 1 is empty$/,
	],
];

/** Filters of a search. */
export const BAD_FILTERS: Array<[filters: object, message: string]> = [
	[{ orderStatus: [] }, "'Order Status' in 'Filters' is empty"],
	[
		{ ingramOrderNumber: '20RD128' },
		"'Ingram Order Number' in 'Filters' is \"20RD128\"; it must be",
	],
	[
		{ customerOrderNumber: 'x'.repeat(36) },
		"'Customer Order Number' in 'Filters' has 36 characters",
	],
	[{ endCustomerOrderNumber: 'x'.repeat(36) }, "'End Customer PO' in 'Filters' has 36"],
	[{ serialNumber: 'x'.repeat(36) }, "'Serial Number' in 'Filters' has 36"],
	[{ orderStatus: ['LOST'] }, "'Order Status' in 'Filters' is \"LOST\", which is not one of"],
	[
		{ shipDate: range('2026-11-02', '2026-11-01') },
		"'Ship Date Range' in 'Filters' ends on 2026-11-01, before it starts on 2026-11-02",
	],
	[
		{ invoiceDate: range('2026-11-02', '') },
		"'Invoice Date Range' in 'Filters' has no last day (To)",
	],
];
