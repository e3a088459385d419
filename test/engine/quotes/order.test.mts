import { setTimeout } from 'node:timers/promises';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../simulator/index.mts';
import { jsonOf } from '../orders/support.mts';
import {
	CISCO,
	CISCO_FIELDS,
	CLOUD,
	CLOUD_FIELDS,
	countOf,
	formOf,
	ORDER,
	ORDER_LEGACY,
	ORDER_SEARCH,
	orderOf,
	PLAIN,
	quoteOf,
	QUOTES,
	REQUIRED_INFO,
	runQuotes,
	VALIDATE,
} from './orderSupport.mts';
import { ACCOUNT, useBench } from '../support.mts';
import { ORDER_QUOTES } from '../whole/quoteOrders.mts';

const bench = useBench({ products: 0 });

/** No call here is prepared by another. */
const neverRun = () => Promise.reject(new Error('Not needed'));

/** The vendor fields in a list of the input item. */
const AS_JSON = { vendorFieldsFrom: 'json', vendorFieldsList: '={{ $json.fields }}' } as const;

/** The form that the editor shows. */
const fieldsOf = async (parameters: INodeParameters) =>
	await bench.engine.mapperFields(bench.credential, QUOTES, 'vendorFields', parameters);

const sent = () => bench.xi.requestsTo(ORDER).map(({ body }) => body);

/** A quote with a download, which stands for a subscription; the newer list alone knows its fields. */
const cloudQuote = () =>
	bench.xi.addQuotes(1, { lines: [{ ingramPartNumber: '9YG948', quantity: 1 }] })[0];
const numbersOf = (quoteNumber: string) =>
	bench.xi.quotes.find((quote) => quote.quoteNumber === quoteNumber)!.ingramOrderNumbers;

it('names every missing mandatory field at once and sends nothing; filled in, it orders once', async () => {
	const {
		'header.VEND_AUTH_NBR_FLG': authorization,
		'line.11.resellerCtacEmail': email,
		...others
	} = CISCO_FIELDS;
	const refused = await runQuotes(bench, orderOf(CISCO, others));
	expect(refused.error?.message).toBe(
		'Not sent: 2 mandatory vendor fields have no value: Authorization Number [header.VEND_AUTH_NBR_FLG], for which Ingram Micro shows "ABC1234"; Reseller Contact Email (Line 11, YN6551) [line.11.resellerCtacEmail] [item 0]',
	);
	expect(countOf(bench, ORDER)).toBe(0);

	const { items, error } = await runQuotes(
		bench,
		orderOf(CISCO, {
			...others,
			'header.VEND_AUTH_NBR_FLG': authorization,
			'line.11.resellerCtacEmail': email,
		}),
	);
	expect(error).toBeUndefined();
	expect(jsonOf(items)).toEqual([
		{
			outcome: 'created',
			account: ACCOUNT,
			customerOrderNumber: 'PO-Q1',
			confirmationNumber: expect.stringMatching(/^US-I-T-/),
			quoteNumber: CISCO,
			message: expect.any(String),
			ignoredVendorFields: [],
		},
	]);
	expect(countOf(bench, ORDER)).toBe(1);
	expect(sent()[0]).toEqual({
		quoteNumber: CISCO,
		customerOrderNumber: 'PO-Q1',
		vmfAdditionalAttributes: [
			{ attributeName: 'VEND_AUTH_NBR_FLG', attributeValue: 'ABC1234' },
			{ attributeName: 'ResellerCompanyName', attributeValue: 'Example Ltd' },
		],
		lines: [
			{
				customerLineNumber: '11',
				ingramPartNumber: 'YN6551',
				quantity: 1,
				vmfAdditionalAttributesLines: [
					{ attributeName: 'resellerCtacEmail', attributeValue: 'sales@example.com' },
				],
			},
			{
				customerLineNumber: '12',
				ingramPartNumber: 'YN6231',
				quantity: 2,
				vmfAdditionalAttributesLines: [
					{ attributeName: 'rslrg360CtacName', attributeValue: 'Nathan Smith' },
				],
			},
		],
	});
	bench.xi.advanceTime(3600);
	expect(numbersOf(CISCO)).toHaveLength(1);
});

