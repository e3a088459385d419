import { answer, type Json, sentBy, type ShopAnswer, type ShopCall, within } from './service.mts';

export const SHOPIFY = {
	subdomain: 'your-shop',
	host: 'your-shop.myshopify.com',
	accessToken: 'shpat_example',
} as const;

export interface ShopifyLine {
	id: number;
	sku: string;
	quantity: number;
	/** Pieces that have yet to be sent. */
	fulfillable_quantity: number;
	requires_shipping: boolean;
}

/** An order, as far as the recipes use it. */
export interface ShopifyOrder extends Json {
	id: number;
	name: string;
	/** With commas between. */
	tags: string;
	financial_status: string;
	/** `null` until something of it is sent. */
	fulfillment_status: string | null;
	line_items: ShopifyLine[];
	shipping_address: Json;
}

/** What was sent of an order, as GraphQL names it. */
export interface Fulfillment {
	order: number;
	company?: string;
	numbers: string[];
	lines: Array<{ sku: string; quantity: number }>;
	notifyCustomer: boolean;
}

const ADDRESS = {
	name: 'Ada Example',
	company: 'Blue Bakery',
	address1: '1 Main Street',
	address2: null,
	city: 'Irvine',
	province_code: 'CA',
	zip: '92612',
	country_code: 'US',
	phone: '555-0100',
};

/** A shop at Shopify: its orders in REST, what can be fulfilled and what was in GraphQL. */
export class Shopify {
	orders: ShopifyOrder[] = [];
	readonly fulfillments: Fulfillment[] = [];

	/** A paid order of these products, a line each. */
	addOrder(lines: Array<{ sku: string; quantity: number }>, more: Partial<ShopifyOrder> = {}) {
		const number = this.orders.length + 1;
		const added: ShopifyOrder = {
			id: 5_900_000_000_000 + number,
			name: `#${1000 + number}`,
			tags: '',
			financial_status: 'paid',
			fulfillment_status: null,
			line_items: lines.map(({ sku, quantity }, at) => ({
				id: number * 100 + at,
				sku,
				quantity,
				fulfillable_quantity: quantity,
				requires_shipping: true,
			})),
			shipping_address: ADDRESS,
			...more,
		};
		this.orders.push(added);
		return added;
	}

	answer(call: ShopCall): ShopAnswer {
		if (call.headers['x-shopify-access-token'] !== SHOPIFY.accessToken) {
			return answer({ errors: '[API] Invalid API key or access token' }, 401);
		}
		const [, path = ''] = /^\/admin\/api\/\d{4}-\d\d(\/.+)$/.exec(call.path) ?? [];
		if (call.method === 'GET' && path === '/orders.json') return this.list(call.query);
		const [, id] = /^\/orders\/(\d+)\.json$/.exec(path) ?? [];
		if (call.method === 'PUT' && id !== undefined) return this.update(Number(id), sentBy(call));
		if (call.method === 'POST' && path === '/graphql.json') return this.graphql(sentBy(call));
		return answer({ errors: 'Not Found' }, 404);
	}

	private list(query: URLSearchParams): ShopAnswer {
		const paid = query.get('financial_status') ?? 'any';
		const isUnshipped = query.get('fulfillment_status') === 'unshipped';
		const orders = this.orders
			.filter((one) => paid === 'any' || one.financial_status === paid)
			.filter((one) => !isUnshipped || one.fulfillment_status === null);
		return answer({ orders: orders.slice(0, Number(query.get('limit') ?? 50)) });
	}

	private update(id: number, body: Json): ShopAnswer {
		const order = this.orders.find((one) => one.id === id);
		if (!order) return answer({ errors: 'Not Found' }, 404);
		Object.assign(order, within(body, 'order'));
		return answer({ order });
	}

	private graphql({ query, variables }: Json): ShopAnswer {
		const given = (variables ?? {}) as Json;
		return String(query).includes('fulfillmentCreate')
			? this.fulfill(within(given, 'fulfillment'))
			: this.fulfillable(String(given.id));
	}

	private fulfillable(gid: string): ShopAnswer {
		const order = this.orders.find(({ id }) => gid === `gid://shopify/Order/${id}`);
		if (!order) return answer({ data: { order: null } });
		const nodes = order.line_items.map(({ id, sku, fulfillable_quantity: remainingQuantity }) => ({
			id: `gid://shopify/FulfillmentOrderLineItem/${id}`,
			sku,
			remainingQuantity,
		}));
		const isOpen = nodes.some(({ remainingQuantity }) => remainingQuantity > 0);
		const one = { id: fulfillmentOrderOf(order), status: isOpen ? 'OPEN' : 'CLOSED' };
		return answer({
			data: {
				order: { id: gid, fulfillmentOrders: { nodes: [{ ...one, lineItems: { nodes } }] } },
			},
		});
	}

	private fulfill({ lineItemsByFulfillmentOrder, trackingInfo, notifyCustomer }: Json): ShopAnswer {
		const [{ fulfillmentOrderId, fulfillmentOrderLineItems }] = lineItemsByFulfillmentOrder as [
			{ fulfillmentOrderId: string; fulfillmentOrderLineItems: { id: string; quantity: number }[] },
		];
		const order = this.orders.find((one) => fulfillmentOrderOf(one) === fulfillmentOrderId);
		const lines = fulfillmentOrderLineItems.map(({ id, quantity }) => ({
			line: order?.line_items.find((one) => id.endsWith(`/${one.id}`)),
			quantity,
		}));
		if (
			!order ||
			lines.some(({ line, quantity }) => (line?.fulfillable_quantity ?? 0) < quantity)
		) {
			const message = 'Invalid fulfillment order line item quantity requested.';
			const userErrors = [{ field: ['fulfillment'], message }];
			return answer({ data: { fulfillmentCreate: { fulfillment: null, userErrors } } });
		}
		const sent = lines.flatMap(({ line, quantity }) => (line ? [{ line, quantity }] : []));
		for (const { line, quantity } of sent) line.fulfillable_quantity -= quantity;
		const isWhole = order.line_items.every(({ fulfillable_quantity: left }) => left === 0);
		order.fulfillment_status = isWhole ? 'fulfilled' : 'partial';
		const { company, numbers = [] } = (trackingInfo ?? {}) as Partial<Fulfillment>;
		this.fulfillments.push({
			order: order.id,
			company,
			numbers,
			lines: sent.map(({ line: { sku }, quantity }) => ({ sku, quantity })),
			notifyCustomer: notifyCustomer === true,
		});
		const id = `gid://shopify/Fulfillment/${this.fulfillments.length}`;
		return answer({ data: { fulfillmentCreate: { fulfillment: { id }, userErrors: [] } } });
	}
}

const fulfillmentOrderOf = ({ id }: ShopifyOrder): string => `gid://shopify/FulfillmentOrder/${id}`;
