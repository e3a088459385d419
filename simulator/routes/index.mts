import type { Operation } from '../operation.mts';
import { catalogSearch } from './catalogSearch.mts';
import { invoiceDetails, invoiceDetailsV6 } from './invoices/invoiceDetails.mts';
import { searchInvoices } from './invoices/searchInvoices.mts';
import { cancelOrder } from './orders/cancelOrder.mts';
import { createOrder } from './orders/createOrder.mts';
import { createOrderAsync } from './orders/createOrderAsync.mts';
import { modifyOrder } from './orders/modifyOrder.mts';
import { orderDetails, orderDetailsV6 } from './orders/orderDetails.mts';
import { searchOrders } from './orders/searchOrders.mts';
import { dealDetails } from './deals/dealDetails.mts';
import { searchDeals } from './deals/searchDeals.mts';
import { freightEstimate } from './freightEstimate.mts';
import { renewalDetails } from './renewals/renewalDetails.mts';
import { searchRenewals } from './renewals/searchRenewals.mts';
import { createQuote } from './quotes/createQuote.mts';
import { orderQuote } from './quotes/orderQuote.mts';
import { quoteDetails } from './quotes/quoteDetails.mts';
import { searchQuotes } from './quotes/searchQuotes.mts';
import { validateQuote } from './quotes/validateQuote.mts';
import { vendorRequiredInfo } from './quotes/vendorRequiredInfo.mts';
import { priceAndAvailability } from './priceAndAvailability.mts';
import { createReturn } from './returns/createReturn.mts';
import { returnDetails } from './returns/returnDetails.mts';
import { searchReturns } from './returns/searchReturns.mts';
import { productDetails, productDetailsSearch } from './productDetails.mts';
import { playAvailabilityUpdate, playOrderStatusEvent } from './webhooks/playEvent.mts';

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
	searchRenewals,
	renewalDetails,
	searchDeals,
	dealDetails,
	playOrderStatusEvent,
	playAvailabilityUpdate,
	searchInvoices,
	invoiceDetails,
	invoiceDetailsV6,
	freightEstimate,
	searchReturns,
	returnDetails,
	createReturn,
	searchQuotes,
	quoteDetails,
	createQuote,
	validateQuote,
	vendorRequiredInfo,
	orderQuote,
];
