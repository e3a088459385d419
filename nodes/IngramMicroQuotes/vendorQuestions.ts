import type { IDataObject } from 'n8n-workflow';

import { listIn } from '../shared/errors';
import { numberIn } from '../shared/amounts';
import { clean } from '../shared/transport/refusal';

/** A field that a vendor demands, or one of the values that it may have, or what such a value opens. */
export interface VendorAttribute extends IDataObject {
	attributeName?: string | null;
	/** What XI has for it already, an example, or the values to choose from with commas between. */
	attributeValue?: string | null;
	attributeDescription?: string | null;
	attributeHint?: string | null;
	/** A text; in XI's schema, and in none of its samples. */
	attributeRequired?: string | boolean | null;
	choices?: VendorAttribute[] | null;
}

/** A line of a quote with what its vendor demands. */
export interface ValidatedLine extends IDataObject {
	customerLineNumber?: string | number | null;
	ingramPartNumber?: string | null;
	/** A number in XI's schema, a text in its sample. */
	quantity?: number | string | null;
	vmfAdditionalAttributesLines?: VendorAttribute[] | null;
	/** The name that one line of XI's sample has instead. */
	linesVendorMandatoryAttributes?: VendorAttribute[] | null;
}

/** The answer of Validate Quote. */
export interface ValidatedQuote extends IDataObject {
	quoteNumber?: string | null;
	vendorName?: string | null;
	vmfAdditionalAttributes?: VendorAttribute[] | null;
	lines?: ValidatedLine[] | null;
	quoteType?: number | string | null;
	vendorGroupName?: string | null;
	vendorQuoteNumber?: string | null;
	vendorMasterNumber?: string | null;
}

/** What one vendor demands for one of its products. */
export interface VendorDemand extends IDataObject {
	vendorName?: string | null;
	productId?: string | null;
	additionalAttributes?: VendorAttribute[] | null;
}

/** An entry of the answer to a request for vendor required information. */
export interface RequiredInfo extends IDataObject {
	quoteNumber?: string | null;
	ingramPartNumber?: string | null;
	vendorPartNumber?: string | null;
	planId?: string | null;
	planName?: string | null;
	/** What went wrong with this entry, though the call as a whole is a success. */
	responseMessages?: Array<{
		id?: string | null;
		traceId?: string | null;
		type?: string | null;
		message?: string | null;
	}> | null;
	/** Hardware, software and warranties. */
	vmfAdditionalAttributes?: VendorDemand[] | null;
	/** Subscriptions. */
	vriAdditionalAttributes?: VendorDemand[] | null;
}

/** A value that a field may have: as it is sent, and as it is shown. */
export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** A line of a quote, as it is named to XI. */
export interface QuoteLine {
	readonly customerLineNumber: string;
	readonly ingramPartNumber?: string;
	readonly quantity?: number;
}

/** What the answer to a question is sent with. */
export type Place =
	| { readonly kind: 'header' }
	| { readonly kind: 'line'; readonly line: QuoteLine }
	| {
			readonly kind: 'vendor';
			/** `vmf` for hardware, software and warranties, `vri` for subscriptions. */
			readonly list: 'vmf' | 'vri';
			readonly vendorName?: string;
			readonly productId?: string;
	  };

/** A field that a vendor wants to be filled in before a quote can be ordered. */
export interface Question {
	/** Stable, so that workflows can store it: `header.NAME`, `line.11.NAME`, `vri.PRODUCT.NAME`. */
	readonly id: string;
	/** Its name at XI. */
	readonly name: string;
	/** How XI describes it, and its name where it does not. */
	readonly label: string;
	/** What it is about, for people: "Line 11, YN6551". Empty: the quote as a whole. */
	readonly about: string;
	readonly hint?: string;
	readonly isMandatory: boolean;
	/** What XI shows as its value: an example, or what it has on file. Never sent unasked. */
	readonly example?: string;
	/** Undefined: every text will do. */
	readonly choices?: readonly Choice[];
	readonly place: Place;
	/** Asked only where another question has this answer. */
	readonly onlyIf?: { readonly id: string; readonly choice: Choice };
}

/** XI writes it as a text, in a form that no document names. Only a plain no is one. */
const isMandatory = ({ attributeRequired }: VendorAttribute): boolean =>
	!['false', 'no', 'n', '0', 'optional'].includes(
		String(attributeRequired ?? '')
			.trim()
			.toLowerCase(),
	);

