#!/usr/bin/env bash
# Everything that a change and a release have to pass, once the dependencies are installed. Later steps
# run although an earlier one failed, so that one run tells all. The last line counts the tests; the
# exit code is 0 only if every step passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results="$(mktemp -d)"
failed_steps=()

# Prints the count of tests from jest's report; without a report, that is one failure.
count_tests() {
  node -e '
    const fs = require("node:fs");
    const [file] = process.argv.slice(1);
    let passed = 0;
    let failed = 1;
    if (fs.existsSync(file)) {
      const report = JSON.parse(fs.readFileSync(file, "utf8"));
      passed = report.numPassedTests;
      // A file that could not be run holds no test that could have failed.
      failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    }
    console.log(`${passed} passed, ${failed} failed`);
  ' "$results/tests.json"
}

finish() {
  local code=$?
  if ((${#failed_steps[@]} > 0)); then
    code=1
    printf '\nSteps that failed:\n'
    printf '  %s\n' "${failed_steps[@]}"
  fi
  printf '\n'
  count_tests || { code=1; echo '0 passed, 1 failed'; }
  rm -rf "$results"
  exit "$code"
}
trap finish EXIT

step() {
  printf '\n> %s\n' "$*"
  "$@" || failed_steps+=("$*")
}

step npm run lint
# Builds dist, which all that follows and a release are made of.
step npm test -- --json --outputFile="$results/tests.json"
step npm run demo
step node scripts/check-package.mjs
