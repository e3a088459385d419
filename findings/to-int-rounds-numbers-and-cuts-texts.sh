#!/usr/bin/env bash
# toInt() in n8n's expressions rounds a number and cuts a text: 12.9 becomes 13, "12.9" becomes 12, so one
# column gives different quantities where a sheet holds some of them as text. It also reads a text up to the
# first strange character without a word, "1,234" as 1 and "20-RD128" as 20, where toNumber() refuses both.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0

cat >fact.cjs <<'JS'
for (const name of ['n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const { Workflow } = require('n8n-workflow');

const type = { description: { properties: [] } };
const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
const node = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** What an expression gives for a value in the item. */
function valueOf(call, value) {
	try {
		const items = [{ json: { value } }];
		return workflow.expression.getParameterValue(`={{ $json.value.${call} }}`, null, 0, 0, 'Node', items, 'manual', {});
	} catch (error) {
		return `refused: ${error.message}`;
	}
}
tell('12.9 as a number, toInt()', valueOf('toInt()', 12.9), 13);
tell('"12.9" as a text, toInt()', valueOf('toInt()', '12.9'), 12);
tell('"1,234", toInt()', valueOf('toInt()', '1,234'), 1);
tell('"20-RD128", toInt()', valueOf('toInt()', '20-RD128'), 20);
tell('"1,234", toNumber()', valueOf('toNumber()', '1,234'), 'refused: cannot convert to number');
tell('"20-RD128", toNumber()', valueOf('toNumber()', '20-RD128'), 'refused: cannot convert to number');
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
