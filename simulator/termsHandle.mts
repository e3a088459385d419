import { customerOf } from './orderHandle.mts';
import { makeDeals } from './state/deals.mts';
import type { World } from './state/world.mts';

/** What `addDeals` and `addRenewals` may be told. */
export interface AddTerms {
	/** Default: the first customer of the first app. */
	customerNumber?: string;
	/** For deals: their numbers are this, a blank, and a number from 1. Default `SEED DEAL`. */
	prefix?: string;
}

/**
 * Gives a customer deals, each of one product.
 *
 * @returns their numbers
 */
export function addDeals(world: World, count: number, wish: AddTerms = {}): string[] {
	const deals = makeDeals(world.catalog, count, wish.prefix ?? 'SEED DEAL', world.clock.lifeNow());
	world.deals.add(customerOf(world, wish.customerNumber), deals);
	return deals.map(({ dealId }) => dealId);
}

/**
 * Gives a customer renewals, each of one product with a term, from a year past to a year ahead.
 *
 * @returns their numbers
 */
export function addRenewals(
	world: World,
	count: number,
	{ customerNumber }: Pick<AddTerms, 'customerNumber'> = {},
): number[] {
	const made = world.renewals.add(customerOf(world, customerNumber), count);
	return made.map(({ renewalId }) => renewalId);
}
