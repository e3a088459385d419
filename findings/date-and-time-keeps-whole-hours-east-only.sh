#!/usr/bin/env bash
# n8n's Date & Time node, operation Format a Date, keeps the clock of a time that is written with an offset,
# but only with one east of Greenwich, and of that only the whole hours: 00:15 on 21 November in India,
# +05:30, becomes 23:45 on 20 November. With an offset to the west it is written in UTC, so that 20:00 on
# 20 November in New York, -05:00, becomes 21 November. Nothing tells of it. {{ DateTime.fromISO($json.date,
# { setZone: true }).toFormat('yyyy-MM-dd HH:mm') }} keeps all of them.
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
const luxon = require('luxon');
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
	const clock = 'yyyy-MM-dd HH:mm';
	for (const [date, node, expression] of [
		['2026-11-21T00:15:00+01:00', '2026-11-21 00:15', '2026-11-21 00:15'],
		['2026-11-21T00:15:00+05:30', '2026-11-20 23:45', '2026-11-21 00:15'],
		['2026-11-20T20:00:00-05:00', '2026-11-21 01:00', '2026-11-20 20:00'],
	]) {
		tell(date, await formatted(date, {}, clock), node);
		tell(`${date} by Luxon`, luxon.DateTime.fromISO(date, { setZone: true }).toFormat(clock), expression);
	}
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
