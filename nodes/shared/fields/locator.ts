import { type Field, shown } from './declaration';
import { checkText, type TextRules } from './text';
import { isObject } from '../records';

interface LocatorMode {
	name: string;
	displayName: string;
	placeholder: string;
}

/** What n8n stores of such a parameter. */
interface Picked {
	readonly mode?: unknown;
	readonly value?: unknown;
	readonly cachedResultName?: unknown;
}

/**
 * Whether a value was picked from the list: n8n then stores the line that the list showed, which begins
 * with the value. A value of an expression stands beside the line of what was picked before it.
 */
const isListed = ({ mode, value, cachedResultName: shownLine }: Picked): boolean =>
	mode === 'list' && typeof shownLine === 'string' && shownLine.split(' – ')[0] === String(value);

/**
 * A thing that is picked from a live list or named by its number. Blank reads as undefined. What
 * Ingram Micro itself listed is taken as it is, whatever the form of its number.
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
			if (!isObject(value) || !('value' in value)) {
				return checkText(value, label, rules, reading);
			}
			return checkText(value.value, label, isListed(value) ? {} : rules, reading);
		},
	};
}
