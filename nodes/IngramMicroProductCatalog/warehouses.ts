import { BadInput } from '../shared/errors';
import { optionalFlag, rows, text } from '../shared/fields/field';

const entries = rows(
	'Warehouses',
	{
		name: 'warehouse',
		displayName: 'Warehouse',
		fields: {
			availabilityByWarehouseId: text('Warehouse ID', {
				placeholder: 'e.g. 40',
				description: 'The Ingram Micro warehouse whose stock you want to see',
			}),
			availabilityForAllLocation: optionalFlag('All Locations', {
				description: 'Whether to list all other locations as well',
			}),
		},
	},
	{
		addLabel: 'Add warehouse',
		description: 'The warehouses whose stock you want to see. Without any, all are listed.',
	},
);

/**
 * The warehouses whose stock is wanted. Throws BadInput where one was added and says nothing: all of
 * them would be listed. A model leaves empty what it does not want.
 */
export const warehouses: typeof entries = {
	...entries,
	read(value, label, reading) {
		const read = entries.read(value, label, reading);
		const isEmpty = ({
			availabilityByWarehouseId: id,
			availabilityForAllLocation: all,
		}: (typeof read)[0]) => id === undefined && all !== true;
		const empty = read.findIndex(isEmpty);
		if (empty === -1) return read;
		if (reading?.mayBeEmpty) return read.filter((one) => !isEmpty(one));
		throw new BadInput(
			`${label}, entry ${empty + 1} names no warehouse, and all would be listed`,
			'Check the expression of Warehouse ID, switch on All Locations, or remove the entry',
		);
	},
};
