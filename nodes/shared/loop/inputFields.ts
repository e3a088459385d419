import type { IDataObject } from 'n8n-workflow';

import type { InputFields } from '../fields/options';
import type { Outcome } from './item';

/** Where the input item's own fields stand in an output item. */
const INPUT = 'input';
/** Where they stand if Ingram Micro's own answer has a field of that name. */
const OTHERWISE = 'inputFields';

/**
 * What would say something of our output that is not so: n8n runs a node again, under Retry On Fail, if
 * an item of its output has `error`, and `warnings` is there only where Ingram Micro has any.
 */
const NEVER_BESIDE: ReadonlySet<string> = new Set(['error', 'warnings']);

/** An output item with the fields of its input item, and which of those could not stand beside ours. */
function joined(row: IDataObject, input: IDataObject, how: InputFields) {
	const under = Object.hasOwn(row, INPUT) ? OTHERWISE : INPUT;
	if (how === 'nested') return { row: { ...row, [under]: input }, clashes: [] };
	const entries = Object.entries(input);
	const isApart = ([name]: [string, unknown]): boolean =>
		Object.hasOwn(row, name) || NEVER_BESIDE.has(name) || name === under;
	const apart = entries.filter(isApart);
	const beside = Object.fromEntries(entries.filter((entry) => !isApart(entry)));
	return {
		row: {
			...beside,
			...row,
			...(apart.length > 0 && { [under]: Object.fromEntries(apart) }),
		},
		clashes: apart.map(([name]) => name),
	};
}

/**
 * Lays the fields of an input item beside those of its output items.
 *
 * @param how nothing: the rows stay as they are
 * @param clash told each name that stands under `input`, since it could not stand beside ours
 */
export function withInputFields(
	outcome: Outcome | undefined,
	input: IDataObject,
	how: InputFields | undefined,
	clash: (name: string) => void,
): Outcome | undefined {
	if (how === undefined || outcome === undefined || !('rows' in outcome)) return outcome;
	const rows = outcome.rows.map((one) => {
		const { row, clashes } = joined(one, input, how);
		clashes.forEach(clash);
		return row;
	});
	return { ...outcome, rows };
}
