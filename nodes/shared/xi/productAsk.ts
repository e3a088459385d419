import { BadInput } from '../errors';
import { type Attribute, attributeRows } from '../fields/attributes';
import {
	type Field,
	type Fields,
	json,
	openChoice,
	optionalWholeNumber,
	type Reading,
	readFields,
	text,
	type Texts,
	type Values,
} from '../fields/field';
import { barCode, type NamedProduct } from './productNumbers';
import { GOVERNMENT_PROGRAMS, STATES_OF_BRAZIL } from './productWords';
import { INGRAM_PART_NUMBER } from './products';
import { meantBy } from '../fields/nearNames';
import { checkText } from '../fields/text';
import { cleanIdentifier } from '../invisible';
import { isObject, isRecord } from '../records';

/**
 * The ways to name a product, best first, by their names on the wire. Mind `planID`: everywhere else
 * XI writes `planId`.
 */
export const IDENTIFIERS = [
	'ingramPartNumber',
	'vendorPartNumber',
	'upc',
	'customerPartNumber',
	'planID',
] as const;

export type Identifier = (typeof IDENTIFIERS)[number];

/** One product as it is asked for: by one identifier, and where it is a subscription with its parts. */
export interface ProductAsk {
	readonly by: Identifier;
	readonly value: string;
	/** For a subscription: the manufacturer's part number beside its plan, and which part of the plan. */
	readonly vendorPartNumber?: string;
	readonly resourceId?: string;
	/** XI takes the quantity as a text. */
	readonly quantityRequested?: string;
	readonly additionalAttributes?: readonly Attribute[];
}

/**
 * The product that an identifier names, as a text that is the same however the identifier is
 * written: in any case, and a bar code with or without the zeros in front that make it 13 digits.
 */
export function subjectOf(by: Identifier, value: unknown): string {
	const text = cleanIdentifier(String(value)).text.toUpperCase();
	return `${by} ${by === 'upc' ? text.replace(/^0+/, '') : text}`;
}

/** The most products that fit in one call. XI documentation: "Price and Availability". */
export const MOST_PRODUCTS = 50;

/** Ways to name a product other than by its Ingram part number. */
export const otherIdentifiers = {
	customerPartNumber: text('Customer Part Number', {
		placeholder: 'e.g. A5-8963TEST',
		description: 'Your own part number, where Ingram Micro knows it',
	}),
	planID: text('Plan ID', {
		placeholder: 'e.g. 438323',
		description: 'The ID of a subscription plan, alone or together with a vendor part number',
	}),
	resourceId: text('Resource ID', {
		placeholder: 'e.g. 15613396',
		description:
			'The part of a subscription plan that you mean, beside its plan ID or its vendor part number',
	}),
	upc: barCode,
	vendorPartNumber: text('Vendor Part Number', {
		placeholder: 'e.g. E2016HV',
		maxLength: 40,
		description: 'The manufacturer’s part number',
	}),
};

const ingramPartNumber = text('Ingram Part Number', INGRAM_PART_NUMBER);

/** What is wanted of one product besides its price. */
export const productDetails = {
	quantityRequested: optionalWholeNumber('Quantity', {
		min: 1,
		max: 9_999_999,
		default: 1,
		description:
			'How many you want, since prices may depend on it. Different quantities of one product need a call each.',
	}),
	governmentProgramCode: openChoice('Government Program Code', GOVERNMENT_PROGRAMS, {
		default: 'PA',
		other: text('Government Program Code'),
		description: 'To get the government price (USA only). An expression may give another code.',
	}),
	shipFromBranchNumber: text('Ship From Branch', {
		placeholder: 'e.g. 40',
		description: 'To see the stock of this Ingram Micro branch only',
	}),
	shipToStateBrazil: openChoice('Ship To State (Brazil)', STATES_OF_BRAZIL, {
		default: 'SP',
		other: text('Ship To State (Brazil)', { maxLength: 2, ifTooLong: 'Give its code, e.g. SP' }),
		description: 'The state to which the product goes (Brazil only)',
	}),
	additionalAttributes: attributeRows(
		'Additional Attributes',
		'Other attributes of the product that Ingram Micro told you to send',
	),
};

