import { type Kind, kindOf, maskedName, maskOf } from './mask.mts';

/** A field of an answer, in all the places where it was met. */
export interface FieldShape {
	kinds: Set<Kind>;
	/** Shapes of its values, a few of them. */
	masks: Set<string>;
	/** How often it was there, and how often as an object. */
	seen: number;
	objects: number;
}

/** Fields by their paths, such as `orders[].lines[].unitPrice`; the answer itself has the path ``. */
export type Shape = Map<string, FieldShape>;

const mostMasks = 4;

/** Adds what an answer looks like to a shape. */
export function addTo(shape: Shape, value: unknown, path = ''): void {
	const field = shape.get(path) ?? { kinds: new Set(), masks: new Set(), seen: 0, objects: 0 };
	shape.set(path, field);
	field.seen += 1;
	const kind = kindOf(value);
	field.kinds.add(kind);
	if (kind === 'list') {
		for (const entry of value as unknown[]) addTo(shape, entry, `${path}[]`);
	} else if (kind === 'object') {
		field.objects += 1;
		for (const [name, entry] of Object.entries(value as object)) {
			addTo(shape, entry, path === '' ? maskedName(name) : `${path}.${maskedName(name)}`);
		}
	} else if (field.masks.size < mostMasks) {
		field.masks.add(maskOf(value));
	}
}

/** The shape of some answers together. */
export function shapeOfAll(answers: readonly unknown[]): Shape {
	const shape: Shape = new Map();
	for (const answer of answers) addTo(shape, answer);
	return shape;
}

/** The path of the object or list that a field is in; undefined for the answer itself. */
export function parentOf(path: string): string | undefined {
	if (path === '') return undefined;
	if (path.endsWith('[]')) return path.slice(0, -2);
	const dot = path.lastIndexOf('.');
	return dot === -1 ? '' : path.slice(0, dot);
}

/** Something in which an answer is other than expected. */
export interface Difference {
	kind: 'unknown field' | 'missing field' | 'other type' | 'other spelling';
	path: string;
	/** What was met, and what was expected, in types and shapes. */
	met: string;
	expected: string;
}

const nothing: ReadonlySet<Kind> = new Set<Kind>(['null', 'empty text']);

const told = (field: FieldShape): string =>
	`${[...field.kinds].join(' or ')}${field.masks.size > 0 ? ` (${[...field.masks].join(', ')})` : ''}`;

/** A path as it is compared where only its spelling may differ. */
const plain = (path: string): string => path.toLowerCase().replaceAll(/[^a-z0-9.[\]]/g, '');

/**
 * Compares the shape of answers with the expected one. Of a part that is missing or unknown as a whole
 * only the top is told. A field that is empty or null is of every type.
 *
 * @returns differences in the order of the paths
 */
export function differencesOf(expected: Shape, met: Shape): Difference[] {
	const found: Difference[] = [];
	const bySpelling = new Map([...expected.keys()].map((path) => [plain(path), path]));
	const known = (path: string | undefined): boolean => path === undefined || expected.has(path);
	const spelt = new Set<string>();

	for (const [path, field] of met) {
		const wanted = expected.get(path);
		if (!wanted) {
			if (!known(parentOf(path)) || emptyParent(expected, path)) continue;
			const other = bySpelling.get(plain(path));
			if (other !== undefined && !met.has(other)) {
				spelt.add(other);
				found.push({ kind: 'other spelling', path, met: told(field), expected: other });
			} else {
				found.push({ kind: 'unknown field', path, met: told(field), expected: '' });
			}
			continue;
		}
		const kinds = [...wanted.kinds].filter((kind) => !nothing.has(kind));
		const others = [...field.kinds].filter((kind) => !nothing.has(kind) && !kinds.includes(kind));
		if (kinds.length > 0 && others.length > 0) {
			found.push({ kind: 'other type', path, met: told(field), expected: kinds.join(' or ') });
		}
	}
	for (const [path, field] of expected) {
		const parent = parentOf(path);
		if (parent === undefined || path.endsWith('[]') || spelt.has(path)) continue;
		const share = field.seen / objectsAt(expected, parent);
		const places = objectsAt(met, parent);
		const seen = met.get(path)?.seen ?? 0;
		if (places === 0 || seen >= places) continue;
		if ([...field.kinds].every((kind) => nothing.has(kind))) continue;
		// What is mostly there, and is in none of several places, is missing too.
		if (share < 1 && !(share >= 0.5 && seen === 0 && places >= 3)) continue;
		const part = seen === 0 ? 'not there' : `there in ${seen} of ${places}`;
		found.push({ kind: 'missing field', path, met: part, expected: told(field) });
	}
	return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Nothing is known of what is within a list or object that was only met empty. */
function emptyParent(expected: Shape, path: string): boolean {
	const parent = parentOf(path) ?? '';
	const kinds = expected.get(parent)?.kinds ?? new Set<Kind>();
	const within = [...expected.keys()].some((one) => parentOf(one) === parent);
	return (
		!within && [...kinds].every((kind) => nothing.has(kind) || kind === 'list' || kind === 'object')
	);
}

/** How many objects there were in a place. */
const objectsAt = (shape: Shape, path: string): number => shape.get(path)?.objects ?? 0;
