import { BadInput } from '../shared/errors';
import { type EncodingName, notLatin1At, notUtf8At, printable, textOf } from './encodings';
import type { Column, Kind, Layout } from './layouts';
import { type Bounds, boundsOf, numberShape, partAgain } from './rowFields';
import { RowEnds } from './rowEnds';
import type { Row } from './rowScanner';

/** How one file is read: its layout, what parts its fields, and its encoding. */
export interface Format {
	readonly layout: Layout;
	/** The byte between two fields. */
	readonly delimiter: number;
	readonly encoding: EncodingName;
}

/** No part number of Ingram Micro's is longer: PRICE.TXT has 12 places for it, SAP 18. */
const LONGEST_PART_NUMBER = 18;
const YES = 89;
const NO = 78;
const RETURN = 13;
const PLUS = 43;
const ZERO = 48;
const NINE = 57;

const EXPECTED: Readonly<Record<Kind, string>> = {
	price: 'a price with a decimal point, as 0000000000012.50, is expected',
	number: 'a number, or nothing, is expected',
	category: 'four digits, or nothing, are expected',
	partNumber: 'a part number is expected',
	yesOrNo: 'Y or N is expected',
	flag: 'Y, N or nothing is expected',
	letter: 'one character, or nothing, is expected',
	code: 'a number with all its digits is expected, and a spreadsheet has shortened this one',
	text: 'text is expected',
};

/** Whether a spreadsheet shows a text in place of a long number, as 1.23457E+10. */
function isShortened(bytes: Buffer, from: number, to: number): boolean {
	// Nearly no code has a plus there, and this is asked of each row.
	if (to - from < 4 || (bytes[to - 3] !== PLUS && bytes[to - 4] !== PLUS)) return false;
	return /^\d(?:[.,]\d+)?E\+\d{2,3}$/i.test(bytes.toString('latin1', from, to));
}

const isFlag = (byte: number): boolean => byte === YES || byte === NO;

function isCategory(bytes: Buffer, from: number, to: number): boolean {
	if (to - from !== 4) return from === to;
	for (let at = from; at < to; at += 1) if (bytes[at] < ZERO || bytes[at] > NINE) return false;
	return true;
}

/** Whether what a field says can stand in a column of that kind. */
function fits(kind: Kind, bytes: Buffer, from: number, to: number): boolean {
	switch (kind) {
		case 'price':
			return numberShape(bytes, from, to) === 'decimal';
		case 'number': {
			const shape = numberShape(bytes, from, to);
			return shape === 'decimal' || shape === 'whole' || shape === 'blank';
		}
		case 'category':
			return isCategory(bytes, from, to);
		case 'partNumber':
			return to > from && to - from <= LONGEST_PART_NUMBER;
		case 'yesOrNo':
			return to - from === 1 && isFlag(bytes[from]);
		case 'flag':
			return from === to || (to - from === 1 && isFlag(bytes[from]));
		case 'letter':
			return to - from <= 1;
		case 'code':
			return !isShortened(bytes, from, to);
		case 'text':
			return true;
	}
}

/** A field, short enough for a sentence. */
const seen = (text: string): string => {
	if (text === '') return 'nothing';
	const plain = printable(text);
	return plain.length > 40 ? `"${plain.slice(0, 39)}…"` : `"${plain}"`;
};

const isNumber = (kind: Kind): boolean => kind === 'price' || kind === 'number';

/** What should stand there instead. */
const expected = (kind: Kind, bytes: Buffer, { from, to }: Bounds): string =>
	isNumber(kind) && numberShape(bytes, from, to) === 'tooLong'
		? 'a number of at most 15 digits is expected, since longer ones would be rounded'
		: EXPECTED[kind];

const AS_IT_CAME =
	'Hand over the file as it came from Ingram Micro, not as another program saved it';
const OTHER_LAYOUT =
	'Nothing was read: rows that do not fit would put prices into the wrong columns. Have Ingram Micro send the file in one of the layouts of the documentation, or report the layout as described there';

/** Holds rows to a layout, one by one, and gathers what only the whole file can tell. */
export class RowChecker {
	private readonly checked: ReadonlyArray<{ position: number; column: Column }>;
	private readonly bounds: Bounds = { from: 0, to: 0 };
	private readonly ends = new RowEnds();
	private utf8Row = 0;
	private otherBytes = false;
	/** How many rows were good. */
	count = 0;

	constructor(private readonly format: Format) {
		this.checked = format.layout.columns
			.map((column, position) => ({ position, column }))
			.filter(({ column }) => column.kind !== 'text');
	}

