import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import type { EncodingName } from './encodings';
import { type Compared, DayTable } from './dayTable';
import { PART_NUMBER, positionOf, ProductRecords } from './productRecord';
import { type Read, readPriceFile } from './reading';
import type { Sink } from './readProducts';
import type { LayoutChoice } from './sniff';
import type { Source } from './zip';

export type Change = 'added' | 'changed' | 'gone';
export type ComparedField = keyof Compared;

export interface Comparison {
	readonly layout: LayoutChoice;
	readonly encoding: EncodingName;
	/** The kinds of change that are told. */
	readonly changes: readonly Change[];
	/** What must differ. */
	readonly compare: readonly ComparedField[];
	/** By how much of a hundred today's file may have fewer rows. */
	readonly fewerRows: number;
	readonly priceByAmount?: number;
	readonly priceByPercent?: number;
	readonly fieldsToKeep?: readonly string[];
}

/** Amounts of money, without what binary fractions add to their difference. */
const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6;

/** Whether a price moved by enough to be told. One that comes or goes always did. */
function isMoved(before: number | null, after: number | null, wish: Comparison): boolean {
	if (before === after) return false;
	const { priceByAmount, priceByPercent } = wish;
	if (before === null || after === null) return true;
	if (priceByAmount === undefined && priceByPercent === undefined) return true;
	const by = rounded(Math.abs(after - before));
	return (
		(priceByAmount !== undefined && by >= priceByAmount) ||
		(priceByPercent !== undefined && rounded((by * 100) / Math.abs(before)) >= priceByPercent)
	);
}

const changedFields = (before: Compared, after: Compared, wish: Comparison): ComparedField[] =>
	wish.compare.filter((field) =>
		field === 'customerPrice'
			? isMoved(before.customerPrice, after.customerPrice, wish)
			: before[field] !== after[field],
	);

/** A sentence about a file, saying which of the two it is. */
const about = (day: string, { message, remedy }: BadInput): BadInput =>
	new BadInput(`${day}’s file: ${message}`, remedy);

async function readDay(day: string, read: () => Promise<Read>): Promise<Read> {
	try {
		return await read();
	} catch (error) {
		throw error instanceof BadInput ? about(day, error) : error;
	}
}

/**
 * Compares two price files by part number: each product that was added, changed or is gone goes to the
 * sink, with `change`, `changedFields` and `before`. Holds some 50 bytes for each product and neither
 * of the files. Throws BadInput where one of them is not right, or today's far too short; what the
 * sink has then is worth nothing.
 */
export async function compareFiles(
	yesterday: Source,
	today: Source,
	wish: Comparison,
	sink: Sink,
): Promise<void> {
	const { layout, encoding } = wish;
	const table = new DayTable();
	const first = await readDay('Yesterday', () =>
		readPriceFile(yesterday, layout, encoding, (format) => table.reader(format, 1)),
	);
	const second = await readDay('Today', () =>
		readPriceFile(today, layout, encoding, (format) => {
			const records = new ProductRecords(format, wish.fieldsToKeep);
			return table.reader(format, 2, (row, before, after) => {
				const fields = before ? changedFields(before, after, wish) : [];
				const change: Change = before ? 'changed' : 'added';
				if (!wish.changes.includes(change) || (before && fields.length === 0)) return;
				sink.take(changeOf(change, fields, before, records.make(row)));
			});
		}),
	);
	refuseOtherKind(first, second);
	refuseLackingColumn(first, second, wish.compare);
	refuseShort(first, second, wish.fewerRows);
	if (!wish.changes.includes('gone')) return;
	for (const { partNumber, before } of table.gone(encoding)) {
		sink.take(changeOf('gone', [], before, { [PART_NUMBER]: partNumber }));
	}
}

const changeOf = (
	change: Change,
	changedFields: ComparedField[],
	before: Compared | undefined,
	product: IDataObject,
): IDataObject => ({
	change,
	changedFields,
	before: before ? { ...before } : null,
	...product,
});

function refuseOtherKind(first: Read, second: Read): void {
	const [one, other] = [first.format.layout, second.format.layout];
	if ((one.value === 'sap') === (other.value === 'sap')) return;
	throw new BadInput(
		`Yesterday’s file is ${one.words}, and today’s is ${other.words}: their part numbers are not the same`,
		'Compare two files of one kind',
	);
}

/** A column that only one of the files has would have changed in each of its rows. */
function refuseLackingColumn(first: Read, second: Read, compared: readonly ComparedField[]): void {
	const has = ({ format }: Read, field: string) => positionOf(format.layout, field) !== -1;
	const field = compared.find((one) => has(first, one) !== has(second, one));
	if (field === undefined) return;
	const [day, other] = has(first, field) ? ['Today', 'yesterday'] : ['Yesterday', 'today'];
	throw new BadInput(
		`${day}’s file has no column for ${field}, and ${other}’s has one: it would count as changed in every product`,
		"Take it out of 'Compare', or compare two files that both have it",
	);
}

function refuseShort(first: Read, second: Read, percent: number): void {
	if (second.rows * 100 >= first.rows * (100 - percent)) return;
	throw new BadInput(
		`Today’s file has ${second.rows} rows, and yesterday’s had ${first.rows}: that is more than ${percent} percent fewer, so it may not be whole`,
		"Check the download; if so many products are really gone, raise 'Refuse if Fewer Rows'",
	);
}
