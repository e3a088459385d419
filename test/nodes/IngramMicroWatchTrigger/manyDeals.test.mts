import type { IDataObject } from 'n8n-workflow';

import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';
import type { Ask } from '../../../nodes/shared/operation.ts';

/* What is left of many deals: each is told once, though not all that is known of them has room. */

const DEALS = 2_000;
const PRODUCTS = 12;

it('tells what runs out once, with a state of at most 200 kB', async () => {
	const left = Array.from({ length: DEALS }, () => Array.from({ length: PRODUCTS }, () => 900));
	const ask: Ask = async (request, read) => {
		const { dealId } = request.pathValues ?? {};
		const first = (Number(request.query?.Page) - 1) * 100;
		const answer =
			dealId === undefined
				? {
						recordsFound: DEALS,
						deals: Array.from({ length: 100 }, (_, i) => ({
							dealId: String(first + i),
							vendor: 'Cisco',
							dealExpiryDate: '2027-06-30',
						})),
					}
				: {
						dealId,
						products: left[Number(dealId)].map((remainingQuantity, i) => ({
							ingramPartNumber: `P${i}`,
							remainingQuantity,
						})),
					};
		return await Promise.resolve(read(answer as never));
	};
	const given: IDataObject = {
		watchFor: 'dealEnding',
		changes: ['ending', 'runningOut'],
		daysAhead: '300',
		belowQuantity: 10,
	};
	const settings = readSettings((name, initial) => given[name] ?? initial);
	let [text, now] = ['', Date.parse('2026-11-28T12:00:00Z')];
	const told: IDataObject[] = [];
	const polls = async (count: number): Promise<void> => {
		for (let poll = 0; poll < count; poll++) {
			now += 60_000;
			const today = Math.floor(now / 86_400_000);
			const polling: Polling = {
				ask,
				now,
				today,
				country: 'US',
				hasTime: () => true,
				troubled: new Set(),
				refused: {},
			};
			const watched = await watch(settings, polling, [text], 'test');
			text = watched.text;
			expect(text.length).toBeLessThanOrEqual(200_000);
			told.push(
				...itemsOf(watched.told, kindOf('dealEnding'), 'dealEnding', 'raw').map(({ json }) => json),
			);
		}
	};
	const round = DEALS / 50;
	await polls(round + 1);
	expect(told).toEqual([]);
	const moved = [3, 700, 1_999];
	for (const deal of moved) left[deal][5] = 9;
	await polls(2 * round);
	expect(told.map(({ dealId, change, after }) => [dealId, change, after]).sort()).toEqual(
		moved.map((deal) => [String(deal), 'runningOut', 9]).sort(),
	);
	expect(new Set(told.map(({ key }) => key)).size).toBe(moved.length);
}, 60_000);
