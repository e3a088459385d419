import type { Operation } from '../operation.mts';
import { catalogSearch } from './catalogSearch.mts';
import { cancelOrder } from './orders/cancelOrder.mts';
import { createOrder } from './orders/createOrder.mts';
import { createOrderAsync } from './orders/createOrderAsync.mts';
import { modifyOrder } from './orders/modifyOrder.mts';
import { orderDetails, orderDetailsV6 } from './orders/orderDetails.mts';
import { searchOrders } from './orders/searchOrders.mts';
import { createQuote } from './quotes/createQuote.mts';
import { orderQuote } from './quotes/orderQuote.mts';
import { quoteDetails } from './quotes/quoteDetails.mts';
import { searchQuotes } from './quotes/searchQuotes.mts';
import { validateQuote } from './quotes/validateQuote.mts';
import { vendorRequiredInfo } from './quotes/vendorRequiredInfo.mts';
import { priceAndAvailability } from './priceAndAvailability.mts';
import { productDetails, productDetailsSearch } from './productDetails.mts';

/** Every call that the simulator answers; a new call is one more line here. */
export const operations: readonly Operation[] = [
	priceAndAvailability,
	catalogSearch,
	productDetailsSearch,
	productDetails,
	createOrder,
	createOrderAsync,
	modifyOrder,
	orderDetails,
	orderDetailsV6,
	searchOrders,
	cancelOrder,
	searchQuotes,
	quoteDetails,
	createQuote,
	validateQuote,
	vendorRequiredInfo,
	orderQuote,
];
