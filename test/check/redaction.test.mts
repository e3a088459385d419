import fc from 'fast-check';

import { callsFor, type Expectations, expectations } from '../../check/expected.mts';
import type { Exchange } from '../../check/exchange.mts';
import { findingsOf } from '../../check/findings.mts';
import { fixturesOf } from '../../check/record.mts';
import { createRedactor } from '../../check/redact.mts';
import { jsonReport, markdownReport, type ReportHead } from '../../check/report.mts';
import { type CheckRun, runCalls } from '../../check/run.mts';
import { profileOf } from '../../simulator/index.mts';
import { Engine } from '../engine/engine.mts';
import { createMadeUp, type MadeUp } from './madeUp.mts';
import { accountAt, withAccount } from './support.mts';

const head: ReportHead = {
	version: '1.2.3',
	environment: 'sandbox',
	countryCode: 'US',
	country: profileOf('US'),
	at: new Date('2026-11-28'),
};

const partsIn = (text: string): Set<string> =>
	new Set((text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((part) => part.toUpperCase()));

/** Whether a value stands in a text, and not within a longer number or word, where it is by chance. */
function standsIn(text: string, value: string): boolean {
	const isPart = (sign: string | undefined) =>
		sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);
	for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
		if (!isPart(text[at - 1]) && !isPart(text[at + value.length])) return true;
	}
	return false;
}

/** What of a made-up account stands in a text. */
function survivorsIn(text: string, { values, parts }: MadeUp): string[] {
	const there = partsIn(text);
	const escaped = (value: string) => JSON.stringify(value).slice(1, -1);
	return [
		...values.filter((value) => value.length > 3 && standsIn(text, escaped(value))),
		...[...parts].filter((part) => there.has(part)),
	];
}

/** A call with all of its values replaced by ones of a made-up account. */
const asMadeUp = (exchange: Exchange, { like }: MadeUp): Exchange => ({
	...exchange,
	pathValues: like(exchange.pathValues) as Record<string, string>,
	query: exchange.query.map(([name, value]) => [
		name,
		/^page|size$/i.test(name) ? value : (like(value) as string),
	]),
	...('sent' in exchange ? { sent: like(exchange.sent) } : {}),
	...('answer' in exchange ? { answer: like(exchange.answer) } : {}),
});

describe('what leaves the machine', () => {
	let engine: Engine;
	let run: CheckRun;
	let expected: Expectations;
	beforeAll(async () => {
		engine = await Engine.start();
		expected = await expectations(engine);
		await withAccount({}, async (xi) => {
			const credential = await engine.credentials.add('ingramMicroXiOAuth2Api', accountAt(xi.url));
			run = await runCalls(engine, credential, callsFor('cancel'));
		});
	});

	it.each([1, 2, 3])('has no value of the made-up account %i in it', async (seed) => {
		const madeUp = createMadeUp(seed);
		const results = run.results.map((result) => ({
			...result,
			exchanges: result.exchanges.map((exchange) => asMadeUp(exchange, madeUp)),
			failures: Array.from({ length: 20 }, () => ({
				message: `Invalid "${String(madeUp.like('text'))}": ${String(madeUp.like(1.5))} [item 0]`,
				reason: 'refused',
				status: 400,
			})),
		}));
		const foreign: Exchange = {
			method: 'GET',
			endpoint: `/resellers/v9/${String(madeUp.like('text'))}`,
			pathValues: {},
			query: [],
			status: 200,
			headers: {},
			answer: madeUp.like({ a: 'text' }),
			milliseconds: 1,
		};
		results[0].exchanges.push(foreign);
		expect(madeUp.values.length).toBeGreaterThan(2000);

		const exchanges = results.flatMap((result) => result.exchanges);
		const survivors = () => survivorsIn(JSON.stringify(fixturesOf(exchanges)), madeUp);
		// A stand-in may be equal by chance to a value that stands in a failure only, not in a call. What
		// got through is there each time.
		const again = new Set(survivors());
		expect(survivors().filter((value) => again.has(value))).toEqual([]);

		const findings = findingsOf({ ...run, results }, expected);
		expect(survivorsIn(markdownReport(findings, head), madeUp)).toEqual([]);
		expect(survivorsIn(JSON.stringify(jsonReport(findings, head)), madeUp)).toEqual([]);
	});

	it('has the same fields, in the same types, and the same number wherever it was the same', () => {
		const [first, second] = fixturesOf(
			['20-RC1RD', '20-RC1RD-11'].map((number) => ({
				method: 'GET',
				endpoint: '/resellers/v6.1/orders/{ordernumber}',
				pathValues: { ordernumber: number },
				query: [['customerNumber', '20-222222']],
				status: 200,
				headers: {},
				answer: {
					ingramOrderNumber: number,
					bare: '20RC1RD11',
					serial: 123_456,
					serialText: '123456',
					orderTotal: 12.5,
					orderTotalText: '12.50',
					orderDate: '2026-11-20',
					status: 'SHIPPED',
					currencyCode: 'USD',
					taxAmount: 0,
					ok: true,
					nothing: null,
					lines: [],
					links: [{ href: '/resellers/v6/orders/20-RC1RD' }],
				},
				milliseconds: 1,
			})),
		);
		const one = first.answer as Record<string, string>;
		const other = second.answer as Record<string, string>;
		expect(other.ingramOrderNumber.startsWith(one.ingramOrderNumber)).toBe(true);
		expect(first.pathValues.ordernumber).toBe(one.ingramOrderNumber);
		expect(other.bare).toBe(other.ingramOrderNumber.replaceAll('-', ''));
		expect(String(one.serial)).toBe(one.serialText);
		expect(Number(one.orderTotalText)).toBe(one.orderTotal);
		expect(one).toMatchObject({
			status: 'SHIPPED',
			currencyCode: 'USD',
			taxAmount: 0,
			ok: true,
			nothing: null,
			lines: [],
			links: [{ href: `/resellers/v6/orders/${one.ingramOrderNumber}` }],
			orderDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
		});
	});

	it.each(['王 伟', '李-四', 'é', 'Ж 12'])('has nothing of %s in it', (name) => {
		const made = createRedactor([{ name }]).value({ name }) as { name: string };
		for (const part of partsIn(name)) expect(partsIn(made.name)).not.toContain(part);
	});

	it('has a number of a sentence in it only where it is the status of a call', () => {
		const message = 'The remote server returned an error: (404) Not Found. Quantity 512 of 451';
		const made = createRedactor([{ message }]).value({ message }) as { message: string };
		expect(made.message).toContain('error: (404) Not Found');
		expect(made.message).not.toMatch(/512|451/);
	});

	it('has no word of any text in it', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1 }),
				fc.double({ noNaN: true }),
				(text, number) => {
					const redactor = createRedactor([{ name: text, price: number }]);
					const made = redactor.value({ name: text, price: number }) as {
						name: string;
						price: number;
					};
					const words = [...partsIn(text)].filter(
						(part) => [...part].length > 3 && !/^0+$/.test(part),
					);
					const there = partsIn(made.name);
					return words.every((word) => !there.has(word)) && typeof made.price === 'number';
				},
			),
		);
	});
});
