import { badRequest } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { isOrderable, type Quote, type VendorField } from '../../state/quotes.mts';

/** The sample pads the lists of its lines with an entry that is empty. */
const padding: VendorField = { attributeName: '', attributeValue: '', attributeDescription: '' };

/**
 * Validate quote: `GET /resellers/v6/q2o/validatequote`.
 *
 * Assumptions: an unknown quote, and one that cannot be ordered, is a 400; the words are ours. As in
 * the sample, quantities are texts, and the second line has its list under another name.
 */
export const validateQuote = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/q2o/validatequote',
	errors: 'traceid',
	query: { quoteNumber: { kind: 'text', required: true } },
	handle: ({ world, customer, query: { quoteNumber } }) => {
		const refuse = (message: string) =>
			badRequest('traceid', [{ field: 'quoteNumber', value: quoteNumber, message }]);
		const quote = world.quotes.quote(quoteNumber, customer);
		if (!quote) return refuse('Quote not found');
		if (!isOrderable(quote, world.clock.lifeNow()))
			return refuse('The quote is not ready to order');
		return { status: 200, body: answerOf(quote) };
	},
});

const answerOf = (quote: Quote) => ({
	quoteNumber: quote.quoteNumber,
	vendorName: quote.vendorName,
	vmfAdditionalAttributes: quote.vendorFields.header,
	lines: quote.lines.map((line, position) => {
		const fields = quote.vendorFields.lines[position] ?? [];
		const name = position === 1 ? 'linesVendorMandatoryAttributes' : 'vmfAdditionalAttributesLines';
		return {
			customerLineNumber: line.customerLineNumber,
			ingramPartNumber: line.ingramPartNumber,
			quantity: String(line.quantity),
			[name]: fields.length > 0 ? [...fields, padding] : [],
		};
	}),
});
