/*
 * The sample requests of XI's document, as a person fills them in. Their slips are not repeated:
 * switches as text where booleans are meant, empty values, and two lines with one number.
 */

const product = (ingramPartNumber: string, quantity = 1, additionalFields: object = {}) => ({
	ingramPartNumber,
	quantity,
	additionalFields,
});
const lines = (...line: object[]) => ({ lines: { line } });

/** What went out, from a line's number, product and quantity. */
const sent = (number: string, ingramPartNumber: string, quantity = 1, more: object = {}) => ({
	customerLineNumber: number,
	ingramPartNumber,
	quantity,
	...more,
});
const attributes = (values: Record<string, string>) => ({
	additionalAttributes: Object.entries(values).map(([attributeName, attributeValue]) => ({
		attributeName,
		attributeValue,
	})),
});

const duplicate = { allowDuplicateCustomerOrderNumber: true };
const duplicateSent = { allowDuplicateCustomerOrderNumber: 'true' };
const bank = {
	contact: 'TOM SORENSEN',
	companyName: 'FIRST NATIONAL BANK OF OMAHA',
	addressLine1: '17501 W 98TH ST SPC 1833',
	city: 'LENEXA',
	state: 'KS',
	postalCode: '662191736',
	countryCode: 'US',
};
const reach = { phoneNumber: '987654321', email: 'testing@yaho.com' };
const mail = { email: 'dummy.email@ingrammicro.co.in' };

const customer = {
	contact: 'Customer 1',
	companyName: 'ABC priavte Ltd',
	addressLine1: '7001 SW 24th Ave',
	addressLine2: 'testing',
	city: 'Gainesville',
	state: 'FL',
	postalCode: '326070001',
	countryCode: 'US',
	...reach,
};
const user = {
	companyName: 'MEDECISION INC',
	contact: 'AARON RICCITELLI',
	addressLine1: '601 LEE RD',
	city: 'wayne',
	state: 'pa',
	postalCode: '190875607',
	countryCode: 'US',
	phoneNumber: '6105400202',
	email: 'aaron.riccitelli@medecision.com',
};
const airForce = {
	companyName: 'US AIR FORCEE',
	addressLine1: '14300 FANG DR',
	city: 'JACKSONVILLE',
	state: 'FL',
	postalCode: '322187933',
	countryCode: 'US',
	phoneNumber: '4786620376',
	email: 'MATT.DIXON@US.AF.MIL',
};

const contract = {
	govtSolicitationNumber: '438',
	govtEndUserData: 'US AIR FORCEE',
	govtEndUserPostalCode: '322187933',
};

const dummyMore = {
	endUserId: '5',
	addressSequenceNumber: '1',
	contactId: '1',
	phoneNumber: '78776777771',
	email: 'dummy.email1@ingrammicro.co.in',
};
const dummy = { ...dummyMore, contact: 'Dummy John' };

/** A line of the warranty sample: as given, and as sent. */
function ofWarranty(
	number: string,
	part: string,
	quantity: number,
	warehouse: string,
	link: object,
	hasUser: boolean,
) {
	const warehouseAttribute = { attributeName: 'SHIPFROMWAREHOUSEID', attributeValue: warehouse };
	return {
		given: product(part, quantity, {
			customerLineNumber: number,
			additionalAttributes: { attribute: [warehouseAttribute] },
			warrantyInfo: { warranty: [link] },
			...(hasUser && {
				endUserInfo: [dummy],
			}),
		}),
		sent: sent(number, part, quantity, {
			additionalAttributes: [warehouseAttribute],
			warrantyInfo: [link],
			...(hasUser && { endUserInfo: [dummy] }),
		}),
	};
}

const direct = { directLineLink: 'MJDVATC10001B' };
const warrantyLines = [
	ofWarranty('001', '9VL970', 2, '10', direct, false),
	ofWarranty('002', '8RB884', 2, '10', { warrantyLineLink: '005' }, false),
	ofWarranty('003', '8RB881', 3, '40', { warrantyLineLink: '006' }, false),
	ofWarranty('004', '9YG948', 2, '49', direct, true),
	ofWarranty('005', '9HG002', 1, '49', { hardwareLineLink: '002' }, true),
	ofWarranty('006', '9HF999', 3, '49', { hardwareLineLink: '003' }, true),
];

