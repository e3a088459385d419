import { BadInput } from '../errors';
import { asObject, collection, type Field, type Fields, requiredText, rows } from './field';

/** An entry of XI's open lists of names and values. Both are texts, whatever they mean. */
export interface Attribute {
	attributeName: string;
	attributeValue: string;
}

const valueText = requiredText('Value', {
	prose: true,
	placeholder: 'e.g. 40',
	description: 'The value of the attribute',
});

/** Switches come as booleans out of expressions, and XI wants them as texts. */
const attributeValue: Field<string> = {
	...valueText,
	read: (value, label, reading) =>
		valueText.read(typeof value === 'boolean' ? String(value) : value, label, reading),
};

/** Names and values for XI's open lists of attributes. */
export const attributeRows = (
	displayName: string,
	description: string,
	example = 'shipfrombranchnumber',
) =>
	rows(
		displayName,
		{
			name: 'attribute',
			displayName: 'Attribute',
			fields: {
				attributeName: requiredText('Name', {
					placeholder: `e.g. ${example}`,
					description: 'The name of the attribute as Ingram Micro documents it',
				}),
				attributeValue,
			},
		},
		{ addLabel: 'Add attribute', description },
	);

/** An attribute of a list by its name. XI's own samples do not agree on capitals. */
export const attributeIn = (
	attributes: readonly Attribute[] | undefined,
	name: string,
): string | undefined =>
	attributes?.find(({ attributeName }) => attributeName.toLowerCase() === name.toLowerCase())
		?.attributeValue;

/** Whether an attribute is switched on. */
export const isOn = (attributes: readonly Attribute[] | undefined, name: string): boolean =>
	!['false', undefined].includes(attributeIn(attributes, name)?.trim().toLowerCase());

/**
 * A list of attributes of which the known ones are fields of their own, each under its name on the
 * wire, and any other is a row with a name and a value.
 */
export function namedAttributes(
	displayName: string,
	named: Fields,
	rules: { addLabel: string; description: string },
): Field<Attribute[]> {
	const other = attributeRows(
		'Other Attributes',
		'Other attributes that Ingram Micro told you to send',
	);
	const fields = { ...named, other };
	const form = collection(displayName, fields, rules);
	return {
		property: form.property,
		read(value, label, reading) {
			const attributes = Array.isArray(value)
				? other.read(value, label, reading)
				: listOf(form.read(refuseUnknown(value, label), label, reading));
			refuseTwice(attributes, label);
			return attributes;
		},
	};

	/** An object from an expression may hold what the form has no field for, and it would be lost. */
	function refuseUnknown(value: unknown, label: string): unknown {
		const unknown = Object.keys(asObject(value, label)).find((name) => !(name in fields));
		if (unknown === undefined) return value;
		throw new BadInput(
			`${label} holds "${unknown}", which is none of its fields`,
			'Correct the name, or give the attributes as a list of objects with attributeName and attributeValue',
		);
	}

	function listOf({ other: free, ...values }: Record<string, unknown>): Attribute[] {
		const own = Object.entries(values).flatMap(([attributeName, attributeValue]) =>
			attributeValue === undefined
				? []
				: [{ attributeName, attributeValue: String(attributeValue as string | boolean) }],
		);
		return [...own, ...(free as Attribute[])];
	}
}

function refuseTwice(attributes: readonly Attribute[], label: string): void {
	const names = attributes.map(({ attributeName }) => attributeName.toLowerCase());
	const twice = attributes.find(({ attributeName }, at) =>
		names.includes(attributeName.toLowerCase(), at + 1),
	);
	if (twice) {
		throw new BadInput(
			`${label} holds the attribute ${twice.attributeName} twice`,
			'Give it once, either as a field or among the other attributes',
		);
	}
}
