import { BadInput } from '../shared/errors';
import { mayLack } from '../shared/fields/places';
import { trimmed } from '../shared/fields/jsonBody';
import { oneEachSerial } from './serialNumbers';
import type { ReturnLine, ShipFrom } from './returnLines';

/** A line as it goes out, with what all of them share; XI makes a return of its own of each. */
export interface SentLine extends Omit<ReturnLine, 'serialNumber'> {
	referenceNumber: string;
	serialNumber?: string;
}

/** A return as it goes out. */
export interface ReturnBody {
	list: SentLine[];
}

export interface ReturnParams {
	readonly [name: string]: unknown;
	readonly referenceNumber: string;
	readonly linesFrom: 'fields' | 'list' | 'items';
	readonly lines?: readonly ReturnLine[];
	readonly linesList?: readonly ReturnLine[];
	readonly shipFromInfo: ShipFrom;
}

/** What XI requires of the place where goods are picked up, and what people call it. */
const REQUIRED_PLACE = {
	companyName: 'Company Name',
	contact: 'Contact',
	addressLine1: 'Address Line 1',
	city: 'City',
	state: 'State',
	postalCode: 'Postal Code',
	countryCode: 'Country Code',
	email: 'Email',
} as const satisfies Partial<Record<keyof ShipFrom, string>>;

const isGiven = (place: ShipFrom | undefined): place is ShipFrom =>
	place !== undefined && Object.values(place).some((value) => value !== undefined);

/** The place of a line: its own, or that of the return. */
const placeOf = (line: ReturnLine, shared: ShipFrom): ShipFrom =>
	isGiven(line.shipFromInfo) ? line.shipFromInfo : shared;

/** Not every country has all of it: there its own addresses do without, and the part is left out. */
function refuseIncompletePlace(place: ShipFrom, where: string): void {
	const missing = Object.entries(REQUIRED_PLACE)
		.filter(([name]) => place[name as keyof typeof REQUIRED_PLACE] === undefined)
		.filter(([name]) => !mayLack(name, place.countryCode))
		.map(([, shown]) => shown);
	if (missing.length === 0) return;
	throw new BadInput(
		`${where} has no ${missing.join(', ')}`,
		'Ingram Micro takes no return without an address where the goods can be picked up',
	);
}

function refuseBadLines(lines: readonly ReturnLine[], shared: ShipFrom): void {
	if (lines.length === 0) {
		throw new BadInput('The return has no lines', "Add what is to be returned in 'Lines'");
	}
	lines.forEach((line, position) => {
		if (line.ingramPartNumber === undefined && line.vendorPartNumber === undefined) {
			throw new BadInput(
				`Line ${position + 1} has no part number`,
				"Pick its 'Product', or give its number by SKU, VPN or UPC",
			);
		}
		refuseIncompletePlace(
			placeOf(line, shared),
			isGiven(line.shipFromInfo) ? `'Ship From' of line ${position + 1}` : "'Ship From'",
		);
	});
}

/** The lines, from wherever they come. */
export const linesOf = ({ lines, linesList }: ReturnParams): readonly ReturnLine[] =>
	lines ?? linesList ?? [];

/**
 * The body as it goes out. The place is one object: XI's schema has a list there, against all of its
 * own samples. Throws BadInput for what XI would refuse.
 */
export function bodyOf(params: ReturnParams): ReturnBody {
	const { referenceNumber, shipFromInfo } = params;
	const given = linesOf(params);
	refuseBadLines(given, shipFromInfo);
	return trimmed({
		list: given.flatMap((line, position) =>
			oneEachSerial(line, `Line ${position + 1}`).map((single) => ({
				...single,
				referenceNumber,
				shipFromInfo: placeOf(line, shipFromInfo),
			})),
		),
	});
}
