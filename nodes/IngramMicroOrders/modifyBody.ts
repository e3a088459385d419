import { BadInput } from '../shared/errors';
import { type Attribute, isOn } from '../shared/fields/attributes';
import {
	choice,
	type Field,
	type Fields,
	isBlank,
	onWire,
	optionalWholeNumber,
	text,
	when,
} from '../shared/fields/field';
import { foldedRows } from '../shared/fields/collection';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { productByIngramNumber } from '../shared/xi/products';
import { oneLine } from '../shared/fields/oneLine';
import { COMMENTS_AS_LINES } from '../shared/xi/orders/headerAttributes';
import { orderModify } from '../shared/xi/orders/orderSections';
import { trimmed, wireObject } from '../shared/fields/jsonBody';
import { MOST_PIECES } from './lineFields';
import { withoutZerosInFront } from '../shared/comparing';

/** A change of a line as it goes out. */
export interface LineChange {
	addUpdateDeleteLine: 'ADD' | 'UPDATE' | 'DELETE';
	ingramLineNumber?: string;
	ingramPartNumber?: string;
	/** Looked up before it is sent, as the next: XI takes neither here. */
	vendorPartNumber?: string;
	upc?: string;
	customerLineNumber?: string;
	quantity?: number;
	notes?: string;
}

/** A change of an order as it goes out; it may hold more than is named here. */
export interface ChangeBody {
	notes?: string;
	shipToInfo?: object;
	lines?: LineChange[];
	additionalAttributes?: Attribute[];
}

const actionChoice = choice<LineChange['addUpdateDeleteLine']>(
	'Change',
	[
		{ name: 'Add', value: 'ADD', description: 'A new line: product and quantity' },
		{
			name: 'Delete',
			value: 'DELETE',
			description: 'A line or a comment that is there: Ingram line number',
		},
		{
			name: 'Update',
			value: 'UPDATE',
			description: 'A line or a comment that is there: Ingram line number, and what it is to be',
		},
	],
	{ default: 'ADD', description: 'What to do with the line' },
);

/** In JSON it may be missing, and what was meant is then not guessed. */
const action: typeof actionChoice = {
	...actionChoice,
	read(value, label) {
		if (isBlank(value)) throw new BadInput(`${label} is empty`, 'Give one of: ADD, UPDATE, DELETE');
		return actionChoice.read(value, label);
	},
};

/** A field of a line that a new one does not have. It is read all the same, so that JSON is told what is wrong. */
const hiddenForAdd = <F extends Field>(field: F): F => ({
	...field,
	property: { ...field.property, displayOptions: { hide: { addUpdateDeleteLine: ['ADD'] } } },
});

const pieces = optionalWholeNumber('Quantity', { min: 1, max: MOST_PIECES, default: 1 });

/** Empty to begin with: an update may be about the notes alone, and a 1 left standing would be sent. */
const quantity: typeof pieces = {
	...pieces,
	property: {
		displayName: pieces.property.displayName,
		type: 'number',
		default: '',
		placeholder: 'e.g. 5',
		description: 'How many the line is to have. An update without it leaves the quantity as it is.',
	},
};

const lines = foldedRows(
	'Line Changes',
	{
		name: 'line',
		displayName: 'Line Change',
		first: {
			addUpdateDeleteLine: action,
			ingramLineNumber: hiddenForAdd(
				text('Ingram Line Number', {
					maxLength: 6,
					placeholder: 'e.g. 003',
					description:
						'The line to update or delete, by the number that Ingram Micro gave it (Get Order tells it). Comments have such numbers as well.',
				}),
			),
			ingramPartNumber: productByIngramNumber,
			quantity,
		},
		more: {
			customerLineNumber: text('Your Line Number', {
				maxLength: 6,
				placeholder: 'e.g. 2',
				description: 'Your own number for a new line',
			}),
			notes: oneLine(
				text('Notes', {
					prose: true,
					maxLength: 132,
					placeholder: 'e.g. For room 12',
					description:
						'The comment of the line, or the new text of a comment. An update without it drops the comment, if Enable Comments as Lines is set among the additional attributes.',
				}),
			),
		},
		unshown: otherLineNumbers,
		addLabel: 'Add field',
	},
	{ addLabel: 'Add line change', description: 'Lines to add, update and delete' },
);

const wire: Fields = onWire({ ...orderModify, lines });

const BY_FIELDS = { defineChangesBy: ['fields'] };

