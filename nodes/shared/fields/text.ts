import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, isBlank, quotedValue, type Reading, shown, type Texts } from './declaration';
import { cleanIdentifier, cleanProse } from '../invisible';

export interface TextRules extends Texts {
	/** Most characters that XI takes. */
	maxLength?: number;
	/** What to do about more characters, if not to shorten it. */
	ifTooLong?: string;
	/** What the value must look like, and the words that say so ("two letters, e.g. US"). */
	format?: { pattern: RegExp; words: string; remedy?: string };
	default?: string;
	/** A name, a note or other words for people. Any other text is a number or a code. */
	prose?: boolean;
}

/**
 * A number as the text that it stands for. Throws BadInput where digits were lost on the way: numbers
 * keep 15 of them, and write very large and small ones in another way.
 */
export function textOfNumber(value: number, label: string): string {
	const text = String(value);
	const isWhole = Number.isInteger(value)
		? Number.isSafeInteger(value)
		: Number(value.toPrecision(15)) === value && !text.includes('e');
	if (isWhole) return text;
	throw new BadInput(
		`${label} is the number ${text}, in which digits are lost: numbers keep no more than 15`,
		AS_TEXT,
	);
}

const AS_TEXT =
	'Format the column as text in the sheet or database and enter the value again, or put it in quotes in JSON';

/** What spreadsheets write in place of a long number: 3.53918E+17, also with a comma. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+\d{2,3}$/i;

function refuseShortened(text: string, label: string): void {
	if (!SHORTENED.test(text)) return;
	throw new BadInput(
		`${label} is ${quotedValue(text)}, which a spreadsheet shows in place of a long number: its digits are lost`,
		AS_TEXT,
	);
}

/** What was typed, as it was meant. */
function cleaned(typed: string, label: string, { prose }: TextRules, reading?: Reading): string {
	if (prose) return cleanProse(typed);
	const { text, changes } = cleanIdentifier(typed);
	for (const change of changes) reading?.note?.(`${change} ${label}`);
	refuseShortened(text, label);
	return text;
}

/** Fewer digits than this are a count, a line or a short word for something, and begin with no zero. */
const FEWEST_DIGITS = 4;

/** Whether a code that came as a number would be right with a zero in front too. */
const mayLackZeros = (
	digits: string,
	{ prose, format, maxLength = Infinity }: TextRules,
): boolean =>
	!prose &&
	/^\d+$/.test(digits) &&
	digits.length >= FEWEST_DIGITS &&
	digits.length < maxLength &&
	(format?.pattern.test(`0${digits}`) ?? true);

/** A text without blanks around it, held against its rules. Blank reads as undefined. */
export function checkText(
	value: unknown,
	label: string,
	rules: TextRules,
	reading?: Reading,
): string | undefined {
	if (isBlank(value)) return undefined;
	// Spreadsheets hand over part and account numbers as numbers.
	if (typeof value !== 'string' && (typeof value !== 'number' || !Number.isFinite(value))) {
		throw new BadInput(
			`${label} is ${Array.isArray(value) ? 'a list' : `of the type ${typeof value}`}, and a text is expected`,
			`Give one text, e.g. by picking one field of the input item: ${quotedValue(value)} was given`,
		);
	}
	const text =
		typeof value === 'string' ? cleaned(value, label, rules, reading) : textOfNumber(value, label);
	if (rules.maxLength !== undefined && text.length > rules.maxLength) {
		throw new BadInput(
			`${label} has ${text.length} characters; at most ${rules.maxLength} are allowed`,
			rules.ifTooLong ?? `Shorten ${quotedValue(text)}`,
		);
	}
	if (rules.format && !rules.format.pattern.test(text)) {
		throw new BadInput(
			`${label} is ${quotedValue(text)}; it must be ${rules.format.words}`,
			rules.format.remedy,
		);
	}
	if (typeof value === 'number' && mayLackZeros(text, rules)) reading?.cameAsNumber?.(label);
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
		read: (value, label, reading) => checkText(value, label, rules, reading),
	};
}

/** A text that must be there. */
export function requiredText(displayName: string, rules: TextRules = {}): Field<string> {
	return {
		property: { ...textProperty(displayName, rules), required: true },
		read(value, label, reading) {
			const read = checkText(value, label, rules, reading);
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
		read(value, label, reading) {
			const entries: unknown[] = [value].flat(Infinity);
			const texts = entries
				.map((entry) => checkText(entry, label, rules, reading))
				.filter((entry) => entry !== undefined);
			return texts.length > 0 ? texts : undefined;
		},
	};
}
