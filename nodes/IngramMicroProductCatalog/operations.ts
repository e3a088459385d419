import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getPriceAndAvailability } from './getPriceAndAvailability.operation';

// Products, prices and stock, asked with nodes/shared/xi (products.ts, productAsk.ts). severalProducts.ts
// asks what a number of several is to be.
/** The first one is what a new node starts with. */
export const operations: readonly Operation[] = [getPriceAndAvailability, getMany, get];
