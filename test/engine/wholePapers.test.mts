import { checkRequests } from '../conformance/check.mts';
import { useBench } from './support.mts';
import { invoices } from './whole/invoices.mts';
import { returns } from './whole/returns.mts';

const bench = useBench();

it.each([...invoices, ...returns])('is taken by the simulator: %j', async (call) => {
	const made = await call.prepare?.(bench.xi);
	bench.xi.clearRequests();
	const { error } = await bench.engine.runNode(
		call.node,
		call.parameters,
		[(made ?? {})],
		{ credential: bench.credential },
	);
	expect(error).toBeUndefined();
	const { requests } = bench.xi;
	expect(requests.filter(({ status }) => (status ?? 0) >= 400)).toEqual([]);
	expect(checkRequests(requests)).not.toMatchObject({ problems: [expect.anything()] });
});
