import { BadInput } from '../errors';
import { choice, type Fields, labelOf, quotedValue } from './field';
import { isRecord } from '../records';
import { fieldsWithin } from './wireNames';

/**
 * Where the lines of a write come from.
 *
 * @param article the one that `thing` takes
 * @param thing what is made of them, e.g. `order`
 * @param gatheredBy what the items have in common that make one thing together
 */
export const linesFrom = (article: 'a' | 'an', thing: string, gatheredBy: string) =>
	choice<'fields' | 'list' | 'items'>(
		'Lines From',
		[
			{
				name: 'A List as JSON',
				value: 'list',
				description: `Each input item is ${article} ${thing} and holds a list of its lines`,
			},
			{
				name: 'Fields Below',
				value: 'fields',
				description: `Each input item is ${article} ${thing}`,
			},
			{
				name: 'Several Input Items',
				value: 'items',
				description: `Each input item is a line, and all items with the same ${gatheredBy} make one ${thing}`,
			},
		],
		{ default: 'fields', description: `Where the lines of the ${thing} come from` },
	);

/** What the parameters of something with lines hold, whatever else they hold. */
export interface LinedParams {
	readonly [name: string]: unknown;
	readonly linesFrom?: 'fields' | 'list' | 'items';
	readonly lines?: readonly unknown[];
}

interface Member<P> {
	readonly item: number;
	readonly params: P;
}

/** How sentences call the thing, and the number by which items belong together. */
interface Words {
	readonly thing: string;
	readonly number: string;
}

const text = (value: unknown): string => JSON.stringify(value) ?? '';

/** Where two sets of parameters differ, as sentences name it, and the two values. */
function firstDifference(
	fields: Fields,
	one: LinedParams,
	other: LinedParams,
): { where: string; values: [unknown, unknown] } | undefined {
	const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
	const name = names.find((key) => key !== 'lines' && text(one[key]) !== text(other[key]));
	if (name === undefined) return undefined;
	const property = fields[name]?.property;
	const shownName = property?.displayName ?? name;
	const [a, b] = [one[name], other[name]];
	if (isRecord(a) && isRecord(b)) {
		const inner = Object.keys({ ...a, ...b }).find((key) => text(a[key]) !== text(b[key]));
		if (inner !== undefined) {
			const within = property && fieldsWithin(property).get(inner);
			return {
				where: labelOf(within?.displayName ?? inner, `'${shownName}'`),
				values: [a[inner], b[inner]],
			};
		}
	}
	return { where: labelOf(shownName), values: [a, b] };
}

/**
 * One thing, say an order, out of several input items, each of which brings lines. Everything but the
 * lines has to be the same in all of them: which of two addresses was meant cannot be guessed.
 */
export function gatherLines<P extends LinedParams>(
	fields: Fields,
	members: ReadonlyArray<Member<P>>,
	{ thing, number }: Words,
): P {
	const [first, ...others] = members;
	if (first.params.linesFrom !== 'items') return first.params;
	for (const { item, params } of others) {
		const difference = firstDifference(fields, first.params, params);
		if (difference) {
			const [a, b] = difference.values.map((value) => quotedValue(value ?? 'nothing'));
			throw new BadInput(
				`Items ${first.item} and ${item} have the same ${number} but differ in ${difference.where}: ${a} and ${b}`,
				`Make them the same in all items of one ${thing}, or give each ${thing} a number of its own`,
			);
		}
	}
	const without = members.find(({ params }) => (params.lines ?? []).length === 0);
	if (without) throw new BadInput(`Item ${without.item} brings no line`, "Add its line in 'Lines'");
	const lines = members.flatMap(({ params }): unknown[] => [...(params.lines ?? [])]);
	return { ...first.params, lines };
}

/**
 * How several input items make one thing with lines: those whose Lines From says so, by the parameter
 * that holds its number.
 *
 * @param fields all parameters of the write, for the names in a sentence
 * @param number the name of that parameter, and what sentences call it
 */
export const gatheredBy = <P extends LinedParams>(
	fields: Fields,
	{ article, thing, number, called }: Record<'article' | 'thing' | 'number' | 'called', string>,
) => ({
	thing: `${article} ${thing}`,
	number,
	lines: 'lines',
	products: ['ingramPartNumber', 'vendorPartNumber', 'upc', 'customerPartNumber', 'planid'],
	groupOf: (params: P): string | undefined =>
		params.linesFrom === 'items' ? (params[number] as string) : undefined,
	gather: <Q extends P>(members: ReadonlyArray<Member<Q>>): Q =>
		gatherLines(fields, members, { thing, number: called }),
});

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