export const ORDERS: Array<[name: string, given: Record<string, unknown>, body: object]> = [
	[
		'Order with Header Comments',
		{
			customerOrderNumber: 'SWAGGER-01',
			...lines(product('DF4128')),
			additionalFields: { notes: 'This is the field for comments' },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SWAGGER-01',
			notes: 'This is the field for comments',
			lines: [sent('1', 'DF4128')],
			...attributes(duplicateSent),
		},
	],
	[
		'Shipping Instructions and Signature Required',
		{
			customerOrderNumber: 'SHIPVIAeg',
			...lines(product('4U0212')),
			shipToInfo: mail,
			shipmentDetails: {
				signatureRequired: true,
				shippingInstructions: 'This is the shipping instruction for this order',
			},
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SHIPVIAeg',
			shipToInfo: mail,
			lines: [sent('1', '4U0212')],
			...attributes(duplicateSent),
			shipmentDetails: {
				signatureRequired: true,
				shippingInstructions: 'This is the shipping instruction for this order',
			},
		},
	],
	[
		'Combined Order(Stock + Direct ship)',
		{
			customerOrderNumber: 'Tejal899',
			...lines(product('DF4128'), product('RQ6000')),
			shipToInfo: bank,
			additionalFields: {
				endCustomerOrderNumber: 'ENDUSER',
				notes: 'direct ship and stock Order',
			},
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'Tejal899',
			endCustomerOrderNumber: 'ENDUSER',
			notes: 'direct ship and stock Order',
			shipToInfo: bank,
			lines: [sent('1', 'DF4128'), sent('2', 'RQ6000')],
			...attributes(duplicateSent),
		},
	],
	[
		'Ship from warehouseid',
		{
			customerOrderNumber: 'newcustomerPO4',
			...lines(product('DF4128')),
			additionalFields: {
				notes: 'this is an partial order process sample',
				billToAddressId: '000',
			},
			additionalAttributes: { shipFromWarehouseId: '10', ...duplicate },
		},
		{
			customerOrderNumber: 'newcustomerPO4',
			notes: 'this is an partial order process sample',
			billToAddressId: '000',
			lines: [sent('1', 'DF4128')],
			...attributes({ shipFromWarehouseId: '10', ...duplicateSent }),
		},
	],
	[
		'Ship Complete Order',
		{
			customerOrderNumber: 'THIS_IS-121',
			...lines(product('4U0212')),
			shipToInfo: mail,
			shipmentDetails: { shipComplete: 'true' },
			ifLineUnavailable: 'rest',
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'THIS_IS-121',
			shipToInfo: mail,
			lines: [sent('1', '4U0212')],
			...attributes({ ...duplicateSent, allowPartialOrder: 'true' }),
			shipmentDetails: { shipComplete: 'true' },
		},
	],
	[
		'Partial Order and Special Bid Number',
		{
			customerOrderNumber: 'newcustomerPO4',
			...lines(product('DF4128'), product('XXXXXX')),
			shipToInfo: bank,
			additionalFields: {
				specialBidNumber: '43426380',
				notes: 'this is an partial order process sample',
				billToAddressId: '000',
			},
			ifLineUnavailable: 'rest',
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'newcustomerPO4',
			specialBidNumber: '43426380',
			notes: 'this is an partial order process sample',
			billToAddressId: '000',
			shipToInfo: bank,
			lines: [sent('1', 'DF4128'), sent('2', 'XXXXXX')],
			...attributes({ ...duplicateSent, allowPartialOrder: 'true' }),
		},
	],
	[
		'Backordered Request',
		{
			customerOrderNumber: 'newcustomerP1O6',
			...lines(product('DF4128')),
			shipToInfo: bank,
			additionalFields: { notes: 'this is backorder sample', acceptBackOrder: true },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'newcustomerP1O6',
			notes: 'this is backorder sample',
			acceptBackOrder: true,
			shipToInfo: bank,
			lines: [sent('1', 'DF4128')],
			...attributes(duplicateSent),
		},
	],
	[
		'Order with CarrierCode & Freight Acount Number',
		{
			customerOrderNumber: 'SPCLBID1',
			...lines(product('DF4128', 1, { unitPrice: 60 })),
			shipmentDetails: { carrierCode: 'RG', freightAccountNumber: 'FRT100' },
			additionalFields: { notes: 'Sample Order with Required Shipvia' },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SPCLBID1',
			notes: 'Sample Order with Required Shipvia',
			lines: [sent('1', 'DF4128', 1, { unitPrice: 60 })],
			shipmentDetails: { carrierCode: 'RG', freightAccountNumber: 'FRT100' },
			...attributes(duplicateSent),
		},
	],
	[
		'Order on CustomerHold',
		{
			customerOrderNumber: 'SWAGGER-01',
			...lines(product('DF4128')),
			additionalFields: { notes: 'CustomerHoldOrderSample' },
			onCustomerHold: true,
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SWAGGER-01',
			notes: 'CustomerHoldOrderSample',
			lines: [sent('1', 'DF4128')],
			...attributes({ ...duplicateSent, allowOrderOnCustomerHold: 'true' }),
		},
	],
	[
		'Requested Unit Price or Price Variance',
		{
			customerOrderNumber: 'SWAGGER-02',
			...lines(product('TSXML1', 1, { unitPrice: 10 })),
			additionalFields: { specialBidNumber: '43426380', notes: 'Test Order for Unit Price' },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SWAGGER-02',
			specialBidNumber: '43426380',
			notes: 'Test Order for Unit Price',
			lines: [sent('1', 'TSXML1', 1, { unitPrice: 10 })],
			...attributes(duplicateSent),
		},
	],
	[
		'Direct Ship with EndUser Info',
		{
			customerOrderNumber: 'newcustomerPO9',
			...lines(product('YZ1478')),
			shipToInfo: customer,
			endUserInfo: { endUserId: '', ...user },
			additionalFields: { notes: 'This is enduser info Order' },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'newcustomerPO9',
			notes: 'This is enduser info Order',
			shipToInfo: customer,
			endUserInfo: user,
			lines: [sent('1', 'YZ1478')],
			...attributes(duplicateSent),
		},
	],
	[
		'Order with Shipping Address',
		{
			customerOrderNumber: 'SWAGGER-03',
			...lines(product('DF4128')),
			shipToInfo: { ...bank, ...reach },
			additionalFields: {
				endCustomerOrderNumber: 'ENDUSER1',
				notes: 'Order with Shipping Address',
			},
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'SWAGGER-03',
			endCustomerOrderNumber: 'ENDUSER1',
			notes: 'Order with Shipping Address',
			shipToInfo: { ...bank, ...reach },
			lines: [sent('1', 'DF4128')],
			...attributes(duplicateSent),
		},
	],
	[
		'All Distributions ShipComplete-SplitOrder',
		{
			customerOrderNumber: 'newcustomerP1O6',
			...lines(product('DF4128', 10), product('RQ6000')),
			shipToInfo: bank,
			shipmentDetails: { shipComplete: 'E' },
			additionalFields: { notes: 'this is a Ship Complete Order', acceptBackOrder: true },
			additionalAttributes: duplicate,
		},
		{
			customerOrderNumber: 'newcustomerP1O6',
			notes: 'this is a Ship Complete Order',
			acceptBackOrder: true,
			shipToInfo: bank,
			lines: [sent('1', 'DF4128', 10), sent('2', 'RQ6000')],
			...attributes(duplicateSent),
			shipmentDetails: { shipComplete: 'E' },
		},
	],
	[
		// Its attributes have small letters, unlike the document's own words for them.
		'APPLE DEP Sample',
		{
			customerOrderNumber: 'APPLE DEP-01',
			...lines(product('DF4128', 10)),
			additionalFields: { notes: 'this is APPLE DEP sample' },
			additionalAttributes: {
				...duplicate,
				other: {
					attribute: [
						{ attributeName: 'eudepid', attributeValue: 'DepIDTest1' },
						{ attributeName: 'depordernbr', attributeValue: 'Test1' },
					],
				},
			},
		},
		{
			customerOrderNumber: 'APPLE DEP-01',
			notes: 'this is APPLE DEP sample',
			lines: [sent('1', 'DF4128', 10)],
			...attributes({ ...duplicateSent, eudepid: 'DepIDTest1', depordernbr: 'Test1' }),
		},
	],
	[
		'Order with CPN - SAP',
		{
			customerOrderNumber: 'Order with CPN-SAP',
			...lines({
				quantity: 1,
				additionalFields: { customerLineNumber: 2, customerPartNumber: '90NB0GI4-M03110' },
			}),
		},
		{
			customerOrderNumber: 'Order with CPN-SAP',
			lines: [{ customerLineNumber: '2', customerPartNumber: '90NB0GI4-M03110', quantity: 1 }],
		},
	],
	[
		'Warranty order sample',
		{
			customerOrderNumber: 'Warranty-01',
			...lines(...warrantyLines.map(({ given }) => given)),
			resellerInfo: { companyName: 'Dummy', ...mail },
			vmf: { vendAuthNumber: 'MJDVATC10001A' },
			additionalFields: {
				endCustomerOrderNumber: 'Warranty-01',
				notes: 'Multiple Line items with Hardware and Warranty links',
			},
			additionalAttributes: {
				enableCommentsAsLines: true,
				...duplicate,
				other: {
					attribute: [{ attributeName: 'allowOrderOnCustomerHold', attributeValue: false }],
				},
			},
		},
		{
			customerOrderNumber: 'Warranty-01',
			endCustomerOrderNumber: 'Warranty-01',
			notes: 'Multiple Line items with Hardware and Warranty links',
			resellerInfo: { companyName: 'Dummy', ...mail },
			vmf: { vendAuthNumber: 'MJDVATC10001A' },
			lines: warrantyLines.map((line) => line.sent),
			...attributes({
				enableCommentsAsLines: 'true',
				...duplicateSent,
				allowOrderOnCustomerHold: 'false',
			}),
		},
	],
	[
		'Govt fields with End User Info',
		{
			customerOrderNumber: 'GovtOrder-01',
			...lines(product('4A0036', 1, { unitPrice: 41.71 })),
			endUserInfo: airForce,
			additionalFields: { endCustomerOrderNumber: 'EPK_01081841' },
			additionalAttributes: {
				...duplicate,
				govtProgramType: 'PA',
				govtEndUserType: 'F',
				...contract,
				govtPublicPrivateCode: 'P',
			},
		},
		{
			customerOrderNumber: 'GovtOrder-01',
			endCustomerOrderNumber: 'EPK_01081841',
			endUserInfo: airForce,
			lines: [sent('1', '4A0036', 1, { unitPrice: 41.71 })],
			...attributes({
				...duplicateSent,
				govtProgramType: 'PA',
				govtEndUserType: 'F',
				...contract,
				govtPublicPrivateCode: 'P',
			}),
		},
	],
];

