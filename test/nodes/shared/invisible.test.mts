import fc from 'fast-check';

import { cleanIdentifier, cleanProse, showsNothing } from '../../../nodes/shared/invisible.ts';

describe('an identifier', () => {
	it.each([
		['4A0036\u2800', '4A0036', 'an invisible character (U+2800) was removed from'],
		['4A0036\u200b', '4A0036', 'a zero-width space (U+200B) was removed from'],
		['\ufeff4A0036', '4A0036', 'a byte order mark (U+FEFF) was removed from'],
		['4A\u200c00\u200d36', '4A0036', 'a zero-width non-joiner (U+200C) was removed from'],
		['4A\u00ad0036', '4A0036', 'a soft hyphen (U+00AD) was removed from'],
		['4A0036\u2060', '4A0036', 'a word joiner (U+2060) was removed from'],
		['\u200e4A0036\u200f', '4A0036', 'a left-to-right mark (U+200E) was removed from'],
		['\u202a4A0036\u202c', '4A0036', 'an invisible character (U+202A) was removed from'],
		['\u20664A0036\u2069', '4A0036', 'an invisible character (U+2066) was removed from'],
		['4A0036\ufe0f', '4A0036', 'an invisible character (U+FE0F) was removed from'],
		['4A\u00000036', '4A0036', 'an invisible character (U+0000) was removed from'],
		['PO\u00a01', 'PO 1', 'a no-break space (U+00A0) was replaced by an ordinary blank in'],
		['\u00a0PO1\u3000', 'PO1', 'a no-break space (U+00A0) was replaced by an ordinary blank in'],
		['PO\u20091', 'PO 1', 'a blank (U+2009) was replaced by an ordinary blank in'],
		['PO\t1', 'PO 1', 'a tab (U+0009) was replaced by an ordinary blank in'],
		[
			'20\u2011RD128',
			'20-RD128',
			'a non-breaking hyphen (U+2011) was replaced by an ordinary hyphen in',
		],
		['20\u2013RD128', '20-RD128', 'an en dash (U+2013) was replaced by an ordinary hyphen in'],
		['20\u2014RD128', '20-RD128', 'an em dash (U+2014) was replaced by an ordinary hyphen in'],
		['20\u2212RD128', '20-RD128', 'a minus sign (U+2212) was replaced by an ordinary hyphen in'],
		['20\uff0dRD128', '20-RD128', 'a dash (U+FF0D) was replaced by an ordinary hyphen in'],
		['４A0036', '4A0036', 'a character of double width (U+FF14) was replaced by 4 in'],
		['a\u200b@example.com', 'a@example.com', 'a zero-width space (U+200B) was removed from'],
	])('%j is %j', (given, expected, change) => {
		const { text, changes } = cleanIdentifier(given);
		expect(text).toBe(expected);
		expect(changes).toContain(change);
	});

	it.each([
		'4A0036',
		' 4A0036\r\n',
		'\t4A0036',
		'PO  1 / a',
		'SN1\nSN2',
		'MÜ-1',
		'注文-1',
		'A_B.C+D#1',
	])('%j is what it is, without what stands around it', (given) => {
		expect(cleanIdentifier(given)).toEqual({ text: given.trim(), changes: [] });
	});

	it('is clean once and for all', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (given) => {
				const { text } = cleanIdentifier(given);
				expect(cleanIdentifier(text)).toEqual({ text, changes: [] });
			}),
		);
	});
});

describe('prose', () => {
	it.each([
		['\ufeff\u200b Example Ltd \u200b', 'Example Ltd'],
		['a\ufeffb\u0000c', 'abc'],
		['می\u200cخواهم', 'می\u200cخواهم'],
		['क्\u200dष', 'क्\u200dष'],
		['ภาษา\u200bไทย', 'ภาษา\u200bไทย'],
		['12 High Street\n\nSuite 5', '12 High Street\n\nSuite 5'],
		['9 – 12 o’clock', '9 – 12 o’clock'],
		['株式会社ＡＢＣ', '株式会社ＡＢＣ'],
		['\u200b', ''],
		['', ''],
	])('%j is %j', (given, expected) => {
		expect(cleanProse(given)).toBe(expected);
	});
});

it.each([
	['', true],
	[' \t\n', true],
	['\u200b\ufeff\u00a0', true],
	['\u2800', true],
	['\u200b0', false],
	['-', false],
])('that %j shows nothing is %j', (given, expected) => {
	expect(showsNothing(given)).toBe(expected);
});
