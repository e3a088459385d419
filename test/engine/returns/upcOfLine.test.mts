import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PLACE } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { INVOICE_DETAILS } from '../invoices/support.mts';
import { GOES_ON, STOCKED } from '../orders/support.mts';
import { pairedWith, useBench } from '../support.mts';
import { type Bought, bought, RETURN_CREATE, runReturns } from './support.mts';

/*
 * Several products may have one UPC. Which of them is returned is never guessed: it is the one that the
 * invoice of the line lists.
 */

const bench = useBench({ products: 100 });
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

let invoice: Bought;
let upc: string;
beforeEach(async () => {
	invoice = await bought(bench, 'PO-1');
	upc = bench.xi.products.find(({ ingramPartNumber }) => ingramPartNumber === STOCKED)?.upc ?? '';
	bench.xi.quirks.twins = 'buyable';
});

const lineWith = (more: object) => {
	const { ingramPartNumber: _, ...known } = invoice;
	return {
		...known,
		quantity: 1,
		primaryReason: 'Damaged',
		secondaryReason: 'The box is damaged',
		numberOfBoxes: 1,
		...more,
	};
};
const byForm = (more: object): INodeParameters => ({
	lines: {
		line: [{ ...lineWith(more), ingramPartNumber: { __rl: true, mode: 'upc', value: upc } }],
	},
});
const byJson = (more: object): INodeParameters => ({
	linesFrom: 'list',
	linesList: JSON.stringify([{ ...lineWith(more), upc }]),
});
const run = async (given: INodeParameters, input: IDataObject[] = [{}], settings = {}) =>
	await runReturns(
		bench,
		{
			operation: 'create',
			referenceNumber: '={{ "RMA-" + $itemIndex }}',
			shipFromInfo: PLACE,
			options: { lookSeconds: 0, timeoutSeconds: 1 },
			...given,
		},
		input,
		settings,
	);
const sent = (): Array<string | undefined> =>
	bench.xi
		.requestsTo(RETURN_CREATE)
		.flatMap(({ body }) => (body as { list: Array<{ ingramPartNumber?: string }> }).list)
		.map(({ ingramPartNumber }) => ingramPartNumber);
const readsOfInvoice = (): number => bench.xi.requestsTo(INVOICE_DETAILS).length;

describe.each([
	['the form', byForm],
	['JSON', byJson],
])('a UPC of several products in %s', (_, lines) => {
	it('is the one that the invoice lists, which is read once', async () => {
		const { items, error } = await run(lines({}), [{}, {}, {}]);
		expect(error).toBeUndefined();
		expect(items.map(pairedWith)).toEqual([0, 1, 2]);
		expect(sent()).toEqual([STOCKED, STOCKED, STOCKED]);
		expect(readsOfInvoice()).toBe(1);
	});

	it('is so too in a preview, and where the date of the invoice is looked up', async () => {
		const { items } = await run({ ...lines({ invoiceDate: '' }), previewOnly: true });
		expect(items[0].json.body).toMatchObject({
			list: [{ ingramPartNumber: STOCKED, invoiceDate: invoice.invoiceDate.slice(0, 10) }],
		});
		expect(sent()).toEqual([]);
	});

	it.each([
		['none', ['RQ6000', null]],
		['2', [STOCKED, `${STOCKED}R`, 'RQ6000']],
	])('fails where the invoice lists %s of them', async (count, parts) => {
		const listed = parts.map((ingramPartNumber) => ({ ingramPartNumber, quantity: 1 }));
		const body = { invoiceNumber: invoice.invoiceNumber, lines: listed };
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body,
			match: { endpoint: INVOICE_DETAILS },
		});
		const { items } = await run(lines({}), [{}], GOES_ON);
		expect(items[0].json.error).toMatch(
			new RegExp(
				`^2 products have the UPC ${upc}: .*, and invoice ${invoice.invoiceNumber} lists ${count} of them \\[item 0\\]$`,
			),
		);
		expect(items[0].json.details).toMatchObject({
			remedy: 'Give the Ingram part number of the one that you mean',
			correlationId: expect.any(String),
			candidates: [{ ingramPartNumber: STOCKED }, { ingramPartNumber: `${STOCKED}R` }],
		});
		expect(sent()).toEqual([]);
	});

	it('may be the other one, as its system writes the number', async () => {
		const body = { lines: [{ ingramPartNumber: ` ${STOCKED}r ` }, { ingramPartNumber: 'RQ6000' }] };
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body,
			match: { endpoint: INVOICE_DETAILS },
		});
		const { items } = await run({ ...lines({}), previewOnly: true });
		expect(items[0].json.body).toMatchObject({ list: [{ ingramPartNumber: `${STOCKED}R` }] });
	});

	it('fails where there is no such invoice, and stops the node before anything is sent', async () => {
		const wrong = lines({ invoiceNumber: '40-ZZZZZ-11' });
		const { items } = await run(wrong, [{}], GOES_ON);
		expect(items[0].json.error).toContain(', and Ingram Micro has no invoice 40-ZZZZZ-11');
		const { error } = await run(wrong, [{}, {}]);
		expect(error?.message).toMatch(/has no invoice 40-ZZZZZ-11 \[item 0\]$/);
		expect(sent()).toEqual([]);
	});

	it('fails with the failure of the read where the invoice cannot be had', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: 9,
			match: { endpoint: INVOICE_DETAILS },
		});
		const { items } = await run(lines({}), [{}], GOES_ON);
		expect(items[0].json.details).toMatchObject({
			status: 400,
			endpoint: expect.stringContaining('invoices'),
			correlationId: expect.any(String),
		});
		expect(sent()).toEqual([]);
	});
});

it('a UPC of one product has no invoice read for it', async () => {
	bench.xi.quirks.twins = 'none';
	const { error } = await run(byForm({}));
	expect(error).toBeUndefined();
	expect(sent()).toEqual([STOCKED]);
	expect(readsOfInvoice()).toBe(0);
});

it('is told once over the tries of an execution', async () => {
	bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: RETURN_CREATE } });
	const { error } = await run(byForm({}), [{}], RETRY);
	expect(error).toBeUndefined();
	expect(sent()).toEqual([STOCKED, STOCKED]);
	expect(readsOfInvoice()).toBe(1);
});
