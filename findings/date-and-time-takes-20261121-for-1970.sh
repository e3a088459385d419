#!/usr/bin/env bash
# n8n's Date & Time node takes a date of digits only, as EDI, SAP and ISO 8601 write it, for seconds since
# 1970: "20261121" is 23 August 1970 in every operation, and 14 days after it is 6 September 1970. Nothing
# tells of it. Only Format a Date has a way round it, From Date Format with yyyyMMdd. An expression reads the
# same text well, {{ $json.date.toDateTime() }}, and so does a parameter for a date.
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
const { NodeHelpers, validateFieldType } = require('n8n-workflow');

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
	tell('"20261121"', await formatted('20261121'), '1970-08-23');
	tell('"20261121", From Date Format yyyyMMdd', await formatted('20261121', { fromFormat: 'yyyyMMdd' }), '2026-11-21');
	tell('"2026-11-21"', await formatted('2026-11-21'), '2026-11-21');
	tell('"20261121" in a parameter for a date', validateFieldType('day', '20261121', 'dateTime').newValue.toISODate(), '2026-11-21');
	const due = { operation: 'addToDate', magnitude: '20261121', timeUnit: 'days', duration: 14, outputFieldName: 'due' };
	tell('"20261121" and 14 days', (await run(DateTime, due, [{}]))[0], [{ due: '1970-09-06T12:05:21.000Z' }]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
