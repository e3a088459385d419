import {
	partNumberOf,
	type PriceFileOptions,
	priceFilePieces,
} from '../../simulator/priceFile.mts';
import { Engine } from './engine.mts';
import { keepFilesIn, MODES, runPriceFile, stored } from './priceFileSupport.mts';

const fileOf = (options: Partial<PriceFileOptions> = {}) =>
	[...priceFilePieces({ rows: 1_000, layout: 'F24', ...options })].join('');

const yesterday = fileOf();
const today = fileOf({ changed: 37 });

/** A file with its rows changed; undefined leaves one out. */
const changed = (file: string, change: (row: string, index: number) => string | undefined) =>
	file
		.trimEnd()
		.split('\r\n')
		.map(change)
		.filter((row) => row !== undefined)
		.map((row) => `${row}\r\n`)
		.join('');

/** The row with another customer price, in cents. */
const priced = (row: string, cents: (before: number) => number): string =>
	row.replace(/(\d{16}\.\d\d)(,[SO],)/, (_, price: string, rest: string) => {
		const moved = (cents(Math.round(Number(price) * 100)) / 100).toFixed(2);
		return moved.padStart(19, '0') + rest;
	});

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

const compare = async (before: string, after: string, parameters: object = {}) => {
	const binary = { yesterday: await stored(before), today: await stored(after) };
	const all = { operation: 'compare', ...parameters };
	return await runPriceFile(engine, all, [{ json: {}, binary }]);
};

const changesOf = (json: Array<Record<string, unknown>>) =>
	json.map(({ ingramPartNumber, change }) => [ingramPartNumber, change]);

describe.each(MODES)('Compare Price Files with files in %s', (mode) => {
	beforeAll(async () => await keepFilesIn(mode));
	afterAll(async () => await keepFilesIn('memory'));

	it('tells the 37 that changed, with what they were', async () => {
		const { json, error } = await compare(yesterday, today);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(37);
		for (const one of json) {
			const [field] = one.changedFields as ['customerPrice' | 'availabilityFlag'];
			expect(one).toMatchObject({ change: 'changed', ingramPartNumber: expect.any(String) });
			expect((one.before as Record<string, unknown>)[field]).not.toEqual(one[field]);
		}
		expect(new Set(json.map(({ changedFields }) => JSON.stringify(changedFields)))).toEqual(
			new Set(['["customerPrice"]', '["availabilityFlag"]']),
		);
	});
});

describe('what counts as a change', () => {
	it('nothing, where the rows are the same in another order', async () => {
		const turned = yesterday.trimEnd().split('\r\n').reverse().join('\n').concat('\n');
		expect((await compare(yesterday, turned)).json).toEqual([]);
	});

	it('one that is gone, one that is new, and a new status', async () => {
		const after = changed(yesterday, (row, index) => {
			if (index === 4) return undefined;
			if (index === 8) return row.replace(/,([YN]), ,/, ',$1,*,');
			return index === 9 ? `${row}\r\n${row.replace(partNumberOf(9), 'NEWONE')}` : row;
		});
		const { json } = await compare(yesterday, after);
		expect(changesOf(json)).toEqual([
			[partNumberOf(8), 'changed'],
			['NEWONE', 'added'],
			[partNumberOf(4), 'gone'],
		]);
		expect(json[0]).toMatchObject({
			changedFields: ['status'],
			before: { status: null },
			status: '*',
		});
		expect(json[1]).toMatchObject({ before: null, vendorPartNumber: 'VPN-9' });
		expect(json[2]).toEqual({
			ingramPartNumber: partNumberOf(4),
			change: 'gone',
			changedFields: [],
			before: expect.objectContaining({ customerPrice: expect.any(Number) }),
		});
		const onlyGone = await compare(yesterday, after, { changes: ['gone'] });
		expect(changesOf(onlyGone.json)).toEqual([[partNumberOf(4), 'gone']]);
	});

	/* Row 1 moves by 10 cents, row 2 by a cent, row 3 doubles, row 0 gets its first price. */
	const moved = changed(yesterday, (row, index) =>
		index > 3 ? row : priced(row, (cents) => [500, cents + 10, cents + 1, cents * 2][index]),
	);
	it.each([
		[{}, [0, 1, 2, 3]],
		[{ options: { priceByAmount: 0.1 } }, [0, 1, 3]],
		[{ options: { priceByPercent: 50 } }, [0, 3]],
		[{ options: { priceByAmount: 0.01, priceByPercent: 50 } }, [0, 1, 2, 3]],
		[{ compare: ['status', 'availabilityFlag'] }, []],
	])('prices, with %j', async (parameters, rows) => {
		const { json } = await compare(yesterday, moved, parameters);
		expect(changesOf(json)).toEqual(rows.map((row) => [partNumberOf(row), 'changed']));
	});

	it('is the same between layouts, and none of another family', async () => {
		expect((await compare(fileOf({ layout: 'F23' }), yesterday)).json).toEqual([]);
		expect((await compare(yesterday, fileOf({ delimiter: '\t' }))).json).toEqual([]);
		const { error } = await compare(yesterday, fileOf({ layout: 'S' }));
		expect(error?.message).toMatch(/their part numbers are not the same/);
	});
});

