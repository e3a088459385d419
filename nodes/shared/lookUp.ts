import type { IDataObject } from 'n8n-workflow';

import type { Batch } from './batch';
import type { Ask } from './writePlan';

type Given = Readonly<Record<string, unknown>>;

/**
 * Tells, by reading, which of several things is meant.
 *
 * @param params those of the item
 * @param place of its ask, among those of the item
 * @param among the things that were found under that ask
 * @returns the one; or a phrase that says why none is certain
 */
export type Narrow = (
	ask: Ask,
	params: Given,
	place: number,
	among: readonly IDataObject[],
) => Promise<IDataObject | string>;

/**
 * What an operation needs to know before its requests can be made, such as the Ingram part number of
 * a product that is named by another. It is asked for all items together, and nothing is sent for an
 * item of which it is not found.
 */
export interface LookUp {
	/** What is to be looked up for an item; nothing for most. */
	asks(params: Given): unknown[];
	readonly by: Omit<Batch, 'asks'>;
	/** An item that chose several things under its one ask is worked on for each of them. */
	readonly forEach?: boolean;
	/** How it is told which of several things is meant; made for an account. Left out: nothing can tell. */
	narrow?(): Narrow;
	/** Those parameters that change with what was found: a row for each ask, in their order. */
	found(params: Given, rows: readonly IDataObject[]): Record<string, unknown>;
}
