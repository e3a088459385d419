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
