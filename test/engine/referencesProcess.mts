import {
	type ExpressionEngine,
	itemJson,
	referencesInto,
	withEngine,
} from './referencesSupport.mts';

import fc from 'fast-check';

import { plainAt, referenceIn } from '../../nodes/shared/loop/references.ts';

const REFERENCES_AN_ITEM = 10;

/** What came of a comparison. */
export interface Compared {
	/** Items with a reference. */
	compared: number;
	/** Those of them whose value was taken from the item. */
	taken: number;
	/** The first that differs, if one does. */
	differs?: string;
}

/** An item, and references into it. */
const pairs = itemJson.chain((json) => {
	const own = { minLength: REFERENCES_AN_ITEM, maxLength: REFERENCES_AN_ITEM };
	return fc.tuple(fc.constant(json), fc.array(referencesInto(json), own));
});

/** A value and its type in words. */
const words = (value: unknown): string =>
	`${typeof value} ${Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? String(value))}`;

/** What n8n makes of a reference; its refusal is no value of any item. */
function evaluated(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		return { refused: String(error) };
	}
}

/** Reads random items by random references, and has n8n evaluate each that is taken from the item. */
async function compare(engine: ExpressionEngine, count: number): Promise<Compared> {
	const result: Compared = { compared: 0, taken: 0 };
	await withEngine(engine, (evaluate) => {
		const property = fc.property(pairs, ([json, expressions]) => {
			for (const expression of expressions) {
				result.compared += 1;
				const reference = referenceIn(expression);
				const found = reference && plainAt(json, reference);
				if (!found) continue;
				result.taken += 1;
				const value = evaluated(() => evaluate(expression, json));
				if (Object.is(found.value, value)) continue;
				throw new Error(`${expression}: ${words(found.value)}, but n8n has ${words(value)}`);
			}
		});
		const { failed, errorInstance, seed } = fc.check(property, {
			numRuns: count / REFERENCES_AN_ITEM,
		});
		if (failed) result.differs = `${String(errorInstance)} (seed ${seed})`;
	});
	return result;
}

const [engine, count] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await compare(engine as ExpressionEngine, Number(count))));
