import type { INodeProperties } from 'n8n-workflow';

import type { Fields } from '../shared/fields/field';
import { propertiesOf } from '../shared/fields/field';
import { compareParameters } from './compareParameters';
import { readParameters } from './readParameters';

/** The operations in the order of the selector. `value` is stored in workflows and never changes. */
const OPERATIONS = [
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

const PARAMETERS: ReadonlyArray<[operation: string, fields: Fields]> = [
	['read', readParameters],
	['compare', compareParameters],
];

/** The parameters of both operations. Those that they have alike are one, so that its value stays. */
function shownParameters(): INodeProperties[] {
	return PARAMETERS.flatMap(([operation, fields]) =>
		propertiesOf(fields).flatMap((property): INodeProperties[] => {
			const sharing = PARAMETERS.filter(
				([, other]) => other[property.name] === fields[property.name],
			);
			if (sharing[0][0] !== operation) return [];
			const shownFor = sharing.map(([name]) => name);
			const show = { operation: shownFor, ...property.displayOptions?.show };
			return [{ ...property, displayOptions: { show } }];
		}),
	);
}

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: OPERATIONS,
		default: 'read',
	},
	...shownParameters(),
];

const names = Object.fromEntries(OPERATIONS.map(({ name, value }) => [value, name]));

/** The line under the node's name on the canvas: the shown name of its operation. */
export const subtitle = `={{ (${JSON.stringify(names)})[$parameter["operation"]] }}`;
