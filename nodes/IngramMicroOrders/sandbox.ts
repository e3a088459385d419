import { collection, type Fields, labelOf, optionalChoice, text } from '../shared/fields/field';

/** Parameters that XI takes in its sandbox only. In production the loop refuses them. */
export const sandboxFields = {
	simulateStatus: optionalChoice(
		'Simulate Status',
		[
			{ name: 'Invoiced', value: 'IM::INVOICED' },
			{ name: 'On Hold', value: 'IM::HOLD' },
			{ name: 'Partially Shipped', value: 'IM::PARTIALLY_SHIPPED' },
			{ name: 'Shipped', value: 'IM::SHIPPED' },
		],
		{
			default: 'IM::SHIPPED',
			description: 'Answer as if the order had this status',
		},
	),
	regionCode: text('Region Code', {
		placeholder: 'e.g. CS',
		description: 'The region that the sandbox plays',
	}),
};

const DISPLAY_NAME = 'Sandbox Options';

/** The collection that holds them. */
export const sandboxOptions = <F extends Fields>(fields: F) =>
	collection(DISPLAY_NAME, fields, {
		addLabel: 'Add sandbox option',
		description:
			'Only for a credential whose environment is not Production: elsewhere these are refused before anything is sent',
	});

/** The first of them that is in use, as sentences name it. */
export function sandboxOnly({
	sandboxOptions: used,
}: {
	sandboxOptions: Partial<Record<keyof typeof sandboxFields, string>>;
}): string | undefined {
	const name = (Object.keys(sandboxFields) as Array<keyof typeof sandboxFields>).find(
		(field) => used[field] !== undefined,
	);
	return name && labelOf(sandboxFields[name].property.displayName, `'${DISPLAY_NAME}'`);
}
