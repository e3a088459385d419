import { parseArgs } from 'node:util';

import {
	PRICE_FILE_LAYOUTS,
	type PriceFileLayout,
	priceFilePieces,
	stockFilePieces,
	writePieces,
} from './priceFile.mts';

export const priceFileHelp = `Writes a made-up nightly price file of any size.

  --rows N        products in it (default 673000)
  --layout L      ${PRICE_FILE_LAYOUTS.join(', ')} (default F24)
  --delimiter D   comma or tab (default comma)
  --changed N     so many products have another price or stock flag (default 0)
  --out PATH      where to write it (default PRICE.TXT)
  --stock PATH    writes its TOTAL.TXT there as well
  --help          this text
`;

function wholeNumber(name: string, value: string): number {
	if (!/^\d+$/.test(value)) throw new TypeError(`--${name} must be a number, not "${value}"`);
	return Number(value);
}

const isLayout = (value: string): value is PriceFileLayout =>
	(PRICE_FILE_LAYOUTS as readonly string[]).includes(value);

/**
 * Writes the files that the command line asks for.
 *
 * @param args without node, script and `price-file`
 * @returns what to tell: the help, or where the files are
 * @throws TypeError for an unknown argument or value
 */
export async function writePriceFiles(args: string[]): Promise<string> {
	const { values } = parseArgs({
		args,
		options: {
			rows: { type: 'string', default: '673000' },
			layout: { type: 'string', default: 'F24' },
			delimiter: { type: 'string', default: 'comma' },
			changed: { type: 'string', default: '0' },
			out: { type: 'string', default: 'PRICE.TXT' },
			stock: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
	if (values.help) return priceFileHelp;
	const { layout, delimiter, out, stock } = values;
	if (!isLayout(layout)) {
		throw new TypeError(`--layout must be one of ${PRICE_FILE_LAYOUTS.join(', ')}`);
	}
	if (delimiter !== 'comma' && delimiter !== 'tab') {
		throw new TypeError('--delimiter must be comma or tab');
	}
	const rows = wholeNumber('rows', values.rows);
	const changed = wholeNumber('changed', values.changed);
	if (changed > rows) throw new TypeError('--changed must not be more than --rows');
	const mark = delimiter === 'tab' ? '\t' : ',';
	await writePieces(out, priceFilePieces({ rows, layout, delimiter: mark, changed }));
	if (stock !== undefined) await writePieces(stock, stockFilePieces({ rows }));
	return `${[out, stock].filter((path) => path !== undefined).join(' and ')} written: ${rows} rows\n`;
}
