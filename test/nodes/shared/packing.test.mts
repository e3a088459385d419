import fc from 'fast-check';

import { type Asker, type SharedCall, planCalls } from '../../../nodes/shared/packing.ts';

/** An ask is a subject and a variant of it, e.g. a product and a quantity. */
interface Ask {
	subject: string;
	variant: number;
}

const identity = ({ subject, variant }: Ask) => `${subject}/${variant}`;
const subject = (ask: Ask) => ask.subject;
const plan = (askers: ReadonlyArray<Asker<Ask>>, capacity: number) =>
	planCalls(askers, { capacity, identity, subject });

const askersOf = (variants: number) =>
	fc
		.array(
			fc.record({
				asks: fc.array(
					fc.record({
						subject: fc.constantFrom(...'abcdefgh'),
						variant: fc.nat({ max: variants - 1 }),
					}),
					{ maxLength: 12 },
				),
				callKey: fc.constantFrom('x', 'y', 'z'),
			}),
			{ maxLength: 15 },
		)
		// Items that were refused earlier are missing, so positions have gaps.
		.map((askers) =>
			askers.map((asker, position): Asker<Ask> => ({ ...asker, item: 2 * position })),
		);
const capacities = fc.integer({ min: 1, max: 7 });

const keyOf = (askers: ReadonlyArray<Asker<Ask>>, item: number) =>
	askers.find((asker) => asker.item === item)?.callKey;
const unique = <T,>(list: readonly T[]): T[] => [...new Set(list)];
/** The different asks of a call key, in the order in which they were first asked. */
const askedUnder = (askers: ReadonlyArray<Asker<Ask>>, callKey: string) =>
	unique(
		askers.filter((asker) => asker.callKey === callKey).flatMap(({ asks }) => asks.map(identity)),
	);
const callsOf = (
	calls: Array<SharedCall<Ask>>,
	askers: ReadonlyArray<Asker<Ask>>,
	callKey: string,
) => calls.filter(({ leader }) => keyOf(askers, leader) === callKey);
const identitiesIn = ({ questions }: SharedCall<Ask>) => questions.map(({ ask }) => identity(ask));

describe('planned calls', () => {
	it('hold every ask exactly once for its call-level parameters, and nothing else', () => {
		fc.assert(
			fc.property(askersOf(3), capacities, (askers, capacity) => {
				const calls = plan(askers, capacity);
				for (const callKey of ['x', 'y', 'z']) {
					const held = callsOf(calls, askers, callKey).flatMap(identitiesIn);
					expect(held.sort()).toEqual(askedUnder(askers, callKey).sort());
				}
			}),
		);
	});

	it('name for each question the items that asked it, once each and in order', () => {
		fc.assert(
			fc.property(askersOf(3), capacities, (askers, capacity) => {
				for (const { leader, questions } of plan(askers, capacity)) {
					const callKey = keyOf(askers, leader);
					for (const { ask, askers: items } of questions) {
						const expected = askers
							.filter(
								(asker) =>
									asker.callKey === callKey &&
									asker.asks.some((own) => identity(own) === identity(ask)),
							)
							.map(({ item }) => item);
						expect(items).toEqual(expected);
					}
				}
			}),
		);
	});

	it('are led by the first item with their call-level parameters', () => {
		fc.assert(
			fc.property(askersOf(3), capacities, (askers, capacity) => {
				for (const { leader } of plan(askers, capacity)) {
					const callKey = keyOf(askers, leader);
					expect(leader).toBe(askers.find((asker) => asker.callKey === callKey)?.item);
				}
			}),
		);
	});

	it('are never empty and never hold more than fits', () => {
		fc.assert(
			fc.property(askersOf(3), capacities, (askers, capacity) => {
				for (const { questions } of plan(askers, capacity)) {
					expect(questions.length).toBeGreaterThan(0);
					expect(questions.length).toBeLessThanOrEqual(capacity);
				}
			}),
		);
	});

	it('never hold two asks about one subject', () => {
		fc.assert(
			fc.property(askersOf(4), capacities, (askers, capacity) => {
				for (const { questions } of plan(askers, capacity)) {
					const subjects = questions.map(({ ask }) => ask.subject);
					expect(unique(subjects)).toEqual(subjects);
				}
			}),
		);
	});

	it('are as few as can be, and keep the order of the items, where no subject comes twice', () => {
		fc.assert(
			fc.property(askersOf(1), capacities, (askers, capacity) => {
				const calls = plan(askers, capacity);
				for (const callKey of ['x', 'y', 'z']) {
					const asked = askedUnder(askers, callKey);
					const own = callsOf(calls, askers, callKey);
					expect(own).toHaveLength(Math.ceil(asked.length / capacity));
					expect(own.flatMap(identitiesIn)).toEqual(asked);
				}
			}),
		);
	});

	it('are but a few more where subjects come again', () => {
		fc.assert(
			fc.property(askersOf(4), capacities, (askers, capacity) => {
				const calls = plan(askers, capacity);
				for (const callKey of ['x', 'y', 'z']) {
					const asked = askedUnder(askers, callKey);
					const often = asked.map((own) => asked.filter((other) => other[0] === own[0]).length);
					const most = Math.ceil(asked.length / capacity) - 1 + Math.max(1, ...often);
					expect(callsOf(calls, askers, callKey).length).toBeLessThanOrEqual(most);
				}
			}),
		);
	});

	it('keep, within each call, the order in which things were first asked', () => {
		fc.assert(
			fc.property(askersOf(3), capacities, (askers, capacity) => {
				for (const call of plan(askers, capacity)) {
					const asked = askedUnder(askers, keyOf(askers, call.leader) ?? '');
					const positions = identitiesIn(call).map((own) => asked.indexOf(own));
					expect(positions).toEqual([...positions].sort((a, b) => a - b));
				}
			}),
		);
	});

	it('fill gaps that an earlier clash of subjects left', () => {
		const asks = ['a1', 'a2', 'b1', 'c1', 'b2', 'd1'].map((own) => ({
			subject: own[0],
			variant: Number(own[1]),
		}));
		const calls = plan([{ item: 4, asks, callKey: 'x' }], 3);
		expect(calls.map(identitiesIn)).toEqual([
			['a/1', 'b/1', 'c/1'],
			['a/2', 'b/2', 'd/1'],
		]);
	});

	it('are none where nothing is asked', () => {
		expect(plan([], 5)).toEqual([]);
		expect(plan([{ item: 0, asks: [], callKey: 'x' }], 5)).toEqual([]);
	});

	it('are planned quickly for very many items', () => {
		const askers = Array.from({ length: 20_000 }, (_, item) => ({
			item,
			asks: [{ subject: `product ${item}`, variant: 0 }],
			callKey: 'x',
		}));
		const started = Date.now();
		expect(plan(askers, 50)).toHaveLength(400);
		expect(Date.now() - started).toBeLessThan(3_000);
	});
});
