import type { Operation, WriteOperation } from '../operation';
import { readWhatCanBe } from './item';
import { isObject, isRecord } from '../records';
import type { ParameterSource } from './runParameters';

type Named = Readonly<Record<string, unknown>>;

/** A cell without anything in it. Spreadsheets give 0 for a reference to an empty cell. */
function isNothing(value: unknown): boolean {
	if (typeof value === 'string') return /^[\s\p{Cf}]*$|^\s*0+(\.0+)?\s*$/u.test(value);
	if (typeof value === 'number') return value === 0 || Number.isNaN(value);
	if (Array.isArray(value)) return value.every(isNothing);
	if (isRecord(value)) return Object.values(value).every(isNothing);
	return value === undefined || value === null;
}

/** How expressions speak of the item in hand; one that speaks of none has the same value in all rows. */
const OF_THE_ITEM =
	/\$(json|input|item|itemIndex|position|data|binary|node)\b|\.item\b|itemMatching/;
/** A value of the item's JSON: `$json.sku`, `$json["Part No"]`, `$input.item.json.order?.sku`. */
const REFERENCE =
	/(?:\$json|\$input\.item\.json)((?:\??\.[\p{L}_$][\p{L}\p{N}_$]*|(?:\?\.)?\[(?:"[^"]*"|'[^']*'|\d+)\])*)/gu;
const STEP = /\.([\p{L}_$][\p{L}\p{N}_$]*)|\[(?:"([^"]*)"|'([^']*)'|(\d+))\]/gu;

/** What stands at a path of an item's JSON. What is behind a plain value is a method of it. */
function referred(json: unknown, path: string): unknown {
	let value = json;
	for (const [, name, double, single, index] of path.matchAll(STEP)) {
		if (!isObject(value)) return value;
		value = (value as Named)[name ?? double ?? single ?? index];
	}
	return value;
}

/**
 * Whether an expression took nothing out of its row: it gives nothing, or it gives what it would of an
 * empty row, as `{{ $json.quantity || 1 }}` does.
 */
function tookNothing(expression: string, value: unknown, json: unknown): boolean {
	if (isNothing(value)) return true;
	if (OF_THE_ITEM.test(expression.replace(REFERENCE, ''))) return false;
	return [...expression.matchAll(REFERENCE)].every(([, path]) => isNothing(referred(json, path)));
}

/** For each expression in a parameter that speaks of the item, whether it took nothing out of it. */
function rowExpressions(raw: unknown, value: unknown, json: unknown): boolean[] {
	if (typeof raw === 'string') {
		const isOwn = raw.startsWith('=') && OF_THE_ITEM.test(raw);
		return isOwn ? [tookNothing(raw, value, json)] : [];
	}
	if (!isObject(raw)) return [];
	const values = isObject(value) ? (value as Named) : {};
	return Object.entries(raw).flatMap(([name, inner]) => rowExpressions(inner, values[name], json));
}

/** Whether lines, as n8n stores them, name a product anywhere. */
function namesProduct(products: readonly string[], value: unknown): boolean {
	if (!isObject(value)) return false;
	return Object.entries(value).some(([name, inner]) => {
		if (!products.includes(name)) return namesProduct(products, inner);
		return !isNothing(isRecord(inner) ? inner.value : inner);
	});
}

/**
 * Whether an input item, of which several make one write, is a blank row: it has no number or no
 * product, and nothing of number and lines comes out of the row. What is typed into the node, or is the
 * same for all items, stands in every row and says nothing about this one.
 */
function isBlankRow(
	source: ParameterSource,
	{ number, lines, products: names }: NonNullable<WriteOperation['gathering']>,
	item: number,
	json: unknown,
): boolean {
	const both = [number, lines].map((name) => ({
		raw: source.getNodeParameter(name, item, null, { rawExpressions: true }),
		value: source.getNodeParameter(name, item, null),
	}));
	const [{ value: given }, { value: products }] = both;
	if (!isNothing(given) && namesProduct(names, products)) return false;
	const own = both.flatMap(({ raw, value }) => rowExpressions(raw, value, json));
	return own.length > 0 && own.every((nothing) => nothing);
}

/**
 * Why an input item is skipped: spreadsheets end with blank rows. A row with anything in it is none of
 * them, whatever it lacks; it is told as it is.
 *
 * @param json what the item holds
 * @returns a sentence; undefined where the item is to be worked on
 */
export function whySkipped(
	source: ParameterSource,
	operation: Operation,
	item: number,
	json: unknown,
): string | undefined {
	if (operation.kind !== 'write' || operation.gathering === undefined) return undefined;
	try {
		// The cheap question first: most nodes do not gather.
		if (source.getNodeParameter('linesFrom', item, 'fields') === 'fields') return undefined;
		const { linesFrom } = readWhatCanBe(source, operation, item, 'linesFrom');
		if (linesFrom !== 'items') return undefined;
		if (!isBlankRow(source, operation.gathering, item, json)) return undefined;
	} catch {
		// An expression of the row cannot be evaluated: the item says so when it is read.
		return undefined;
	}
	return `This row is blank: nothing of ${operation.gathering.thing} is filled in, neither its number nor a line`;
}
