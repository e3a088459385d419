#!/usr/bin/env bash
# n8n's Google Sheets node, operations Update Row and Append or Update Row with Map Automatically, leaves the
# cell as it is where the item has null: a product that has no price any more keeps its old one in the sheet,
# and the node says that the item was written. A row that it appends has an empty cell there, and with Map
# Each Column Manually null empties the cell in both. An empty text empties it always: {{ $json.price ?? '' }}.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0 @e965/xlsx@0.20.3 jsonwebtoken@9.0.3 moment-timezone@0.5.48
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Google/Sheet package/dist/nodes/Google/GenericFunctions.js package/dist/nodes/Google/constants.js
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const get = require('lodash/get');
const { NodeHelpers } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const { GoogleSheets } = require('n8n-nodes-base/dist/nodes/Google/Sheet/GoogleSheets.node.js');

const sheet = [['sku', 'price'], ['4A0036', 10], ['4A0037', 20]];
/** What the node sends to Google for the items: the cells that it writes. */
async function written(operation, columns, items) {
	const node = new GoogleSheets();
	const typeVersion = node.currentVersion;
	const { description, execute } = node.getNodeType();
	const locator = (mode, value) => ({ __rl: true, mode, value });
	const parameters = { operation, documentId: locator('id', 'made-up'), sheetName: locator('name', 'Prices'), columns, options: {} };
	const all = NodeHelpers.getNodeParameters(description.properties, parameters, true, false, { typeVersion }, description);
	const sent = [];
	// Google's side: one sheet, whose cells are read, and what is to be written is kept.
	async function requestOAuth2(credential, { method, uri, body }) {
		if (method === 'POST') sent.push(...body.data.map(({ range, values }) => [range, values[0]]));
		return uri.includes('/values/') ? { values: sheet } : { sheets: [{ properties: { sheetId: 0, title: 'Prices' } }] };
	}
	await execute.call({
		getNode: () => ({ name: 'Node', type: 'node', typeVersion, parameters: all }),
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter(name, item, fallback, { extractValue } = {}) {
			const value = get(all, name, fallback);
			return extractValue ? value.value : value;
		},
		continueOnFail: () => false,
		addExecutionHints: () => {},
		helpers: { requestOAuth2 },
	});
	return sent;
}
const automatically = { mappingMode: 'autoMapInputData', matchingColumns: ['sku'], value: null, schema: [] };
const manually = (value) => ({ mappingMode: 'defineBelow', matchingColumns: ['sku'], value, schema: [] });
const gone = { sku: '4A0036', price: null };
(async () => {
	const dearer = [{ sku: '4A0036', price: 12 }];
	tell('Update Row, the price 12', await written('update', automatically, dearer), [['Prices!B2', [12]]]);
	tell('Update Row, the price null', await written('update', automatically, [gone]), []);
	tell('Append or Update Row, the price null', await written('appendOrUpdate', automatically, [gone]), []);
	tell('Update Row, the price ""', await written('update', automatically, [{ ...gone, price: '' }]), [['Prices!B2', ['']]]);
	tell('Update Row, mapped manually, the price null', await written('update', manually(gone), [gone]), [['Prices!B2', ['']]]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
