#!/usr/bin/env bash
# AlaSQL, the engine behind the SQL Query mode of n8n's Merge node, adds before it divides: AVG of the texts
# "10" and "9" joins them to "109" and gives 54.5, and that of "10", 9 and 5 is 365 (in another order 470).
# SUM and MAX of the two texts are null. No error is raised.
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

const [text] = alasql('SELECT AVG(price) AS average, SUM(price) AS added, MAX(price) AS highest FROM ?', [[{ price: '10' }, { price: '9' }]]);
tell('AVG, SUM and MAX of "10" and "9"', text, { average: 54.5, added: null, highest: null });
const [mixed] = alasql('SELECT AVG(price) AS average FROM ?', [[{ price: '10' }, { price: 9 }, { price: 5 }]]);
tell('AVG of "10", 9 and 5', mixed, { average: 365 });
const [numbers] = alasql('SELECT AVG(price) AS average FROM ?', [[{ price: 10 }, { price: 9 }]]);
const [later] = alasql('SELECT AVG(price) AS average FROM ?', [[{ price: 9 }, { price: 5 }, { price: '10' }]]);
tell('AVG of 9, 5 and "10"', later, { average: 470 });
tell('AVG of 10 and 9', numbers, { average: 9.5 });
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
