import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../badInput';
import { type Field, shown, type Texts } from './declaration';
import { inWords, isBlank, quote } from './given';

export interface TextRules extends Texts {
	/** Most characters that XI takes. */
	maxLength?: number;
	/** What the value must look like, and the words that say so ("two letters, e.g. US"). */
	format?: { pattern: RegExp; words: string };
	default?: string;
}

/** A text without blanks around it, held against its rules. Blank reads as undefined. */
export function checkText(value: unknown, label: string, rules: TextRules): string | undefined {
	if (isBlank(value)) return undefined;
	// Spreadsheets hand over part and account numbers as numbers.
	if (typeof value !== 'string' && !Number.isFinite(value)) {
		throw new BadInput(
			`${label} is ${Array.isArray(value) ? 'a list' : `of the type ${typeof value}`}, and a text is expected`,
			`Give one text, e.g. by picking one field of the input item: ${quote(value)} was given`,
		);
	}
	const text = (typeof value === 'string' ? value : inWords(value)).trim();
	if (rules.maxLength !== undefined && text.length > rules.maxLength) {
		throw new BadInput(
			`${label} has ${text.length} characters; at most ${rules.maxLength} are allowed`,
			`Shorten ${quote(text)}`,
		);
	}
	if (rules.format && !rules.format.pattern.test(text)) {
		throw new BadInput(`${label} is ${quote(text)}; it must be ${rules.format.words}`);
	}
	return text;
}

const textProperty = (displayName: string, rules: TextRules): Omit<INodeProperties, 'name'> => ({
	displayName,
	type: 'string',
	default: rules.default ?? '',
	...shown(rules),
});

/** An optional text. Blank reads as undefined, so that it is left out of the request. */
export function text(displayName: string, rules: TextRules = {}): Field<string | undefined> {
	return {
		property: textProperty(displayName, rules),
		read: (value, label) => checkText(value, label, rules),
	};
}

/** A text that must be there. */
export function requiredText(displayName: string, rules: TextRules = {}): Field<string> {
	return {
		property: { ...textProperty(displayName, rules), required: true },
		read(value, label) {
			const read = checkText(value, label, rules);
			if (read === undefined) throw new BadInput(`${label} is empty`, rules.description);
			return read;
		},
	};
}

/**
 * Several texts, entered one below the other. An expression may also give a whole list. Blank
 * entries are dropped; nothing left reads as undefined.
 */
export function textList(
	displayName: string,
	rules: TextRules & { addLabel: string },
): Field<string[] | undefined> {
	return {
		property: {
			...textProperty(displayName, rules),
			default: [],
			typeOptions: { multipleValues: true, multipleValueButtonText: rules.addLabel },
		},
		read(value, label) {
			const entries: unknown[] = [value].flat(Infinity);
			const texts = entries
				.map((entry) => checkText(entry, label, rules))
				.filter((entry) => entry !== undefined);
			return texts.length > 0 ? texts : undefined;
		},
	};
}
