import {
	parcelsApart,
	serialNumbersIn,
	trackingNumbersIn,
} from '../../../../nodes/shared/xi/parcels.ts';

const ONE = '1Z0000000000000001';
const TWO = '1Z0000000000000002';

describe('the tracking numbers in what comes as one', () => {
	it.each<[unknown, string[]]>([
		[`${ONE} ${TWO}`, [ONE, TWO]],
		[`${ONE},${TWO}`, [ONE, TWO]],
		[`${ONE}, ${TWO}`, [ONE, TWO]],
		[`${ONE};${TWO};`, [ONE, TWO]],
		[`${ONE} | ${TWO}`, [ONE, TWO]],
		[`${ONE}/${TWO}`, [ONE, TWO]],
		[`${ONE} / ${TWO}`, [ONE, TWO]],
		[`${ONE}\r\n${TWO}\n`, [ONE, TWO]],
		[`  ${ONE}\t${TWO} `, [ONE, TWO]],
		[`${ONE}   ${TWO}`, [ONE, TWO]],
		[`${ONE} ${ONE}`, [ONE]],
		[`${ONE},${ONE.toLowerCase()}`, [ONE]],
		['12345678,123', ['12345678', '123']],
		['390064340282 390064340293', ['390064340282', '390064340293']],
		[
			[ONE, `${TWO} ${ONE}`],
			[ONE, TWO],
		],
		[
			[{ trackingNumber: ONE }, { TrackingNumber: TWO }],
			[ONE, TWO],
		],
		[`${ONE}，${TWO}`, [ONE, TWO]],
		[`${ONE}<br />${TWO}`, [ONE, TWO]],
		[JSON.stringify([ONE, TWO]), [ONE, TWO]],
		[`${ONE}\u200b, ${ONE}`, [ONE]],
		[[{ tracking_number: ONE }], [ONE]],
		[390064340282, ['390064340282']],
		[`${ONE} `, [ONE]],
		[null, []],
		[undefined, []],
		['', []],
		[' , ; ', []],
		[{}, []],
		[true, []],
	])('%j holds %j', (given, numbers) => {
		expect(trackingNumbersIn(given)).toEqual(numbers);
	});

	it.each([
		'1Z 999 AA1 01 2345 6784',
		'9400 1000 0000 0000 0000 00',
		'JJD00 0300 0000 0000 0001',
		'AB 1234 5678 9GB',
		'N/A',
		'SEE NOTES',
		'DELIVERED ELECTRONICALLY',
		'PICKED UP BY CUSTOMER',
		'1Z0000000000000001 (2 boxes)',
		'https://carrier.example/track/390064340282',
	])('leaves %j in one piece', (number) => {
		expect(trackingNumbersIn(number)).toEqual([number]);
		expect(trackingNumbersIn(`${number}, ${ONE}`)).toEqual([number, ONE]);
	});
});

describe('the serial numbers in a value of any shape', () => {
	it.each<[unknown]>([
		[[{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }]],
		[[{ serialnumber: 'SN1' }, { SerialNumber: 'SN2' }]],
		[['SN1', 'SN2']],
		[['SN1,SN2']],
		['SN1,SN2'],
		['SN1; SN2'],
		['SN1\nSN2'],
		[{ serialNumber: ['SN1', 'SN2'] }],
		[{ serialNumbers: [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }] }],
		[{ serialnumbers: ['SN1', 'SN2'] }],
		[{ SerialNumbers: { serialNumber: 'SN1,SN2' } }],
		[{ serialNumberDetails: [{ serialNumber: 'SN1' }, { serialNumber: 'SN2' }] }],
		[[['SN1'], [{ serialNumber: 'SN2' }]]],
		[['SN1', null, {}, '', 'SN2', 'SN1']],
		[[{ serialNumber: 'SN1 ' }, { serialNumber: ' SN2' }]],
	])('%j holds SN1 and SN2', (given) => {
		expect(serialNumbersIn(given)).toEqual(['SN1', 'SN2']);
	});

	it.each<[unknown, string[]]>([
		[{ serialNumber: 'SN1' }, ['SN1']],
		['SN1', ['SN1']],
		[353918050000, ['353918050000']],
		[
			[353918050000, { serialNumber: 353918050001 }],
			['353918050000', '353918050001'],
		],
		['FTX1234A0BC FTX1234A0BD', ['FTX1234A0BC', 'FTX1234A0BD']],
		['SN 0042 A', ['SN 0042 A']],
		['FTX1234A0BC/FTX1234A0BD', ['FTX1234A0BC/FTX1234A0BD']],
		[{ serialNumbers: null, ingramPartNumber: '4A0036', quantity: 2 }, []],
		[null, []],
		[undefined, []],
		['', []],
		[true, []],
		[[], []],
		[{}, []],
	])('%j holds %j', (given, numbers) => {
		expect(serialNumbersIn(given)).toEqual(numbers);
	});

	it('comes to an end in what has none', () => {
		const round: Record<string, unknown> = {};
		round.serialNumbers = round;
		expect(serialNumbersIn(round)).toEqual([]);
	});
});

describe('a parcel with several tracking numbers', () => {
	const box = {
		cartonNumber: '1',
		trackingNumber: `${ONE} ${TWO}`,
		quantityInBox: '3',
		packageWeight: '2.5',
		serialNumbers: [{ serialNumber: 'SN1' }],
	};

	it('is one each, what it holds being told once', () => {
		expect(parcelsApart(box)).toEqual([
			{ ...box, trackingNumber: ONE },
			{
				cartonNumber: '1',
				trackingNumber: TWO,
				quantityInBox: null,
				packageWeight: null,
				serialNumbers: null,
			},
		]);
	});

	it.each([
		[`https://t.example/${TWO} https://t.example/${ONE}`, [ONE, TWO]],
		[`https://t.example/${ONE},https://t.example/${TWO}`, [ONE, TWO]],
		[`https://t.example/${ONE}`, [ONE, null]],
	])('has the address of each: %s', (trackingUrl, numbers) => {
		expect(parcelsApart({ ...box, trackingUrl }).map((parcel) => parcel.trackingUrl)).toEqual(
			numbers.map((number) => number && `https://t.example/${number}`),
		);
	});

	it.each(['https://t.example/all', `https://t.example/?n=${ONE},${TWO}`])(
		'has the address of all: %s',
		(trackingUrl) => {
			expect(parcelsApart({ ...box, trackingUrl }).map((parcel) => parcel.trackingUrl)).toEqual([
				trackingUrl,
				trackingUrl,
			]);
		},
	);

	it.each([[ONE], ['1Z 999 AA1 01 2345 6784'], [null], [undefined], [`${ONE},${ONE}`]])(
		'stays as it is with %j',
		(trackingNumber) => {
			expect(parcelsApart({ ...box, trackingNumber })).toEqual([{ ...box, trackingNumber }]);
		},
	);
});
