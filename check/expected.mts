import type { CountryName } from '../simulator/index.mts';
import { profileOf, type Simulator, startSimulator } from '../simulator/index.mts';
import { Engine } from '../test/engine/engine.mts';
import { callsAboutOrders, type CheckCall, locator } from './calls.mts';
import type { CallResult, CheckRun } from './run.mts';
import { callsOfOrder } from './orderCalls.mts';
import { runCalls } from './run.mts';
import { addTo, type FieldShape, type Shape } from './shape.mts';
import { callsAboutTerms } from './termCalls.mts';

/** What answers are expected to look like, by their call, as in `GET /resellers/v6/orders/search`. */
export type Expectations = ReadonlyMap<string, Shape>;

/** A simulator's orders in all states that they can be in, and some of everything else. */
export function fillBooks(xi: Simulator): void {
	xi.addOrders(3);
	xi.addOrders(1, { ingramPartNumber: '123512' });
	xi.addReturns(2);
	xi.addDeals(2);
	xi.addRenewals(2);
	xi.addQuotes(2);
}

/** Every operation that is run, the ones of an order on hold included if it is to be made. */
export const callsFor = (order?: 'cancel' | 'release') => [
	...callsAboutOrders,
	...callsAboutTerms,
	...(order ? callsOfOrder(order) : []),
];

/** Prices with all that can be asked for, since some accounts are given it in any case. */
const pricesWithAll: CheckCall = {
	title: 'Prices with everything',
	node: 'ingramMicroProductCatalog',
	endpoints: [],
	parameters: {
		operation: 'getPriceAndAvailability',
		product: locator('ingramPartNumber'),
		additionalFields: {
			includeProductAttributes: true,
			showAvailableDiscounts: true,
			showReserveInventoryDetails: true,
		},
	},
	input: ({ priced }) => priced.map((id) => ({ id })),
};

/**
 * Learns what to expect: from the simulator, which the package is built and tested against. It is
 * asked the same as the account, in this process.
 *
 * @param country whose habits are expected; left out: those of the USA
 */
export async function expectations(engine: Engine, country?: CountryName): Promise<Expectations> {
	const expected = new Map<string, Shape>();
	// Once with the papers of official samples alone, and once with more that are made up.
	for (const end of ['cancel', 'release'] as const) {
		const xi = await startSimulator({
			callsPerWindow: 0,
			products: 400,
			...(country && { country }),
		});
		try {
			if (end === 'release') fillBooks(xi);
			const account = country && profileOf(country).customer;
			const credential = await engine.addCredential(xi.url, { ...account });
			addRun(expected, await runCalls(engine, credential, [...callsFor(end), pricesWithAll]));
		} finally {
			await xi.close();
		}
	}
	return expected;
}

function addRun(expected: Map<string, Shape>, { results }: CheckRun): void {
	for (const { endpoint, answers } of results.flatMap(answersOf)) {
		const shape: Shape = expected.get(endpoint) ?? new Map<string, FieldShape>();
		expected.set(endpoint, shape);
		for (const answer of answers) addTo(shape, answer);
	}
}

/** The good answers of a result, by their calls. */
export function answersOf({ exchanges }: CallResult): { endpoint: string; answers: unknown[] }[] {
	const byCall = new Map<string, unknown[]>();
	for (const { method, endpoint, status, answer } of exchanges) {
		if (status === undefined || status < 200 || status > 299 || answer === undefined) continue;
		const call = `${method} ${endpoint}`;
		byCall.set(call, [...(byCall.get(call) ?? []), answer]);
	}
	return [...byCall].map(([endpoint, answers]) => ({ endpoint, answers }));
}