it('refuses a value that is none of the choices, and asks only what a choice opens', async () => {
	const cloud = cloudQuote();
	const refused = await runQuotes(
		bench,
		orderOf(cloud, { [`${CLOUD}.tier1_mpn`]: '5068860', [`${CLOUD}.tenant_preference`]: 'both' }),
	);
	expect(refused.error?.message).toContain('is "both"; it must be one of: new, existing');
	expect(countOf(bench, ORDER)).toBe(0);

	const { error } = await runQuotes(
		bench,
		orderOf(cloud, { ...CLOUD_FIELDS, [`${CLOUD}.tenant_preference`]: 'Existing' }),
	);
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		{
			quoteNumber: cloud,
			customerOrderNumber: 'PO-Q1',
			vriAdditionalAttributes: [
				{
					vendorName: 'Microsoft',
					productId: 'PRD-814-505-018',
					additionalAttributes: [
						{ attributeName: 'tier1_mpn', attributeValue: '5068860' },
						{
							attributeName: 'tenant_preference',
							attributeValue: 'existing',
							choices: [
								{
									attributeValue: 'existing',
									choices: [
										{
											attributename: 'microsoft_domain',
											attributeValue: 'example.onmicrosoft.com',
										},
									],
								},
							],
						},
					],
				},
			],
		},
	]);
	bench.xi.advanceTime(3600);
	expect(numbersOf(cloud)).toHaveLength(1);
});

it('takes the newer list where it is chosen, and what only Validate Quote names beside it', async () => {
	const { error } = await runQuotes(
		bench,
		orderOf(
			CISCO,
			{
				'vmf.Cisco.VEND_AUTH_NBR_FLG': 'ABC1234',
				'vmf.Cisco.ResellerCompanyName': 'Example Ltd',
				'line.11.resellerCtacEmail': 'sales@example.com',
				'line.12.rslrg360CtacName': 'Nathan Smith',
			},
			{ vendorFieldsNamedBy: 'vendorRequiredInfo' },
		),
	);
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		expect.objectContaining({
			vmfVendorAdditionalAttributes: [
				{
					vendorName: 'Cisco',
					additionalAttributes: [
						{ attributeName: 'VEND_AUTH_NBR_FLG', attributeValue: 'ABC1234' },
						{ attributeName: 'ResellerCompanyName', attributeValue: 'Example Ltd' },
					],
				},
			],
			lines: expect.any(Array),
		}),
	]);
	expect(sent()[0]).not.toHaveProperty('vmfAdditionalAttributes');
	bench.xi.advanceTime(3600);
	expect(numbersOf(CISCO)).toHaveLength(1);
});

it('orders by the older call, in its own words', async () => {
	const { items, error } = await runQuotes(
		bench,
		orderOf(CISCO, CISCO_FIELDS, {
			options: { version: 'v6' },
			customerOrderNumber: 'PO-OF-MORE-THAN-18-LETTERS',
			additionalFields: { endCustomerOrderNumber: 'EU-1' },
		}),
	);
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ confirmationNumber: expect.any(String) });
	expect(bench.xi.requestsTo(ORDER_LEGACY).map(({ body }) => body)).toEqual([
		expect.objectContaining({
			enduserOrderNumber: 'EU-1',
			vmfadditionalAttributes: [
				{
					attributeName: 'VEND_AUTH_NBR_FLG',
					attributeValue: 'ABC1234',
					attributeDescription: 'Authorization Number',
				},
				expect.anything(),
			],
			lines: [
				expect.objectContaining({ quantity: '1' }),
				expect.objectContaining({ quantity: '2' }),
			],
		}),
	]);
	expect(countOf(bench, ORDER)).toBe(0);
	bench.xi.advanceTime(3600);
	expect(numbersOf(CISCO)).toHaveLength(1);
});

it('sends nothing that nobody asks for any more, and says so', async () => {
	const { items, error } = await runQuotes(bench, orderOf(PLAIN, { 'header.OLD_FIELD': 'x' }));
	expect(error).toBeUndefined();
	expect(items[0].json.ignoredVendorFields).toEqual(['header.OLD_FIELD']);
	expect(sent()).toEqual([{ quoteNumber: PLAIN, customerOrderNumber: 'PO-Q1' }]);
});

