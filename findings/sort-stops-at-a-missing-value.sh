#!/usr/bin/env bash
# n8n's Sort node leaves items unsorted if one of them lacks the field: a missing value is neither smaller
# nor equal, so it counts as the greater one of every pair, whichever way round the pair is asked about,
# and JavaScript's sort goes wrong on both sides of it. Prices 30, missing, 10, 20 stay in that order. With
# null in its place all are sorted.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Code package/dist/nodes/Transform
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
		addExecutionHints: () => {},
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { Sort } = require('n8n-nodes-base/dist/nodes/Transform/Sort/Sort.node.js');

/** The prices in the order in which Sort puts their items; "missing" stands for an item without one. */
async function sorted(prices, order) {
	const items = prices.map((price, row) => (price === 'missing' ? { row } : { row, price }));
	const sortFieldsUi = { sortField: [{ fieldName: 'price', order }] };
	const [result] = await run(Sort, { type: 'simple', sortFieldsUi }, items);
	return result.map((item) => ('price' in item ? item.price : 'missing'));
}
(async () => {
	const some = [30, 'missing', 10, 20];
	tell(`${JSON.stringify(some)} ascending`, await sorted(some, 'ascending'), [30, 'missing', 10, 20]);
	tell(`${JSON.stringify(some)} descending`, await sorted(some, 'descending'), [20, 10, 'missing', 30]);
	tell('[30,null,10,20] ascending', await sorted([30, null, 10, 20], 'ascending'), [null, 10, 20, 30]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
