import { manifest } from './package.mts';
import type { Rest } from './rest.mts';

/** A parameter, as far as these scripts look at it. */
export interface Property {
	displayName: string;
	name: string;
	type: string;
	default?: unknown;
	displayOptions?: { show?: Record<string, unknown[]>; hide?: Record<string, unknown[]> };
	typeOptions?: { multipleValues?: boolean; resourceMapper?: { resourceMapperMethod?: string } };
	/** Choices, members of a collection, or the groups of a fixed collection. */
	options?: (Property | Choice | { name: string; displayName: string; values: Property[] })[];
	/** Ways to say which one, of a resource locator. */
	modes?: { name: string; typeOptions?: { searchListMethod?: string } }[];
}

interface Choice {
	name: string;
	value: string | number | boolean;
}

/** A node, as n8n describes it to its editor. */
export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
	defaultVersion?: number;
	defaults: { name?: string };
	iconUrl?: string | { light: string; dark: string };
	group: string[];
	usableAsTool?: unknown;
	credentials?: { name: string }[];
	webhooks?: { path: string; isFullPath?: boolean }[];
	properties: Property[];
}

/** The package's nodes that this n8n has loaded. */
export async function loadedNodes(rest: Rest): Promise<NodeType[]> {
	const all = await rest.file<NodeType[]>('/types/nodes.json');
	return all.filter(({ name }) => name.startsWith(`${manifest.name}.`) && !/Tool$/.test(name));
}

export const versionOf = ({ version, defaultVersion }: NodeType): number =>
	defaultVersion ?? (Array.isArray(version) ? Math.max(...version) : version);

/** An operation: its stored value and its shown name. */
export interface OperationChoice {
	value: string | undefined;
	name: string;
}

/** A node's operations; where it has none, one without a value, named as the node is. */
export function operationsOf({ displayName, properties }: NodeType): OperationChoice[] {
	const choices = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => options)
		.filter((option): option is Choice => 'value' in option)
		// n8n adds this one itself; it only points to the HTTP Request node.
		.filter(({ value }) => value !== '__CUSTOM_API_CALL__');
	if (choices.length === 0) return [{ value: undefined, name: displayName }];
	return choices.map(({ name, value }) => ({ name, value: String(value) }));
}

/** Whether a parameter is shown for an operation, as far as that alone decides. */
export function isShown({ displayOptions }: Property, operation: string | undefined): boolean {
	const wanted = displayOptions?.show?.operation;
	return wanted === undefined || (operation !== undefined && wanted.includes(operation));
}

/** All parameters, those within collections too. */
function everyProperty(properties: Property[]): Property[] {
	return properties.flatMap((property) => {
		const within = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		});
		return [property, ...everyProperty(within)];
	});
}

/** A list that can be searched in the editor: its method, and for which operation it was found. */
export interface Lookup {
	method: string;
	property: string;
	operation: string | undefined;
}

/** Every list of a node, once. */
export function lookupsOf(node: NodeType): Lookup[] {
	const found = new Map<string, Lookup>();
	for (const { value: operation } of operationsOf(node)) {
		const shown = node.properties.filter((property) => isShown(property, operation));
		for (const { name, modes = [] } of everyProperty(shown)) {
			for (const { typeOptions } of modes) {
				const method = typeOptions?.searchListMethod;
				if (method === undefined || found.has(method)) continue;
				found.set(method, { method, property: name, operation });
			}
		}
	}
	return [...found.values()];
}
