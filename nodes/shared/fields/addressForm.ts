import type { AddressField } from './address';
import { collection } from './collection';
import {
	asObject,
	type Field,
	type Fields,
	propertiesOf,
	readFields,
	type Texts,
	type Values,
} from './declaration';

/** What an address shows at once, in the order in which people write and read one. */
const ENVELOPE: readonly AddressField[] = [
	'companyName',
	'contact',
	'addressLine1',
	'addressLine2',
	'addressLine3',
	'addressLine4',
	'city',
	'state',
	'postalCode',
	'countryCode',
	'phoneNumber',
	'email',
	'addressId',
];

/** The name under which n8n stores what the form holds. */
const FORM = 'address';

/** The stored form, or its values alone, which JSON and expressions give. */
function valuesIn(value: unknown, label: string): Record<string, unknown> {
	const given = asObject(value, label);
	return FORM in given ? asObject(given[FORM], label) : given;
}

/**
 * One of XI's address blocks as a form that opens whole with one click. What is rare waits in a
 * collection of its own. All fields read as if they stood side by side, under their names on the wire.
 */
export function addressForm<F extends Fields>(
	displayName: string,
	fields: F,
	texts: Texts,
): Field<Values<F>> {
	const usual = ENVELOPE.filter((name) => name in fields);
	const first = Object.fromEntries(usual.map((name) => [name, fields[name]]));
	const rare = Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in first)));
	const additionalFields = collection('Additional Fields', rare, { addLabel: 'Add field' });
	const visible = Object.keys(rare).length > 0 ? { ...first, additionalFields } : first;
	return {
		property: {
			displayName,
			type: 'fixedCollection',
			placeholder: `Add ${displayName}`,
			default: {},
			options: [{ name: FORM, displayName, values: propertiesOf(visible) }],
			...texts,
		},
		read(value, label, reading) {
			const { additionalFields: more, ...usualValues } = valuesIn(value, label);
			return readFields(fields, { ...asObject(more, label), ...usualValues }, label, reading);
		},
	};
}
