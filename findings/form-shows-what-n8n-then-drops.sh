#!/usr/bin/env bash
# A node can tie a parameter to an option within a collection: displayOptions with "/options.version". n8n's
# editor follows that, by displayParameter(), and lets people fill the parameter in. But getNodeParameters(),
# through which n8n takes the parameters of every node before a workflow runs, looks at parameters outside
# collections only when it decides what is shown: the filled-in value is dropped, and with "hide" in place
# of "show" it is the hidden one that counts. Nothing tells of it. Tie parameters to others at the top of
# the node only.
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

const { NodeHelpers } = require('n8n-workflow');

const version = {
	displayName: 'Version',
	name: 'version',
	type: 'options',
	options: [
		{ name: 'New', value: 'new' },
		{ name: 'Old', value: 'old' },
	],
	default: 'new',
};
const reason = { displayName: 'Reason', name: 'reason', type: 'string', default: '' };
/** Whether the editor shows Reason, and what n8n hands to the node, with Old chosen and Reason filled in. */
function seen(displayOptions, parent, values) {
	const properties = [parent, { ...reason, displayOptions }];
	const node = { name: 'Node', type: 'node', typeVersion: 1, position: [0, 0] };
	const type = { name: 'node', properties };
	return {
		shown: NodeHelpers.displayParameter(values, properties[1], node, type),
		parameters: NodeHelpers.getNodeParameters(properties, values, true, false, node, type),
	};
}
const options = { displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [version] };
const within = { options: { version: 'old' }, reason: 'Agreed by phone' };
const top = { version: 'old', reason: 'Agreed by phone' };
for (const [what, displayOptions, parent, values, shown, parameters] of [
	['shown by a parameter', { show: { version: ['old'] } }, version, top, true, top],
	['shown by an option', { show: { '/options.version': ['old'] } }, options, within, true, { options: within.options }],
	['hidden by a parameter', { hide: { version: ['old'] } }, version, top, false, { version: 'old' }],
	['hidden by an option', { hide: { '/options.version': ['old'] } }, options, within, false, within],
])
	tell(what, seen(displayOptions, parent, values), { shown, parameters });
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
