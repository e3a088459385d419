import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../simulator/index.mts';
import { PLACE } from '../nodes/IngramMicroReturns/sampleReturns.mts';
import { asTool } from './aiTools.mts';
import {
	DUPLICATE,
	byNumber,
	CREATE,
	CREATE_PO,
	held,
	linesOf,
	MODIFY,
	ORDER_SEARCH,
	posOf,
	STOCKED,
	UNKNOWN,
} from './orders/support.mts';

import { bought, createReturnOf, RETURN_CREATE, RETURNS } from './returns/support.mts';
import { byIngramPartNumber, CATALOG, ORDERS, PRICES, TOKEN, useBench } from './support.mts';

const bench = useBench();

const EVER = { times: Infinity };
const CALL = (endpoint: string, status?: number) =>
	new RegExp(
		`\\(${endpoint.replace(/[/{}.]/g, '\\$&')}${status === undefined ? '' : `, status ${status}`}, correlation ID [0-9a-f]{32}\\)`,
	);

/** A call that fails, and what a model has to learn of it. */
interface Failing {
	node: string;
	parameters: INodeParameters;
	fault?: Fault;
	tells: Array<string | RegExp>;
	/** It must not be told this. */
	hides?: RegExp;
}

const PRICE: INodeParameters = {
	operation: 'getPriceAndAvailability',
	product: byIngramPartNumber('4A0036'),
};
const ORDER: INodeParameters = {
	...CREATE_PO,
	customerOrderNumber: 'PO-AI',
	options: { lookSeconds: 0, maxWaitSeconds: 0, timeoutSeconds: 1 },
};
const ON_UNKNOWN = [
	/^It is not known what became of PO PO-AI: .*\[item 0\]\. /,
	'Search for the PO at Ingram Micro (Get Many Orders) before you send it again.',
	CALL('POST /resellers/v6/orders'),
	/Do not call this tool again for it: it may have been done, .* ask the person\.$/,
];
const BAD_FIELD = {
	errors: [
		{
			type: '/errors/validation-failed',
			message: 'Validation failed',
			fields: [{ field: 'shipToInfo.state', value: 'XX', message: 'is no state' }],
		},
	],
};

const FAILURES: Record<string, Failing> = {
	'a price file that did not come along, with what to do': {
		node: 'ingramMicroPriceFile',
		parameters: { operation: 'read' },
		tells: [/^The input item has no file in its binary field "data" \[item 0\]\. It has no binary/],
	},
	'a value that is wrong, with the parameter and what would be right': {
		node: ORDERS,
		parameters: { ...ORDER, customerOrderNumber: 'P'.repeat(50) },
		tells: [/^'Customer Order Number' has 50 characters; at most \d+ are allowed \[item 0\]\. \S/],
	},
	'a refusal, with its fields and the call': {
		node: ORDERS,
		parameters: ORDER,
		fault: { kind: 'status', status: 400, body: BAD_FIELD, match: { endpoint: CREATE } },
		tells: [
			'Validation failed – shipToInfo.state: is no state (XX) [item 0]. Correct the value named',
			CALL('POST /resellers/v6/orders', 400),
		],
		hides: /again for it/,
	},
	'that the keys are wrong': {
		node: CATALOG,
		parameters: PRICE,
		fault: { kind: 'status', status: 401, text: '', match: { endpoint: TOKEN }, ...EVER },
		tells: ['issued no access token', 'Check Client ID, Client Secret and Environment'],
	},
	'when to come back': {
		node: CATALOG,
		parameters: { ...PRICE, options: { maxWaitSeconds: 0 } },
		fault: { kind: 'tooMany', match: { endpoint: PRICES }, ...EVER },
		tells: [
			/^Too many calls .* before \d{4}-\d\d-\d\dT[\d:.]+Z \[item 0\]\. Run it again after that time/,
		],
		hides: /It can be called again/,
	},
	'that Ingram Micro is out of order': {
		node: CATALOG,
		parameters: PRICE,
		fault: { kind: 'maintenance', match: { endpoint: PRICES }, ...EVER },
		tells: ['Try again later. Ingram Micro has a nightly maintenance', CALL(`POST ${PRICES}`, 500)],
		hides: /Do not/,
	},
	'that there is no such order': {
		node: ORDERS,
		parameters: { operation: 'get', order: byNumber('20-NOONE') },
		tells: [/Check (the|what)/, CALL('GET /resellers/v6.1/orders/{ordernumber}', 500)],
	},
	'that a check of the person’s refused it': {
		node: ORDERS,
		parameters: { ...ORDER, checkBeforeOrdering: { maxLineQuantity: 1, maxOrderTotal: 1 } },
		tells: ['Not sent: the lines cost 5.43 together; the limit is 1 [item 0].'],
	},
	'that it is not known whether it was done, and not to try again': {
		node: ORDERS,
		parameters: ORDER,
		fault: { kind: 'reset', match: { endpoint: CREATE } },
		tells: ON_UNKNOWN,
	},
	'the same of an answer that drips': {
		node: ORDERS,
		parameters: ORDER,
		fault: { kind: 'hang', match: { endpoint: CREATE } },
		tells: ON_UNKNOWN,
	},
	'what was done of a part, and not to try all of it again': {
		node: ORDERS,
		parameters: {
			...ORDER,
			lines: linesOf(STOCKED, UNKNOWN),
			additionalFields: { additionalAttributes: { allowPartialOrder: true } },
			onPartialFailure: 'fail',
		},
		tells: [
			/20-\w+/,
			/Do not call this tool again for the same: what is named here is done, .*person\.$/,
		],
	},
};

