/*
 * Where a parcel can be followed: XI sends an address with few of them.
 */

/**
 * Carriers by the words in their names, with the address that takes a number of theirs behind it. Only
 * those that have one for the whole world or for all of their parcels; a service of theirs that is
 * followed elsewhere is not one of them.
 */
const CARRIERS: ReadonlyArray<{ name: RegExp; not?: RegExp; address: string }> = [
	{
		name: /\bUPS[A-Z]?\b|United Parcel/i,
		not: /freight/i,
		address: 'https://www.ups.com/track?tracknum=',
	},
	{ name: /\bFed ?Ex|Federal Express/i, address: 'https://www.fedex.com/fedextrack/?trknbr=' },
	{
		name: /\bUSPS\b|\bU\.?S\.? Postal/i,
		address: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
	},
	{
		name: /\bDHL\b/i,
		not: /e-?commerce|global ?mail/i,
		address: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
	},
	{ name: /\bPurolator\b/i, address: 'https://www.purolator.com/en/shipping/tracker?pin=' },
	{
		name: /\bCanada Post\b|Postes Canada/i,
		address: 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=',
	},
];

const ADDRESS = /^https?:\/\/[^\s,;|]+$/i;

/**
 * The page on which a parcel is followed. Never guessed: by the number alone carriers cannot be told
 * apart.
 *
 * @param sent what XI has as the address, whatever that is
 * @param parcel the carrier by its name or code, and the number it goes by
 * @returns XI's address; else the carrier's own page, if the name is that of exactly one that is known;
 * null where neither is sure
 */
export function trackingUrlOf(
	sent: unknown,
	{ carrier, number }: { carrier: unknown; number: string | undefined },
): string | null {
	if (typeof sent === 'string' && ADDRESS.test(sent.trim())) return sent.trim();
	if (typeof carrier !== 'string' || number === undefined) return null;
	const known = CARRIERS.filter(({ name }) => name.test(carrier));
	const [only] = known;
	if (known.length !== 1 || only.not?.test(carrier)) return null;
	return `${only.address}${encodeURIComponent(number.replace(/\s/g, ''))}`;
}
