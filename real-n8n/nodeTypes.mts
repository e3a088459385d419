import { manifest, storedType } from './package.mts';
import { expect } from './report.mts';
import type { Rest, WorkflowNode } from './rest.mts';

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
	codex?: { categories?: string[]; alias?: string[] };
	properties: Property[];
}

const isTool = ({ name }: NodeType): boolean => name.endsWith('Tool');

async function ofPackage(rest: Rest): Promise<NodeType[]> {
	const all = await rest.file<NodeType[]>('/types/nodes.json');
	return all.filter(({ name }) => name.startsWith(`${manifest.name}.`));
}

/** The package's nodes that this n8n has loaded. */
export const loadedNodes = async (rest: Rest): Promise<NodeType[]> =>
	(await ofPackage(rest)).filter((node) => !isTool(node));

/** What this n8n has made of the package's nodes for AI agents. */
export const loadedTools = async (rest: Rest): Promise<NodeType[]> =>
	(await ofPackage(rest)).filter(isTool);

/**
 * The node of a file, for example `IngramMicroOrders`.
 *
 * @throws Error when n8n has not loaded it
 */
export function nodeOfFile(nodes: NodeType[], file: string): NodeType {
	const node = nodes.find(({ name }) => name === storedType(file));
	expect(node !== undefined, `n8n does not know ${file}`);
	return node;
}

/** Where a trigger of this kind listens, behind n8n's `/webhook/` or `/webhook-test/`. */
export function webhookPath({ webhooks = [] }: NodeType, { webhookId }: WorkflowNode): string {
	const [webhook] = webhooks;
	expect(webhook !== undefined && webhookId !== undefined, 'it has no webhook');
	return webhook.isFullPath ? webhook.path : `${webhookId}/${webhook.path}`;
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

/** Whether a parameter of a node is shown for an operation, as far as that alone decides. */
export function isShown({ displayOptions }: Property, operation: string | undefined): boolean {
	if (displayOptions?.show?.['@tool'] !== undefined) return false;
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
