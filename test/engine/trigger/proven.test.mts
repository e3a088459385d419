import type { IDataObject, INodeTypeDescription } from 'n8n-workflow';

import { typeOf } from '../engine.mts';
import { CREATE_PO_ASYNC, CREATE_PO, linesOf, STOCKED } from '../orders/support.mts';
import { useBench } from '../support.mts';
import { deliver, itemsIn, KEY, shipped, useTrigger } from './support.mts';
import type { WebhookHost } from '../webhooks.mts';

/*
 * Events as the simulator sends them, to a trigger that confirms and to one that does not: what Ingram
 * Micro answers comes in the shape that the event has.
 */

const bench = useBench({ products: 60 });
const trigger = useTrigger(bench);

let plain: WebhookHost;
let sure: WebhookHost;

beforeEach(async () => {
	plain = await trigger.publish();
	sure = await trigger.publish({ confirm: true });
	for (const { productionUrl } of [plain, sure]) {
		bench.xi.webhooks.add({ url: productionUrl, secret: KEY });
	}
});

/** The last items of both, after all that was sent has arrived. */
async function both(): Promise<{ said: IDataObject; confirmed: IDataObject }> {
	await bench.xi.webhooks.settled();
	const [said, confirmed] = [plain, sure].map((host) => itemsIn(host).at(-1) ?? {});
	return { said, confirmed };
}

const headOf = ({ event, eventType, eventId, eventTimeStamp, topic, action }: IDataObject) => ({
	event,
	eventType,
	eventId,
	eventTimeStamp,
	topic,
	action,
});

async function ordered(po: string, quantity = 1): Promise<string> {
	const lines = { line: linesOf(STOCKED).line.map((line) => ({ ...line, quantity })) };
	const { items, error } = await bench.runOrders({ ...CREATE_PO, lines }, [{ po }]);
	expect(error).toBeUndefined();
	return items[0].json.ingramOrderNumber as string;
}

it('an order that shipped: a genuine event and its confirmation say the same', async () => {
	bench.xi.orderSteps.ship(await ordered('PO-1', 3));
	const { said, confirmed } = await both();
	expect(said).toMatchObject({ event: 'orderShipped', lines: [{ quantityShipped: 3 }] });
	const { current, reported, confirmed: yes, ...own } = confirmed;
	expect(yes).toBe(true);
	expect(current).toMatchObject({ customerOrderNumber: 'PO-1' });
	expect(own).toEqual({
		...said,
		lines: [{ ...(said.lines as IDataObject[])[0], lineStatus: expect.any(String) }],
	});
	expect({ ...headOf(own), ...(reported as IDataObject) }).toEqual(said);
});

it('the description of Confirm names every field that comes with it', async () => {
	bench.xi.orderSteps.ship(await ordered('PO-1'));
	const { said, confirmed } = await both();
	const added = Object.keys(confirmed).filter((key) => !(key in said));
	expect(added.sort()).toEqual(['confirmed', 'current', 'reported']);
	const { properties } = bench.engine.nodeTypes.getByName(typeOf('ingramMicroTrigger'))
		.description as INodeTypeDescription;
	const { description } = properties.find(({ name }) => name === 'confirm') ?? {};
	for (const field of added) expect(description).toMatch(new RegExp(`\\b${field}\\b`));
});

it('a product: a genuine event and its confirmation say the same', async () => {
	bench.xi.webhooks.sendStockUpdate({ skus: [STOCKED] });
	const { said, confirmed } = await both();
	expect(said).toMatchObject({ event: 'stockUpdate', ingramPartNumber: STOCKED });
	expect(said.totalAvailability).toBeGreaterThan(0);
	// Price and Availability has no such field.
	expect(confirmed).toMatchObject({ ...said, backOrderFlag: null, confirmed: true });
	expect(confirmed.reported).toMatchObject({ backOrderFlag: said.backOrderFlag });
});

it('a quote: read back from its details; one that is not there starts nothing', async () => {
	const [quoteNumber] = bench.xi.addQuotes(1);
	const eventOf = (eventId: string, number: string) => ({
		eventId,
		topic: 'resellers/quotes',
		event: 'im::created',
		eventType: 'im::quote_create',
		resource: { quoteNumber: number, quoteName: 'Made up', extendedQuotePriceTotal: 1 },
	});
	expect((await deliver(sure.productionUrl, eventOf('A', 'QUO-0-NONE'))).status).toBe(200);
	expect(sure.executions).toEqual([]);
	await deliver(sure.productionUrl, eventOf('B', quoteNumber));
	const view = bench.xi.quotes.find((quote) => quote.quoteNumber === quoteNumber);
	const [item] = itemsIn(sure);
	expect(item).toMatchObject({
		event: 'quoteCreated',
		quoteNumber,
		quoteName: view?.quoteName,
		quoteTotal: view?.total,
		confirmed: true,
		current: { quoteNumber },
		reported: { quoteName: 'Made up' },
	});
	expect(item.products).toHaveLength(view?.lines.length ?? -1);
});

