import { BAD_RETURN_FILTERS } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { range } from '../../nodes/support.mts';
import { GOES_ON, jsonOf } from '../orders/support.mts';
import {
	bought,
	byCaseNumber,
	createReturnOf,
	RETURN_DETAILS,
	RETURN_SEARCH,
	RETURNS,
	runReturns,
	WHOLE_RETURN_FILTERS,
} from './support.mts';
import { pairedWith, useBench } from '../support.mts';

const bench = useBench({ products: 0 });
const numbersIn = (items: Array<{ json: { caseRequestNumber?: unknown } }>) =>
	items.map(({ json }) => json.caseRequestNumber);

describe('Get Many Returns', () => {
	const search = { operation: 'getMany', returnAll: false, limit: 50, filters: {} };

	it('sends every filter and the sorting under their names on the wire', async () => {
		const { error } = await runReturns(bench, {
			...search,
			limit: 7,
			filters: WHOLE_RETURN_FILTERS,
			sort: { sort: 'desc', sortingColumnName: 'createdOn' },
		});
		expect(error).toBeUndefined();
		const [{ query }] = bench.xi.requestsTo(RETURN_SEARCH);
		expect([...query].sort()).toEqual(
			[
				['caseRequestNumber', 'CAS-1'],
				['claimStatus-in', 'Denied'],
				['createdOn-bt', '2026-11-01,2026-11-02'],
				['ingramPartNumber', '4A0036'],
				['invoiceNumber', '40-NFERG-11'],
				['modifiedOn-bt', '2026-11-03,2026-11-04'],
				['page', '1'],
				['referenceNumber', 'RMA & 1'],
				['returnClaimId', '12-RH5LX-34'],
				['returnReason-in', '(CS ) Customer Service Discretion,Latin America Vebdor Credits'],
				['returnStatus-in', 'Open,Partially Approved'],
				['size', '7'],
				['sort', 'desc'],
				['sortingColumnName', 'createdOn'],
				['vendorPartNumber', 'E2016HV'],
			].sort(),
		);
	});

	it.each(['number', 'missing'] as const)(
		'returns all of 2,350 returns, each once, with a count that is: %s',
		async (recordsFound) => {
			bench.xi.quirks.recordsFound = recordsFound;
			const numbers = bench.xi.addReturns(2_350);
			const { items, error } = await runReturns(bench, { ...search, returnAll: true });
			expect(error).toBeUndefined();
			expect(numbersIn(items)).toEqual(numbers.toReversed());
			expect(items.every((item) => pairedWith(item) === 0)).toBe(true);
		},
	);

	it('finds by status, day, reason and numbers, and sends the reason with a comma alone', async () => {
		const numbers = bench.xi.addReturns(4);
		bench.xi.returnSteps.approve(numbers[0]);
		bench.xi.returnSteps.deny(numbers[1]);
		const found = async (filters: object) =>
			numbersIn((await runReturns(bench, { ...search, filters } as never)).items);
		expect(await found({ returnStatus: ['Approved', 'Denied'] })).toEqual([numbers[1], numbers[0]]);
		expect(await found({ claimStatus: 'open' })).toEqual([numbers[3], numbers[2]]);
		expect(await found({ referenceNumber: 'RMA-3' })).toEqual([numbers[2]]);
		const [{ createdAt, invoiceNumber }] = bench.xi.returns;
		const today = createdAt.toISOString().slice(0, 10);
		expect(await found({ createdOn: range(today, today), invoiceNumber })).toEqual([numbers[0]]);
		expect(await found({ returnReason: '(SB) Stock Balance' })).toHaveLength(4);
		expect(await found({ returnReason: '(DT1) Direct Ship billed, not shipped.' })).toEqual([]);
		const { query } = bench.xi.requestsTo(RETURN_SEARCH).at(-1)!;
		expect(Object.fromEntries(query)).toMatchObject({
			'returnReason-in': '(DT1) Direct Ship billed, not shipped.',
		});
	});

	it('gives nothing for nothing found, and goes on with the next item', async () => {
		const [, second] = bench.xi.addReturns(2);
		const { items } = await runReturns(
			bench,
			{ ...search, filters: { referenceNumber: '={{ $json.reference }}' } },
			[{ reference: 'NONE' }, { reference: 'RMA-2' }],
		);
		expect(items.map((item) => [item.json.caseRequestNumber, pairedWith(item)])).toEqual([
			[second, 1],
		]);
	});

	it.each(BAD_RETURN_FILTERS)('refuses %j, and sends nothing', async (filters, message) => {
		const { error } = await runReturns(bench, { ...search, filters } as never);
		expect(error?.message).toMatch(message);
		expect(bench.xi.requests).toEqual([]);
	});
});

