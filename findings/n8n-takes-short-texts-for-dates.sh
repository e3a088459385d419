#!/usr/bin/env bash
# n8n takes short texts for dates, in conditions that convert types, in date parameters and in
# toDateTime(): "20-11", as people write 20 November, is today at 20:00 in the zone eleven hours west of
# Greenwich, so that it is another date each day; the part number "123512" is 1 December 1235, and "PO 5" is
# 1 May 2001. None of them is refused, while "21.11.2026" is.
# The first two are Luxon's reading of ISO 8601; what Luxon refuses, n8n hands to JavaScript's Date.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps n8n-workflow@2.41.0

cat >fact.cjs <<'JS'
for (const name of ['n8n-workflow']) console.log(name, require(`./node_modules/${name}/package.json`).version);

let changed = false;
/** Prints what was seen, and notes when it is not what was seen at first. */
function tell(what, now, then) {
	const same = JSON.stringify(now) === JSON.stringify(then);
	console.log(`${same ? 'as before' : 'CHANGED  '}  ${what}\n           ${JSON.stringify(now)}`);
	if (!same) console.log(`           it was ${JSON.stringify(then)}`);
	changed ||= !same;
}

const { validateFieldType } = require('n8n-workflow');
const { Settings } = require(require.resolve('luxon', { paths: [require.resolve('n8n-workflow')] }));

/** What n8n makes of a text where it wants a date, on a day. */
function read(text, day) {
	Settings.now = () => Date.parse(`${day}T12:00:00Z`);
	const { valid, newValue } = validateFieldType('date', text, 'dateTime');
	return valid ? newValue.toISO({ suppressMilliseconds: true }) : 'refused';
}
tell('"20-11", read on 27 November', read('20-11', '2026-11-27'), '2026-11-27T20:00:00-11:00');
tell('"20-11", read on 3 December', read('20-11', '2026-12-03'), '2026-12-03T20:00:00-11:00');
tell('"PO 5"', read('PO 5', '2026-11-27'), '2001-05-01T00:00:00+00:00');
tell('"123512"', read('123512', '2026-11-27'), '1235-12-01T00:00:00+00:00');
tell('"21.11.2026"', read('21.11.2026', '2026-11-27'), 'refused');
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
