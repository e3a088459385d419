import { country } from './country';
import { countryCodeOf, stateCodeOf } from './placeNames';
import { withZerosInFront } from './places';
import { type Field, type Fields, isBlank, text } from './field';
import { joined, linesIn, oneLine } from './oneLine';

interface AddressText {
	readonly displayName: string;
	readonly placeholder?: string;
	readonly description: string;
	readonly prose?: boolean;
	readonly format?: { pattern: RegExp; words: string };
	readonly ifTooLong?: string;
}

/** What any of XI's address blocks may hold, by its names on the wire. */
const TEXTS = {
	addressId: {
		displayName: 'Address ID',
		placeholder: 'e.g. 200',
		description: 'The ID under which Ingram Micro has this delivery address on file',
	},
	resellerId: {
		displayName: 'Reseller ID',
		placeholder: 'e.g. 20-222222',
		description: 'The ID of the reseller at Ingram Micro',
	},
	endUserId: {
		displayName: 'End User ID',
		placeholder: 'e.g. 5',
		description: 'The ID of the end user at Ingram Micro',
	},
	endUserType: {
		displayName: 'End User Type',
		placeholder: 'e.g. F',
		description: 'The kind of end user, as Ingram Micro told you to send it',
	},
	addressSequenceNumber: {
		displayName: 'Address Sequence Number',
		placeholder: 'e.g. 1',
		description: 'Which of the addresses of the end user at Ingram Micro to use',
	},
	contactId: {
		displayName: 'Contact ID',
		placeholder: 'e.g. 1',
		description: 'Which of the contacts of the end user at Ingram Micro to use',
	},
	contact: {
		prose: true,
		displayName: 'Contact',
		placeholder: 'e.g. Nathan Smith',
		description: 'The person to turn to',
	},
	companyName: {
		prose: true,
		displayName: 'Company Name',
		placeholder: 'e.g. Example Ltd',
		description: 'The name of the company',
	},
	name1: {
		prose: true,
		displayName: 'Name 1',
		placeholder: 'e.g. Example Ltd',
		description: 'The first line of the name, where it does not fit in one',
	},
	name2: {
		prose: true,
		displayName: 'Name 2',
		placeholder: 'e.g. Purchasing',
		description: 'The second line of the name',
	},
	addressLine1: {
		prose: true,
		displayName: 'Address Line 1',
		placeholder: 'e.g. 17501 W 98th St',
		description: 'The street and the house number',
	},
	addressLine2: {
		prose: true,
		displayName: 'Address Line 2',
		placeholder: 'e.g. Building 1',
		description: 'The second line of the address',
	},
	addressLine3: {
		prose: true,
		displayName: 'Address Line 3',
		placeholder: 'e.g. Floor 2',
		description: 'The third line of the address',
	},
	addressLine4: {
		prose: true,
		displayName: 'Address Line 4',
		placeholder: 'e.g. Room 12',
		description: 'The fourth line of the address',
	},
	city: {
		prose: true,
		displayName: 'City',
		placeholder: 'e.g. Lenexa',
		description: 'The town or city',
	},
	state: {
		displayName: 'State',
		placeholder: 'e.g. KS',
		description:
			'The code of the state or province. Names of states of the US, Canada and Australia are understood.',
		ifTooLong: 'Give the code of the state or province, e.g. KS for Kansas',
	},
	postalCode: {
		displayName: 'Postal Code',
		placeholder: 'e.g. 662191736',
		description:
			'The postal code. Give it as text, so that zeros in front are kept; where the country makes it certain, lost ones are put back.',
	},
	countryCode: {
		displayName: 'Country Code',
		description:
			'The country. An expression may give its two-letter code, or its name, such as Germany.',
	},
	phoneNumber: {
		displayName: 'Phone Number',
		placeholder: 'e.g. 6105400202',
		description: 'The phone number. Give it as text, so that zeros in front are kept.',
	},
	email: {
		displayName: 'Email',
		placeholder: 'e.g. name@example.com',
		description: 'The email address',
	},
	shippingNotes: {
		prose: true,
		displayName: 'Shipping Notes',
		placeholder: 'e.g. Ring at the back door',
		description: 'A note for the delivery to this address',
	},
} satisfies Record<string, AddressText>;

export type AddressField = keyof typeof TEXTS;

/** Stands for a field of an address block for which XI names no limit. */
export const ANY = Infinity;

const LINES = ['addressLine1', 'addressLine2', 'addressLine3', 'addressLine4'];
/** Codes and numbers, in which a comma would be another mistake. */
const CODES: readonly string[] = [
	'addressId',
	'resellerId',
	'endUserId',
	'endUserType',
	'addressSequenceNumber',
	'contactId',
	'state',
	'postalCode',
	'countryCode',
	'phoneNumber',
	'email',
];

/**
 * Address lines without line breaks, with which shops and sheets fill one field: what is behind a break
 * goes to the next line of the address that is free, and where none is, stays behind a comma.
 */
function withoutBreaks(values: Readonly<Record<string, unknown>>, fields: Fields) {
	const names = LINES.filter((name) => name in fields);
	const changed: Record<string, unknown> = {};
	const at = (name: string): unknown => (name in changed ? changed[name] : values[name]);
	for (const [position, name] of names.entries()) {
		const value = at(name);
		const [first, ...rest] = typeof value === 'string' ? linesIn(value) : [];
		if (rest.length === 0) continue;
		const free = names.slice(position + 1).filter((other) => isBlank(at(other)));
		const places = [name, ...free.slice(0, rest.length)];
		const lines = [first, ...rest];
		places.forEach((place, index) => {
			const isLast = index === places.length - 1;
			changed[place] = isLast ? joined(lines.slice(index)) : lines[index];
		});
	}
	return changed;
}

/** What is put in order over all fields of an address, by the field that has it done. */
const ARRANGED: Partial<Record<AddressField, Field['arrange']>> = {
	addressLine1: withoutBreaks,
	state: ({ state, countryCode }) => ({ state: stateCodeOf(state, countryCodeOf(countryCode)) }),
	postalCode: ({ postalCode, countryCode }) => ({
		postalCode: withZerosInFront(postalCode, countryCodeOf(countryCode)),
	}),
};

/** The fields of one of XI's address blocks, each with the most characters that it takes there. */
export const addressFields = <K extends AddressField>(
	limits: Record<K, number>,
): Record<K, Field<string | undefined>> =>
	Object.fromEntries(
		Object.entries<number>(limits).map(([name, maxLength]) => {
			const { displayName, ...rules }: AddressText = TEXTS[name as K];
			const field =
				name === 'countryCode'
					? country(displayName, { none: '(Not Set)', ...rules })
					: text(displayName, { ...rules, ...(maxLength !== ANY && { maxLength }) });
			const arrange = ARRANGED[name as K];
			return [
				name,
				{ ...oneLine(field, CODES.includes(name) ? ' ' : undefined), ...(arrange && { arrange }) },
			];
		}),
	) as Record<K, Field<string | undefined>>;
