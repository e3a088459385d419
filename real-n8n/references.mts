import fc from 'fast-check';

import { plainAt, referenceIn } from '../nodes/shared/loop/references.ts';
import { itemJson, referencesInto } from '../test/engine/referencesSupport.mts';
import { oneNode } from './nodes.mts';
import { expect, type Report } from './report.mts';
import type { Trial } from './trial.mts';

type Json = Record<string, unknown>;

/** References that n8n evaluates, each into the item that it was made for. */
const MOST_TAKEN = 2_500;
const ITEMS = 25;
const REFERENCES_AN_ITEM = 100;

/** An item, and the references into it whose values the nodes take from it, with the value. */
interface Asked {
	json: Json;
	taken: Array<{ expression: string; value: unknown }>;
}

const NODE = 'Evaluated';

/** An item as it comes to n8n: as JSON. Undefined for one that is none. */
function overTheWire(json: unknown): Json | undefined {
	try {
		return JSON.parse(JSON.stringify(json)) as Json;
	} catch {
		return undefined;
	}
}

/** Random items with random references into them, those of one item in one execution. */
function* asked(seed: number): Generator<Asked> {
	for (let number = 0; ; number++) {
		const [made] = fc.sample(itemJson, { seed: seed + number, numRuns: 1 });
		const json = overTheWire(made);
		if (json === undefined) continue;
		const expressions = fc.sample(referencesInto(json), {
			seed: seed + number,
			numRuns: REFERENCES_AN_ITEM,
		});
		const taken = expressions.flatMap((expression) => {
			const reference = referenceIn(expression);
			const found = reference && plainAt(json, reference);
			return found ? [{ expression, value: found.value }] : [];
		});
		if (taken.length > 0) yield { json, taken };
	}
}

const words = (value: unknown): string => `${typeof value} ${JSON.stringify(value)}`;

/** What a running n8n evaluates references to. */
async function evaluated({ rest }: Trial, { json, taken }: Asked): Promise<Json> {
	const workflow = await rest.addWorkflow(
		oneNode(
			{
				id: crypto.randomUUID(),
				name: NODE,
				// In this version it hands on what came of an expression as it is.
				type: 'n8n-nodes-base.set',
				typeVersion: 2,
				position: [220, 0],
				parameters: {
					keepOnlySet: true,
					values: {
						string: taken.map(({ expression }, number) => ({
							name: `v${number}`,
							value: expression,
						})),
					},
					options: {},
				},
			},
			[json],
		),
	);
	const { items, error } = await rest.runWorkflow(workflow);
	expect(error === undefined, `${error} for one of ${JSON.stringify(taken)}`);
	return items[NODE]?.[0]?.[0] ?? {};
}

/**
 * Plain references are read from the item in place of n8n's evaluation: so random ones into random
 * items are evaluated by the running n8n, each that is taken, and must give the same value and type.
 */
export async function references(report: Report, trial: Trial): Promise<void> {
	await report.check('Plain references are read as n8n evaluates them', async () => {
		const seed = Math.floor(Math.random() * 2 ** 31);
		let compared = 0;
		let runs = 0;
		for (const one of asked(seed)) {
			const values = await evaluated(trial, one);
			one.taken.forEach(({ expression, value }, number) => {
				const theirs = values[`v${number}`];
				expect(
					Object.is(theirs, value),
					`${expression} is ${words(value)}, but n8n has ${words(theirs)} (seed ${seed})`,
				);
			});
			compared += one.taken.length;
			runs += 1;
			if (compared >= MOST_TAKEN && runs >= ITEMS) break;
		}
		return `${compared} pairs of a reference and an item, ${runs} items (seed ${seed})`;
	});
}
