import { BadInput } from '../../errors';
import { type Attribute, attributeIn } from '../../fields/attributes';
import { choice } from '../../fields/field';
import { isBlank } from '../../fields/declaration';
import { ALLOW_PARTIAL } from './headerAttributes';

export type IfLineUnavailable = 'account' | 'nothing' | 'rest';

const CHOICES: Array<{ name: string; value: IfLineUnavailable; description: string }> = [
	{
		name: 'As the Account Is Set',
		value: 'account',
		description:
			'Nothing is said about it. Ingram Micro then usually orders the lines that it can deliver, and rejects the others.',
	},
	{
		name: 'Place Nothing',
		value: 'nothing',
		description: 'The order as a whole is refused',
	},
	{
		name: 'Place the Rest',
		value: 'rest',
		description: 'The lines that can be had are ordered, and the others rejected',
	},
];

const DISPLAY_NAME = 'If a Line Cannot Be Had';

const field = choice<IfLineUnavailable>(DISPLAY_NAME, CHOICES, {
	default: 'account',
	description:
		'What to do when Ingram Micro cannot deliver a line, e.g. because it is not in stock or no longer sold',
});

/** What becomes of an order of which a line cannot be had. An expression must give a choice. */
export const ifLineUnavailable: typeof field = {
	...field,
	read(value, label) {
		if (isBlank(value)) {
			throw new BadInput(
				`${label} is empty`,
				`Choose one of: ${CHOICES.map(({ name }) => name).join(', ')}`,
			);
		}
		return field.read(value, label);
	},
};

const SENT: Readonly<Record<IfLineUnavailable, string | undefined>> = {
	account: undefined,
	nothing: 'false',
	rest: 'true',
};

/**
 * The attributes of an order with what was chosen. An order may also name it among its attributes, by
 * XI's own name; throws BadInput where the two contradict each other.
 */
export function withChoice(
	attributes: readonly Attribute[] | undefined,
	chosen: IfLineUnavailable = 'account',
): readonly Attribute[] | undefined {
	const wanted = SENT[chosen];
	if (wanted === undefined) return attributes;
	const given = attributeIn(attributes, ALLOW_PARTIAL)?.trim().toLowerCase();
	if (given === wanted) return attributes;
	if (given === undefined) {
		return [...(attributes ?? []), { attributeName: ALLOW_PARTIAL, attributeValue: wanted }];
	}
	const name = CHOICES.find(({ value }) => value === chosen)?.name ?? chosen;
	throw new BadInput(
		`'${DISPLAY_NAME}' is ${name}, and the attribute ${ALLOW_PARTIAL} of the order says "${given}"`,
		`Remove the attribute, or set '${DISPLAY_NAME}' to ${CHOICES[0].name}, so that the attribute counts`,
	);
}
