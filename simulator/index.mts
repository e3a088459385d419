import type { AddressInfo } from 'node:net';
import { createAuthority } from './auth.mts';
import { createClock } from './clock.mts';
import { createFaults, type Fault } from './faults.mts';
import { loadFixtures } from './fixtures.mts';
import {
	quirksOf,
	resolveOptions,
	type ResolvedOptions,
	type SimulatorOptions,
} from './options.mts';
import type { Quirks } from './quirks.mts';
import { addOrders, orderSteps, orderViews } from './orderHandle.mts';
import { addReturns, returnSteps, returnViews } from './returnHandle.mts';
import type { ReturnSteps, ReturnView } from './returnHandle.mts';
import type { AddOrders, OrderSteps, OrderView } from './orderHandle.mts';
import { orderScript, type OrderScript } from './orderScript.mts';
import { addQuotes, quoteViews, type AddQuotes, type QuoteView } from './quoteHandle.mts';
import { createRateLimit } from './rateLimit.mts';
import { createRequestLog, type RecordedRequest } from './requestLog.mts';
import { buildServer } from './server.mts';
import { addDeals, addRenewals, type AddTerms } from './termsHandle.mts';
import type { Listener } from './events.mts';
import type { OrderEvent } from './state/orderEvents.mts';
import type { QuoteEvent } from './state/quoteEvents.mts';
import type { Plan, Product } from './state/products.mts';
import { createRandom } from './state/random.mts';
import { createWorld } from './state/world.mts';
import { createWebhooks, type Webhooks } from './webhooks/index.mts';

export { countryNames, placeOf, profileOf, readCountry } from './countryProfiles.mts';
export type { CountryName, CountryProfile } from './countryProfiles.mts';
export type { Fault, FaultRule } from './faults.mts';
export { defaultClients } from './options.mts';
export type { Client, Customer, ResolvedOptions, SimulatorOptions } from './options.mts';
export type { OrderScript, ScriptedOrder } from './orderScript.mts';
export type { AddOrders, OrderSteps, OrderView } from './orderHandle.mts';
export type { AddTerms } from './termsHandle.mts';
export type { ReturnSteps, ReturnView } from './returnHandle.mts';
export type { AddQuotes, QuoteView } from './quoteHandle.mts';
export type { OrderEvent } from './state/orderEvents.mts';
export type { QuoteEvent } from './state/quoteEvents.mts';
export type { Quirks, QuirkSettings } from './quirks.mts';
export type { RecordedRequest } from './requestLog.mts';
export type { Plan, Product } from './state/products.mts';
export type { Delivery } from './webhooks/deliveries.mts';
export type { Hook, HookSettings } from './webhooks/hooks.mts';
export type { Webhooks } from './webhooks/index.mts';

/** A simulator that runs. */
export interface Simulator {
	/** Its address without a slash at the end, for example `http://127.0.0.1:4010`. */
	readonly url: string;
	readonly port: number;
	/** The options in force, defaults included. */
	readonly options: Readonly<ResolvedOptions>;
	/** What was received so far, oldest first; control calls are left out. */
	readonly requests: readonly RecordedRequest[];
	/**
	 * The requests to one endpoint.
	 *
	 * @param endpoint route template, for example `/resellers/v6/catalog/details/{ingramPartNumber}`
	 */
	requestsTo(endpoint: string): RecordedRequest[];
	/** Empties the log of requests. */
	clearRequests(): void;
	/** What is to go wrong. */
	readonly faults: {
		/** Adds a fault and returns its id. */
		add(fault: Fault): number;
		/** Removes all faults. */
		clear(): void;
	};
	/** Deviations from the documents; assign to a member to change it while running. */
	readonly quirks: Quirks;
	/** Sets all quirks back to their defaults. */
	resetQuirks(): void;
	/** Ends all tokens at once. */
	revokeTokens(): void;
	/** Tokens issued since the start. */
	readonly tokensIssued: number;
	/** Forgets what was counted against the rate limit. */
	resetRateLimit(): void;
	/**
	 * Moves the simulator's time forward, so that tokens and rate windows end without a wait, and
	 * orders go on with their lives.
	 *
	 * @param seconds 0 or more
	 */
	advanceTime(seconds: number): void;
	/** The catalog, documented products first. */
	readonly products: readonly Product[];
	/** The subscription plans, documented ones first. */
	readonly plans: readonly Plan[];
	/** All orders as they are now, in the order in which they came; copies. */
	readonly orders: readonly OrderView[];
	/**
	 * Puts finished orders into the books, quickly.
	 *
	 * @returns their Ingram order numbers, oldest first
	 */
	addOrders(count: number, wish?: AddOrders): string[];
	/**
	 * Gives a customer deals beside those of the catalog's bids.
	 *
	 * @returns their numbers
	 */
	addDeals(count: number, wish?: AddTerms): string[];
	/**
	 * Gives a customer renewals beside those that it has from the start and through its orders.
	 *
	 * @returns their numbers
	 */
	addRenewals(count: number, wish?: Pick<AddTerms, 'customerNumber'>): number[];
	/** All returns as they are now, in the order in which they came; copies. */
	readonly returns: readonly ReturnView[];
	/**
	 * Puts returns into the books, quickly, each of the goods of a finished order of its own.
	 *
	 * @returns their case request numbers, oldest first
	 */
	addReturns(count: number): string[];
	/** What is decided on returns, ahead of its time. */
	readonly returnSteps: ReturnSteps;
	/** Orders that do nothing by themselves, and what is to become of them. */
	readonly orderScript: OrderScript;
	/** Steps in the life of orders, forced ahead of their time. */
	readonly orderSteps: OrderSteps;
	/**
	 * Tells what happens to orders.
	 *
	 * @returns takes the listener off again
	 */
	onOrderEvent(listener: Listener<OrderEvent>): () => void;
	/** Who is told what happens, and what was sent to them. */
	readonly webhooks: Webhooks;
	/** All quotes as they are now, in the order in which they came; copies. */
	readonly quotes: readonly QuoteView[];
	/**
	 * Puts quotes into the books, quickly.
	 *
	 * @returns their numbers, oldest first
	 */
	addQuotes(count: number, wish?: AddQuotes): string[];
	/**
	 * Tells what became of requests for quotes.
	 *
	 * @returns takes the listener off again
	 */
	onQuoteEvent(listener: Listener<QuoteEvent>): () => void;
	/** Stops, and closes all connections at once, hanging ones too. */
	close(): Promise<void>;
}

