import type { IDataObject } from 'n8n-workflow';

import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';
import type { Ask } from '../../../nodes/shared/operation.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';

/* Records of which Ingram Micro never gives the details: those beside them are told all the same. */

type Reason = 'refused' | 'serverFault' | 'unreadable';
const ID = { dealEnding: 'dealId', orderChanged: 'ordernumber' } as const;

/** Ingram Micro with records whose details can be broken, and a node that polls it. */
class Broken {
	records: IDataObject[] = [];
	details = new Map<string, IDataObject>();
	broken = new Map<string, Reason>();
	readonly troubled = new Set<string>();
	text = '';
	now = Date.parse('2026-11-28T12:00:00Z');

	constructor(
		private readonly watchFor: keyof typeof ID,
		private readonly list: string,
		private readonly parameters: IDataObject = {},
	) {}

	private readonly ask: Ask = async (request, read) => {
		const id = request.pathValues?.[ID[this.watchFor]];
		if (id === undefined) {
			const answer = { recordsFound: this.records.length, [this.list]: this.records };
			return await Promise.resolve(read(answer as never));
		}
		const reason = this.broken.get(id);
		if (reason === 'unreadable') {
			return await Promise.resolve(read({ lines: 'none', products: 'none' } as never));
		}
		if (reason) throw new XiFailure({ reason, message: 'broken', endpoint: '' });
		return await Promise.resolve(read(this.details.get(id) as never));
	};

	async poll(): Promise<IDataObject[]> {
		const given: IDataObject = { watchFor: this.watchFor, ...this.parameters };
		const settings = readSettings((name, initial) => given[name] ?? initial);
		this.now += 60_000;
		const polling: Polling = {
			ask: this.ask,
			now: this.now,
			today: Math.floor(this.now / 86_400_000),
			country: 'US',
			hasTime: () => true,
			troubled: this.troubled,
			refused: {},
		};
		const { told, text } = await watch(settings, polling, [this.text], 'test');
		this.text = text;
		return itemsOf(told, kindOf(this.watchFor), this.watchFor, 'raw').map(({ json }) => json);
	}

	/** Polls until one goes well, and no more than often. */
	async polled(often = 3): Promise<IDataObject[]> {
		for (let left = often; left > 1; left--) {
			try {
				return await this.poll();
			} catch {
				// The next poll goes on.
			}
		}
		return await this.poll();
	}
}

const REASONS: Reason[] = ['refused', 'serverFault', 'unreadable'];
const BROKEN = ['A', 'B', 'C', 'D'];

describe.each(REASONS)('orders whose details are %s', (reason) => {
	const place = (xi: Broken, number: string, ingramOrderDate: string) => {
		xi.records.push({ ingramOrderNumber: number, ingramOrderDate, orderStatus: 'OPEN' });
		xi.details.set(number, { ingramOrderNumber: number, ingramOrderDate, orderStatus: 'Open' });
		const lines = [{ ingramOrderLineNumber: '1', ingramPartNumber: 'X', quantityOrdered: 2 }];
		Object.assign(xi.details.get(number) ?? {}, { lines });
	};
	const ship = (xi: Broken, number: string) => {
		const [line] = xi.details.get(number)?.lines as IDataObject[];
		line.shipmentDetails = [{ quantity: 2, shippedDate: '2026-11-28' }];
	};

	it('do not keep the others from being read, and are told when they come', async () => {
		const xi = new Broken('orderChanged', 'orders');
		for (const number of [...BROKEN, 'Y'])
			place(xi, number, '2026-11-2' + (number === 'Y' ? 8 : 0));
		for (const number of BROKEN) xi.broken.set(number, reason);
		expect(await xi.polled()).toEqual([]);
		ship(xi, 'Y');
		expect(await xi.polled()).toMatchObject([{ change: 'shipped', ingramOrderNumber: 'Y' }]);
		place(xi, 'Z', '2026-11-28');
		expect(await xi.polled()).toMatchObject([{ change: 'appeared', ingramOrderNumber: 'Z' }]);
		xi.broken.clear();
		expect(await xi.poll()).toEqual([]);
		for (const number of BROKEN) ship(xi, number);
		expect((await xi.poll()).map(({ ingramOrderNumber }) => ingramOrderNumber).sort()).toEqual(
			BROKEN,
		);
	});

	it('make the polls fail where they are all, unless Ingram Micro refuses them', async () => {
		const xi = new Broken('orderChanged', 'orders');
		for (const number of BROKEN) place(xi, number, '2026-11-20');
		for (const number of BROKEN) xi.broken.set(number, reason);
		const words = reason === 'unreadable' ? 'holds no list of lines' : 'broken';
		await expect(xi.poll()).rejects.toThrow(words);
		const second = xi.poll();
		if (reason === 'refused') await expect(second).resolves.toEqual([]);
		else await expect(second).rejects.toThrow(words);
	});
});

