import { get as getOrder } from '../../../nodes/IngramMicroOrders/get.operation.ts';
import { getMany as getManyOrders } from '../../../nodes/IngramMicroOrders/getMany.operation.ts';
import { get as getQuote } from '../../../nodes/IngramMicroQuotes/get.operation.ts';
import { getMany as getManyQuotes } from '../../../nodes/IngramMicroQuotes/getMany.operation.ts';
import { type AskedFor, Readings } from '../../../nodes/IngramMicroTrigger/readBack.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';
import type { XiRequest } from '../../../nodes/shared/transport/request.ts';
import { readsFrom } from './reads.mts';

/*
 * What Ingram Micro means by its answer does not depend on who asks: the trigger asks as the operations
 * of the nodes do.
 */

const ORDER: AskedFor = {
	orders: [{ ingramOrderNumber: '20-RD128', customerOrderNumber: 'PO-1' }],
};
const QUOTE: AskedFor = { quote: 'QUO-1' };

/** What the trigger asks for where details are refused and a search finds nothing. */
async function asked(one: AskedFor): Promise<XiRequest[]> {
	const requests: XiRequest[] = [];
	const reads = readsFrom((request) => {
		requests.push(request);
		if (request.path.endsWith('/search')) return undefined;
		throw new XiFailure({ reason: 'refused', message: 'No', remedy: 'None', endpoint: '' });
	});
	expect(await new Readings(reads, [one]).of(one)).toBe('unknown');
	return requests;
}

/** What decides how an answer is read. */
const shown = ({ method, path, nothingFound, nothingFoundWords }: XiRequest) => ({
	method,
	path,
	nothingFound,
	nothingFoundWords,
});

it.each<[string, AskedFor, number, XiRequest]>([
	[
		'order details as Get Order does',
		ORDER,
		0,
		getOrder.request({
			order: { ingramOrderNumber: '20-RD128' },
			additionalFields: {},
			options: {},
		} as never),
	],
	[
		'for orders as Get Many Orders does',
		ORDER,
		1,
		getManyOrders.request({ filters: { orderStatus: [] } } as never),
	],
	['quote details as Get Quote does', QUOTE, 0, getQuote.request({ quote: 'QUO-1' } as never)],
	['for quotes as Get Many Quotes does', QUOTE, 1, getManyQuotes.request({ filters: {} } as never)],
])('asks %s', async (_, one, position, operation) => {
	expect(shown((await asked(one))[position])).toEqual(shown(operation));
});

it.each<[string, AskedFor]>([
	['order', ORDER],
	['quote', QUOTE],
])('%s of which Ingram Micro says that there is nothing is unknown', async (_, one) => {
	const paths: string[] = [];
	const reads = readsFrom(({ path }) => {
		paths.push(path);
		return undefined;
	});
	expect(await new Readings(reads, [one]).of(one)).toBe('unknown');
	expect(paths).toHaveLength(1);
});