/**
 * Starts a simulator of the XI reseller API in this process.
 *
 * @param options see `SimulatorOptions`; everything has a default
 * @throws RangeError or TypeError when an option is wrong, Error when the port is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const resolved = resolveOptions(options);
	const clock = createClock(resolved.timeScale);
	const world = createWorld(resolved, clock);
	const authority = createAuthority(clock, resolved);
	const rateLimit = createRateLimit(clock, resolved.callsPerWindow, resolved.windowSeconds);
	const faults = createFaults(createRandom(resolved.seed + 2));
	const log = createRequestLog(resolved.requestLogLimit);

	const webhooks = createWebhooks(world);
	const app = buildServer({
		world,
		authority,
		rateLimit,
		faults,
		log,
		webhooks,
		...(resolved.fixtures && { fixtures: loadFixtures(resolved.fixtures) }),
	});
	await app.listen({ port: resolved.port, host: resolved.host });
	const port = portOf(app.server.address());

	return {
		url: `http://${reachable(resolved.host)}:${port}`,
		port,
		options: resolved,
		requests: log.requests,
		requestsTo: log.to,
		clearRequests: log.clear,
		faults: { add: faults.add, clear: faults.clear },
		quirks: world.quirks,
		resetQuirks: () => {
			Object.assign(world.quirks, quirksOf(resolved.country));
		},
		revokeTokens: authority.revokeAll,
		get tokensIssued() {
			return authority.issued;
		},
		resetRateLimit: rateLimit.reset,
		advanceTime: (seconds) => clock.advance(seconds * 1000),
		products: world.catalog.products,
		plans: world.catalog.plans,
		get orders() {
			return orderViews(world);
		},
		addOrders: (count, wish) => addOrders(world, count, wish),
		addDeals: (count, wish) => addDeals(world, count, wish),
		addRenewals: (count, wish) => addRenewals(world, count, wish),
		get returns() {
			return returnViews(world);
		},
		addReturns: (count) => addReturns(world, count),
		returnSteps: returnSteps(world),
		orderScript: orderScript(world),
		orderSteps: orderSteps(world),
		onOrderEvent: world.events.on,
		webhooks,
		get quotes() {
			return quoteViews(world);
		},
		addQuotes: (count, wish) => addQuotes(world, count, wish),
		onQuoteEvent: world.quoteEvents.on,
		close: async () => {
			clock.stop();
			world.courier.stop();
			await webhooks.settled();
			await app.close();
		},
	};
}

/** The host part of an address that a client on this machine can use. */
function reachable(host: string): string {
	// Listening on all addresses is no address to call.
	if (host === '0.0.0.0') return '127.0.0.1';
	if (host === '::') return '[::1]';
	return host.includes(':') ? `[${host}]` : host;
}

function portOf(address: AddressInfo | string | null): number {
	if (typeof address === 'object' && address !== null) return address.port;
	throw new Error('The simulator does not listen on a TCP port');
}
