import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../simulator/index.mts';
import {
	byNumber,
	CREATE as CREATE_PATH,
	CREATE_PO,
	CREATE_PO_ASYNC,
	linesOf,
	ON_HOLD,
	STOCKED,
	UNKNOWN,
} from '../orders/support.mts';
import { ORDERS } from '../support.mts';
import type { Stage, WholeCall } from '../whole/wholeCall.mts';
import { type CountedRun, inputOf, QUICK, runsOf, times } from './countedRun.mts';

const run = runsOf(ORDERS);
const CREATE = 'POST /resellers/v6/orders';
const CREATE_ASYNC = 'POST /resellers/v7/orders';
const SEARCH = 'GET /resellers/v6/orders/search';
const DETAILS = 'GET /resellers/v6.1/orders/{ordernumber}';
const DETAILS_V6 = 'GET /resellers/v6/orders/{ordernumber}';
const CHANGE = 'PUT /resellers/v6/orders/{orderNumber}';
const CANCEL = 'DELETE /resellers/v6/orders/{OrderNumber}';
const PRICES = 'POST /resellers/v6/catalog/priceandavailability';

const po = inputOf(1, 'po');
/** The order of `held`, by its PO. */
const byPo = { __rl: true, mode: 'customerOrderNumber', value: 'PO-0' };
const create: INodeParameters = { ...CREATE_PO, options: QUICK };
const createAsync: INodeParameters = { ...CREATE_PO_ASYNC, options: QUICK };
const LOOK = [SEARCH, DETAILS];
const result: INodeParameters = {
	operation: 'getResult',
	customerOrderNumber: '={{ $json.po }}',
};
const orderJson = JSON.stringify({
	customerOrderNumber: 'PO-0',
	lines: [{ customerLineNumber: '1', ingramPartNumber: STOCKED, quantity: '1' }],
});

const books =
	(count: number): WholeCall['prepare'] =>
	({ xi }) =>
		void xi.addOrders(count);

/** One fault of the next call to an endpoint. */
const fault =
	(endpoint: string, kind: Exclude<Fault['kind'], undefined>): WholeCall['prepare'] =>
	({ xi }) =>
		void xi.faults.add({ kind, match: { endpoint } } as Fault);

/** The order of the first PO is there already. */
async function there({ run: runNode }: Stage): Promise<IDataObject> {
	await runNode(ORDERS, { ...CREATE_PO, customerOrderNumber: po[0].po as string });
	return {};
}

/** An order on customer hold; the answer to the call that changes it is lost where that is said. */
const held =
	(lost?: string): WholeCall['prepare'] =>
	async ({ xi, run: runNode }) => {
		const given = { customerOrderNumber: 'PO-0', ...ON_HOLD };
		const [{ json }] = await runNode(ORDERS, { ...CREATE_PO, ...given });
		if (lost) xi.faults.add({ kind: 'commitThenReset', match: { endpoint: lost.split(' ')[1] } });
		return { order: json.ingramOrderNumber as string };
	};

const order = byNumber('={{ $json.order }}');
const change = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	operation,
	order,
	options: QUICK,
	...more,
});
/** A line that is added. */
const ADDED: INodeParameters = {
	lines: {
		line: [
			{
				addUpdateDeleteLine: 'ADD',
				ingramPartNumber: STOCKED,
				quantity: 1,
			},
		],
	},
};
const modify = change('modify', { notes: 'Ring' });

