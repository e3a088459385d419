import { BadInput } from '../shared/errors';
import { type Field, labelOf, requiredText, rows } from '../shared/fields/field';
import { namedValuesIn, textOfValue } from './namedValues';

/** A query as it goes out: of a name with several values, a list of them. */
export type Query = Readonly<Record<string, readonly string[]>>;

const ROW = 'parameter';
const DROP_IT = 'Check the expression, or remove the parameter';

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

/** Names and values behind the question mark. Nothing is left out in silence: a value that is missing is refused. */
export const queryParameters: Field<Query> = {
	property: shown.property,
	read(value, label) {
		const query = new Map<string, string[]>();
		for (const { place, name: given, value: values } of namedValuesIn(value, ROW, label)) {
			const name = nameText.read(given, labelOf('Name', place));
			const own = labelOf('Value', place);
			// What is written into it is not changed, since nothing is known of it.
			const texts = [values].flat().map((one) => textOfValue(one, own, DROP_IT).trim());
			if (texts.length === 0) throw new BadInput(`${own} is an empty list`, DROP_IT);
			query.set(name, [...(query.get(name) ?? []), ...texts]);
		}
		return Object.fromEntries(query);
	},
};
