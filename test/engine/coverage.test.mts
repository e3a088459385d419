import { checkRequests } from '../conformance/check.mts';
import { written } from '../conformance/call.mts';
import { keyOf } from '../conformance/knownErrors.mts';
import { type Call, CALLS } from '../conformance/names.mts';
import {
	callOf,
	everyOperation,
	loadWholeCalls,
	namesIn,
	operationsOf,
	type Outcome,
	outcomeOf,
	titleOf,
} from './coverage.mts';
import { Engine, typeOf } from './engine.mts';

let engine: Engine;
let outcomes: Outcome[];

beforeAll(async () => {
	engine = await Engine.start();
	outcomes = [];
	for (const call of await loadWholeCalls()) outcomes.push(await outcomeOf(call, engine));
}, 300_000);

const requestsFor = ({ call }: Call) =>
	outcomes.flatMap(({ requests }) => requests).filter((request) => callOf(request) === keyOf(call));

const namesSent = (call: Call): Set<string> => new Set(requestsFor(call).flatMap(namesIn));

describe('the runs that send everything', () => {
	it('end well, unless they say why they cannot, and send something', () => {
		const wrong = outcomes
			.filter(({ call, error, requests }) => {
				const sent = requests.some(({ endpoint }) => endpoint.startsWith('/resellers/'));
				return !sent || (error === undefined) !== (call.refused === undefined);
			})
			.map((outcome) => `${titleOf(outcome.call)}: ${outcome.error ?? 'no error'}`);
		expect(wrong).toEqual([]);
	});

	it('are right by the official document', () => {
		const result = checkRequests(outcomes.flatMap(({ requests }) => requests));
		if ('problems' in result) expect(result.problems).toEqual([]);
	});

	it('are there for every operation of every node', () => {
		const run = outcomes.map(({ call }) => titleOf(call));
		expect(everyOperation(engine).filter((title) => !run.includes(title))).toEqual([]);
	});
});

describe('every call of the XI Reseller API is made by a node, with', () => {
	it.each(CALLS)('every parameter, header and field: $number $call', (call) => {
		expect(requestsFor(call)).not.toEqual([]);
		const sent = namesSent(call);
		const names = call.names ? written(call.names) : [];
		expect(names.filter((name) => !sent.has(name))).toEqual([]);
	});

	it.each(CALLS.filter(({ names }) => names))('no other name: $number $call', (call) => {
		const names = call.names ? written(call.names) : [];
		// HTTP has headers of its own, and a contact may go out with any call.
		const isNamed = (name: string) => names.includes(name) || name.startsWith('header ');
		expect([...namesSent(call)].filter((name) => !isNamed(name))).toEqual([]);
	});
});

it('prints which operation makes each call, and how much of it is covered', () => {
	const makersOf = (call: Call): string => {
		const makers = outcomes
			.filter(({ requests }) => requests.some((request) => callOf(request) === keyOf(call.call)))
			.map((outcome) => {
				const { displayName } = engine.nodeType(typeOf(outcome.call.node)).description;
				const operation = operationsOf(engine, outcome.call.node).find(
					({ value }) => value === outcome.call.parameters.operation,
				);
				return `${displayName.replace(/^Ingram Micro /, '')}: ${operation?.name ?? 'run'}`;
			});
		return [...new Set(makers)].join(', ') || 'no node';
	};
	const row = (call: Call): string => {
		const sent = namesSent(call);
		const share = (place: string): string => {
			const all = call.names ? written(call.names).filter((name) => name.startsWith(place)) : [];
			return `${place} ${all.filter((name) => sent.has(name)).length}/${all.length}`.padEnd(13);
		};
		return [
			String(call.number).padStart(2),
			call.call.padEnd(56),
			['query', 'header', 'body'].map(share).join(''),
			call.number === 1 ? 'the credential' : makersOf(call),
		].join('  ');
	};
	console.log(['What the nodes can send of each call:', ...CALLS.map(row)].join('\n'));
	expect(outcomes).not.toEqual([]);
});
