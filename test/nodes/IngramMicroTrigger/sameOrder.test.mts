import type { IDataObject } from 'n8n-workflow';

import { eventsIn, resourcesOf } from '../../../nodes/IngramMicroTrigger/events.ts';
import { askedFor } from '../../../nodes/IngramMicroTrigger/kinds.ts';
import { Readings } from '../../../nodes/IngramMicroTrigger/readBack.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';
import { readsFrom } from './reads.mts';

/*
 * In countries that run on SAP an order has a number with dashes and one of digits alone, and XI uses
 * now this and now that.
 */

const DASHED = '20-RD128';
const DIGITS = '7059827143';

function resourceOf(sent: object) {
	const [event] = eventsIn({ eventId: 'A', ...sent }) as Exclude<
		ReturnType<typeof eventsIn>,
		string
	>;
	return resourcesOf(event)[0];
}

const shippedOrder = (orderNumber: unknown, customerOrderNumber?: unknown) =>
	resourceOf({ eventType: 'im::order_shipped', resource: { orderNumber, customerOrderNumber } });

async function verdictOn(
	resource: ReturnType<typeof resourceOf>,
	details: object,
): Promise<unknown> {
	const one = askedFor(resource);
	const verdict = await new Readings(
		readsFrom(() => details),
		[one],
	).of(one);
	return verdict === 'unknown' ? verdict : verdict.confirmation.confirmed;
}

it.each<[string, unknown, unknown, unknown, unknown, boolean]>([
	['named with dashes, answered by digits', DASHED, 'PO-1', DIGITS, 'PO-1', true],
	['named by digits, answered with dashes', DIGITS, 'PO-1', DASHED, 'PO-1', true],
	['the PO in other capitals', DASHED, 'po-1 ', DIGITS, 'PO-1', true],
	['a part of the order', `${DASHED}-11`, 'PO-1', DIGITS, 'PO-1', true],
	['a part by digits', DIGITS, 'PO-1', `${DIGITS}-11`, undefined, true],
	['digits as a number', DIGITS, undefined, 7059827143, undefined, true],
	['digits as a number for dashes', DASHED, 'PO-1', 7059827143, 'PO-1', true],
	['digits with zeros in front', `00${DIGITS}`, undefined, DIGITS, undefined, true],
	['another PO', DASHED, 'PO-1', DIGITS, 'PO-2', false],
	['no PO in the event', DASHED, undefined, DIGITS, 'PO-1', false],
	['no PO in the answer', DASHED, 'PO-1', DIGITS, undefined, false],
	['another number with dashes and the same PO', DASHED, 'PO-1', '20-RD129', 'PO-1', false],
	['other digits and the same PO', DIGITS, 'PO-1', '7059827144', 'PO-1', false],
	['digits of which these are the beginning', '70598271', 'PO-1', DIGITS, 'PO-1', false],
])('%s', async (_, named, po, ingramOrderNumber, customerOrderNumber, expected) => {
	const details = { ingramOrderNumber, customerOrderNumber, lines: [] };
	expect(await verdictOn(shippedOrder(named, po), details)).toBe(expected);
});

it('of an asynchronous order, by the PO of the request', async () => {
	const resource = resourceOf({
		eventType: 'im::async_order_create',
		resource: { customerOrderNumber: 'PO-1', orders: [{ ingramOrderNumber: DASHED }] },
	});
	const details = { ingramOrderNumber: DIGITS, customerOrderNumber: 'PO-1' };
	expect(await verdictOn(resource, details)).toBe(true);
});

it('a search that finds it under its other number shows that it is known', async () => {
	const asked: string[] = [];
	let fails = true;
	const reads = readsFrom(({ path }) => {
		asked.push(path);
		const order: IDataObject = { ingramOrderNumber: DIGITS, customerOrderNumber: 'PO-1' };
		if (path.endsWith('/search')) return { orders: [order] };
		if (!fails) return order;
		fails = false;
		throw Object.assign(Object.create(XiFailure.prototype) as XiFailure, {
			details: { reason: 'serverFault' },
		});
	});
	const one = askedFor(shippedOrder(DASHED, 'PO-1'));
	expect(await new Readings(reads, [one]).of(one)).toMatchObject({
		confirmation: { confirmed: true, current: { ingramOrderNumber: DIGITS } },
	});
	expect(asked).toHaveLength(3);
});
