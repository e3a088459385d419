import { BadInput } from '../shared/errors';
import {
	asObject,
	choice,
	isBlank,
	json,
	quotedValue as quoted,
	when,
} from '../shared/fields/field';
import { cleanProse } from '../shared/invisible';
import { resourceMapper } from '../shared/fields/resourceMapper';
import { namesKnown, noteLeftOut, unknownInEach } from '../shared/fields/wireNames';
import { textOfNumber } from '../shared/fields/text';
import type { NamedBy } from './askVendor';
import type { Given, Settled } from './vendorAnswers';
import type { QuoteLine } from './vendorQuestions';

/** What is given for a quote, and, once XI was asked, what becomes of it. */
export interface VendorValues {
	readonly given: readonly Given[];
	readonly settled?: Settled;
	/** The lines of the quote, as XI names them. */
	readonly lines?: readonly QuoteLine[];
}

const JSON_HELP =
	'Either an object with a value for each field ID, as Validate Quote gives them, e.g. { "header.VEND_AUTH_NBR_FLG": "ABC1234" }; or a list of objects with fieldId or attributeName, with attributeValue, and for a field of a line with customerLineNumber';

function valueIn(value: unknown, label: string): string | undefined {
	if (isBlank(value)) return undefined;
	if (typeof value === 'string') return cleanProse(value);
	if (typeof value === 'number') return textOfNumber(value, label);
	if (typeof value === 'boolean') return String(value);
	throw new BadInput(`${label} is ${quoted(value)}; a text is expected`);
}

/** Values by the IDs of their fields. */
const byId = (values: Record<string, unknown>, label: string): Given[] =>
	Object.entries(values).flatMap(([id, given]) => {
		const value = valueIn(given, `${id} in ${label}`);
		return value === undefined ? [] : [{ id, value }];
	});

/** The names that an entry of a list may hold. */
const ENTRY = namesKnown([
	'fieldId',
	'attributeName',
	'attributeValue',
	'value',
	'lineNumber',
	'customerLineNumber',
	'productId',
	// What Validate Quote tells of a field besides, so that its rows can be handed on with a value.
	'label',
	'mandatory',
	'level',
	'ingramPartNumber',
	'vendorName',
	'choices',
	'example',
	'hint',
	'onlyIf',
]);

/** An entry of a list, by the names of Validate Quote's output, and by those of XI. */
function entryIn(entry: unknown, label: string): Given[] {
	const named = asObject(entry, label);
	const first = (...names: string[]): string | undefined => {
		const name = names.find((one) => !isBlank(named[one]));
		return name === undefined ? undefined : valueIn(named[name], `${name} in ${label}`);
	};
	const id = first('fieldId');
	const name = first('attributeName');
	const value = first('attributeValue', 'value');
	if (id === undefined && name === undefined) {
		// Validate Quote gives such a row for a quote of which no vendor demands anything.
		if (value === undefined && 'fieldId' in named) return [];
		throw new BadInput(`${label} names no field`, JSON_HELP);
	}
	if (value === undefined) return [];
	const line = first('lineNumber', 'customerLineNumber');
	const productId = first('productId');
	return [
		id === undefined
			? {
					name,
					value,
					...(line !== undefined && { line }),
					...(productId !== undefined && { productId }),
				}
			: { id, value },
	];
}

/** Values as JSON. Blank reads as none. */
function readList(value: unknown, label: string): Given[] {
	if (isBlank(value)) return [];
	if (Array.isArray(value)) {
		return value.flatMap((entry, position) => entryIn(entry, `${label}, entry ${position + 1}`));
	}
	if (typeof value !== 'object') throw new BadInput(`${label} is no list`, JSON_HELP);
	return byId(asObject(value, label), label);
}

const list = json('Vendor Fields as JSON', {
	skeleton: [{ fieldId: '', attributeValue: '' }],
	description:
		'An object with a value for each field ID, as Validate Quote gives them, or a list of objects with fieldId or attributeName, with attributeValue, and for a field of a line with customerLineNumber. As long as it is not filled in, nothing is given.',
});

const form = resourceMapper('Vendor Fields', {
	method: 'vendorFieldsOfQuote',
	dependsOn: ['quote.value', 'options.version', 'vendorFieldsNamedBy'],
	fieldWords: { singular: 'vendor field', plural: 'vendor fields' },
	description:
		'What the vendor wants to know before this quote can be ordered. The fields are asked for anew when the order is sent, and nothing is sent if a mandatory one has no value.',
});

/** What is given for the fields that vendors demand. */
export const vendorParameters = {
	vendorFieldsFrom: choice<'form' | 'json'>(
		'Vendor Fields From',
		[
			{
				name: 'Form of This Quote',
				value: 'form',
				description: 'Shows the fields that the vendor of the chosen quote demands',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'For quotes that differ from item to item, e.g. by an expression',
			},
		],
		{ default: 'form', description: 'How you give what the vendor wants to know' },
	),
	vendorFieldsNamedBy: choice<NamedBy>(
		'Vendor Fields Named By',
		[
			{
				name: 'Automatic',
				value: 'auto',
				description:
					'Validate Quote, and where it names no fields, Get Vendor Required Information',
			},
			{
				name: 'Get Vendor Required Information',
				value: 'vendorRequiredInfo',
				description: 'The newer list, by vendor and product, which also covers subscriptions',
			},
			{
				name: 'Validate Quote',
				value: 'validateQuote',
				description: 'The older list, of the quote and of its lines',
			},
		],
		{
			default: 'auto',
			description: 'Which of Ingram Micro’s two lists tells what the vendor wants to know',
		},
	),
	vendorFields: when(
		{ vendorFieldsFrom: ['form'] },
		{
			property: form.property,
			read: (value: unknown, label: string): VendorValues => ({
				given: byId(form.read(value, label), label),
			}),
		},
	),
	vendorFieldsList: when(
		{ vendorFieldsFrom: ['json'] },
		{
			property: list.property,
			read(value: unknown, label: string): VendorValues {
				const entries = list.read(value, label);
				const names = Array.isArray(entries) ? unknownInEach(entries, ENTRY, label) : [];
				return noteLeftOut({ given: readList(entries, label) }, names);
			},
		},
	),
};
