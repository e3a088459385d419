import { addressOnFile } from '../orders/parts.mts';
import { cents } from '../../state/generator.mts';
import { statusOf, totalOf, type Quote, type QuoteLine } from '../../state/quotes.mts';
import { guidOf } from '../../state/quoteBook.mts';
import type { World } from '../../state/world.mts';

/** What the samples show as a point in time. */
const moment = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

const introPreamble =
	"<font color='red' size='8pt'><b></b></font>#####<font>Thank you for your request. This quote is simulated.</font>";
const purchaseInstructions =
	'To order the above products, you may\r\n\r\n  • order online\r\n\r\n  • call\r\n\r\nThank you for your order!';
const legalTerms = 'This offer is simulated, and binds nobody.';

/**
 * A quote as its details show it, in the form of the official sample: totals are numbers, what the
 * discount is and what the whole costs are texts. Members that the sample leaves out are left out
 * here too where there is nothing to say.
 */
export function quoteDetailsAnswer({ clock }: World, quote: Quote): Record<string, unknown> {
	const status = statusOf(quote, clock.lifeNow());
	const onFile = addressOnFile(quote.customer);
	return {
		quoteName: quote.quoteName,
		quoteNumber: quote.quoteNumber,
		quoteGuid: quote.quoteGuid,
		revision: String(quote.revision),
		ingramQuoteDate: moment(quote.createdAt),
		lastModifiedDate: moment(quote.modifiedAt),
		...(quote.expiresAt === undefined ? {} : { ingramQuoteExpiryDate: moment(quote.expiresAt) }),
		currencyCode: quote.currencyCode,
		...(quote.specialBidId === undefined ? {} : { specialBidId: quote.specialBidId }),
		status,
		closingReason: quote.closingReason ?? (status === 'Closed' ? 'Expired' : null),
		dateClosed: quote.closedAt === undefined ? null : moment(quote.closedAt),
		customerNeed: quote.customerNeed ?? '',
		introPreamble,
		purchaseInstructions,
		legalTerms,
		quoteType: quote.quoteType,
		leaseInfo: '',
		leasingInstructions: '',
		resellerInfo: {
			contact: quote.createdBy,
			companyName: onFile.companyName,
			customerNumber: quote.customer.customerNumber,
		},
		endUserInfo: quote.endUserInfo,
		products: quote.lines.map((line, position) => productOf(quote, line, position, status)),
		productsCount: quote.lines.length,
		extendedMsrpTotal: sumOf(quote, ({ msrp }) => msrp),
		quantityTotal: quote.lines.reduce((sum, { quantity }) => sum + quantity, 0),
		extendedQuotePriceTotal: totalOf(quote),
		totalQuoteAmount: totalOf(quote).toFixed(2),
		additionalAttributes: quote.additionalAttributes,
	};
}

function productOf(
	quote: Quote,
	line: QuoteLine,
	position: number,
	status: string,
): Record<string, unknown> {
	const { quantity, price, msrp } = line;
	return {
		quoteProductGuid: guidOf(`${quote.quoteNumber} ${position}`),
		lineNumber: line.customerLineNumber,
		quantity,
		remainingQuoteQty: status === 'Ordered' ? 0 : quantity,
		...(line.notes === undefined ? {} : { notes: line.notes }),
		ean: '-',
		coo: ' ',
		ingramPartNumber: line.ingramPartNumber,
		vendorPartNumber: line.vendorPartNumber,
		description: line.description,
		weight: 0,
		isSuggestionProduct: false,
		vendorName: line.vendorName,
		terms: '--',
		price: {
			quotePrice: price,
			msrp,
			extendedMsrp: cents(msrp * quantity),
			extendedQuotePrice: cents(price * quantity),
			discountOffList: msrp > 0 ? (((msrp - price) / msrp) * 100).toFixed(2) : '0.00',
		},
	};
}

const sumOf = ({ lines }: Quote, of: (line: QuoteLine) => number): number =>
	cents(lines.reduce((sum, line) => sum + of(line) * line.quantity, 0));
