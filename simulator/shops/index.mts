import { answer, type ShopAnswer, type ShopCall } from './service.mts';
import { Shopify, SHOPIFY } from './shopify.mts';
import { Teams, TEAMS } from './teams.mts';
import { WOO_COMMERCE, WooCommerce } from './wooCommerce.mts';

export type { ShopAnswer, ShopCall };

/**
 * Stand-ins for the services that the recipes use besides Ingram Micro: a WooCommerce shop, a shop at
 * Shopify, and chats of Microsoft Teams. They know what n8n's own nodes ask of them, and no more.
 */
export class Shops {
	readonly wooCommerce = new WooCommerce();
	readonly shopify = new Shopify();
	readonly teams = new Teams();

	/** The names of the hosts that they stand for. */
	readonly hosts = [WOO_COMMERCE.host, SHOPIFY.host, TEAMS.graphHost, TEAMS.signInHost] as const;

	answer(call: ShopCall): ShopAnswer {
		// n8n's Shopify node writes two slashes in a row.
		const tidy = { ...call, path: call.path.replaceAll(/\/{2,}/g, '/') };
		switch (call.host) {
			case WOO_COMMERCE.host:
				return this.wooCommerce.answer(tidy);
			case SHOPIFY.host:
				return this.shopify.answer(tidy);
			case TEAMS.graphHost:
			case TEAMS.signInHost:
				return this.teams.answer(tidy);
			default:
				return answer({ error: `Nobody stands for ${call.host}` }, 502);
		}
	}
}