	/** Whether a row fits; without a word where it does not. */
	isGood(row: Row): boolean {
		return this.hasAllFields(row) && this.wrongIn(row) === undefined;
	}

	/** Lets a row pass, or throws BadInput that names row, column and what was seen. */
	check(row: Row): void {
		this.checkBytes(row);
		if (!this.hasAllFields(row)) throw this.wrongCount(row);
		const wrong = this.wrongIn(row);
		if (wrong !== undefined) throw this.wrongField(row, wrong);
		if (this.ends.isCut(row)) throw cutOff(row.number, 'its last field');
		this.count += 1;
	}

	/** Throws BadInput where the rows together show another encoding than they were read with. */
	finish(): void {
		if (this.format.encoding !== 'latin1' || this.utf8Row === 0 || this.otherBytes) return;
		throw new BadInput(
			`The file is UTF-8 and not Latin-1: its first character beyond ASCII is in row ${this.utf8Row}`,
			'Set Encoding to UTF-8',
		);
	}

	private hasAllFields(row: Row): boolean {
		const { length } = this.format.layout.columns;
		const { count } = row;
		if (count <= length) return count === length;
		partAgain(row, this.format.delimiter);
		if (row.count === length) return true;
		// What the quotation marks say helps nobody where it is wrong, too.
		row.count = count;
		return false;
	}

	private wrongIn(row: Row): number | undefined {
		const { bounds, checked } = this;
		for (const { position, column } of checked) {
			boundsOf(row, position, bounds);
			if (!fits(column.kind, row.bytes, bounds.from, bounds.to)) return position;
		}
		return undefined;
	}

	private checkBytes(row: Row): void {
		if (row.hasZeroBytes) {
			const { bytes, end } = row;
			if (!row.isTerminated && bytes[end - 1] === 0 && bytes[end - 2] === 0) {
				throw new BadInput(
					`The file ends in bytes of value 0, from row ${row.number} on, so it is most likely not whole`,
					'Download it again, and whole',
				);
			}
			throw new BadInput(
				`Row ${row.number} holds bytes of value 0: the file is UTF-16, or no text at all`,
				'Hand over the file as it came from Ingram Micro',
			);
		}
		if (!row.hasHighBytes) return;
		const at = notUtf8At(row.bytes, row.start, row.end);
		if (at === -1) this.utf8Row ||= row.number;
		else if (this.format.encoding === 'latin1') {
			this.otherBytes = true;
			const other = notLatin1At(row.bytes, row.start, row.end);
			if (other !== -1) throw notInEncoding(row, other, 'Latin-1');
		} else {
			throw notInEncoding(row, at, 'UTF-8');
		}
	}

	private wrongCount(row: Row): BadInput {
		const { layout, delimiter } = this.format;
		const { length } = layout.columns;
		if (!row.isTerminated && row.count < length) {
			return cutOff(row.number, `field ${row.count} of ${length}`);
		}
		const mark = delimiter === 9 ? 'tab' : 'comma';
		const hasReturn = row.bytes.subarray(row.start, row.end).includes(RETURN);
		const returns = hasReturn ? '; a carriage return inside of it ends no row' : '';
		const reason =
			row.count > length
				? returns || `; a ${mark} inside a field is not marked as one`
				: '; a field is missing, or a line end inside a field parts the row in two';
		return new BadInput(
			`Row ${row.number} has ${row.count} fields, where ${layout.words} has ${length}${reason}: it starts with ${seen(textOf(row.bytes, row.start, Math.min(row.end, row.start + 60), this.format.encoding))}`,
			OTHER_LAYOUT,
		);
	}

	private wrongField(row: Row, position: number): BadInput {
		const { layout, encoding } = this.format;
		const { words, kind } = layout.columns[position];
		const { bytes } = row;
		const text = seen(textOf(bytes, this.bounds.from, this.bounds.to, encoding));
		const right = expected(kind, bytes, this.bounds);
		return new BadInput(
			`Row ${row.number}, column "${words}" (position ${position}, counted from 0) of ${layout.words} holds ${text}: ${right}`,
			kind === 'code' ? AS_IT_CAME : OTHER_LAYOUT,
		);
	}
}

const notInEncoding = ({ bytes, start, number }: Row, at: number, encoding: string): BadInput =>
	new BadInput(
		`Row ${number} is not ${encoding}: character ${at - start + 1} of it is byte ${bytes[at].toString(16).toUpperCase()}`,
		encoding === 'UTF-8' ? 'Set Encoding to Latin-1' : AS_IT_CAME,
	);

const cutOff = (row: number, place: string): BadInput =>
	new BadInput(
		`The file is cut off: its last row, ${row}, ends inside ${place}`,
		'Download it again, and whole',
	);