/** Attributes stand in the order of the fields; XI finds them by name. */
export function sorted(body: unknown): unknown {
	const { additionalAttributes = [], ...rest } = body as { additionalAttributes?: object[] };
	return { ...rest, additionalAttributes: new Set(additionalAttributes) };
}

const comments = { enableCommentsAsLines: true };
const commentsSent = attributes({ enableCommentsAsLines: 'true' });
const change = (
	addUpdateDeleteLine: string,
	ingramLineNumber: string | number | undefined,
	ingramPartNumber?: string,
	{ quantity, ...additionalFields }: { quantity?: number; [name: string]: unknown } = {},
) => ({ addUpdateDeleteLine, ingramLineNumber, ingramPartNumber, quantity, additionalFields });

const shinchan = {
	contact: 'Shinchan Corp Contact',
	companyName: 'SHINCHAN CORP',
	addressLine1: '2502 N. Fort Valley Road',
	addressLine2: 'building 1',
	city: 'flagstaff',
	state: 'AZ',
	postalCode: '86001',
	countryCode: 'US',
	phoneNumber: '800-000-000',
	email: 'newcorp@hotmail.com',
};

export const CHANGES: Array<[name: string, given: Record<string, unknown>, body: object]> = [
	[
		'SingleLine',
		lines(change('ADD', '', '2GZ200', { customerLineNumber: '002', quantity: 2 })),
		{ lines: [sent('002', '2GZ200', 2, { addUpdateDeleteLine: 'ADD' })] },
	],
	[
		'MultipleLines',
		lines(
			change('ADD', '', '2GZ200', { customerLineNumber: '003', quantity: 2 }),
			change('ADD', '', 'DF4128', { customerLineNumber: '004', quantity: 2 }),
		),
		{
			lines: [
				sent('003', '2GZ200', 2, { addUpdateDeleteLine: 'ADD' }),
				sent('004', 'DF4128', 2, { addUpdateDeleteLine: 'ADD' }),
			],
		},
	],
	[
		'Valid SKU and Blank Line Number',
		lines(change('ADD', '', '1C6094', { customerLineNumber: '', quantity: 1 })),
		{ lines: [{ ingramPartNumber: '1C6094', addUpdateDeleteLine: 'ADD', quantity: 1 }] },
	],
	[
		'Modify Quantity with integer value',
		lines(change('UPDATE', '003', '1C6094', { quantity: 2 })),
		{
			lines: [
				{
					ingramLineNumber: '003',
					ingramPartNumber: '1C6094',
					addUpdateDeleteLine: 'UPDATE',
					quantity: 2,
				},
			],
		},
	],
	[
		'Delete single line',
		lines(change('DELETE', '004', '1C6094', { quantity: 2 })),
		{
			lines: [
				{
					ingramLineNumber: '004',
					ingramPartNumber: '1C6094',
					addUpdateDeleteLine: 'DELETE',
					quantity: 2,
				},
			],
		},
	],
	[
		'Delete multiple lines',
		lines(
			change('DELETE', '005', '1C6094', { quantity: 2 }),
			change('DELETE', '006', 'TXSLM3', { quantity: 2 }),
		),
		{
			lines: [
				{
					ingramLineNumber: '005',
					ingramPartNumber: '1C6094',
					addUpdateDeleteLine: 'DELETE',
					quantity: 2,
				},
				{
					ingramLineNumber: '006',
					ingramPartNumber: 'TXSLM3',
					addUpdateDeleteLine: 'DELETE',
					quantity: 2,
				},
			],
		},
	],
	[
		'Modify address with valid details',
		{ shipToInfo: { ...shinchan, addressLine3: '' } },
		{ shipToInfo: shinchan },
	],
	[
		'Add header comments(>35 characters) with additionalAttributes',
		{
			notes: 'This is a header comment greater than 35 characters',
			additionalAttributes: comments,
		},
		{ notes: 'This is a header comment greater than 35 characters', ...commentsSent },
	],
	[
		'Add header comments(<35 characters) without additionalAttributes',
		{ notes: 'This is a header comment' },
		{ notes: 'This is a header comment' },
	],
	[
		'Modify header comments',
		{
			...lines(change('UPDATE', 9, '', { notes: 'Updated header coments' })),
			additionalAttributes: comments,
		},
		{
			lines: [
				{
					ingramLineNumber: '9',
					addUpdateDeleteLine: 'UPDATE',
					notes: 'Updated header coments',
				},
			],
			...commentsSent,
		},
	],
	[
		'Delete header comments',
		lines(change('DELETE', '010')),
		{ lines: [{ ingramLineNumber: '010', addUpdateDeleteLine: 'DELETE' }] },
	],
	[
		'Add line notes',
		{
			...lines(
				change('ADD', '', '1C6094', {
					customerLineNumber: '010',
					quantity: 1,
					notes: 'Line comment',
				}),
			),
			additionalAttributes: comments,
		},
		{
			lines: [sent('010', '1C6094', 1, { addUpdateDeleteLine: 'ADD', notes: 'Line comment' })],
			...commentsSent,
		},
	],
	[
		'Modify line notes',
		{
			...lines(change('UPDATE', '011', '1C6094', { quantity: 1, notes: 'Updated Line comment' })),
			additionalAttributes: comments,
		},
		{
			lines: [
				{
					ingramLineNumber: '011',
					ingramPartNumber: '1C6094',
					addUpdateDeleteLine: 'UPDATE',
					quantity: 1,
					notes: 'Updated Line comment',
				},
			],
			...commentsSent,
		},
	],
	[
		'Delete line notes',
		{
			...lines(change('UPDATE', '012', '1C6094', { quantity: 1 })),
			additionalAttributes: comments,
		},
		{
			lines: [
				{
					ingramLineNumber: '012',
					ingramPartNumber: '1C6094',
					addUpdateDeleteLine: 'UPDATE',
					quantity: 1,
				},
			],
			...commentsSent,
		},
	],
];
