import { callsIn } from '../coverage.mts';
import { held, STOCKED } from '../orders/support.mts';
import { useBench } from '../support.mts';
import { deliver, shipped, stockOf, useTrigger } from './support.mts';

/* What a delivery costs with Confirm: every call counts against Ingram Micro's limit. */

const bench = useBench({ products: 60 });
const trigger = useTrigger(bench);

const ORDER_DETAILS = 'GET /resellers/v6.1/orders/{ordernumber}';
const ORDER_SEARCH = 'GET /resellers/v6/orders/search';
const PRICES = 'POST /resellers/v6/catalog/priceandavailability';
const QUOTE_DETAILS = 'GET /resellers/v6/quotes/{quoteNumber}';
const QUOTE_SEARCH = 'GET /resellers/v6/quotes/search';

const order = async (po = 'PO-1'): Promise<string> => await held(bench, po);
const orders = async (): Promise<string[]> => [await order('PO-1'), await order('PO-2')];
const naming = ([first, ...others]: string[]) => {
	const event = shipped('A', first);
	event.resource.push(...others.flatMap((number) => shipped('A', number).resource));
	return event;
};
const result = (eventType: string, resource: object) => ({ eventId: 'A', eventType, resource });
const asyncOrder = (...numbers: string[]) =>
	result('IM::async_order_create', {
		orders: numbers.map((ingramOrderNumber) => ({ ingramOrderNumber })),
	});
const quote = (quoteNumber: string) => result('im::quote_create', { quoteNumber });
const products = (count: number) =>
	stockOf(
		'A',
		bench.xi.products.slice(0, count).map(({ ingramPartNumber }) => ingramPartNumber),
	);

it.each<[string, () => object | Promise<object>, string[]]>([
	['an order', async () => naming([await order()]), [ORDER_DETAILS]],
	['an order that is not there', () => naming(['20-FORGE']), [ORDER_DETAILS, ORDER_SEARCH]],
	['two orders', async () => naming(await orders()), [ORDER_DETAILS, ORDER_DETAILS]],
	[
		'an order that is named twice',
		async () => {
			const number = await order();
			return naming([number, number]);
		},
		[ORDER_DETAILS],
	],
	['a product', () => stockOf('A', [STOCKED]), [PRICES]],
	['50 products', () => products(50), [PRICES]],
	['51 products, more than one call can ask for', () => products(51), []],
	['an asynchronous order', async () => asyncOrder(await order()), [ORDER_DETAILS]],
	[
		'one that became two orders',
		async () => asyncOrder(...(await orders())),
		[ORDER_DETAILS, ORDER_DETAILS],
	],
	['one that failed', () => result('IM::async_order_create', {}), []],
	['a quote', () => quote(bench.xi.addQuotes(1)[0]), [QUOTE_DETAILS]],
	['a quote that is not there', () => quote('QUO-0-NONE'), [QUOTE_DETAILS, QUOTE_SEARCH]],
	['a quote that failed', () => result('IM::quote_create', { message: 'No' }), []],
	['something unknown', () => result('IM::brand_new', {}), []],
])('Confirm asks, of %s, just so often, and without Confirm nothing is asked', async (...row) => {
	const [, eventOf, calls] = row;
	const event = await eventOf();
	for (const confirm of [true, false]) {
		bench.xi.clearRequests();
		const host = await trigger.publish({ confirm });
		await deliver(host.productionUrl, event);
		expect({ confirm, calls: callsIn(bench.xi) }).toEqual({ confirm, calls: confirm ? calls : [] });
	}
});
