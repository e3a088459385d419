import { BadInput, Refused } from '../shared/errors';
import type { Attribute } from '../shared/fields/attributes';
import { quotedValue as quoted } from '../shared/fields/field';
import { type Question, titleOf } from './vendorQuestions';
import { isSameText, withoutZerosInFront } from '../shared/comparing';

/** A value for a vendor field, named by its ID, or by its name at XI and where it belongs. */
export interface Given {
	readonly id?: string;
	readonly name?: string;
	/** The line that it belongs to. */
	readonly line?: string;
	readonly productId?: string;
	readonly value: string;
}

/** A question with its answer. */
export interface Answered {
	readonly question: Question;
	readonly value: string;
}

/** What was asked and answered, and what was given though nobody asks for it. */
export interface Settled {
	readonly answered: readonly Answered[];
	/** Values that are not sent, as they were named. */
	readonly ignored: readonly string[];
}

/** Line numbers come as 1, 01 and 001. */
const sameLine = (one: string, other: string): boolean =>
	isSameText(withoutZerosInFront(one.trim()), withoutZerosInFront(other.trim()));

function isAbout(given: Given, { id, name, place }: Question): boolean {
	if (given.id !== undefined) return isSameText(given.id, id);
	if (!isSameText(given.name ?? '', name)) return false;
	if (given.line !== undefined) {
		return place.kind === 'line' && sameLine(given.line, place.line.customerLineNumber);
	}
	return (
		given.productId === undefined ||
		(place.kind === 'vendor' && isSameText(given.productId, place.productId ?? ''))
	);
}

const nameOf = ({ id, name, line }: Given): string =>
	id ?? (line === undefined ? (name ?? '') : `${name} of line ${line}`);

/** Which value belongs to which question; where several fit, no guess is made. */
function assigned(questions: readonly Question[], given: readonly Given[]) {
	const values = new Map<string, string>();
	const ignored: string[] = [];
	for (const one of given) {
		const fitting = questions.filter((question) => isAbout(one, question));
		if (fitting.length === 0) ignored.push(nameOf(one));
		if (fitting.length > 1) {
			throw new BadInput(
				`The vendor field ${nameOf(one)} is asked ${fitting.length} times: ${fitting.map(({ id }) => id).join(', ')}`,
				'Give a value for each, with its field ID or its line number',
			);
		}
		for (const { id } of fitting) {
			if (values.has(id) && values.get(id) !== one.value) {
				throw new BadInput(
					`The vendor field ${id} has two values, ${quoted(values.get(id))} and ${quoted(one.value)}`,
					'Give it once',
				);
			}
			values.set(id, one.value);
		}
	}
	return { values, ignored };
}

/** XI's own spelling of a value that was chosen. */
function chosen({ choices }: Question, value: string): string | undefined {
	if (choices === undefined) return value;
	const found =
		choices.find((choice) => choice.value === value) ??
		choices.find((choice) => isSameText(choice.value, value) || isSameText(choice.label, value));
	return found?.value;
}

const named = (question: Question): string => `${titleOf(question)} [${question.id}]`;

function missingReason(questions: readonly Question[]): string[] {
	if (questions.length === 0) return [];
	const names = questions.map((question) =>
		question.example === undefined
			? named(question)
			: `${named(question)}, for which Ingram Micro shows ${quoted(question.example)}`,
	);
	const what =
		questions.length === 1
			? 'a mandatory vendor field has'
			: `${questions.length} mandatory vendor fields have`;
	return [`${what} no value: ${names.join('; ')}`];
}

/**
 * Holds the given values against what the vendor asks.
 *
 * @throws Refused with every mandatory field that has no value, and every value that is none of the
 * choices, at once; BadInput for a value that fits several fields, or a field with two values
 */
