import { liveOrders } from '../../../../../nodes/shared/xi/orders/orderByPo.ts';
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
