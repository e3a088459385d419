import { createRequire } from 'node:module';

import type { INodeParameters, IVersionedNodeType } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../test/engine/engine.mts';
import { installPackages, NEWEST } from '../real-n8n/installation.mts';
import { here } from '../real-n8n/paths.mts';

export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const LOOP = 'n8n-nodes-base.splitInBatches';

/** A class of n8n's own nodes, from the n8n that is installed for the tests of the whole product. */
async function own<Type>(file: string, className: string): Promise<Type> {
	await installPackages(NEWEST);
	const load = createRequire(here(`${NEWEST}/package.json`));
	const { [className]: Loaded } = load(`n8n-nodes-base/dist/nodes/${file}.node.js`) as Record<
		string,
		new () => Type
	>;
	return new Loaded();
}

/** n8n's own HTTP Request node. */
export const httpRequestNode = async (): Promise<IVersionedNodeType> =>
	await own('HttpRequest/HttpRequest', 'HttpRequest');

/** n8n's own Loop Over Items node. */
export const loopNode = async (): Promise<IVersionedNodeType> =>
	await own('SplitInBatches/SplitInBatches', 'SplitInBatches');

const header = (name: string, value: string) => ({ name, value });

/** The node as people set it up for this API today: one call an item, with the headers by hand. */
const called = (url: string): INodeParameters => ({
	url,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: CREDENTIAL_TYPE,
	sendHeaders: true,
	headerParameters: {
		parameters: [
			header('IM-CustomerNumber', '20-222222'),
			header('IM-CountryCode', 'US'),
			header('IM-SenderID', 'benchmark'),
			header('IM-CorrelationID', '={{ "b" + String($itemIndex).padStart(8, "0") }}'),
		],
	},
	options: {},
});

/** Price and stock of the item's product. */
export const priceOfItem = (base: string): INodeParameters => ({
	...called(
		`${base}/resellers/v6/catalog/priceandavailability?includeAvailability=true&includePricing=true`,
	),
	method: 'POST',
	sendBody: true,
	specifyBody: 'json',
	jsonBody: '={{ JSON.stringify({ products: [{ ingramPartNumber: $json.ingramPartNumber }] }) }}',
});

/** The item's order. */
export const orderOfItem = (base: string): INodeParameters =>
	called(`=${base}/resellers/v6.1/orders/{{ $json.orderNumber }}`);
