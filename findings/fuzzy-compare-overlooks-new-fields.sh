#!/usr/bin/env bash
# n8n's Compare Datasets node with Fuzzy Compare on goes through the fields of input A only. What only B
# has makes no difference: the item goes out under Same, as it is in A, and B's value is gone. With the
# inputs changed over, or with Fuzzy Compare off, the same two items are different.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/CompareDatasets
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

const { CompareDatasets } = require('n8n-nodes-base/dist/nodes/CompareDatasets/CompareDatasets.node.js');

const short = [{ sku: '4A0036', price: 5 }];
const long = [{ sku: '4A0036', price: 5, discontinued: 'yes' }];
/** How many items go to each output. */
async function outputs(inputA, inputB, fuzzyCompare) {
	const mergeByFields = { values: [{ field1: 'sku', field2: 'sku' }] };
	const [onlyA, same, different, onlyB] = await run(CompareDatasets, { mergeByFields, fuzzyCompare }, inputA, inputB);
	return { onlyA: onlyA.length, same: same.length, different: different.length, onlyB: onlyB.length };
}
(async () => {
	const equal = { onlyA: 0, same: 1, different: 0, onlyB: 0 };
	const unequal = { onlyA: 0, same: 0, different: 1, onlyB: 0 };
	tell('fuzzy, the field is new in B', await outputs(short, long, true), equal);
	tell('fuzzy, the field is gone from B', await outputs(long, short, true), unequal);
	tell('not fuzzy, the field is new in B', await outputs(short, long, false), unequal);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
