import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../simulator/index.mts';
import { useBench } from '../support.mts';

const ORDER_COUNT = 1_000;
const CREATE = '/resellers/v6/orders';
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);

const bench = useBench({ seed: SEED, requestLogLimit: 50_000 });

/** Each kind of trouble, and how likely it is for a create. */
const TROUBLE: Array<[Fault, number]> = [
	[{ kind: 'reset' }, 0.03],
	[{ kind: 'commitThenReset' }, 0.03],
	[{ kind: 'commitThenStatus', status: 500, body: {} }, 0.03],
	[{ kind: 'commitThenMalformed' }, 0.03],
	[{ kind: 'commitThenHang' }, 0.003],
	[{ kind: 'hang' }, 0.003],
	[{ kind: 'status', status: 500 }, 0.03],
	[{ kind: 'status', status: 503 }, 0.03],
	[{ kind: 'malformed' }, 0.03],
	[{ kind: 'tooMany' }, 0.005],
	[{ kind: 'revokeToken' }, 0.02],
	[{ kind: 'status', status: 403 }, 0.01],
];

/** Trouble with the looks afterwards, too. */
const SEARCH_TROUBLE: Array<[Fault, number]> = [
	[{ kind: 'status', status: 500 }, 0.1],
	[{ kind: 'reset' }, 0.05],
	// An order that was taken, and that the search does not show yet.
	[{ kind: 'status', status: 204 }, 0.03],
];

function unleash(): void {
	const add = (faults: Array<[Fault, number]>, endpoint: string) => {
		for (const [fault, probability] of faults) {
			bench.xi.faults.add({ ...fault, match: { endpoint }, probability, times: Infinity });
		}
	};
	add(TROUBLE, CREATE);
	add(SEARCH_TROUBLE, '/resellers/v6/orders/search');
}

const orderOf = (po: string, sku: string) => ({ po, sku });

const parameters = (more: Record<string, unknown> = {}) => ({
	operation: 'create',
	customerOrderNumber: '={{ $json.po }}',
	lines: { line: [{ ingramPartNumber: '={{ $json.sku }}', quantity: 1 }] },
	options: { timeoutSeconds: 1, lookSeconds: 0 },
	...more,
});

type Report = 'created' | 'already there' | 'unknown' | 'failed';

function reportOf({ json }: INodeExecutionData): Report {
	if (json.error === undefined) return json.outcome as 'created' | 'already there';
	return (json.details as { reason: string }).reason === 'unknown' ? 'unknown' : 'failed';
}

describe.each([
	['without Retry On Fail', {}, 1],
	['with Retry On Fail at 5', { retryOnFail: true, maxTries: 5, waitBetweenTries: 0 }, 5],
])(`${ORDER_COUNT} orders in chaos, seed ${SEED}, %s`, (_, retry, tries) => {
	it('are each bought once, or reported as what they are', async () => {
		console.log(`Seed of the chaos: ${SEED} (set CHAOS_SEED to repeat it)`);
		const [{ ingramPartNumber: sku }] = bench.xi.products.filter(
			({ authorized, discontinued }) => authorized && !discontinued,
		);
		const input = Array.from({ length: ORDER_COUNT }, (__, n) => orderOf(`PO${n}`, sku));
		// n8n runs the node again when its first item failed, so that one fails each time.
		bench.xi.faults.add({
			kind: 'status',
			status: 500,
			times: Infinity,
			match: { endpoint: CREATE, bodyContains: '"PO0"' },
		});
		unleash();
		const { items } = await bench.runOrders(parameters(), input, {
			onError: 'continueRegularOutput',
			...retry,
		});
		expect(items).toHaveLength(ORDER_COUNT);
		const sentFirst = bench.xi
			.requestsTo(CREATE)
			.filter(({ rawBody }) => rawBody.includes('"PO0"'));
		// Some tries end with a look that failed, and send nothing.
		expect(sentFirst.length).toBeGreaterThanOrEqual(tries > 1 ? 2 : 1);

		const bought = new Map<string, number>();
		for (const { customerOrderNumber } of bench.xi.orders) {
			bought.set(customerOrderNumber, (bought.get(customerOrderNumber) ?? 0) + 1);
		}
		const reports = new Map(items.map((item, n) => [`PO${n}`, reportOf(item)]));
		const count = (report: Report) => [...reports.values()].filter((one) => one === report).length;
		console.log(
			`created ${count('created')}, found ${count('already there')}, unknown ${count('unknown')}, failed ${count('failed')}; in the simulator ${bought.size}`,
		);
		for (const [po, report] of reports) {
			const times = bought.get(po) ?? 0;
			expect([po, times]).toEqual([po, Math.min(times, 1)]);
			if (report === 'created' || report === 'already there') expect([po, times]).toEqual([po, 1]);
			if (report === 'failed') expect([po, times]).toEqual([po, 0]);
		}
		for (const po of bought.keys()) expect(reports.get(po)).not.toBe('failed');
		// The chaos was one: a run without trouble would prove nothing.
		expect(count('already there')).toBeGreaterThan(0);

		bench.xi.faults.clear();
		const rest = input.filter(({ po }) => ['unknown', 'failed'].includes(reports.get(po)!));
		const second = await bench.runOrders(parameters({ ifOrderExists: 'return' }), rest, {
			onError: 'continueRegularOutput',
		});
		expect(second.items.map(reportOf)).toEqual(
			rest.map(({ po }) => (bought.has(po) ? 'already there' : 'created')),
		);
		const numbers = bench.xi.orders.map(({ customerOrderNumber }) => customerOrderNumber);
		expect(new Set(numbers).size).toBe(ORDER_COUNT);
		expect(numbers).toHaveLength(ORDER_COUNT);
	}, 180_000);
});

