import { isShown, type NodeType, type Property } from './nodeTypes.mts';

type Values = Record<string, unknown>;

/** Every collection of an operation with all its fields in it, so that one picture shows them all. */
export function allFields(node: NodeType, operation: string | undefined): Values {
	const shown = node.properties.filter((property) => isShown(property, operation));
	return filled(shown.filter(({ type }) => type === 'collection' || type === 'fixedCollection'));
}

const filled = (properties: Property[]): Values =>
	Object.fromEntries(properties.map((property) => [property.name, valueOf(property)]));

function valueOf(property: Property): unknown {
	const options = property.options ?? [];
	if (property.type === 'collection') {
		return filled(options.filter((option): option is Property => 'type' in option));
	}
	if (property.type === 'fixedCollection') {
		const several = property.typeOptions?.multipleValues === true;
		return Object.fromEntries(
			options.flatMap((option) => {
				if (!('values' in option)) return [];
				const row = filled(option.values);
				return [[option.name, several ? [row] : row]];
			}),
		);
	}
	return property.default;
}
