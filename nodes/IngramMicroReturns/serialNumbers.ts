import { BadInput } from '../shared/errors';
import { type Field, text } from '../shared/fields/field';
import { isObject } from '../shared/records';

const one = text('Serial Number', {
	placeholder: 'e.g. Q2EV-5SJ3-E6LN',
	description:
		'The serial number of the device. Several, separated by commas or as a list, become a line each, and Quantity is how many there are.',
});

/** A list, which may also come as JSON, or as the texts of a list that has more than one name in it. */
function entriesIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(entriesIn);
	if (isObject(value) && 'serialNumber' in value) {
		return entriesIn(value.serialNumber);
	}
	if (typeof value !== 'string') return [value];
	if (/^\s*\[[^]*\]\s*$/.test(value)) {
		try {
			return entriesIn(JSON.parse(value));
		} catch {
			// A list as people write it: "[SN1, SN2]".
		}
	}
	return value.replace(/^\s*\[([^]*)\]\s*$/, '$1').split(/[,;|\s\u3001\uff0c\uff1b]+/u);
}

/**
 * The serial numbers of a line: a text with any number of them, a list, or a list of objects as Get
 * Order gives it. A serial number has no blanks in it. None reads as undefined.
 */
export const serialNumbers: Field<string[] | undefined> = {
	property: one.property,
	read(value, label, reading) {
		const read = entriesIn(value).flatMap((entry) => one.read(entry, label, reading) ?? []);
		const twice = read.find((serial, position) => read.indexOf(serial) !== position);
		if (twice !== undefined) {
			throw new BadInput(`${label} holds ${twice} twice`, 'Give each serial number once');
		}
		return read.length > 0 ? read : undefined;
	},
};

/** What of a line says how many pieces it has. */
interface Pieces {
	readonly quantity: number;
	readonly numberOfBoxes: number;
	readonly serialNumber?: readonly string[];
}

/**
 * A line for each of its serial numbers, since XI's lines take one. A box each, where one box or as many
 * as devices were given. Throws BadInput where serial numbers, pieces and boxes do not go together.
 *
 * @param name the line as sentences name it
 */
export function oneEachSerial<Line extends Pieces>(
	line: Line,
	name: string,
): Array<Omit<Line, 'serialNumber'> & { serialNumber?: string }> {
	const { serialNumber: serials = [], ...rest } = line;
	if (serials.length <= 1)
		return [{ ...rest, ...(serials.length === 1 && { serialNumber: serials[0] }) }];
	const { quantity, numberOfBoxes: boxes } = line;
	if (serials.length !== quantity) {
		throw new BadInput(
			`${name} has ${serials.length} serial numbers, and its Quantity is ${quantity}`,
			'Give one serial number for each piece, each without blanks in it, or a line for each',
		);
	}
	if (boxes !== 1 && boxes !== quantity) {
		throw new BadInput(
			`${name} has ${serials.length} serial numbers in ${boxes} boxes: which is in which cannot be told`,
			'Give a line for each serial number, with its boxes',
		);
	}
	return serials.map((serialNumber) => ({ ...rest, serialNumber, quantity: 1, numberOfBoxes: 1 }));
}
