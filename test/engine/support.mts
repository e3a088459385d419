import type { INodeParameters } from 'n8n-workflow';

import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/index.mts';
import { checkRequests } from '../conformance/check.mts';
import type { StoredCredential } from './credentials.mts';
import { Engine, type NodeRun, type NodeRunOptions } from './engine.mts';

export const CATALOG = 'ingramMicroProductCatalog';
export const ORDERS = 'ingramMicroOrders';
export const PRICES = '/resellers/v6/catalog/priceandavailability';
export const SEARCH = '/resellers/v6/catalog';
export const DETAILS = '/resellers/v6/catalog/details/{ingramPartNumber}';
export const TOKEN = '/oauth/oauth20/token';

/** Where a write is made with the bench's credential, as its item tells it. */
export const ACCOUNT = { environment: 'custom', customerNumber: '20-222222' };

/** Runs a node, with one empty item unless input is given. */
export type Runner = (
	parameters: INodeParameters,
	input?: Array<Record<string, unknown>>,
	options?: Partial<NodeRunOptions>,
) => Promise<NodeRun>;

export interface Bench {
	engine: Engine;
	xi: Simulator;
	credential: StoredCredential;
	/** Runs the Product Catalog node. */
	run: Runner;
	/** Runs the Orders node. */
	runOrders: Runner;
}

/** Runs one of our nodes with the bench's credential. */
export const runnerOf =
	(bench: Bench, node: string): Runner =>
	async (parameters, input = [{}], options = {}) =>
		await bench.engine.runNode(node, parameters, input as never, {
			credential: bench.credential,
			...options,
		});

/**
 * A fresh simulator and credential for each test of a file, and the engine for all of them. After
 * each test every request that XI would have seen is held against the official document.
 */
export function useBench(options: SimulatorOptions = {}): Bench {
	const bench = {} as Bench;
	bench.run = runnerOf(bench, CATALOG);
	bench.runOrders = runnerOf(bench, ORDERS);

	beforeAll(async () => {
		bench.engine = await Engine.start();
	});
	beforeEach(async () => {
		bench.xi = await startSimulator({ callsPerWindow: 0, products: 1500, ...options });
		bench.credential = await bench.engine.addCredential(bench.xi.url);
	});
	afterEach(async () => {
		const { requests } = bench.xi;
		await bench.xi.close();
		const result = checkRequests(requests);
		if ('problems' in result) expect(result.problems).toEqual([]);
	});
	return bench;
}

/** A value for a product's resource locator. */
export const byIngramPartNumber = (value: string) => ({
	__rl: true,
	mode: 'ingramPartNumber',
	value,
});

/** Price and availability of the part number in the input's field `sku`. */
export const PRICE_OF_SKU: INodeParameters = {
	operation: 'getPriceAndAvailability',
	product: byIngramPartNumber('={{ $json.sku }}'),
};

/** The index of the input item that an output item says it came from. */
export const pairedWith = ({ pairedItem }: { pairedItem?: unknown }): unknown =>
	(pairedItem as { item?: number } | undefined)?.item;
