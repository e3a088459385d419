import { create } from '../../../nodes/IngramMicroReturns/create.operation.ts';
import { badInputOf, requestFor, planFor } from '../support.mts';
import { BAD_RETURNS, LEAST, LINE, PLACE } from './sampleReturns.mts';

describe('Create Return', () => {
	it('sends whole numbers, leaves out what is empty, and gives the place as one object', () => {
		const { body } = requestFor(create, {
			...LEAST,
			lines: {
				line: [{ ...LINE, quantity: '2', additionalFields: { notes: '', serialNumber: 7 } }],
			},
			shipFromInfo: { ...PLACE, addressLine2: ' ', phoneNumber: 5550100 },
		});
		expect(body).toEqual({
			list: [
				{
					...LINE,
					quantity: 2,
					serialNumber: '7',
					referenceNumber: 'RMA-1',
					shipFromInfo: { ...PLACE, phoneNumber: '5550100' },
				},
			],
		});
	});

	it.each(BAD_RETURNS)('refuses %j', (given, message) => {
		const refused = badInputOf(() => planFor(create, { ...LEAST, ...given }));
		expect(refused.message).toMatch(message);
	});

	it.each([
		...['NL', 'SG', 'NZ', 'DE', 'GB', 'FR', 'SE', 'CH', 'IE', 'HK', 'AE', 'ZA'].map(
			(countryCode) => ({ countryCode, state: '' }),
		),
		{ countryCode: 'NL', state: null },
		...['AE', 'HK', 'IE', 'QA'].map((countryCode) => ({ countryCode, state: '', postalCode: '' })),
		{ countryCode: 'PE', state: 'LIM', postalCode: '' },
		{ countryCode: 'SG', state: '', city: '' },
	])('leaves out what the country does not have: %j', (place) => {
		const shipFromInfo = Object.fromEntries(
			Object.entries({ ...PLACE, ...place }).filter(([, part]) => part),
		);
		const given = { ...LEAST, shipFromInfo: { ...PLACE, ...place } };
		const sent = { body: { list: [expect.objectContaining({ shipFromInfo })] } };
		expect(requestFor(create, given)).toMatchObject(sent);
		// The same where the place stands in a line.
		const list = [{ ...LINE, shipFromInfo: { ...PLACE, ...place } }];
		const byLine = { ...LEAST, linesFrom: 'list', linesList: list, shipFromInfo: {} };
		expect(requestFor(create, byLine)).toMatchObject(sent);
	});

	it('knows the country in small letters too', () => {
		const place = { ...PLACE, countryCode: 'nl', state: '' };
		const { body } = requestFor(create, { ...LEAST, shipFromInfo: place });
		expect(body).toHaveProperty('list.0.shipFromInfo.countryCode', 'NL');
	});

	it.each<[unknown, string[]]>([
		['SN1', ['SN1']],
		[' SN1 ', ['SN1']],
		[4711, ['4711']],
		['SN1,SN2,SN3', ['SN1', 'SN2', 'SN3']],
		['SN1，SN2、SN3', ['SN1', 'SN2', 'SN3']],
		['SN1, SN2 ,SN3,', ['SN1', 'SN2', 'SN3']],
		['SN1;SN2; SN3', ['SN1', 'SN2', 'SN3']],
		['SN1\nSN2\r\nSN3\n', ['SN1', 'SN2', 'SN3']],
		['SN1 SN2\tSN3', ['SN1', 'SN2', 'SN3']],
		['SN1|SN2', ['SN1', 'SN2']],
		['[SN1, SN2]', ['SN1', 'SN2']],
		[
			['SN1', 'SN2', ''],
			['SN1', 'SN2'],
		],
		[
			['SN1, SN2', ['SN3']],
			['SN1', 'SN2', 'SN3'],
		],
		[
			[4711, 4712],
			['4711', '4712'],
		],
		['["SN1","SN2"]', ['SN1', 'SN2']],
		[
			[{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }],
			['SN1', 'SN2'],
		],
	])('makes a line of each serial number of %j', (serialNumber, serials) => {
		const quantity = serials.length;
		const each = serials.map((one) =>
			expect.objectContaining({ serialNumber: one, quantity: 1, numberOfBoxes: 1 }),
		);
		for (const numberOfBoxes of [1, quantity]) {
			const line = { ...LINE, quantity, numberOfBoxes };
			const fields = { line: [{ ...line, additionalFields: { serialNumber } }] };
			expect(requestFor(create, { ...LEAST, lines: fields }).body).toEqual({ list: each });
			const list = { linesFrom: 'list', linesList: [{ ...line, serialNumber }] };
			expect(requestFor(create, { ...LEAST, ...list }).body).toEqual({ list: each });
		}
	});

	it('sends a state that is given, whatever the country', () => {
		const shipFromInfo = { ...PLACE, countryCode: 'SG', state: 'SG' };
		expect(requestFor(create, { ...LEAST, shipFromInfo })).toMatchObject({
			body: { list: [expect.objectContaining({ shipFromInfo })] },
		});
	});

	it.each([{}, { returnsClaims: null }, { returnsClaims: [] }, { returnsClaims: [{}] }])(
		'takes an answer that names no return for none: %j',
		(answer) => {
			expect(() => planFor(create, LEAST).rows(answer as never)).toThrow(
				/^Ingram Micro’s answer holds/,
			);
		},
	);
});
