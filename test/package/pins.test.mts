import {
	builtNames,
	builtOutputs,
	builtText,
	differencesOf,
	keysOf,
	lostOf,
	METADATA,
	pinnedNames,
	pinnedOutputs,
	pinnedText,
} from './pins.mts';

const RENEW = 'If it is meant to be: npm run pins, and read git diff';

/** Fails with lines that can be read, of which the first say most. */
function expectNone(what: string, lines: readonly string[], remedy: string): void {
	if (lines.length === 0) return;
	const rest = lines.length > 20 ? [`and ${lines.length - 20} more`] : [];
	throw new Error([`${what}:`, ...lines.slice(0, 20), ...rest, remedy].join('\n'));
}

describe('what n8n reads of the package', () => {
	it.each(METADATA)('is what it was, byte for byte: dist/types/%s.json', (name) => {
		const [pinned, built] = [pinnedText(name), builtText(name)];
		if (built === pinned) return;
		const parsed = [pinned, built].map((text) => JSON.parse(text) as unknown);
		const differences = differencesOf(parsed[0], parsed[1], name);
		expectNone(`dist/types/${name}.json has changed`, differences, RENEW);
		throw new Error(`dist/types/${name}.json is written in another way. ${RENEW}`);
	});

	it('tells where it differs, by names', () => {
		const field = (name: string, more: object) => ({ name, type: 'string', ...more });
		const before = [
			{ name: 'node', properties: [field('a', { default: '' }), field('b', {}), field('c', {})] },
		];
		const after = [
			{ name: 'node', properties: [field('x', {}), field('a', { default: 1 }), field('c', {})] },
		];
		expect(differencesOf(before, after)).toEqual([
			'$[node].properties[a].default: was "", is 1',
			'$[node].properties[b]: was {"name":"b","type":"string"}, is not there',
			'$[node].properties[x]: is new: {"name":"x","type":"string"}',
		]);
		expect(differencesOf('a'.repeat(300), `${'a'.repeat(200)}b`)).toEqual([
			`$: was …${'a'.repeat(160)}", is …${'a'.repeat(60)}b"`,
		]);
		expect(differencesOf([1, 2], [2, 1])).toEqual(['$: the order was 1, 2; is 2, 1']);
		expect(differencesOf({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([
			'$: the order was a, b; is b, a',
		]);
		expect(differencesOf({ a: [] }, { a: {} })).toEqual(['$.a: was [], is {}']);
		expect(differencesOf(before, structuredClone(before))).toEqual([]);
	});
});

describe('stored names and values, also those within collections', () => {
	it('are all still there: workflows hold them', () => {
		const lost = lostOf(pinnedNames(), builtNames());
		expectNone('People’s workflows may hold these', lost, 'Give them back; see CONTRIBUTING');
	});

	it('are all pinned', () => {
		expectNone('New', lostOf(builtNames(), pinnedNames()), RENEW);
	});
});

describe('the keys of outputs', () => {
	it('are all still there: expressions name them', () => {
		const lost = lostOf(keysOf(pinnedOutputs()), keysOf(builtOutputs()));
		expectNone('People’s workflows may name these', lost, 'Give them back; see CONTRIBUTING');
	});

	it('are all pinned, in their order, and whether Simplified has them', () => {
		expectNone('Changed', differencesOf(pinnedOutputs(), builtOutputs(), 'outputs'), RENEW);
	});
});
