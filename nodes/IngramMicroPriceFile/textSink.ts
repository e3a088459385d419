import type { IDataObject } from 'n8n-workflow';

import type { Sink } from './readProducts';

/** Text goes into bytes in pieces of about so many characters. */
const PIECE = 262_144;

export type TextFormat = 'csv' | 'jsonLines';

/** A value of a CSV file. What holds a comma, a quotation mark or a line end is put into marks. */
function csvValue(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes one file of products, UTF-8, as bytes and not as objects. */
export class TextSink implements Sink {
	private readonly pieces: Buffer[] = [];
	private text = '';
	private names: readonly string[] = [];
	count = 0;

	constructor(private readonly format: TextFormat) {}

	start(names: readonly string[]): void {
		this.names = names;
		if (this.format === 'csv') this.text = `${names.map(csvValue).join(',')}\r\n`;
	}

	take(product: IDataObject): void {
		this.count += 1;
		this.text +=
			this.format === 'csv'
				? `${this.names.map((name) => csvValue(product[name])).join(',')}\r\n`
				: `${JSON.stringify(product)}\n`;
		if (this.text.length >= PIECE) this.flush();
	}

	/** The whole file. */
	finish(): Buffer {
		this.flush();
		return Buffer.concat(this.pieces);
	}

	private flush(): void {
		this.pieces.push(Buffer.from(this.text, 'utf8'));
		this.text = '';
	}
}
