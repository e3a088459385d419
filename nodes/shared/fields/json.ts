import { BadInput, wordsOf } from '../errors';
import { type Field, isBlank, shown, type Texts } from './declaration';
import { cleanProse } from '../invisible';
import { leftOf } from './skeleton';
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

export interface JsonRules extends Texts {
	/** What the editor begins with: names without values. As long as it is as it was, nothing was given. */
	skeleton?: object;
	/** It is part of a collection: who added it and left the skeleton as it was is told. */
	isAdded?: boolean;
	/** Empty values would be sent, so those of the skeleton must be filled in. */
	sendsEmpty?: boolean;
}

/**
 * JSON, typed in or given by an expression; a text is parsed. Blank reads as undefined, and so does the
 * skeleton. Throws BadInput where a part of the skeleton was left beside what was filled in.
 */
export function json(
	displayName: string,
	{ skeleton, isAdded = false, sendsEmpty = false, ...rules }: JsonRules,
): Field {
	const begun = skeleton && JSON.stringify(skeleton, null, 2);
	return {
		property: {
			displayName,
			type: 'json',
			default: begun ?? '',
			...(begun !== undefined && { typeOptions: { rows: Math.min(begun.split('\n').length, 12) } }),
			...shown(rules),
		},
		read(value, label, reading) {
			if (isBlank(value)) return undefined;
			if (typeof value !== 'string') return value;
			if (begun !== undefined && bare(value) === bare(begun)) {
				if (!isAdded || reading?.mayBeEmpty === true) return undefined;
				throw new BadInput(`${label} is not filled in`, 'Give it values, or remove it');
			}
			const parsed = parse(cleanProse(value));
			if ('problem' in parsed) {
				throw new BadInput(
					`${label} is not valid JSON: ${parsed.problem}`,
					'Correct the JSON, or use an expression that gives the list itself',
				);
			}
			const left = leftOf(parsed.value, skeleton, sendsEmpty);
			if (left.length > 0) {
				throw new BadInput(
					`${label} is filled in but for ${left.join(', ')}`,
					'Give it values there, or take these parts out of the JSON',
				);
			}
			return parsed.value;
		},
	};
}
