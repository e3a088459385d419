import { readFileSync } from 'node:fs';

import type { IDataObject } from 'n8n-workflow';

import { itemsOf } from '../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import {
	kindOf,
	type WatchFor,
	watchProperties,
} from '../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { DICTIONARY, invoiceNumberIn, normalStatus, spelt } from '../../nodes/shared/dictionary.ts';
import { tidy } from '../../nodes/shared/tidy.ts';
import { filesUnder, textOf } from './built.mts';
import { builtOutputs } from './pins.mts';
import {
	asyncOrderResource,
	orderStatusResource,
	quoteResource,
	stockResource,
} from '../../nodes/IngramMicroTrigger/eventFields.ts';

/*
 * One thing has one name, one type and one spelling in every node, and in the Trigger. So each key that
 * Simplified can have stands in the dictionary, which holds all of them alike.
 */

const words: Readonly<Record<string, { spelling: string; meaning: string } | undefined>> =
	DICTIONARY;

const keys = Object.entries(builtOutputs()).flatMap(([node, operations]) =>
	Object.entries(operations).flatMap(([operation, shares]) =>
		Object.entries(shares).map(([key, share]) => ({ at: `${node} ${operation}`, key, share })),
	),
);

/** Other names of XI's for what the dictionary has, which no output and no event may have. */
const OTHER_NAMES = {
	ingramOrderNumber: ['orderNumber', 'erpOrderNumber'],
	ingramOrderDate: ['orderDate', 'orderCreateDate', 'orderEntryTimeStamp'],
	upc: ['upcCode'],
	category: ['productCategory'],
	subcategory: ['subCategory', 'productSubcategory', 'productSubCategory'],
	productAuthorized: ['authorizedToPurchase'],
	discontinued: ['isDiscontinuedProduct'],
	description: ['productDescription', 'partDescription'],
	vendorName: ['vendor'],
	endUserName: ['endUser', 'endUserCompanyName'],
	quoteTotal: ['extendedQuotePriceTotal'],
	specialBidNumber: ['specialBidId'],
	unitPrice: ['quotePrice'],
	extendedPrice: ['extendedUnitPrice', 'extendedQuotePrice'],
	totalTax: ['totalTaxAmount', 'taxTotal', 'tax'],
	freightCharges: ['freightAmount', 'totalFreightAmount'],
	estimatedTotal: ['estimatedTotalValue'],
	warehouseId: ['shipFromBranchNumber', 'shipFromWarehouseId'],
	carrierName: ['shipVia', 'shipmentShipVia'],
	transitDays: ['daysInTransit'],
	quantityOrdered: ['requestedQuantity'],
	quantityShipped: ['shippedQuantity'],
	quantityBackOrdered: ['backOrderedQuantity', 'backOrderQuantity'],
	quantityInBox: ['quantityInbox'],
	remainingQuantity: ['remainingQuoteQty'],
	shippedDate: ['shipmentDate'],
	serialNumbers: ['serialNumberDetails', 'lineSerialNumbers'],
	ofTheThingItself: ['status', 'total'],
};
const forbidden = Object.values(OTHER_NAMES).flat();

describe('every field of Simplified', () => {
	it('stands in the dictionary', () => {
		const unknown = keys
			.filter(({ key, share }) => share !== 'picked only' && words[key] === undefined)
			.map(({ at, key }) => `${at}: ${key}`);
		expect(unknown).toEqual([]);
	});

	it('is all that the dictionary has', () => {
		const used = new Set(keys.map(({ key }) => key));
		expect(Object.keys(DICTIONARY).filter((key) => !used.has(key))).toEqual([]);
	});

	it('has no other name anywhere', () => {
		expect(keys.filter(({ key }) => forbidden.includes(key))).toEqual([]);
	});

	// An example that reads a name which nothing gives goes on with nothing, and fails nowhere.
	it.each(
		[...filesUnder('examples'), ...filesUnder('docs')].filter((path) => !/\.(png|svg)$/.test(path)),
	)('has no other name in the expressions of %s', (path) => {
		const read = [...textOf(path).matchAll(/\bjson\??\.(\w+)/g)].map(([, name]) => name);
		expect(read.filter((name) => forbidden.includes(name))).toEqual([]);
	});

	it('is told in the docs, by type and meaning', () => {
		const page = readFileSync('docs/dictionary.md', 'utf8').replace(/ +/g, ' ');
		const missing = Object.entries(words).filter(
			([key, word]) =>
				!page.includes(`| \`${key}\` | ${typeOf(word?.spelling)} | ${word?.meaning} |`),
		);
		expect(missing).toEqual([]);
	});
});