it('refuses what would count a column as changed in every product, since one day lacks it', async () => {
	const header = (file: string) => file.replace('Material Status', 'Another Status');
	const sap = fileOf({ layout: 'S' });
	for (const [before, after, day] of [
		[sap, header(sap), 'Today'],
		[header(sap), sap, 'Yesterday'],
	]) {
		const { error, items } = await compare(before, after);
		expect(error?.message).toMatch(new RegExp(`^${day}’s file has no column for status, and`));
		expect(items).toEqual([]);
		const { json } = await compare(before, after, { compare: ['customerPrice'] });
		expect(json).toEqual([]);
	}
	expect((await compare(header(sap), header(sap))).json).toEqual([]);
});

describe('what is refused', () => {
	const short = changed(yesterday, (row, index) => (index < 790 ? row : undefined));
	it.each([
		[
			'a file of today with far fewer rows',
			yesterday,
			short,
			{},
			/^Today’s file has 790 rows, and yesterday’s had 1000/,
		],
		['an empty file of today', yesterday, '', {}, /^Today’s file: The file is empty/],
		[
			'a page of HTML of yesterday',
			'<html>',
			today,
			{},
			/^Yesterday’s file: The file is a page of HTML/,
		],
		[
			'one that is cut off',
			yesterday,
			today.slice(0, -100),
			{},
			/^Today’s file: The file is cut off/,
		],
		[
			'two prices of a product',
			yesterday,
			today + priced(today.split('\r\n')[5], () => 1),
			{},
			/^Today’s file: Row 1002 is the second of the part number/,
		],
		['nothing to tell', yesterday, today, { changes: [] }, /^'Changes' is empty/],
	])('%s', async (_, before, after, parameters, sentence) => {
		const { error, items } = await compare(before, after, parameters);
		expect(error?.message).toMatch(sentence);
		expect(items).toEqual([]);
	});

	it.each([1, 18, 29, 41, 57, 70, 99])(
		'nothing of that with %d percent fewer rows to the row',
		async (percent) => {
			const rows = (count: number) => stored(fileOf({ rows: count }));
			const binary = { yesterday: await rows(100), today: await rows(100 - percent) };
			const parameters = { operation: 'compare', fewerRows: percent };
			const { json, error } = await runPriceFile(engine, parameters, [{ json: {}, binary }]);
			expect(error).toBeUndefined();
			expect(json).toHaveLength(percent);
		},
	);

	it('nothing of that, where fewer rows are what is expected', async () => {
		const { json } = await compare(yesterday, short, { fewerRows: 50 });
		expect(json).toHaveLength(210);
	});

	it('is an item each under Continue On Fail, among the good ones', async () => {
		const good = { yesterday: await stored(yesterday), today: await stored(today) };
		const input = [
			{ json: {}, binary: good },
			{ json: {}, binary: { yesterday: await stored('<html>'), today: await stored(today) } },
			{ json: {} },
			{ json: {}, binary: good },
		];
		const parameters = { operation: 'compare' };
		const { items } = await runPriceFile(engine, parameters, input, {
			onError: 'continueRegularOutput',
		});
		expect(items).toHaveLength(37 + 1 + 1 + 37);
		expect(items[37]).toMatchObject({
			json: {
				error: expect.stringMatching(/HTML.*\[item 1\]$/),
				details: { item: 1, reason: 'badInput', remedy: expect.any(String) },
			},
			pairedItem: { item: 1 },
		});
		expect(items[38]?.json.error).toMatch(
			/^The input item has no file in its binary field "yesterday"/,
		);
		const split = await runPriceFile(engine, parameters, input, { onError: 'continueErrorOutput' });
		expect([split.items.length, split.failed.length]).toEqual([74, 2]);
	});

	it('fails all the items that name products where their one file is missing', async () => {
		const parameters = { operation: 'read', products: 'inputItems', partNumberField: 'sku' };
		const input = [{ json: { sku: 'A' } }, { json: { sku: 'B' } }];
		const { items } = await runPriceFile(engine, parameters, input, {
			onError: 'continueRegularOutput',
		});
		expect(items).toEqual([expect.objectContaining({ pairedItem: [{ item: 0 }, { item: 1 }] })]);
		expect(items[0].json.error).toMatch(
			/^0 of the input items have a file in the binary field "data"/,
		);
	});
});

it('stops when the execution is stopped', async () => {
	const big = fileOf({ rows: 60_000 });
	const binary = { data: await stored(big) };
	const input = Array.from({ length: 40 }, () => ({ json: {}, binary }));
	const started = Date.now();
	const parameters = { operation: 'read', returnAll: true, products: 'list', partNumbers: ['X'] };
	const { status } = await runPriceFile(engine, parameters, input, { stopAfterMs: 150 });
	expect(status).toBe('canceled');
	expect(Date.now() - started).toBeLessThan(3_000);
}, 30_000);
