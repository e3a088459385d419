#!/usr/bin/env bash
# n8n's Summarize node leaves texts out of Sum and Average, without a word: three prices as services often
# send them ("12.50"), or as toFixed() makes them, have the sum 0, and two of them with one number have the
# sum of that number. Count counts all three. Minimum and Maximum take the texts and compare them letter by
# letter: of 12.50, 9.00 and 100.00 the greatest is 9.00. Make numbers of them first, for example with Edit
# Fields and the type Number.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Transform
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { NodeHelpers } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

/** What a node of n8n makes of its inputs, each a list of objects: its one item, and how many hints it shows. */
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
		addExecutionHints: (...hints) => main.hints.push(...hints),
	};
	main.hints = [];
	const [items] = await type.execute.call(context);
	return { ...items[0].json, hints: main.hints.length };
}

const { Summarize } = require('n8n-nodes-base/dist/nodes/Transform/Summarize/Summarize.node.js');

/** What Summarize makes of prices, and the number of hints that it shows with it. */
async function summary(prices) {
	const values = ['sum', 'average', 'min', 'max', 'count'].map((aggregation) => ({ aggregation, field: 'price' }));
	const rows = prices.map((price) => ({ price }));
	// As JSON, in which n8n hands items on: an average of nothing is null there.
	return JSON.parse(JSON.stringify(await run(Summarize, { fieldsToSummarize: { values } }, rows)));
}
(async () => {
	const numbers = { sum_price: 121.5, average_price: 40.5, min_price: 9, max_price: 100, count_price: 3, hints: 0 };
	tell('prices as numbers', await summary([12.5, 9, 100]), numbers);
	const texts = { sum_price: 0, average_price: null, min_price: '100.00', max_price: '9.00', count_price: 3, hints: 0 };
	tell('the same prices as texts', await summary(['12.50', '9.00', '100.00']), texts);
	const mixed = { sum_price: 9, average_price: 9, count_price: 3, hints: 0 };
	const { min_price, max_price, ...sums } = await summary(['12.50', 9, '100.00']);
	tell('two texts and a number', sums, mixed);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
