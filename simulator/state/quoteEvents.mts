import type { Events } from '../events.mts';
import type { Customer } from '../options.mts';

/** What became of a request for a quote. Its members are those of the payload of XI's webhook. */
export interface QuoteEvent {
	kind: 'quote_created' | 'quote_failed';
	/** When, by the time that orders live by. */
	at: number;
	customer: Customer;
	/** The quote as its details show it, or what is known of the one that failed. */
	quote: Readonly<Record<string, unknown>>;
	/** Why there is no quote. */
	failure?: { message: string; reason: string };
	/** Part numbers of the request that are not sold. */
	rejectedSkus?: readonly string[];
}

/** Whom to tell of it. */
export type QuoteEvents = Events<QuoteEvent>;
