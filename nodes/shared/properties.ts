import { alphabetical } from './alphabetical';
import type { INodeProperties } from 'n8n-workflow';

import type { Field, Fields } from './fields/field';
import { options, readOptions, writeOptions } from './fields/options';
import type { Operation } from './operation';
import { outputParameters } from './output';
import { paging } from './fields/paging';

/** They are asked for with every input item, and building them sorts long lists. */
const known = new WeakMap<Operation, Fields>();

/** Everything that an operation asks for: its own parameters, and those that its kind brings along. */
export function parametersOf(operation: Operation): Fields {
	const { options: own, ...parameters } = operation.parameters;
	const built = known.get(operation) ?? {
		...(operation.kind === 'pagedRead' && paging),
		...parameters,
		...(operation.kind !== 'call' && outputParameters(operation.output)),
		options: own ?? optionsOf(operation),
	};
	known.set(operation, built);
	return built;
}

function optionsOf(operation: Operation): Field {
	// A call of any kind may write, and its answer may be anything.
	if (operation.kind === 'call') return options;
	if (operation.kind !== 'write') return readOptions;
	return operation.leavesNoTrace ? options : writeOptions;
}

const THING = 'ingramMicro';

/**
 * n8n names a node on the canvas, and the tool of an agent, after the action of its operation, but only
 * where the operation is shown for a resource. The nodes have one each, so nobody needs to see it; the
 * option is there because n8n makes its list of actions from the options of the resource.
 */
const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'hidden',
	noDataExpression: true,
	options: [{ name: 'Ingram Micro', value: THING }],
	default: THING,
};

type Option = Operation['option'];

/** An operation as people and models are told of it. */
export type Choice = Pick<Operation, 'option' | 'forModels'>;

/**
 * What every node with operations begins with: the selector, and what an agent is told of each.
 *
 * @param start the operation that a new node has
 */
export function operationChoice(choices: readonly Choice[], start: string): INodeProperties[] {
	const selector: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: choices
			.map(({ option }) => ({ ...option }))
			.sort((a, b) => alphabetical(a.name, b.name)),
		default: start,
		displayOptions: { show: { resource: [THING] } },
	};
	return [resource, selector, ...choices.map(toolDescription)];
}

/**
 * The properties of a node, built from its operations: the Operation selector, then each parameter,
 * shown for the operations that have it. A parameter that several operations declare alike is one
 * property, so that its value survives a switch of operation; every operation keeps its own order.
 */
export const propertiesFor = (operations: readonly Operation[]): INodeProperties[] => [
	...operationChoice(operations, operations[0].option.value),
	...merge(operations).map(({ name, property, shownFor }) => ({
		...property,
		name,
		displayOptions: { show: { operation: shownFor, ...property.displayOptions?.show } },
	})),
];

/**
 * What an AI agent reads of an operation. n8n would show it no more than the action and the name of the
 * node; by this name it takes the text of the node itself, which is there in the tool alone.
 */
const toolDescription = ({ option, forModels = [] }: Choice): INodeProperties => ({
	displayName: 'Tool Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 6 },
	default: [
		`${option.name} at Ingram Micro.`,
		option.description.replace(/\.?$/, '.'),
		...forModels,
	].join(' '),
	required: true,
	description: 'What the AI agent is told about this tool, so that it knows when to use it',
	displayOptions: { show: { '@tool': [true], operation: [option.value] } },
});

interface Merged {
	readonly name: string;
	readonly property: Declared;
	readonly shownFor: string[];
}

type Declared = Fields[string]['property'];

/** Most parameters that are declared alike are one and the same object, and comparing them as text takes n8n's start longer. */
const isAlike = (one: Declared, other: Declared): boolean =>
	one === other || JSON.stringify(one) === JSON.stringify(other);

/** Lays the parameters of all operations into one list, each operation's from its last to its first. */
function merge(operations: readonly Operation[]): Merged[] {
	const merged: Merged[] = [];
	for (const operation of operations) {
		const { value } = operation.option;
		let before = merged.length;
		for (const [name, { property }] of Object.entries(parametersOf(operation)).reverse()) {
			const known = merged
				.slice(0, before)
				.findLastIndex((entry) => entry.name === name && isAlike(entry.property, property));
			if (known === -1) merged.splice(before, 0, { name, property, shownFor: [value] });
			else {
				merged[known].shownFor.push(value);
				before = known;
			}
		}
	}
	return merged;
}

/** The line under a node's name on the canvas: the shown name of its operation. */
export function subtitleOf(options: readonly Option[]): string {
	const names = Object.fromEntries(options.map(({ value, name }) => [value, name]));
	return `={{ (${JSON.stringify(names)})[$parameter["operation"]] }}`;
}

/** {@link subtitleOf} the operations of a node. */
export const subtitleFor = (operations: readonly Operation[]): string =>
	subtitleOf(operations.map(({ option }) => option));
