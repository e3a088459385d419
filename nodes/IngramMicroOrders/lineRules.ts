import { BadInput } from '../shared/errors';
import { refuseSameNumbers } from '../shared/fields/lines';
import type { OrderLine } from '../shared/xi/orders/sentOrder';
import { MOST_LINES } from './lineFields';

/** What names the product of a line, best first, and what people call it. */
export const PART_NUMBERS = {
	ingramPartNumber: 'Ingram part number',
	vendorPartNumber: 'vendor part number',
	customerPartNumber: 'customer part number',
	planid: 'plan ID',
} as const;

/** A line as sentences name it: "line 3 (Ingram part number DF4128)". */
export function nameOfLine(line: OrderLine, position: number): string {
	const by = partNumberOf(line);
	const part = by === undefined ? '' : ` (${PART_NUMBERS[by]} ${line[by]})`;
	return `line ${line.customerLineNumber ?? position + 1}${part}`;
}

/** Which number names the product of a line. */
export const partNumberOf = (line: OrderLine): keyof typeof PART_NUMBERS | undefined =>
	(Object.keys(PART_NUMBERS) as Array<keyof typeof PART_NUMBERS>).find(
		(name) => line[name] !== undefined,
	);

/** Throws BadInput for lines that XI would refuse, or change without a word. */
export function refuseBadLines(lines: readonly OrderLine[]): void {
	if (lines.length > MOST_LINES) {
		throw new BadInput(
			`The order has ${lines.length} lines; at most ${MOST_LINES} are allowed`,
			'Split it into several orders, each with a number (PO) of its own',
		);
	}
	lines.forEach((line, position) => {
		if (partNumberOf(line) === undefined) {
			throw new BadInput(
				`Line ${position + 1} has no part number`,
				"Pick a 'Product', or give its number by SKU, VPN or UPC; a plan or your own part number stand among the line’s additional fields",
			);
		}
		for (const { hardwareLineLink, warrantyLineLink } of warrantiesOf(line)) {
			if (hardwareLineLink !== undefined && warrantyLineLink !== undefined) {
				throw new BadInput(
					`Line ${position + 1} has both a hardware and a warranty line link`,
					'A hardware line has the link to its warranty, a warranty line the link to its hardware',
				);
			}
		}
	});
	refuseSameNumbers(lines);
}

interface Links {
	hardwareLineLink?: unknown;
	warrantyLineLink?: unknown;
}

/** A list in v6, one object in v7. */
const warrantiesOf = ({ warrantyInfo }: OrderLine): Links[] => [warrantyInfo ?? []].flat();
