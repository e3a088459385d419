import { rmSync } from 'node:fs';

/** Removes the folder of a run. */
export default function removeTemporaryFolder() {
	const { TESTS_FOLDER: folder } = process.env;
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
