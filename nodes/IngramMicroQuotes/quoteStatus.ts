import { type Field, optionalChoice, text } from '../shared/fields/field';

const statuses = [
	{ name: 'Active', value: 'Active' },
	{ name: 'Closed', value: 'Closed' },
	{ name: 'Draft', value: 'Draft' },
	{ name: 'Ordered', value: 'Ordered' },
	{ name: 'Ready to Order', value: 'Ready to Order' },
];

const typed = text('Status', { prose: true });

/**
 * The status of a quote. XI publishes no list of them: those that its documents name can be picked,
 * and an expression may give any other. Its documents do not agree on whether a search finds drafts
 * and closed quotes.
 */
export const quoteStatus: Field<string | undefined> = {
	property: optionalChoice('Status', statuses, {
		default: 'Ready to Order',
		description:
			'Only quotes with this status. Another one can be given by an expression. Ingram Micro may leave drafts and closed quotes out.',
	}).property,
	read(value, label, reading) {
		const given = typed.read(value, label, reading);
		const known = statuses.find((status) => status.value.toLowerCase() === given?.toLowerCase());
		return known?.value ?? given;
	},
};
