#!/usr/bin/env bash
# n8n's Merge node, in its default setting, does not put the second input's list in place of the first
# one's: it lays it over it, entry by entry. A new list that is shorter keeps the end of the old one, and
# an empty one changes nothing: of the parcels ["1Z1", "1Z2", "1Z3"] and today's ["1Z9"] comes
# ["1Z9", "1Z2", "1Z3"], and two lines of different products become one line of both.
# Options > Clash Handling > Merging Nested Fields > Shallow Merge takes the list as it is.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-core@2.41.1 n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Merge
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { ExecuteContext } = require('n8n-core');
const { NodeHelpers, Workflow } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-core', 'n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

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
	const placed = { id: '1', name: 'Node', type: 'node', typeVersion, position: [0, 0], parameters: all };
	const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: '1', nodes: [placed], connections: {}, active: false, nodeTypes });
	const main = inputs.map((rows) => rows.map((json, item) => ({ json, pairedItem: { item } })));
	const given = { data: { main }, node: placed, source: null };
	const results = { resultData: { runData: {} } };
	const context = new ExecuteContext(workflow, placed, {}, 'manual', results, 0, main[0], { main }, given, []);
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { Merge } = require('n8n-nodes-base/dist/nodes/Merge/Merge.node.js');

const stored = [{ order: '20-RD128', parcels: ['1Z1', '1Z2', '1Z3'], lines: [{ sku: 'A', serial: 'SN1' }, { sku: 'B' }] }];
const today = [{ order: '20-RD128', parcels: ['1Z9'], lines: [{ sku: 'C', price: 5 }] }];
const emptied = [{ order: '20-RD128', parcels: [], lines: [] }];
const byOrder = { mode: 'combine', combineBy: 'combineByFields', fieldsToMatchString: 'order' };
const shallow = { clashHandling: { values: { resolveClash: 'preferLast', mergeMode: 'shallowMerge' } } };

(async () => {
	const [[laidOver]] = await run(Merge, byOrder, stored, today);
	tell('parcels after the merge', laidOver.parcels, ['1Z9', '1Z2', '1Z3']);
	tell('lines after the merge', laidOver.lines, [{ sku: 'C', serial: 'SN1', price: 5 }, { sku: 'B' }]);
	const [[kept]] = await run(Merge, byOrder, stored, emptied);
	tell('parcels after a merge with an empty list', kept.parcels, ['1Z1', '1Z2', '1Z3']);
	const [[replaced]] = await run(Merge, { ...byOrder, options: shallow }, stored, today);
	tell('parcels with Shallow Merge', replaced.parcels, ['1Z9']);
	process.exit(changed ? 1 : 0);
})();
JS
N8N_USER_FOLDER="$folder" N8N_ENCRYPTION_KEY=unused node fact.cjs
