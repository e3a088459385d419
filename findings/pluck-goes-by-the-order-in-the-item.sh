#!/usr/bin/env bash
# pluck() in n8n's expressions gives the values of several fields in the order in which each object has them,
# not in that of the names: pluck('sku', 'quantity') of { quantity: 3, sku: 'B' } is [3, 'B']. Of an object
# that lacks one of them it gives the other alone, without a list, and one that lacks both is left out, so the
# result has fewer entries than the list. Use map(): lines.map((line) => [line.sku, line.quantity]).
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0

cat >fact.cjs <<'JS'
const { Workflow } = require('n8n-workflow');

for (const name of ['n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const type = { description: { properties: [] } };
const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
const node = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** What an expression gives for the lines of an order. */
function valueOf(call, lines) {
	const items = [{ json: { lines } }];
	return workflow.expression.getParameterValue(`={{ $json.lines.${call} }}`, null, 0, 0, 'Node', items, 'manual', {});
}
const plucked = (...lines) => valueOf("pluck('sku', 'quantity')", lines);
tell('sku first', plucked({ sku: 'A', quantity: 2 }), [['A', 2]]);
tell('quantity first', plucked({ quantity: 3, sku: 'B' }), [[3, 'B']]);
tell('without a quantity', plucked({ sku: 'C' }), ['C']);
tell('without both', plucked({ note: 'by phone' }), []);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
