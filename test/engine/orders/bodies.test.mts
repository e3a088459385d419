import { CHANGES, ORDERS, sorted } from '../../nodes/IngramMicroOrders/sampleOrders.mts';
import {
	folded,
	ATTRIBUTES_OF_BOTH,
	ATTRIBUTES_V6,
	BODY_CHANGE,
	BODY_V6,
	BODY_V7,
	GIVEN_CHANGE,
	GIVEN_V6,
	GIVEN_V7,
	pathsOf,
} from '../../nodes/IngramMicroOrders/wholeOrders.mts';
import { CALLS } from '../../conformance/names.mts';
import { loadExamples } from '../../conformance/examples.mts';
import { CREATE, CREATE_ASYNC, held, jsonOf, MODIFY, STOCKED } from './support.mts';
import { ACCOUNT, ORDERS as NODE, useBench } from '../support.mts';
import { typeOf } from '../engine.mts';

const bench = useBench({ products: 0 });

/** What our table of names has for the body of a call. */
const namesOf = (number: number) =>
	CALLS.find((call) => call.number === number)?.names?.body.toSorted();

/** What the editor offers in a collection of the node, for one operation. */
function fieldsOffered(operation: string, name: string): string[] {
	const { properties } = bench.engine.nodeType(typeOf(NODE)).description;
	const found = properties.find(
		(property) =>
			property.name === (operation === 'modify' ? name : 'additionalFields') &&
			property.displayOptions?.show?.operation?.some((shown) => shown === operation),
	);
	// An order has it among its additional fields.
	const within = (found?.options ?? []).find((option) => option.name === name);
	const options = within && 'options' in within ? (within.options ?? []) : (found?.options ?? []);
	return options.map((option) => option.name).toSorted();
}

/** The body of the one request to an endpoint, which is there as text on the wire. */
function sentTo(endpoint: string): unknown {
	const requests = bench.xi.requestsTo(endpoint);
	expect(requests).toHaveLength(1);
	return JSON.parse(requests[0].rawBody);
}

describe('every field of a body, set in the node, is on the wire by its name and type', () => {
	it('of Create Order', async () => {
		const { error } = await bench.runOrders({ operation: 'create', ...GIVEN_V6 }, [{}]);
		expect(error).toBeUndefined();
		expect(sentTo(CREATE)).toStrictEqual(BODY_V6);
		expect(pathsOf(sentTo(CREATE)).toSorted()).toEqual(namesOf(6));
	});

	it('of Create Order Asynchronously', async () => {
		const { error } = await bench.runOrders({ operation: 'createAsync', ...GIVEN_V7 }, [{}]);
		expect(error).toBeUndefined();
		expect(sentTo(CREATE_ASYNC)).toStrictEqual(BODY_V7);
		expect(pathsOf(sentTo(CREATE_ASYNC)).toSorted()).toEqual(namesOf(7));
	});

	it('of Modify Order', async () => {
		const number = await held(bench, 'PO-1', [STOCKED, STOCKED, STOCKED]);
		expect(GIVEN_CHANGE.order.value).toBe(number);
		const { error } = await bench.runOrders({ operation: 'modify', ...GIVEN_CHANGE }, [{}]);
		expect(error).toBeUndefined();
		expect(sentTo(MODIFY)).toStrictEqual(BODY_CHANGE);
		expect(pathsOf(sentTo(MODIFY)).toSorted()).toEqual(namesOf(8));
	});

	it.each([
		['create', 'orderJson', { defineOrderBy: 'json' }, BODY_V6, CREATE],
		['createAsync', 'orderJson', { defineOrderBy: 'json' }, BODY_V7, CREATE_ASYNC],
		[
			'modify',
			'changesJson',
			{ defineChangesBy: 'json', order: GIVEN_CHANGE.order },
			BODY_CHANGE,
			MODIFY,
		],
	])('of %s, as JSON from the input', async (operation, name, given, body, endpoint) => {
		await held(bench, 'PO-1', [STOCKED, STOCKED, STOCKED]);
		bench.xi.clearRequests();
		const parameters = { operation, ...given, [name]: '={{ $json.body }}' };
		const { error } = await bench.runOrders(parameters, [{ body }]);
		expect(error).toBeUndefined();
		expect(sentTo(endpoint)).toStrictEqual(body);
	});
});

