import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { listen } from '../../simulator/listener.mts';
import { LINE, PLACE } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { byInvoiceNumber, INVOICES } from '../invoices/support.mts';
import { byNumber, linesOf, STOCKED } from '../orders/support.mts';
import { byCaseNumber, RETURNS } from '../returns/support.mts';
import { byIngramPartNumber } from '../support.mts';
import { WEBHOOK_TEST } from '../webhookTest/support.mts';
import type { Stage, WholeCall } from '../whole/wholeCall.mts';
import { type CountedRun, QUICK, runsOf, times } from './countedRun.mts';

const DEALS = 'ingramMicroDeals';
const apiCall = runsOf('ingramMicroApiCall');
const invoices = runsOf(INVOICES);
const renewals = runsOf('ingramMicroRenewals');
const deals = runsOf(DEALS);
const returns = runsOf(RETURNS);
const freight = runsOf('ingramMicroFreightEstimate');
const webhookTest = runsOf(WEBHOOK_TEST);

const INVOICE_SEARCH = 'GET /resellers/v6/invoices';
const INVOICE_DETAILS = 'GET /resellers/v6.1/invoices/{invoiceNumber}';
const RENEWAL_SEARCH = 'POST /resellers/v6/renewals/search';
const DEAL_SEARCH = 'GET /resellers/v6/deals/search';
const DEAL_DETAILS = 'GET /resellers/v6/deals/{dealId}';
const RETURN_SEARCH = 'GET /resellers/v6/returns/search';
const RETURN_CREATE = 'POST /resellers/v6/returns/create';

const firstPage = { operation: 'getMany', returnAll: false, limit: 10 };
const of150 = { ...firstPage, limit: 150 };
const all = { operation: 'getMany', returnAll: true };

/** An invoice of one line, as a new return names it. */
function invoiced({ xi }: Stage): IDataObject {
	xi.addOrders(1, { ingramPartNumber: STOCKED });
	const { lines, createdAt } = xi.orders.at(-1)!;
	const [number] = lines[0].invoiceNumbers;
	return { number, day: createdAt.toISOString().slice(0, 10) };
}

const invoice = (more: INodeParameters): INodeParameters => ({
	operation: 'get',
	invoice: byInvoiceNumber('={{ $json.number }}'),
	...more,
});

const deal = (more: INodeParameters = {}): INodeParameters => ({
	operation: 'get',
	deal: { __rl: true, mode: 'dealId', value: '={{ $json.deal }}' },
	...more,
});

async function vendorKnown({ xi, run }: Stage): Promise<IDataObject> {
	const [dealId] = xi.addDeals(1);
	const [{ json }] = await run(DEALS, { operation: 'getMany', filters: { dealId } });
	return { deal: dealId, vendor: json.vendorName };
}

const renewal: INodeParameters = {
	operation: 'get',
	renewal: { __rl: true, mode: 'renewalId', value: '={{ $json.renewal }}' },
};

const newReturn: INodeParameters = {
	operation: 'create',
	referenceNumber: 'RMA-1',
	lines: {
		line: [
			{
				...LINE,
				invoiceNumber: '={{ $json.number }}',
				invoiceDate: '={{ $json.day }}',
				ingramPartNumber: STOCKED,
			},
		],
	},
	shipFromInfo: PLACE,
	options: QUICK,
};

/** An event for a listener of this machine. */
const event = (operation: string, more: INodeParameters) => {
	const prepare: WholeCall['prepare'] = async ({ afterwards }) => {
		const listener = await listen();
		afterwards(listener.close);
		return { listener: listener.url };
	};
	const parameters = { operation, targetUrl: '={{ $json.listener }}', ...more };
	return [parameters, { prepare, credential: { webhookSecretKeys: 'a secret key' } }] as const;
};
const [orderEvent, orderStage] = event('sendOrderStatusEvent', {
	eventType: 'im::order_shipped',
	order: byNumber('20-RD128'),
});
const [stockEvent, stockStage] = event('sendStockUpdateEvent', {
	products: {
		product: [{ ingramPartNumber: byIngramPartNumber(STOCKED), totalAvailability: 1 }],
	},
});

