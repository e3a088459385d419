import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { credentials, nodes } from './built.mts';

/*
 * People's workflows and credentials hold these. One that is renamed or lost breaks them without a
 * word, so this list only ever grows.
 */

/** What every operation has; the first is there where the node is a tool. */
const OUTPUT = ['toolDescription', 'output', 'fields', 'options'];
const PAGED = ['returnAll', 'limit', ...OUTPUT];
/** Both ways to place an order. */
const PLACING = [
	'defineOrderBy',
	'orderJson',
	'customerOrderNumber',
	'linesFrom',
	'lines',
	'linesList',
	'shipToInfo',
	'onCustomerHold',
	'additionalFields',
	'checkBeforeOrdering',
	'ifLineUnavailable',
	'ifOrderExists',
	'previewOnly',
	...OUTPUT,
];

/** Every test event. */
const PLAYED = [
	'targetUrl',
	'defineEventBy',
	'eventJson',
	'additionalFields',
	'signWith',
	'keyNumber',
	'signature',
	...OUTPUT,
];

/** Nodes, their operations in the order of the selector, and the parameters of each. */
const OPERATIONS: Record<string, Record<string, string[]>> = {
	ingramMicroProductCatalog: {
		getMany: ['filters', ...PAGED],
		getPriceAndAvailability: [
			'product',
			'otherIdentifiers',
			'includeAvailability',
			'includePricing',
			'ifNotFound',
			'ifSeveralProducts',
			'onlyWhatChanged',
			'productDetails',
			'additionalFields',
			...OUTPUT,
		],
		get: ['getBy', 'product', 'planId', 'planName', 'ifSeveralProducts', ...OUTPUT],
	},
	ingramMicroOrders: {
		cancel: ['order', 'previewOnly', ...OUTPUT],
		create: ['onPartialFailure', 'return', ...PLACING],
		createAsync: ['quoteNumber', 'waitForIt', ...PLACING],
		getMany: ['filters', 'return', ...PAGED],
		get: ['order', 'return', 'additionalFields', ...OUTPUT],
		getResult: ['customerOrderNumber', 'return', 'waitForIt', 'additionalFields', ...OUTPUT],
		modify: [
			'order',
			'defineChangesBy',
			'changesJson',
			'lines',
			'shipToInfo',
			'notes',
			'additionalAttributes',
			'checkBeforeOrdering',
			'onPartialFailure',
			'previewOnly',
			'return',
			...OUTPUT,
		],
		release: ['order', 'previewOnly', ...OUTPUT],
	},
	ingramMicroRenewals: {
		getMany: ['filters', ...PAGED],
		get: ['renewal', 'return', ...OUTPUT],
	},
	ingramMicroFreightEstimate: {
		get: ['linesFrom', 'lines', 'linesList', 'shipTo', 'return', 'additionalFields', ...OUTPUT],
	},
	ingramMicroApiCall: {
		call: [
			'toolDescription',
			'method',
			'path',
			'queryParameters',
			'headers',
			'body',
			'sendUnchecked',
			'pages',
			'returnAll',
			'limit',
			'listName',
			'options',
		],
	},
	ingramMicroDeals: {
		get: ['deal', 'vendorName', 'return', ...OUTPUT],
		getMany: ['filters', ...PAGED],
	},
	ingramMicroInvoices: {
		get: ['invoice', 'return', 'additionalFields', ...OUTPUT],
		getMany: ['filters', 'sort', ...PAGED],
		match: ['invoice', 'return', 'compare', 'tolerance', ...OUTPUT],
	},
	ingramMicroWebhookTest: {
		sendOrderStatusEvent: ['eventType', 'otherEventType', 'order', 'lines', ...PLAYED],
		sendStockUpdateEvent: ['products', ...PLAYED],
	},
	ingramMicroReturns: {
		create: [
			'referenceNumber',
			'linesFrom',
			'lines',
			'linesList',
			'shipFromInfo',
			'ifReturnExists',
			'previewOnly',
			...OUTPUT,
		],
		getMany: ['filters', 'sort', ...PAGED],
		get: ['returnCase', 'return', ...OUTPUT],
	},
	ingramMicroQuotes: {
		create: [
			'quoteName',
			'productsFrom',
			'products',
			'productsList',
			'dealId',
			'endUserInfo',
			'additionalFields',
			'previewOnly',
			...OUTPUT,
		],
		getMany: ['filters', 'sort', ...PAGED],
		get: ['quote', 'return', ...OUTPUT],
		getVendorRequiredInfo: [
			'askFor',
			'quote',
			'productsFrom',
			'products',
			'productsList',
			'return',
			...OUTPUT,
		],
		order: [
			'quote',
			'customerOrderNumber',
			'vendorFieldsFrom',
			'vendorFieldsNamedBy',
			'vendorFields',
			'vendorFieldsList',
			'shipToInfo',
			'endUserInfo',
			'resellerInfo',
			'shipmentDetails',
			'additionalAttributes',
			'additionalFields',
			'onCustomerHold',
			'checkBeforeOrdering',
			'ifLineUnavailable',
			'ifOrderExists',
			'previewOnly',
			'waitForIt',
			...OUTPUT,
		],
		validate: ['quote', 'return', ...OUTPUT],
	},
	ingramMicroPriceFile: {
		compare: [
			'toolDescription',
			'yesterdayFile',
			'todayFile',
			'layout',
			'encoding',
			'changes',
			'compare',
			'fewerRows',
			'fieldsToKeep',
			'options',
		],
		read: [
			'toolDescription',
			'file',
			'layout',
			'encoding',
			'products',
			'partNumbers',
			'partNumberField',
			'filters',
			'output',
			'outputField',
			'returnAll',
			'limit',
			'fieldsToKeep',
			'options',
		],
	},
};

