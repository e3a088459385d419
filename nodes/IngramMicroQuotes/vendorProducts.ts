import { BadInput } from '../shared/errors';
import {
	choice,
	json,
	type Reading,
	rows,
	text,
	type Values,
	when,
	wireFormOf,
} from '../shared/fields/field';
import { otherLineNumbers } from '../shared/xi/productNumbers';
import { productByIngramNumber } from '../shared/xi/products';
import { noteLeftOut, unknownNames } from '../shared/fields/wireNames';
import type { ProductOfInfo } from './askVendor';
import type { RequiredInfo } from './vendorQuestions';
import { isObject } from '../shared/records';
import { isSameText } from '../shared/comparing';

const identifiers = {
	ingramPartNumber: productByIngramNumber,
	// XI writes it so, with a capital, here and in the request for prices.
	planID: text('Plan ID', {
		placeholder: 'e.g. 438323',
		description: 'The ID of a subscription plan instead of a product',
	}),
};

const NAMES = ['ingramPartNumber', 'vendorPartNumber', 'planID'] as const;

/** What an entry of an answer calls them: the plan without the capital. */
const ANSWERED = {
	ingramPartNumber: 'ingramPartNumber',
	vendorPartNumber: 'vendorPartNumber',
	planID: 'planId',
} as const;

const products = rows(
	'Products',
	{ name: 'product', displayName: 'Product', fields: identifiers, unshown: otherLineNumbers },
	{
		addLabel: 'Add product',
		description: 'The products or subscription plans, each by one of its numbers',
	},
);

/** An entry of such a list under the names of the rows; XI writes planID here, and planId elsewhere. */
function entryOf(entry: unknown): unknown {
	if (typeof entry === 'string' || typeof entry === 'number') return { ingramPartNumber: entry };
	if (!isObject(entry)) return entry;
	const { planId, ...named } = entry as Record<string, unknown>;
	return planId === undefined ? entry : { planID: planId, ...named };
}

const LIST_HELP =
	'A list of Ingram part numbers, or of objects with one of ingramPartNumber, vendorPartNumber, upc or planId';

const list = json('Products as JSON', {
	skeleton: [{ ingramPartNumber: '' }, { planId: '' }],
	description: LIST_HELP,
});

function readList(
	value: unknown,
	label: string,
	reading?: Reading,
): ReturnType<typeof products.read> {
	const given = list.read(value, label, reading);
	if (given === undefined) throw new BadInput(`${label} is empty`, LIST_HELP);
	if (!Array.isArray(given)) throw new BadInput(`${label} is not a list`, LIST_HELP);
	const entries = given.map(entryOf);
	const names = unknownNames(entries, wireFormOf(products).property, label);
	return noteLeftOut(products.read(entries, label, reading), names);
}

const FOR_PRODUCTS = { askFor: ['products'] };

/** What vendor required information is asked for, where that is no quote. */
export const productsParameters = {
	productsFrom: when(
		FOR_PRODUCTS,
		choice<'fields' | 'list'>(
			'Products From',
			[
				{ name: 'A List as JSON', value: 'list' },
				{ name: 'Fields Below', value: 'fields' },
			],
			{ default: 'fields', description: 'Where the products come from' },
		),
	),
	products: when({ ...FOR_PRODUCTS, productsFrom: ['fields'] }, products),
	productsList: when(
		{ ...FOR_PRODUCTS, productsFrom: ['list'] },
		{ property: list.property, read: readList },
	),
};

/**
 * The products as XI is asked for them, each by one number. Throws BadInput for none, and for one
 * that is named by none of its numbers or by several.
 */
export function productsOf(params: Values<typeof productsParameters>): ProductOfInfo[] {
	const given = params.productsList ?? params.products ?? [];
	if (given.length === 0) {
		throw new BadInput('No product is given', 'Add a product, or a subscription plan by its ID');
	}
	return given.map((entry, position) => {
		const named = NAMES.filter((name) => entry[name] !== undefined);
		if (named.length !== 1) {
			throw new BadInput(
				`Product ${position + 1} has ${named.length === 0 ? 'no number' : 'several numbers'}`,
				'Give one of Ingram part number, vendor part number, UPC and plan ID',
			);
		}
		return { [named[0]]: entry[named[0]] };
	});
}

/** What was asked for and is in no answer, as an answer that says so. */
export const unanswered = (
	asked: readonly ProductOfInfo[],
	infos: readonly RequiredInfo[],
): RequiredInfo[] =>
	asked
		.filter((one) =>
			NAMES.every(
				(name) =>
					one[name] === undefined ||
					!infos.some((info) => isSameText(info[ANSWERED[name]], one[name])),
			),
		)
		.map(({ planID, ...numbers }) => ({
			...numbers,
			...(planID !== undefined && { planId: planID }),
			responseMessages: [{ message: 'Ingram Micro gave no answer for it' }],
		}));
