import { PartTable } from '../../../nodes/IngramMicroPriceFile/partTable.ts';
import { partNumberOf } from '../../../simulator/priceFile.mts';

const add = (table: PartTable, key: string) => table.add(Buffer.from(key), 0, key.length);
const find = (table: PartTable, key: string) => table.find(Buffer.from(key), 0, key.length);

describe('a table of part numbers', () => {
	it('gives each its own number, also in a large one', () => {
		const table = new PartTable();
		const keys = Array.from({ length: 50_000 }, (_, index) => partNumberOf(index));
		expect(keys.map((key) => add(table, key))).toEqual(keys.map((_, index) => index));
		expect(keys.every((key, index) => add(table, key) === index)).toBe(true);
		expect(keys.every((key, index) => find(table, key) === index)).toBe(true);
		expect(keys.every((key, index) => table.keyAt(index) === key)).toBe(true);
		expect(table.size).toBe(50_000);
		expect(find(table, 'NOSUCH')).toBe(-1);
	});

	it('never takes one for another', () => {
		const table = new PartTable();
		for (const key of ['00FM05', '0FM05', 'FM05', 'FM050', 'fm05']) add(table, key);
		expect(table.size).toBe(5);
		expect(find(table, 'F')).toBe(-1);
	});

	it('finds in any capitals where that is wanted', () => {
		const table = new PartTable(true);
		expect([add(table, 'fm05'), add(table, 'FM05'), find(table, 'Fm05')]).toEqual([0, 0, 0]);
		expect(table.keyAt(0)).toBe('FM05');
	});
});
