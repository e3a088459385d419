import { type SimulatorOptions, startSimulator } from '../simulator/index.mts';

/** What the benchmark asks the simulator's process for. */
export type Ask = { ask: 'calls'; endpoint: string } | { ask: 'products' } | { ask: 'stop' };

const [options = '{}', orders = '0'] = process.argv.slice(2);
const xi = await startSimulator({
	...(JSON.parse(options) as SimulatorOptions),
	requestLogLimit: 1_000_000,
});
const orderNumbers = xi.addOrders(Number(orders));
process.send?.({ url: xi.url, orderNumbers });

process.on('message', (message: Ask) => {
	if (message.ask === 'products') {
		process.send?.(xi.products.map(({ ingramPartNumber }) => ingramPartNumber));
	} else if (message.ask === 'calls') {
		const calls = xi.requestsTo(message.endpoint);
		process.send?.({
			all: calls.length,
			refused: calls.filter(({ status }) => status === 429).length,
		});
		xi.clearRequests();
	} else {
		void xi.close().then(() => process.exit());
	}
});
process.on('disconnect', () => process.exit());
