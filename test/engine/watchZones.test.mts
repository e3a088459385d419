import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/*
 * Clocks and countries: the zone of n8n is not that of the account (the simulator's days are those of
 * UTC), clocks change on either side, and Australia's searches know less.
 */

const KINDS: StateKind[] = ['lasting', 'durable'];
const ORDERS = { watchFor: 'orderChanged' };
const SEARCH = '/resellers/v6/orders/search';
const HALF_AN_HOUR = HOUR / 2;

const clock = useClock();

const brief = (items: IDataObject[]) =>
	items.map(({ change, before, after }) => [change, before, after]);

const expectOnce = ({ emitted, errors }: PollHost) => {
	expect(new Set(emitted.map(({ key }) => key)).size).toBe(emitted.length);
	expect(errors).toEqual([]);
};

/** The offset of a zone, such as `GMT-05:00`. */
const offsetAt = (time: number, timeZone: string): string | undefined =>
	new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
		.formatToParts(time)
		.find(({ type }) => type === 'timeZoneName')?.value;

/** The next two full hours at which the clocks of a zone change. */
function changesOfClocks(timeZone: string): number[] {
	const changes: number[] = [];
	let time = Math.ceil(Date.now() / HOUR) * HOUR;
	while (changes.length < 2) {
		time += HOUR;
		if (offsetAt(time, timeZone) !== offsetAt(time - HOUR, timeZone)) changes.push(time);
	}
	return changes;
}

const dayOf = (time: number, timeZone: string): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone }).format(time);

/** Where clocks change, and where n8n is. */
const ZONES: Record<StateKind, Array<[string, string]>> = {
	lasting: [
		['America/New_York', 'America/New_York'],
		['Europe/Berlin', 'Europe/Berlin'],
	],
	durable: [
		['America/New_York', 'Asia/Tokyo'],
		['Europe/Berlin', 'Pacific/Honolulu'],
	],
};

