import type { Clock } from '../clock.mts';
import type { Customer, ResolvedOptions } from '../options.mts';
import type { Quirks } from '../quirks.mts';
import { createCourier, type Courier } from '../webhooks/courier.mts';
import { createEvents } from '../events.mts';
import { createCatalog, type Catalog } from './catalog.mts';
import { createDealBook, type DealBook } from './deals.mts';
import { createOrderBook, type OrderBook } from './orderBook.mts';
import type { OrderEvent, OrderEvents } from './orderEvents.mts';
import { createOrderLife, type OrderLife } from './orderLife.mts';
import { addDocumentedQuotes } from './documentedQuotes.mts';
import { createQuoteBook, type QuoteBook } from './quoteBook.mts';
import type { QuoteEvent, QuoteEvents } from './quoteEvents.mts';
import { createRandom, type Random } from './random.mts';
import { createRenewalBook, type RenewalBook } from './renewals.mts';
import {
	createReturnBook,
	decide,
	type Return,
	type ReturnBook,
	type ReturnRequest,
} from './returns.mts';
import { createStockroom, type Stockroom } from './stockroom.mts';
import { takeBack } from './supply.mts';

/** Everything that calls read and change. What calls create goes here. */
export interface World {
	readonly options: ResolvedOptions;
	readonly clock: Clock;
	/** Changed in place while the simulator runs. */
	readonly quirks: Quirks;
	readonly catalog: Catalog;
	/** The stock, less what orders have taken. */
	readonly stockroom: Stockroom;
	readonly orders: OrderBook;
	readonly life: OrderLife;
	readonly deals: DealBook;
	readonly renewals: RenewalBook;
	readonly returns: ReturnBook;
	/** Puts a return into the books; it is decided when its time comes. */
	addReturn(customer: Customer, request: ReturnRequest, at: number): Return;
	/** What happens to orders is told here; webhooks are made from it. */
	readonly events: OrderEvents;
	/** Carries events to whoever listens outside. */
	readonly courier: Courier;
	readonly quotes: QuoteBook;
	/** What becomes of requests for quotes is told here. */
	readonly quoteEvents: QuoteEvents;
	/** For chance while running; the catalog has its own, so that calls do not change it. */
	readonly random: Random;
	/** Searches answered so far; some quirks go by it. */
	searches: number;
}

/** Makes the world as it is before the first call. */
export function createWorld(options: ResolvedOptions, clock: Clock): World {
	const events = createEvents<OrderEvent>();
	const orders = createOrderBook();
	const catalog = createCatalog(options.products, options.seed);
	const returns = createReturnBook();
	const world: World = {
		options,
		clock,
		quirks: options.quirks,
		catalog,
		deals: createDealBook(catalog),
		renewals: createRenewalBook(catalog, orders, clock.lifeNow()),
		stockroom: createStockroom(),
		orders,
		events,
		courier: createCourier(),
		returns,
		addReturn: (customer, request, at) => {
			const made = returns.add(customer, request, at);
			// Assumption: Ingram agrees, unless a test has decided before.
			clock.schedule(at + options.returnDecisionSeconds * 1000, (due) =>
				decide(made, 'Approved', made.quantity, due),
			);
			return made;
		},
		quotes: createQuoteBook(),
		quoteEvents: createEvents<QuoteEvent>(),
		life: createOrderLife({
			clock,
			options,
			events,
			book: orders,
			random: createRandom(options.seed + 3),
			takeBack: ({ purchase, lines }) => {
				for (const line of lines) takeBack(world, purchase.customer, line);
			},
		}),
		random: createRandom(options.seed + 1),
		searches: 0,
	};
	addDocumentedQuotes(world);
	return world;
}