it('takes the fields as JSON for quotes that differ from item to item', async () => {
	const { items, error } = await runQuotes(
		bench,
		orderOf(
			'={{ $json.quote }}',
			{},
			{
				customerOrderNumber: '={{ $json.po }}',
				vendorFieldsFrom: 'json',
				vendorFieldsList: '={{ $json.fields }}',
			},
		),
		[
			{
				po: 'PO-A',
				quote: CISCO,
				fields: [
					{ fieldId: 'header.VEND_AUTH_NBR_FLG', attributeValue: 'ABC1234' },
					{ attributeName: 'resellercompanyname', value: 'Example Ltd' },
					{ attributeName: 'resellerCtacEmail', lineNumber: 11, attributeValue: 'a@example.com' },
					{ attributeName: 'rslrg360CtacName', attributeValue: 'Nathan Smith' },
				],
			},
			{ po: 'PO-B', quote: PLAIN, fields: null },
		],
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.quoteNumber)).toEqual([CISCO, PLAIN]);
	expect(countOf(bench, ORDER)).toBe(2);
});

it('shows the whole request and sends nothing where that is wanted', async () => {
	const { items } = await runQuotes(bench, orderOf(CISCO, CISCO_FIELDS, { previewOnly: true }));
	expect(items[0].json).toMatchObject({
		preview: true,
		method: 'POST',
		body: { quoteNumber: CISCO, vmfAdditionalAttributes: expect.any(Array) },
	});
	expect(countOf(bench, ORDER)).toBe(0);
});

describe('a quote of which two lines with one number have vendor fields', () => {
	const lineOf = (ingramPartNumber: string, attributeName: string) => ({
		customerLineNumber: '1',
		ingramPartNumber,
		quantity: '1',
		vmfAdditionalAttributesLines: [{ attributeName, attributeValue: 'String' }],
	});
	const answered = (...lines: object[]) =>
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: { quoteNumber: PLAIN, lines },
			match: { endpoint: VALIDATE },
		});
	const TWINS = `Quote ${PLAIN} has two lines with the same number, and its vendor demands fields of them: Line 1, A; Line 1, B (`;

	it.each(['email', 'name'])(
		'is not ordered, whether the fields have the same name or not: email and %s',
		async (other) => {
			answered(lineOf('A', 'email'), lineOf('B', other));
			const fields = { 'line.1.email': 'a@example.com', 'line.1.name': 'Ann' };
			const { error } = await runQuotes(bench, orderOf(PLAIN, fields));
			expect(error?.message).toContain(`Not sent: ${TWINS}`);
			expect(countOf(bench, ORDER)).toBe(0);
		},
	);

	it.each([
		['7, which has another list', {}, 'Get Vendor Required Information'],
		['6, which has none', { options: { version: 'v6' } }, 'order it on Ingram Micro’s website'],
	])('is told what can be done about it in version %s', async (_, more, remedy) => {
		answered(lineOf('A', 'email'), lineOf('B', 'email'));
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}, more));
		expect(error?.message).toContain(TWINS + remedy);
	});

	it('is ordered without them where none is mandatory', async () => {
		const optional = (part: string) => ({
			...lineOf(part, 'email'),
			vmfAdditionalAttributesLines: [{ attributeName: 'email', attributeRequired: 'false' }],
		});
		answered(optional('A'), optional('B'));
		expect(await fieldsOf({ quote: quoteOf(PLAIN) })).toMatchObject({ fields: [] });
		answered(optional('A'), optional('B'));
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}));
		expect(error).toBeUndefined();
		expect(countOf(bench, ORDER)).toBe(1);
	});

	it('is ordered where the newer list asks by product', async () => {
		answered(lineOf('A', 'email'), lineOf('B', 'email'));
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: ['A', 'B'].map((productId) => ({
				quoteNumber: PLAIN,
				vmfAdditionalAttributes: [
					{ vendorName: 'V', productId, additionalAttributes: [{ attributeName: 'email' }] },
				],
			})),
			match: { endpoint: REQUIRED_INFO },
		});
		const { error } = await runQuotes(
			bench,
			orderOf(
				PLAIN,
				{ 'vmf.A.email': 'a@example.com', 'vmf.B.email': 'b@example.com' },
				{ vendorFieldsNamedBy: 'vendorRequiredInfo' },
			),
		);
		expect(error).toBeUndefined();
		expect(sent()[0]).toMatchObject({
			vmfVendorAdditionalAttributes: ['a', 'b'].map((name) => ({
				productId: name.toUpperCase(),
				additionalAttributes: [{ attributeValue: `${name}@example.com` }],
			})),
		});
	});

	it('shows both of them, and no form', async () => {
		answered(lineOf('A', 'email'), lineOf('B', 'email'));
		const { items } = await runQuotes(bench, {
			operation: 'validate',
			quote: quoteOf(PLAIN),
			return: 'fields',
		});
		expect(items.map(({ json }) => json.ingramPartNumber)).toEqual(['A', 'B']);
		answered(lineOf('A', 'email'), lineOf('B', 'email'));
		const form = await fieldsOf({ quote: quoteOf(PLAIN) });
		expect(form).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining(TWINS) });
	});
});

