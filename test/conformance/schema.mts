import type { Edition, Json } from './document.mts';

/** Words about a schema, which no value can be wrong by. */
const REMARKS = new Set([
	'default',
	'deprecated',
	'description',
	'example',
	'externalDocs',
	'readOnly',
	'title',
	'writeOnly',
	'xml',
]);

/** Where `additionalProperties: false` would mean something else than "nothing unknown". */
const NOT_KNOWN_HERE = ['allOf', 'anyOf', 'discriminator', 'not', 'oneOf'];

/**
 * Turns a schema of OpenAPI 3.0 into one of JSON Schema that takes no unknown property anywhere.
 * References stay references, so that a schema may hold itself.
 *
 * @throws Error for what cannot be made strict
 */
export function strictSchema(schema: Json, edition: Edition): Json {
	const definitions: Record<string, Json> = {};
	const names = new Map<string, string>();

	const translate = (part: Json): Json => {
		if (typeof part.$ref === 'string') {
			let name = names.get(part.$ref);
			if (name === undefined) {
				name = `part${names.size}`;
				names.set(part.$ref, name);
				definitions[name] = translate(edition.resolve(part));
			}
			return { $ref: `#/$defs/${name}` };
		}

		const strict: Json = {};
		for (const [keyword, value] of Object.entries(part)) {
			if (NOT_KNOWN_HERE.includes(keyword)) throw new Error(`${keyword} is not known here`);
			if (REMARKS.has(keyword) || keyword.startsWith('x-')) continue;
			strict[keyword] = value;
		}
		if (isObject(part.properties)) {
			strict.type ??= 'object';
			strict.properties = Object.fromEntries(
				Object.entries(part.properties).map(([name, value]) => [name, translate(value as Json)]),
			);
			strict.additionalProperties ??= false;
		}
		if (isObject(part.additionalProperties)) {
			strict.additionalProperties = translate(part.additionalProperties);
		}
		// Both stand where they mean nothing in the document: items of a text, `required: true`.
		if (strict.type === 'array' && isObject(part.items)) strict.items = translate(part.items);
		else delete strict.items;
		if (!Array.isArray(part.required)) delete strict.required;
		// The validator takes `nullable` with a type only; without one, null is let through anyway.
		if (strict.type === undefined) delete strict.nullable;
		if (strict.nullable === true && Array.isArray(strict.enum)) {
			strict.enum = [...new Set([...(strict.enum as unknown[]), null])];
		}
		return strict;
	};

	return { ...translate(schema), $defs: definitions };
}

/**
 * The paths of all fields that have no fields of their own, as in `products[].ingramPartNumber`.
 * What a schema holds of itself is not followed.
 */
export function fieldPaths(schema: Json, edition: Edition): string[] {
	const walk = (part: Json, path: string, above: readonly unknown[]): string[] => {
		if (above.includes(part)) return [];
		const resolved = edition.resolve(part);
		if (above.includes(resolved)) return [];
		const inside = [...above, resolved];
		if (isObject(resolved.properties)) {
			return Object.entries(resolved.properties).flatMap(([name, value]) =>
				walk(value as Json, path === '' ? name : `${path}.${name}`, inside),
			);
		}
		return resolved.type === 'array' && isObject(resolved.items)
			? walk(resolved.items, `${path}[]`, inside)
			: [path];
	};
	return walk(schema, '', []);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
