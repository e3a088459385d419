import { liveOrder, liveOrders, partsOf } from '../../../../../nodes/shared/xi/orders/orderByPo.ts';
import { asked } from '../../../support.mts';

const PO = 'PO-1';

/** An order by its number, the date and status of its details, and those of the search. */
type Given = [number: string, date: unknown, status?: string, found?: unknown, search?: string];

async function liveOf(...orders: Given[]): Promise<string[]> {
	const answers = [
		{
			recordsFound: orders.length,
			orders: orders.map(([ingramOrderNumber, , , ingramOrderDate, orderStatus]) => ({
				ingramOrderNumber,
				orderStatus,
				customerOrderNumber: PO,
				ingramOrderDate,
			})),
		},
		...orders.map(([ingramOrderNumber, ingramOrderDate, orderStatus = 'On Hold']) => ({
			ingramOrderNumber,
			customerOrderNumber: PO,
			ingramOrderDate,
			orderStatus,
		})),
	];
	const { result } = await asked(async (ask) => await liveOrders(ask, PO), answers);
	return result.map(({ number }) => number);
}

const TODAY = '2026-11-28';
const A: Given = ['20-AAAAA', TODAY];
const B: Given = ['20-BBBBB', TODAY];

describe('the live orders of a PO', () => {
	it.each<[string, Given[], string[]]>([
		['one', [A], ['20-AAAAA']],
		['all of a day, by their numbers', [B, A], ['20-AAAAA', '20-BBBBB']],
		[
			'of one day with different hours',
			[
				['20-AAAAA', `${TODAY}T08:00:00`],
				['20-BBBBB', `${TODAY} 23:59:59`],
			],
			['20-AAAAA', '20-BBBBB'],
		],
		[
			'by the day of the search, where the details have none',
			[
				['20-AAAAA', null, 'On Hold', TODAY],
				['20-BBBBB', '0001-01-01T00:00:00', 'On Hold', TODAY],
			],
			['20-AAAAA', '20-BBBBB'],
		],
		[
			'without those of another day that are closed or dead',
			[
				A,
				['20-CCCCC', '2025-11-28', 'CLOSED'],
				['20-DDDDD', '2025-11-28', 'Cancelled'],
				['20-EEEEE', '2025-11-27', 'Voided'],
				['20-FFFFF', '2025-11-26', 'Delivered', '2025-11-26', 'CLOSED'],
				['20-GGGGG', '2025-11-25', 'Open', '2025-11-25', 'CANCELLED'],
				B,
			],
			['20-AAAAA', '20-BBBBB'],
		],
		['one of whose day nothing is known', [['20-AAAAA', null]], ['20-AAAAA']],
	])('are %s', async (_, orders, expected) => {
		expect(await liveOf(...orders)).toEqual(expected);
	});

	it('are refused where they are of different days, with their numbers and days', async () => {
		await expect(liveOf(A, ['20-BBBBB', '2025-11-28T10:00:00', 'Shipped'])).rejects.toThrow(
			'The PO PO-1 has 2 live orders of different days, and nothing was sent: 20-AAAAA (2026-11-28, On Hold), 20-BBBBB (2025-11-28, Shipped)',
		);
	});

	it.each([undefined, null, '', '0001-01-01T00:00:00', 'soon'])(
		'are refused where the day of one is not known: %j',
		async (date) => {
			await expect(liveOf(A, ['20-BBBBB', date])).rejects.toThrow(
				'has 2 live orders of days that are not known, and nothing was sent: 20-AAAAA (2026-11-28, On Hold), 20-BBBBB (On Hold)',
			);
		},
	);

	it('are none where all are dead, which is told', async () => {
		await expect(liveOf(['20-AAAAA', TODAY, 'Cancelled'])).rejects.toThrow(
			'No order with the PO PO-1 is live any more: 20-AAAAA (2026-11-28, Cancelled)',
		);
	});
});

/** A search that finds two orders, and what XI answers for the details of the second. */
const withSecond = (details: unknown, orderStatus = 'OPEN') => [
	{
		recordsFound: 2,
		orders: ['20-AAAAA', '20-BBBBB'].map((ingramOrderNumber, position) => ({
			ingramOrderNumber,
			customerOrderNumber: PO,
			ingramOrderDate: TODAY,
			orderStatus: position === 0 ? 'OPEN' : orderStatus,
		})),
	},
	{ ingramOrderNumber: '20-AAAAA', customerOrderNumber: PO, ingramOrderDate: TODAY },
	details,
];
const B_DETAILS = { ingramOrderNumber: '20-BBBBB', orderStatus: 'On Hold' };
const UNREAD: Array<[string, unknown]> = [
	['that are not there', undefined],
	['that are null', null],
	['that are a list', []],
	['without a PO', B_DETAILS],
	['with null for a PO', { ...B_DETAILS, customerOrderNumber: null }],
	['with a blank PO', { ...B_DETAILS, customerOrderNumber: ' ' }],
	['that are dead, without a PO', { ...B_DETAILS, orderStatus: 'Cancelled' }],
];

describe('an order of a PO with details', () => {
	it.each(UNREAD)('%s is not dropped in silence', async (_, details) => {
		const answers = withSecond(details);
		const words = 'gives no details, or details without a PO';
		for (const write of [liveOrders, liveOrder]) {
			await expect(asked(async (ask) => await write(ask, PO), answers)).rejects.toThrow(
				`${words}, and nothing was sent: 20-BBBBB (${TODAY}, OPEN)`,
			);
		}
		await expect(asked(async (ask) => await partsOf(ask, PO), answers)).rejects.toThrow(
			`${words}: 20-BBBBB (${TODAY}, OPEN)`,
		);
	});

	it.each(UNREAD)(
		'%s does not matter where the search says that it is over',
		async (_, details) => {
			for (const status of ['CLOSED', 'CANCELLED']) {
				const answers = withSecond(details, status);
				const { result } = await asked(async (ask) => await liveOrders(ask, PO), answers);
				expect(result.map(({ number }) => number)).toEqual(['20-AAAAA']);
			}
		},
	);

	it('of another PO is left out', async () => {
		const answers = withSecond({ ...B_DETAILS, customerOrderNumber: 'PO-2' });
		for (const look of [liveOrders, partsOf]) {
			const { result } = await asked(async (ask) => await look(ask, PO), answers);
			expect(result.map(({ number }) => number)).toEqual(['20-AAAAA']);
		}
	});

	it('is told without a number, where the search names none', async () => {
		const orders = [{ customerOrderNumber: PO, ingramOrderDate: TODAY, orderStatus: 'OPEN' }];
		const answers = [{ recordsFound: 1, orders }];
		await expect(asked(async (ask) => await liveOrders(ask, PO), answers)).rejects.toThrow(
			`nothing was sent: one without a number (${TODAY}, OPEN)`,
		);
	});
});
