import type { INodeProperties } from 'n8n-workflow';

import type { Fields } from '../shared/fields/field';
import { propertiesOf } from '../shared/fields/field';
import { type Choice, operationChoice, subtitleOf } from '../shared/properties';
import { compareParameters } from './compareParameters';
import { readParameters } from './readParameters';

/** The operations in the order of the selector. `value` is stored in workflows and never changes. */
const OPERATIONS: Array<Choice['option']> = [
	{
		name: 'Compare Price Files',
		value: 'compare',
		action: 'Compare price files',
		description: 'Get what was added, changed or is gone from one day’s price file to the next',
	},
	{
		name: 'Read Price File',
		value: 'read',
		action: 'Read price file',
		description: 'Get the products of Ingram Micro’s nightly price file, all or some of them',
	},
];

/** What a model may choose; the files are the workflow's. */
const FOR_MODELS: Record<string, Choice['forModels']> = {
	read: ['Limit is the most products to give.'],
};

const shownFor = (
	operations: string[],
	fields: Fields,
	isWanted: (name: string) => boolean,
): INodeProperties[] =>
	propertiesOf(fields)
		.filter(({ name }) => isWanted(name))
		.map((property) => ({
			...property,
			displayOptions: { show: { operation: operations, ...property.displayOptions?.show } },
		}));

/**
 * The parameters of both operations, each in the order of its own. Those that they have alike are one,
 * so that its value stays, and part the others.
 */
function shownParameters(): INodeProperties[] {
	const [read, compare]: Fields[] = [readParameters, compareParameters];
	const shared = Object.keys(read).filter((name) => read[name] === compare[name]);
	// How many of the shared ones stand before a parameter.
	const partOf = (fields: Fields, name: string): number => {
		const names = Object.keys(fields);
		return names.slice(0, names.indexOf(name)).filter((one) => shared.includes(one)).length;
	};
	const own = (operation: string, fields: Fields, part: number): INodeProperties[] =>
		shownFor(
			[operation],
			fields,
			(name) => !shared.includes(name) && partOf(fields, name) === part,
		);
	return [...shared, ''].flatMap((name, part) => [
		...own('read', read, part),
		...own('compare', compare, part),
		...shownFor(['read', 'compare'], read, (one) => one === name),
	]);
}

export const properties: INodeProperties[] = [
	...operationChoice(
		OPERATIONS.map((option) => ({ option, forModels: FOR_MODELS[option.value] })),
		'read',
	),
	...shownParameters(),
];

/** The line under the node's name on the canvas. */
export const subtitle = subtitleOf(OPERATIONS);
