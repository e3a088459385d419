import type { IDataObject } from 'n8n-workflow';

import { PollHost, type StateKind, useClock, DAY, HOUR } from './pollSupport.mts';
import { useBench } from './support.mts';

/*
 * How n8n runs a polling node, and what this one makes of it: what is thrown and when, what is kept, and
 * that a state that is lost or old opens no gap.
 */

const bench = useBench();
const clock = useClock();
const MINUTE = 60_000;
const INVOICES = { watchFor: 'newInvoice' };

const down = () => bench.xi.faults.add({ kind: 'status', status: 503, times: Infinity });
const up = () => bench.xi.faults.clear();

const keysOf = (rows: IDataObject[]) => rows.map(({ key }) => key);

describe.each<StateKind>(['lasting', 'durable'])('with %s state', (state) => {
	const host = (parameters: IDataObject = INVOICES) =>
		new PollHost(bench, parameters as never, state);

	it('publishes during an outage without an error, and then tells of it', async () => {
		const own = host();
		down();
		await own.publish();
		await own.tick();
		expect(own.errors).toEqual([]);
		clock.forward(2 * MINUTE);
		await own.tick();
		expect(own.errors).toHaveLength(1);
		expect(own.errors[0].failure).toEqual({ cause: 'temporarily-unavailable' });
		clock.forward(5 * MINUTE);
		await own.tick();
		expect(own.errors).toHaveLength(1);
		clock.forward(HOUR);
		await own.tick();
		expect(own.errors).toHaveLength(2);
		up();
		await own.tick();
		bench.xi.addOrders(1);
		expect(await own.tick()).toHaveLength(1);
	});

	it('starts during an outage without an error, and tells what came meanwhile once', async () => {
		const own = host();
		await own.publish();
		await own.tick();
		bench.xi.addOrders(1);
		expect(await own.tick()).toHaveLength(1);
		bench.xi.addOrders(2);
		down();
		own.restart();
		await own.publish(INVOICES, 'init');
		clock.forward(30_000);
		await own.tick();
		expect(own.errors).toEqual([]);
		clock.forward(MINUTE);
		await own.tick();
		expect(own.errors).toHaveLength(1);
		up();
		expect(await own.tick()).toHaveLength(2);
		expect(await own.tick()).toEqual([]);
		expect(new Set(keysOf(own.emitted)).size).toBe(3);
	});

	it('publishes again long after its start during an outage without an error', async () => {
		const own = host();
		await own.publish();
		clock.forward(HOUR);
		await own.tick();
		down();
		await own.publish({ ...INVOICES, followDays: 20 });
		expect(own.errors).toEqual([]);
	});

	it('refuses keys that are wrong when a person publishes, and not when n8n starts', async () => {
		const credential = bench.credential;
		bench.credential = await bench.engine.addCredential(bench.xi.url, { clientSecret: 'wrong' });
		const own = host();
		await own.publish();
		expect(own.errors).toHaveLength(1);
		expect(own.errors[0].failure).toEqual({ cause: 'credential-invalid' });
		own.restart();
		await own.publish(INVOICES, 'init');
		expect(own.errors).toHaveLength(1);
		bench.credential = credential;
	});

	it('with an old state repeats at most what was told since, and leaves out nothing', async () => {
		const own = host();
		await own.publish();
		await own.tick();
		bench.xi.addOrders(1);
		await own.tick();
		const old = structuredClone(own.stored);
		clock.forward(2 * DAY);
		bench.xi.addOrders(2);
		const since = await own.tick();
		expect(since).toHaveLength(2);
		clock.forward(30 * DAY);
		bench.xi.addOrders(1);
		own.stored = old;
		own.restart();
		await own.publish(INVOICES, 'init');
		await own.tick();
		const after = own.emitted.slice(3);
		expect(after).toHaveLength(3);
		expect(keysOf(after)).toEqual(expect.arrayContaining(keysOf(since)));
	});

	it.each<[string, IDataObject, () => void]>([
		['invoices', INVOICES, () => bench.xi.addOrders(1)],
		['returns', { watchFor: 'returnChanged' }, () => bench.xi.addReturns(1)],
		['quotes', { watchFor: 'quoteChanged' }, () => bench.xi.addQuotes(1)],
		['orders', { watchFor: 'orderChanged' }, () => bench.xi.orderScript.place(1)],
		[
			'dates',
			{ watchFor: 'etaChanged' },
			() =>
				bench.xi.orderScript.place(1, { lines: [{ quantity: 2, awaited: 2, eta: '2099-01-02' }] }),
		],
		[
			'renewals',
			{ watchFor: 'renewalDue', daysAhead: '90, 80, 70, 60, 50, 40, 30, 20, 10' },
			() => clock.forward(10 * DAY),
		],
	])(
		'with an old state of %s tells again what it told, by the same keys',
		async (_, parameters, step) => {
			bench.xi.addRenewals(20);
			const own = host(parameters);
			await own.publish();
			await own.tick();
			step();
			await own.tick();
			const old = structuredClone(own.stored);
			const before = own.emitted.length;
			step();
			await own.tick();
			const since = keysOf(own.emitted.slice(before));
			own.stored = old;
			own.restart();
			await own.publish(parameters as never, 'init');
			await own.tick();
			const again = keysOf(own.emitted.slice(before + since.length));
			expect(again.sort()).toEqual(since.sort());
			expect(own.errors).toEqual([]);
			expect(since.length).toBeGreaterThan(0);
		},
	);

	it('tells nothing because more days are followed, and nothing because a filter went', async () => {
		bench.xi.addOrders(3, { from: new Date(Date.now() - 40 * DAY) });
		const own = host({ ...INVOICES, followDays: 3, filters: { statuses: ['NONE'] } });
		bench.xi.addOrders(1);
		await own.publish();
		await own.tick();
		await own.publish({ ...INVOICES, followDays: 90 });
		await own.tick();
		expect(own.emitted).toEqual([]);
		bench.xi.addOrders(1);
		expect(await own.tick()).toHaveLength(1);
	});

	it('begins anew with another kind', async () => {
		bench.xi.addReturns(2);
		const own = host();
		await own.publish();
		await own.tick();
		await own.publish({ watchFor: 'returnChanged' });
		await own.tick();
		expect(own.emitted).toEqual([]);
		bench.xi.addReturns(1);
		expect(await own.tick()).toHaveLength(1);
	});

	it('starts with what is there where that is wanted', async () => {
		bench.xi.addReturns(2);
		const own = host({ watchFor: 'returnChanged', options: { startWithExisting: true } });
		const first = [...(await own.publish()), ...(await own.tick())];
		expect(new Set(keysOf(first)).size).toBe(2);
		const again = await own.tick();
		expect(again).toEqual([]);
	});

	it('tries without a trace, with the newest ones', async () => {
		bench.xi.addReturns(12);
		const own = host({ watchFor: 'returnChanged', output: 'raw' });
		await own.publish();
		await own.tick();
		const stored = structuredClone(own.stored);
		const shown = await own.fetchTestEvent();
		expect(shown).toHaveLength(10);
		expect(shown[0]).toMatchObject({ change: 'appeared', returnClaimId: expect.anything() });
		expect(await own.fetchTestEvent()).toEqual(shown);
		expect(own.stored).toEqual(stored);
		bench.xi.addReturns(1);
		expect(await own.tick()).toHaveLength(1);
	});

	it('polls once at a time', async () => {
		const own = host();
		await own.publish();
		await own.tick();
		bench.xi.addOrders(1);
		bench.xi.faults.add({ kind: 'delay', ms: 300 });
		const both = await Promise.all([own.tick(), own.tick()]);
		expect(both.flat()).toHaveLength(1);
	});

	it('goes on in the next poll where the rate limit is used up, and misses and repeats nothing', async () => {
		bench.xi.addOrders(250);
		const own = host();
		const limited = () =>
			bench.xi.faults.add({
				kind: 'tooMany',
				match: { endpoint: '/resellers/v6/invoices', after: 2 },
			});
		limited();
		await own.publish();
		await own.tick();
		bench.xi.addOrders(5);
		await own.tick();
		await own.tick();
		expect(new Set(keysOf(own.emitted)).size).toBe(own.emitted.length);
		expect(own.errors).toEqual([]);
	});
});