describe('every attribute that the editor offers is on the wire, as text', () => {
	/** Some stand in several rows, with several values. */
	const once = (rows: typeof ATTRIBUTES_V6) => [
		...new Map(rows.map((row) => [row[0], row])).values(),
	];
	/** Nothing else that becomes an attribute. */
	const ALONE = { ifLineUnavailable: 'account', onCustomerHold: false };
	const other = { attribute: [{ attributeName: 'anything', attributeValue: 'else' }] };
	const change: typeof ATTRIBUTES_V6 = [
		['enableCommentsAsLines', true, 'true'],
		['entryMethod', 'XI', 'XI'],
		['regionCode', 'CS', 'CS'],
	];

	it.each([
		['create', once([...ATTRIBUTES_OF_BOTH, ...ATTRIBUTES_V6]), GIVEN_V6, CREATE],
		['createAsync', once(ATTRIBUTES_OF_BOTH), GIVEN_V7, CREATE_ASYNC],
		['modify', change, GIVEN_CHANGE, MODIFY],
	])('of %s', async (operation, rows, given, endpoint) => {
		expect([...rows.map(([name]) => name), 'other'].toSorted()).toEqual(
			fieldsOffered(operation, 'additionalAttributes'),
		);
		const values = Object.fromEntries(rows.map(([name, value]) => [name, value]));
		const own = { additionalAttributes: { ...values, other } };
		const placed = operation === 'modify' ? own : { ...ALONE, additionalFields: own };
		await bench.runOrders({ operation, ...given, ...placed }, [{}]);
		const body = sentTo(endpoint) as { additionalAttributes: object[] };
		expect(new Set(body.additionalAttributes)).toEqual(
			new Set([
				...rows.map(([attributeName, , attributeValue]) => ({ attributeName, attributeValue })),
				...other.attribute,
			]),
		);
	});
});

/** The examples of Ingram Micro's document, which the environment may name. */
const examples = loadExamples();

describe.each([
	['a new order', 'create', 'POST', CREATE, ORDERS],
	['a change', 'modify', 'PUT', MODIFY, CHANGES],
] as const)(
	'Preview Only of each official example of %s',
	(_, operation, method, path, samples) => {
		it.each(samples)('%s equals the example, and sends nothing', async (name, given, body) => {
			const order = { __rl: true, mode: 'ingramOrderNumber', value: '20-RFJWZ' };
			const { items, error } = await bench.runOrders(
				{
					operation,
					...(operation === 'modify' && { order }),
					...(operation === 'modify' ? given : folded(given)),
					previewOnly: true,
				},
				[{}],
			);
			expect(error).toBeUndefined();
			const [preview] = jsonOf(items);
			expect(preview).toEqual({
				preview: true,
				account: ACCOUNT,
				method,
				url: bench.xi.url + path.replace('{orderNumber}', '20-RFJWZ'),
				headers: {
					'IM-CustomerNumber': '20-222222',
					'IM-CountryCode': 'US',
					'IM-SenderID': 'engine-tests',
					'IM-ApplicationID': 'engine-tests',
				},
				query: {},
				body: expect.anything(),
			});
			expect(sorted(preview.body)).toEqual(sorted(body));
			expect(bench.xi.requests).toEqual([]);
			expect(items).toHaveLength(1);

			// The sample that the test has is the document's own, but for its slips.
			const example = examples?.get(`${method} ${path}`)?.get(name);
			if (examples) expect(sorted(corrected(example))).toEqual(sorted(body));
		});

		it('leaves no example out', () => {
			const names = [...(examples?.get(`${method} ${path}`)?.keys() ?? [])];
			if (examples) expect(samples.map(([name]) => name).toSorted()).toEqual(names.toSorted());
		});

		/**
		 * An example without the document's slips: values of other types, empty values, two lines
		 * with one number, and lines of a new order without one, which XI numbers by itself.
		 */
		function corrected(example: unknown): unknown {
			const body = filled(example) as { lines?: Array<{ customerLineNumber?: string }> };
			const numbers = body.lines?.map((line) => line.customerLineNumber) ?? [];
			const lines = body.lines?.map((line, position) => {
				const isSecond = numbers.indexOf(line.customerLineNumber) < position;
				const isNumbered = line.customerLineNumber !== undefined && !isSecond;
				if (isNumbered || operation === 'modify') return line;
				return { ...line, customerLineNumber: String(position + 1) };
			});
			return { ...body, ...(lines && { lines }) };
		}
	},
);

const BOOLEANS = ['acceptBackOrder', 'signatureRequired'];

/** Without empty values, and with the documented types: one quantity is "1,", one line number 9. */
function filled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(filled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, entry]) => entry !== '')
			.map(([name, entry]) => [name, typed(name, entry)]),
	);
}

function typed(name: string, value: unknown): unknown {
	if (BOOLEANS.includes(name)) return String(value) === 'true';
	if (name === 'quantity') return parseInt(String(value), 10);
	return name === 'ingramLineNumber' ? String(value) : filled(value);
}
