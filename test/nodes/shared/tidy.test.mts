import { isNoDate, tidy, yesOrNo } from '../../../nodes/shared/tidy.ts';

describe('tidied values', () => {
	it('have no blanks around them, at any depth', () => {
		expect(
			tidy({
				ingramPartNumber: 'S9736LL/A ',
				lines: [{ part: '\tA B\u00A0', seen: ['X\u200B ', 5, null] }],
			}),
		).toEqual({
			ingramPartNumber: 'S9736LL/A',
			lines: [{ part: 'A B', seen: ['X', 5, null] }],
		});
	});

	it.each([
		'0001-01-01T00:00:00',
		'0001-01-01',
		'0001-01-01T00:00:00Z',
		'0001-01-01 00:00:00',
		'0000-12-31T18:00:00-06:00',
		'0000-00-00',
		'01/01/0001',
		'1/1/0001 12:00:00 AM',
		'01.01.0001',
		'01-01-0001',
		'0001/01/01 ',
		'00/00/0000',
		'01-JAN-0001',
		'Jan 1, 0001',
		'1 January 0001',
		'Mon Jan 01 0001 00:00:00',
		'/Date(-62135596800000)/',
		'/Date(-62135596800000+0000)/',
	])('have no date where %j stands for none', (date) => {
		expect(isNoDate(date)).toBe(true);
		expect(tidy({ a: [date] })).toEqual({ a: [null] });
	});

	it.each(['2026-11-28', '1900-01-01', '2001-01-01', '10/01/2001', '20-RD128', '0001', 'A-0001'])(
		'keep %j',
		(text) => {
			expect(tidy(text)).toBe(text);
		},
	);

	it.each(['00000000', '00010101'])(
		'have no date in digits, %j, where a date is meant',
		(digits) => {
			expect(tidy({ expiryDate: digits, eventTimeStamp: digits, serialNumber: digits })).toEqual({
				expiryDate: null,
				eventTimeStamp: null,
				serialNumber: digits,
			});
			expect(tidy({ expiryDate: '20261128' })).toEqual({ expiryDate: '20261128' });
		},
	);

	it.each<[unknown, unknown]>([
		[true, true],
		[false, false],
		['True', true],
		['TRUE ', true],
		['true', true],
		['Y', true],
		['yes', true],
		['1', true],
		[1, true],
		['False', false],
		['FALSE', false],
		['N', false],
		['No', false],
		['0', false],
		[0, false],
		['maybe ', 'maybe'],
		[5, 5],
		['', null],
		[' ', null],
		[null, null],
	])('read %j as %j where it is a yes or no', (given, expected) => {
		for (const name of ['productAuthorized', 'ACCEPTBACKORDER', 'isSubscription', 'HasWarranty']) {
			expect(tidy({ [name]: given })).toEqual({ [name]: expected });
			expect(tidy({ list: [{ [name]: given }] })).toEqual({ list: [{ [name]: expected }] });
		}
	});

	it('keep words of other members', () => {
		const kept = { attributeValue: 'True', unit: 'N', issue: 'No', hash: '1' };
		expect(tidy(kept)).toEqual(kept);
	});

	it('leave what is no value of XI alone, and come to an end', () => {
		const round: Record<string, unknown> = { a: ' x ' };
		round.round = round;
		expect(tidy(round)).toMatchObject({ a: 'x' });
		expect([undefined, 5, true].map((value) => tidy(value))).toEqual([undefined, 5, true]);
		expect(yesOrNo({})).toBeUndefined();
	});
});