describe('a change that the Watch Trigger tells', () => {
	const page = readFileSync('docs/dictionary.md', 'utf8').replace(/ +/g, ' ');
	const [, section = ''] = page.split('## What a change tells');
	const [fields = '', changes = ''] = section.split('| `change` | Of |');
	const namesOf = (table: string) =>
		[...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

	it('has each of its values in the docs, and no other', () => {
		const values = watchProperties
			.filter(({ name }) => name === 'changes')
			.flatMap(({ options = [] }) => options)
			.map((option) => ('value' in option ? option.value : ''));
		// Renewals have no choice of changes.
		expect(namesOf(changes).sort()).toEqual([...new Set(values)].sort());
	});

	it('has its own fields in the docs, in front of the record, which takes none of their places', () => {
		const record = { key: 'x', change: 'x', before: 'x', after: 'x', changedAt: 'x' };
		const sighting = { identity: 'x' };
		const one = {
			before: null,
			after: null,
			sighting,
			record,
			daysLeft: 1,
			more: { daysMoved: 1 },
		};
		const [item] = itemsOf(
			[{ ...one, change: 'ending' }],
			kindOf('renewalDue'),
			'renewalDue',
			'raw',
		);
		const own = ['key', 'change', 'before', 'after', 'changedAt', 'daysLeft', 'daysMoved'];
		expect(Object.keys(item.json)).toEqual(own);
		expect(item.json).toMatchObject({
			change: 'ending',
			before: null,
			after: null,
			changedAt: null,
		});
		expect(namesOf(fields)).toEqual(own);
		expect(Object.keys(DICTIONARY).filter((name) => own.includes(name))).toEqual([]);
	});

	it.each<[WatchFor, IDataObject, string]>([
		['newInvoice', { invoiceStatus: 'PAST_DUE' }, 'past due'],
		['quoteChanged', { quoteStatus: 'Ready To Order' }, 'ready to order'],
		['returnChanged', { status: 'IM::Partially Approved' }, 'partially approved'],
	])('spells the status of %s as its record does', (watchFor, record, word) => {
		const kind = kindOf(watchFor);
		if (kind.isOf !== undefined) throw new Error('It is not searched for');
		const sighting = kind.sighting(record);
		const told = { change: 'appeared', before: null, after: sighting.status ?? null } as const;
		const [{ json }] = itemsOf([{ ...told, sighting, record }], kind, watchFor, 'simplified');
		expect(json.after).toBe(word);
		expect(Object.values(json)).toContain(word);
		expect(Object.values(json).filter((value) => value === word)).toHaveLength(2);
	});
});

const typeOf = (spelling = ''): string =>
	({ word: 'word', flag: 'true or false', invoiceNumber: 'text' })[spelling] ?? spelling;

/** The names in a value, at any depth. */
const namesIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, member]) => [
				...(Array.isArray(value) ? [] : [name]),
				...namesIn(member),
			])
		: [];

/** A form of each kind of date, as XI writes it, and what the dictionary says that it is. */
const DATES = ['2021-06-03T18:37:08+0800', '2021-06-03', '20210603', '0001-01-01', 'on request'];

/** The dates in a value, at any depth, by their names. */
const datesIn = (value: unknown): Array<[string, unknown]> =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, member]) => [
				...(['day', 'moment'].includes(words[name]?.spelling ?? '')
					? [[name, member] as [string, unknown]]
					: []),
				...datesIn(member),
			])
		: [];

describe('a date of an event', () => {
	it.each(DATES)('that comes as %s is written as in every node', (sent) => {
		const order = {
			orderEntryTimeStamp: sent,
			lines: [{ shipmentDetails: { shippedDate: sent } }],
		};
		const quote = Object.fromEntries(
			Object.keys(quoteResource({})).map((name) => [name, /date/i.test(name) ? sent : null]),
		);
		const found = [
			orderStatusResource(order),
			asyncOrderResource({ orders: [{ ingramOrderDate: sent }] }),
			quoteResource(quote),
		].flatMap(datesIn);
		expect(found.length).toBeGreaterThan(7);
		expect(found).toEqual(found.map(([name]) => [name, spelt(name, tidy(sent))]));
	});
});

describe('an event', () => {
	const part = { packageDetails: [{}] };
	const line = { shipmentDetails: [part], serialNumberDetails: ['SN-1'] };
	it.each([
		['of an order', orderStatusResource({ lines: [line] })],
		['of stock', stockResource({})],
		['of an asynchronous order', asyncOrderResource({ orders: [{ lines: [line] }] })],
		['of a quote', quoteResource({ products: [{}] })],
	])('%s has the names of the dictionary', (_, fields) => {
		expect(namesIn(fields).filter((name) => forbidden.includes(name))).toEqual([]);
	});
});

describe('a value', () => {
	it.each([
		['renewalId', 40100, '40100'],
		['renewalId', '40100', '40100'],
		['quoteNumber', 7, '7'],
		['orderStatus', 'ON HOLD', 'on hold'],
		['orderStatus', 'IM::HOLD', 'on hold'],
		['lineStatus', 'On Hold', 'on hold'],
		['subOrderStatus', 'on_hold', 'on hold'],
		['invoiceStatus', 'OPEN', 'open'],
		['renewalStatus', 'OPEN', 'open'],
		['returnStatus', 'Partially Approved', 'partially approved'],
		['type', 'IM::Physical', 'physical'],
		['orderStatus', ' ', null],
		['quantity', '3', 3],
		['orderTotal', '1,234.50', 1234.5],
		// It can be read in two ways.
		['orderTotal', '1,234', '1,234'],
		['invoiceNumber', '20RC1RJ11', '20-RC1RJ-11'],
		['invoiceNumber', '20-rc1rj-11', '20-RC1RJ-11'],
		['renewalId', null, null],
		['ingramOrderDate', '2021-06-03T18:37:08+08:00', '2021-06-03'],
		['lastModifiedDate', '2021-06-03 18:37:08', '2021-06-03T18:37:08'],
		['somethingElse', 'As Sent', 'As Sent'],
	])('of %s that comes as %j is %j', (name, sent, expected) => {
		expect(spelt(name, sent)).toEqual(expected);
	});

	it.each(['7059827143', '123456789', '20-RD128', 'A', ''])(
		'of an invoice number of another build stays: %j',
		(number) => {
			expect(invoiceNumberIn(number)).toBe(number);
		},
	);

	it('of a status is the same in the Trigger', () => {
		expect(quoteResource({ status: 'READY_TO_ORDER' }).quoteStatus).toBe(
			normalStatus('Ready To Order'),
		);
	});
});
