import type { Fault } from '../../../simulator/index.mts';
import { LEAST, LINE, PLACE } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { GOES_ON, jsonOf } from '../orders/support.mts';
import {
	bought,
	createReturnOf,
	referencesIn,
	RETURN_CREATE,
	RETURN_DETAILS,
	RETURN_SEARCH,
	runReturns,
} from './support.mts';
import { ACCOUNT, pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0 });

const RMA = [{ reference: 'RMA-1' }];
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
const callsTo = (endpoint: string) => bench.xi.requestsTo(endpoint).length;
const strike = (fault: Fault) =>
	bench.xi.faults.add({ ...fault, match: { endpoint: RETURN_CREATE } });

/** XI takes it, and that is not seen. */
const TAKEN: Fault[] = [
	{ kind: 'commitThenReset' },
	{ kind: 'commitThenMalformed' },
	{ kind: 'commitThenHang' },
	{ kind: 'commitThenStatus', status: 500 },
	{ kind: 'commitThenStatus', status: 200, body: {} },
	{ kind: 'commitThenStatus', status: 200, body: { returnsClaims: [{ rmaClaimId: '' }] } },
];

/** Nothing comes of it; from here, that looks just the same. */
const LOST: Fault[] = [
	{ kind: 'reset' },
	{ kind: 'hang' },
	{ kind: 'maintenance' },
	{ kind: 'html' },
];

