import { type Field, shown } from './declaration';
import { checkText, type TextRules } from './text';

interface LocatorMode {
	name: string;
	displayName: string;
	placeholder: string;
}

/**
 * A thing that is picked from a live list or named by its number. Blank reads as undefined.
 * `search` is the name of a list search method of the node.
 */
export function locator(
	displayName: string,
	rules: TextRules & { search: string; listPlaceholder: string; byNumber: LocatorMode },
): Field<string | undefined> {
	return {
		property: {
			displayName,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...shown(rules),
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: rules.listPlaceholder,
					typeOptions: { searchListMethod: rules.search, searchable: true },
				},
				{ ...rules.byNumber, type: 'string' },
			],
		},
		read(value, label, reading) {
			const picked =
				typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
			return checkText(picked, label, rules, reading);
		},
	};
}
