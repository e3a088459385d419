import { readFileSync } from 'node:fs';
import { basename, delimiter, extname } from 'node:path';

import { parse } from 'yaml';

/** The environment variable with the editions' files, separated as in PATH. */
export const VARIABLE = 'XI_OPENAPI_SPEC';

export type Json = Record<string, unknown>;

/** A parameter of a call, as far as a request can be right or wrong by it. */
export interface Parameter {
	name: string;
	in: 'query' | 'header' | 'path';
	required: boolean;
	schema: Json;
	/** True: a list repeats its key; false: it is joined with commas. */
	explode: boolean;
}

/** A call as one edition describes it. */
export interface DocumentedCall {
	method: string;
	/** Route template in the edition's own spelling. */
	endpoint: string;
	parameters: readonly Parameter[];
	body?: { required: boolean; contentTypes: readonly string[]; schema: Json };
}

/** One edition of the OpenAPI document. */
export interface Edition {
	/** Name of its file. */
	name: string;
	/** Calls by `callKey`. */
	calls: ReadonlyMap<string, DocumentedCall>;
	/** One parameter for each header that any call lists, by its name in lower case. */
	headers: ReadonlyMap<string, Parameter>;
	/** Follows references until something else is reached. */
	resolve(node: unknown): Json;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/**
 * What two spellings of one call have in common: names of path parameters never reach the wire.
 *
 * @param endpoint route template, for example `/resellers/v6/orders/{orderNumber}`
 */
export const callKey = (method: string, endpoint: string): string =>
	`${method.toUpperCase()} ${endpoint.replaceAll(/\{[^}]*\}/g, '{}')}`;

/**
 * Reads the editions that the environment names.
 *
 * @param files value of the variable
 * @returns undefined when it names none
 * @throws Error when a file cannot be read or is not an OpenAPI 3 document
 */
export function loadEditions(files = process.env[VARIABLE]): Edition[] | undefined {
	const named = (files ?? '').split(delimiter).filter((file) => file !== '');
	return named.length === 0 ? undefined : named.map(readEdition);
}

function readEdition(file: string): Edition {
	try {
		return editionOf(basename(file), parserFor(file)(readFileSync(file, 'utf8')));
	} catch (error) {
		throw new Error(`${VARIABLE} names ${file}, which cannot be used: ${String(error)}`, {
			cause: error,
		});
	}
}

function parserFor(file: string): (text: string) => unknown {
	switch (extname(file).toLowerCase()) {
		case '.json':
			return (text) => JSON.parse(text);
		case '.yaml':
		case '.yml':
			return (text) => parse(text);
		default:
			throw new Error('its name must end in .json, .yaml or .yml');
	}
}

/**
 * Makes an edition of a parsed document.
 *
 * @throws Error when it is not an OpenAPI 3 document, or has one call twice
 */
export function editionOf(name: string, document: unknown): Edition {
	const root = asObject(document, 'the document');
	if (!String(root.openapi).startsWith('3.')) throw new Error('it is not an OpenAPI 3 document');

	const resolve = (node: unknown): Json => {
		const met = new Set<unknown>();
		let found = asObject(node, 'a part of the document');
		while (typeof found.$ref === 'string') {
			if (met.has(found.$ref)) throw new Error(`the reference ${found.$ref} leads to itself`);
			met.add(found.$ref);
			found = asObject(lookUp(root, found.$ref), found.$ref);
		}
		return found;
	};

	const calls = new Map<string, DocumentedCall>();
	const headers = new Map<string, Parameter>();
	for (const [endpoint, item] of Object.entries(asObject(root.paths, 'paths'))) {
		const path = resolve(item);
		for (const method of METHODS) {
			if (path[method] === undefined) continue;
			const call = readCall(method, endpoint, path, resolve);
			const key = callKey(method, endpoint);
			if (calls.has(key)) throw new Error(`it has the call ${key} twice`);
			calls.set(key, call);
			for (const parameter of call.parameters) {
				const header = parameter.name.toLowerCase();
				if (parameter.in === 'header' && !headers.has(header)) headers.set(header, parameter);
			}
		}
	}
	return { name, calls, headers, resolve };
}

function readCall(
	method: string,
	endpoint: string,
	path: Json,
	resolve: Edition['resolve'],
): DocumentedCall {
	const operation = resolve(path[method]);
	const listed = [...asList(path.parameters), ...asList(operation.parameters)].map(resolve);
	// A parameter of the call replaces one of the same name and place of its path.
	const parameters = new Map(
		listed
			.filter((parameter) => parameter.in !== 'cookie')
			.map((parameter) => [`${String(parameter.in)} ${String(parameter.name)}`, parameter]),
	);
	const body = operation.requestBody === undefined ? undefined : resolve(operation.requestBody);
	return {
		method: method.toUpperCase(),
		endpoint,
		parameters: [...parameters.values()].map(readParameter),
		...(body && { body: readBody(body) }),
	};
}

function readParameter(parameter: Json): Parameter {
	const name = String(parameter.name);
	const place = parameter.in as Parameter['in'];
	const usual = place === 'query' ? 'form' : 'simple';
	if (parameter.style !== undefined && parameter.style !== usual) {
		throw new Error(`the style of the parameter ${name} is not known here`);
	}
	return {
		name,
		in: place,
		required: parameter.required === true,
		schema: asObject(parameter.schema, `the schema of ${name}`),
		explode: (parameter.explode ?? place === 'query') === true,
	};
}

function readBody(body: Json): DocumentedCall['body'] {
	const content = Object.entries(asObject(body.content, 'the content of a body'));
	if (content.length !== 1) throw new Error('a body with several content types is not known here');
	return {
		required: body.required === true,
		contentTypes: content.map(([type]) => type.toLowerCase()),
		schema: asObject(asObject(content[0]?.[1], 'a content type').schema, 'the schema of a body'),
	};
}

function lookUp(root: Json, reference: string): unknown {
	if (!reference.startsWith('#/'))
		throw new Error(`the reference ${reference} leaves the document`);
	return reference
		.slice(2)
		.split('/')
		.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
		.reduce<unknown>((node, part) => asObject(node, reference)[part], root);
}

function asObject(value: unknown, what: string): Json {
	if (typeof value !== 'object' || value === null) throw new Error(`${what} is missing`);
	return value as Json;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
