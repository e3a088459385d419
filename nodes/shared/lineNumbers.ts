import { BadInput } from './badInput';

interface Line {
	readonly customerLineNumber?: string;
}

/** Throws BadInput where two lines have the same number. */
export function refuseSameNumbers(lines: readonly Line[]): void {
	const holders = new Map<number, number>();
	lines.forEach(({ customerLineNumber }, position) => {
		if (customerLineNumber === undefined) return;
		const number = Number(customerLineNumber);
		const other = holders.get(number);
		if (other !== undefined) {
			throw new BadInput(
				`Lines ${other + 1} and ${position + 1} have the same line number, ${number}`,
				'Give each line a number of its own, or none, and they are numbered for you',
			);
		}
		holders.set(number, position);
	});
}

/** Lines that all have a number: those without one get the lowest that are free, in their order. */
export function numbered<L extends Line>(lines: readonly L[]): L[] {
	const taken = new Set(lines.map(({ customerLineNumber }) => Number(customerLineNumber)));
	let next = 1;
	return lines.map((line) => {
		if (line.customerLineNumber !== undefined) return line;
		while (taken.has(next)) next += 1;
		return { customerLineNumber: String(next++), ...line };
	});
}
