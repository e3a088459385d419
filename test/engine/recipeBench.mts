import { Shops } from '../../simulator/shops/index.mts';
import type { SimulatorOptions } from '../../simulator/index.mts';
import { DATA_TABLES } from './dataTables.mts';
import { addRecipeNodes } from './recipeNodes.mts';
import { type ExampleRunner, exampleRunner } from './recipeRuns.mts';
import { addShopNodes, SHOPS } from './shopNodes.mts';
import { type Bench, useBench } from './support.mts';

/*
 * A bench on which the examples run: with the nodes of n8n that they use, and for each test with shops, a
 * chat and data tables in which nothing is yet.
 */

/** The same as `useBench`, and a runner of examples. */
export function useRecipeBench(options?: SimulatorOptions): {
	bench: Bench;
	runExample: ExampleRunner;
} {
	const bench = useBench(options);
	beforeAll(() => {
		addRecipeNodes(bench.engine);
		addShopNodes(bench.engine);
	});
	beforeEach(() => {
		SHOPS.now = new Shops();
		SHOPS.approves = undefined;
		DATA_TABLES.clear();
	});
	return { bench, runExample: exampleRunner(bench) };
}

/** The texts of what was posted into the chat. */
export const posted = (): string[] => SHOPS.now.teams.messages.map(({ content }) => content);

/** The statuses of the orders that there are. */
export const statusesOf = ({ xi }: Bench): string[] => xi.orders.map(({ status }) => status);
