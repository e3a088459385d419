import { BadInput } from '../shared/errors';
import {
	choice,
	collection,
	type Field,
	isBlank,
	labelOf,
	text,
	wholeNumber,
} from '../shared/fields/field';
import { isRecord } from '../shared/records';
import { STOCK_CHOICES, thresholdFields } from '../shared/xi/moves';
import { priceAndAvailabilityOutput } from '../shared/xi/prices';
import { otherIdentifiers, type ProductAsk, subjectOf } from '../shared/xi/productAsk';
import { INGRAM_PART_NUMBER } from '../shared/xi/products';
import { changesOf } from './watchFields';
import type { ProductKind } from './watchedKind';

const MOST_PRODUCTS_WATCHED = 5_000;
const GIVE_LIST = 'Give numbers with commas or line breaks between, or a list by an expression';

/** By which number a product can be watched, best first. */
const NUMBERS = ['ingramPartNumber', 'vendorPartNumber', 'upc'] as const;
export type ByNumber = (typeof NUMBERS)[number];

/** How each kind of number is read. */
const READERS: Record<ByNumber, Field<string | undefined>> = {
	ingramPartNumber: text('Products', {
		...INGRAM_PART_NUMBER,
		ifTooLong:
			"If they are the manufacturers’ part numbers, choose Vendor Part Number under 'Products By'",
	}),
	vendorPartNumber: otherIdentifiers.vendorPartNumber,
	upc: otherIdentifiers.upc,
};

const productsBy = choice<ByNumber>(
	'Products By',
	[
		{ name: 'Ingram Part Number', value: 'ingramPartNumber', description: 'Ingram Micro’s SKU' },
		{ name: 'UPC', value: 'upc', description: 'The bar code number' },
		{
			name: 'Vendor Part Number',
			value: 'vendorPartNumber',
			description: 'The manufacturer’s own number (VPN)',
		},
	],
	{ default: 'ingramPartNumber', description: 'Which number of the products you list' },
);

/** What was given as a list: a list, JSON of one, or a text with signs between. */
function entriesIn(value: unknown, by: ByNumber, label: string): unknown[] {
	if (Array.isArray(value)) return value.flat(Infinity);
	if (typeof value !== 'string') return [value];
	// Manufacturers' numbers can hold blanks.
	if (!/^\s*\[/.test(value)) {
		return value.split(by === 'vendorPartNumber' ? /[\t\n\r,;]+/ : /[\s,;]+/);
	}
	const parsed = parsedList(value);
	if (parsed === undefined) throw new BadInput(`${label} begins with [ and is no JSON`, GIVE_LIST);
	return parsed;
}

function parsedList(text: string): unknown[] | undefined {
	try {
		return [JSON.parse(text) as unknown].flat(Infinity);
	} catch {
		return undefined;
	}
}

const products: Field<unknown> = {
	property: {
		displayName: 'Products',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. DF4128, 4A0036',
		description:
			'Their numbers, up to 5,000, with commas or line breaks between. In a list by an expression, objects with ingramPartNumber, vendorPartNumber or upc can be mixed. For the whole catalog use the price file of Ingram Micro.',
	},
	read: (value) => value,
};

/** The number that an entry of the list gives, and its kind. */
function numberIn(entry: unknown, by: ByNumber): [ByNumber, unknown] {
	if (!isRecord(entry)) return [by, entry];
	const named = NUMBERS.find((name) => !isBlank(entry[name]));
	return [named ?? by, named === undefined ? undefined : entry[named]];
}

/**
 * The products of the list, each once.
 *
 * @param given as Products holds it
 * @param by what a number in it is that does not say it
 * @throws BadInput for one that is no such number, for none and for too many
 */
export function watchedProducts(given: unknown, by: ByNumber): ProductAsk[] {
	const label = labelOf(products.property.displayName);
	const entries = entriesIn(given, by, label).filter((entry) => !isBlank(entry));
	if (entries.length === 0) throw new BadInput(`${label} is empty`, GIVE_LIST);
	const asks = new Map<string, ProductAsk>();
	entries.forEach((entry, position) => {
		const place = `${label}, entry ${position + 1}`;
		const [kind, number] = numberIn(entry, by);
		const value = READERS[kind].read(number, place);
		if (value === undefined) throw new BadInput(`${place} does not name a product`, GIVE_LIST);
		const key = subjectOf(kind, value);
		if (!asks.has(key)) asks.set(key, { by: kind, value });
	});
	if (asks.size > MOST_PRODUCTS_WATCHED) {
		throw new BadInput(
			`${label} holds ${asks.size} products; at most ${MOST_PRODUCTS_WATCHED} are allowed, since they take ${MOST_PRODUCTS_WATCHED / 50} calls a round`,
			'Watch fewer, or take the price file of Ingram Micro for a whole catalog',
		);
	}
	return [...asks.values()];
}

/** Price and stock of listed products. XI documentation: "Price and Availability". */
export const priceOrStockChanged: ProductKind = {
	name: 'Prices and Stock',
	description: 'Price or stock of products that you list moves',
	isOf: 'products',
	parameters: {
		productsBy,
		products,
		changes: changesOf(
			[
				STOCK_CHOICES.backInStock,
				{
					name: 'Found Again',
					value: 'foundAgain',
					description: 'Ingram Micro knows a product that it did not know',
				},
				{
					name: 'Not Found',
					value: 'notFound',
					description: 'Ingram Micro does not know the product, or not any more',
				},
				STOCK_CHOICES.outOfStock,
				{
					name: 'Price Changed',
					value: 'priceChanged',
					description: 'Your price is another one. Thresholds can tell by how much.',
				},
				STOCK_CHOICES.stockChanged,
			],
			['backInStock', 'notFound', 'outOfStock', 'priceChanged'],
		),
		everyMinutes: wholeNumber('Ask Every (Minutes)', {
			min: 15,
			max: 10_080,
			default: 60,
			description:
				'How long to wait before the products are asked for again, however often n8n polls. Ingram Micro may close an account that asks for prices all the time.',
		}),
		thresholds: collection('Thresholds', thresholdFields, {
			addLabel: 'Add threshold',
			description: 'Compared with what was told last, so that a slow drift is told too',
		}),
	},
	output: priceAndAvailabilityOutput,
};
