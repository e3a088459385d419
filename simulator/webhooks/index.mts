import { customerOf } from '../orderHandle.mts';
import type { Product } from '../state/products.mts';
import { createRandom } from '../state/random.mts';
import type { World } from '../state/world.mts';
import { createDeliveries, type Delivery, type NewDelivery } from './deliveries.mts';
import { createHooks, type Hook, type HookSettings } from './hooks.mts';
import { changed, forged, madeUpOrder, type Forgery } from './mischief.mts';
import { orderPayload } from './orderPayloads.mts';
import {
	bodyOf,
	quotePayload,
	stockPayloads,
	type Json,
	type Payload,
	type ToldQuote,
} from './payloads.mts';
import { newEventId, signatureOf } from './signing.mts';

/** Which products a stock event tells of. */
export interface StockUpdate {
	/** Ingram part numbers. */
	skus?: readonly string[];
	/** In place of `skus`: so many products, the first ones of the catalog. Default 1. */
	count?: number;
	/** Default: the first customer of the first app. */
	customerNumber?: string;
}

/** How held deliveries are let go. */
export type Arrangement = 'given' | 'reverse' | 'shuffle';

/** The hooks of all apps, and what is sent to them. */
export interface Webhooks {
	readonly hooks: readonly Hook[];
	/**
	 * Sets up a hook.
	 *
	 * @throws TypeError when a setting is wrong
	 */
	add(settings: HookSettings): Hook;
	/** Takes a hook away; what waits for it is dropped. False: there was none. */
	remove(id: number): boolean;
	/** What was and is sent, oldest first. */
	readonly deliveries: readonly Delivery[];
	clearDeliveries(): void;
	/** Resolves when nothing is under way; what waits for a later attempt does not count. */
	settled(): Promise<void>;
	/**
	 * Tells of the stock, as XI does every 15 minutes; more than 4,000 products are several events.
	 *
	 * @throws RangeError for an unknown product or customer
	 */
	sendStockUpdate(update?: StockUpdate): Delivery[];
	/** Tells what became of a quote. */
	sendQuoteEvent(event: ToldQuote): Delivery[];
	/**
	 * Sends a body that nobody at XI signed, once.
	 *
	 * @param what what is wrong with it
	 * @param of a delivery to take the body from; default: a made-up order that was shipped
	 * @throws RangeError for an unknown hook or delivery
	 */
	forge(hookId: number, what: Forgery, of?: number): Promise<Delivery>;
	/**
	 * Sends a delivery again, with the ID and the signature that it had, once.
	 *
	 * @param changes replace members of its body, so that a good signature stands for another body
	 * @throws RangeError for an unknown delivery
	 */
	replay(deliveryId: number, changes?: Readonly<Json>): Promise<Delivery>;
	/** From now on new deliveries wait for `release`. */
	hold(): void;
	/**
	 * Lets go of what was held.
	 *
	 * @returns it, in the order in which it is sent
	 */
	release(arrangement?: Arrangement): readonly Delivery[];
	/**
	 * Sends many good events at once, each once, to one hook.
	 *
	 * @param flood `events` different ones, each `copies` times (default 1), `concurrency` at a time
	 *   (default 10), the copies of one after those of all others
	 * @throws RangeError for an unknown hook, or a number that is not a whole one from 1 on
	 */
	flood(
		hookId: number,
		flood: { events: number; copies?: number; concurrency?: number },
	): Promise<Delivery[]>;
}

