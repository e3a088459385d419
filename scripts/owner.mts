import { readFileSync, writeFileSync } from 'node:fs';

import { owned, ownedFiles, ownManifest } from './owned.mts';

/* Writes what follows from the author and the repository in package.json; see owned.mts. */

const manifest = ownManifest();
for (const file of ownedFiles()) {
	const text = readFileSync(file, 'utf8');
	const now = owned(text, manifest);
	if (now === text) continue;
	writeFileSync(file, now);
	console.log(`Written: ${file}`);
}
console.log(`The package is ${manifest.author.name}’s, at ${manifest.repository.url}`);