export function settle(questions: readonly Question[], given: readonly Given[]): Settled {
	const { values, ignored } = assigned(questions, given);
	const answered: Answered[] = [];
	const missing: Question[] = [];
	const wrong: string[] = [];
	const unasked: string[] = [];
	for (const question of questions) {
		const value = values.get(question.id);
		const { onlyIf } = question;
		const opened =
			onlyIf === undefined ||
			answered.some((one) => one.question.id === onlyIf.id && one.value === onlyIf.choice.value);
		if (!opened) {
			if (value !== undefined) unasked.push(question.id);
			continue;
		}
		if (value === undefined) {
			if (question.isMandatory) missing.push(question);
			continue;
		}
		const sent = chosen(question, value);
		if (sent === undefined) {
			const choices = (question.choices ?? []).map((choice) => choice.value).join(', ');
			wrong.push(`${named(question)} is ${quoted(value)}; it must be one of: ${choices}`);
		} else answered.push({ question, value: sent });
	}
	const reasons = [...missingReason(missing), ...wrong];
	if (reasons.length > 0) throw new Refused(reasons);
	return { answered, ignored: [...ignored, ...unasked] };
}

const isHeader = ({ question }: Answered): boolean => question.place.kind === 'header';

const attributeOf = ({ question, value }: Answered): Attribute => ({
	attributeName: question.name,
	attributeValue: value,
});

/** The same with XI's description of it, as the older call has it. */
const describedOf = (one: Answered) => ({
	...attributeOf(one),
	attributeDescription: one.question.label,
});

/** The answers for each line that has any, with the line as it is named to XI. */
function perLine<Entry>(answered: readonly Answered[], entryOf: (one: Answered) => Entry) {
	const lines = new Map<string, { line: object; entries: Entry[] }>();
	for (const one of answered) {
		const { place } = one.question;
		if (place.kind !== 'line') continue;
		const key = place.line.customerLineNumber;
		const entry = lines.get(key) ?? { line: place.line, entries: [] };
		entry.entries.push(entryOf(one));
		lines.set(key, entry);
	}
	return [...lines.values()];
}

/** What a choice opened, below the field in which it was made. */
function openedBy({ question }: Answered, answered: readonly Answered[]) {
	return answered
		.filter((one) => one.question.onlyIf?.id === question.id)
		.map((one) => ({
			// XI writes it so, without a capital, here and nowhere else.
			attributename: one.question.name,
			attributeValue: one.value,
		}));
}

/** The answers of one list, each with its vendor and product. */
function perVendor(answered: readonly Answered[], list: 'vmf' | 'vri') {
	const vendors = new Map<string, { vendorName?: string; productId?: string; own: Answered[] }>();
	for (const one of answered) {
		const { place, onlyIf } = one.question;
		if (place.kind !== 'vendor' || place.list !== list || onlyIf !== undefined) continue;
		const { vendorName, productId } = place;
		const key = JSON.stringify([vendorName, productId]);
		const vendor = vendors.get(key) ?? { vendorName, productId, own: [] };
		vendor.own.push(one);
		vendors.set(key, vendor);
	}
	return [...vendors.values()].map(({ own, ...vendor }) => ({
		...vendor,
		additionalAttributes: own.map((one) => {
			const opened = openedBy(one, answered);
			return {
				...attributeOf(one),
				...(opened.length > 0 && { choices: [{ attributeValue: one.value, choices: opened }] }),
			};
		}),
	}));
}

/** The parts of a v7 order that hold the answers, each in the list that belongs to its source. */
export const partsV7 = (answered: readonly Answered[]) => ({
	vmfAdditionalAttributes: answered.filter(isHeader).map(attributeOf),
	vmfVendorAdditionalAttributes: perVendor(answered, 'vmf'),
	vriAdditionalAttributes: perVendor(answered, 'vri'),
	lines: perLine(answered, attributeOf).map(({ line, entries }) => ({
		...line,
		vmfAdditionalAttributesLines: entries,
	})),
});

/**
 * The same for the older call, which has room for what Validate Quote names only. Its schema writes
 * the first list with a small letter, and its sample with a capital: the schema is followed.
 */
export const partsLegacy = (answered: readonly Answered[]) => ({
	vmfadditionalAttributes: answered.filter(isHeader).map(describedOf),
	lines: perLine(answered, describedOf).map(({ line, entries }) => ({
		...line,
		...('quantity' in line && { quantity: String(line.quantity) }),
		vmfAdditionalAttributesLines: entries,
	})),
});
