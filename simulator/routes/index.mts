import type { Operation } from '../operation.mts';
import { catalogSearch } from './catalogSearch.mts';
import { priceAndAvailability } from './priceAndAvailability.mts';
import { productDetails, productDetailsSearch } from './productDetails.mts';

/** Every call that the simulator answers; a new call is one more line here. */
export const operations: readonly Operation[] = [
	priceAndAvailability,
	catalogSearch,
	productDetailsSearch,
	productDetails,
];
