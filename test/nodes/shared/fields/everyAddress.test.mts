import { get as freight } from '../../../../nodes/IngramMicroFreightEstimate/get.operation.ts';
import { create } from '../../../../nodes/IngramMicroOrders/create.operation.ts';
import { createAsync } from '../../../../nodes/IngramMicroOrders/createAsync.operation.ts';
import { modify } from '../../../../nodes/IngramMicroOrders/modify.operation.ts';
import { create as createQuote } from '../../../../nodes/IngramMicroQuotes/create.operation.ts';
import { order as orderQuote } from '../../../../nodes/IngramMicroQuotes/order.operation.ts';
import { create as createReturn } from '../../../../nodes/IngramMicroReturns/create.operation.ts';
import { LEAST, LINE } from '../../IngramMicroOrders/badOrders.mts';
import {
	LEAST as LEAST_RETURN,
	LINE as RETURN_LINE,
	PLACE,
} from '../../IngramMicroReturns/sampleReturns.mts';
import { folded } from '../../IngramMicroOrders/wholeOrders.mts';
import { requestFor } from '../../support.mts';

/** As it comes out of a shop, and as a parcel label takes it. */
const TYPED = {
	addressLine1: '12 High Street\nSuite 5',
	city: 'Cambridge',
	postalCode: 2138,
	countryCode: 'US',
};
const SENT = {
	addressLine1: '12 High Street',
	addressLine2: 'Suite 5',
	city: 'Cambridge',
	postalCode: '02138',
	countryCode: 'US',
};

const withEndUser = { ...LINE, endUserInfo: [TYPED] };
const orderJson = {
	customerOrderNumber: 'PO-1',
	lines: [withEndUser],
	shipToInfo: TYPED,
	endUserInfo: TYPED,
	resellerInfo: TYPED,
};
const rowsWithEndUser = {
	line: [{ ...LINE, additionalFields: { endUserInfo: [TYPED] } }],
};
const sections = { shipToInfo: TYPED, endUserInfo: TYPED, resellerInfo: TYPED };
const inOrder = [
	['shipToInfo', SENT],
	['endUserInfo', SENT],
	['resellerInfo', SENT],
	['lines.0.endUserInfo.0', SENT],
] as const;
const withPlaceOfLine = (shipFromInfo: unknown) => ({
	...LEAST_RETURN,
	lines: { line: [{ ...RETURN_LINE, additionalFields: { shipFromInfo } }] },
});
const quote = { __rl: true, mode: 'quoteNumber', value: 'QUO-10926-Y8G1B3' };

it.each<
	[
		string,
		Parameters<typeof requestFor>[0],
		Record<string, unknown>,
		ReadonlyArray<readonly [string, object]>,
	]
>([
	['v6, fields', create, folded({ ...LEAST, ...sections, lines: rowsWithEndUser }), inOrder],
	['v6, JSON', create, { defineOrderBy: 'json', orderJson }, inOrder],
	[
		'v6, list',
		create,
		{ ...LEAST, linesFrom: 'list', linesList: [withEndUser] },
		[['lines.0.endUserInfo.0', SENT]],
	],
	['v7, fields', createAsync, folded({ ...LEAST, ...sections, lines: rowsWithEndUser }), inOrder],
	['v7, JSON', createAsync, { defineOrderBy: 'json', orderJson }, inOrder],
	['modify, fields', modify, { order: '20-RD128', shipToInfo: TYPED }, [['shipToInfo', SENT]]],
	[
		'modify, JSON',
		modify,
		{ order: '20-RD128', defineChangesBy: 'json', changesJson: { shipToInfo: TYPED } },
		[['shipToInfo', SENT]],
	],
	[
		'quote',
		createQuote,
		{ quoteName: 'Q', products: { product: [LINE] }, endUserInfo: TYPED },
		[['endUserInfo', SENT]],
	],
	[
		'order of a quote, v7',
		orderQuote,
		{ quote, customerOrderNumber: 'PO-1', ...sections },
		inOrder.slice(0, 3),
	],
	[
		'order of a quote, v6',
		orderQuote,
		{
			quote,
			customerOrderNumber: 'PO-1',
			options: { version: 'v6' },
			shipToInfo: TYPED,
			endUserInfo: TYPED,
		},
		inOrder.slice(0, 2),
	],
	['freight', freight, { lines: { line: [LINE] }, shipTo: TYPED }, [['shipToAddress', SENT]]],
	[
		'return, fields',
		createReturn,
		{ ...LEAST_RETURN, shipFromInfo: { ...PLACE, ...TYPED } },
		[['list.0.shipFromInfo', { ...PLACE, ...SENT }]],
	],
	[
		'return, line as JSON',
		createReturn,
		withPlaceOfLine(JSON.stringify({ ...PLACE, ...TYPED, phoneNumber: '' })),
		[['list.0.shipFromInfo', { ...PLACE, ...SENT }]],
	],
	[
		'return, line by an expression',
		createReturn,
		withPlaceOfLine({ ...PLACE, ...TYPED }),
		[['list.0.shipFromInfo', { ...PLACE, ...SENT }]],
	],
	[
		'return, list',
		createReturn,
		{
			...LEAST_RETURN,
			linesFrom: 'list',
			linesList: [{ ...RETURN_LINE, shipFromInfo: { ...PLACE, ...TYPED } }],
		},
		[['list.0.shipFromInfo', { ...PLACE, ...SENT }]],
	],
])(
	'every address goes out without line breaks and with its zeros: %s',
	(_, operation, given, expected) => {
		const { body } = requestFor(operation, given);
		for (const [path, address] of expected) expect(body).toHaveProperty(path, address);
	},
);

it('a note goes out as one line, and a number that tells things apart is refused', () => {
	const notes = 'Call first.\nRing twice\nDoor B';
	const { body } = requestFor(create, { ...LEAST, additionalFields: { notes } });
	expect(body).toHaveProperty('notes', 'Call first. Ring twice, Door B');
	expect(() => requestFor(create, { ...LEAST, customerOrderNumber: 'PO\n1' })).toThrow(
		/^'Customer Order Number' is "PO\n1"; it must be on one line, without line breaks$/,
	);
});

it('a postal code of the government is one of the USA', () => {
	const { body } = requestFor(create, {
		...LEAST,
		additionalFields: { additionalAttributes: { govtEndUserPostalCode: 2138 } },
	});
	expect(body).toHaveProperty('additionalAttributes', [
		{ attributeName: 'govtEndUserPostalCode', attributeValue: '02138' },
	]);
});
