import type { IDataObject } from 'n8n-workflow';

import type { XiRequest } from './transport/request';

// What many input items ask together, such as the products of a list.

/** The answer to one ask of a batch: its row, or why there is none that can be relied on. */
export type Match =
	| { row: IDataObject }
	| {
			problem: string;
			remedy?: string;
			/** It is certain that there is none. Else XI's answer is not clear. */
			isNone?: boolean;
			/** The different things that XI has under what was asked for, each certainly one. */
			among?: IDataObject[];
	  };

/** Why what XI has answered well is a failure all the same, and what to do about it. */
export interface Refusal {
	readonly message: string;
	readonly remedy: string;
}

/** How many asks, of whatever number of input items, share requests, and each gets its answer. */
export interface Batch<P = Record<string, unknown>, Answer = unknown, Ask = unknown> {
	/** The most asks in one call. */
	readonly capacity: number;
	asks(params: P): Ask[];
	/** Two asks with the same text are one. */
	identity(ask: Ask): string;
	/** Two different asks with the same text here never travel in one call: XI could not tell them apart. */
	subject(ask: Ask): string;
	/** `params` also tells what of the answer is wanted, since XI leaves some of it out unless asked. */
	request(asks: Ask[], params: P & { output?: string; fields?: string[] }): XiRequest;
	/** One match for each ask, in the order of the asks. */
	match(answer: Answer, asks: Ask[]): Match[];
	/** The rows that the user wants of the different things under one ask; undefined: that is the failure. */
	choose?(among: IDataObject[], params: P, failure: Error): IDataObject[] | undefined;
	/** What an error tells of each of them. */
	candidate?(row: IDataObject): IDataObject;
	/** A last word on a matched row: a text makes it an error of the item; it may come with what to do about it. */
	refuse?(row: IDataObject, params: P, ask: Ask): string | Refusal | undefined;
	/**
	 * Which rows are wanted in view of the item's own fields; undefined: all. Called before anything is
	 * sent. Throws BadInput.
	 *
	 * @param count how many asks the item has
	 */
	wanted?(
		params: P,
		input: IDataObject,
		count: number,
	): ((row: IDataObject) => boolean) | undefined;
	/** Whether a row says that XI does not know the thing. */
	isUnknown?(row: IDataObject): boolean;
	/** The row of a thing that was not found, with a phrase about its number; any other row as it is. */
	explain?(row: IDataObject, phrase: string): IDataObject;
	/** What to try, as a phrase, where XI does not know what was asked for. */
	advice?(ask: Ask): string | undefined;
}
