import type { XStatic } from 'typebox/schema';
import type { Problem } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import type { Customer } from '../../options.mts';
import { isDate } from '../../query.mts';
import { makeQuote, type QuoteRequest } from '../../state/quoteMaking.mts';
import type { World } from '../../state/world.mts';
import { listOf, object, text, upTo } from '../orders/schema.mts';
import { quoteDetailsAnswer } from './detailsAnswer.mts';

/** The names are the schema's; the samples write `firstName`, `lastName` and `customercontact`. */
const body = object({
	quoteName: text,
	firstname: text,
	lastname: text,
	CustomerContact: upTo(64),
	quoteExpiryDate: text,
	customerNeed: text,
	endUserInfo: object({
		companyName: text,
		contact: text,
		addressLine1: text,
		addressLine2: text,
		city: text,
		state: text,
		postalCode: text,
		countryCode: text,
		email: text,
		phoneNumber: text,
	}),
	dealId: text,
	pricingType: text,
	sendQuoteCopy: text,
	products: listOf(
		object({
			customerLineNumber: text,
			ingramPartNumber: text,
			vendorPartNumber: text,
			quantity: text,
			specialBid: text,
			lineLevelNotes: text,
			pricingType: text,
		}),
	),
});

type Body = XStatic<typeof body>;

const mostCopies = 10;
const address = /^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$/;

/**
 * Create quote, asynchronously: `POST /resellers/v6/quotes/create`. The answer has the number; the
 * quote is there a little later, ready to order, and what became of it is told as an event.
 *
 * Assumptions: a quote needs a name, and products or a deal; each product a part number and a whole
 * quantity; addresses for copies have a comma between (one sample has a mere `y`, which is let
 * through); parts that are not sold are found out later.
 */
export const createQuote = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/quotes/create',
	query: {},
	body,
	check: ({ body: sent }) => problemsOf(sent),
	handle: ({ world, customer, body: sent }) => {
		const quoteNumber = world.quotes.nextNumber();
		const due = world.clock.lifeNow() + world.options.quoteDelaySeconds * 1000;
		world.clock.schedule(due, (at) => settle(world, customer, sent, quoteNumber, at));
		return {
			status: 200,
			body: {
				quoteNumber,
				message:
					'Thank you for submitting the quote request, it’s currently under process.We will notify you of the status via the Quote Status webhook.',
			},
		};
	},
});

/** Makes the quote, or does not, and tells. */
function settle(
	world: World,
	customer: Customer,
	sent: Body,
	quoteNumber: string,
	at: number,
): void {
	const made = makeQuote(world, customer, requestOf(sent), quoteNumber, at);
	if ('quote' in made) {
		world.quoteEvents.emit({
			kind: 'quote_created',
			at,
			customer,
			quote: quoteDetailsAnswer(world, made.quote),
		});
		return;
	}
	world.quoteEvents.emit({
		kind: 'quote_failed',
		at,
		customer,
		quote: { quoteNumber, quoteName: sent.quoteName ?? '' },
		failure: {
			message: 'The quote could not be created',
			reason: made.problems
				.map(({ message, value }) => `${message} ${value ?? ''}`.trim())
				.join('; '),
		},
		rejectedSkus: made.rejected.map(
			({ ingramPartNumber, vendorPartNumber }) => ingramPartNumber ?? vendorPartNumber ?? '',
		),
	});
}

function requestOf(sent: Body): QuoteRequest {
	const { dealId, quoteExpiryDate, customerNeed, endUserInfo } = sent;
	const requester = [sent.firstname, sent.lastname].filter(Boolean).join(' ');
	return {
		quoteName: sent.quoteName ?? '',
		lines: (sent.products ?? []).map((line) => ({
			...(line.customerLineNumber ? { customerLineNumber: line.customerLineNumber } : {}),
			...(line.ingramPartNumber ? { ingramPartNumber: line.ingramPartNumber } : {}),
			...(line.vendorPartNumber ? { vendorPartNumber: line.vendorPartNumber } : {}),
			...(line.specialBid ? { specialBid: line.specialBid } : {}),
			...(line.lineLevelNotes ? { notes: line.lineLevelNotes } : {}),
			quantity: Number(line.quantity),
		})),
		...(requester ? { createdBy: requester } : {}),
		...(quoteExpiryDate ? { expiresAt: Date.parse(`${isoDay(quoteExpiryDate)}T23:59:59Z`) } : {}),
		...(dealId ? { dealId } : {}),
		...(customerNeed ? { customerNeed } : {}),
		...(endUserInfo ? { endUserInfo } : {}),
	};
}

function problemsOf(sent: Body): Problem[] {
	const { quoteName, products = [], dealId, quoteExpiryDate, sendQuoteCopy } = sent;
	const problems: Problem[] = [];
	const refuse = (field: string, value: string | undefined, message: string): void =>
		void problems.push({ field, ...(value === undefined ? {} : { value }), message });
	if (!quoteName) refuse('quoteName', quoteName, 'Required field is missing');
	if (products.length === 0 && !dealId) refuse('products', undefined, 'Required field is missing');
	for (const [position, line] of products.entries()) {
		const { ingramPartNumber, vendorPartNumber, quantity } = line;
		const place = `products[${position}]`;
		if (!ingramPartNumber && !vendorPartNumber) {
			refuse(`${place}.ingramPartNumber`, undefined, 'Required field is missing');
		}
		if (!/^[1-9]\d{0,6}$/.test(quantity ?? '')) {
			refuse(`${place}.quantity`, quantity, 'Must be a whole number from 1 to 9999999');
		}
	}
	if (quoteExpiryDate && !isDate(isoDay(quoteExpiryDate))) {
		refuse('quoteExpiryDate', quoteExpiryDate, 'Must be a date of the form MM/dd/yyyy');
	}
	const copies = sendQuoteCopy && sendQuoteCopy !== 'y' ? sendQuoteCopy.split(',') : [];
	if (copies.length > mostCopies) {
		refuse('sendQuoteCopy', sendQuoteCopy, `At most ${mostCopies} addresses are allowed`);
	} else if (!copies.every((copy) => address.test(copy))) {
		refuse('sendQuoteCopy', sendQuoteCopy, 'Must be e-mail addresses with commas between them');
	}
	return problems;
}

/** `MM/dd/yyyy` as `yyyy-MM-dd`; anything else becomes no day. */
function isoDay(slashed: string): string {
	const [, month, dayOfMonth, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(slashed) ?? [];
	return `${year}-${month}-${dayOfMonth}`;
}
