import type { RequestedLine } from './orderRequest.mts';

/** The quote that can be ordered; its number is the documents' example. */
export const exampleQuoteNumber = 'QUO-10926-Y8G1B3';

/**
 * The lines of a quote. Assumption: as long as there are no quotes here, one example exists, with
 * lines that are made up.
 *
 * @returns undefined when there is no such quote
 */
export function quoteLines(quoteNumber: string): readonly RequestedLine[] | undefined {
	if (quoteNumber.toUpperCase() !== exampleQuoteNumber) return undefined;
	return [
		{ customerLineNumber: '1', ingramPartNumber: '123512', quantity: 2 },
		{ customerLineNumber: '2', ingramPartNumber: 'RX1000', quantity: 1 },
	];
}
