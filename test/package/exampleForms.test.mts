import { unknownIn } from '../../real-n8n/exampleForms.mts';
import type { Property } from '../../real-n8n/nodeTypes.mts';
import { filesUnder, jsonOf, manifest, nodes } from './built.mts';

/*
 * n8n drops what it does not know of a node's stored parameters, and says nothing: an order would go out
 * without its address. Those of n8n's own nodes are held against the real n8n.
 */

interface Step {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

const steps = filesUnder('examples')
	.filter((path) => path.endsWith('.json'))
	.flatMap((path) =>
		jsonOf<{ nodes: Step[] }>(path).nodes.map((step) => ({ at: `${path}: ${step.name}`, step })),
	)
	.filter(({ step: { type } }) => type.startsWith(`${manifest.name}.`));

const propertiesOf = (type: string): Property[] => {
	const found = nodes.find(
		({ instance }) => `${manifest.name}.${instance.description.name}` === type,
	);
	return (found?.instance.description.properties ?? []) as Property[];
};

it.each(steps)('$at stores what the node has', ({ step: { type, parameters } }) => {
	expect(propertiesOf(type).length).toBeGreaterThan(0);
	// n8n adds it to each node that polls.
	const { pollTimes: _, ...own } = parameters;
	expect(unknownIn(own, propertiesOf(type))).toEqual([]);
});

describe('what is not of a node', () => {
	const properties: Property[] = [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			default: 'get',
			options: [
				{ name: 'Get', value: 'get' },
				{ name: 'Create', value: 'create' },
			],
		},
		{
			displayName: 'Ship To',
			name: 'shipTo',
			type: 'fixedCollection',
			displayOptions: { show: { operation: ['create'] } },
			options: [
				{
					displayName: 'Address',
					name: 'address',
					values: [{ displayName: 'City', name: 'city', type: 'string' }],
				},
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			options: [{ displayName: 'Language', name: 'language', type: 'string' }],
		},
		{ displayName: 'Order', name: 'order', type: 'resourceLocator', modes: [{ name: 'list' }] },
	];
	it.each([
		[{ operation: 'create', shipTo: { address: { city: 'Irvine' } } }, []],
		[
			{ operation: 'create', shipTo: { address: [{ city: 'A' }, { town: 'B' }] } },
			['shipTo.address.town'],
		],
		[{ operation: 'create', shipTo: { city: 'Irvine' } }, ['shipTo.city']],
		[{ operation: 'create', shipTo: '={{ $json }}' }, []],
		[{ shipTo: { address: { city: 'Irvine' } } }, ['shipTo']],
		[{ operation: 'move' }, ['operation = move']],
		[{ options: { language: 'de', lang: 'de' } }, ['options.lang']],
		[{ order: { __rl: true, mode: 'list', value: 1 } }, []],
		[{ order: { __rl: true, mode: 'id', value: 1 } }, ['order by id']],
	])('in %j is %j', (parameters, expected) => {
		expect(unknownIn(parameters, properties)).toEqual(expected);
	});
});
