#!/usr/bin/env bash
# AlaSQL, the engine behind the SQL Query mode of n8n's Merge node, casts to BIGINT, as to INT, within 32
# bits: the EAN "4260123456789" becomes -484100843, and 885609012345 is 845749369. Nothing tells of it. CAST AS
# NUMBER keeps them; part numbers are best compared as texts.
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

const eans = [{ ean: '4260123456789' }, { ean: 885609012345 }];
const cast = (type) => alasql(`SELECT CAST(ean AS ${type}) AS ean FROM ?`, [eans]).map(({ ean }) => ean);
tell('CAST(ean AS BIGINT)', cast('BIGINT'), [-484100843, 845749369]);
tell('CAST(ean AS INT)', cast('INT'), [-484100843, 845749369]);
tell('CAST(ean AS NUMBER)', cast('NUMBER'), [4260123456789, 885609012345]);
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
