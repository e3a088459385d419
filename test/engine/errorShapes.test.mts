import type { INodeParameters } from 'n8n-workflow';

import { type Fault, startSimulator } from '../../simulator/index.mts';
import { Engine, type NodeRun } from './engine.mts';
import { BREAKDOWNS, REFUSALS, type Shape, TOKEN_REFUSALS } from './errorShapes.mts';
import {
	byNumber,
	CANCEL,
	CREATE,
	CREATE_ASYNC,
	linesOf,
	MODIFY,
	ON_HOLD,
	ORDER_DETAILS,
	ORDER_SEARCH,
	STOCKED,
} from './orders/support.mts';
import { byIngramPartNumber, CATALOG, DETAILS, ORDERS, PRICES, SEARCH } from './support.mts';

/** An operation that is refused. A new node adds its own here. */
interface Victim {
	/** The operation's name. */
	victim: string;
	node: string;
	endpoint: string;
	parameters: INodeParameters;
	/** It is about an order that there is, on customer hold. */
	onHold?: true;
}

const order = byNumber('20-RC1RD');
const newOrder = { customerOrderNumber: 'PO-1', lines: linesOf(STOCKED) };

/** Everything that can be refused is tried with these: one that reads, and one that buys. */
const READ: Victim = {
	victim: 'Get Order',
	node: ORDERS,
	endpoint: ORDER_DETAILS,
	parameters: { operation: 'get', order },
};
const WRITE: Victim = {
	victim: 'Create Order',
	node: ORDERS,
	endpoint: CREATE,
	parameters: { operation: 'create', ...newOrder },
};

/** These with what is most common, since they may have advice of their own. */
const VICTIMS: readonly Victim[] = [
	{
		victim: 'Get Price and Availability',
		node: CATALOG,
		endpoint: PRICES,
		parameters: { operation: 'getPriceAndAvailability', product: byIngramPartNumber('4A0036') },
	},
	{
		victim: 'Get Many Products',
		node: CATALOG,
		endpoint: SEARCH,
		parameters: { operation: 'getMany', filters: { keyword: ['laptop'] } },
	},
	{
		victim: 'Get Product',
		node: CATALOG,
		endpoint: DETAILS,
		parameters: { operation: 'get', product: byIngramPartNumber('4A0036') },
	},
	{
		victim: 'Get Many Orders',
		node: ORDERS,
		endpoint: ORDER_SEARCH,
		parameters: { operation: 'getMany' },
	},
	{
		victim: 'Create Order Asynchronously',
		node: ORDERS,
		endpoint: CREATE_ASYNC,
		parameters: { operation: 'createAsync', ...newOrder },
	},
	{
		victim: 'Modify Order',
		node: ORDERS,
		endpoint: MODIFY,
		onHold: true,
		parameters: { operation: 'modify', order, notes: 'Ring' },
	},
	{
		victim: 'Release Order',
		node: ORDERS,
		endpoint: MODIFY,
		onHold: true,
		parameters: { operation: 'release', order },
	},
	{
		victim: 'Cancel Order',
		node: ORDERS,
		endpoint: CANCEL,
		onHold: true,
		parameters: { operation: 'cancel', order },
	},
];

const COMMON = [
	'400: an error with its fields',
	'404: an error',
	'405: no body',
	'500: XI’s own, as in its nightly maintenance',
].map((name) => [...REFUSALS, ...BREAKDOWNS].find((shape) => shape.name === name) as Shape);

/** Without what is different each time. */
const steady = (text: string): string =>
	text
		.replaceAll(/\b[0-9a-f]{32}\b/g, '<correlation ID>')
		.replaceAll(/127\.0\.0\.1:\d+/g, '<address>')
		.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');

/**
 * What a person sees of a refusal: the error that stops the node, and the item that stands for it
 * under Continue On Fail.
 */
async function shownOf(
	{ node, parameters, endpoint, onHold }: Victim,
	fault: Fault,
): Promise<string> {
	const xi = await startSimulator({ callsPerWindow: 0, products: 0 });
	try {
		const credential = await engine.addCredential(xi.url);
		const quick = {
			...parameters,
			options: {
				maxWaitSeconds: 0,
				...(fault.kind === 'hang' && { timeoutSeconds: 1 }),
				// Only writes have it; the others do not read it.
				lookSeconds: 0,
			},
		};
		if (onHold) {
			const held = { ...WRITE.parameters, ...ON_HOLD };
			await engine.runNode(ORDERS, held, [{}], { credential });
			expect(xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber)).toEqual([order.value]);
		}
		xi.faults.add({ match: { endpoint }, ...fault });
		const [stopped, goneOn] = await Promise.all([
			engine.runNode(node, quick, [{}], { credential }),
			engine.runNode(node, quick, [{}], { credential, onError: 'continueRegularOutput' }),
		]);
		const items = goneOn.items.map(({ json }) => JSON.stringify(json, null, 2));
		return steady([...linesOfError(stopped.error), ...items].join('\n'));
	} finally {
		await xi.close();
	}
}

function linesOfError(error: NodeRun['error']): string[] {
	if (error === undefined) return ['No error'];
	const { name, message, description, context } = error;
	const httpCode = 'httpCode' in error ? error.httpCode : null;
	return [
		message,
		description ?? 'No description',
		`${name}, httpCode ${httpCode}, itemIndex ${JSON.stringify(context.itemIndex)}`,
	];
}

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

type Case = Victim & Shape & { title: string };

const cases = (victims: readonly Victim[], shapes: readonly Shape[]): Case[] =>
	victims.flatMap((victim) =>
		shapes.map((shape) => ({ ...victim, ...shape, title: `${victim.victim}, ${shape.name}` })),
	);

/** Tries all cases at once: most of the time is spent waiting to try again. */
function show(all: readonly Case[]): void {
	const shown = new Map<string, Promise<string>>();
	beforeAll(async () => {
		for (const one of all) shown.set(one.title, shownOf(one, one.fault));
		await Promise.all(shown.values());
	});
	it.each(all)('$title', async ({ title }) => {
		expect(await shown.get(title)).toMatchSnapshot();
	});
}

describe('a refusal', () => show(cases([READ, WRITE], REFUSALS)));
describe('a breakdown', () => show(cases([READ, WRITE], BREAKDOWNS)));
describe('a refused token', () => show(cases([READ], TOKEN_REFUSALS)));
describe('what is most common', () => show(cases(VICTIMS, COMMON)));