/** n8n's form finds a field by its ID between quotes and brackets. */
const idOf = (...parts: Array<string | undefined>): string =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.join('.')
		.replace(/["[\]]/g, '_');

/** Values with commas between, as XI's sample lists them: "new,existing". A sentence has blanks there. */
function listed(text: string | undefined): Choice[] {
	const values = (text ?? '').split(',');
	const isList = values.length > 1 && values.every((value) => /^\S(.*\S)?$/.test(value));
	return isList ? values.map((value) => ({ value, label: value })) : [];
}

/** Entries of `choices` without a name of their own are values to pick from. */
const optionsOf = ({ attributeName: own, choices }: VendorAttribute): VendorAttribute[] =>
	listIn(choices, 'list of choices').filter(
		({ attributeName, attributeValue }) =>
			clean(attributeValue) !== undefined && [undefined, clean(own)].includes(clean(attributeName)),
	);

function choicesOf(attribute: VendorAttribute, place: Place): Choice[] {
	const options = optionsOf(attribute).map((option) => {
		const value = clean(option.attributeValue) ?? '';
		return { value, label: clean(option.attributeDescription) ?? value };
	});
	// Validate Quote has a value of the field there, which may hold commas.
	if (place.kind !== 'vendor') return options;
	const others = listed(clean(attribute.attributeValue)).filter(({ value }) =>
		options.every((option) => option.value !== value),
	);
	return [...options, ...others];
}

/** XI's samples hold the word String where a value would be. */
const exampleOf = (value: unknown): string | undefined => {
	const text = clean(value);
	return text?.toLowerCase() === 'string' ? undefined : text;
};

/** XI describes some fields by one word of code, such as resellerCompanyNameFlag. */
function readable(text: string): string {
	if (!/^[a-z]+([A-Z][a-z]+)+$/.test(text)) return text;
	const words = text.replace(/Flag$/, '').replaceAll(/(?=[A-Z])/g, ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Setting {
	readonly place: Place;
	readonly about: string;
	readonly path: readonly string[];
	readonly onlyIf?: Question['onlyIf'];
}

function questionOf(attribute: VendorAttribute, setting: Setting): Question | undefined {
	const name = clean(attribute.attributeName);
	// XI pads its lists with entries that are empty.
	if (name === undefined) return undefined;
	const { path, ...rest } = setting;
	const hint = clean(attribute.attributeHint);
	const choices = choicesOf(attribute, setting.place);
	const example = choices.length > 0 ? undefined : exampleOf(attribute.attributeValue);
	return {
		id: idOf(...path, name),
		name,
		label: readable(clean(attribute.attributeDescription) ?? name),
		isMandatory: isMandatory(attribute),
		...rest,
		...(hint !== undefined && { hint }),
		...(example !== undefined && { example }),
		...(choices.length > 0 && { choices }),
	};
}

/** The questions of a list of attributes, each followed by those that its choices open. */
function questionsIn(attributes: readonly VendorAttribute[], setting: Setting): Question[] {
	return attributes.flatMap((attribute) => {
		const question = questionOf(attribute, setting);
		if (question === undefined) return [];
		// An order has room for one level of fields below a choice, and XI's samples have no more.
		if (setting.onlyIf !== undefined) return [question];
		const opened = optionsOf(attribute).flatMap((option) => {
			const value = clean(option.attributeValue) ?? '';
			const choice = { value, label: clean(option.attributeDescription) ?? value };
			return questionsIn(listIn(option.choices, 'list of choices'), {
				...setting,
				path: [...setting.path, question.name, value],
				onlyIf: { id: question.id, choice },
			});
		});
		return [question, ...opened];
	});
}

/**
 * Each question once, where it comes first: XI may name a field several times for one product. It is
 * mandatory if it is so in any of them.
 */
function eachOnce(questions: readonly Question[]): Question[] {
	const once = new Map<string, Question>();
	for (const question of questions) {
		const known = once.get(question.id) ?? question;
		const isNeeded = known.isMandatory || question.isMandatory;
		once.set(question.id, { ...known, isMandatory: isNeeded });
	}
	return [...once.values()];
}

/** The lines of a validated quote, as they are named to XI. */
export const linesOf = ({ lines }: ValidatedQuote): QuoteLine[] =>
	listIn(lines, 'list of lines').map(lineOf);

function lineOf(line: ValidatedLine, position: number): QuoteLine {
	const part = clean(line.ingramPartNumber);
	const quantity = numberIn(line.quantity);
	return {
		customerLineNumber: clean(line.customerLineNumber) ?? String(position + 1),
		...(part !== undefined && { ingramPartNumber: part }),
		...(quantity !== undefined && { quantity }),
	};
}

/** What Validate Quote says that the vendor demands. XI documentation: "Validate Quote". */
export function questionsOfQuote(quote: ValidatedQuote): Question[] {
	const header = questionsIn(listIn(quote.vmfAdditionalAttributes, 'list of vendor fields'), {
		place: { kind: 'header' },
		about: '',
		path: ['header'],
	});
	const lines = listIn(quote.lines, 'list of lines').flatMap((line, position) => {
		const named = lineOf(line, position);
		const attributes = [line.vmfAdditionalAttributesLines, line.linesVendorMandatoryAttributes];
		return eachOnce(
			questionsIn(
				attributes.flatMap((list) => listIn(list, 'list of vendor fields')),
				{
					place: { kind: 'line', line: named },
					about: aboutLine(named),
					path: ['line', named.customerLineNumber],
				},
			),
		);
	});
	return [...eachOnce(header), ...lines];
}

const aboutLine = ({ customerLineNumber, ingramPartNumber }: QuoteLine): string =>
	[`Line ${customerLineNumber}`, ingramPartNumber].filter((part) => part !== undefined).join(', ');

/**
 * Lines with one number of which the vendor demands something, as people read them. An answer is given
 * and sent by that number: nobody could tell to which of them it belongs. Where nothing is mandatory,
 * the quote can be ordered without an answer.
 */
export function twinsIn(questions: readonly Question[]): string | undefined {
	const lines = new Set(
		questions.flatMap(({ place }) => (place.kind === 'line' ? [place.line] : [])),
	);
	const twins = [...lines].filter((line) =>
		[...lines].some(
			(other) => other !== line && other.customerLineNumber === line.customerLineNumber,
		),
	);
	const isDemanded = questions.some(
		({ place, isMandatory }) => isMandatory && place.kind === 'line' && twins.includes(place.line),
	);
	return isDemanded ? twins.map(aboutLine).join('; ') : undefined;
}

function questionsOfDemands(
	list: 'vmf' | 'vri',
	demands: readonly VendorDemand[] | null | undefined,
): Question[] {
	return listIn(demands, 'list of vendors').flatMap((demand) => {
		const vendorName = clean(demand.vendorName);
		const productId = clean(demand.productId);
		return questionsIn(listIn(demand.additionalAttributes, 'list of vendor fields'), {
			place: {
				kind: 'vendor',
				list,
				...(vendorName !== undefined && { vendorName }),
				...(productId !== undefined && { productId }),
			},
			about: [vendorName, productId].filter((part) => part !== undefined).join(', '),
			path: [list, productId ?? vendorName ?? ''],
		});
	});
}

/** What vendor required information says that vendors demand. XI documentation: "Vendor Required Info". */
export const questionsOfInfo = (answers: readonly RequiredInfo[]): Question[] =>
	eachOnce(
		answers.flatMap((answer) => [
			...questionsOfDemands('vmf', answer.vmfAdditionalAttributes),
			...questionsOfDemands('vri', answer.vriAdditionalAttributes),
		]),
	);

/** What XI says went wrong with an entry, though the call as a whole is a success. */
export const problemOf = ({ responseMessages }: RequiredInfo): string | undefined => {
	const messages = listIn(responseMessages, 'list of messages').flatMap(
		({ type, message }) => clean(message) ?? clean(type) ?? [],
	);
	return messages.length > 0 ? messages.join('; ') : undefined;
};

/** A question as people read it: "Authorization Number (Line 11, YN6551)". */
export function titleOf({ label, about, onlyIf }: Question): string {
	const where = [about, onlyIf === undefined ? '' : `if “${onlyIf.choice.label}”`]
		.filter((part) => part !== '')
		.join(', ');
	return where === '' ? label : `${label} (${where})`;
}
