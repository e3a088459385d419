import { amountShown, dayShown, pickerLine } from '../../../nodes/shared/pickerLine.ts';

describe('the line of a record in a list', () => {
	it.each<[string | number, unknown[], string]>([
		['20-RD128', ['PO 4711', '2026-11-27', 'OPEN'], '20-RD128 – PO 4711 – 2026-11-27 – OPEN'],
		['A', [], 'A'],
		[4239056, [undefined, null, '', '  ', {}, true], '4239056'],
		['A', [0, 12], 'A – 0 – 12'],
		['A', ['two\nlines\t of  it'], 'A – two lines of it'],
		// The same twice tells nothing.
		['A', ['Acme Ltd', 'ACME LTD', 'Active'], 'A – Acme Ltd – Active'],
		['A', ['Switch 3 ports', '× 3'], 'A – Switch 3 ports – × 3'],
	])('%s with %j', (number, parts, line) => {
		expect(pickerLine(number, parts)).toBe(line);
	});

	it('has eighty characters at most, of which the longest part loses its middle', () => {
		const description = `${'Monitor '.repeat(20)}REFURBISHED`;
		const line = pickerLine('4A0036', ['E2016HV', description, 'discontinued']);
		expect(line.length).toBeLessThanOrEqual(80);
		expect(line).toMatch(/^4A0036 – E2016HV – Monitor Monitor .*….*REFURBISHED – discontinued$/);
	});

	it('shortens several long parts evenly', () => {
		const line = pickerLine('4A0036', ['V'.repeat(40), 'W'.repeat(45)]);
		expect(line.length).toBeLessThanOrEqual(80);
		const lengths = line.split(' – ').map((part) => part.length);
		expect(Math.max(...lengths.slice(1)) - Math.min(...lengths.slice(1))).toBeLessThanOrEqual(2);
	});

	it('cuts no short part, and leaves out the last where there is no room for all', () => {
		const parts = ['Test Quote - 999', 'JD Enterprises', 'Active', '27.15 USD', '2026-11-18'];
		expect(pickerLine('QUO-10985-C4C3F7', parts)).toBe(
			'QUO-10985-C4C3F7 – Test Quote - 999 – JD Enterprises – Active – 27.15 USD',
		);
	});

	it('begins with the whole number, however long', () => {
		const number = 'N'.repeat(100);
		expect(pickerLine(number, ['Description of it']).split(' – ')[0]).toBe(number);
	});
});

it.each<[unknown, string | undefined, string | undefined]>([
	[12, undefined, '12.00'],
	['1234.5', 'USD', '1234.50 USD'],
	[0, undefined, '0.00'],
	['', 'USD', undefined],
	[null, 'USD', undefined],
	['on request', undefined, 'on request'],
])('an amount %j in %s is %s', (amount, currency, shown) => {
	expect(amountShown(amount, currency)).toBe(shown);
});

it.each([
	['2026-11-27T10:00:00', '2026-11-27'],
	['2026-11-27', '2026-11-27'],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('the day of %j is %s', (date, day) => {
	expect(dayShown(date)).toBe(day);
});