/** What Ingram Micro makes of some of the orders, by the end of their number. */
const FATES = {
	'-FEE': 'fee',
	'-KIT': 'kit',
	'-NEW': 'replaced',
	'-QTY': 'otherQuantity',
	'-NONE': 'noLines',
	'-DEAD': 'dead',
	'-VOID': 'deadLines',
} as const;
/** Of one, a line does not exist; every other one is made as it was asked for. */
const ENDINGS = [...Object.keys(FATES), '-PART', '', ''];
const CHANGED = /-(FEE|KIT|NEW|QTY)$/;
const FATED_COUNT = 500;

describe.each([
	['without Retry On Fail', {}],
	['with Retry On Fail at 5', { retryOnFail: true, maxTries: 5, waitBetweenTries: 0 }],
])(`${FATED_COUNT} orders that are changed, in chaos, seed ${SEED}, %s`, (_, retry) => {
	it('are each bought once, and none is called foreign', async () => {
		const [{ ingramPartNumber: sku }] = bench.xi.products.filter(
			({ authorized, discontinued }) => authorized && !discontinued,
		);
		bench.xi.quirks.orderFates = { ...FATES };
		const input = Array.from({ length: FATED_COUNT }, (__, n) => {
			const po = `PO${n}${ENDINGS[n % ENDINGS.length]}`;
			return { po, skus: [sku, po.endsWith('-PART') ? 'XXXXXX' : sku] };
		});
		// n8n runs the node again when its first item failed, so that one fails each time.
		bench.xi.faults.add({
			kind: 'status',
			status: 500,
			times: Infinity,
			match: { endpoint: CREATE, bodyContains: '"PO0-FEE"' },
		});
		unleash();
		const both = [0, 1].map((n) => ({
			ingramPartNumber: `={{ $json.skus[${n}] }}`,
			quantity: n + 1,
		}));
		const { items } = await bench.runOrders(parameters({ lines: { line: both } }), input, {
			onError: 'continueRegularOutput',
			...retry,
		});
		expect(items).toHaveLength(FATED_COUNT);
		const numbers = new Map<string, string[]>();
		for (const { customerOrderNumber, ingramOrderNumber } of bench.xi.orders) {
			numbers.set(customerOrderNumber, [
				...(numbers.get(customerOrderNumber) ?? []),
				ingramOrderNumber,
			]);
		}
		const seen = new Set<string>();
		for (const [n, { po }] of input.entries()) {
			const { json } = items[n];
			const report = reportOf(items[n]);
			const [number, ...others] = numbers.get(po) ?? [];
			const { error = '' } = json as { error?: string };
			expect([po, others]).toEqual([po, []]);
			// Nobody else orders here, so nothing that is there is a reason to order once more.
			expect([po, error]).not.toEqual([po, expect.stringMatching(/exists already/)]);
			const { remedy = '' } = (json.details ?? {}) as { remedy?: string };
			expect([po, remedy]).not.toEqual([po, expect.stringMatching(/another number/)]);

			const isDead = /-(DEAD|VOID|NONE)$/.test(po);
			if (report === 'failed' && number !== undefined) {
				expect([po, isDead]).toEqual([po, true]);
				expect(error).toContain(number);
			}
			// A later try also finds what an earlier one has created, by its own answer.
			if (report === 'already there' && !('retryOnFail' in retry)) {
				expect([po, isDead || CHANGED.test(po)]).toEqual([po, false]);
			}
			if (report === 'created' || report === 'already there') {
				expect([po, json.ingramOrderNumber]).toEqual([po, number]);
				expect([po, /-(VOID|NONE)$/.test(po)]).toEqual([po, false]);
				expect([po, json.hasRejectedLines]).toEqual([po, po.endsWith('-PART')]);
			}
			if (error.includes('which may be it')) {
				expect([po, report, CHANGED.test(po) || po.endsWith('-NONE')]).toEqual([
					po,
					'unknown',
					true,
				]);
				expect(error).toContain(number);
				seen.add('unknown');
			}
			if (error.includes('refused PO')) seen.add('dead');
			if (error.includes('has no lines')) seen.add('empty');
			if (report === 'already there') seen.add('already there');
		}
		expect([...seen].sort()).toEqual(['already there', 'dead', 'empty', 'unknown']);
	}, 180_000);
});
