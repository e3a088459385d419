#!/usr/bin/env bash
# n8n's Compare Datasets node, in its default setting, finds differences between a list and its copy as soon
# as two items have the same key: it takes the first item of B for each of A, and what is left in B is only
# in B. An order with the same part number in two lines, compared with itself by part number, has one line
# under Same, one under Different and one under In B only. Multiple Matches set to Include All Matches pairs
# each with each, and finds two differences. Compare by a field that is unique, such as the number of the line.
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
		continueOnFail: () => false,
		addExecutionHints: () => {},
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { CompareDatasets } = require('n8n-nodes-base/dist/nodes/CompareDatasets/CompareDatasets.node.js');

const lines = [{ line: 1, sku: '4A0036', price: 10 }, { line: 2, sku: '4A0036', price: 9 }];
/** How many items go to each output, of the lines compared with themselves. */
async function outputs(field, options = {}) {
	const mergeByFields = { values: [{ field1: field, field2: field }] };
	const [onlyA, same, different, onlyB] = await run(CompareDatasets, { mergeByFields, options }, lines, structuredClone(lines));
	return { onlyA: onlyA.length, same: same.length, different: different.length, onlyB: onlyB.length };
}
(async () => {
	tell('by sku', await outputs('sku'), { onlyA: 0, same: 1, different: 1, onlyB: 1 });
	const all = await outputs('sku', { multipleMatches: 'all' });
	tell('by sku, Include All Matches', all, { onlyA: 0, same: 2, different: 2, onlyB: 0 });
	tell('by line', await outputs('line'), { onlyA: 0, same: 2, different: 0, onlyB: 0 });
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