/** Nodes without operations, their parameters, and what stands inside those. */
const TRIGGERS: Record<string, Record<string, string[]>> = {
	ingramMicroTrigger: {
		triggerOn: [
			'asyncOrderCreated',
			'asyncOrderFailed',
			'orderBackordered',
			'orderInvoiced',
			'orderOnHold',
			'orderShipped',
			'orderVoided',
			'other',
			'quoteCreated',
			'quoteFailed',
			'stockUpdate',
		],
		return: ['event', 'line', 'resource'],
		confirm: [],
		verifySignature: [],
		options: ['deadlineSeconds', 'ifNotConfirmed', 'includeRawBody'],
	},
	ingramMicroWatchTrigger: {
		watchFor: [
			'dealEnding',
			'etaChanged',
			'newInvoice',
			'orderChanged',
			'priceOrStockChanged',
			'quoteChanged',
			'renewalDue',
			'returnChanged',
		],
		changes: [
			'appeared',
			'backInStock',
			'backordered',
			'delivered',
			'ending',
			'etaAppeared',
			'etaEarlier',
			'etaGone',
			'etaLater',
			'foundAgain',
			'held',
			'invoiced',
			'notFound',
			'outOfStock',
			'priceChanged',
			'released',
			'runningOut',
			'shipped',
			'statusChanged',
			'stockChanged',
			'voided',
		],
		products: [],
		productsBy: ['ingramPartNumber', 'upc', 'vendorPartNumber'],
		everyMinutes: [],
		thresholds: ['amount', 'percent', 'pieces'],
		daysAhead: [],
		followDays: [],
		belowQuantity: [],
		byDays: [],
		filters: ['customerOrderNumber', 'endUser', 'statuses', 'types', 'vendor'],
		output: ['raw', 'simplified'],
		options: ['startWithExisting'],
	},
};

/** The choices that stand on their own, by node and parameter, whatever the operation. */
const CHOICES: Record<string, Record<string, string[]>> = {
	ingramMicroPriceFile: {
		encoding: ['latin1', 'utf8'],
		layout: ['automatic', 'fusion23', 'fusion24', 'fusion24Italy', 'fusion25', 'sap'],
		output: ['csv', 'items', 'jsonLines'],
		products: ['all', 'inputItems', 'list'],
	},
	ingramMicroProductCatalog: {
		getBy: ['planId', 'planName', 'product'],
		ifNotFound: ['returnRow', 'failItem'],
		ifSeveralProducts: ['failItem', 'returnRows', 'returnBuyable'],
		output: ['simplified', 'raw', 'selectedFields'],
	},
	ingramMicroOrders: {
		defineChangesBy: ['fields', 'json'],
		defineOrderBy: ['fields', 'json'],
		ifLineUnavailable: ['account', 'nothing', 'rest'],
		ifOrderExists: ['fail', 'return'],
		linesFrom: ['fields', 'items', 'list'],
		onPartialFailure: ['continue', 'fail'],
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['lines', 'order', 'orders', 'parcels', 'subOrders'],
	},
	ingramMicroRenewals: {
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['products', 'renewal'],
	},
	ingramMicroFreightEstimate: {
		linesFrom: ['fields', 'list'],
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['carriers', 'estimate', 'lines', 'shipments'],
	},
	ingramMicroDeals: {
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['deal', 'products'],
	},
	ingramMicroInvoices: {
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['differences', 'invoice', 'lines', 'serialNumbers'],
	},
	ingramMicroWebhookTest: {
		defineEventBy: ['fields', 'json'],
		eventType: [
			'im::order_backordered',
			'im::order_hold',
			'im::order_invoiced',
			'im::order_shipped',
			'im::order_voided',
			'other',
		],
		output: ['simplified', 'raw', 'selectedFields'],
		signWith: ['firstKey', 'keyNumber', 'text'],
	},
	ingramMicroApiCall: {
		method: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
		pages: ['none', 'page', 'capitalPage', 'pageNumber'],
	},
	ingramMicroReturns: {
		ifReturnExists: ['fail', 'return'],
		linesFrom: ['fields', 'items', 'list'],
		output: ['simplified', 'raw', 'selectedFields'],
		return: ['products', 'return'],
	},
	ingramMicroQuotes: {
		askFor: ['products', 'quote'],
		ifLineUnavailable: ['account', 'nothing', 'rest'],
		ifOrderExists: ['fail', 'return'],
		output: ['simplified', 'raw', 'selectedFields'],
		productsFrom: ['fields', 'list'],
		return: ['answers', 'fields', 'products', 'quote'],
		vendorFieldsFrom: ['form', 'json'],
		vendorFieldsNamedBy: ['auto', 'validateQuote', 'vendorRequiredInfo'],
	},
};

