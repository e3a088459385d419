import type { Property } from './nodeTypes.mts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isExpression = (value: unknown): boolean =>
	typeof value === 'string' && value.startsWith('=');

/** What decides which of several parameters of one name is meant. */
const DECIDING = ['resource', 'operation'];

/**
 * What of a node's stored parameters n8n would drop without a word, since the node has no such parameter,
 * group, choice or mode: `shipToInfo.city`, `changes = moved`.
 *
 * @param parameters as a workflow stores them
 * @param properties of the node's description, in the version of the workflow's node
 */
export function unknownIn(parameters: Json, properties: readonly Property[]): string[] {
	const decided = Object.fromEntries(
		DECIDING.map((name) => [
			name,
			parameters[name] ?? properties.find((property) => property.name === name)?.default,
		]),
	);
	const isMeant = ({ displayOptions }: Property): boolean =>
		DECIDING.every((name) => displayOptions?.show?.[name]?.includes(decided[name]) ?? true);
	return unknownAmong(parameters, properties.filter(isMeant), '');
}

function unknownAmong(values: Json, properties: readonly Property[], way: string): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const namesakes = properties.filter((property) => property.name === name);
		// One of several that is shown elsewhere may have other choices.
		const unknown = namesakes.map((property) => unknownOf(value, property, `${way}${name}`));
		return namesakes.length === 0 ? [`${way}${name}`] : (unknown.find(isEmpty) ?? unknown[0]);
	});
}

const isEmpty = (list: readonly string[]): boolean => list.length === 0;

function unknownOf(value: unknown, property: Property, way: string): string[] {
	const { type, options = [], modes } = property;
	if (isExpression(value)) return [];
	if (type === 'collection' && isObject(value)) {
		return unknownAmong(value, options as Property[], `${way}.`);
	}
	if (type === 'fixedCollection' && isObject(value)) return unknownGroups(value, options, way);
	if (type === 'resourceLocator' && isObject(value)) {
		const isKnown = modes?.some(({ name }) => name === value.mode) ?? true;
		return isKnown ? [] : [`${way} by ${String(value.mode)}`];
	}
	if (type !== 'options' && type !== 'multiOptions') return [];
	const choices = options.flatMap((option) => ('value' in option ? [option.value] : []));
	// Without any, n8n asks for them at the service.
	if (choices.length === 0) return [];
	const chosen = (Array.isArray(value) ? value : [value]) as typeof choices;
	return chosen.filter((one) => !choices.includes(one)).map((one) => `${way} = ${String(one)}`);
}

function unknownGroups(value: Json, options: Property['options'] & object, way: string): string[] {
	return Object.entries(value).flatMap(([name, held]) => {
		const group = options.find((option) => option.name === name);
		if (!group || !('values' in group)) return [`${way}.${name}`];
		const entries = (Array.isArray(held) ? held : [held]).filter(isObject);
		return entries.flatMap((entry) => unknownAmong(entry, group.values, `${way}.${name}.`));
	});
}