it('refuses a quote that Ingram Micro refuses, in its words, before anything is sent', async () => {
	const { error } = await runQuotes(bench, orderOf('QUO-0-X', {}));
	expect(error?.message).toContain('Quote not found');
	expect(countOf(bench, ORDER)).toBe(0);
});

describe('is never sent twice', () => {
	const quick = { options: { lookSeconds: 0, timeoutSeconds: 1 } };

	it.each([
		{ kind: 'commitThenReset' },
		{ kind: 'commitThenHang' },
		{ kind: 'commitThenStatus', status: 500 },
	] satisfies Fault[])('after an answer that was lost: %j', async (fault) => {
		bench.xi.faults.add({ ...fault, match: { endpoint: ORDER } });
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}, quick), [{}], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(error?.message).toContain(`It is not known what became of PO PO-Q1 for quote ${PLAIN}`);
		expect(countOf(bench, ORDER)).toBe(1);
		bench.xi.advanceTime(3600);
		expect(numbersOf(PLAIN)).toHaveLength(1);
	});

	it('and is found where the order is there in time', async () => {
		bench.xi.faults.add({ kind: 'commitThenReset', match: { endpoint: ORDER } });
		const run = runQuotes(bench, orderOf(PLAIN, {}, { options: { lookSeconds: 4 } }));
		while (countOf(bench, ORDER) === 0) await setTimeout(20);
		bench.xi.advanceTime(3600);
		const { items, error } = await run;
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			outcome: 'already there',
			ingramOrderNumber: numbersOf(PLAIN)[0],
		});
		expect(countOf(bench, ORDER)).toBe(1);
	});

	it('with a PO that is there already: fails, or returns the order, as is wanted', async () => {
		await runQuotes(bench, orderOf(PLAIN, {}));
		bench.xi.advanceTime(3600);
		const [ingramOrderNumber] = numbersOf(PLAIN);
		const again = orderOf('QUO-10637-W4M3G1', {});
		const failed = await runQuotes(bench, again);
		expect(failed.error?.message).toContain(`exists already (PO PO-Q1 → ${ingramOrderNumber})`);
		const { items } = await runQuotes(bench, { ...again, ifOrderExists: 'return' });
		expect(items[0].json).toMatchObject({ outcome: 'already there', ingramOrderNumber });
		expect(countOf(bench, ORDER)).toBe(1);
	});

	it('and a later try takes no order of other products for it', async () => {
		bench.xi.faults.add({ kind: 'hang', match: { endpoint: ORDER } });
		const ours = runQuotes(bench, orderOf(PLAIN, {}, quick), [{}], {
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 2000,
		});
		// One look before it is sent, and one after it.
		while (countOf(bench, ORDER_SEARCH, 'GET') < 2) await setTimeout(20);
		const theirs = await bench.runOrders(
			{
				operation: 'create',
				customerOrderNumber: 'PO-Q1',
				lines: { line: [{ ingramPartNumber: 'DF4128', quantity: 1 }] },
			},
			[{}],
		);
		expect(theirs.error).toBeUndefined();
		const { error } = await ours;
		expect(error?.message).toMatch(
			/Ingram Micro has PO PO-Q1 → \S+, which may be it: it names no product of the quote\./,
		);
		expect(countOf(bench, ORDER)).toBe(1);
	});

	it('and is no success where Ingram Micro only repeats the quote number', async () => {
		bench.xi.faults.add({
			kind: 'status',
			status: 200,
			body: { quoteNumber: PLAIN, confirmationNumber: null, message: 'Not ready to order' },
			match: { endpoint: ORDER },
		});
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}));
		expect(error?.message).toContain('holds no confirmation number');
	});

	it('by two items with one PO', async () => {
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}), [{}, {}]);
		expect(error?.message).toContain('has the same number');
	});
});

