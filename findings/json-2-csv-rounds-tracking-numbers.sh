#!/usr/bin/env bash
# csv2json() of json-2-csv reads every value as JSON, also one in quotation marks: the tracking number
# "420142219400111899223197428490" becomes 4.201422194001119e+29, the serial number "353918050000123456" ends
# in 460, and the part number "1E5" is 100000. "0012" stays a text, as it is no JSON, so one column holds both.
# With parseValue: (value) => value all of them stay texts.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps json-2-csv@5.6.0

cat >fact.cjs <<'JS'
for (const name of ['json-2-csv']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const { csv2json } = require('json-2-csv');

const csv = `sku,serial,tracking
"1E5","353918050000123456","420142219400111899223197428490"
"0012","SN-7","1Z999AA10123456784"`;
const second = { sku: '0012', serial: 'SN-7', tracking: '1Z999AA10123456784' };
const numbers = { sku: 100000, serial: 353918050000123460, tracking: 4.201422194001119e29 };
tell('without options', csv2json(csv), [numbers, second]);
const texts = { sku: '1E5', serial: '353918050000123456', tracking: '420142219400111899223197428490' };
tell('with parseValue: (value) => value', csv2json(csv, { parseValue: (value) => value }), [texts, second]);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
