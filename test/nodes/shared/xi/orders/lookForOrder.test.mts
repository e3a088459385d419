import {
	lookAtOrder,
	lookForPo,
	rowFromDetails,
} from '../../../../../nodes/shared/xi/orders/lookForOrder.ts';
import { isCancelled } from '../../../../../nodes/shared/xi/orders/order.ts';
import { asked } from '../../../support.mts';

const found = (ingramOrderNumber: string, customerOrderNumber: string) => ({
	ingramOrderNumber,
	customerOrderNumber,
	orderTotal: '12.50',
});
const details = (ingramOrderNumber: string, customerOrderNumber: string) => ({
	ingramOrderNumber,
	customerOrderNumber,
	orderStatus: 'Processing',
	orderTotal: 12.5,
	lines: [
		{
			ingramOrderLineNumber: '001',
			customerLineNumber: '7',
			extendedPrice: 12.5,
			lineNotes: 'fragile',
			quantityConfirmed: 1,
		},
	],
});
const page = (recordsFound: unknown, ...orders: unknown[]) => ({ recordsFound, orders });
const ABSENT = { absent: 'Ingram Micro has no order with this number' };
const lookFor = (customerOrderNumber: string, answers: readonly unknown[]) =>
	asked((ask) => lookForPo(ask, customerOrderNumber), answers);

describe('looking for a PO', () => {
	it('searches by it as given, and reads the details of what is found', async () => {
		const { result, requests } = await lookFor('Po-1', [
			page('1', found('20-AAAAA', 'Po-1')),
			details('20-AAAAA', 'Po-1'),
		]);
		expect(requests).toEqual([
			{
				method: 'GET',
				path: '/resellers/v6/orders/search',
				query: { customerOrderNumber: 'Po-1', pageNumber: 1, pageSize: 100 },
				nothingFound: [204],
			},
			{
				method: 'GET',
				path: '/resellers/v6.1/orders/{ordernumber}',
				pathValues: { ordernumber: '20-AAAAA' },
				nothingFound: [204],
			},
		]);
		expect(result).toEqual({
			there: [
				expect.objectContaining({
					customerOrderNumber: 'Po-1',
					ingramOrderNumber: '20-AAAAA',
					orderTotal: 12.5,
					lines: [
						expect.objectContaining({
							ingramLineNumber: '001',
							customerLineNumber: '7',
							extendedUnitPrice: 12.5,
							notes: 'fragile',
						}),
					],
				}),
			],
		});
	});

	it.each([
		['says so with a 204', undefined],
		['has an empty list', page('0')],
		['has a list of null', { orders: null }],
		['has a count of none and no list', { recordsFound: '0' }],
	])('finds nothing where XI %s', async (_, answer) => {
		expect((await lookFor('PO-1', [answer])).result).toEqual(ABSENT);
	});

	it('takes no order of another PO', async () => {
		const answer = page('2', found('20-AAAAA', 'PO-10'), found('20-BBBBB', 'XPO-1'));
		expect((await lookFor('PO-1', [answer])).result).toEqual(ABSENT);
	});

	it('takes what XI gives back in capitals, but rather what is spelt as given', async () => {
		const capitals = await lookFor('new-1', [
			page('1', found('20-AAAAA', 'NEW-1')),
			details('20-AAAAA', 'NEW-1'),
		]);
		expect(capitals.result).toMatchObject({ there: [{ ingramOrderNumber: '20-AAAAA' }] });
		const both = await lookFor('new-1', [
			page('2', found('20-AAAAA', 'NEW-1'), found('20-BBBBB', 'new-1')),
			details('20-BBBBB', 'new-1'),
		]);
		expect(both.result).toMatchObject({ there: [{ ingramOrderNumber: '20-BBBBB' }] });
		expect(both.requests).toHaveLength(2);
	});

	it('reads page after page, and ends at an empty one where no count comes', async () => {
		const { result, requests } = await lookFor('PO-1', [
			page(null, found('20-AAAAA', 'PO-1')),
			page(undefined, found('20-BBBBB', 'PO-1')),
			undefined,
			details('20-AAAAA', 'PO-1'),
			details('20-BBBBB', 'PO-1'),
		]);
		expect(requests.slice(0, 3).map(({ query }) => query?.pageNumber)).toEqual([1, 2, 3]);
		expect(result).toMatchObject({
			there: [{ ingramOrderNumber: '20-AAAAA' }, { ingramOrderNumber: '20-BBBBB' }],
		});
	});

	it.each([
		['another shape', {}, 'no list of orders'],
		['a count and no order', page('2'), 'no results, though it counts 2'],
	])('does not take %s for no order', async (_, answer, problem) => {
		await expect(lookFor('PO-1', [answer])).rejects.toThrow(problem);
	});

	it('ends even where XI’s pages do not, and then does not say that there is none', async () => {
		const pages = Array.from({ length: 20 }, () => page('9999', found('20-AAAAA', 'PO-2')));
		await expect(lookFor('PO-1', pages)).rejects.toThrow('no end after 20 pages');
	});

	it.each([
		['cannot be had', new Error('500')],
		['are nothing', undefined],
		['are those of another order with that number', details('20-AAAAA', 'OLD-PO')],
	])('gives what the search said where the details %s', async (_, answer) => {
		const order = found('20-AAAAA', 'PO-1');
		const second = details('20-BBBBB', 'PO-1');
		const { result } = await lookFor('PO-1', [
			page('2', order, found('20-BBBBB', 'PO-1')),
			answer,
			second,
		]);
		expect(result).toEqual({ there: [order, rowFromDetails(second)] });
	});

	it('does not ask for the details of an order without a number', async () => {
		const order = { customerOrderNumber: 'PO-1' };
		expect((await lookFor('PO-1', [page('1', order)])).result).toEqual({ there: [order] });
	});

	it('does not take a failed search for an absent order', async () => {
		await expect(lookFor('PO-1', [new Error('Out of order')])).rejects.toThrow('Out of order');
	});
});

describe('looking at an order', () => {
	const cancelled = ({ orderStatus }: { orderStatus?: string | null }) =>
		isCancelled(orderStatus) ? undefined : 'it is not cancelled';
	const lookAt = async (answer: unknown) =>
		(await asked((ask) => lookAtOrder(ask, '20-AAAAA', cancelled), [answer])).result;

	it('gives it where nothing is missing', async () => {
		const order = { ingramOrderNumber: '20-AAAAA', orderStatus: 'Canceled', lines: [] };
		expect(await lookAt(order)).toEqual({ there: [order] });
	});

	it.each([
		[
			{ orderStatus: 'Processing' },
			'Order 20-AAAAA has the status "Processing": it is not cancelled',
		],
		[{}, 'Order 20-AAAAA has no status, and it is not cancelled'],
		[undefined, 'Ingram Micro has no order 20-AAAAA'],
		[new Error('It broke'), 'Order 20-AAAAA could not be read: It broke'],
	])('for %j says why not', async (answer, absent) => {
		expect(await lookAt(answer)).toEqual({ absent });
	});
});
