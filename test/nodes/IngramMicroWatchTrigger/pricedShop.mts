import type { IDataObject } from 'n8n-workflow';

import type { Ask } from '../../../nodes/shared/operation.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';
import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';

export const HOUR = 3_600_000;
const ALL = ['backInStock', 'foundAgain', 'notFound', 'outOfStock', 'priceChanged', 'stockChanged'];

export interface Product {
	price?: unknown;
	stock?: unknown;
	/** Left out: as other answers have it. */
	available?: unknown;
	isGone?: boolean;
}

/** Ingram Micro with prices and stock, and a node that polls it. */
export class Shop {
	readonly products = new Map<string, Product>();
	calls: string[][] = [];
	text = '';
	now = Date.parse('2026-11-28T12:00:00Z');
	failAt?: number;
	/** The products of a call that XI always answers with an error. */
	bad?: string;
	/** The products for whose sake XI refuses a call. */
	refused: readonly string[] = [];
	readonly refusedAll = {};
	notes: readonly string[] = [];
	constructor(
		public parameters: IDataObject,
		numbers: readonly string[],
	) {
		for (const number of numbers) this.products.set(number, { price: 10, stock: 5 });
		this.parameters = { products: [...numbers], changes: ALL, ...parameters };
	}

	private readonly ask: Ask = async (request, read) => {
		const { products } = request.body as { products: Array<{ ingramPartNumber: string }> };
		this.calls.push(products.map(({ ingramPartNumber }) => ingramPartNumber));
		if (this.failAt === this.calls.length) {
			throw new XiFailure({ reason: 'rateLimited', message: 'wait', endpoint: '' });
		}
		if (this.bad !== undefined && this.calls.at(-1)?.includes(this.bad)) {
			throw new XiFailure({ reason: 'serverFault', message: 'no luck', endpoint: '' });
		}
		if (this.calls.at(-1)?.some((number) => this.refused.includes(number))) {
			throw new XiFailure({ reason: 'refused', status: 400, message: 'bad part', endpoint: '' });
		}
		const answer = products.map(({ ingramPartNumber }) => {
			const product: Product = this.products.get(ingramPartNumber) ?? { isGone: true };
			const { price, stock, isGone } = product;
			return isGone
				? { ingramPartNumber, productStatusCode: 'E', productStatusMessage: 'Not found' }
				: {
						ingramPartNumber,
						pricing: { customerPrice: price, currencyCode: 'USD' },
						availability: {
							available: 'available' in product ? product.available : true,
							totalAvailability: stock,
							availabilityByWarehouse: [{}],
						},
					};
		});
		return await Promise.resolve(read(answer as never));
	};

	async poll(calls = Infinity): Promise<IDataObject[]> {
		const settings = readSettings((name, initial) =>
			name === 'watchFor' ? 'priceOrStockChanged' : (this.parameters[name] ?? initial),
		);
		const before = this.calls.length;
		const polling: Polling = {
			ask: this.ask,
			now: this.now,
			today: Math.floor(this.now / DAY_MS),
			country: 'US',
			hasTime: () => this.calls.length - before < calls,
			troubled: new Set(),
			refused: this.refusedAll,
		};
		const { told, text, notes } = await watch(settings, polling, [this.text], 'test');
		this.text = text;
		this.notes = notes;
		return itemsOf(told, kindOf('priceOrStockChanged'), 'priceOrStockChanged', 'simplified').map(
			({ json }) => json,
		);
	}

	async later(ms = HOUR): Promise<IDataObject[]> {
		this.now += ms;
		return await this.poll();
	}
}

/** Some part numbers. */
export const numbers = (count: number) => Array.from({ length: count }, (_, i) => `SKU${i}`);
