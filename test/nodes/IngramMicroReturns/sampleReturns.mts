import { range } from '../support.mts';

/** A place where goods are picked up, with all that XI requires. */
export const PLACE = {
	companyName: 'ABC TECH',
	contact: 'STARK',
	addressLine1: '17501 W 98TH ST',
	city: 'LENEXA',
	state: 'KS',
	postalCode: '662191736',
	countryCode: 'US',
	email: 'stark@example.com',
};

/** A line of a return as it stands in a list. */
export const LINE = {
	invoiceNumber: '40-NFERG-11',
	invoiceDate: '2026-07-18',
	ingramPartNumber: '164B2G',
	quantity: 1,
	primaryReason: 'I have not received part or all of my order',
	secondaryReason: 'Received only partial shipment.',
	numberOfBoxes: 1,
};

/** The least that a new return can be, as it stands in a node. */
export const LEAST = {
	operation: 'create',
	referenceNumber: 'RMA-1',
	lines: { line: [LINE] },
	shipFromInfo: PLACE,
};

/** What the editor begins with for the place of a line. */
const shipFromSkeleton = JSON.stringify({
	companyName: '',
	contact: '',
	addressLine1: '',
	addressLine2: '',
	addressLine3: '',
	city: '',
	state: '',
	postalCode: '',
	countryCode: '',
	phoneNumber: '',
	email: '',
});

const withLine = (more: object) => ({ lines: { line: [{ ...LINE, ...more }] } });
const listed = (linesList: unknown) => ({ linesFrom: 'list', linesList });

/** What is refused before anything is sent, with the sentence that says why. */
export const BAD_RETURNS: Array<[given: Record<string, unknown>, message: RegExp]> = [
	[{ referenceNumber: ' ' }, /^'Reference Number' is empty$/],
	[{ lines: {} }, /^The return has no lines$/],
	[withLine({ invoiceNumber: '' }), /^'Invoice' in 'Lines', entry 1 is empty$/],
	[withLine({ invoiceNumber: '1234567890123' }), /has 13 characters; at most 12/],
	[withLine({ invoiceDate: '18.7.2026' }), /^'Invoice Date' .* must be a day such as/],
	[withLine({ ingramPartNumber: '' }), /^Line 1 has no part number$/],
	[withLine({ quantity: 0 }), /^'Quantity' in 'Lines', entry 1 is "0"; it must be a whole/],
	[withLine({ quantity: 1.5 }), /^'Quantity' .* must be a whole number/],
	[withLine({ quantity: '' }), /^'Quantity' in 'Lines', entry 1 is empty$/],
	[withLine({ numberOfBoxes: 0 }), /^'Number of Boxes' .* must be a whole number/],
	[withLine({ primaryReason: '' }), /^'Primary Reason' in 'Lines', entry 1 is empty$/],
	[withLine({ secondaryReason: ' ' }), /^'Secondary Reason' in 'Lines', entry 1 is empty$/],
	[{ shipFromInfo: {} }, /^'Ship From' has no Company Name, Contact, Address Line 1, City, State/],
	[{ shipFromInfo: { ...PLACE, email: '' } }, /^'Ship From' has no Email$/],
	...['US', 'us', 'CA', 'AU', 'BR', 'MX', 'IN'].map(
		(countryCode): [Record<string, unknown>, RegExp] => [
			{ shipFromInfo: { ...PLACE, countryCode, state: '' } },
			/^'Ship From' has no State$/,
		],
	),
	[
		{ shipFromInfo: { ...PLACE, state: '', countryCode: '' } },
		/^'Ship From' has no State, Country/,
	],
	[{ shipFromInfo: { ...PLACE, countryCode: 'NL', postalCode: '' } }, /has no Postal Code$/],
	[{ shipFromInfo: { ...PLACE, countryCode: 'NL', city: '' } }, /has no City$/],
	[
		{ shipFromInfo: { ...PLACE, countryCode: 'XYZ' } },
		/must be a country .* two-letter ISO country code/,
	],
	[
		withLine({ additionalFields: { shipFromInfo: { city: 'Irvine' } } }),
		/^'Ship From' of line 1 has no Company Name, Contact/,
	],
	...[
		[shipFromSkeleton, /^'Ship From' in 'Lines', entry 1 is not filled in$/],
		[JSON.stringify({ ...PLACE, email: '' }), /^'Ship From' of line 1 has no Email$/],
		['{"city": "Irvine"', /^'Ship From' in 'Lines', entry 1 is not valid JSON/],
		[JSON.stringify([PLACE]), /^'Ship From' .* an object with named values is expected$/],
		[JSON.stringify({ ...PLACE, countryCode: 'XYZ' }), /must be a country/],
		[JSON.stringify({ ...PLACE, phone: '1' }), /unknown name "phone": use "phoneNumber"/],
	].map(([shipFromInfo, message]): [Record<string, unknown>, RegExp] => [
		withLine({ additionalFields: { shipFromInfo } }),
		message as RegExp,
	]),
	[
		withLine({ quantity: 2, additionalFields: { serialNumber: 'SN1,SN2,SN3' } }),
		/^Line 1 has 3 serial numbers, and its Quantity is 2$/,
	],
	[
		withLine({ quantity: 1, additionalFields: { serialNumber: 'SN1 SN2' } }),
		/^Line 1 has 2 serial numbers, and its Quantity is 1$/,
	],
	[
		withLine({ quantity: 3, numberOfBoxes: 2, additionalFields: { serialNumber: 'A,B,C' } }),
		/^Line 1 has 3 serial numbers in 2 boxes: which is in which cannot be told$/,
	],
	[
		withLine({ quantity: 2, additionalFields: { serialNumber: 'SN1;SN1' } }),
		/^'Serial Number' in 'Lines', entry 1 holds SN1 twice$/,
	],
	[listed([{ ...LINE, serialNumber: ['SN1', 'SN2'] }]), /^Line 1 has 2 serial numbers, and its/],
	[listed([{ ...LINE, serialNumber: [{}] }]), /^'Serial Number' in .* is of the type object/],
	[listed('[]'), /^The return has no lines$/],
	[listed('{'), /^'Lines as JSON' is not valid JSON/],
	[listed('{}'), /^'Lines as JSON' is not a list$/],
	[listed([{ ...LINE, quantity: 0 }]), /^'Quantity' in 'Lines as JSON', entry 1 is "0"/],
	[listed([{ ...LINE, Quantity: 2 }]), /holds "Quantity", which Ingram Micro writes "quantity"/],
];

/** Searches that XI would refuse, or not understand. */
export const BAD_RETURN_FILTERS: Array<[filters: Record<string, unknown>, message: RegExp]> = [
	[{ returnStatus: ['Lost'] }, /^'Return Status' in 'Filters' is "Lost", which is not one/],
	[{ claimStatus: 'Open,Maybe' }, /^'Claim Status' in 'Filters' is "Maybe"/],
	[{ returnReason: ['(XX) None'] }, /^'Return Reason' in 'Filters' is "\(XX\) None"/],
	[
		{ returnReason: ['(BB) Buy Back', '(DT1) Direct Ship billed, not shipped.'] },
		/^'Return Reason' in 'Filters' has "Direct Ship Billed, Not Shipped \(DT1\)" among others/,
	],
	[{ createdOn: range('2026-11-02', '2026-11-01') }, /^'Created Date Range' .* before it starts/],
	[{ modifiedOn: range('', '2026-11-01') }, /^'Modified Date Range' .* has no first day/],
];
