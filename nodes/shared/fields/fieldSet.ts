import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../badInput';
import { type Fields, labelOf, type Reading, type Values } from './declaration';
import { isBlank } from './given';

/** The n8n properties of a set of fields, each under its name. */
export const propertiesOf = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));

const arranged = (fields: Fields, given: Record<string, unknown>): Record<string, unknown> =>
	Object.values(fields).reduce(
		(values, field) => (field.arrange ? { ...values, ...field.arrange(values, fields) } : values),
		given,
	);

/** Reads each of a set of fields out of an object, naming the place in each sentence. */
export function readFields<F extends Fields>(
	fields: F,
	given: Record<string, unknown>,
	within?: string,
	reading?: Reading,
): Values<F> {
	const values = arranged(fields, given);
	const read = Object.entries(fields).map(([name, field]) => {
		const label = labelOf(field.property.displayName, within);
		// What was added and has no value is an expression that gave none: not the same as not added.
		if (field.mustHold && name in values && isBlank(values[name])) {
			throw new BadInput(`${label} is empty`, 'Check the expression, or remove it');
		}
		return [name, field.read(values[name], label, reading)];
	});
	return Object.fromEntries(read) as Values<F>;
}