export const orders: readonly CountedRun[] = [
	run('a first page', { operation: 'getMany', limit: 10 }, [SEARCH], { prepare: books(12) }),
	run('their sub-orders', { operation: 'getMany', return: 'subOrders' }, [SEARCH], {
		prepare: books(3),
	}),
	run('all of 250', { operation: 'getMany', returnAll: true }, times(3, SEARCH), {
		prepare: books(250),
	}),

	run('an order', change('get'), [DETAILS], { prepare: held() }),
	...['lines', 'parcels'].map((what) =>
		run(`its ${what}`, change('get', { return: what }), [DETAILS], { prepare: held() }),
	),
	run('an order by its PO', { operation: 'get', order: byPo }, [SEARCH, DETAILS, DETAILS], {
		prepare: held(),
	}),
	run('a cancellation by PO', { operation: 'cancel', order: byPo }, [SEARCH, DETAILS, CANCEL], {
		prepare: held(),
	}),
	run('by the older call', change('get', { options: { version: 'v6' } }), [DETAILS_V6], {
		prepare: held(),
	}),

	run('an order', create, [CREATE], { input: po }),
	run('three orders', create, times(3, CREATE), { input: inputOf(3, 'po') }),
	run('an order of three items', { ...create, linesFrom: 'items' }, [CREATE], {
		input: [...po, ...po, ...po],
	}),
	run('JSON', { operation: 'create', defineOrderBy: 'json', orderJson }, [CREATE]),
	run('a preview', { ...create, previewOnly: true }, [], { input: po }),
	run(
		'an order that is checked before',
		{ ...create, checkBeforeOrdering: { refuseIfShort: true } },
		[PRICES, CREATE],
		{ input: po },
	),
	run(
		'an order that a check refuses',
		{
			...create,
			lines: { line: [{ ingramPartNumber: STOCKED, quantity: 2 }] },
			checkBeforeOrdering: { refuseIfShort: true, maxLineQuantity: 1 },
		},
		[PRICES],
		{ input: po, refused: 'The line has more pieces' },
	),
	run('a PO that is there', create, [CREATE, SEARCH, DETAILS], {
		input: po,
		prepare: there,
		refused: 'The PO is there',
	}),
	run('a PO that may be there', { ...create, ifOrderExists: 'return' }, [CREATE, SEARCH, DETAILS], {
		input: po,
		prepare: there,
	}),
	run('an order that is refused', { ...create, lines: linesOf(UNKNOWN) }, [CREATE, SEARCH], {
		input: po,
		refused: 'Ingram Micro has no such product',
	}),
	run('an order for which Ingram Micro is too busy', create, [CREATE, CREATE], {
		input: po,
		prepare: fault(CREATE_PATH, 'tooMany'),
	}),
	run('an order of which the answer is lost', create, [CREATE, SEARCH, DETAILS], {
		input: po,
		prepare: fault(CREATE_PATH, 'commitThenReset'),
	}),
	run('an order that is lost', create, [CREATE, SEARCH], {
		input: po,
		prepare: fault(CREATE_PATH, 'reset'),
		refused: 'It is not known whether it arrived',
	}),

	run('an order', createAsync, [SEARCH, CREATE_ASYNC], { input: po }),
	run(
		'three orders',
		createAsync,
		[1, 2, 3].flatMap(() => [SEARCH, CREATE_ASYNC]),
		{
			input: inputOf(3, 'po'),
		},
	),
	run('a preview', { ...createAsync, previewOnly: true }, [], { input: po }),
	run('a PO that is there', createAsync, [SEARCH, DETAILS], {
		input: po,
		prepare: there,
		refused: 'The PO is there',
	}),

	run('one that is waited for', { ...createAsync, waitForIt: 1 }, [SEARCH, CREATE_ASYNC, ...LOOK], {
		input: po,
		simulator: { asyncOrderDelaySeconds: 0 },
	}),

	run('an order that is there', result, LOOK, { input: po, prepare: there }),
	run('its lines', { ...result, return: 'lines' }, LOOK, { input: po, prepare: there }),
	run('an order that is not there', result, [SEARCH], { input: po }),

	run('an order', modify, [CHANGE], { prepare: held() }),
	run(
		'lines with a limit of the run',
		{ ...change('modify', ADDED), checkBeforeOrdering: { maxRunTotal: 999999 } },
		[PRICES, CHANGE],
		{ prepare: held() },
	),
	run('a preview', { ...modify, previewOnly: true }, [], { prepare: held() }),
	run('an order, the answer is lost', modify, [CHANGE, DETAILS], {
		prepare: held(CHANGE),
		refused: 'It cannot be seen whether the note arrived',
	}),
	run('an order', change('release'), [CHANGE], { prepare: held() }),
	run('an order, the answer is lost', change('release'), [CHANGE, DETAILS], {
		prepare: held(CHANGE),
	}),
	run('an order', change('cancel'), [CANCEL], { prepare: held() }),
	run('an order, the answer is lost', change('cancel'), [CANCEL, DETAILS], {
		prepare: held(CANCEL),
	}),
];
