#!/usr/bin/env bash
# n8n's Rename Keys node takes every value from the item as it came, and removes the old name from the item as
# it is by then. So two entries that share a name lose a value, by their order: "newPrice to price" and then
# "price to oldPrice" keeps the old price and loses the new one, and to swap two names leaves one of them.
# Rename the one that is in the way first, and swap names in Edit Fields.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/RenameKeys
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
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

/** What a node of n8n makes of its inputs, each a list of objects: the items of each output. */
async function run(Node, parameters, ...inputs) {
	const node = new Node();
	const type = node.getNodeType?.() ?? node;
	const typeVersion = node.currentVersion ?? [type.description.version].flat().at(-1);
	const { properties } = type.description;
	const all = NodeHelpers.getNodeParameters(properties, parameters, true, false, { typeVersion }, type.description);
	const main = inputs.map((rows) => rows.map((json, item) => ({ json, pairedItem: { item } })));
	// What these nodes ask n8n for, with every parameter as it stands in the form.
	const context = {
		getNode: () => ({ name: 'Node', type: 'node', typeVersion, parameters: all }),
		getInputData: (input = 0) => main[input],
		getNodeParameter: (name, item, fallback) =>
			name.split('.').reduce((value, part) => value?.[part], all) ?? fallback,
		continueOnFail: () => false,
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { RenameKeys } = require('n8n-nodes-base/dist/nodes/RenameKeys/RenameKeys.node.js');

/** What is left of an item after these fields were renamed, one after the other. */
async function renamed(item, ...pairs) {
	const key = pairs.map(([currentKey, newKey]) => ({ currentKey, newKey }));
	return (await run(RenameKeys, { keys: { key } }, [item]))[0][0];
}
(async () => {
	const item = { sku: '4A0036', price: 10, newPrice: 12 };
	const [old, now, back] = [['price', 'oldPrice'], ['newPrice', 'price'], ['price', 'newPrice']];
	tell('price to oldPrice, newPrice to price', await renamed(item, old, now), { sku: '4A0036', oldPrice: 10, price: 12 });
	tell('newPrice to price, price to oldPrice', await renamed(item, now, old), { sku: '4A0036', oldPrice: 10 });
	tell('price and newPrice swapped', await renamed(item, back, now), { sku: '4A0036', price: 12 });
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
