#!/usr/bin/env bash
# n8n's Date & Time node, operation Format a Date, gives the day before, wherever the clock is ahead of UTC:
# with TZ and n8n's time zone at Berlin, "2026-11-21" formatted as yyyy-MM-dd is 2026-11-20, and so is
# "21.11.2026" read with From Date Format. It takes the day as its start there, and then writes it in UTC,
# unless the option Use Workflow Timezone is on (it is off at first). The other operations of the node use the
# zone of the workflow, and so does {{ $json.date.toDateTime().toFormat('yyyy-MM-dd') }}.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0 luxon@3.7.2 moment-timezone@0.5.48
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/DateTime
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { NodeHelpers } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow', 'luxon']) console.log(name, require(`./node_modules/${name}/package.json`).version);

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
		getTimezone: () => process.env.TZ,
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { DateTime } = require('n8n-nodes-base/dist/nodes/DateTime/DateTime.node.js');

/** What Format a Date makes of a date. */
async function formatted(date, options = {}, customFormat = 'yyyy-MM-dd') {
	const parameters = { operation: 'formatDate', date, format: 'custom', customFormat, outputFieldName: 'day', options };
	const [[{ day }]] = await run(DateTime, parameters, [{}]);
	return day;
}
(async () => {
	tell('"2026-11-21" in Berlin', await formatted('2026-11-21'), '2026-11-20');
	tell('"21.11.2026", From Date Format dd.MM.yyyy', await formatted('21.11.2026', { fromFormat: 'dd.MM.yyyy' }), '2026-11-20');
	tell('"2026-11-21", Use Workflow Timezone on', await formatted('2026-11-21', { timezone: true }), '2026-11-21');
	const due = { operation: 'addToDate', magnitude: '2026-11-21', timeUnit: 'days', duration: 14, outputFieldName: 'due' };
	tell('the operation Add to a Date, 14 days', (await run(DateTime, due, [{}]))[0], [{ due: '2026-12-05T00:00:00.000+01:00' }]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=Europe/Berlin node fact.cjs
