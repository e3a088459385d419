import { placeOf } from '../countryProfiles.mts';
import { fractionOf } from './random.mts';
import type { Address } from './orders.mts';

const names: readonly string[] = [
	'AB & C DEALS',
	'1ST MACHINE USA INC',
	'STARK',
	'ABC TECHNOLOGIES',
	'EXAMPLE CORP',
];
const cities: readonly Address[] = [
	{ city: 'BROOKLYN', state: 'NY', postalCode: '11801' },
	{ city: 'BUFFALO', state: 'NY', postalCode: '13206' },
	{ city: 'LENEXA', state: 'KS', postalCode: '662191736' },
];

/** One of the list; always the same for the same key. The list must not be empty. */
function pick<T>(list: readonly T[], key: string): T {
	const picked = list[Math.floor(fractionOf(key) * list.length)];
	if (picked === undefined) throw new RangeError('Cannot pick from an empty list');
	return picked;
}

/** An end user's company; the same for the same key. The names are those of official samples. */
export function endUserOf(key: string): string {
	return pick(names, `end user ${key}`);
}

/** The address of an end user, in the customer's country; the same for the same key. All made up. */
export function endUserAddress(key: string, countryCode = 'US'): Address {
	const house = 1 + Math.floor(fractionOf(`house ${key}`) * 900);
	return {
		contact: 'SIMULATED CONTACT',
		companyName: endUserOf(key),
		addressLine1: `${house} BACK ST`,
		addressLine2: '',
		...(countryCode === 'US' ? pick(cities, `city ${key}`) : placeOf(countryCode)),
		countryCode,
		phoneNumber: '5550100',
		email: 'user@example.com',
	};
}
