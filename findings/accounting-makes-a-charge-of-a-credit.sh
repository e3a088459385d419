#!/usr/bin/env bash
# Two libraries that read amounts of money lose a minus that stands behind them, as SAP writes it and lists of
# credits have it: "12.50-" is 12.5 for unformat() of accounting.js and for parsecurrency, so that a credit
# becomes a charge. parsecurrency loses brackets, "(12.50)", as well. currency.js makes NaN of it, and numeral
# reads both.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps accounting@0.4.1 parsecurrency@1.1.1 currency.js@2.0.4 numeral@2.0.6

cat >fact.cjs <<'JS'
for (const name of ['accounting', 'parsecurrency', 'currency.js', 'numeral']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const accounting = require('accounting');
const currency = require('currency.js');
const numeral = require('numeral');
const parsecurrency = require('parsecurrency');

const amounts = ['12.50-', '(12.50)', '-12.50'];
/** The amounts as a library reads them; NaN as a text, which JSON does not have. */
const read = (by) => amounts.map((amount) => by(amount)).map((value) => (Number.isNaN(value) ? 'NaN' : value));
console.log(JSON.stringify(amounts));
tell('accounting.unformat()', read(accounting.unformat), [12.5, -12.5, -12.5]);
tell('parsecurrency()', read((amount) => parsecurrency(amount).value), [12.5, 12.5, -12.5]);
tell('currency()', read((amount) => currency(amount).value), ['NaN', -12.5, -12.5]);
tell('numeral()', read((amount) => numeral(amount).value()), [-12.5, -12.5, -12.5]);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
