import type { Operation } from '../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getPriceAndAvailability } from './getPriceAndAvailability.operation';

/** The first one is what a new node starts with. */
export const operations: readonly Operation[] = [getPriceAndAvailability, getMany, get];
