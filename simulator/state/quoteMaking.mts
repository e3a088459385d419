import type { Problem } from '../errors.mts';
import type { Customer } from '../options.mts';
import { moneyOf } from '../routes/priceEntryPrice.mts';
import { currencyOf } from './countries.mts';
import { cents } from './generator.mts';
import { findOffer } from './goods.mts';
import type { Address, Attribute } from './orders.mts';
import { guidOf } from './quoteBook.mts';
import type { Quote, QuoteLine, QuoteStatus, QuoteVendorFields } from './quotes.mts';
import type { World } from './world.mts';

/** A line of a quote as it was asked for. */
export interface QuoteRequestLine {
	customerLineNumber?: string;
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	quantity: number;
	specialBid?: string;
	notes?: string;
	/** For one, where it is not what the customer pays anyway. */
	price?: number;
}

/** A quote as it was asked for. */
export interface QuoteRequest {
	quoteName: string;
	lines: readonly QuoteRequestLine[];
	createdBy?: string;
	expiresAt?: number;
	dealId?: string;
	customerNeed?: string;
	endUserInfo?: Address;
	/** What is other than of a quote that was made just now. */
	status?: QuoteStatus;
	modifiedAt?: number;
	revision?: number;
	vendorName?: string;
	vendorFields?: QuoteVendorFields;
	additionalAttributes?: readonly Attribute[];
}

/** What became of a request; it may be that nothing did. */
export type QuoteMade = { quote: Quote } | { problems: Problem[]; rejected: QuoteRequestLine[] };

/** What is configured to order for a deal. Assumption: one server of Cisco's, as in the samples. */
const configured: readonly QuoteRequestLine[] = [{ ingramPartNumber: '4AW708', quantity: 1 }];

/**
 * Makes a quote and enters it in the books.
 *
 * Assumptions: one unknown part and there is no quote; without products the deal is one of Cisco's,
 * whose numbers are digits, and stands for a configuration.
 *
 * @param quoteNumber the number that was given out for it
 * @param at by the time that orders live by
 */
export function makeQuote(
	world: World,
	customer: Customer,
	request: QuoteRequest,
	quoteNumber: string,
	at: number,
): QuoteMade {
	const { dealId, endUserInfo = {} } = request;
	if (request.lines.length === 0 && !/^\d{4,12}$/.test(dealId ?? '')) {
		return {
			problems: [
				{
					field: 'dealId',
					value: dealId ?? '',
					message: 'Only deals of Cisco can be configured to order',
				},
			],
			rejected: [],
		};
	}
	const asked = request.lines.length > 0 ? request.lines : configured;
	const made = asked.map((line, position) => makeLine(world, customer, line, position, dealId));
	const rejected = asked.filter((_, position) => made[position] === undefined);
	if (rejected.length > 0) {
		const problems = rejected.map((line) => ({
			field: 'products',
			value: line.ingramPartNumber ?? line.vendorPartNumber ?? '',
			message: 'SKU-NOTFOUND',
		}));
		return { problems, rejected };
	}
	const lines = made.filter((line) => line !== undefined);
	const quote: Quote = {
		quoteNumber,
		quoteGuid: guidOf(quoteNumber),
		customer,
		quoteName: request.quoteName,
		revision: request.revision ?? 0,
		status: request.status ?? 'Ready To Order',
		createdAt: at,
		modifiedAt: request.modifiedAt ?? at,
		...(request.expiresAt === undefined ? {} : { expiresAt: request.expiresAt }),
		createdBy: request.createdBy ?? 'Ingram Micro',
		currencyCode: currencyOf(customer.countryCode).code,
		...(dealId === undefined ? {} : { specialBidId: dealId }),
		...(request.customerNeed === undefined ? {} : { customerNeed: request.customerNeed }),
		endUserInfo,
		vendorName: request.vendorName ?? lines[0]?.vendorName ?? '',
		quoteType: request.lines.length > 0 ? 'Standard' : 'CTO',
		lines,
		vendorFields: request.vendorFields ?? { header: [], lines: lines.map(() => []) },
		additionalAttributes: [
			...(request.additionalAttributes ?? []),
			...(dealId === undefined ? [] : [{ attributeName: 'dealId', attributeValue: dealId }]),
		],
		orders: [],
	};
	world.quotes.add(quote);
	return { quote };
}

function makeLine(
	{ catalog }: World,
	customer: Customer,
	asked: QuoteRequestLine,
	position: number,
	dealId: string | undefined,
): QuoteLine | undefined {
	const offer = findOffer(catalog, asked);
	if (!offer) return undefined;
	const { goods } = offer;
	const specialBidNumber = asked.specialBid ?? dealId;
	const price =
		asked.price ?? offer.priceFor(customer, { ...(specialBidNumber && { specialBidNumber }) });
	const listed = goods.product && moneyOf({ customer }).local(goods.product.retailPrice);
	return {
		customerLineNumber: asked.customerLineNumber ?? String(position + 1),
		ingramPartNumber: goods.ingramPartNumber,
		vendorPartNumber: goods.vendorPartNumber,
		vendorName: goods.vendorName,
		description: goods.description,
		quantity: asked.quantity,
		price: cents(price),
		msrp: cents(listed ?? price),
		...(asked.specialBid === undefined ? {} : { specialBid: asked.specialBid }),
		...(asked.notes === undefined ? {} : { notes: asked.notes }),
	};
}
