import type { Operation } from '../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getVendorRequiredInfo } from './getVendorRequiredInfo.operation';
import { order } from './order.operation';
import { validate } from './validate.operation';

// Quotes, from the request (quoteBody.ts, lookForQuote.ts) to the order (orderQuote.ts). What vendors
// demand is asked in askVendor.ts, read in vendorQuestions.ts and answered in vendorAnswers.ts.
/** The first one is what a new node starts with: one that changes nothing. */
export const operations: readonly Operation[] = [
	getMany,
	get,
	create,
	validate,
	getVendorRequiredInfo,
	order,
];
