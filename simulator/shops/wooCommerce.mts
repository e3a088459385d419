import { answer, type Json, sentBy, type ShopAnswer, type ShopCall } from './service.mts';

/** The host of the shop, and the keys that it takes. */
export const WOO_COMMERCE = {
	host: 'shop.example.com',
	consumerKey: 'ck_example',
	consumerSecret: 'cs_example',
} as const;

const PRODUCTS = '/wp-json/wc/v3/products';

/** A product, as far as the recipes use it; prices are text, and empty where there is none. */
export interface WooProduct extends Json {
	id: number;
	name: string;
	type: string;
	status: string;
	sku: string;
	regular_price: string;
	manage_stock: boolean;
	/** `null` where stock is not managed. */
	stock_quantity: number | null;
	stock_status: string;
}

/** A WooCommerce shop: lists its products in pages, and updates one. */
export class WooCommerce {
	products: WooProduct[] = [];
	/** The IDs of products that cannot be written. */
	readonly locked = new Set<number>();
	/** What was written, in the order in which it came. */
	readonly updates: Array<{ id: number; body: Json }> = [];

	add(product: Partial<WooProduct> & { sku: string }): WooProduct {
		const added: WooProduct = {
			id: this.products.length + 11,
			name: product.sku,
			type: 'simple',
			status: 'publish',
			regular_price: '',
			manage_stock: false,
			stock_quantity: null,
			stock_status: 'instock',
			...product,
		};
		this.products.push(added);
		return added;
	}

	answer(call: ShopCall): ShopAnswer {
		const { consumerKey, consumerSecret } = WOO_COMMERCE;
		const key = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
		if (call.headers.authorization !== `Basic ${key}`) {
			return this.refusal('woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.', 401);
		}
		const [, id] = new RegExp(`^${PRODUCTS}/(\\d+)$`).exec(call.path) ?? [];
		if (call.method === 'PUT' && id !== undefined) return this.update(Number(id), sentBy(call));
		if (call.method === 'GET' && call.path === PRODUCTS) return this.page(call.query);
		return this.refusal('rest_no_route', 'No route was found', 404);
	}

	private page(query: URLSearchParams): ShopAnswer {
		const size = Number(query.get('per_page') ?? 10);
		const page = Number(query.get('page') ?? 1);
		const status = query.get('status');
		const all = this.products.filter((one) => status === null || one.status === status);
		const root = `https://${WOO_COMMERCE.host}/wp-json/`;
		const next = `<https://${WOO_COMMERCE.host}${PRODUCTS}?page=${page + 1}>; rel="next"`;
		const links = [
			`<${root}>; rel="https://api.w.org/"`,
			...(all.length > page * size ? [next] : []),
		];
		return {
			status: 200,
			headers: { link: links.join(', '), 'x-wp-total': String(all.length) },
			body: all.slice((page - 1) * size, page * size),
		};
	}

	private update(id: number, body: Json): ShopAnswer {
		const product = this.products.find((one) => one.id === id);
		if (!product || this.locked.has(id)) {
			return this.refusal('woocommerce_rest_product_invalid_id', 'Invalid ID.', 404);
		}
		// As in the real one, where a number for a price is refused.
		const wrong = Object.entries({ regular_price: 'string', manage_stock: 'boolean' }).filter(
			([name, type]) => body[name] !== undefined && typeof body[name] !== type,
		);
		if (wrong.length > 0) {
			const names = wrong.map(([name]) => name).join(', ');
			return this.refusal('rest_invalid_param', `Invalid parameter(s): ${names}`, 400);
		}
		this.updates.push({ id, body });
		Object.assign(product, body);
		if (product.manage_stock) {
			product.stock_status = (product.stock_quantity ?? 0) > 0 ? 'instock' : 'outofstock';
		}
		return answer(product);
	}

	private refusal(code: string, message: string, status: number): ShopAnswer {
		return answer({ code, message, data: { status } }, status);
	}
}