type Details = Values<typeof productDetails>;

/** The numbers of one product, as far as they are given. */
type Numbers = Partial<Record<Identifier | 'resourceId', string>>;

/**
 * By which number a product is asked for. The first one that is filled in names it; but those of a
 * subscription, its plan, its vendor part number and its resource, go together where nothing else is
 * given. XI documentation: "Price and Availability", the sample of a cloud product.
 */
function namedBy(
	numbers: Numbers,
): Pick<ProductAsk, 'by' | 'value' | 'vendorPartNumber' | 'resourceId'> | undefined {
	const { planID, vendorPartNumber, resourceId } = numbers;
	const first = IDENTIFIERS.find((identifier) => numbers[identifier] !== undefined);
	const isPlain = ['ingramPartNumber', 'upc', 'customerPartNumber'].some(
		(name) => numbers[name as Identifier] !== undefined,
	);
	if (resourceId !== undefined && (first === undefined || isPlain)) {
		throw new BadInput(
			"'Resource ID' goes with a plan ID or a vendor part number alone",
			"Give the 'Plan ID' or the 'Vendor Part Number' of the subscription with it, or both, and no other number; or empty 'Resource ID'",
		);
	}
	if (first === undefined) return undefined;
	const by = planID !== undefined && !isPlain ? 'planID' : first;
	return {
		by,
		value: numbers[by] as string,
		...(by === 'planID' && vendorPartNumber !== undefined && { vendorPartNumber }),
		...(resourceId !== undefined && { resourceId }),
	};
}

/** What is asked for one product; undefined where it has no number. */
function askOf(numbers: Numbers, details: Partial<Details>): ProductAsk | undefined {
	const named = namedBy(numbers);
	if (named === undefined) return undefined;
	const { governmentProgramCode, shipFromBranchNumber, shipToStateBrazil } = details;
	const switches = {
		governmentprogramcode: governmentProgramCode,
		shipfrombranchnumber: shipFromBranchNumber,
		shiptostatebrazil: shipToStateBrazil,
	};
	const attributes: Attribute[] = [
		...Object.entries(switches).flatMap(([attributeName, attributeValue]) =>
			attributeValue === undefined ? [] : [{ attributeName, attributeValue }],
		),
		...(details.additionalAttributes ?? []),
	];
	return {
		...named,
		...(details.quantityRequested !== undefined && {
			quantityRequested: String(details.quantityRequested),
		}),
		...(attributes.length > 0 && { additionalAttributes: attributes }),
	};
}

/** An entry of a list of products: an Ingram part number, or an object with named identifiers. */
const entryFields = {
	ingramPartNumber,
	...otherIdentifiers,
	quantityRequested: productDetails.quantityRequested,
} satisfies Fields;

const ENTRY_HELP =
	'Each entry is an Ingram part number, or an object with one of ingramPartNumber, vendorPartNumber, upc, customerPartNumber or planId, and optionally quantity and additionalAttributes; planId, vendorPartNumber and resourceId of a subscription go together';

/** XI's wire names, and what people call them in their own lists. */
const SPELLINGS: Record<string, keyof typeof entryFields> = {
	planid: 'planID',
	quantity: 'quantityRequested',
	...Object.fromEntries(Object.keys(entryFields).map((name) => [name.toLowerCase(), name])),
};

/** Their names as the help above tells them. */
const NAMES = [
	'ingramPartNumber',
	'vendorPartNumber',
	'upc',
	'customerPartNumber',
	'planId',
	'quantity',
	'additionalAttributes',
];