describe('Get Return', () => {
	const get = { operation: 'get', returnCase: byCaseNumber('={{ $json.number }}') };

	it('reads a return, and its products one an item', async () => {
		const parts = await bought(bench, 'PO-1');
		const made = await runReturns(bench, createReturnOf({ ...parts, quantity: 2 }), [
			{ reference: 'RMA-1' },
		]);
		const number = made.items[0].json.caseRequestNumber;
		const { items } = await runReturns(bench, get, [{ number }]);
		expect(jsonOf(items)).toEqual([
			{
				caseRequestNumber: number,
				returnClaimId: '',
				referenceNumber: 'RMA-1',
				returnStatus: 'open',
				returnType: 'Claim',
				returnReason: '(SS) Short Shipment',
				createdOn: expect.stringMatching(/^\d{4}-/),
				estimatedTotal: expect.any(Number),
				returnWarehouseAddress: expect.stringContaining('Ingram Micro Returns'),
				products: [expect.objectContaining({ quantity: 2 })],
			},
		]);
		const products = await runReturns(bench, { ...get, return: 'products' }, [{ number }]);
		expect(jsonOf(products.items)).toEqual([
			expect.objectContaining({
				caseRequestNumber: number,
				lineStatus: 'open',
				ingramPartNumber: parts.ingramPartNumber,
				quantity: 2,
			}),
		]);
	});

	it('says in a sentence that there is no such return, and goes on', async () => {
		const [number] = bench.xi.addReturns(1);
		const { items } = await runReturns(bench, get, [{ number: 'CAS-0' }, { number }], GOES_ON);
		expect(
			items.map((item) => [item.json.error ?? item.json.caseRequestNumber, pairedWith(item)]),
		).toEqual([
			['Ingram Micro has no return CAS-0 [item 0]', 0],
			[number, 1],
		]);
	});

	it('refuses an empty number, and sends nothing', async () => {
		const { error } = await runReturns(bench, get, [{ number: '' }]);
		expect(error?.message).toContain("'Return Case' is empty");
		expect(bench.xi.requestsTo(RETURN_DETAILS)).toEqual([]);
	});
});

it('lists the latest returns, and finds them by reference, invoice and case number', async () => {
	const search = async (filter?: string, token?: string) =>
		await bench.engine.search(bench.credential, 'searchReturns', filter, token, {}, RETURNS);
	const numbers = bench.xi.addReturns(60);
	const first = await search();
	const token = first.paginationToken;
	const second = await search(undefined, typeof token === 'string' ? token : undefined);
	const shown = [...first.results, ...second.results];
	expect(shown.map(({ value }) => value)).toEqual(numbers.toReversed());
	expect(shown[0].name).toContain(`${numbers[59]} – RMA-60 – `);
	const [{ invoiceNumber }] = bench.xi.returns;
	for (const filter of ['rma-1', invoiceNumber, invoiceNumber.replaceAll('-', ''), numbers[0]]) {
		expect((await search(filter)).results.map(({ value }) => value)).toEqual([numbers[0]]);
	}
	expect((await search('NO-SUCH')).results).toEqual([]);
});
