import { BadInput } from '../../errors';
import { type Attribute, attributeIn } from '../../fields/attributes';
import { strictFlag } from '../../fields/field';
import { ALLOW_HOLD } from './headerAttributes';

const DISPLAY_NAME = 'Create on Customer Hold';

/** Whether an order waits until it is released. An expression must give true or false. */
export const onCustomerHold = strictFlag(DISPLAY_NAME, {
	default: false,
	description:
		'Whether to create the order on hold. Only such an order can be modified, cancelled and released, within 24 hours; then Ingram Micro voids it.',
});

/**
 * The attributes of an order with its hold. Off says nothing. An order may also name it among its
 * attributes, by XI's own name; throws BadInput where the two contradict each other.
 */
export function withHold(
	attributes: readonly Attribute[] | undefined,
	wanted: boolean | undefined,
): readonly Attribute[] | undefined {
	if (!wanted) return attributes;
	const given = attributeIn(attributes, ALLOW_HOLD)?.trim().toLowerCase();
	if (given === 'true') return attributes;
	if (given === undefined) {
		return [{ attributeName: ALLOW_HOLD, attributeValue: 'true' }, ...(attributes ?? [])];
	}
	throw new BadInput(
		`'${DISPLAY_NAME}' is on, and the attribute ${ALLOW_HOLD} of the order says "${given}"`,
		`Remove the attribute, or switch off '${DISPLAY_NAME}'`,
	);
}