/** The parameters that make up the body of a change. */
export const changeParameters = {
	defineChangesBy: choice<'fields' | 'json'>(
		'Define Changes By',
		[
			{ name: 'Fields', value: 'fields', description: 'The changes by the fields of this node' },
			{
				name: 'JSON',
				value: 'json',
				description: 'All changes as one object, by Ingram Micro’s own names',
			},
		],
		{ default: 'fields', description: 'How you give the changes' },
	),
	changesJson: when(
		{ defineChangesBy: ['json'] },
		wireObject<ChangeBody>('Changes as JSON', wire, {
			skeleton: {
				lines: [
					{ addUpdateDeleteLine: '', ingramLineNumber: '', ingramPartNumber: '', quantity: null },
				],
				notes: '',
			},
			description:
				'The changes by the names of Ingram Micro’s API, as they are to be sent. Their limits are checked first, and empty values are left out. A line may have vendorPartNumber or upc in place of ingramPartNumber, which is then looked up.',
		}),
	),
	lines: when(BY_FIELDS, lines),
	shipToInfo: when(BY_FIELDS, orderModify.shipToInfo),
	notes: when(BY_FIELDS, orderModify.notes),
	additionalAttributes: when(BY_FIELDS, orderModify.additionalAttributes),
};

interface ChangeParams {
	readonly changesJson?: ChangeBody;
	readonly lines?: LineChange[];
	readonly shipToInfo?: object;
	readonly notes?: string;
	readonly additionalAttributes?: Attribute[];
}

/** More characters than this need comments to be lines of the order. */
const SHORT_COMMENT = 35;

/** The body as it goes out, checked as a whole. Throws BadInput. */
export function changeBodyOf(params: ChangeParams): ChangeBody {
	const { changesJson, lines: changes, shipToInfo, notes, additionalAttributes } = params;
	const given = changesJson ?? { notes, shipToInfo, lines: changes, additionalAttributes };
	const body = trimmed<ChangeBody>({
		...given,
		lines: given.lines?.map(({ vendorPartNumber: _, upc: __, ...line }) => line),
	});
	if (!Object.keys(body).some((name) => name !== 'additionalAttributes')) {
		throw new BadInput('Nothing is to be changed', 'Add a line change, an address or a note');
	}
	const length = body.notes?.length ?? 0;
	if (length > SHORT_COMMENT && !isOn(body.additionalAttributes, COMMENTS_AS_LINES)) {
		throw new BadInput(
			`'Notes' has ${length} characters; more than ${SHORT_COMMENT} need comments as lines`,
			"Switch on 'Enable Comments as Lines' in 'Additional Attributes', or shorten the note",
		);
	}
	body.lines?.forEach((change, position) => {
		const problem = problemOf(change);
		if (problem !== undefined) throw new BadInput(`Line change ${position + 1} ${problem}`);
	});
	refuseSame(body.lines ?? [], 'ingramLineNumber', 'Ingram line number');
	refuseSame(body.lines ?? [], 'customerLineNumber', 'line number');
	return body;
}

/** What is wrong with a change of a line. */
function problemOf(change: LineChange): string | undefined {
	const { addUpdateDeleteLine: action, ingramLineNumber, ingramPartNumber } = change;
	const { quantity, notes } = change;
	if (action === 'ADD') {
		if (ingramLineNumber !== undefined) {
			return 'adds a line and has an Ingram line number, which is for lines that are there';
		}
		if (ingramPartNumber === undefined) return 'adds a line and has no product';
		return quantity === undefined ? 'adds a line and has no quantity' : undefined;
	}
	const verb = action === 'UPDATE' ? 'updates' : 'deletes';
	if (ingramLineNumber === undefined) return `${verb} a line and has no Ingram line number`;
	if (action === 'DELETE') return undefined;
	if (quantity === undefined && notes === undefined) {
		return 'updates a line and has neither a quantity nor notes';
	}
	return quantity !== undefined && ingramPartNumber === undefined
		? 'updates a quantity and has no product, which Ingram Micro wants besides the line number'
		: undefined;
}

function refuseSame(
	changes: readonly LineChange[],
	name: 'ingramLineNumber' | 'customerLineNumber',
	words: string,
): void {
	const numbers = changes
		.map((change) => change[name])
		.map((number) => number && withoutZerosInFront(number));
	numbers.forEach((number, position) => {
		const first = numbers.indexOf(number);
		if (number !== undefined && first < position) {
			throw new BadInput(
				`Line changes ${first + 1} and ${position + 1} have the same ${words}, ${number}`,
			);
		}
	});
}