const CREDENTIAL_FIELDS: Record<string, string[]> = {
	ingramMicroXiOAuth2Api: [
		'useDynamicClientRegistration',
		'grantType',
		'serverUrl',
		'authUrl',
		'accessTokenUrl',
		'clientId',
		'clientSecret',
		'scope',
		'authQueryParameters',
		'authentication',
		'sendAdditionalBodyProperties',
		'additionalBodyProperties',
		'tokenExpiredStatusCode',
		'environment',
		'customBaseUrl',
		'customerNumber',
		'countryCode',
		'senderId',
		'customerContact',
		'webhookSecretKeys',
		'tokenUrl',
		'allowedHttpRequestDomains',
		'baseUrl',
	],
};

const CREDENTIAL_CHOICES: Record<string, string[]> = {
	environment: ['production', 'sandbox', 'custom'],
	tokenUrl: ['oauth20', 'oauth30'],
};

const valuesOf = ({ options = [] }: INodeProperties): string[] =>
	(options as INodePropertyOptions[]).map(({ value }) => String(value));

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

it('nodes and their operations, as the selector shows them', () => {
	const stored = nodes.map(({ instance: { description } }) => {
		const selector = description.properties.find(({ name }) => name === 'operation');
		return [description.name, selector === undefined ? [] : valuesOf(selector)] as const;
	});
	const expected = [
		...Object.entries(OPERATIONS).map(([node, operations]) => [node, Object.keys(operations)]),
		...Object.keys(TRIGGERS).map((node) => [node, []]),
	];
	expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(expected));
});

const descriptions = nodes.map(({ instance: { description } }) => description);

describe.each(descriptions.filter(({ name }) => name in TRIGGERS))(
	'$name',
	({ name: node, properties }) => {
		it('its parameters, and their choices', () => {
			const stored: Record<string, string[]> = {};
			// What depends on another parameter may stand there several times, with choices of its own.
			for (const { type, name, options = [] } of properties) {
				if (type === 'notice') continue;
				const own = options.map((option) =>
					'value' in option ? String(option.value) : option.name,
				);
				stored[name] = sorted([...(stored[name] ?? []), ...own]);
			}
			expect(stored).toEqual(TRIGGERS[node]);
		});
	},
);

describe.each(descriptions.filter(({ name }) => !(name in TRIGGERS)))(
	'$name',
	({ name: node, properties }) => {
		it.each(Object.entries(OPERATIONS[node]))('the parameters of %s', (operation, names) => {
			const stored = properties.filter(({ displayOptions }) =>
				displayOptions?.show?.operation?.includes(operation),
			);
			expect(sorted(stored.map(({ name }) => name))).toEqual(sorted(names));
		});

		it('names itself after its operation, in n8n’s way', () => {
			const resource = properties.find(({ name }) => name === 'resource');
			expect(resource).toMatchObject({ type: 'hidden', options: [expect.anything()] });
			const operation = properties.find(({ name }) => name === 'operation');
			expect(operation?.displayOptions?.show).toEqual({ resource: [resource?.default] });
		});

		it('the choices of its parameters', () => {
			const lists = properties.filter(
				({ type, name }) => type === 'options' && name !== 'operation',
			);
			const stored = Object.fromEntries(
				lists.map(({ name }) => [
					name,
					sorted(lists.filter((list) => list.name === name).flatMap(valuesOf)),
				]),
			);
			const expected = Object.entries(CHOICES[node]).map(([name, values]) => [
				name,
				sorted(values),
			]);
			expect(stored).toEqual(Object.fromEntries(expected));
		});
	},
);

it('credentials and their fields, in order', () => {
	const stored = credentials.map(({ instance }) => [
		instance.name,
		instance.properties.map(({ name }) => name),
	]);
	expect(Object.fromEntries(stored)).toEqual(CREDENTIAL_FIELDS);
});

it.each(Object.entries(CREDENTIAL_CHOICES))('the choices of %s', (field, values) => {
	const [{ instance }] = credentials;
	const property = instance.properties.find(({ name }) => name === field);
	const choices = (property?.options ?? []) as INodePropertyOptions[];
	expect(choices.map(({ value }) => value)).toEqual(values);
});
