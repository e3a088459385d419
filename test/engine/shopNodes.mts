import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import { Shops } from '../../simulator/shops/index.mts';
import { SHOPIFY } from '../../simulator/shops/shopify.mts';
import { TEAMS } from '../../simulator/shops/teams.mts';
import { WOO_COMMERCE } from '../../simulator/shops/wooCommerce.mts';
import type { Engine } from './engine.mts';
import { STAND_INS } from './standIns.mts';

/*
 * n8n's own nodes for WooCommerce, Shopify and Microsoft Teams, and its HTTP Request, as far as the
 * recipes use them: what goes out is what the real ones send, and comes to stand-ins of the services.
 * The real nodes run in the real n8n against the same stand-ins.
 */

/** What the nodes talk to, and whether somebody clicks Approve (true), Decline, or nothing at all. */
export const SHOPS: { now: Shops; approves?: boolean } = { now: new Shops() };

const text = (name: string, type: INodeProperties['type'] = 'string'): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: type === 'string' ? '' : {},
});

const node = (
	name: string,
	properties: INodeProperties[],
	execute: INodeType['execute'],
): INodeType => ({
	description: {
		...STAND_INS['n8n-nodes-base.noOp'].description,
		name,
		displayName: name,
		properties,
	},
	execute,
});

/** One call, as the service gets it; what it refuses throws, with its words. */
function call(
	method: string,
	address: string,
	headers: Record<string, string>,
	body?: unknown,
): unknown {
	const { host, pathname: path, searchParams: query } = new URL(address);
	const { status, body: said } = SHOPS.now.answer({ method, host, path, query, headers, body });
	if (status < 300) return said;
	throw new Error(`${status}: ${JSON.stringify(said)}`);
}

/** Answers item by item; a failed one has its error where the node's On Error setting goes on. */
function eachItem(context: IExecuteFunctions, act: (item: number) => unknown) {
	const output = context.getInputData().flatMap((_, item): INodeExecutionData[] => {
		try {
			const answered = act(item);
			const all = (Array.isArray(answered) ? answered : [answered]) as IDataObject[];
			return all.map((json) => ({ json, pairedItem: { item } }));
		} catch (error) {
			if (!context.continueOnFail()) throw error;
			return [{ json: { error: (error as Error).message }, pairedItem: { item } }];
		}
	});
	return [output];
}

const WOO_KEY = Buffer.from(`${WOO_COMMERCE.consumerKey}:${WOO_COMMERCE.consumerSecret}`);
const WOO = `https://${WOO_COMMERCE.host}/wp-json/wc/v3/products`;
const SHOP = `https://${SHOPIFY.host}/admin/api/2024-07`;
const BY_TOKEN = { 'x-shopify-access-token': SHOPIFY.accessToken };

/** `regularPrice` as WooCommerce and Shopify write it, `regular_price`. */
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const snaked = (fields: IDataObject) =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));

const wooCommerce = node(
	'wooCommerce',
	[
		...['resource', 'operation', 'productId'].map((name) => text(name)),
		...['options', 'updateFields'].map((name) => text(name, 'json')),
	],
	async function (this: IExecuteFunctions) {
		const headers = { authorization: `Basic ${WOO_KEY.toString('base64')}` };
		return eachItem(this, (item) => {
			if (this.getNodeParameter('operation', item) === 'update') {
				const id = this.getNodeParameter('productId', item) as string;
				const fields: unknown = this.getNodeParameter('updateFields', item);
				return call('PUT', `${WOO}/${id}`, headers, snaked(fields as IDataObject));
			}
			const { status } = this.getNodeParameter('options', item) as { status: string };
			const all: unknown[] = [];
			for (let page = 1, last = false; !last; page += 1) {
				const query = `per_page=100&page=${page}&status=${status}`;
				const some = call('GET', `${WOO}?${query}`, headers) as unknown[];
				all.push(...some);
				last = some.length < 100;
			}
			return all;
		});
	},
);

const shopify = node(
	'shopify',
	[
		...['authentication', 'resource', 'operation', 'orderId', 'limit'].map((name) => text(name)),
		...['options', 'updateFields'].map((name) => text(name, 'json')),
	],
	async function (this: IExecuteFunctions) {
		return eachItem(this, (item) => {
			if (this.getNodeParameter('operation', item) === 'update') {
				const id = this.getNodeParameter('orderId', item) as string;
				const order: unknown = this.getNodeParameter('updateFields', item);
				const updated = call('PUT', `${SHOP}/orders/${id}.json`, BY_TOKEN, { order });
				return (updated as { order: IDataObject }).order;
			}
			const options: unknown = this.getNodeParameter('options', item);
			const limit = Number(this.getNodeParameter('limit', item));
			const query = new URLSearchParams(
				snaked({ ...(options as IDataObject), limit }) as Record<string, string>,
			);
			const found = call('GET', `${SHOP}/orders.json?${query.toString()}`, BY_TOKEN);
			return (found as { orders: IDataObject[] }).orders;
		});
	},
);

const httpRequest = node(
	'httpRequest',
	[...['method', 'url', 'jsonBody'].map((name) => text(name))],
	async function (this: IExecuteFunctions) {
		return eachItem(this, (item) => {
			const [method, url, body] = ['method', 'url', 'jsonBody'].map(
				(name) => this.getNodeParameter(name, item) as string,
			);
			return call(method, url, BY_TOKEN, JSON.parse(body));
		});
	},
);

const CHATS = `https://${TEAMS.graphHost}/v1.0/chats`;

const microsoftTeams = node(
	'microsoftTeams',
	[
		...['resource', 'operation', 'contentType', 'message'].map((name) => text(name)),
		text('chatId', 'resourceLocator'),
	],
	async function (this: IExecuteFunctions) {
		const post = (item: number) => {
			const chat = this.getNodeParameter('chatId', item, '', { extractValue: true }) as string;
			const contentType = this.getNodeParameter('contentType', item, 'html');
			const content = this.getNodeParameter('message', item);
			const headers = { authorization: `Bearer ${TEAMS.token}` };
			const body = { body: { contentType, content } };
			return call('POST', `${CHATS}/${encodeURIComponent(chat)}/messages`, headers, body);
		};
		if (this.getNodeParameter('operation', 0) !== 'sendAndWait') return eachItem(this, post);
		post(0);
		// Without a click in time the real one hands on what it got.
		if (SHOPS.approves === undefined) return [this.getInputData()];
		return [[{ json: { data: { approved: SHOPS.approves } } }]];
	},
);

/** Gives an engine the nodes of other services that the recipes use. */
export function addShopNodes(engine: Engine): void {
	for (const type of [wooCommerce, shopify, httpRequest, microsoftTeams]) {
		engine.addNodeType(`n8n-nodes-base.${type.description.name}`, type);
	}
}