describe('Validate Quote', () => {
	const validate = { operation: 'validate', quote: quoteOf(CISCO) };

	it('gives a quote with what it still needs', async () => {
		const { items } = await runQuotes(bench, validate);
		expect(jsonOf(items)).toEqual([
			{
				quoteNumber: CISCO,
				vendorName: 'Cisco',
				needsVendorFields: true,
				mandatoryFields: 4,
				vendorFields: [
					expect.objectContaining({ fieldId: 'header.VEND_AUTH_NBR_FLG' }),
					expect.objectContaining({ fieldId: 'header.ResellerCompanyName' }),
					expect.objectContaining({ fieldId: 'line.11.resellerCtacEmail' }),
					expect.objectContaining({ fieldId: 'line.12.rslrg360CtacName' }),
				],
			},
		]);
	});

	it('gives one item a field, which an order takes as it is', async () => {
		const { items } = await runQuotes(bench, { ...validate, return: 'fields' });
		expect(
			items.map(({ json }) => [json.fieldId, json.customerLineNumber, json.mandatory]),
		).toEqual([
			['header.VEND_AUTH_NBR_FLG', null, true],
			['header.ResellerCompanyName', null, true],
			['line.11.resellerCtacEmail', '11', true],
			['line.12.rslrg360CtacName', '12', true],
		]);
		const fields = jsonOf(items).map((field) => ({ ...field, value: 'a value' }));
		const { error } = await runQuotes(bench, orderOf(CISCO, {}, AS_JSON), [{ fields }]);
		expect(error).toBeUndefined();
		expect(countOf(bench, ORDER)).toBe(1);
	});

	it('gives one item of a quote without fields, which an order takes as it is too', async () => {
		const { items } = await runQuotes(bench, {
			...validate,
			quote: quoteOf(PLAIN),
			return: 'fields',
		});
		expect(jsonOf(items)).toMatchObject([{ quoteNumber: PLAIN, fieldId: null, mandatory: null }]);
		const input = [{ fields: jsonOf(items) }];
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}, AS_JSON), input);
		expect(error).toBeUndefined();
		expect(countOf(bench, ORDER)).toBe(1);
	});
});

describe('Get Vendor Required Information', () => {
	const products = {
		operation: 'getVendorRequiredInfo',
		askFor: 'products',
		productsFrom: 'list',
		productsList: '={{ $json.products }}',
	};

	it('asks for products and plans in one call, and tells what Ingram Micro does not know', async () => {
		const { items, error } = await runQuotes(bench, products, [
			{ products: ['123512', { planId: '438323' }, 'NOSUCH'] },
		]);
		expect(error).toBeUndefined();
		expect(
			items.map(({ json }) => [json.isAnswered, json.needsVendorFields, json.problem]),
		).toEqual([
			[true, false, null],
			[true, true, null],
			[false, false, 'No such quote, product or plan'],
		]);
		expect(bench.xi.requestsTo(REQUIRED_INFO).map(({ body }) => body)).toEqual([
			{
				products: [
					{ ingramPartNumber: '123512' },
					{ planID: '438323' },
					{ ingramPartNumber: 'NOSUCH' },
				],
			},
		]);
	});

	it('gives one item a field, of a quote too', async () => {
		const { items } = await runQuotes(bench, {
			operation: 'getVendorRequiredInfo',
			quote: quoteOf(cloudQuote()),
			return: 'fields',
		});
		expect(items.map(({ json }) => json.fieldId)).toEqual([
			`${CLOUD}.tier1_mpn`,
			`${CLOUD}.tenant_preference`,
			`${CLOUD}.tenant_preference.new.microsoft_domain`,
			`${CLOUD}.tenant_preference.new.mca_acceptance`,
			`${CLOUD}.tenant_preference.existing.microsoft_domain`,
		]);
	});
});

