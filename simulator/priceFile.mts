import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** The layouts of the nightly file: PRICE.TXT with so many fields, Italy's, STDPRICE_FULL.TXT. */
export const PRICE_FILE_LAYOUTS = ['F23', 'F24', 'F25', 'IT', 'S'] as const;
export type PriceFileLayout = (typeof PRICE_FILE_LAYOUTS)[number];

export interface PriceFileOptions {
	rows: number;
	layout?: PriceFileLayout;
	delimiter?: ',' | '\t';
	/** So many rows, spread over the file, have another price or stock flag than without this. */
	changed?: number;
}

const VENDORS = [
	['0212', 'HP INC.'],
	['4427', 'ZEBRA TECHNOLOGIES'],
	['0073', 'CISCO SYSTEMS - CAT EXPRESS'],
	['9001', 'BÜROTECHNIK MÜLLER'],
	['1180', 'LENOVO'],
] as const;
const CODES = ['INT-SW', 'SM-SW', 'PRNTR', 'ACCESS'] as const;
const MEDIA = ['SLIC', 'LICS', 'DSK3', ''] as const;

/** A number that looks accidental and is always the same. */
const mixed = (index: number, salt: number): number =>
	(Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) >>> 0;

const zeroPacked = (amount: number, width: number): string =>
	amount.toFixed(2).padStart(width, '0');

/** The Ingram part number of a row; every seventh starts with zeros that belong to it. */
export const partNumberOf = (index: number): string => {
	const base = index.toString(36).toUpperCase().padStart(4, '0');
	return index % 7 === 0 ? `00${base}` : `${'ABCDEFG'[index % 7]}${base}`;
};

/** The customer price of a row in units of currency; every 97th has none, which the file writes as 0. */
export const priceOf = (index: number): number =>
	index % 97 === 0 ? 0 : (mixed(index, 1) % 500_000) / 100 + 1;

const isChanged = (index: number, { rows, changed = 0 }: PriceFileOptions): boolean =>
	changed > 0 &&
	index % Math.floor(rows / changed) === 1 &&
	index < Math.floor(rows / changed) * changed;

/** The fields of a row, each as wide as the file has it, for the layouts without a header. */
function fusionFields(index: number, options: PriceFileOptions): string[] {
	const [vendor, name] = VENDORS[mixed(index, 2) % VENDORS.length];
	const isMoved = isChanged(index, options);
	const price = priceOf(index) + (isMoved && index % 2 === 0 ? 1.5 : 0);
	const isThere = mixed(index, 3) % 3 !== 0;
	const hasStock = isMoved && index % 2 === 1 ? !isThere : isThere;
	const code = CODES[mixed(index, 4) % CODES.length].padEnd(6);
	const media = MEDIA[mixed(index, 5) % MEDIA.length].padEnd(4);
	const category = `0${mixed(index, 6) % 9}${String(mixed(index, 7) % 20).padStart(2, '0')}`;
	const substitute = (index % 50 === 3 ? partNumberOf(index + 1) : '').padEnd(12);
	const fields = [
		index % 211 === 0 ? 'D' : 'AC'[index % 2],
		partNumberOf(index).padEnd(12),
		vendor,
		name.padEnd(35),
		`19" THING NO ${index}`.padEnd(31),
		// Nothing is zero wide here, though all the others are padded.
		index % 3 === 0 ? '' : 'FOR 5® DEVICES'.padEnd(35),
		zeroPacked(price * 1.4, 19),
		(index % 5 === 0 ? `C8  ${index}#ABA` : `VPN-${index}`).padEnd(20),
		zeroPacked((mixed(index, 8) % 900) / 10, 9),
		index % 4 === 0 ? ' '.repeat(13) : String(mixed(index, 9)).padStart(13, '0'),
		zeroPacked(10.5, 7),
		zeroPacked(7, 7),
		zeroPacked(2.25, 7),
		index % 10 === 0 ? 'Y' : ' ',
		zeroPacked(price, 19),
		'SO'[index % 2],
		hasStock ? 'Y' : 'N',
		index % 300 === 5 ? '*' : ' ',
	];
	if (options.layout === 'IT') return [...fields, ' ', code, media, category, 'Y', 'IT'];
	fields.push(code, media, category, index % 2 === 0 ? 'Y' : ' ');
	if (options.layout === 'F23') return [...fields, substitute];
	fields.push(index % 9 === 0 ? 'Y' : 'N', substitute);
	return options.layout === 'F25' ? [...fields, ''] : fields;
}

