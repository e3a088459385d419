#!/usr/bin/env bash
# n8n's conditions (IF, Filter, Switch) that convert types take every text for true where a boolean is asked
# for, but for "false", an empty one and those that are the number 0: "N", "no", "off" and "nein" are true. What
# cannot be read as a number or a date is refused, and tells so. toBoolean() takes "no" for false, and "N" for
# true. Compare texts: is equal to Y.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0

cat >fact.cjs <<'JS'
const { executeFilter, Workflow } = require('n8n-workflow');

for (const name of ['n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

/** Whether n8n finds that a value is true, or is less than 5, with types converted. */
function holds(leftValue, operator) {
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 };
	try {
		return executeFilter({ conditions: [{ leftValue, rightValue: 5, operator }], combinator: 'and', options });
	} catch (error) {
		return 'refused';
	}
}
const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
const texts = ['Y', 'N', 'no', 'off', 'nein', 'False', '0', ''];
const found = texts.map((text) => holds(text, isTrue));
tell(`is true, of ${JSON.stringify(texts)}`, found, [true, true, true, true, true, false, false, false]);
tell('is less than 5, of "N"', holds('N', { type: 'number', operation: 'lt' }), 'refused');

const type = { description: { properties: [] } };
const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
const node = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** What an expression gives for a text. */
function toBoolean(text) {
	const items = [{ json: { text } }];
	return workflow.expression.getParameterValue('={{ $json.text.toBoolean() }}', null, 0, 0, 'Node', items, 'manual', {});
}
tell(`toBoolean(), of ${JSON.stringify(texts)}`, texts.map(toBoolean), [true, true, false, true, true, false, false, false]);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