describe('the form in the editor', () => {
	it('has the fields of the chosen quote, with their labels and lines', async () => {
		const { fields } = await fieldsOf({ quote: quoteOf(CISCO), options: { version: 'v7' } });
		expect(
			fields.map(({ id, displayName, required, type }) => [id, displayName, required, type]),
		).toEqual([
			['header.VEND_AUTH_NBR_FLG', 'Authorization Number – e.g. ABC1234', true, 'string'],
			['header.ResellerCompanyName', 'Reseller Company Name', true, 'string'],
			['line.11.resellerCtacEmail', 'Reseller Contact Email (Line 11, YN6551)', true, 'string'],
			['line.12.rslrg360CtacName', 'Reseller Contact Name (Line 12, YN6231)', true, 'string'],
		]);
	});

	it('offers choices as options, and does not force what only a choice opens', async () => {
		const { fields } = await fieldsOf({ quote: quoteOf(cloudQuote()) });
		expect(fields[1]).toMatchObject({
			displayName:
				'Please select the desired option for the CSP account (Microsoft, PRD-814-505-018)',
			required: true,
			type: 'options',
			options: [
				{ name: 'Create new Microsoft CSP end customer account', value: 'new' },
				{ name: 'Use an existing Microsoft CSP end customer account', value: 'existing' },
			],
		});
		expect(fields.slice(2).map(({ required }) => required)).toEqual([false, false, false]);
	});

	it.each([
		['nothing is chosen', { quote: quoteOf('') }],
		['an expression cannot be resolved', { quote: null as never }],
		['an expression comes as it is', { quote: quoteOf('={{ $json.quote }}') }],
	])('says what to do where %s', async (_, parameters) => {
		const { fields, emptyFieldsNotice } = await fieldsOf(parameters);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain('Choose a quote');
		expect(bench.xi.requests.filter(({ endpoint }) => endpoint === VALIDATE)).toEqual([]);
	});

	it('says that nothing is demanded', async () => {
		const { emptyFieldsNotice } = await fieldsOf({ quote: quoteOf(PLAIN) });
		expect(emptyFieldsNotice).toBe('The vendor of this quote demands no further fields');
	});

	it('is held by n8n itself: a workflow with a mandatory field left empty does not start', async () => {
		const { fields } = await fieldsOf({ quote: quoteOf(CISCO) });
		const form = { ...formOf({}), schema: fields } as never;
		await expect(runQuotes(bench, orderOf(CISCO, {}, { vendorFields: form }))).rejects.toThrow(
			'header.VEND_AUTH_NBR_FLG',
		);
		expect(countOf(bench, ORDER)).toBe(0);
	});
});

const isLegacy = ({ options }: INodeParameters): boolean =>
	(options as IDataObject | undefined)?.version === 'v6';

/** What a whole call leaves in the simulator. */
const endpointsOf = () => new Set(bench.xi.requests.map(({ endpoint }) => endpoint));

it.each(ORDER_QUOTES.map((one, position) => ({ ...one, position })))(
	'goes out with everything it can send: call $position',
	async ({ parameters, prepare, ...call }) => {
		const given = await prepare?.({ xi: bench.xi, run: neverRun, afterwards: jest.fn() });
		const { error } = await runQuotes(bench, parameters, call.input ?? [given ?? {}]);
		expect(error).toBeUndefined();
		const wanted: Record<string, string> = {
			validate: VALIDATE,
			getVendorRequiredInfo: REQUIRED_INFO,
			order: isLegacy(parameters) ? ORDER_LEGACY : ORDER,
		};
		expect(endpointsOf()).toContain(wanted[parameters.operation as string]);
	},
);

it.each<[string, string, unknown]>([
	['of Validate Quote', VALIDATE, { quoteNumber: PLAIN, lines: 'x' }],
	['of the newer list', REQUIRED_INFO, [{ vmfAdditionalAttributes: 'x' }]],
])(
	'an unreadable answer %s is told with its call, and nothing is sent',
	async (_, endpoint, body) => {
		bench.xi.faults.add({ kind: 'status', status: 200, body, match: { endpoint } });
		const { error } = await runQuotes(bench, orderOf(PLAIN, {}));
		expect(error?.message).toMatch(/^Ingram Micro’s answer holds no/);
		expect(JSON.stringify(error)).toMatch(/correlation ID [0-9a-f]{32}/i);
		expect(countOf(bench, ORDER)).toBe(0);
	},
);
