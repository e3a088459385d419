#!/usr/bin/env bash
# AlaSQL (the SQL Query mode of n8n's Merge node) finds the rows of a join by the text of their values, and
# compares in WHERE by value and type. So JOIN ON a.sku = b.sku pairs 123 with "123", and null with null,
# which SQL never does: a row without a number gets the price of another without one. WHERE a.sku = b.sku
# finds neither pair. GROUP BY goes by the text as well: null and the text "null" are one group.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps alasql@4.4.0

cat >fact.cjs <<'JS'
for (const name of ['alasql']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const alasql = require('alasql');

const stock = [{ id: 1, sku: 123 }, { id: 2, sku: null }];
const prices = [{ sku: '123', price: 10 }, { sku: null, price: 99 }];
const joined = alasql('SELECT a.id, b.price FROM ? AS a JOIN ? AS b ON a.sku = b.sku', [stock, prices]);
tell('JOIN ON a.sku = b.sku', joined, [{ id: 1, price: 10 }, { id: 2, price: 99 }]);
const where = alasql('SELECT a.id, b.price FROM ? AS a, ? AS b WHERE a.sku = b.sku', [stock, prices]);
tell('WHERE a.sku = b.sku', where, []);
const groups = alasql('SELECT sku, COUNT(*) AS n FROM ? GROUP BY sku', [[{ sku: null }, { sku: 'null' }]]);
tell('GROUP BY sku of null and "null"', groups, [{ sku: null, n: 2 }]);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
