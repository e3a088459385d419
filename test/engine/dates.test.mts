import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { DICTIONARY, spelt } from '../../nodes/shared/dictionary.ts';
import { dateForms } from '../../simulator/dateForms.mts';
import { builtOutputs } from '../package/pins.mts';
import { byInvoiceNumber, dashed, INVOICES, invoiceNumbersIn } from './invoices/support.mts';
import { byNumber, jsonOf } from './orders/support.mts';
import { bought, byCaseNumber, createReturnOf, RETURNS } from './returns/support.mts';
import { byQuoteNumber, QUOTES } from './quotes/support.mts';
import { ORDERS, runnerOf, useBench } from './support.mts';

/*
 * However dates come, the output writes them in one way: what a form gives is what the documented one
 * gives, and each value is written as the dictionary spells what goes by its name.
 */

const bench = useBench();
const DEALS = 'ingramMicroDeals';
const RENEWALS = 'ingramMicroRenewals';

const words: Readonly<Record<string, { spelling: string } | undefined>> = DICTIONARY;
const spellingOf = (name: string) => words[name]?.spelling ?? '';

/** All dates that an operation's output can have, to be picked. */
const datesOf = (node: string, operation: string): string[] =>
	Object.keys(builtOutputs()[node][operation]).filter((name) =>
		['day', 'moment'].includes(spellingOf(name)),
	);

/** The places of values that the dictionary would spell in another way, at any depth. */
const misspelt = (value: unknown, path = ''): string[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, member]: [string, unknown]) => [
				...(JSON.stringify(spelt(name, member)) === JSON.stringify(member)
					? []
					: [`${path}.${name}: ${JSON.stringify(member)}`]),
				...misspelt(member, `${path}.${name}`),
			])
		: [];

const firstOf = async (node: string, field: string): Promise<string> => {
	const { items } = await runnerOf(bench, node)({ operation: 'getMany', limit: 1 }, [{}]);
	return items[0].json[field] as string;
};

/** What reads something with dates in it, and how it is told which. */
const READS: Array<[string, string, () => Promise<INodeParameters>]> = [
	[ORDERS, 'getMany', async () => ({ return: 'orders' })],
	[
		ORDERS,
		'get',
		async () => ({ order: byNumber(bench.xi.orders[0].ingramOrderNumber), return: 'parcels' }),
	],
	[INVOICES, 'getMany', async () => ({})],
	[
		INVOICES,
		'get',
		async () => ({ invoice: byInvoiceNumber(dashed(invoiceNumbersIn(bench)[0])), return: 'lines' }),
	],
	[QUOTES, 'getMany', async () => ({})],
	[QUOTES, 'get', async () => ({ quote: byQuoteNumber(await firstOf(QUOTES, 'quoteNumber')) })],
	[DEALS, 'getMany', async () => ({})],
	[RENEWALS, 'getMany', async () => ({})],
	[
		RENEWALS,
		'get',
		async () => ({
			renewal: { __rl: true, mode: 'renewalId', value: await firstOf(RENEWALS, 'renewalId') },
			return: 'products',
		}),
	],
	[RETURNS, 'getMany', async () => ({})],
	[
		RETURNS,
		'get',
		async () => ({
			return: 'return',
			returnCase: byCaseNumber(await firstOf(RETURNS, 'caseRequestNumber')),
		}),
	],
];

describe('dates', () => {
	beforeEach(async () => {
		bench.xi.addOrders(3);
		const line = await bought(bench, 'PO-RETURNED');
		const run = runnerOf(bench, RETURNS);
		const { error } = await run(createReturnOf(line), [{ reference: 'R-1' }]);
		expect(error).toBeUndefined();
	});

	it.each(READS)('of %s, %s, are written in one way', async (node, operation, given) => {
		const parameters = { operation, ...(await given()) };
		const rowsOf = async (form: (typeof dateForms)[number], fields?: string[]) => {
			bench.xi.quirks.dateForm = form;
			const wanted = fields ? { output: 'selectedFields', fields } : {};
			const { items, error } = await runnerOf(bench, node)({ ...parameters, ...wanted }, [{}]);
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			return jsonOf(items);
		};
		const picked = datesOf(node, operation);
		const days = picked.filter((name) => spellingOf(name) === 'day');
		const [documented, dates] = [await rowsOf('documented'), await rowsOf('documented', picked)];
		expect(documented.flatMap((row) => misspelt(row))).toEqual([]);
		expect(dates.flatMap((row) => misspelt(row))).toEqual([]);
		// Each is there, or the form would not be tried.
		expect(dates.some((row) => Object.values(row).some((value) => value !== null))).toBe(true);
		for (const form of ['digits', 'words'] as const) {
			expect(await rowsOf(form)).toEqual(documented);
			expect(await rowsOf(form, picked)).toEqual(dates);
		}
		// Of a moment, midnight is a time like any other.
		const only = (rows: IDataObject[]) => rows.map((row) => days.map((name) => row[name]));
		expect(only(await rowsOf('midnight', picked))).toEqual(only(dates));
	});
});