/** What a model is told by a tool that fails. What is thrown, agents before version 3 lose. */
async function told(
	{ node, parameters }: Omit<Failing, 'tells'>,
	onError?: INode['onError'],
): Promise<IDataObject> {
	return await asTool(
		bench.engine,
		node,
		parameters,
		bench.credential,
		async (tool) => {
			const [item, ...more] = JSON.parse(await tool.invoke({})) as IDataObject[];
			expect(more).toEqual([]);
			return item;
		},
		{ onError },
	);
}

function expectTold(message: string, { tells, hides }: Failing): void {
	for (const words of tells) expect(message).toMatch(words);
	if (hides) expect(message).not.toMatch(hides);
	// n8n adds a description that the message lacks.
	expect(message).not.toContain('Details:');
	expect(message).not.toMatch(/\.\.|undefined|\[object/);
}

describe('of a failure, a model is told', () => {
	it.each(
		Object.entries(FAILURES).flatMap(([name, failing]) =>
			([undefined, 'stopWorkflow', 'continueRegularOutput'] as const).map(
				(onError) => [name, onError, failing] as const,
			),
		),
	)('%s (On Error: %s)', async (_, onError, failing) => {
		if (failing.fault) bench.xi.faults.add(failing.fault);
		const item = await told(failing, onError);
		expectTold(item.error as string, failing);
		expect(item).toEqual({
			error: expect.any(String),
			details: expect.objectContaining({ item: 0 }),
		});
	});

	it('what is there already, and not to get past it with another number', async () => {
		const number = await held(bench, 'PO-AI');
		const { error, details } = await told({ node: ORDERS, parameters: ORDER });
		expect(error).toContain(`PO PO-AI exists already (PO PO-AI → ${number})`);
		expect(error).toMatch(/Do not choose another number by yourself: .* Ask the person/);
		expect(details).toMatchObject({ existing: [`PO PO-AI → ${number}`] });
	});

	it('of a change that nobody knows about, not to try again', async () => {
		const order = await held(bench, 'PO-AI');
		bench.xi.faults.add({ kind: 'reset', match: { endpoint: MODIFY } });
		const release = { operation: 'release', order: byNumber(order), options: { lookSeconds: 0 } };
		const { error } = await told({ node: ORDERS, parameters: release });
		expect(error).toMatch(/it is not released\. \[item 0\]\. Look at the order \(Get Order\)/);
		expect(error).toMatch(/Do not call this tool again for it/);
	});
});

describe('outside of agents', () => {
	it('the message is short, and the advice stands in the description', async () => {
		bench.xi.faults.add({ kind: 'reset', match: { endpoint: CREATE } });
		const { error } = await bench.runOrders(ORDER);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(error?.description).toContain('Search for the PO');
		expect(error?.description).not.toContain('this tool');
	});
});

describe('a tool with Retry On Fail', () => {
	const RETRY = { retryOnFail: true, waitBetweenTries: 0 } as const;
	const used = async (node: string, parameters: INodeParameters): Promise<IDataObject[]> =>
		await asTool(
			bench.engine,
			node,
			parameters,
			bench.credential,
			async (tool) => JSON.parse(await tool.invoke({})) as IDataObject[],
			RETRY,
		);

	// For a tool n8n counts each try as a run of its own, so an earlier one would not be known.
	it('orders once, though its number may be used twice', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: CREATE } });
		const blind = { kind: 'status', status: 400, match: { endpoint: ORDER_SEARCH, after: 1 } };
		bench.xi.faults.add(blind as Fault);
		const order = { ...ORDER, ...DUPLICATE };
		expect(await used(ORDERS, order)).toEqual([
			expect.objectContaining({ error: expect.stringMatching(ON_UNKNOWN[0]) }),
		]);
		expect(posOf(bench)).toEqual(['PO-AI']);
	});

	it('starts a return once', async () => {
		const one = await bought(bench, 'PO-AI');
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: RETURN_CREATE } });
		const shipFromInfo = { address: PLACE };
		await used(RETURNS, { ...createReturnOf(one), shipFromInfo, referenceNumber: 'RMA-AI' });
		expect(bench.xi.returns).toHaveLength(1);
	});
});
