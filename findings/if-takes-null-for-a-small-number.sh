#!/usr/bin/env bash
# n8n's conditions (IF, Filter, Switch) with numbers: a value of null is less than 5, and at least 0,
# although it does not equal 0; with the strict check of types as well, which takes null for every type.
# A value that is missing is neither, and a date of null is before and after nothing. So a price that is
# not known passes "is less than 5" if its field is there with null, and not if the field is left out.
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

const { executeFilter } = require('n8n-workflow');

/** Whether n8n finds that a condition holds. */
function holds(type, leftValue, operation, rightValue) {
	return executeFilter({
		conditions: [{ leftValue, rightValue, operator: { type, operation } }],
		combinator: 'and',
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	});
}
const answers = (value) => ({
	'< 5': holds('number', value, 'lt', 5),
	'> -1': holds('number', value, 'gt', -1),
	'<= 0': holds('number', value, 'lte', 0),
	'>= 0': holds('number', value, 'gte', 0),
	'= 0': holds('number', value, 'equals', 0),
});
tell('the number null is', answers(null), { '< 5': true, '> -1': true, '<= 0': true, '>= 0': true, '= 0': false });
tell('a missing number is', answers(undefined), { '< 5': false, '> -1': false, '<= 0': false, '>= 0': false, '= 0': false });
const dates = { before: holds('dateTime', null, 'before', '2026-11-01'), after: holds('dateTime', null, 'after', '2026-11-01') };
tell('the date null is, of 1 November', dates, { before: false, after: false });
process.exit(changed ? 1 : 0);
JS
TZ=UTC node fact.cjs
