import type { IDataObject } from 'n8n-workflow';

import { plain } from '../shared/comparing';
import { type Exact, shownOf } from '../shared/exact';
import { partOf, vendorPartOf } from './matchedOrder';

/** How sentences call a line, of an invoice or of an order. */
export function nameOf({ line }: { readonly line: IDataObject }): string {
	const number = plain(line.ingramLineNumber ?? line.ingramOrderLineNumber);
	const part = partOf(line) || vendorPartOf(line);
	return number === '' ? `Part ${part}` : `Line ${number}, part ${part}`;
}

/** Pieces as sentences write them. */
export const piecesOf = (quantity: Exact): string => String(shownOf(quantity));
