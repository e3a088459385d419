import { operations } from '../../simulator/routes/index.mts';
import { editions, NOT_COMPARED } from './check.mts';
import { type DocumentedCall, type Edition } from './document.mts';
import {
	CALLS_OF_ONE_EDITION,
	CALLS_WITHOUT_DOCUMENT,
	explanationOf,
	isNeverSent,
	KNOWN_ERRORS,
	keyOf,
	lacksDocument,
	LEFT_OUT,
	mayLack,
	SENT_EVERYWHERE,
} from './knownErrors.mts';
import { type CallNames, CALLS } from './names.mts';
import { fieldPaths } from './schema.mts';

const named = CALLS.flatMap(({ call, names }) => (names ? [{ call, names }] : []));
const keys = new Set(CALLS.map(({ call }) => keyOf(call)));

const doubles = (names: readonly string[]): string[] =>
	names.filter((name, index) => names.indexOf(name) !== index);
const small = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

/** Names as the known errors write them. Headers have one name in whatever case. */
const written = ({ query, headers, body }: CallNames): string[] => [
	...query.map((name) => `query ${name}`),
	...small(headers).map((name) => `header ${name}`),
	...body.map((name) => `body ${name}`),
];

function namesIn({ parameters, body }: DocumentedCall, edition: Edition): string[] {
	const of = (place: 'query' | 'header') =>
		parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
	return written({
		query: of('query'),
		headers: of('header'),
		body: body ? fieldPaths(body.schema, edition) : [],
	});
}

/** Why a name of ours may be in no edition. */
const isExplained = (call: string, name: string): boolean =>
	SENT_EVERYWHERE.some((header) => `header ${header.name.toLowerCase()}` === name) ||
	explanationOf(call, `${name.replaceAll('[]', '[0]')}: unknown`) !== undefined;

describe('the table of names by itself', () => {
	it('has the calls 1 to 31, each once', () => {
		expect(CALLS.map(({ number }) => number)).toEqual(
			Array.from({ length: 31 }, (_, index) => index + 1),
		);
		expect(keys.size).toBe(CALLS.length);
	});

	it.each(named)('has no name twice: $call', ({ names: { query, headers, body } }) => {
		expect(doubles(small(query))).toEqual([]);
		expect(doubles(small(headers))).toEqual([]);
		expect(doubles(body)).toEqual([]);
	});

	it('spells a header alike everywhere', () => {
		const spellings = new Set(named.flatMap(({ names: { headers } }) => headers));
		expect(doubles(small([...spellings]))).toEqual([]);
	});

	it.each(named)('has whole paths of fields: $call', ({ call, names: { body } }) => {
		if (!/^(POST|PUT) /.test(call)) expect(body).toEqual([]);
		for (const path of body) {
			expect(path).toMatch(/^\w+(\[\])?(\.\w+(\[\])?)*$/);
			// A field that holds others is not a field with a value of its own.
			const inside = body.filter((other) => /^(\[|\.)/.test(other.slice(path.length)));
			expect(inside.filter((other) => other.startsWith(path))).toEqual([]);
		}
	});

	it('has names for every call that the simulator answers', () => {
		const known = new Set(named.map(({ call }) => keyOf(call)));
		const answered = operations.map(({ method, endpoint }) => `${method} ${endpoint}`);
		expect(answered.filter((call) => !known.has(keyOf(call)))).toEqual([]);
	});
});

describe('the known errors by themselves', () => {
	it('are about calls of the table', () => {
		const about = [
			...KNOWN_ERRORS,
			...LEFT_OUT,
			...CALLS_OF_ONE_EDITION,
			...CALLS_WITHOUT_DOCUMENT,
		].map(({ call }) => call);
		expect(about.filter((call) => !keys.has(keyOf(call)))).toEqual([]);
	});

	it('keep out only names that the table does not have', () => {
		const kept = named.flatMap(({ call, names }) =>
			written(names).filter((name) => isNeverSent(call, name)),
		);
		expect(kept).toEqual([]);
	});
});

const document = editions();
if (document) describe('the table beside the document', () => besideDocument(document));
else
	it('beside the document: there is none, so nothing is compared', () => console.log(NOT_COMPARED));

function besideDocument(against: readonly Edition[]): void {
	const having = (call: string) =>
		against.flatMap((edition) => {
			const documented = edition.calls.get(keyOf(call));
			return documented ? [{ edition, documented }] : [];
		});
	const documentedNames = (call: string): Set<string> =>
		new Set(having(call).flatMap(({ edition, documented }) => namesIn(documented, edition)));

	it('has every call of the document', () => {
		const calls = against.flatMap(({ calls }) => [...calls.keys()]);
		expect(calls.filter((key) => key.includes(' /resellers/') && !keys.has(key))).toEqual([]);
	});

	it('has no call that the document lacks, but for those known', () => {
		const ours = CALLS.map(({ call }) => call).filter((call) => call.includes(' /resellers/'));
		const lacking = ours.filter((call) => having(call).length === 0);
		expect(lacking.filter((call) => !mayLack(call))).toEqual([]);
		expect(ours.filter((call) => lacksDocument(call) && !lacking.includes(call))).toEqual([]);
	});

	it('has a call that not every edition has only where that is known', () => {
		const ofOne = CALLS.map(({ call }) => call).filter((call) => {
			const count = having(call).length;
			return count > 0 && count < against.length;
		});
		const known = CALLS_OF_ONE_EDITION.map(({ call }) => keyOf(call));
		expect(ofOne.filter((call) => !known.includes(keyOf(call)))).toEqual([]);
		if (against.length > 1) expect(ofOne).toHaveLength(known.length);
	});

	it.each(named)('has every name of the document: $call', ({ call, names }) => {
		const ours = written(names);
		const missing = [...documentedNames(call)].filter((name) => !ours.includes(name));
		expect(missing.filter((name) => !isNeverSent(call, name))).toEqual([]);
	});

	it.each(named)('has no name besides, but for those known: $call', ({ call, names }) => {
		const theirs = documentedNames(call);
		// Where no edition has the call, there is nothing that the names could be besides of.
		const ours = having(call).length > 0 ? written(names) : [];
		const besides = ours.filter((name) => !theirs.has(name));
		expect(besides.filter((name) => !isExplained(call, name))).toEqual([]);
	});

	it('prints how much of the document the table covers', () => {
		const row = ({ number, call, names }: (typeof CALLS)[number]): string => {
			const theirs = [...documentedNames(call)];
			const ours = names ? written(names) : [];
			const share = (place: string): string => {
				const all = theirs.filter((name) => name.startsWith(place));
				const covered = all.filter((name) => ours.includes(name) || isNeverSent(call, name));
				return `${place} ${covered.length}/${all.length}`.padEnd(13);
			};
			const shares = ['query', 'header', 'body'].map(share).join('');
			const comparable = having(call).length > 0 ? shares : 'in no edition'.padEnd(39);
			const state = names ? '' : 'no names yet';
			return `${String(number).padStart(2)}  ${call.padEnd(58)}${comparable}${state}`.trimEnd();
		};
		console.log(
			['Names of the document that our table has:', ...CALLS.slice(1).map(row)].join('\n'),
		);
	});
}
