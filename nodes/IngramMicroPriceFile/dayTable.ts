import { BadInput } from '../shared/errors';
import { type EncodingName, textOf } from './encodings';
import { grown, PartTable } from './partTable';
import { PART_NUMBER, positionOf } from './productRecord';
import type { Format } from './rowChecker';
import { boundsOf } from './rowFields';
import type { Row } from './rowScanner';

/** What is compared of a product. */
export interface Compared {
	readonly customerPrice: number | null;
	readonly availabilityFlag: string | null;
	readonly status: string | null;
}

/** What a row says of that, as it is stored: a price of 0 for none, texts by their number. */
interface Packed {
	price: number;
	flag: number;
	status: number;
}

const FIRST_SIZE = 1_024;
/** More different texts than this are no flags or statuses. */
const MOST_TEXTS = 60_000;

/**
 * What is compared of each product of a day, in some 30 bytes each and not as objects. Rows of a second
 * file are held against it, and take its place one by one.
 */
export class DayTable {
	private readonly parts = new PartTable();
	private prices = new Float64Array(FIRST_SIZE);
	private flags = new Uint16Array(FIRST_SIZE);
	private statuses = new Uint16Array(FIRST_SIZE);
	/** The number of the file in which a product was last: 1 or 2. */
	private lastIn = new Uint8Array(FIRST_SIZE);
	private readonly numbers = new Map<string, number>([['', 0]]);
	private readonly texts = [''];
	private readonly bounds = { from: 0, to: 0 };
	private readonly packed: Packed = { price: 0, flag: 0, status: 0 };

	/**
	 * A reader of the rows of a file, which takes each in.
	 *
	 * @param file 1 or 2, in that order
	 * @param found told of each product that is new in this file: what it was in the file before, or
	 *   undefined where it was not there; and what it is
	 * @returns throws BadInput where a product has two rows that differ
	 */
	reader(
		{ layout, encoding }: Format,
		file: 1 | 2,
		found?: (row: Row, before: Compared | undefined, after: Compared) => void,
	): (row: Row) => boolean {
		const [part, price, flag, status] = [
			PART_NUMBER,
			'customerPrice',
			'availabilityFlag',
			'status',
		].map((name) => positionOf(layout, name));
		return (row) => {
			const { bounds, packed } = this;
			boundsOf(row, price, bounds);
			packed.price = Number(row.bytes.toString('latin1', bounds.from, bounds.to));
			packed.flag = this.textAt(row, flag, encoding);
			packed.status = status === -1 ? 0 : this.textAt(row, status, encoding);
			boundsOf(row, part, bounds);
			const size = this.parts.size;
			const number = this.parts.add(row.bytes, bounds.from, bounds.to);
			if (number < size && this.lastIn[number] === file) {
				if (!this.isSame(number)) throw this.twice(number, row, encoding);
				return true;
			}
			if (number === this.prices.length) this.grow();
			const before = found && number < size ? this.at(number) : undefined;
			const isSame = number < size && this.isSame(number);
			this.store(number, file);
			if (found && !isSame) found(row, before, this.at(number));
			return true;
		};
	}

	/** The products of the first file that are not in the second, with what they were. */
	*gone(encoding: EncodingName): Generator<{ partNumber: string; before: Compared }> {
		for (let number = 0; number < this.parts.size; number += 1) {
			if (this.lastIn[number] !== 1) continue;
			yield { partNumber: this.parts.keyAt(number, encoding), before: this.at(number) };
		}
	}

	private at(number: number): Compared {
		return {
			customerPrice: this.prices[number] || null,
			availabilityFlag: this.texts[this.flags[number]] || null,
			status: this.texts[this.statuses[number]] || null,
		};
	}

	private isSame(number: number): boolean {
		const { price, flag, status } = this.packed;
		return (
			this.prices[number] === price &&
			this.flags[number] === flag &&
			this.statuses[number] === status
		);
	}

	private store(number: number, file: number): void {
		this.prices[number] = this.packed.price;
		this.flags[number] = this.packed.flag;
		this.statuses[number] = this.packed.status;
		this.lastIn[number] = file;
	}

	private grow(): void {
		this.prices = grown(this.prices, (size) => new Float64Array(size));
		this.flags = grown(this.flags, (size) => new Uint16Array(size));
		this.statuses = grown(this.statuses, (size) => new Uint16Array(size));
		this.lastIn = grown(this.lastIn, (size) => new Uint8Array(size));
	}

	private textAt(row: Row, position: number, encoding: EncodingName): number {
		const { bounds } = this;
		boundsOf(row, position, bounds);
		if (bounds.from === bounds.to) return 0;
		const text = textOf(row.bytes, bounds.from, bounds.to, encoding);
		const known = this.numbers.get(text);
		if (known !== undefined) return known;
		const number = this.texts.push(text) - 1;
		if (number > MOST_TEXTS) {
			throw new BadInput('The column of the status holds a different text in each row: it is none');
		}
		this.numbers.set(text, number);
		return number;
	}

	private twice(number: number, row: Row, encoding: EncodingName): BadInput {
		return new BadInput(
			`Row ${row.number} is the second of the part number ${this.parts.keyAt(number, encoding)} in one file, with another price, flag or status than the first`,
			'Which of the two holds is not certain: ask Ingram Micro',
		);
	}
}
