import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

import type { RecordedRequest } from '../../simulator/requestLog.mts';
import {
	callKey,
	type DocumentedCall,
	type Edition,
	type Json,
	type Parameter,
} from './document.mts';
import { SENT_EVERYWHERE } from './knownErrors.mts';
import { strictSchema } from './schema.mts';

const ajv = new Ajv({
	allErrors: true,
	verbose: true,
	allowUnionTypes: true,
	// Strict about keywords and formats that it does not know, but not about how they are combined.
	strictTypes: false,
});
formats.default(ajv);
// A format of numbers that OpenAPI leaves open; it takes any number.
ajv.addFormat('decimal', true);

const compiled = new WeakMap<Json, ValidateFunction>();

function validatorOf(schema: Json, edition: Edition): ValidateFunction {
	const known = compiled.get(schema);
	if (known) return known;
	const validator = ajv.compile(strictSchema(schema, edition));
	compiled.set(schema, validator);
	return validator;
}

/** Makes all validators of an edition, so that what cannot be checked in it shows at once. */
export function compileAll(edition: Edition): void {
	for (const { parameters, body } of edition.calls.values()) {
		for (const { schema } of parameters) validatorOf(schema, edition);
		if (body) validatorOf(body.schema, edition);
	}
}

/**
 * Holds a request against one edition, strictly: what the edition does not list is a problem.
 *
 * @param request as the simulator recorded it
 * @returns what is wrong, one sentence each, that begins with place and name (`query planId: …`)
 * @throws Error when the edition does not have the call
 */
export function problemsWith(request: RecordedRequest, edition: Edition): string[] {
	const call = edition.calls.get(callKey(request.method, request.endpoint));
	if (!call) throw new Error(`${edition.name} has no ${request.method} ${request.endpoint}`);
	return [
		...problemsInPath(request, call, edition),
		...problemsInQuery(request, call, edition),
		...problemsInHeaders(request, call, edition),
		...problemsInBody(request, call, edition),
	];
}

const listed = ({ parameters }: DocumentedCall, place: Parameter['in']): Parameter[] =>
	parameters.filter((parameter) => parameter.in === place);

function problemsInPath(
	{ path }: RecordedRequest,
	call: DocumentedCall,
	edition: Edition,
): string[] {
	const parts = path.replace(/^\/sandbox(?=\/)/, '').split('/');
	const template = call.endpoint.split('/');
	const fits =
		parts.length === template.length &&
		template.every((part, index) => part.startsWith('{') || part === parts[index]);
	if (!fits) return [`path: ${path} is not ${call.endpoint}`];
	return listed(call, 'path').flatMap((parameter) => {
		const value = decode(parts[template.indexOf(`{${parameter.name}}`)] ?? '');
		if (value === '') return [`path ${parameter.name}: missing`];
		return problemsInValue(parameter, [value], edition);
	});
}

function problemsInQuery(
	{ query }: RecordedRequest,
	call: DocumentedCall,
	edition: Edition,
): string[] {
	const parameters = listed(call, 'query');
	const sent = new Map<string, string[]>();
	for (const [name, value] of query) sent.set(name, [...(sent.get(name) ?? []), value]);

	const problems: string[] = [];
	for (const name of sent.keys()) {
		if (parameters.some((parameter) => parameter.name === name)) continue;
		const other = parameters.find(
			(parameter) => parameter.name.toLowerCase() === name.toLowerCase(),
		);
		problems.push(`query ${name}: unknown${other ? `, but ${other.name} is known` : ''}`);
	}
	for (const parameter of parameters) {
		const values = sent.get(parameter.name);
		if (!values) {
			if (parameter.required) problems.push(`query ${parameter.name}: missing`);
		} else if (values.includes('')) {
			problems.push(`query ${parameter.name}: empty`);
		} else {
			problems.push(...problemsInValue(parameter, values, edition));
		}
	}
	return problems;
}

