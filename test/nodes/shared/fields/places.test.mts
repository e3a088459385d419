import { mayLack, withZerosInFront } from '../../../../nodes/shared/fields/places.ts';

describe('a postal code', () => {
	it.each<[country: string, given: unknown, expected: string]>([
		['US', '2138', '02138'],
		['US', 2138, '02138'],
		['us', ' 2138 ', '02138'],
		['US', 501, '00501'],
		['US', '2138-1234', '02138-1234'],
		['US', 21381234, '021381234'],
		['PR', 901, '00901'],
		['DE', '1067', '01067'],
		['FR', 1000, '01000'],
		['ES', '8001', '08001'],
		['IT', '118', '00118'],
		['MX', 6600, '06600'],
		['FI', '100', '00100'],
		['KR', '3051', '03051'],
		['MY', 1000, '01000'],
		['TR', 1000, '01000'],
		['RO', 10011, '010011'],
		['SG', 18956, '018956'],
		['CO', '50001', '050001'],
		['JP', 600001, '0600001'],
		['BR', 1310100, '01310100'],
		['BR', '1310-100', '01310-100'],
	])('of %s, %j, has lost its zeros', (country, given, expected) => {
		expect(withZerosInFront(given, country)).toBe(expected);
	});

	it.each<[country: unknown, given: unknown]>([
		['US', '02138'],
		['US', 90210],
		['US', '90210-1234'],
		['US', '662191736'],
		['US', '66'],
		['US', 400],
		['DE', '999'],
		['US', 'K1A 0B1'],
		['US', '2138 1234'],
		['US', ''],
		['US', undefined],
		['US', null],
		['US', true],
		['US', ['2138']],
		['AU', 2138],
		['AU', '2138'],
		['CH', '8001'],
		['NL', '1012'],
		['AT', 1010],
		['NO', '150'],
		['SE', '1234'],
		['CZ', '1234'],
		['GB', '2138'],
		['', '2138'],
		['XX', '2138'],
		['USA', '2138'],
		[undefined, '2138'],
		[840, '2138'],
	])('of %j, %j, stays as it is', (country, given) => {
		expect(withZerosInFront(given, country)).toBe(given);
	});
});

it('nothing is known of an address without a country', () => {
	expect(mayLack('state', undefined)).toBe(false);
	expect(mayLack('addressLine1', 'SG')).toBe(false);
});
