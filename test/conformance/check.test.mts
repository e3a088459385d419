import { join } from 'node:path';

import { checkRequests, compare, editions, mendedErrors, NOT_COMPARED } from './check.mts';
import { type Edition, editionOf, loadEditions, VARIABLE } from './document.mts';
import { KNOWN_ERRORS } from './knownErrors.mts';
import { requestOf, type RequestParts } from './requestOf.mts';
import { compileAll, problemsWith } from './validate.mts';

const THINGS = 'POST /resellers/v9/things/{thingId}';
const RIGHT: RequestParts = {
	pathValues: ['a b'],
	query: [
		['exact', 'true'],
		['colour', 'red'],
		['colour', 'light green'],
		['size', '7'],
	],
	headers: { 'im-customercontact': 'a@b.example' },
	body: { name: 'x', since: '2026-01-31', parts: [{ code: 'A', parts: [{ code: 'B' }] }] },
};

/** A document of an API that does not exist, with everything that a request can be wrong by. */
function madeUp(change: (parameters: object[]) => void = () => {}): Edition {
	const header = (name: string, required: boolean, limits: object) => ({
		name,
		in: 'header',
		required,
		schema: { type: 'string', ...limits },
	});
	const parameters: object[] = [
		{ name: 'exact', in: 'query', required: true, schema: { type: 'boolean' } },
		{ name: 'colour', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
		{ name: 'size', in: 'query', schema: { type: 'integer', format: 'int32', default: '1' } },
		{ name: 'kind', in: 'query', schema: { type: 'string', enum: ['one', 'two'] } },
		{ name: 'text', in: 'query', schema: { type: 'string', items: { type: 'string' } } },
		header('IM-CustomerNumber', true, { maxLength: 10 }),
		header('IM-CountryCode', true, { minLength: 2, maxLength: 2 }),
		header('IM-CorrelationID', true, { maxLength: 32 }),
		header('IM-CustomerContact', false, { maxLength: 64 }),
	];
	change(parameters);
	return editionOf('made-up.json', {
		openapi: '3.0.0',
		paths: {
			'/resellers/v9/things/{ThingID}': {
				parameters: [{ name: 'ThingID', in: 'path', required: true, schema: { type: 'string' } }],
				post: {
					parameters,
					requestBody: { $ref: '#/components/requestBodies/Thing' },
				},
			},
			'/resellers/v9/others': {
				get: {
					parameters: [
						header('IM-SenderID', false, { maxLength: 32 }),
						header('Accept-Language', false, {}),
					],
				},
			},
		},
		components: {
			requestBodies: {
				Thing: {
					required: true,
					content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
				},
			},
			schemas: {
				Thing: {
					type: 'object',
					required: ['name'],
					properties: {
						name: { type: 'string', maxLength: 5, required: true, example: 'x' },
						note: { type: 'string', nullable: true },
						since: { type: 'string', format: 'date' },
						price: { type: 'number', format: 'decimal' },
						parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
					},
				},
				Part: {
					properties: {
						code: { type: 'string', nullable: true, enum: ['A', 'B'] },
						parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
					},
				},
			},
		},
	});
}

describe('a made-up document', () => {
	const edition = madeUp();
	const problems = (parts: RequestParts) =>
		problemsWith(requestOf(THINGS, { ...RIGHT, ...parts }), edition);
	const query = (...more: [string, string][]): RequestParts => ({
		query: [...(RIGHT.query ?? []), ...more],
	});

	it('has nothing against a right request', () => {
		expect(problems({})).toEqual([]);
		expect(
			problems({ body: { name: 'x', note: null, price: 1.5, parts: [{ code: null }] } }),
		).toEqual([]);
		expect(problems(query(['text', 'a,b']))).toEqual([]);
	});

	it('has nothing against the same request in the sandbox', () => {
		const request = requestOf(THINGS, RIGHT);
		expect(
			problemsWith({ ...request, path: `/sandbox${request.path}`, sandbox: true }, edition),
		).toEqual([]);
	});

	it.each<[string, RequestParts, string | RegExp]>([
		['an unknown parameter', query(['other', '1']), 'query other: unknown'],
		[
			'a parameter in another case',
			query(['Kind', 'one']),
			'query Kind: unknown, but kind is known',
		],
		[
			'a value that is none of the choices',
			query(['kind', 'three']),
			'query kind: must be equal to one of the allowed values (one, two), is "three"',
		],
		['an empty value', query(['kind', '']), 'query kind: empty'],
		[
			'a repeated key where one value is meant',
			query(['size', '8']),
			'query size: sent 2 times, but takes one value',
		],
		['a missing parameter', { query: [] }, 'query exact: missing'],
		[
			'a boolean in capitals',
			{ query: [['exact', 'True']] },
			'query exact: must be boolean, is "True"',
		],
		[
			'a text for a number',
			{
				query: [
					['exact', 'true'],
					['size', '7.5'],
				],
			},
			'query size: must be integer, is "7.5"',
		],
		[
			'a missing header',
			{ headers: { 'im-correlationid': null } },
			'header IM-CorrelationID: missing',
		],
		['a blank header', { headers: { 'im-correlationid': '' } }, 'header IM-CorrelationID: missing'],
		[
			'a blank optional header',
			{ headers: { 'im-customercontact': '' } },
			'header IM-CustomerContact: empty',
		],
		[
			'an over-long header',
			{ headers: { 'im-correlationid': 'x'.repeat(36) } },
			/^header IM-CorrelationID: must NOT have more than 32 characters, is "x+"$/,
		],
		[
			'a country of three letters',
			{ headers: { 'im-countrycode': 'USA' } },
			/^header IM-CountryCode: must NOT have more than 2 characters/,
		],
		['an unknown header', { headers: { 'im-environment': 'x' } }, 'header im-environment: unknown'],
		[
			'a header of other calls',
			{ headers: { 'accept-language': 'de' } },
			'header Accept-Language: unknown to this call',
		],
		[
			'an over-long header that is sent everywhere',
			{ headers: { 'im-senderid': 'x'.repeat(33) } },
			/^header IM-SenderID: must NOT have more than 32/,
		],
		['an unknown field', { body: { name: 'x', other: 1 } }, 'body other: unknown'],
		[
			'an unknown field of an inner object',
			{ body: { name: 'x', parts: [{}, { parts: [{ other: 1 }] }] } },
			'body parts[1].parts[0].other: unknown',
		],
		['a missing field', { body: {} }, 'body name: missing'],
		['a number for a text', { body: { name: 5 } }, 'body name: must be string, is 5'],
		[
			'a number for a text that may be null',
			{ body: { name: 'x', note: 5 } },
			'body note: must be string, is 5',
		],
		[
			'an over-long text',
			{ body: { name: 'abcdef' } },
			'body name: must NOT have more than 5 characters, is "abcdef"',
		],
		['a null that is not allowed', { body: { name: null } }, 'body name: must be string, is null'],
		[
			'an object for a list',
			{ body: { name: 'x', parts: {} } },
			'body parts: must be array, is {}',
		],
		[
			'a text for an object without a stated type',
			{ body: { name: 'x', parts: ['A'] } },
			'body parts[0]: must be object, is "A"',
		],
		[
			'a date in another form',
			{ body: { name: 'x', since: '01/31/2026' } },
			'body since: must match format "date", is "01/31/2026"',
		],
		['a list for the whole body', { body: [{ name: 'x' }] }, /^body: must be object, is/],
		['a missing body', { body: undefined }, 'body: missing'],
		[
			'a body under another name',
			{ headers: { 'content-type': 'text/plain; charset=utf-8' } },
			'body: sent as text/plain, not as application/json',
		],
	])('catches %s', (_, parts, problem) => {
		const matching = typeof problem === 'string' ? problem : expect.stringMatching(problem);
		expect(problems(parts)).toEqual([matching]);
	});

	it('catches a body that is not JSON, and one where none is taken', () => {
		const broken = { ...requestOf(THINGS, RIGHT), body: undefined, rawBody: '{' };
		expect(problemsWith(broken, edition)).toEqual(['body: not JSON']);
		const others = requestOf('GET /resellers/v9/others', {
			body: {},
			headers: { 'im-customernumber': null, 'im-countrycode': null, 'im-correlationid': null },
		});
		expect(problemsWith(others, edition)).toEqual(['body: this call takes none']);
	});

	it('does not judge a body that a fault cut off', () => {
		expect(
			problemsWith({ ...requestOf(THINGS, RIGHT), body: undefined, rawBody: '' }, edition),
		).toEqual([]);
	});

	it('catches a path that does not fit its template', () => {
		const request = { ...requestOf(THINGS, RIGHT), path: '/resellers/v9/things/a/b' };
		expect(problemsWith(request, edition)).toEqual([expect.stringMatching(/^path: /)]);
	});

	it('reads lists that are joined with commas where the document says so', () => {
		const joined = madeUp((parameters) =>
			parameters.push({
				name: 'numbers',
				in: 'query',
				explode: false,
				schema: { type: 'array', items: { type: 'integer' } },
			}),
		);
		const request = requestOf(THINGS, { ...RIGHT, ...query(['numbers', '1,2,x']) });
		expect(problemsWith(request, joined)).toEqual(['query numbers: must be integer, is "x"']);
	});
});

describe('comparing with several editions', () => {
	const strict = madeUp((parameters) =>
		parameters.push({ name: 'newer', in: 'query', required: true, schema: { type: 'string' } }),
	);
	const lax = madeUp();

	it('takes a request that is right by either', () => {
		expect(compare([requestOf(THINGS, RIGHT)], [strict, lax])).toEqual({
			checked: 1,
			problems: [],
		});
		expect(compare([requestOf(THINGS, RIGHT)], [lax, strict])).toEqual({
			checked: 1,
			problems: [],
		});
	});

	it('names call, problem and edition, each once', () => {
		const wrong = requestOf(THINGS, { ...RIGHT, body: { name: 5 } });
		expect(compare([wrong, wrong], [strict, lax])).toEqual({
			checked: 2,
			problems: [`${THINGS}: body name: must be string, is 5 (made-up.json)`],
		});
	});

	it('refuses a call that no edition has, unless that is known', () => {
		const { checked, problems } = compare(
			[
				requestOf('GET /resellers/v9/nothing'),
				requestOf('GET /resellers/v6/orders/{ordernumber}'),
				requestOf('POST /oauth/oauth20/token'),
			],
			[lax],
		);
		expect(checked).toBe(1);
		expect(problems).toEqual([
			'GET /resellers/v9/nothing: no edition of the document has this call',
		]);
	});
});

describe('the known errors', () => {
	const search = (parameters: object[]) =>
		editionOf('made-up.json', {
			openapi: '3.0.0',
			paths: { '/resellers/v6/catalog': { get: { parameters } } },
		});
	const planName = { name: 'planName', in: 'query', schema: { type: 'string' } };
	const isAboutPlanName = ({ error }: { error: string }) => error.includes('planName');

	it('are forgiven, and nothing besides', () => {
		const request = requestOf('GET /resellers/v6/catalog', {
			query: [
				['planName', 'E5'],
				['planCode', 'E5'],
			],
			headers: { 'im-customernumber': null, 'im-countrycode': null, 'im-correlationid': null },
		});
		expect(compare([request], [search([])]).problems).toEqual([
			'GET /resellers/v6/catalog: query planCode: unknown (made-up.json)',
		]);
	});

	it('are not forgiven where one of several editions does not make them', () => {
		const freight = (shipToAddress: object) =>
			editionOf('made-up.json', {
				openapi: '3.0.0',
				paths: {
					'/resellers/v6/freightestimate': {
						post: {
							requestBody: {
								content: {
									'application/json': { schema: { properties: { shipToAddress } } },
								},
							},
						},
					},
				},
			});
		const place = { type: 'object', properties: { city: { type: 'string' } } };
		const older = freight({ type: 'array', items: place });
		const newer = freight(place);
		const estimate = (body: object) =>
			requestOf('POST /resellers/v6/freightestimate', {
				headers: { 'im-customernumber': null, 'im-countrycode': null, 'im-correlationid': null },
				body,
			});
		const right = estimate({ shipToAddress: { city: 'Irvine' } });
		const wrong = estimate({ shipToAddress: { town: 'Irvine' } });
		expect(compare([right, wrong], [older]).problems).toEqual([]);
		expect(compare([right], [older, newer]).problems).toEqual([]);
		expect(compare([wrong], [older, newer]).problems).toHaveLength(1);
	});

	it('are told apart from those that were mended', () => {
		expect(mendedErrors([search([])]).some(isAboutPlanName)).toBe(false);
		expect(mendedErrors([search([]), search([planName])]).some(isAboutPlanName)).toBe(false);
		expect(mendedErrors([search([planName])]).some(isAboutPlanName)).toBe(true);
		expect(mendedErrors([madeUp()])).toEqual(KNOWN_ERRORS);
	});
});

describe('the environment', () => {
	const before = process.env[VARIABLE];
	afterEach(() => {
		if (before === undefined) delete process.env[VARIABLE];
		else process.env[VARIABLE] = before;
	});

	it('says once that there is nothing to compare with when it names no document', () => {
		delete process.env[VARIABLE];
		const log = jest.spyOn(console, 'log').mockImplementation(() => {});
		expect(checkRequests([requestOf(THINGS)])).toEqual({ skipped: NOT_COMPARED });
		expect(checkRequests([])).toEqual({ skipped: NOT_COMPARED });
		expect(log.mock.calls).toEqual([[NOT_COMPARED]]);
		log.mockRestore();
	});

	it('is wrong when it names a file that cannot be used', () => {
		process.env[VARIABLE] = join('no', 'such', 'file.json');
		expect(() => checkRequests([])).toThrow(/no.such.file\.json, which cannot be used/);
		expect(() => loadEditions('package.json')).toThrow('it is not an OpenAPI 3 document');
		expect(() => loadEditions('LICENSE.txt')).toThrow('must end in .json, .yaml or .yml');
	});
});

const document = editions();
if (document) describe('the official document', () => withDocument(document));
else
	it('the official document: there is none, so nothing is held against it', () =>
		console.log(NOT_COMPARED));

function withDocument(against: readonly Edition[]): void {
	const PRICES = 'POST /resellers/v6/catalog/priceandavailability';
	const SEARCH = 'GET /resellers/v6/catalog';
	const BOTH = [
		['includeAvailability', 'true'],
		['includePricing', 'true'],
	] as const;
	const problems = (call: string, parts: RequestParts) =>
		compare([requestOf(call, parts)], against).problems.map((problem) =>
			problem.slice(call.length + 2).replace(/ \([^()]*\)$/, ''),
		);
	const priced = (product: object, headers: RequestParts['headers'] = {}) =>
		problems(PRICES, { query: BOTH, headers, body: { products: [product] } });

	it.each(against.map((edition) => ({ name: edition.name, edition })))(
		'can be checked as a whole: $name',
		({ edition }) => {
			expect(() => compileAll(edition)).not.toThrow();
		},
	);

	it('has nothing against right requests', () => {
		expect(priced({ ingramPartNumber: '123512', quantityRequested: '5' })).toEqual([]);
		expect(
			problems(SEARCH, {
				query: [
					['keyword', 'laptop'],
					['keyword', 'dell'],
					['pageSize', '100'],
					['planId', '438323'],
					['type', 'IM::subscription'],
				],
				headers: { 'accept-language': 'en' },
			}),
		).toEqual([]);
	});

	it('catches wrong ones', () => {
		expect(priced({ vendorPartNumber: 'A', quantityRequested: 5 })).toEqual([
			'body products[0].quantityRequested: must be string, is 5',
		]);
		expect(priced({ planId: '1' })).toEqual(['body products[0].planId: unknown']);
		expect(problems(PRICES, { query: [BOTH[0]], body: { products: [] } })).toEqual([
			'query includePricing: missing',
		]);
		expect(problems(SEARCH, { query: [['pagesize', '10']] })).toEqual([
			'query pagesize: unknown, but pageSize is known',
		]);
		expect(problems(SEARCH, { query: [['type', 'IM::other']] })).toHaveLength(1);
		expect(problems(SEARCH, { headers: { 'im-countrycode': 'USA' } })).toHaveLength(1);
		expect(priced({ ingramPartNumber: '1' }, { 'accept-language': 'de' })).toEqual([
			'header Accept-Language: unknown to this call',
		]);
	});

	const place = { companyName: 'Example Inc.', city: 'Irvine', countryCode: 'US' };
	const returned = {
		invoiceNumber: '40-NFERG-11',
		invoiceDate: '2026-01-31',
		quantity: 1,
		primaryReason: 'Defective',
		secondaryReason: 'Defective',
		numberOfBoxes: 1,
	};
	const contact = { 'im-customercontact': 'buyer@example.com' };

	it.each<[string, string, RequestParts]>([
		[
			'a freight estimate to an address',
			'POST /resellers/v6/freightestimate',
			{
				headers: contact,
				body: {
					shipToAddress: place,
					lines: [{ ingramPartNumber: '123512', quantity: '1' }],
				},
			},
		],
		[
			'a return with its pick-up address and a contact',
			'POST /resellers/v6/returns/create',
			{ headers: contact, body: { list: [{ ...returned, shipFromInfo: place }] } },
		],
		[
			'a search of renewals',
			'POST /resellers/v6/renewals/search',
			{
				query: [
					['page', '2'],
					['size', '100'],
				],
				body: { status: { OpporutinyStatus: { value: 'Open', subStatus: 'Future' } } },
			},
		],
		[
			'a search of returns by several statuses',
			'GET /resellers/v6/returns/search',
			{ query: [['returnStatus-in', 'Open,Approved']] },
		],
		[
			'a search of quotes',
			'GET /resellers/v6/quotes/search',
			{ headers: contact, query: [['quoteCreateDate-bt', '2026-01-01,2026-01-31']] },
		],
		[
			'a deal with its vendor',
			'GET /resellers/v6/deals/{dealId}',
			{ query: [['vendorName', 'Cisco']] },
		],
		[
			'a new quote',
			'POST /resellers/v6/quotes/create',
			{
				headers: contact,
				body: {
					quoteName: 'Q',
					CustomerContact: 'buyer@example.com',
					products: [{ ingramPartNumber: '123512', quantity: '1' }],
				},
			},
		],
		[
			'what vendors require for a quote',
			'POST /resellers/v7/vendorrequiredinfo',
			{ body: { quoteNumber: 'QUO-10926-Y8G1B3' } },
		],
	])('has nothing against %s', (_, call, parts) => {
		expect(problems(call, parts)).toEqual([]);
	});

	it('wants a number for how many are returned, and text for how many are shipped or quoted', () => {
		const list = [{ ...returned, quantity: '1', shipFromInfo: place }];
		expect(problems('POST /resellers/v6/returns/create', { body: { list } })).toEqual([
			'body list[0].quantity: must be integer, is "1"',
		]);
		expect(
			problems('POST /resellers/v6/freightestimate', {
				headers: contact,
				body: { lines: [{ quantity: 1 }] },
			}),
		).toEqual(['body lines[0].quantity: must be string, is 1']);
	});

	it('prints the known errors that no edition makes any more', () => {
		for (const { call, error } of mendedErrors(against)) {
			console.log(`To be taken off the list of known errors: ${call}: ${error}`);
		}
	});
}