describe('Create Return', () => {
	it('is taken from a country without states', async () => {
		const { state: _, ...place } = PLACE;
		const shipFromInfo = { ...place, city: 'Utrecht', postalCode: '3511 AA', countryCode: 'NL' };
		const parameters = { ...createReturnOf(await bought(bench, 'PO-1')), shipFromInfo };
		const { items, error } = await runReturns(bench, parameters, RMA);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([expect.objectContaining({ outcome: 'created' })]);
	});

	it('looks the date of an invoice up where it is left out, also for a preview', async () => {
		const { invoiceDate, ...parts } = await bought(bench, 'PO-1');
		const line = { ...LINE, ...parts };
		const given = { ...createReturnOf({ ...line, invoiceDate: '' }), previewOnly: true };
		const { items } = await runReturns(bench, given, RMA);
		expect(items[0].json.body).toMatchObject({ list: [{ ...line, invoiceDate }] });

		const linesList = [{ ...line, invoiceDate: undefined }];
		const listed = { ...given, previewOnly: false, linesFrom: 'list', linesList: '={{ $json.l }}' };
		const made = await runReturns(bench, listed, [{ ...RMA[0], l: linesList }]);
		expect(made.error).toBeUndefined();
		expect(bench.xi.requestsTo(RETURN_CREATE)[0].body).toMatchObject({ list: [{ invoiceDate }] });
	});

	it.each([
		['not there', { status: 404 }, 'Ingram Micro has no invoice'],
		['without a date', { status: 200, body: { invoiceNumber: '1' } }, 'tells no date of invoice'],
		['of the year 1', { status: 200, body: { invoiceDate: '0001-01-01T00:00:00' } }, 'no date of'],
	])('sends nothing where that invoice is %s', async (_, answer, message) => {
		const parts = await bought(bench, 'PO-1');
		const match = { endpoint: '/resellers/v6.1/invoices/{invoiceNumber}' };
		bench.xi.faults.add({ kind: 'status', ...answer, match });
		const given = createReturnOf({ ...parts, invoiceDate: '' });
		const { items } = await runReturns(bench, given, RMA, GOES_ON);
		expect(items[0].json.error).toContain(message);
		expect(items[0].json.details).toMatchObject({ reason: 'badInput' });
		expect(bench.xi.returns).toEqual([]);
	});

	it('sends the lines with the reference and the place on each, and gives what XI made of it', async () => {
		const [one, two] = [await bought(bench, 'PO-1'), await bought(bench, 'PO-2')];
		const { items, error } = await runReturns(
			bench,
			createReturnOf({ ...one, quantity: 2 }, { ...two, quantity: 3 }),
			RMA,
		);
		expect(error).toBeUndefined();
		const [{ rawBody, headers }] = bench.xi.requestsTo(RETURN_CREATE);
		expect(JSON.parse(rawBody)).toEqual({
			list: [
				{ ...LINE, ...one, quantity: 2, referenceNumber: 'RMA-1', shipFromInfo: PLACE },
				{ ...LINE, ...two, quantity: 3, referenceNumber: 'RMA-1', shipFromInfo: PLACE },
			],
		});
		expect(headers['im-customercontact']).toBe('buyer@example.com');
		expect(jsonOf(items)).toEqual(
			bench.xi.returns.map(({ caseRequestNumber, quantity }) => ({
				outcome: 'created',
				account: ACCOUNT,
				caseRequestNumber,
				returnClaimId: '',
				referenceNumber: 'RMA-1',
				returnStatus: 'open',
				ingramPartNumber: one.ingramPartNumber,
				quantity,
				estimatedTotal: expect.any(Number),
				linesNotInAnswer: [],
			})),
		);
		expect(items).toHaveLength(2);
	});

	it('takes its lines from a list, with a place of its own on one', async () => {
		const one = await bought(bench, 'PO-1');
		const linesList = [
			{ ...LINE, ...one, shipFromInfo: { ...PLACE, city: 'IRVINE' }, color: 'red' },
		];
		const { error } = await runReturns(
			bench,
			{ ...createReturnOf(), linesFrom: 'list', linesList: '={{ $json.lines }}' },
			[{ reference: 'RMA-1', lines: linesList }],
		);
		expect(error).toBeUndefined();
		const { list } = JSON.parse(bench.xi.requestsTo(RETURN_CREATE)[0].rawBody);
		expect(list).toEqual([
			{ ...LINE, ...one, referenceNumber: 'RMA-1', shipFromInfo: { ...PLACE, city: 'IRVINE' } },
		]);
	});

	it('gathers input items with one reference into one return', async () => {
		const one = await bought(bench, 'PO-1', 9);
		const lines = { line: [{ ...LINE, ...one, quantity: '={{ $json.quantity }}' }] };
		const { items } = await runReturns(bench, { ...createReturnOf(), linesFrom: 'items', lines }, [
			{ reference: 'RMA-1', quantity: 1 },
			{ reference: 'RMA-2', quantity: 2 },
			{ reference: 'RMA-1', quantity: 3 },
		]);
		expect(callsTo(RETURN_CREATE)).toBe(2);
		expect(bench.xi.returns.map((one) => [one.referenceNumber, one.quantity])).toEqual([
			['RMA-1', 1],
			['RMA-1', 3],
			['RMA-2', 2],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 0 }, { item: 2 }],
			{ item: 1 },
		]);
	});

	const partA = { ingramPartNumber: 'A', vendorPartNumber: '' };
	it.each([
		[
			'nothing',
			[
				{ ...partA, quantity: 2 },
				{ ingramPartNumber: 'b', quantity: '3' },
			],
			[],
		],
		['one product', [{ ...partA, quantity: 2 }], [{ ingramPartNumber: 'B', quantity: 3 }]],
		[
			'some pieces, of whichever invoice',
			[
				{ ...partA, quantity: 1 },
				{ ingramPartNumber: 'B', quantity: 3 },
			],
			[{ ingramPartNumber: 'A', quantity: 1 }],
		],
		['what cannot be told, as a quantity is missing', [partA], null],
		[
			'what cannot be told, as it has another product',
			[
				{ ...partA, quantity: 2 },
				{ ingramPartNumber: 'C', quantity: 3 },
			],
			null,
		],
		['what cannot be told, as it has more pieces', [{ ...partA, quantity: 3 }], null],
	])(
		'says on each return that the answer leaves out %s, and sends nothing again',
		async (_, products, linesNotInAnswer) => {
			const numbered = products.map((one, i) => ({ ...one, caseRequestNumber: `CAS-${i}` }));
			strike({ kind: 'status', status: 200, body: { returnsClaims: numbered } });
			const line = {
				...LINE,
				ingramPartNumber: '={{ $json.part }}',
				quantity: '={{ $json.quantity }}',
				invoiceNumber: '={{ $json.invoice }}',
			};
			const { items, error } = await runReturns(
				bench,
				{ ...createReturnOf(), linesFrom: 'items', lines: { line: [line] } },
				[
					{ ...RMA[0], part: 'A', quantity: 1, invoice: '40-AAAAA-11' },
					{ ...RMA[0], part: 'A', quantity: 1, invoice: '40-BBBBB-11' },
					{ ...RMA[0], part: 'B', quantity: 3, invoice: '40-BBBBB-11' },
				],
				RETRY,
			);
			expect(error).toBeUndefined();
			expect(jsonOf(items).map((item) => [item.outcome, item.caseRequestNumber])).toEqual(
				numbered.map(({ caseRequestNumber }) => ['created', caseRequestNumber]),
			);
			for (const { json } of items) expect(json.linesNotInAnswer).toEqual(linesNotInAnswer);
			expect(callsTo(RETURN_CREATE)).toBe(1);
		},
	);

	it('refuses to gather items of one return that differ', async () => {
		const { error } = await runReturns(
			bench,
			{
				...LEAST,
				linesFrom: 'items',
				shipFromInfo: { ...PLACE, city: '={{ $json.city }}' },
			},
			[{ city: 'A' }, { city: 'B' }],
		);
		expect(error?.message).toContain(
			`Items 0 and 1 have the same reference number but differ in 'City' in 'Ship From': "A" and "B"`,
		);
		expect(bench.xi.requests).toEqual([]);
	});

	it('previews without a call', async () => {
		const { items } = await runReturns(bench, { ...LEAST, previewOnly: true });
		expect(items[0].json).toMatchObject({
			preview: true,
			method: 'POST',
			url: `${bench.xi.url}${RETURN_CREATE}`,
			body: { list: [{ referenceNumber: 'RMA-1', shipFromInfo: PLACE }] },
		});
		expect(bench.xi.requests).toEqual([]);
	});

	it('checks every item before anything is sent', async () => {
		const one = await bought(bench, 'PO-1');
		const { error } = await runReturns(bench, createReturnOf(one), [...RMA, { reference: '' }]);
		expect(error?.message).toBe("'Reference Number' is empty [item 1]");
		const lines = { line: [{ ...LINE, ...one, quantity: '={{ $json.quantity }}' }] };
		const input = [
			{ reference: 'RMA-1', quantity: 'many' },
			{ reference: 'RMA-2', quantity: 1 },
		];
		const { items } = await runReturns(bench, { ...createReturnOf(), lines }, input, GOES_ON);
		expect(items.map(({ json }) => json.error ?? json.outcome)).toEqual([
			expect.stringContaining(`'Quantity' in 'Lines', entry 1 is "many"`),
			'created',
		]);
		expect(referencesIn(bench)).toEqual(['RMA-2']);
	});

	it('refuses two items with one reference, and sends neither', async () => {
		const { error } = await runReturns(bench, LEAST, [{}, {}]);
		expect(error?.message).toContain('Item 0 has the same number: return RMA-1');
		expect(bench.xi.requests).toEqual([]);
	});

	it('needs a contact', async () => {
		const credential = await bench.engine.addCredential(bench.xi.url, { customerContact: '' });
		const { error } = await runReturns(bench, LEAST, [{}], { credential });
		expect(error?.message).toContain("'Customer Contact' is empty");
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('what XI refuses is said in its words', () => {
	it('more than was bought, also over several returns', async () => {
		const one = await bought(bench, 'PO-1', 3);
		const create = createReturnOf({ ...one, quantity: 2 });
		const { items } = await runReturns(bench, create, [...RMA, { reference: 'RMA-2' }], GOES_ON);
		expect(items.map((item) => [item.json.outcome, pairedWith(item)])).toEqual([
			['created', 0],
			[undefined, 1],
		]);
		expect(items[1].json.error).toContain(
			'quantity of line 1: Return quantity exceeds the quantity that can be returned (1 of 3 invoiced) (2)',
		);
		expect(referencesIn(bench)).toEqual(['RMA-1']);
	});

	it('an unknown invoice, and a product that is not on it', async () => {
		const one = await bought(bench, 'PO-1');
		const unknown = { ...one, invoiceNumber: '40-NFERG-11' };
		const other = { ...one, ingramPartNumber: '4A0036' };
		const { error } = await runReturns(bench, createReturnOf(unknown, other), RMA);
		expect(error?.message).toContain('invoiceNumber of line 1: Invoice not found (40-NFERG-11)');
		expect(error?.message).toContain('ingramPartNumber of line 2: Part is not on invoice');
		expect(bench.xi.returns).toEqual([]);
	});
});

describe('no return is made twice', () => {
	it.each(TAKEN)('one that XI took is found, not sent again: %j', async (fault) => {
		const one = await bought(bench, 'PO-1', 9);
		// Older ones of the same goods, from the same day, are none of ours.
		await runReturns(bench, createReturnOf({ ...one, quantity: 2 }), [{ reference: 'OLD' }]);
		strike(fault);
		const { items, error } = await runReturns(
			bench,
			createReturnOf({ ...one, quantity: 2 }),
			RMA,
			RETRY,
		);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				caseRequestNumber: bench.xi.returns[1].caseRequestNumber,
				referenceNumber: 'RMA-1',
				ingramPartNumber: one.ingramPartNumber,
				quantity: 2,
			}),
		]);
		expect(callsTo(RETURN_CREATE)).toBe(2);
		expect(referencesIn(bench)).toEqual(['OLD', 'RMA-1']);
	});

	it.each(LOST)('of one that did not arrive it is said that it is not known: %j', async (fault) => {
		const one = await bought(bench, 'PO-1');
		strike(fault);
		const { error } = await runReturns(bench, createReturnOf(one), RMA, RETRY);
		expect(error?.message).toContain('It is not known what became of return RMA-1');
		expect(error?.description).toContain('Get Many Returns');
		expect(callsTo(RETURN_CREATE)).toBe(1);
		expect(bench.xi.returns).toEqual([]);
	});

	it('names one with its reference that cannot be compared, or gives it where that is wanted', async () => {
		const one = await bought(bench, 'PO-1');
		strike({ kind: 'commitThenReset' });
		const unread = { kind: 'status', status: 400, match: { endpoint: RETURN_DETAILS } } as const;
		bench.xi.faults.add(unread);
		const { error } = await runReturns(bench, createReturnOf(one), RMA);
		const [{ caseRequestNumber }] = bench.xi.returns;
		expect(error?.message).toContain(
			`Ingram Micro has return ${caseRequestNumber}, which may be it: the products of ${caseRequestNumber} could not be read`,
		);

		strike({ kind: 'commitThenReset' });
		bench.xi.faults.add(unread);
		const wanted = { ...createReturnOf(one), ifReturnExists: 'return' };
		const { items } = await runReturns(bench, wanted, [{ reference: 'RMA-2' }]);
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				caseRequestNumber: bench.xi.returns[1].caseRequestNumber,
				warnings: expect.arrayContaining([expect.stringContaining('could not be read')]),
			}),
		]);
		expect(callsTo(RETURN_CREATE)).toBe(2);
	});

	it('leaves open whose a return of the same goods is that has another reference', async () => {
		const one = await bought(bench, 'PO-1', 9);
		// As if XI had taken ours and lost its reference: a colleague's looks the same.
		bench.xi.faults.add({
			kind: 'hang',
			match: { endpoint: RETURN_CREATE, bodyContains: '"RMA-1"' },
		});
		const patient = { ...createReturnOf(one), options: { lookSeconds: 0, timeoutSeconds: 4 } };
		const ours = runReturns(bench, patient, RMA);
		// One look by the reference, and then one more and one by the invoice.
		while (callsTo(RETURN_SEARCH) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
		const theirs = await runReturns(bench, createReturnOf(one), [{ reference: 'THEIRS' }]);
		const { error } = await ours;
		expect(theirs.error).toBeUndefined();
		expect(error?.message).toContain('It is not known what became of return RMA-1');
		expect(referencesIn(bench)).toEqual(['THEIRS']);
	});

	it('sends nothing where the reference is there already, or it cannot be seen', async () => {
		const one = await bought(bench, 'PO-1', 9);
		await runReturns(bench, createReturnOf(one), RMA);
		const again = await runReturns(bench, createReturnOf(one), RMA);
		expect(again.error?.message).toMatch(/^return RMA-1 exists already \(return CAS-/);
		expect(again.error?.description).toContain(
			"If this is another return, use another number; if it is the same one, it is there, and 'If the Return Exists' can return it",
		);
		const taken = await runReturns(
			bench,
			{ ...createReturnOf(one), ifReturnExists: 'return' },
			RMA,
		);
		expect(jsonOf(taken.items)).toEqual([
			expect.objectContaining({
				outcome: 'already there',
				caseRequestNumber: bench.xi.returns[0].caseRequestNumber,
			}),
		]);
		bench.xi.faults.add({ kind: 'status', status: 400, match: { endpoint: RETURN_SEARCH } });
		const blind = await runReturns(bench, createReturnOf(one), [{ reference: 'RMA-2' }]);
		expect(blind.error).toBeDefined();
		expect(callsTo(RETURN_CREATE)).toBe(1);
	});

	it.each([
		[{}, 'no list of returns'],
		[{ message: 'Try later' }, 'no list of returns'],
		[{ recordsFound: 1, returnsClaims: [] }, 'no results, though it counts 1'],
	])('sends nothing where a search answers %j', async (body, problem) => {
		const one = await bought(bench, 'PO-1');
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint: RETURN_SEARCH } });
		const { items } = await runReturns(bench, createReturnOf(one), RMA, GOES_ON);
		expect(jsonOf(items)).toEqual([
			{
				error: expect.stringContaining(problem),
				details: expect.objectContaining({
					endpoint: `GET ${RETURN_SEARCH}`,
					correlationId: bench.xi.requestsTo(RETURN_SEARCH)[0].headers['im-correlationid'],
				}),
			},
		]);
		expect(callsTo(RETURN_CREATE)).toBe(0);
	});

	it('leaves open what became of it where its details cannot be read', async () => {
		const one = await bought(bench, 'PO-1');
		strike({ kind: 'commitThenReset' });
		bench.xi.faults.add({
			kind: 'status',
			status: 400,
			times: Infinity,
			match: { endpoint: RETURN_DETAILS },
		});
		const { error } = await runReturns(bench, createReturnOf(one), RMA);
		expect(error?.message).toContain('It is not known what became of return RMA-1');
		expect(callsTo(RETURN_CREATE)).toBe(1);
	});

	it('sends again what certainly did not arrive', async () => {
		const one = await bought(bench, 'PO-1');
		strike({ kind: 'tooMany' });
		const { items } = await runReturns(bench, createReturnOf(one), RMA);
		expect(items[0].json.outcome).toBe('created');
		expect(callsTo(RETURN_CREATE)).toBe(2);
		expect(referencesIn(bench)).toEqual(['RMA-1']);
	});
});
