import type { QuoteRequest } from './quoteMaking.mts';
import { makeQuote } from './quoteMaking.mts';
import { exampleQuoteNumber } from './quotes.mts';
import type { World } from './world.mts';

const dayMs = 86_400_000;

interface DocumentedQuote {
	quoteNumber: string;
	/** How many days before the simulator's start it was made, and changed. */
	madeAgo: number;
	changedAgo: number;
	request: Omit<QuoteRequest, 'modifiedAt'>;
}

/**
 * Quotes that Ingram's official samples name, so that what a person reads there works here too.
 * Their days are moved, since the samples' have long been out of reach of any search; where a sample
 * shows no lines, they are made up.
 */
const documentedQuotes: readonly DocumentedQuote[] = [
	{
		quoteNumber: 'QUO-10475-S4M1N0',
		madeAgo: 400,
		changedAgo: 400,
		request: {
			quoteName: 'MSJ Singapore Test 01',
			status: 'Active',
			lines: [{ ingramPartNumber: '4A0036', quantity: 3 }],
		},
	},
	{
		quoteNumber: 'QUO-10477-X9M2N4',
		madeAgo: 45,
		changedAgo: 45,
		request: {
			quoteName: 'MSJ Singapore Test 02',
			status: 'Active',
			lines: [{ ingramPartNumber: '4A0036', quantity: 2 }],
		},
	},
	{
		quoteNumber: 'QUO-10637-W4M3G1',
		madeAgo: 40,
		changedAgo: 20,
		request: {
			quoteName: 'Test1',
			status: 'Active',
			lines: [{ ingramPartNumber: 'DF4128', quantity: 1 }],
		},
	},
	{
		quoteNumber: 'QUO-10985-C4C3F7',
		madeAgo: 10,
		changedAgo: 2,
		request: {
			quoteName: 'Test Quote - 999',
			revision: 1,
			status: 'Active',
			endUserInfo: { contact: 'test', companyName: 'JD Enterprises' },
			lines: [{ ingramPartNumber: '123512', quantity: 5 }],
		},
	},
	{
		quoteNumber: exampleQuoteNumber,
		madeAgo: 5,
		changedAgo: 5,
		request: {
			quoteName: 'Q3',
			status: 'Active',
			customerNeed: 'Customer Need',
			endUserInfo: { companyName: 'End User3' },
			additionalAttributes: [{ attributeName: 'estimateId', attributeValue: 'DO85027550IK' }],
			lines: [
				{ ingramPartNumber: '123512', quantity: 2 },
				{ ingramPartNumber: 'RX1000', quantity: 1 },
			],
		},
	},
	{
		quoteNumber: 'QUO-14551943-D2Y9L9',
		madeAgo: 1,
		changedAgo: 1,
		request: {
			quoteName: 'Cisco with vendor fields',
			vendorName: 'Cisco',
			endUserInfo: { companyName: 'Example Inc' },
			lines: [
				{ customerLineNumber: '11', ingramPartNumber: 'YN6551', quantity: 1 },
				{ customerLineNumber: '12', ingramPartNumber: 'YN6231', quantity: 2 },
			],
			vendorFields: {
				header: [
					{
						attributeName: 'VEND_AUTH_NBR_FLG',
						attributeValue: 'ABC1234',
						attributeDescription: 'Authorization Number',
					},
					{
						attributeName: 'ResellerCompanyName',
						attributeValue: 'String',
						attributeDescription: 'resellerCompanyNameFlag',
					},
				],
				lines: [
					[
						{
							attributeName: 'resellerCtacEmail',
							attributeValue: 'String',
							attributeDescription: 'resellerContactEmailFlag',
						},
					],
					[
						{
							attributeName: 'rslrg360CtacName',
							attributeValue: 'String',
							attributeDescription: 'resellerContactNameFlag',
						},
					],
				],
			},
		},
	},
];

/** Enters the documented quotes, as those of the first customer of the first app. */
export function addDocumentedQuotes(world: World): void {
	const customer = world.options.clients[0]?.customers[0];
	if (!customer) return;
	const now = world.clock.lifeNow();
	for (const { quoteNumber, madeAgo, changedAgo, request } of documentedQuotes) {
		const dates = { modifiedAt: now - changedAgo * dayMs };
		makeQuote(world, customer, { ...request, ...dates }, quoteNumber, now - madeAgo * dayMs);
	}
}
