import { BadInput } from '../shared/errors';
import {
	type Field,
	isBlank,
	labelOf,
	quotedValue,
	refuseRounded,
	requiredText,
	rows,
} from '../shared/fields/field';
import { isRecord } from '../shared/records';

/** A query as it goes out: of a name with several values, a list of them. */
export type Query = Readonly<Record<string, readonly string[]>>;

const ROW = 'parameter';
const DROP_IT = 'Check the expression, or remove the parameter';

/** A value as a text: what is written into it is not changed, since nothing is known of it. */
function textOf(value: unknown, label: string): string {
	if (isBlank(value)) throw new BadInput(`${label} is empty`, DROP_IT);
	refuseRounded(value, label);
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new BadInput(`${label} is ${quotedValue(value)}; a text is expected`, DROP_IT);
}

const nameText = requiredText('Name', {
	placeholder: 'e.g. customerOrderNumber',
	description: 'The name of the parameter as Ingram Micro documents it',
});
const valueText = requiredText('Value', {
	prose: true,
	placeholder: 'e.g. PO-4711',
	description:
		'The value of the parameter. A list, by an expression, goes out as one parameter an entry.',
});

const shown = rows(
	'Query Parameters',
	{
		name: ROW,
		displayName: 'Parameter',
		fields: { name: nameText, value: valueText },
	},
	{
		addLabel: 'Add parameter',
		description: 'What stands behind the question mark of the call',
	},
);

/** The rows of names and values, or an object of them that an expression gives. */
function pairsIn(value: unknown, label: string): Array<[unknown, unknown]> {
	if (isBlank(value)) return [];
	const given = isRecord(value) && ROW in value ? value[ROW] : value;
	if (isRecord(given) && given === value) return Object.entries(given);
	const list: unknown[] = [given ?? []].flat();
	return list.map((entry, position) => {
		if (isRecord(entry)) return [entry.name, entry.value];
		throw new BadInput(
			`${label}, entry ${position + 1} is ${quotedValue(entry)}; a name and a value are expected`,
		);
	});
}

/** Names and values behind the question mark. Nothing is left out in silence: a value that is missing is refused. */
export const queryParameters: Field<Query> = {
	property: shown.property,
	read(value, label) {
		const query = new Map<string, string[]>();
		pairsIn(value, label).forEach(([given, values], position) => {
			const place = `${label}, entry ${position + 1}`;
			const name = nameText.read(given, labelOf('Name', place));
			const own = labelOf('Value', place);
			const texts = (Array.isArray(values) ? values : [values]).map((one) => textOf(one, own));
			if (texts.length === 0) throw new BadInput(`${own} is an empty list`, DROP_IT);
			query.set(name, [...(query.get(name) ?? []), ...texts]);
		});
		return Object.fromEntries(query);
	},
};
