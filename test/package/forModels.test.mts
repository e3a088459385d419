import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { nodes } from './built.mts';

/*
 * What a model is told of the parameters that it may fill: in the description of the tool what the most
 * important look like, and beside each what n8n shows to the person who describes it for the model.
 */

/** A parameter of an operation, and the names that lead to it, the outermost first. */
interface Asked {
	path: string[];
	property: INodeProperties;
}

interface Tool {
	tool: string;
	told: string;
	asked: Asked[];
}

/** What n8n asks for by itself, or asks a person and never a model. */
const NOT_ASKED = new Set(['resource', 'operation', 'toolDescription', 'options']);

function within(property: INodeProperties, before: string[]): Asked[] {
	const path = [...before, property.displayName];
	const inner = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values;
		return property.type === 'collection' ? [option as INodeProperties] : [];
	});
	return [{ path, property }, ...inner.flatMap((one) => within(one, path))];
}

const belongsTo = ({ displayOptions }: INodeProperties, operation: unknown): boolean =>
	displayOptions?.show?.operation?.includes(operation as string) === true;

const TOOLS: Tool[] = nodes.flatMap(({ instance: { description } }) => {
	const { properties, usableAsTool, displayName } = description;
	const selector = properties.find(({ name }) => name === 'operation');
	const operations = usableAsTool ? (selector?.options as INodePropertyOptions[]) : [];
	return operations.map(({ name, value }) => {
		const own = properties.filter((property) => belongsTo(property, value));
		return {
			tool: `${displayName.replace('Ingram Micro ', '')}: ${name}`,
			told: (own.find((one) => one.name === 'toolDescription')?.default ?? '') as string,
			asked: own
				.filter((property) => !NOT_ASKED.has(property.name))
				.flatMap((property) => within(property, [])),
		};
	});
});

/** Of each tool the parameters that its description leaves out. */
const untold = (isMeant: (asked: Asked) => boolean, word?: string) =>
	TOOLS.flatMap(({ tool, told, asked }) =>
		asked
			.filter(isMeant)
			.map(({ path }) => word ?? path[path.length - 1])
			.filter((name, i, all) => all.indexOf(name) === i && !told.includes(name))
			.map((name) => `${tool}: ${name}`),
	);

describe('the description of a tool tells', () => {
	it('of each thing that is named by a number what that looks like', () => {
		expect(
			untold(({ path, property }) => path.length === 1 && property.type === 'resourceLocator'),
		).toEqual([]);
	});

	it('of each list from JSON what it looks like', () => {
		const isList = ({ path, property }: Asked) =>
			property.type === 'json' && (path.length === 1 || property.name === 'productList');
		expect(untold(isList)).toEqual([]);
	});

	it('of the product and the pieces of a line what is meant', () => {
		expect(untold(({ property }) => property.name === 'quantity', 'Quantity is a whole')).toEqual(
			[],
		);
		const isProduct = ({ property }: Asked) =>
			property.type === 'resourceLocator' && property.displayName === 'Product';
		expect(untold(isProduct, 'Product is ')).toEqual([]);
	});

	it('of a number that keeps things from being done twice not to make one up', () => {
		const isOwn = ({ path, property }: Asked) =>
			path.length === 1 &&
			property.required === true &&
			/^(customerOrder|reference)/.test(property.name);
		const silent = TOOLS.filter(({ tool }) => /Create|Order Quote/.test(tool)).flatMap(
			({ tool, told, asked }) => (asked.some(isOwn) && !told.includes('make one up') ? [tool] : []),
		);
		expect(silent).toEqual([]);
	});

	it('how a day is written, where one is asked for', () => {
		expect(untold(({ property }) => property.type === 'dateTime', '2026-03-31')).toEqual([]);
	});

	it('that places are codes, where an address is asked for', () => {
		expect(
			untold(({ property }) => property.name === 'countryCode', 'Country Code are codes'),
		).toEqual([]);
	});

	it('of the most that a search gives', () => {
		expect(untold(({ property }) => property.name === 'limit', 'Limit is the most')).toEqual([]);
	});

	it('whether one or many are meant, where a tool takes one', () => {
		const one = ({ path, property }: Asked) =>
			path.length === 1 && property.type === 'resourceLocator' && property.displayName !== 'Order';
		expect(untold(one, ' a call')).toEqual([]);
	});
});

describe('a parameter that a model may fill', () => {
	const asked = TOOLS.flatMap(({ tool, asked: all }) =>
		all.map(({ path, property }) => ({ at: [tool, ...path].join(' > '), property })),
	);
	const wrong = (offends: (property: INodeProperties) => boolean) => [
		...new Set(asked.filter(({ property }) => offends(property)).map(({ at }) => at)),
	];
	const words = ({ displayName, description = '' }: INodeProperties) =>
		`${displayName} ${description}`;

	it('says what it is', () => {
		expect(
			wrong(
				({ type, description }) =>
					!['notice', 'collection', 'hidden'].includes(type) && !description?.trim(),
			),
		).toEqual([]);
	});

	it('shows, where it is a text, what one looks like', () => {
		// Names of fields, which are filled in already, and what XI names no values of.
		const known = new Set(['binaryPropertyName', 'pricingType']);
		const isFilled = (value: unknown) => typeof value === 'string' && value !== '';
		expect(
			wrong(
				({ type, name, placeholder, default: start }) =>
					type === 'string' && placeholder === undefined && !known.has(name) && !isFilled(start),
			),
		).toEqual([]);
	});

	it('says, where it is a number, of what', () => {
		const unit =
			/how (?:many|long)|most|amount|price|costs?|percent|%|minutes|seconds|hours|pieces|days|number/i;
		expect(wrong((property) => property.type === 'number' && !unit.test(words(property)))).toEqual(
			[],
		);
	});

	it('says, where it is a day, of what', () => {
		const day = /\b(?:day|date|time)\b/i;
		expect(wrong((property) => property.type === 'dateTime' && !day.test(words(property)))).toEqual(
			[],
		);
	});

	it('says, where it is JSON, whether a list, an object or what Ingram Micro names', () => {
		const shape = /\blists?\b|\bobject|names of|Ingram Micro’s names|as Ingram Micro sends it/i;
		expect(wrong((property) => property.type === 'json' && !shape.test(words(property)))).toEqual(
			[],
		);
	});
});
