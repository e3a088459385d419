import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun } from '../engine.mts';
import { type Bench, type Runner, runnerOf } from '../support.mts';

export const QUOTES = 'ingramMicroQuotes';
export const VALIDATE = '/resellers/v6/q2o/validatequote';
export const REQUIRED_INFO = '/resellers/v7/vendorrequiredinfo';
export const ORDER = '/resellers/v7/orders';
export const ORDER_LEGACY = '/resellers/v6/q2o/orders';
export const ORDER_SEARCH = '/resellers/v6/orders/search';

/** Its vendor wants two fields of the whole, and one of each of its two lines. */
export const CISCO = 'QUO-14551943-D2Y9L9';
/** Nothing is demanded. */
export const PLAIN = 'QUO-10985-C4C3F7';

/** A value for a quote's resource locator. */
export const quoteOf = (value: string) => ({ __rl: true, mode: 'quoteNumber', value });

/** Everything that the vendor of the Cisco quote demands. */
export const CISCO_FIELDS = {
	'header.VEND_AUTH_NBR_FLG': 'ABC1234',
	'header.ResellerCompanyName': 'Example Ltd',
	'line.11.resellerCtacEmail': 'sales@example.com',
	'line.12.rslrg360CtacName': 'Nathan Smith',
};

/** The same, by the names that Get Vendor Required Info has for them. */
export const CISCO_FIELDS_OTHERWISE = {
	'vmf.Cisco.VEND_AUTH_NBR_FLG': 'ABC1234',
	'vmf.Cisco.ResellerCompanyName': 'Example Ltd',
	'line.11.resellerCtacEmail': 'sales@example.com',
	'line.12.rslrg360CtacName': 'Nathan Smith',
};

export const CLOUD = 'vri.PRD-814-505-018';

/** Everything that the vendor of a subscription demands for an account that is there already. */
export const CLOUD_FIELDS = {
	[`${CLOUD}.tier1_mpn`]: '5068860',
	[`${CLOUD}.tenant_preference`]: 'existing',
	[`${CLOUD}.tenant_preference.existing.microsoft_domain`]: 'example.onmicrosoft.com',
};

/** A form as n8n stores it. */
export const formOf = (value: Record<string, string>) => ({
	mappingMode: 'defineBelow',
	value,
	matchingColumns: [],
	schema: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** An order of a quote that does not look long for a late answer. */
export const orderOf = (
	quote: string,
	fields: Record<string, string>,
	more: INodeParameters = {},
): INodeParameters => ({
	operation: 'order',
	quote: quoteOf(quote),
	customerOrderNumber: 'PO-Q1',
	vendorFields: formOf(fields),
	options: { lookSeconds: 0 },
	...more,
});

/** How often a call reached the simulator. */
export const countOf = ({ xi }: Bench, endpoint: string, method = 'POST'): number =>
	xi.requests.filter((request) => request.endpoint === endpoint && request.method === method)
		.length;

/** Runs the Quotes node. */
export const runQuotes = async (bench: Bench, ...call: Parameters<Runner>): Promise<NodeRun> =>
	await runnerOf(bench, QUOTES)(...call);
