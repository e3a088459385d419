import type { Clock } from '../clock.mts';
import type { ResolvedOptions } from '../options.mts';
import type { Quirks } from '../quirks.mts';
import { createCatalog, type Catalog } from './catalog.mts';
import { createRandom, type Random } from './random.mts';

/** Everything that calls read and change. What calls will create later (orders, …) goes here. */
export interface World {
	readonly options: ResolvedOptions;
	readonly clock: Clock;
	/** Changed in place while the simulator runs. */
	readonly quirks: Quirks;
	readonly catalog: Catalog;
	/** For chance while running; the catalog has its own, so that calls do not change it. */
	readonly random: Random;
	/** Searches answered so far; some quirks go by it. */
	searches: number;
}

/** Makes the world as it is before the first call. */
export function createWorld(options: ResolvedOptions, clock: Clock): World {
	return {
		options,
		clock,
		quirks: options.quirks,
		catalog: createCatalog(options.products, options.seed),
		random: createRandom(options.seed + 1),
		searches: 0,
	};
}
