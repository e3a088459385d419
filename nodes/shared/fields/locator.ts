import type { INodePropertyMode } from 'n8n-workflow';

import { type Field, shown } from './declaration';
import { checkText, type TextRules } from './text';
import { isObject } from '../records';

/** A way to give a thing by one of its numbers. n8n cuts off all but a short shown name. */
export type LocatorMode = Required<
	Pick<INodePropertyMode, 'name' | 'displayName' | 'placeholder'>
> &
	Pick<INodePropertyMode, 'hint'>;

/** What n8n stores of such a parameter. */
interface Picked {
	readonly mode?: unknown;
	readonly value?: unknown;
	readonly cachedResultName?: unknown;
}

/** What stands between the number of a thing and what else a list shows of it. */
export const SEPARATOR = ' – ';

/**
 * Whether a value was picked from the list: n8n then stores the line that the list showed, which begins
 * with the value. A value of an expression stands beside the line of what was picked before it.
 */
const isListed = ({ mode, value, cachedResultName: shownLine }: Picked): boolean =>
	mode === 'list' &&
	typeof shownLine === 'string' &&
	shownLine.split(SEPARATOR)[0] === String(value);

/**
 * A thing that is picked from a live list or named by its number. Blank reads as undefined. What
 * Ingram Micro itself listed is taken as it is, whatever the form of its number.
 * `search` is the name of a list search method of the node.
 *
 * @param rules `others`: more numbers to name it by; whoever declares them reads them too
 */
export function locator(
	displayName: string,
	rules: TextRules & {
		search: string;
		listPlaceholder: string;
		byNumber: LocatorMode;
		others?: readonly LocatorMode[];
	},
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
				...[rules.byNumber, ...(rules.others ?? [])].map(
					(mode): INodePropertyMode => ({ ...mode, type: 'string' }),
				),
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
