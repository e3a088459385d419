/** What must stand in a column. Anything else in it means that the row, or the whole reading, is shifted. */
export type Kind =
	/** A decimal number with its point, as all prices are; never blank. */
	| 'price'
	/** A decimal or whole number, or blank. */
	| 'number'
	/** Two and two digits, or blank. */
	| 'category'
	/** Ingram Micro's part number: never blank, no more than a part number is long. */
	| 'partNumber'
	/** Y or N. */
	| 'yesOrNo'
	/** Y, N or blank. */
	| 'flag'
	/** One character, or blank. */
	| 'letter'
	/** A code of digits, or whatever else, but none that a spreadsheet has shortened. */
	| 'code'
	/** Whatever it is. */
	| 'text';

/** One column: the name of its output field, how sentences call it, and what must stand in it. */
export interface Column {
	readonly name: string;
	readonly words: string;
	readonly kind: Kind;
}

/** The columns of a file, in order, by which each of its rows is held to. */
export interface Layout {
	/** As it is stored in workflows. */
	readonly value: LayoutName;
	/** How sentences call it. */
	readonly words: string;
	readonly columns: readonly Column[];
	/** What its first rows must be for it to be found automatically, where `columns` let more pass. */
	readonly signs?: readonly Column[];
}

export type LayoutName = 'fusion23' | 'fusion24' | 'fusion25' | 'fusion24Italy' | 'sap';

const column = (name: string, words: string, kind: Kind = 'text'): Column => ({
	name,
	words,
	kind,
});

/** A column whose meaning nobody has proven: it comes as it is, under its position, counted from 0. */
export const unproven = (position: number, kind: Kind = 'text'): Column =>
	column(`position${position}`, 'meaning unknown', kind);

/** Positions 0 to 17, alike in each file of this family that is known. */
const COMMON: readonly Column[] = [
	column('actionIndicator', 'action indicator', 'letter'),
	column('ingramPartNumber', 'Ingram part number', 'partNumber'),
	column('vendorNumber', 'vendor number'),
	column('vendorName', 'vendor name'),
	column('description1', 'description'),
	column('description2', 'second line of the description'),
	column('retailPrice', 'retail price', 'price'),
	column('vendorPartNumber', 'vendor part number'),
	column('weight', 'weight', 'number'),
	column('upc', 'UPC', 'code'),
	column('length', 'length', 'number'),
	column('width', 'width', 'number'),
	column('height', 'height', 'number'),
	column('priceChangeFlag', 'price change flag', 'flag'),
	column('customerPrice', 'customer price', 'price'),
	// Letters as S and O were seen in it, and readers call it by three different names.
	unproven(15, 'letter'),
	column('availabilityFlag', 'availability flag', 'yesOrNo'),
	column('status', 'status', 'letter'),
];

const CODES: readonly Column[] = [
	column('cpuCode', 'CPU code'),
	column('mediaType', 'media type'),
	column('category', 'category and subcategory', 'category'),
	column('newItemReceiptFlag', 'new item receipt flag', 'flag'),
];

const REBATE = column('instantRebateFlag', 'instant rebate flag', 'flag');
const SUBSTITUTE = column('substitutePartNumber', 'substitute part number');

const ITALIAN = [18, 19, 20, 21, 22, 23];

const FUSION_24 = [...COMMON, ...CODES, REBATE, SUBSTITUTE];

/** The layouts of PRICE.TXT, which has no header. */
export const FUSION: readonly Layout[] = [
	{
		value: 'fusion24',
		words: 'PRICE.TXT with 24 fields',
		columns: FUSION_24,
	},
	{
		value: 'fusion23',
		words: 'PRICE.TXT with 23 fields',
		columns: [...COMMON, ...CODES, SUBSTITUTE],
	},
	{
		value: 'fusion25',
		words: 'PRICE.TXT with 25 fields',
		columns: [...FUSION_24, unproven(24)],
	},
	{
		value: 'fusion24Italy',
		words: 'Italy’s PRICE.TXT with 24 fields',
		// Its count is proven. Its names from 18 on are not: one list has them one further to the right.
		columns: [...COMMON, ...ITALIAN.map((position) => unproven(position))],
		signs: [
			...COMMON,
			...ITALIAN.map((position) => unproven(position, position === 21 ? 'category' : 'text')),
		],
	},
];

/** The columns of STDPRICE_FULL.TXT whose content is known, by the name in its header. */
const SAP_COLUMNS: Readonly<Record<string, Column>> = {
	'ingram part number': column('ingramPartNumber', 'Ingram Part Number', 'partNumber'),
	'ingram part description': column('description1', 'Ingram Part Description'),
	'eanupc code': column('upc', 'EANUPC Code', 'code'),
	'customer price': column('customerPrice', 'Customer Price', 'number'),
	'retail price': column('retailPrice', 'Retail Price', 'number'),
	'customer price with tax': column('customerPriceWithTax', 'Customer Price with Tax', 'number'),
	'retail price with tax': column('retailPriceWithTax', 'Retail Price with Tax', 'number'),
	'availability flag': column('availabilityFlag', 'Availability Flag', 'letter'),
	'available quantity': column('availableQuantity', 'Available Quantity', 'number'),
	'material status': column('status', 'Material Status'),
	'customer price change flag': column('priceChangeFlag', 'Customer Price Change Flag', 'letter'),
	weight: column('weight', 'Weight', 'number'),
	volume: column('volume', 'Volume', 'number'),
	length: column('length', 'Length', 'number'),
	width: column('width', 'Width', 'number'),
	height: column('height', 'Height', 'number'),
};

/** Without these in its header a file is not this one. */
export const SAP_REQUIRED = [
	'ingram part number',
	'vendor part number',
	'vendor name',
	'customer price',
	'retail price',
	'availability flag',
] as const;

/** A name of a header as it is compared: "Ingram  Part Number " and "INGRAM PART NUMBER" are one. */
export const plainName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** "Vendor Part Number" as a field: vendorPartNumber. */
const fieldName = (name: string): string =>
	plainName(name)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.map((word, index) => (index === 0 ? word : word[0].toUpperCase() + word.slice(1)))
		.join('');

/**
 * The layout of STDPRICE_FULL.TXT, by its own header.
 *
 * @param header the names in its first row
 * @returns undefined where a name that the file must have is missing or stands twice
 */
export function sapLayout(header: readonly string[]): Layout | undefined {
	const names = header.map(plainName);
	const once = (name: string) => names.filter((other) => other === name).length === 1;
	if (!SAP_REQUIRED.every(once)) return undefined;
	const taken = new Set<string>();
	const columns = names.map((name, position) => {
		const known = once(name) ? SAP_COLUMNS[name] : undefined;
		const plain = known ?? column(fieldName(name), header[position].trim());
		// Some names stand more than once, as those of the units do.
		const own = plain.name === '' || taken.has(plain.name) ? `position${position}` : plain.name;
		taken.add(own);
		return { ...plain, name: own };
	});
	return { value: 'sap', words: 'STDPRICE_FULL.TXT', columns };
}