it('an asynchronous order: a genuine event and its confirmation name the same order', async () => {
	await bench.runOrders(CREATE_PO_ASYNC, [{ po: 'PO-ASYNC' }]);
	bench.xi.advanceTime(60 * 60);
	await bench.xi.webhooks.settled();
	const created = (host: WebhookHost) =>
		itemsIn(host).find(({ event }) => event === 'asyncOrderCreated') ?? {};
	const [said, confirmed] = [plain, sure].map(created);
	const orderIn = (item: IDataObject) => (item.orders as IDataObject[])[0];
	const lineIn = (item: IDataObject) => (orderIn(item).lines as IDataObject[])[0];
	expect(confirmed).toMatchObject({ confirmed: true, customerOrderNumber: 'PO-ASYNC' });
	expect(orderIn(confirmed)).toMatchObject({
		ingramOrderNumber: orderIn(said).ingramOrderNumber,
		orderTotal: orderIn(said).orderTotal,
	});
	for (const name of ['ingramLineNumber', 'customerLineNumber', 'ingramPartNumber', 'unitPrice']) {
		expect(lineIn(confirmed)[name]).toBe(lineIn(said)[name]);
	}
});

describe('a changed body behind a valid signature', () => {
	const forged = (number: string, lines: object[]) =>
		shipped('CAPTURED', number, {
			customerOrderNumber: 'PO-OF-THE-FORGER',
			lines: [
				...lines,
				{ lineNumber: '099', ingramPartNumber: 'GOLD', shippedQuantity: 987_654 },
				{ ingramPartNumber: 'GOLD', shippedQuantity: 987_654 },
			],
		});

	it.each(['resource', 'line', 'event'])(
		'leaves nothing of itself but in its own place, one item a %s',
		async (returned) => {
			const number = await ordered('PO-TRUE', 2);
			const host = await trigger.publish({ confirm: true, return: returned });
			await deliver(host.productionUrl, forged(number, [{ lineNumber: '1', shippedQuantity: 7 }]));
			const items = itemsIn(host);
			expect(items).toHaveLength(1);
			const shown = returned === 'event' ? (items[0].resources as IDataObject[])[0] : items[0];
			const { reported, current, ...own } = shown;
			expect(JSON.stringify(reported)).toMatch(/FORGER.*GOLD/);
			expect(JSON.stringify([own, current])).not.toMatch(/FORGER|GOLD|987654/);
			expect(own).toMatchObject({
				ingramOrderNumber: number,
				customerOrderNumber: 'PO-TRUE',
				confirmed: true,
			});
			const line = returned === 'line' ? own.line : (own.lines as IDataObject[])[0];
			expect(line).toMatchObject({
				ingramLineNumber: '001',
				ingramPartNumber: STOCKED,
				quantityOrdered: 2,
				quantityShipped: 0,
			});
		},
	);

	it('of lines that the order does not have, none comes', async () => {
		const number = await ordered('PO-TRUE');
		await deliver(sure.productionUrl, forged(number, []));
		expect(itemsIn(sure).at(-1)).toMatchObject({ ingramOrderNumber: number, lines: [] });
	});
});

it('an order that ships in parts: the second item tells nothing of the first shipment', async () => {
	// One piece more than a warehouse has, of a product that is short.
	const short = bench.xi.products.find(
		({ kind, acceptBackOrder, authorized, directShip, discontinued, stock }) =>
			kind === 'physical' &&
			acceptBackOrder &&
			authorized &&
			!directShip &&
			!discontinued &&
			stock.some(({ available = 0 }) => available > 0) &&
			stock.every(({ available = 0 }) => available < 100),
	);
	const quantity = (short?.stock.reduce((sum, { available = 0 }) => sum + available, 0) ?? 0) + 1;
	const lines = { line: [{ ingramPartNumber: short?.ingramPartNumber ?? '', quantity }] };
	const { items } = await bench.runOrders({ ...CREATE_PO, lines }, [{ po: 'PO-PARTS' }]);
	const number = items[0].json.ingramOrderNumber as string;
	const tellsOf = async (act: () => void) => {
		act();
		await bench.xi.webhooks.settled();
		const [one, other] = [plain, sure].map((host) => {
			const { lines: told, current } =
				itemsIn(host).findLast(({ event }) => event === 'orderShipped') ?? {};
			const [{ shipmentDetails, serialNumbers }] = told as IDataObject[];
			const trackingNumbers = (shipmentDetails as IDataObject[])
				.flatMap(({ packageDetails }) => packageDetails as IDataObject[])
				.map(({ trackingNumber }) => trackingNumber);
			return { trackingNumbers, serialNumbers, current };
		});
		expect(other).toEqual({ ...one, current: other.current });
		expect(other.trackingNumbers).toHaveLength(1);
		return other;
	};
	const first = await tellsOf(() => bench.xi.orderSteps.shipPartly(number));
	const second = await tellsOf(() => bench.xi.orderSteps.ship(number));
	const serialsOf = ({ serialNumbers }: typeof first) => serialNumbers as string[];
	expect(serialsOf(second).length).toBeGreaterThan(0);
	expect(serialsOf(second).some((serial) => serialsOf(first).includes(serial))).toBe(false);
	// The whole stays under current.
	for (const serial of [...serialsOf(first), ...serialsOf(second)]) {
		expect(JSON.stringify(second.current)).toContain(serial);
	}
});
