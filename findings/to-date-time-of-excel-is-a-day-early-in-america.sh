#!/usr/bin/env bash
# toDateTime('excel') in n8n's expressions makes of the number that a spreadsheet keeps for a day the midnight
# of that day in UTC, not in the time zone of the workflow, in which it then stands. West of Greenwich that is
# the evening before: 46347, which is 21 November 2026 in the sheet, is 20 November in New York, whatever
# format follows. East of it the day is right, and the time is off by the offset. Add .toUTC() before the
# format.
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

/** What an expression gives in a workflow of a time zone. */
function valueOf(expression, timezone) {
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes, settings: { timezone } });
	const items = [{ json: { date: 46347 } }];
	return workflow.expression.getParameterValue(`={{ ${expression} }}`, null, 0, 0, 'Node', items, 'manual', {});
}
const iso = "$json.date.toDateTime('excel').toISO()";
tell('46347 in New York', valueOf(iso, 'America/New_York'), '2026-11-20T19:00:00.000-05:00');
tell('46347 in Berlin', valueOf(iso, 'Europe/Berlin'), '2026-11-21T01:00:00.000+01:00');
const day = (more) => valueOf(`$json.date.toDateTime('excel')${more}.format('yyyy-MM-dd')`, 'America/New_York');
tell('its day in New York', day(''), '2026-11-20');
tell('its day in New York, with toUTC()', day('.toUTC()'), '2026-11-21');
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
