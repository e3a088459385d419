import type { ReturnBody } from '../../../nodes/IngramMicroReturns/returnBody.ts';
import {
	type Candidate,
	compared,
	notNamed,
} from '../../../nodes/IngramMicroReturns/lookForReturn.ts';
import type { ReturnedProduct } from '../../../nodes/shared/xi/returns.ts';
import { LINE } from './sampleReturns.mts';

const sentAt = new Date('2026-11-21T09:00:00Z');
const line = (more: object = {}) => ({ ...LINE, referenceNumber: 'RMA-1', ...more });
const look = (candidates: Candidate[], ...lines: object[]) =>
	compared(candidates, {
		referenceNumber: 'RMA-1',
		body: { list: lines.length > 0 ? lines : [line()] } as ReturnBody,
		sentAt,
	});
const product = (more: object = {}) => ({
	invoiceNumber: '40NFERG11',
	ingramPartNumber: '164b2g',
	quantity: 1,
	...more,
});
const candidate = (more: object = {}, ...products: ReturnedProduct[]): Candidate => ({
	row: {
		caseRequestNumber: 'CAS-1',
		referenceNumber: 'rma-1',
		createdOn: '2026-11-21T07:00:00Z',
		...more,
	},
	details: { products: products.length > 0 ? products : [product()] },
});

it('does not name a product that was taken where another with the same manufacturer’s number was not', () => {
	const both = ['A', 'B'].map((ingramPartNumber) =>
		line({ ingramPartNumber, vendorPartNumber: 'V', quantity: 1 }),
	);
	const made = [{ ingramPartNumber: 'A', vendorPartNumber: 'V', quantity: 1 }];
	expect(notNamed(made, { list: both })).toEqual([
		{ ingramPartNumber: 'B', vendorPartNumber: 'V', quantity: 1 },
	]);
	const other = product({ ingramPartNumber: 'B', vendorPartNumber: 'V' });
	expect(look([candidate({}, other)], both[0])).toMatchObject({ ours: 'unknown' });
});

it('takes for ours what has the reference, the products and the pieces that were sent', () => {
	expect(look([candidate()])).toMatchObject({
		ours: 'yes',
		there: [{ caseRequestNumber: 'CAS-1', ingramPartNumber: '164b2g', quantity: 1 }],
	});
	const two = [
		line({ quantity: 2 }),
		line({ invoiceNumber: '40-AAAAA-11', ingramPartNumber: 'X' }),
	];
	const other = product({
		invoiceNumber: '40-AAAAA-11',
		ingramPartNumber: undefined,
		quantity: '1',
	});
	expect(
		look(
			[
				candidate({}, product({ quantity: 2 })),
				candidate({ caseRequestNumber: 'CAS-2' }, { ...other, ingramPartNumber: 'X' }),
			],
			...two,
		),
	).toMatchObject({ ours: 'yes', there: [{}, {}] });
	// Two lines of one product, with a serial number each.
	expect(
		look(
			[candidate({}, product(), product())],
			line({ serialNumber: 'A' }),
			line({ serialNumber: 'B' }),
		),
	).toMatchObject({ ours: 'yes' });
});

it.each([
	['a piece more', candidate({}, product({ quantity: 2 }))],
	['another product', candidate({}, product({ ingramPartNumber: 'OTHER' }))],
	['another invoice', candidate({}, product({ invoiceNumber: '40-AAAAA-11' }))],
	['a product besides', candidate({}, product(), product({ ingramPartNumber: 'OTHER' }))],
	['details that cannot be read', { ...candidate(), details: undefined }],
	['the same goods under another reference', candidate({ referenceNumber: 'THEIRS' })],
])('leaves open whether it is ours: %s', (_, one) => {
	expect(look([one])).toMatchObject({ ours: 'unknown' });
});

it.each<[Candidate, object]>([
	[candidate({}, product({ quantity: 2 })), { said: ['164B2G × 2, not × 1'] }],
	[
		candidate({}, product({ ingramPartNumber: 'OTHER' })),
		{ said: ['OTHER was not sent like this', '164B2G × 0, not × 1'] },
	],
	[
		{ ...candidate(), details: undefined },
		{ said: ['the products of CAS-1 could not be read', '164B2G × 0, not × 1'] },
	],
	// Somebody else's may look like this, so it is never given as the one that exists.
	[candidate({ referenceNumber: 'THEIRS' }), { elsewhere: true }],
])('tells in what it differs, or that it goes by another number: %j', (one, more) => {
	expect(look([one])).toMatchObject({ ours: 'unknown', ...more });
});

it('leaves it open as long as a part of it is missing', () => {
	expect(look([candidate()], line(), line({ ingramPartNumber: 'X' }))).toMatchObject({
		ours: 'unknown',
		incomplete: true,
	});
});

it.each([
	['it is older', candidate({ createdOn: '2026-11-18T12:00:00Z' })],
	[
		'other goods under another reference',
		candidate({ referenceNumber: 'X' }, product({ ingramPartNumber: 'OTHER' })),
	],
])('does not see it: %s', (_, one) => {
	expect(look([one])).toEqual({
		absent: 'Ingram Micro has no return with the reference number RMA-1 yet',
	});
});

it.each(['0001-01-01T00:00:00Z', '05/11/2026', ''])(
	'does not take a return for older by a date that is none for certain: %j',
	(createdOn) => {
		expect(look([candidate({ createdOn })])).toMatchObject({ ours: 'yes' });
	},
);