describe.each(KINDS)('with %s state', (state) => {
	describe.each(ZONES[state])(
		'where the clocks of %s change, and n8n is in %s',
		(changing, zone) => {
			const bench = useBench({ timeScale: 1, products: 60 });
			const later = (ms: number) => {
				clock.forward(ms);
				bench.xi.advanceTime(0);
			};

			it.each([0, 1])('tells each order and each parcel once, change %i', async (which) => {
				// The third of these polls comes right at the change.
				later(changesOfClocks(changing)[which] - 3 * HALF_AN_HOUR - Date.now());
				const host = new PollHost(bench, ORDERS, state, zone);
				await host.publish();
				expect(await host.tick()).toEqual([]);
				const { place, ship } = bench.xi.orderScript;
				const numbers: string[] = [];
				for (let poll = 0; poll < 6; poll++) {
					later(HALF_AN_HOUR);
					const [number = ''] = place(1, { lines: [{ quantity: 2 }] });
					const last = numbers.at(-1);
					if (last !== undefined) ship(last, 0, 1);
					numbers.push(number);
					const told = await host.tick();
					expect(told).toHaveLength(last === undefined ? 1 : 2);
				}
				for (let hour = 0; hour < 24; hour += 6) {
					later(6 * HOUR);
					expect(await host.tick()).toEqual([]);
				}
				expectOnce(host);
			});

			it.each([0, 1])('tells invoices and renewals once, change %i', async (which) => {
				later(changesOfClocks(changing)[which] - DAY - Date.now());
				bench.xi.addRenewals(60);
				const days = Array.from({ length: 20 }, (_, i) => 5 * (i + 1));
				const invoices = new PollHost(
					bench,
					{ watchFor: 'newInvoice', followDays: 1 },
					state,
					zone,
				);
				const daysAhead = days.join(', ');
				const renewals = new PollHost(bench, { watchFor: 'renewalDue', daysAhead }, state, zone);
				for (const host of [invoices, renewals]) await host.publish();
				for (const host of [invoices, renewals]) await host.tick();
				for (let poll = 0; poll < 10; poll++) {
					later(5 * HOUR + 1);
					bench.xi.addOrders(1);
					expect(await invoices.tick()).toHaveLength(1);
					const today = Date.parse(dayOf(Date.now(), zone));
					for (const { daysLeft, after, expirationDate } of await renewals.tick()) {
						expect(daysLeft).toBe(
							(Date.parse((expirationDate as string).slice(0, 10)) - today) / DAY,
						);
						expect(daysLeft).toBe(after);
					}
				}
				expect(renewals.emitted.length).toBeGreaterThan(0);
				[invoices, renewals].forEach(expectOnce);
			});
		},
	);

	describe('in Australia', () => {
		const bench = useBench({
			timeScale: 1,
			quirks: { orderNumbers: 'digits', lineNumbers: 'tens' },
			clients: [
				{
					clientId: 'simulator-client',
					clientSecret: 'simulator-secret',
					customers: [{ customerNumber: '222222', countryCode: 'AU' }],
				},
			],
		});
		beforeEach(async () => {
			bench.credential = await bench.engine.addCredential(bench.xi.url, {
				customerNumber: '222222',
				countryCode: 'AU',
			});
		});
		const later = (ms: number) => {
			clock.forward(ms);
			bench.xi.advanceTime(0);
		};

		it.each(['Australia/Sydney', 'Australia/Perth', 'Europe/London'])(
			'tells all that becomes of an order, with n8n in %s, without the searches that there are not',
			async (zone) => {
				const { place, ship, invoice, deliver, change } = bench.xi.orderScript;
				const [number = ''] = place(1, { lines: [{ quantity: 3 }, { quantity: 1 }] });
				change(number, (order) => (order.words = { head: 'OPEN', parts: 'PROCESSING' }));
				const host = new PollHost(bench, ORDERS, state, zone);
				await host.publish();
				expect(await host.tick()).toEqual([]);
				const steps: Array<[() => void, unknown[]]> = [
					[() => ship(number, 0, 2), [['shipped', 0, 2]]],
					[() => invoice(number, 0), [['invoiced', 0, 2]]],
					[() => deliver(number, 0), [['delivered', 0, 2]]],
					[() => ship(number, 0, 1), [['shipped', 2, 3]]],
					[() => change(number, (order) => (order.state = 'hold')), []],
					[() => change(number, (order) => (order.state = 'open')), []],
				];
				for (const [step, expected] of steps) {
					later(13 * HOUR);
					step();
					const told = brief(await host.tick());
					if (expected.length > 0) expect(told).toEqual(expected);
					expect(await host.tick()).toEqual([]);
				}
				// Closed, and read on in rotation, since no search tells that it arrived.
				change(number, (order) => (order.words = { head: 'CLOSED', parts: 'INVOICED' }));
				await host.tick();
				later(DAY);
				deliver(number, 0);
				expect(brief(await host.tick())).toEqual([['delivered', 2, 3]]);
				const names = bench.xi
					.requestsTo(SEARCH)
					.flatMap(({ query }) => query.map(([name]) => name))
					.filter((name) => /_bt|-bt/.test(name));
				expect(new Set(names)).toEqual(new Set(['ingramOrderDate-bt', 'shipDate_bt']));
				expectOnce(host);
			},
		);

		it('asks two searches by the day of shipping, and reads each open order', async () => {
			bench.xi.orderScript.place(3);
			const host = new PollHost(bench, ORDERS, state, 'Australia/Sydney');
			await host.publish();
			await host.tick();
			bench.xi.clearRequests();
			await host.tick();
			expect(bench.xi.requestsTo(SEARCH)).toHaveLength(3);
			expect(bench.xi.requestsTo('/resellers/v6.1/orders/{ordernumber}')).toHaveLength(3);
		});
	});
});
