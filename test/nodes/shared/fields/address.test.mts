import { addressFields, ANY } from '../../../../nodes/shared/fields/address.ts';
import { collection } from '../../../../nodes/shared/fields/field.ts';
import { trimmed } from '../../../../nodes/shared/fields/jsonBody.ts';
import { badInputOf } from '../../support.mts';

const block = (lines: number) =>
	collection(
		'Ship To',
		addressFields({
			companyName: 40,
			contact: ANY,
			...Object.fromEntries(
				Array.from({ length: lines }, (_, index) => [`addressLine${index + 1}`, 20]),
			),
			city: ANY,
			state: ANY,
			postalCode: ANY,
			countryCode: ANY,
			phoneNumber: ANY,
		} as never),
		{ addLabel: 'Add' },
	);

const read = (given: object, lines = 3) => trimmed(block(lines).read(given, "'Ship To'"));
const HIGH = '12 High Street';

describe('a line break in an address', () => {
	it.each([
		'\n',
		'\n\n',
		'\r\n',
		'\r',
		'\n \n',
		' \t ',
		'\v',
		'\f',
		'\u0085',
		'\u2028',
		'\u2029',
		'<br>',
		'<BR />',
	])('may be %j', (sign) => {
		expect(read({ addressLine1: `${HIGH}${sign}Suite 5${sign}` })).toEqual({
			addressLine1: HIGH,
			addressLine2: 'Suite 5',
		});
	});

	it.each<[given: object, lines: number, expected: object]>([
		[
			{ addressLine1: `${HIGH}\nSuite 5`, addressLine2: 'Block B' },
			3,
			{ addressLine1: HIGH, addressLine2: 'Block B', addressLine3: 'Suite 5' },
		],
		[{ addressLine1: 'A\nB\nC\nD' }, 2, { addressLine1: 'A', addressLine2: 'B, C, D' }],
		[{ addressLine1: 'A\nB', addressLine2: 'C' }, 2, { addressLine1: 'A, B', addressLine2: 'C' }],
		[{ addressLine1: 'A,\nB' }, 1, { addressLine1: 'A, B' }],
		[
			{ addressLine1: 'A', addressLine2: 'B\nC' },
			3,
			{ addressLine1: 'A', addressLine2: 'B', addressLine3: 'C' },
		],
		[{ addressLine3: 'A\nB' }, 3, { addressLine3: 'A, B' }],
		[{ addressLine1: 'A\nB', addressLine2: '  ' }, 2, { addressLine1: 'A', addressLine2: 'B' }],
		[{ addressLine1: '\nA\n' }, 2, { addressLine1: 'A' }],
		[{ addressLine1: '\n' }, 2, {}],
		[
			{ companyName: 'Example Ltd\nAttn. Purchasing', contact: 'Jo\r\n Doe' },
			1,
			{ companyName: 'Example Ltd, Attn. Purchasing', contact: 'Jo, Doe' },
		],
		[
			{ city: 'Lenexa\n', state: 'K\nS', phoneNumber: '555\n0100' },
			1,
			{ city: 'Lenexa', state: 'K S', phoneNumber: '555 0100' },
		],
	])(
		'moves what follows to the next free line, or behind a comma: %j of %i lines',
		(given, lines, expected) => {
			expect(read(given, lines)).toEqual(expected);
		},
	);

	it('leaves a line that gets too long to be refused', () => {
		const given = { addressLine1: `${HIGH}\nSuite 5` };
		expect(badInputOf(() => read(given, 1)).message).toBe(
			"'Address Line 1' in 'Ship To' has 23 characters; at most 20 are allowed",
		);
	});
});

describe('a postal code in an address', () => {
	it('gets its zeros back by the country beside it', () => {
		expect(read({ postalCode: 2138, countryCode: 'US' })).toMatchObject({ postalCode: '02138' });
		expect(read({ postalCode: 2138, countryCode: 'AU' })).toMatchObject({ postalCode: '2138' });
		expect(read({ postalCode: 2138 })).toEqual({ postalCode: '2138' });
	});
});