function problemsInHeaders(
	{ headers }: RecordedRequest,
	call: DocumentedCall,
	edition: Edition,
): string[] {
	const parameters = listed(call, 'header');
	const known = new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
	const problems = parameters
		.filter(({ name, required }) => required && !headers[name.toLowerCase()])
		.map(({ name }) => `header ${name}: missing`);
	for (const [name, value] of Object.entries(headers)) {
		let parameter = known.get(name);
		if (!parameter) {
			const elsewhere = edition.headers.get(name);
			// Host, Accept and the like belong to HTTP; no call lists them.
			if (!name.startsWith('im-') && !elsewhere) continue;
			if (!SENT_EVERYWHERE.some((header) => header.name.toLowerCase() === name)) {
				problems.push(
					`header ${elsewhere?.name ?? name}: unknown${elsewhere ? ' to this call' : ''}`,
				);
				continue;
			}
			parameter = elsewhere;
		}
		if (parameter && value !== '') problems.push(...problemsInValue(parameter, [value], edition));
		else if (parameter && !parameter.required) problems.push(`header ${parameter.name}: empty`);
	}
	return problems;
}

function problemsInBody(
	{ body, rawBody, headers }: RecordedRequest,
	call: DocumentedCall,
	edition: Edition,
): string[] {
	const sent = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers;
	if (rawBody === '') {
		// A fault may have cut the request off before its body was read; then there is nothing to judge.
		return call.body?.required && !sent ? ['body: missing'] : [];
	}
	if (!call.body) return ['body: this call takes none'];
	const contentType = (headers['content-type'] ?? 'nothing').split(';', 1)[0] ?? '';
	if (!call.body.contentTypes.includes(contentType.trim().toLowerCase())) {
		return [`body: sent as ${contentType}, not as ${call.body.contentTypes.join()}`];
	}
	if (body === undefined) return ['body: not JSON'];
	const validate = validatorOf(call.body.schema, edition);
	return validate(body) ? [] : (validate.errors ?? []).map(problemInField);
}

/** Checks the texts that stand for one parameter, after reading them as its type says. */
function problemsInValue(parameter: Parameter, values: string[], edition: Edition): string[] {
	const place = `${parameter.in} ${parameter.name}`;
	const schema = edition.resolve(parameter.schema);
	let read: unknown;
	if (schema.type === 'array') {
		const texts = parameter.explode ? values : values.flatMap((value) => value.split(','));
		const items = edition.resolve(schema.items ?? {});
		read = texts.map((text) => readText(text, items.type));
	} else if (values.length > 1) {
		return [`${place}: sent ${values.length} times, but takes one value`];
	} else {
		read = readText(values[0] ?? '', schema.type);
	}
	const validate = validatorOf(parameter.schema, edition);
	if (validate(read)) return [];
	return (validate.errors ?? []).map(
		(error) => `${place}: ${error.message}${choices(error)}, is ${show(error.data)}`,
	);
}

/** The value that a text stands for; the text itself, which is then a problem, where it is none. */
function readText(text: string, type: unknown): unknown {
	switch (type) {
		case 'boolean':
			return text === 'true' || text === 'false' ? text === 'true' : text;
		case 'integer':
			return /^-?\d+$/.test(text) ? Number(text) : text;
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
		default:
			return text;
	}
}

function problemInField(error: ErrorObject): string {
	const params = error.params as Record<string, string | undefined>;
	const at = (more?: string): string => `body ${pathOf(error.instancePath, more)}`.trim();
	switch (error.keyword) {
		case 'additionalProperties':
			return `${at(params.additionalProperty)}: unknown`;
		case 'required':
			return `${at(params.missingProperty)}: missing`;
		default:
			return `${at()}: ${error.message}${choices(error)}, is ${show(error.data)}`;
	}
}

/** A JSON pointer, and a name below it, in the form `products[0].upc`. */
function pathOf(pointer: string, more?: string): string {
	const parts = pointer
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
	if (more !== undefined) parts.push(more);
	return parts
		.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
		.join('')
		.replace(/^\./, '');
}

const choices = ({ keyword, params }: ErrorObject): string =>
	keyword === 'enum' ? ` (${(params.allowedValues as unknown[]).join(', ')})` : '';

function show(value: unknown): string {
	const text = JSON.stringify(value) ?? 'undefined';
	return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Percent signs that stand for nothing are left as they are. */
function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