describe.each(REASONS)('deals whose details are %s', (reason) => {
	const parameters = { changes: ['ending', 'runningOut'], daysAhead: '7', belowQuantity: 10 };
	const add = (xi: Broken, dealId: string, remainingQuantity = 50) => {
		xi.records.push({ dealId, vendor: 'Cisco', dealExpiryDate: '2027-03-31' });
		xi.details.set(dealId, { dealId, products: [{ ingramPartNumber: 'X', remainingQuantity }] });
	};
	const left = (xi: Broken, dealId: string, remainingQuantity: number) =>
		xi.details.set(dealId, { dealId, products: [{ ingramPartNumber: 'X', remainingQuantity }] });

	it('do not keep the others from being told', async () => {
		const xi = new Broken('dealEnding', 'deals', parameters);
		for (const id of [...BROKEN, 'Y']) add(xi, id);
		for (const id of BROKEN) xi.broken.set(id, reason);
		expect(await xi.polled()).toEqual([]);
		left(xi, 'Y', 4);
		expect(await xi.polled()).toMatchObject([{ change: 'runningOut', dealId: 'Y', after: 4 }]);
		xi.records.push({ dealId: 'E', vendor: 'HP', dealExpiryDate: '2026-12-01' });
		expect(await xi.polled()).toMatchObject([{ change: 'ending', dealId: 'E' }]);
		xi.broken.clear();
		expect(await xi.poll()).toEqual([]);
		for (const id of BROKEN) left(xi, id, 3);
		expect(await xi.poll()).toHaveLength(4);
	});
});

describe('what is left of a deal', () => {
	const parameters = { changes: ['runningOut'], belowQuantity: 10 };
	const deal = (dealExpiryDate: string) => ({ dealId: 'A', vendor: 'Cisco', dealExpiryDate });

	it('is not told again because the deal is extended', async () => {
		const xi = new Broken('dealEnding', 'deals', parameters);
		xi.records = [deal('2026-12-31')];
		xi.details.set('A', { products: [{ ingramPartNumber: 'X', remainingQuantity: 20 }] });
		expect(await xi.poll()).toEqual([]);
		xi.details.set('A', { products: [{ ingramPartNumber: 'X', remainingQuantity: 5 }] });
		expect(await xi.poll()).toMatchObject([{ before: 20, after: 5 }]);
		xi.records = [deal('2027-12-31')];
		expect(await xi.poll()).toEqual([]);
	});

	it('is told once of products that have no numbers, or the same ones', async () => {
		const xi = new Broken('dealEnding', 'deals', parameters);
		const products = (...quantities: number[]) =>
			quantities.map((remainingQuantity) => ({ remainingQuantity, productDescription: 'Plan' }));
		xi.records = [deal('2026-12-31')];
		xi.details.set('A', { products: products(50, 20, 30) });
		expect(await xi.poll()).toEqual([]);
		xi.details.set('A', { products: products(5, 20, 4) });
		const told = await xi.poll();
		expect(told.map(({ before, after }) => [before, after])).toEqual([
			[50, 5],
			[30, 4],
		]);
		expect(new Set(told.map(({ key }) => key)).size).toBe(2);
		for (let poll = 0; poll < 3; poll++) expect(await xi.poll()).toEqual([]);
	});
});
