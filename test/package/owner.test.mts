import { readFileSync } from 'node:fs';

import { owned, ownedFiles, ownManifest } from '../../scripts/owned.mts';
import { textOf } from './built.mts';

const other = {
	author: { name: 'Jane $& Doe' },
	repository: { url: 'git+https://github.com/jane/xi-nodes.git' },
};
const { author, repository } = ownManifest();
const place = repository.url.replace(/^git\+|\.git$/g, '');

it.each(ownedFiles())('%s says what package.json says of the owner', (file) => {
	const text = readFileSync(file, 'utf8');
	expect(owned(text, { author, repository })).toBe(text);
});

it.each(ownedFiles())('%s would follow another owner', (file) => {
	const text = readFileSync(file, 'utf8');
	// What is written by hand: the author and the repository themselves.
	const byHand = [author.name, `git+${place}.git`];
	const rest = byHand.reduce((left, one) => left.replace(one, ''), owned(text, other));
	expect(rest).not.toContain(place);
	if (file === 'LICENSE') expect(rest).toContain('Jane $& Doe');
	if (file.endsWith('.node.json')) expect(rest).toContain('https://github.com/jane/xi-nodes/blob/');
});

it('no page names the place', () => {
	for (const file of [
		'README.md',
		'CONTRIBUTING.md',
		'docs/verification.md',
		'docs/credential.md',
	]) {
		// The command by which a place is named has one as its example.
		expect(textOf(file).replace(/^ *npm pkg set .*$/m, '')).not.toContain(place);
	}
});

it('takes three commands, which are told', () => {
	const [, commands = ''] = /```bash\n([^`]+)```/.exec(textOf('docs/verification.md')) ?? [];
	const lines = commands
		.trim()
		.split('\n')
		.map((line) => line.trim());
	expect(lines).toEqual([
		expect.stringMatching(/^npm pkg set author.name=.* author.email=.* repository.url="git\+https/),
		'npm run owner',
		'npm run check',
	]);
});
