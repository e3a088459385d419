#!/usr/bin/env bash
# n8n's Aggregate and Edit Fields nodes name a field that they take from within an object by the last part of
# its path, and do not look whether two of them then have the same name: of shipTo.city and billTo.city only
# the second comes out, as city. Nothing tells of it, though Aggregate refuses two fields with the same path.
# In Aggregate, switch on Rename Field; in Edit Fields, add the two as fields in place of Selected Input Fields.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Set package/dist/nodes/Transform
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

const { Aggregate } = require('n8n-nodes-base/dist/nodes/Transform/Aggregate/Aggregate.node.js');
const { Set: EditFields } = require('n8n-nodes-base/dist/nodes/Set/Set.node.js');

const order = { order: '20-RD128', shipTo: { city: 'Bonn' }, billTo: { city: 'Ulm' } };
(async () => {
	const cities = ['shipTo.city', 'billTo.city'].map((fieldToAggregate) => ({ fieldToAggregate, renameField: false }));
	const [lists] = await run(Aggregate, { fieldsToAggregate: { fieldToAggregate: cities } }, [order]);
	tell('Aggregate, shipTo.city and billTo.city', lists, [{ city: ['Ulm'] }]);
	const includeFields = 'order, shipTo.city, billTo.city';
	const [selected] = await run(EditFields, { mode: 'manual', includeOtherFields: true, include: 'selected', includeFields }, [order]);
	tell('Edit Fields, Selected Input Fields', selected, [{ order: '20-RD128', city: 'Ulm' }]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
