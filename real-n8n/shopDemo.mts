import { reasonOf } from './report.mts';
import type { Rest } from './rest.mts';
import { ShopServer } from './shopServer.mts';
import { type Credentials, storeShopCredentials } from './shopSupport.mts';

/*
 * Other services for a person who clicks: a shop with products, a shop with an order, a chat that is
 * printed, and the data tables that the examples want.
 */

/** @returns undefined where they cannot be had on this machine, which is said */
export async function startShopDemo(): Promise<ShopServer | undefined> {
	try {
		const server = await ShopServer.start();
		const { wooCommerce, shopify, teams } = server.shops;
		for (const sku of ['4A0036', '123512', '1A8249', 'QQ0202']) wooCommerce.add({ sku });
		shopify.addOrder([
			{ sku: '123512', quantity: 2 },
			{ sku: 'QQ0202', quantity: 1 },
		]);
		teams.onMessage = ({ content }) => console.log(`\nPosted in the chat:\n${readable(content)}`);
		return server;
	} catch (error) {
		console.log(`Without shops and chats: ${reasonOf(error)}`);
		return undefined;
	}
}

/** A message as it is read in a terminal, with the addresses of its links. */
const readable = (content: string): string =>
	content
		.replaceAll(/<a href="([^"]+)">([^<]+)<\/a>/g, '\n  $2: $1')
		.replaceAll(/<br>/g, '\n')
		.replaceAll('&amp;', '&');

const ADDRESS = {
	company: 'Blue Bakery',
	street: '1 Main Street',
	city: 'Irvine',
	state: 'CA',
	zip: '92612',
	country: 'US',
};
const ROW = { ...ADDRESS, ingramOrderNumber: '', problem: '' };
const TABLES: Record<string, [columns: string[], rows: Array<Record<string, string>>]> = {
	'Orders to Place': [
		['po', 'sku', 'quantity', ...Object.keys(ROW)],
		[
			{ po: 'TABLE-1001', sku: '123512', quantity: '2', ...ROW },
			{ po: 'TABLE-1001', sku: 'QQ0202', quantity: '5', ...ROW },
			{ po: 'TABLE-1002', sku: 'XXXXXX', quantity: '1', ...ROW },
		],
	],
	'Invoice Differences': [['uniqueKey', 'invoiceNumber', 'difference'], []],
	'Parcels Told': [['key'], []],
};

/** Stores what the examples want of other services in an n8n that was started with these. */
export async function fillShopDemo(rest: Rest): Promise<Credentials> {
	for (const [name, [columns, rows]] of Object.entries(TABLES)) {
		// What an earlier run made stays as a person has changed it.
		await rest.addDataTable(name, columns, rows).catch(() => undefined);
	}
	return await storeShopCredentials(rest);
}
