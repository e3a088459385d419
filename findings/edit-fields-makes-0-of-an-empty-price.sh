#!/usr/bin/env bash
# n8n's Edit Fields node makes 0 of an empty text, and of one with blanks only, where a field has the type
# Number: a row of a sheet without a price gets the price 0. Nothing tells of it, while "on request" stops the
# workflow. toNumber() in expressions does the same, where toFloat() and toInt() refuse an empty text, and IF
# takes it for no value at all. Write {{ $json.price === '' ? null : $json.price }}: null stays null.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0
# The node alone, without what other nodes need.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/utils package/dist/nodes/Set
mv package node_modules/n8n-nodes-base

cat >fact.cjs <<'JS'
const { executeFilter, NodeHelpers, Workflow } = require('n8n-workflow');

for (const name of ['n8n-nodes-base', 'n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

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
		getWorkflowSettings: () => ({}),
	};
	return (await type.execute.call(context)).map((items) => (items ?? []).map(({ json }) => json));
}

const { Set: EditFields } = require('n8n-nodes-base/dist/nodes/Set/Set.node.js');

const type = { description: { properties: [] } };
const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type, getKnownTypes: () => ({}) };
const node = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

/** What an expression gives for a price. */
function valueOf(call, price) {
	try {
		const items = [{ json: { price } }];
		return workflow.expression.getParameterValue(`={{ $json.price.${call} }}`, null, 0, 0, 'Node', items, 'manual', {});
	} catch (error) {
		return `refused: ${error.message}`;
	}
}

/** What Edit Fields makes of a price, with the type Number. */
async function edited(price) {
	const assignments = [{ id: '1', name: 'price', type: 'number', value: price }];
	try {
		return (await run(EditFields, { mode: 'manual', assignments: { assignments } }, [{}]))[0][0].price;
	} catch (error) {
		return 'refused';
	}
}
(async () => {
	tell('Edit Fields, Number, ""', await edited(''), 0);
	tell('Edit Fields, Number, "  "', await edited('  '), 0);
	tell('Edit Fields, Number, "on request"', await edited('on request'), 'refused');
	tell('Edit Fields, Number, null', await edited(null), null);
	tell('"".toNumber()', valueOf('toNumber()', ''), 0);
	tell('"".toFloat()', valueOf('toFloat()', ''), 'refused: cannot convert to float');
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 };
	const operator = { type: 'number', operation: 'notExists', singleValue: true };
	const conditions = [{ leftValue: '', rightValue: '', operator }];
	tell('IF: the number "" does not exist', executeFilter({ conditions, combinator: 'and', options }), true);
	process.exit(changed ? 1 : 0);
})();
JS
TZ=UTC node fact.cjs
