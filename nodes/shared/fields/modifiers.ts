import type { IDisplayOptions } from 'n8n-workflow';

import { BadInput } from '../badInput';
import type { Field } from './declaration';

/** A field that, where it was added to a collection, must have a value. */
export const mustHold = <T>(field: Field<T>): Field<T> => ({ ...field, mustHold: true });

/** A field that must have a value. */
export const required = <T>(field: Field<T | undefined>, remedy?: string): Field<T> => ({
	...field,
	property: { ...field.property, required: true },
	read(value, label, reading) {
		const read = field.read(value, label, reading);
		if (read === undefined) throw new BadInput(`${label} is empty`, remedy);
		return read;
	},
});

/** A field that is asked only where other parameters have certain values; elsewhere undefined. */
export function when<T>(
	show: NonNullable<IDisplayOptions['show']>,
	field: Field<T>,
): Field<T | undefined> {
	return { ...field, when: show, property: { ...field.property, displayOptions: { show } } };
}
