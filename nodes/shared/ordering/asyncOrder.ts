import type { IDataObject } from 'n8n-workflow';

import { clean } from '../transport/errors';
import { UnexpectedAnswer } from '../unexpectedAnswer';
import { warningsIn } from '../warnings';

/** XI only says that it has the order; what became of it comes later, as an event. */
export interface AsyncOrderAnswer extends IDataObject {
	quoteNumber?: string | null;
	/** A text; the older call to order a quote gives a number. */
	confirmationNumber?: string | number | null;
	message?: string | null;
}

/**
 * The row of an order that XI has received. Throws UnexpectedAnswer where no number confirms that: it
 * is looked for then. The quote number confirms nothing, since XI may only repeat what was sent.
 *
 * @param customerOrderNumber the PO that was sent, which the answer does not repeat
 */
export function confirmationIn(
	answer: AsyncOrderAnswer | undefined,
	customerOrderNumber: string,
): IDataObject {
	if (clean(answer?.confirmationNumber) === undefined) {
		throw new UnexpectedAnswer('confirmation number', { said: warningsIn(answer) });
	}
	return { customerOrderNumber, ...answer };
}

/** What to do when it stays unclear whether XI has received such an order. */
export const WAIT_FOR_EVENT =
	'Wait for the event of this order before you send it again: during the nightly maintenance Ingram Micro keeps such orders and places them afterwards, so a search may not find it yet';
