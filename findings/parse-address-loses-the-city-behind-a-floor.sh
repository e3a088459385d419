#!/usr/bin/env bash
# parse-address reads an address of the United States only as far as it understands it, and gives what it has
# by then: with "4th Floor" between street and city, or with a suite and a floor, there is no city, state or
# ZIP code in the answer, and no error either. "Floor 4" and "Suite 400" alone are understood. A one-letter
# street goes as well: 123 N St NW in Washington, DC, is the street "St". Hold what comes back against what
# went in before anything is shipped by it.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps parse-address@1.1.2

cat >fact.cjs <<'JS'
for (const name of ['parse-address']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const { parseLocation } = require('parse-address');

const known = { number: '100', street: 'Main', type: 'St' };
const place = { city: 'Buffalo', state: 'NY', zip: '14221' };
const parsed = (unit) => parseLocation(`100 Main St, ${unit}, Buffalo, NY 14221`);
tell('Floor 4', parsed('Floor 4'), { ...known, sec_unit_type: 'Floor', sec_unit_num: '4', ...place });
tell('4th Floor', parsed('4th Floor'), known);
tell('Suite 400, Floor 2', parsed('Suite 400, Floor 2'), { ...known, sec_unit_type: 'Suite', sec_unit_num: '400' });
const capital = { city: 'Washington', state: 'DC', zip: '20001' };
const northwest = parseLocation('123 N St NW, Washington, DC 20001');
tell('123 N St NW', northwest, { number: '123', prefix: 'N', street: 'St', suffix: 'NW', ...capital });
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
