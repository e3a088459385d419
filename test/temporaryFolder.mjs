import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives all test files of a run one folder for what they write, whose path is in TESTS_FOLDER too, so
 * that nothing of it stays behind.
 */
export default function makeTemporaryFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'ingram-micro-tests-'));
	for (const name of ['TESTS_FOLDER', 'TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
}
