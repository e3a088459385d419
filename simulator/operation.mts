import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { IncomingHttpHeaders } from 'node:http';
import type { XStatic } from 'typebox/schema';
import { badRequest, type Answer, type ErrorStyle, type Problem } from './errors.mts';
import { checkHeaders, findCustomer, usualHeaders, type ImHeader } from './headers.mts';
import type { Client, Customer } from './options.mts';
import { checkQuery, type QueryRules, type QueryValues } from './query.mts';
import type { World } from './state/world.mts';
import { withDatesAs } from './dateForms.mts';
import { untidied } from './untidy.mts';

/** A request as it came, from an app whose token is good. */
export interface Incoming {
	headers: IncomingHttpHeaders;
	query: [string, string][];
	/** Path parameters, decoded. */
	params: Record<string, string>;
	rawBody: string;
	client: Client;
	/** True when the path began with `/sandbox`. */
	sandbox: boolean;
}

/** A request that has passed every check, as a handler sees it. */
export interface Call<Query, Body> {
	world: World;
	customer: Customer;
	query: Query;
	params: Record<string, string>;
	body: Body;
	/** The query as sent, for links that repeat it. */
	rawQuery: [string, string][];
	sandbox: boolean;
}

/** One call of the API, ready to be registered. */
export interface Operation {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Route template as the documents write it, for example `/resellers/v6/orders/{orderNumber}`. */
	endpoint: string;
	/** Checks a request and answers it. */
	run(incoming: Incoming, world: World): Answer | Promise<Answer>;
}

type BodyOf<Schema> = Schema extends object ? XStatic<Schema> : undefined;

interface OperationSpec<Query extends QueryRules, Schema> {
	method: Operation['method'];
	endpoint: string;
	/** How this call words its errors; default `id`. */
	errors?: ErrorStyle;
	/** IM-* headers that it requires; default: customer number, country, correlation id. */
	headers?: readonly ImHeader[];
	query: Query;
	/** JSON Schema of the body, with `additionalProperties: false`; left out: the call has none. */
	body?: Schema;
	/** Rules that span several fields; runs when query and body are right by themselves. */
	check?(call: {
		query: QueryValues<Query>;
		body: BodyOf<Schema>;
		params: Record<string, string>;
		sandbox: boolean;
	}): Problem[];
	/** Reads and changes the world and answers. */
	handle(call: Call<QueryValues<Query>, BodyOf<Schema>>): Answer;
}

/** A body as it was read; `value` is of use only where there are no problems. */
interface ReadBody<Body> {
	value: Body;
	problems: Problem[];
}

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });

/**
 * Makes a call out of its rules and its handler. Everything that is wrong with a request, be it in
 * headers, query or body, comes back in one 400, one `fields` entry each.
 */
export function defineOperation<const Query extends QueryRules, const Schema = undefined>(
	spec: OperationSpec<Query, Schema>,
): Operation {
	const style = spec.errors ?? 'id';
	const readBody = bodyReader(spec.body);

	return {
		method: spec.method,
		endpoint: spec.endpoint,
		run: (incoming, world) => {
			world.clock.catchUp();
			const problems = checkHeaders(
				incoming.headers,
				spec.headers ?? usualHeaders,
				incoming.client,
			);
			const query = checkQuery(incoming.query, spec.query);
			problems.push(...query.problems);
			const body = readBody(incoming);
			problems.push(...body.problems);
			if (query.problems.length + body.problems.length === 0) {
				const { params, sandbox } = incoming;
				problems.push(
					...(spec.check?.({ query: query.values, body: body.value, params, sandbox }) ?? []),
				);
			}
			if (problems.length > 0) return badRequest(style, problems);

			const account = findCustomer(incoming.headers, incoming.client, style);
			if ('refusal' in account) return account.refusal;
			const answer = spec.handle({
				world,
				customer: account.customer,
				query: query.values,
				params: incoming.params,
				body: body.value,
				rawQuery: incoming.query,
				sandbox: incoming.sandbox,
			});
			const dated = withDatesAs(world.quirks.dateForm, answer);
			return world.quirks.untidy ? untidied(dated) : dated;
		},
	};
}

/**
 * Makes what reads a call's body.
 *
 * @param schema JSON Schema, with `additionalProperties: false`; undefined: the call has no body
 */
export function bodyReader<const Schema = undefined>(
	schema: Schema | undefined,
): (incoming: Incoming) => ReadBody<BodyOf<Schema>> {
	const validate: ValidateFunction<BodyOf<Schema>> | undefined =
		typeof schema === 'object' && schema !== null ? ajv.compile<BodyOf<Schema>>(schema) : undefined;
	return (incoming) => readBody(incoming, validate);
}

function readBody<Body>(
	{ headers, rawBody }: Incoming,
	validate: ValidateFunction<Body> | undefined,
): ReadBody<Body> {
	// Where there are problems, the value is never handed on; so its type may be a promise not kept.
	const unusable = (problems: Problem[]) => ({ value: undefined as Body, problems });
	if (!validate) return unusable([]);

	// Assumption: XI takes a body for JSON only when it is labelled so (the portal asks it everywhere).
	const contentType = headers['content-type'];
	if (!/^application\/json\b/i.test(contentType ?? '')) {
		return unusable([
			{
				field: 'Content-Type',
				...(contentType === undefined ? {} : { value: contentType }),
				message: 'Must be application/json',
			},
		]);
	}
	let value: unknown;
	try {
		value = JSON.parse(rawBody);
	} catch {
		return unusable([{ field: 'body', message: 'The body is not valid JSON' }]);
	}
	return validate(value)
		? { value, problems: [] }
		: unusable((validate.errors ?? []).map(problemOf));
}

/** Words a schema error in the form that XI uses, with a path such as `products[0].upc`. */
function problemOf(error: ErrorObject): Problem {
	const parent = error.instancePath
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
	const path = (parts: string[]): string =>
		parts.reduce(
			(text, part) =>
				/^\d+$/.test(part) ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`,
			'',
		) || 'body';
	const { additionalProperty, missingProperty, type, limit } = error.params;

	switch (error.keyword) {
		case 'additionalProperties': {
			const name = String(additionalProperty);
			const value = (error.data as Record<string, unknown>)[name];
			return {
				field: path([...parent, name]),
				value: asText(value),
				message: 'Unknown field',
			};
		}
		case 'required':
			return {
				field: path([...parent, String(missingProperty)]),
				message: 'Required field is missing',
			};
		case 'type':
			return {
				field: path(parent),
				value: asText(error.data),
				message: `Must be of type ${String(type).replace(',null', '').replace(',', ' or ')}`,
			};
		case 'maxItems':
			return {
				field: path(parent),
				value: String((error.data as unknown[]).length),
				message: `At most ${String(limit)} are allowed`,
			};
		default:
			return {
				field: path(parent),
				value: asText(error.data),
				message: error.message ?? 'Invalid',
			};
	}
}

function asText(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