/** The names in the header of STDPRICE_FULL.TXT as far as they are known, in their order. */
export const SAP_HEADER = (
	'Ingram Part Number,Ingram Part Description,Customer Part Number,Vendor Part Number,EANUPC Code,' +
	'Plant,Vendor Number,Vendor Name,Size,Weight,Volume,Unit,Category ID,Customer Price,Retail Price,' +
	'Availability Flag,Available Quantity,Backlog Information,Backlog ETA,License Flag,BOM Flag,' +
	'Warranty Flag,Bulk Freight Flag,Material Long Description,Length,Width,Height,Dimension Unit,' +
	'Weight Unit,Volume Unit,Category,Material Creation Reason,Media Code,Language,Substitute Material,' +
	'Superseded Material,Manufacturer Vendor Number,Sub-Category,Product Family,Purchasing Vendor,' +
	'Material Change Code,Action Code,Price Status,New Material Flag,Vendor Subrange,Case Qty,Pallet Qty,' +
	'Direct Order Identifier,Material Status,Discontinued / Obsoleted Date,Release Date,Fulfilment Type,' +
	'Music Copyright Fees,Recycling Fees,Document Copyright Fees,Battery Fees,Customer Price with Tax,' +
	'Retail Price with Tax,Tax Percent,Discount in Percent,Customer Reservation Number,' +
	'Customer Reservation Qty,Agreement ID,Level ID,Period,Points,Company Code,Company Code Currency,' +
	'Customer Currency Code,Customer Price Change Flag,Substitute Flag,Creation Reason Type,' +
	'Creation Reason Value,Plant 01 Available Quantity,Plant 02 Available Quantity'
).split(',');

/** The same product in the file that has a header. */
function sapFields(index: number, options: PriceFileOptions): string[] {
	const from = fusionFields(index, { ...options, layout: 'F24' }).map((field) => field.trim());
	const given: Record<string, string> = {
		'Ingram Part Number': String(1_000_000 + index),
		'Ingram Part Description': from[4],
		'Vendor Part Number': from[7],
		'EANUPC Code': from[9],
		'Vendor Number': from[2],
		'Vendor Name': from[3],
		'Customer Price': Number(from[14]).toFixed(2),
		'Retail Price': Number(from[6]).toFixed(2),
		'Availability Flag': from[16],
		'Available Quantity': from[16] === 'Y' ? String(mixed(index, 10) % 300) : '0',
		'Material Long Description': index % 20 === 4 ? 'Black\\, with a stand' : 'Black',
		'Pallet Qty': '48',
		'Customer Price with Tax': (Number(from[14]) * 1.1).toFixed(2),
		'Retail Price with Tax': (Number(from[6]) * 1.1).toFixed(2),
		'Tax Percent': '10.00',
		'Customer Currency Code': 'AUD',
		'Company Code Currency': 'AUD',
	};
	return SAP_HEADER.map((name) => given[name] ?? '');
}

/** One row of a price file, without its line end. */
export function priceFileRow(index: number, options: PriceFileOptions): string {
	const fields = options.layout === 'S' ? sapFields(index, options) : fusionFields(index, options);
	return fields.join(options.delimiter ?? ',');
}

/** A price file in pieces of some thousand rows each; made up, and the same each time. */
export function* priceFilePieces(options: PriceFileOptions): Generator<string> {
	if (options.layout === 'S') yield `${SAP_HEADER.join(options.delimiter ?? ',')}\r\n`;
	for (let from = 0; from < options.rows; from += 2_000) {
		let piece = '';
		for (let index = from; index < Math.min(options.rows, from + 2_000); index += 1) {
			piece += `${priceFileRow(index, options)}\r\n`;
		}
		yield piece;
	}
	// The last line of such files is an empty one.
	yield '\r\n';
}

/** The stock of a row, for TOTAL.TXT. */
export const stockOf = (index: number): number => mixed(index, 11) % 400;

/** TOTAL.TXT: quoted and padded, not in the order of the price file, and without every 41st product. */
export function* stockFilePieces({ rows }: Pick<PriceFileOptions, 'rows'>): Generator<string> {
	for (let index = rows - 1; index >= 0; index -= 1) {
		if (index % 41 === 7) continue;
		const eta = index % 6 === 0 ? '12/24/2026' : '';
		yield `"${partNumberOf(index).padEnd(12)}",${stockOf(index)},"${eta.padEnd(10)}"\r\n`;
	}
}

/** Writes a file piece by piece in ISO-8859-1, so that its size does not matter. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
	const file = createWriteStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 });
	for (const piece of pieces) if (!file.write(piece)) await once(file, 'drain');
	file.end();
	await once(file, 'close');
}
