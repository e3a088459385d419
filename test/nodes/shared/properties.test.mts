import fc from 'fast-check';

import { parametersOf, propertiesFor, subtitleFor } from '../../../nodes/shared/properties.ts';
import { type Fields, text, when } from '../../../nodes/shared/fields/field.ts';
import { pagedRead, read, type Operation } from '../../../nodes/shared/operation.ts';

const described = (value: string, name: string, parameters: Fields) => ({
	option: { name, value, action: `${name} action`, description: `${name} description` },
	parameters,
	output: { id: { name: 'ID', simplified: true } },
});
const reading = (value: string, name: string, parameters: Fields = {}): Operation =>
	read({
		...described(value, name, parameters),
		request: () => ({ method: 'GET', path: '/things' }),
		rows: () => [],
	});
const searching = (value: string, name: string, parameters: Fields = {}): Operation =>
	pagedRead({
		...described(value, name, parameters),
		search: {
			call: { method: 'GET', path: '/things' },
			paging: { number: 'page', size: 'size', maxSize: 100 },
			page: () => ({ rows: [] }),
		},
		wanted: () => ({}),
	});
/** What a node shows for an operation; an agent's tool says what it does besides. */
const shown = (operations: Operation[], operation: string) =>
	propertiesFor(operations)
		.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation))
		.filter(({ displayOptions }) => displayOptions?.show?.['@tool'] === undefined)
		.map(({ name }) => name);

it('what an agent is told of a tool is there for each operation', () => {
	const told = propertiesFor([reading('second', 'Zebra'), reading('first', 'Ape')])
		.filter(({ name }) => name === 'toolDescription')
		.map(({ default: text, displayOptions }) => [text, displayOptions?.show]);
	expect(told).toEqual([
		['Zebra at Ingram Micro. Zebra description.', { '@tool': [true], operation: ['second'] }],
		['Ape at Ingram Micro. Ape description.', { '@tool': [true], operation: ['first'] }],
	]);
});

describe('the parameters of an operation', () => {
	it('are its own, then those of every operation that reads', () => {
		const own = { one: text('One'), two: text('Two') };
		expect(Object.keys(parametersOf(reading('get', 'Get', own)))).toEqual([
			'one',
			'two',
			'output',
			'fields',
			'options',
		]);
	});

	it('begin with the size of the search where there are pages', () => {
		expect(
			Object.keys(parametersOf(searching('getMany', 'Get Many', { one: text('One') }))),
		).toEqual(['returnAll', 'limit', 'one', 'output', 'fields', 'options']);
	});
});

describe('the operation selector', () => {
	const [, selector] = propertiesFor([reading('second', 'Zebra'), reading('first', 'Ape')]);

	it('lists the operations by name, and starts with the first declared', () => {
		expect(selector).toMatchObject({
			name: 'operation',
			displayName: 'Operation',
			type: 'options',
			noDataExpression: true,
			default: 'second',
			options: [
				{
					name: 'Ape',
					value: 'first',
					action: 'Ape action',
					description: 'Ape description',
				},
				{ name: 'Zebra', value: 'second' },
			],
		});
	});
});

describe('the properties of a node', () => {
	const named = (operations: Operation[], name: string) =>
		propertiesFor(operations).filter((property) => property.name === name);

	it('hold a parameter that several operations declare alike once', () => {
		const operations = [
			reading('a', 'A', { thing: text('Thing') }),
			reading('b', 'B'),
			reading('c', 'C', { thing: text('Thing') }),
		];
		expect(named(operations, 'thing')).toEqual([
			{
				name: 'thing',
				displayName: 'Thing',
				type: 'string',
				default: '',
				displayOptions: { show: { operation: ['a', 'c'] } },
			},
		]);
		expect(named(operations, 'options')).toHaveLength(1);
	});

	it('hold a parameter that operations declare differently once for each', () => {
		const operations = [
			reading('a', 'A', { thing: text('Thing') }),
			reading('b', 'B', { thing: text('Thing', { description: 'Other' }) }),
		];
		const shows = named(operations, 'thing').map(({ displayOptions }) => displayOptions?.show);
		expect(shows).toHaveLength(2);
		expect(shows).toEqual(expect.arrayContaining([{ operation: ['a'] }, { operation: ['b'] }]));
	});

	it('keep a parameter’s own condition beside its operation', () => {
		const thing = when({ mode: ['x'] }, text('Thing'));
		expect(named([reading('a', 'A', { thing })], 'thing')[0].displayOptions).toEqual({
			show: { operation: ['a'], mode: ['x'] },
		});
	});

	it('show for each operation all of its parameters, in its own order', () => {
		const pool: Fields = {
			one: text('One'),
			two: text('Two'),
			three: text('Three'),
			four: text('Four', { default: 'x' }),
		};
		const orders = fc.array(fc.shuffledSubarray(Object.keys(pool)), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(orders, fc.nat(), (chosen, odd) => {
				const operations = chosen.map((names, position) => {
					const own = Object.fromEntries(names.map((name) => [name, pool[name]]));
					const declare = (odd + position) % 2 ? reading : searching;
					return declare(`o${position}`, `O${position}`, own);
				});
				for (const operation of operations) {
					expect(shown(operations, operation.option.value)).toEqual(
						Object.keys(parametersOf(operation)),
					);
				}
			}),
		);
	});
});

it('the subtitle is the shown name of the operation', () => {
	expect(subtitleFor([reading('get', 'Get "It"'), reading('b', 'B')])).toBe(
		'={{ ({"get":"Get \\"It\\"","b":"B"})[$parameter["operation"]] }}',
	);
});