/** Makes the hooks of the options, and has them told of what happens to orders. */
export function createWebhooks(world: World): Webhooks {
	const { clock, options, catalog } = world;
	const hooks = createHooks(options.clients);
	const random = createRandom(options.seed + 4);
	const deliveries = createDeliveries(clock, world.courier, {
		attempts: options.webhookAttempts,
		retrySeconds: options.webhookRetrySeconds,
		timeoutSeconds: options.webhookTimeoutSeconds,
		logLimit: options.webhookLogLimit,
	});

	const letterTo = (hook: Hook, event: string, eventId: string, body: unknown): NewDelivery => ({
		hookId: hook.id,
		url: hook.url,
		eventId,
		event,
		origin: 'event',
		body: JSON.stringify(body),
		signature: signatureOf(hook.secret, eventId),
	});
	const send = (payload: Payload, at = clock.lifeNow()): Delivery[] => {
		const eventId = newEventId();
		const body = bodyOf(world, payload, eventId, at);
		return hooks
			.of(payload.event, payload.customer)
			.map((hook) => deliveries.add(letterTo(hook, payload.event, eventId, body)));
	};
	const find = (id: number): Delivery => {
		const delivery = deliveries.log.find((one) => one.id === id);
		if (!delivery) throw new RangeError(`There is no delivery ${id}`);
		return delivery;
	};
	const once = async (letter: NewDelivery): Promise<Delivery> => {
		const [sent] = await deliveries.rush([letter], 1);
		if (!sent) throw new Error('Nothing was sent');
		return sent;
	};
	const madeUp = (hook: Hook): NewDelivery => {
		const eventId = newEventId();
		const body = bodyOf(world, madeUpOrder(customerOf(world)), eventId, clock.lifeNow());
		return letterTo(hook, 'order_shipped', eventId, body);
	};

	for (const settings of options.webhooks) hooks.add(settings);
	world.events.on((event) => {
		const payload = orderPayload(world, event);
		if (payload) send(payload, event.at);
	});
	world.quoteEvents.on((event) => void send(quotePayload(event), event.at));

	return {
		hooks: hooks.all,
		add: hooks.add,
		remove: (id) => {
			deliveries.drop(id);
			return hooks.remove(id);
		},
		deliveries: deliveries.log,
		clearDeliveries: deliveries.clearLog,
		settled: deliveries.settled,
		sendStockUpdate: ({ skus, count = 1, customerNumber } = {}) => {
			const customer = customerOf(world, customerNumber);
			const products = skus
				? skus.map((sku) => productOf(world, sku))
				: catalog.products.filter(({ authorized }) => authorized).slice(0, count);
			return stockPayloads(world, customer, products).flatMap((payload) => send(payload));
		},
		sendQuoteEvent: (event) => send(quotePayload(event)),
		forge: async (hookId, what, of) => {
			const hook = hooks.get(hookId);
			const good = of === undefined ? madeUp(hook) : { ...find(of), hookId, url: hook.url };
			return await once({ ...forged(good, what), origin: 'forged' });
		},
		replay: async (deliveryId, changes = {}) => {
			const { hookId, url, eventId, event, signature, body } = find(deliveryId);
			const again = { hookId, url, eventId, event, signature, origin: 'replayed' } as const;
			return await once({ ...again, body: changed(body, changes) });
		},
		hold: deliveries.hold,
		release: (arrangement = 'given') =>
			deliveries.release((held) => {
				if (arrangement === 'shuffle') return random.shuffle(held);
				return arrangement === 'reverse' ? [...held].reverse() : held;
			}),
		flood: async (hookId, { events, copies = 1, concurrency = 10 }) => {
			for (const [name, value] of Object.entries({ events, copies, concurrency })) {
				if (!Number.isInteger(value) || value < 1) {
					throw new RangeError(`${name} must be a whole number from 1 on, not ${value}`);
				}
			}
			const hook = hooks.get(hookId);
			const letters = Array.from(
				{ length: events },
				(): NewDelivery => ({ ...madeUp(hook), origin: 'flood' }),
			);
			const all = Array.from({ length: copies }, () => letters).flat();
			return await deliveries.rush(all, Math.min(concurrency, all.length));
		},
	};
}

function productOf({ catalog }: World, sku: string): Product {
	const product = catalog.byIngramPartNumber(sku);
	if (!product) throw new RangeError(`There is no product ${sku}`);
	return product;
}
