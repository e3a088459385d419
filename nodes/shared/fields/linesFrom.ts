import { choice } from './field';

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
				name: 'A List in the Input Item',
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
