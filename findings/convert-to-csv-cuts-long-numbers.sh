#!/usr/bin/env bash
# n8n's Convert to File node, operation CSV, writes a number as a spreadsheet shows it in a narrow cell, not
# as it is: from 12 digits on as a power of ten with six digits left, so that the EAN 4260123456789 becomes
# 4.26012E+12, and shorter ones with fractions rounded to ten digits in all. Nothing tells of it. The same
# digits in a text are written as they are, and the operation XLSX keeps the number. Make texts of long
# numbers first: {{ String($json.ean) }}.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0 @e965/xlsx@0.20.3 iconv-lite@0.6.3 csv-parse@7.0.2 ics@2.40.0 moment-timezone@0.5.48
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Files package/dist/nodes/ICalendar package/dist/nodes/SpreadsheetFile
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { NodeHelpers } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow', '@e965/xlsx']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

/** What a node of n8n makes of its inputs, each a list of objects: the file. */
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
		helpers: { prepareBinaryData: (buffer) => buffer },
	};
	const [[{ binary }]] = await type.execute.call(context);
	return binary.data;
}

const { ConvertToFile } = require('n8n-nodes-base/dist/nodes/Files/ConvertToFile/ConvertToFile.node.js');
const { read, utils } = require('@e965/xlsx');

const rows = [{ ean: 4260123456789, upc: 885609012345, id: 12345678901, total: 1234567.8912, text: '4260123456789' }];
const convert = (operation) => run(ConvertToFile, { operation, binaryPropertyName: 'data', options: {} }, rows);
(async () => {
	const [head, line] = (await convert('csv')).toString('utf8').replace(/^\uFEFF/, '').split('\n');
	tell(`CSV, ${head}`, line.split(','), ['4.26012E+12', '8.85609E+11', '12345678901', '1234567.891', '4260123456789']);
	const { Sheets, SheetNames } = read(await convert('xlsx'));
	tell('XLSX, read again', utils.sheet_to_json(Sheets[SheetNames[0]]), rows);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