export const others: readonly CountedRun[] = [
	invoices('all of 250', all, times(3, INVOICE_SEARCH), {
		prepare: ({ xi }) => void xi.addOrders(250),
	}),
	...['invoice', 'lines', 'serialNumbers'].map((what) =>
		invoices(what, invoice({ return: what }), [INVOICE_DETAILS], { prepare: invoiced }),
	),
	invoices(
		'by the older call',
		invoice({ options: { version: 'v6' } }),
		['GET /resellers/v6/invoices/{invoicenumber}'],
		{ prepare: invoiced },
	),
	...['invoice', 'differences'].map((what) =>
		invoices(
			`${what}, matched`,
			{ ...invoice({ return: what }), operation: 'match' },
			[INVOICE_DETAILS, 'GET /resellers/v6.1/orders/{ordernumber}'],
			{ prepare: invoiced },
		),
	),

	renewals('150 of more', of150, times(2, RENEWAL_SEARCH), {
		prepare: ({ xi }) => void xi.addRenewals(200),
	}),
	...['renewal', 'products'].map((what) =>
		renewals(what, { ...renewal, return: what }, ['GET /resellers/v6/renewals/{renewalId}'], {
			prepare: ({ xi }) => ({ renewal: xi.addRenewals(1)[0] }),
		}),
	),

	deals('150 of more', of150, times(2, DEAL_SEARCH), {
		prepare: ({ xi }) => void xi.addDeals(300),
	}),
	deals('a deal without its vendor', deal(), [DEAL_SEARCH, DEAL_DETAILS], {
		prepare: ({ xi }) => ({ deal: xi.addDeals(1)[0] }),
	}),
	deals('a deal of a vendor', deal({ vendorName: '={{ $json.vendor }}' }), [DEAL_DETAILS], {
		prepare: vendorKnown,
	}),
	deals('its products', deal({ return: 'products' }), [DEAL_SEARCH, DEAL_DETAILS], {
		prepare: ({ xi }) => ({ deal: xi.addDeals(1)[0] }),
	}),

	returns('all of 150', all, times(2, RETURN_SEARCH), {
		prepare: ({ xi }) => void xi.addReturns(150),
	}),
	...['return', 'products'].map((what) =>
		returns(
			what,
			{ operation: 'get', returnCase: byCaseNumber('={{ $json.number }}'), return: what },
			['GET /resellers/v6/returns/{caseRequestNumber}'],
			{ prepare: ({ xi }) => ({ number: xi.addReturns(1)[0] }) },
		),
	),
	returns('a return', newReturn, [...times(3, RETURN_SEARCH), RETURN_CREATE], {
		prepare: invoiced,
	}),
	returns(
		'a return whose invoice’s date is looked up',
		{
			...newReturn,
			lines: {
				line: [
					{
						...LINE,
						invoiceNumber: '={{ $json.number }}',
						invoiceDate: '',
						ingramPartNumber: STOCKED,
					},
				],
			},
		},
		[...times(3, RETURN_SEARCH), INVOICE_DETAILS, RETURN_CREATE],
		{ prepare: invoiced },
	),
	returns('a preview', { ...newReturn, previewOnly: true }, [], { prepare: invoiced }),

	...['estimate', 'carriers', 'lines', 'shipments'].map((what) =>
		freight(
			what,
			{ operation: 'get', lines: linesOf(STOCKED), shipTo: { addressId: '200' }, return: what },
			['POST /resellers/v6/freightestimate'],
		),
	),

	webhookTest('an order', orderEvent, ['POST /resellers/v1/webhooks/orderstatusevent'], orderStage),
	webhookTest(
		'a product',
		stockEvent,
		['POST /resellers/v1/webhooks/availabilityupdate'],
		stockStage,
	),

	apiCall('once', { operation: 'call', path: '/resellers/v6/deals/search' }, [DEAL_SEARCH]),
	apiCall(
		'page by page',
		{ operation: 'call', path: '/resellers/v6/deals/search', pages: 'capitalPage', limit: 150 },
		times(2, DEAL_SEARCH),
		{ prepare: ({ xi }) => void xi.addDeals(200) },
	),
];
