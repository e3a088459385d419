import { BadInput, wordsOf } from '../errors';
import { type Field, isBlank, shown, type Texts } from './declaration';
import { cleanProse } from '../invisible';
import { textOfNumber } from './text';
import { isObject } from '../records';

function parse(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: wordsOf(error) };
	}
}

/**
 * Holds the numbers in a value, at any depth, against what numbers can keep. Throws BadInput for one
 * of which digits were lost before it came here.
 */
export function refuseRounded(value: unknown, label: string): void {
	if (typeof value === 'number') {
		if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
		textOfNumber(value, label);
	}
	// A date writes itself, and what it consists of is not sent.
	if (!isObject(value) || 'toJSON' in value) return;
	for (const [name, inner] of Object.entries(value)) {
		refuseRounded(
			inner,
			Array.isArray(value) ? `${label}, entry ${Number(name) + 1}` : `${name} in ${label}`,
		);
	}
}

/** Without blanks: an editor may have indented it otherwise. */
const bare = (text: string): string => text.replace(/\s/g, '');

/**
 * JSON, typed in or given by an expression; a text is parsed. Blank reads as undefined.
 *
 * @param rules `skeleton` is what the editor begins with, so that people see the shape: names without
 * values. As long as nobody has filled it in it counts as blank, so it is never sent.
 */
export function json(
	displayName: string,
	{ skeleton, ...rules }: Texts & { default?: string; skeleton?: object },
): Field {
	const begun = skeleton && JSON.stringify(skeleton, null, 2);
	return {
		property: {
			displayName,
			type: 'json',
			default: begun ?? rules.default ?? '',
			...(begun !== undefined && { typeOptions: { rows: Math.min(begun.split('\n').length, 12) } }),
			...shown(rules),
		},
		read(value, label) {
			if (isBlank(value)) return undefined;
			if (typeof value !== 'string') return value;
			if (begun !== undefined && bare(value) === bare(begun)) return undefined;
			const parsed = parse(cleanProse(value));
			if ('problem' in parsed) {
				throw new BadInput(
					`${label} is not valid JSON: ${parsed.problem}`,
					'Correct the JSON, or use an expression that gives the list itself',
				);
			}
			return parsed.value;
		},
	};
}