function entryOf(entry: unknown, label: string): ProductAsk {
	if (typeof entry === 'string' || typeof entry === 'number') {
		const value = ingramPartNumber.read(entry, label);
		if (value === undefined) throw new BadInput(`${label} is empty`, ENTRY_HELP);
		return { by: 'ingramPartNumber', value };
	}
	if (!isRecord(entry)) {
		throw new BadInput(`${label} does not name a product`, ENTRY_HELP);
	}
	const { additionalAttributes, ...named } = entry;
	const values = Object.fromEntries(
		Object.entries(named).map(([key, value]) => {
			const name = SPELLINGS[key.toLowerCase()];
			if (name === undefined) {
				const [meant] = meantBy(key, NAMES)?.names ?? [];
				const right = meant === undefined ? '' : `: use "${meant}"`;
				throw new BadInput(`${label} holds an unknown "${key}"${right}`, ENTRY_HELP);
			}
			return [name, value];
		}),
	);
	const { quantityRequested, ...identifiers } = readFields(entryFields, values, label);
	const ask = askOf(identifiers, {
		quantityRequested,
		additionalAttributes: productDetails.additionalAttributes.read(
			{ attribute: additionalAttributes ?? [] },
			label,
		),
	});
	if (!ask) throw new BadInput(`${label} does not name a product`, ENTRY_HELP);
	return ask;
}

/** A list of products as JSON. Its numbers are cleaned here, where it can be told what was cleaned. */
export function productListOf(displayName: string, texts: Texts & { skeleton?: object }): Field {
	const list = json(displayName, { ...texts, isAdded: true });
	const cleaned = (value: unknown, label: string, reading?: Reading): unknown =>
		typeof value === 'string' ? (checkText(value, label, {}, reading) ?? '') : value;
	return {
		property: list.property,
		read(value, label, reading) {
			const given = list.read(value, label, reading);
			if (!Array.isArray(given)) return given;
			return given.map((entry: unknown, position) => {
				const place = `${label}, entry ${position + 1}`;
				if (!isObject(entry)) return cleaned(entry, place, reading);
				const named = Object.entries(entry);
				return Object.fromEntries(named.map(([name, one]) => [name, cleaned(one, place, reading)]));
			});
		},
	};
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * A product with the other numbers that were given. It comes first of them all, so those that would
 * come before its own are left out; its plan goes with the manufacturer's part number alone.
 */
function numbersOf(product: NamedProduct, others: Numbers): Numbers {
	const { vendorPartNumber: _, ...rest } = others;
	return product.upc === undefined ? { ...others, ...product } : { ...rest, ...product };
}

/**
 * What one input item asks for: one product, or a list of them. Throws BadInput for none, for both,
 * for an empty list and for one of more than MOST_PRODUCTS.
 */
export function asksOf(
	single: NamedProduct | undefined,
	others: Partial<Values<typeof otherIdentifiers>> & { productList?: unknown },
	details: Partial<Details>,
): ProductAsk[] {
	const { productList, ...identifiers } = others;
	const ask = askOf(numbersOf(single ?? {}, identifiers), details);
	if (productList === undefined) {
		if (ask) return [ask];
		throw new BadInput(
			'No product is given',
			"Fill in 'Product', or one of 'Other Identifiers', such as a vendor part number or a list of products",
		);
	}
	if (ask) {
		throw new BadInput(
			"Both 'Product List' and a single product are given",
			"Empty 'Product' and the other identifiers, or empty 'Product List'",
		);
	}
	if (Object.values(details).some((detail) => detail !== undefined && !isEmptyList(detail))) {
		throw new BadInput(
			"'Product Details' are for a single product, and 'Product List' is given",
			"Give quantity and additionalAttributes in the entries of the list, and empty 'Product Details'",
		);
	}
	if (!Array.isArray(productList)) {
		throw new BadInput("'Product List' is not a list", ENTRY_HELP);
	}
	if (productList.length === 0) throw new BadInput("'Product List' is empty", ENTRY_HELP);
	if (productList.length > MOST_PRODUCTS) {
		throw new BadInput(
			`'Product List' holds ${productList.length} products; at most ${MOST_PRODUCTS} are allowed`,
			'Give one product an item instead (the Split Out node does that): items share calls of 50 products by themselves',
		);
	}
	return productList.map((entry, position) =>
		entryOf(entry, `'Product List', entry ${position + 1}`),
	);
}
