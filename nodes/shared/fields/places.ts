/*
 * What addresses of the world have and lack. Where it is not certain, a country is taken for one that
 * lacks a part: Ingram Micro then says itself what it misses, where a refusal of ours would leave
 * nothing to fill in.
 */

const codes = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Countries of which an address has a state, province or region. In Europe, the Middle East and Africa
 * XI's documentation has it optional everywhere. IA is how some Indian accounts write India.
 */
const WITH_STATE = codes(`
	AR AU BO BR CA CL CN CO CR EC GT HN IA ID IN JP MX MY NI PA PE PY SV US UY VE
`);

/** Countries that have no postal codes, or in which they are hardly ever written. */
const WITHOUT_POSTAL_CODE = codes(`
	AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CL CM CO CW DJ DM ER FJ GA GD GH GM GQ GY HK IE
	JM KI KM KN KP LC LY ML MO MR MW NR NU PA PE QA RW SB SC SL SR SS ST SX SY TD TG TK TL TO TT TV TZ UG
	VU YE ZW
`);

/** Countries that are one city, or have no towns in their addresses. */
const WITHOUT_CITY = codes('GI HK MC MO SG VA');

/** Which parts of an address a country may lack, by their names on the wire. */
const LACKS: Readonly<Record<string, (country: string) => boolean>> = {
	state: (country) => !WITH_STATE.has(country),
	postalCode: (country) => WITHOUT_POSTAL_CODE.has(country),
	city: (country) => WITHOUT_CITY.has(country),
};

/**
 * Whether an address of a country does without a part that others have.
 *
 * @param part the name of the part on the wire, e.g. `state`
 * @param countryCode two letters, in any case; nothing is known of an address without one
 */
export const mayLack = (part: string, countryCode: string | undefined): boolean =>
	countryCode !== undefined && LACKS[part]?.(countryCode.trim().toUpperCase()) === true;

/**
 * Countries whose postal codes are digits of one fixed number, of which the first may be zeros: how many
 * digits, and the lowest code that there is. Spreadsheets take such a code for a number.
 */
const ZEROS_IN_FRONT: ReadonlyMap<string, readonly [digits: number, lowest: number]> = new Map([
	['BR', [8, 1_000_000]],
	['CN', [6, 10_000]],
	['CO', [6, 50_001]],
	['DE', [5, 1_001]],
	['DZ', [5, 1_000]],
	['EC', [6, 10_101]],
	['ES', [5, 1_001]],
	['FI', [5, 100]],
	['FR', [5, 1_000]],
	['GT', [5, 1_001]],
	['IT', [5, 100]],
	['JP', [7, 10_000]],
	['KE', [5, 100]],
	['KR', [5, 1_000]],
	['KZ', [6, 10_000]],
	['LK', [5, 100]],
	['LT', [5, 1_001]],
	['MX', [5, 1_000]],
	['MY', [5, 1_000]],
	['PE', [5, 1_000]],
	['PL', [5, 100]],
	['PR', [5, 601]],
	['RO', [6, 10_001]],
	['SG', [6, 10_000]],
	['SK', [5, 1_001]],
	['TR', [5, 1_000]],
	['UA', [5, 1_001]],
	['US', [5, 501]],
	['VA', [5, 120]],
	['VI', [5, 801]],
]);

/** Countries that add four digits to their five, with a dash or without. */
const PLUS_FOUR = codes('PR US VI');

function filledUp(digits: string, country: string): string | undefined {
	const [wanted = 0, lowest = 0] = ZEROS_IN_FRONT.get(country) ?? [];
	return digits.length < wanted && Number(digits) >= lowest
		? digits.padStart(wanted, '0')
		: undefined;
}

/**
 * A postal code with the zeros in front that it has lost, where that is certain: the country's codes
 * have a fixed number of digits and may begin with zeros. Anything else is handed back as it came.
 *
 * @param given as it came: a number, or a text
 */
export function withZerosInFront(given: unknown, countryCode: unknown): unknown {
	if (typeof given !== 'string' && typeof given !== 'number') return given;
	if (typeof countryCode !== 'string') return given;
	const country = countryCode.trim().toUpperCase();
	const [, digits, more = ''] = /^(\d+)(-\d+)?$/.exec(String(given).trim()) ?? [];
	if (digits === undefined) return given;
	if (more === '') {
		const plusFour = PLUS_FOUR.has(country) && digits.length > 5 && digits.length < 9;
		if (!plusFour) return filledUp(digits, country) ?? given;
		return (filledUp(digits.slice(0, -4), country) ?? digits.slice(0, -4)) + digits.slice(-4);
	}
	if (PLUS_FOUR.has(country) && more.length === 5)
		return (filledUp(digits, country) ?? digits) + more;
	// Brazil writes its eight digits as five and three.
	if (country !== 'BR' || more.length !== 4) return given;
	const whole = filledUp(digits + more.slice(1), country);
	return whole === undefined ? given : `${whole.slice(0, 5)}${more}`;
}
