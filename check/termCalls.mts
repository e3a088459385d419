import { type CheckCall, each, locator, once, twoPages } from './calls.mts';
import { fewIn, fewOf, textIn } from './known.mts';

const quote = { input: each('quote', ({ quotes }) => quotes), node: 'ingramMicroQuotes' };
const returned = 'ingramMicroReturns';

/** What an account agrees with Ingram Micro: quotes, renewals, deals and returns. */
export const callsAboutTerms: readonly CheckCall[] = [
	{
		title: 'Quotes: Get Many',
		node: quote.node,
		endpoints: ['GET /resellers/v6/quotes/search'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.quotes = fewIn(items, 'quoteNumber');
		},
	},
	{
		...quote,
		title: 'Quotes: Get',
		endpoints: ['GET /resellers/v6/quotes/{quoteNumber}'],
		parameters: { operation: 'get', quote: locator('quoteNumber'), output: 'raw' },
	},
	{
		...quote,
		title: 'Quotes: Validate',
		endpoints: ['GET /resellers/v6/q2o/validatequote'],
		parameters: { operation: 'validate', quote: locator('quoteNumber'), output: 'raw' },
	},
	{
		...quote,
		title: 'Quotes: Get Vendor Required Info',
		endpoints: ['POST /resellers/v7/vendorrequiredinfo'],
		parameters: {
			operation: 'getVendorRequiredInfo',
			askFor: 'quote',
			quote: locator('quoteNumber'),
			output: 'raw',
		},
	},
	{
		title: 'Renewals: Get Many',
		node: 'ingramMicroRenewals',
		endpoints: ['POST /resellers/v6/renewals/search'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.renewals = fewIn(items, 'renewalId');
		},
	},
	{
		title: 'Renewals: Get',
		node: 'ingramMicroRenewals',
		endpoints: ['GET /resellers/v6/renewals/{renewalId}'],
		parameters: { operation: 'get', renewal: locator('renewalId'), output: 'raw' },
		input: each('renewal', ({ renewals }) => renewals),
	},
	{
		title: 'Deals: Get Many',
		node: 'ingramMicroDeals',
		endpoints: ['GET /resellers/v6/deals/search'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.deals = items.slice(0, fewOf).flatMap((item) => {
				const dealId = textIn(item, 'dealId');
				return dealId ? [{ dealId, vendor: textIn(item, 'vendor') ?? '' }] : [];
			});
		},
	},
	{
		title: 'Deals: Get',
		node: 'ingramMicroDeals',
		endpoints: ['GET /resellers/v6/deals/{dealId}'],
		parameters: {
			operation: 'get',
			deal: locator('dealId', 'dealId'),
			vendorName: '={{ $json.vendor }}',
			output: 'raw',
		},
		input: ({ deals }) => (deals.length > 0 ? deals : 'the account has no deal'),
	},
	{
		title: 'Returns: Get Many',
		node: returned,
		endpoints: ['GET /resellers/v6/returns/search'],
		parameters: twoPages,
		input: once,
		learn: (items, known) => {
			known.returns = fewIn(items, 'caseRequestNumber');
		},
	},
	{
		title: 'Returns: Get',
		node: returned,
		endpoints: ['GET /resellers/v6/returns/{caseRequestNumber}'],
		parameters: { operation: 'get', returnCase: locator('caseRequestNumber'), output: 'raw' },
		input: each('return', ({ returns }) => returns),
	},
];
