import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Who owns the package, and where it is, stands in package.json: author and repository. From it follow
 * homepage and issues, the links to the documentation, and the holder of the licence.
 */

interface Manifest {
	author: { name: string };
	repository: { url: string };
}

/** Where links lead that must be written out, since n8n and npm take no variables. */
const linked = /https:\/\/github\.com\/[^\s/"']+\/[^\s/"'#]+(?=#readme|\/issues"|\/blob\/main\/)/g;

const holder = /^(Copyright \(c\) \d{4}) .+$/m;

/** The files with something in them that follows from package.json, `package.json` itself too. */
export const ownedFiles = (): string[] => [
	'package.json',
	'LICENSE',
	...filesIn('credentials', '.ts'),
	...filesIn('nodes', '.node.json'),
];

const filesIn = (folder: string, ending: string): string[] =>
	(readdirSync(folder, { recursive: true }) as string[])
		.filter((name) => name.endsWith(ending))
		.sort()
		.map((name) => join(folder, name));

/** A file's text as it follows from package.json. */
export function owned(text: string, { author, repository }: Manifest): string {
	const place = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
	return text
		.replaceAll(linked, place.replaceAll('$', '$$$$'))
		.replace(holder, (_, before: string) => `${before} ${author.name}`);
}

/** package.json, with the author and the repository in it. */
export const ownManifest = (): Manifest =>
	JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
