import { labelOf, optionalChoice, text } from '../shared/fields/field';

const ONLY =
	'Ingram Micro takes it in its sandbox only; with a credential for Production it is refused';

const fields = {
	simulateStatus: optionalChoice(
		'Simulate Status (Sandbox)',
		[
			{ name: 'Invoiced', value: 'IM::INVOICED' },
			{ name: 'On Hold', value: 'IM::HOLD' },
			{ name: 'Partially Shipped', value: 'IM::PARTIALLY_SHIPPED' },
			{ name: 'Shipped', value: 'IM::SHIPPED' },
		],
		{
			default: 'IM::SHIPPED',
			description: `Answer as if the order had this status. ${ONLY}.`,
		},
	),
	regionCode: text('Region Code (Sandbox)', {
		placeholder: 'e.g. CS',
		description: `The region that the sandbox plays. ${ONLY}.`,
	}),
};

/** Options that XI takes in its sandbox only. In production the loop refuses them. */
export const { simulateStatus, regionCode } = fields;

/** The first of them that is in use, as sentences name it. */
export function sandboxOnly({
	options,
}: {
	options: Partial<Record<keyof typeof fields, string>>;
}): string | undefined {
	const name = (Object.keys(fields) as Array<keyof typeof fields>).find(
		(field) => options[field] !== undefined,
	);
	return name && labelOf(fields[name].property.displayName, "'Options'");
}
