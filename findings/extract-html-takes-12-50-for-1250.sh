#!/usr/bin/env bash
# n8n's Extract From File node, operation HTML, reads a table, as suppliers mail price lists, like a
# spreadsheet program set to American English reads what is typed in: the price "12,50" is 1250 and
# "1.299,00" is 1.299, the part number "3-11" is a day of 2001 and "1E5" is 100000, and the article number
# "0012" is 12. With the option RAW Data on, every cell stays the text that it is. The operation CSV of the
# same node leaves them all as they are without any option.
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

for (const name of ['n8n-nodes-base', 'n8n-workflow', '@e965/xlsx']) console.log(name, require(`./node_modules/${name}/package.json`).version);

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

const rows = [['sku', 'part', 'price'], ['0012', '3-11', '12,50'], ['000345', '1E5', '1.299,00'], ['4A0036', 'X-7', '9.90']];
const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
const html = `<!DOCTYPE html><html><body><table>${table}</table></body></html>`;
const csv = rows.map((cells) => cells.join(';')).join('\n');

/** The rows that come out of a file. */
async function extracted(operation, text, options) {
	const data = { data: Buffer.from(text).toString('base64'), fileExtension: operation, mimeType: `text/${operation}` };
	const [items] = await run(ExtractFromFile, { operation, binaryPropertyName: 'data', options }, [{ data }]);
	return items;
}
(async () => {
	const asTexts = rows.slice(1).map(([sku, part, price]) => ({ sku, part, price }));
	const asTyped = [
		{ sku: 12, part: '2001-03-11T00:00:00.000Z', price: 1250 },
		{ sku: 345, part: 100000, price: 1.299 },
		{ sku: '4A0036', part: 'X-7', price: 9.9 },
	];
	tell('HTML', await extracted('html', html, {}), asTyped);
	tell('HTML, RAW Data on', await extracted('html', html, { rawData: true }), asTexts);
	tell('the same table as CSV', await extracted('csv', csv, { delimiter: ';' }), asTexts);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
