#!/usr/bin/env bash
# n8n's Extract From File node, operation CSV, keeps the last of several columns with the same name: of
# "sku;price;price", a price for one piece and one for ten, only the second comes out. Nothing tells of it. The
# operation XLSX gives both of the same sheet, as price and price_1. Switch off Header Row, or name the columns.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0 @e965/xlsx@0.20.3 csv-parse@7.0.2 iconv-lite@0.6.3 ts-ics@1.2.2 date-fns@2.30.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Files package/dist/nodes/SpreadsheetFile
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { NodeHelpers } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow', 'csv-parse', '@e965/xlsx']) console.log(name, require(`./node_modules/${name}/package.json`).version);

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
		helpers: { assertBinaryData: (item, name) => main[0][item].json[name] },
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { ExtractFromFile } = require('n8n-nodes-base/dist/nodes/Files/ExtractFromFile/ExtractFromFile.node.js');
const { utils, write } = require('@e965/xlsx');

const rows = [['sku', 'price', 'price'], ['4A0036', 10, 9]];
/** The rows that come out of a file. */
async function extracted(operation, bytes, options = {}) {
	const data = { data: Buffer.from(bytes).toString('base64'), fileExtension: operation, mimeType: `text/${operation}` };
	return (await run(ExtractFromFile, { operation, binaryPropertyName: 'data', options }, [{ data }]))[0];
}
(async () => {
	const csv = rows.map((cells) => cells.join(';')).join('\n');
	tell('CSV', await extracted('csv', csv, { delimiter: ';' }), [{ sku: '4A0036', price: '9' }]);
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Prices');
	const xlsx = write(book, { type: 'buffer', bookType: 'xlsx' });
	tell('XLSX', await extracted('xlsx', xlsx), [{ sku: '4A0036', price: 10, price_1: 9 }]);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
