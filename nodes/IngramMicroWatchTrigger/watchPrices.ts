import { BadInput } from '../shared/errors';
import { collection, type Field, isBlank, text, wholeNumber } from '../shared/fields/field';
import { STOCK_CHOICES, thresholdFields } from '../shared/xi/moves';
import { priceAndAvailabilityOutput } from '../shared/xi/prices';
import type { ProductAsk } from '../shared/xi/productAsk';
import { INGRAM_PART_NUMBER } from '../shared/xi/products';
import { changesOf } from './watchFields';
import type { ProductKind } from './watchedKind';

const MOST_PRODUCTS_WATCHED = 5_000;
const GIVE_LIST =
	'Give Ingram part numbers with commas or line breaks between, or a list by an expression';

const partNumber = text('Products', INGRAM_PART_NUMBER);

/** What was given as a list of texts: a list, JSON of one, or a text with signs between. */
function entriesIn(value: unknown, label: string): unknown[] {
	if (Array.isArray(value)) return value.flat(Infinity);
	if (typeof value !== 'string') return [value];
	if (!/^\s*\[/.test(value)) return value.split(/[\s,;]+/);
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

const products: Field<ProductAsk[]> = {
	property: {
		displayName: 'Products',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. DF4128, 4A0036',
		description:
			'Ingram part numbers (SKUs), up to 5,000, with commas or line breaks between. For the whole catalog use the price file of Ingram Micro.',
	},
	read(value, label) {
		const entries = entriesIn(value, label).filter((entry) => !isBlank(entry));
		if (entries.length === 0) throw new BadInput(`${label} is empty`, GIVE_LIST);
		const asks = new Map<string, ProductAsk>();
		entries.forEach((entry, position) => {
			const value = partNumber.read(entry, `${label}, entry ${position + 1}`);
			if (value === undefined) return;
			const key = value.toUpperCase();
			if (!asks.has(key)) asks.set(key, { by: 'ingramPartNumber', value });
		});
		if (asks.size > MOST_PRODUCTS_WATCHED) {
			throw new BadInput(
				`${label} holds ${asks.size} products; at most ${MOST_PRODUCTS_WATCHED} are allowed, since they take ${MOST_PRODUCTS_WATCHED / 50} calls a round`,
				'Watch fewer, or take the price file of Ingram Micro for a whole catalog',
			);
		}
		return [...asks.values()];
	},
};

/** Price and stock of listed products. XI documentation: "Price and Availability". */
export const priceOrStockChanged: ProductKind = {
	name: 'Prices and Stock',
	description: 'Price or stock of products that you list moves',
	isOf: 'products',
	parameters: {
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
