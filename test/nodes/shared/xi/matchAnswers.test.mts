import fc from 'fast-check';

import {
	matchAnswers,
	type PriceAndAvailabilityEntry,
} from '../../../../nodes/shared/xi/matchAnswers.ts';
import {
	type Identifier,
	IDENTIFIERS,
	type ProductAsk,
} from '../../../../nodes/shared/xi/productAsk.ts';
import type { Match } from '../../../../nodes/shared/operation.ts';

/** A product has one number of each kind, which no other product has. */
const LETTER: Record<Identifier, string> = {
	ingramPartNumber: 'I',
	vendorPartNumber: 'V',
	upc: '1234567',
	customerPartNumber: 'C',
	planID: 'P',
};
const numberOf = (product: number, by: Identifier) => `${LETTER[by]}${product}`;

/** An ask of the tests knows which product it means. */
interface Asked extends ProductAsk {
	readonly product: number;
}
/** An entry of the tests knows which ask it answers, and what product it is about. */
interface Entry extends PriceAndAvailabilityEntry {
	description: string;
	uom?: string;
}

type Echo = 'none' | 'asked' | 'all';

function echoOf(ask: Asked, echo: Echo, lower: boolean): PriceAndAvailabilityEntry {
	const spelt = (by: Identifier) => {
		const value = numberOf(ask.product, by);
		return lower ? ` ${value.toLowerCase()}` : value;
	};
	const told = IDENTIFIERS.filter((by) => echo === 'all' || (echo === 'asked' && by === ask.by));
	const { planID, ...echoed } = Object.fromEntries(told.map((by) => [by, spelt(by)]));
	return { ...echoed, ...(planID !== undefined && { subscriptionPrice: [{ planId: planID }] }) };
}

/** Asks of a few products, so that one product is often asked by several of its numbers. */
const asksOfFew = fc
	.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.constantFrom(...IDENTIFIERS)), {
		minLength: 1,
		maxLength: 12,
		selector: ([product, by]) => `${product} ${by}`,
	})
	.chain((pairs) =>
		fc.tuple(
			...pairs.map(([product, by]) =>
				fc.boolean().map((lower): Asked => {
					const value = numberOf(product, by);
					return { by, value: lower ? value.toLowerCase() : value, product };
				}),
			),
		),
	);

interface Faults {
	/** How often each entry comes. */
	copies: fc.Arbitrary<number>;
	echo: fc.Arbitrary<Echo>;
	/** The index of the entry for the ask at a position. */
	index: (position: number, base: number) => fc.Arbitrary<unknown>;
}

/** Asks, and what XI answers to them: in any order, with these faults. */
const conversation = ({ copies, echo, index }: Faults) =>
	fc.tuple(asksOfFew, fc.constantFrom(0, 1), fc.boolean()).chain(([asks, base, lower]) =>
		fc
			.tuple(
				...asks.map((ask, position) =>
					fc.tuple(copies, echo, index(position, base)).map(([count, echoed, told]): Entry[] =>
						Array.from({ length: count }, () => ({
							...(told !== undefined && { index: told as number }),
							...echoOf(ask, echoed, lower),
							description: `product ${ask.product}`,
						})),
					),
				),
			)
			.chain((entries) => {
				const flat = entries.flat();
				return fc
					.shuffledSubarray(flat, { minLength: flat.length })
					.map((shuffled) => ({ asks, entries: shuffled, perAsk: entries }));
			}),
	);

const once = fc.constant(1);
const anyEcho = fc.constantFrom<Echo>('none', 'asked', 'all');
const someEcho = fc.constantFrom<Echo>('asked', 'all');
const rightIndex = (position: number, base: number) => fc.constant(position + base);
const noIndex = () => fc.constant(undefined);
const garbage = () =>
	fc.oneof(
		fc.integer({ min: -2, max: 60 }),
		fc.double(),
		fc.constantFrom(undefined, null, '0', '', true, {}),
	);

const rowOf = (match: Match) => ('row' in match ? match.row : undefined);
const expectNobodyElses = (matches: Match[], asks: readonly Asked[]) => {
	expect(matches).toHaveLength(asks.length);
	matches.forEach((match, position) => {
		if ('row' in match) {
			expect(match.row.description).toBe(`product ${asks[position].product}`);
		} else {
			expect(match.problem).toContain(asks[position].value);
		}
	});
};
const askedOnce = (asks: readonly Asked[]) =>
	asks.map(({ product }) => asks.filter((other) => other.product === product).length === 1);

describe('a whole answer in any order', () => {
	it.each<[string, fc.Arbitrary<Echo>]>([
		['whatever it echoes', anyEcho],
		['with nothing but an index', fc.constant('none')],
		['with every number of each product', fc.constant('all')],
	])('gives each ask its own entry, %s, whether XI counts from 0 or from 1', (_, echo) => {
		const copies = fc.integer({ min: 1, max: 2 });
		fc.assert(
			fc.property(
				conversation({ copies, echo, index: rightIndex }),
				({ asks, entries, perAsk }) => {
					// Tells apart even the entries of one product that was asked by two of its numbers.
					perAsk.forEach((own, position) =>
						own.forEach((entry) => (entry.uom = `ask ${position}`)),
					);
					const matches = matchAnswers(entries, asks);
					expect(matches.map((match) => rowOf(match)?.uom)).toEqual(
						asks.map((_ask, position) => `ask ${position}`),
					);
				},
			),
		);
	});

	it.each<[string, Faults['index']]>([
		['without an index', noIndex],
		['with an index of no use', garbage],
	])('%s goes by the numbers that it echoes', (_, index) => {
		fc.assert(
			fc.property(conversation({ copies: once, echo: someEcho, index }), ({ asks, entries }) => {
				const matches = matchAnswers(entries, asks);
				expectNobodyElses(matches, asks);
				askedOnce(asks).forEach((alone, position) => {
					if (alone) expect(matches[position]).toHaveProperty('row');
				});
			}),
		);
	});

	it('without an index is enough even where a product is asked by all of its numbers', () => {
		const echo = fc.constant<Echo>('all');
		fc.assert(
			fc.property(conversation({ copies: once, echo, index: noIndex }), ({ asks, entries }) => {
				const matches = matchAnswers(entries, asks);
				expectNobodyElses(matches, asks);
				for (const match of matches) expect(match).toHaveProperty('row');
			}),
		);
	});
});

describe('an answer with gaps and doubles', () => {
	const copies = fc.nat({ max: 3 });

	it.each<[string, fc.Arbitrary<Echo>, Faults['index']]>([
		['with a right index', anyEcho, rightIndex],
		['with nothing but a right index', fc.constant('none'), rightIndex],
		['without an index', anyEcho, noIndex],
		['with an index of no use', someEcho, garbage],
	])('%s never gives an ask what belongs to another', (_, echo, index) => {
		fc.assert(
			fc.property(conversation({ copies, echo, index }), ({ asks, entries }) => {
				expectNobodyElses(matchAnswers(entries, asks), asks);
			}),
			{ numRuns: 500 },
		);
	});

	it('gives a row wherever a number of the product came back, and a problem where none did', () => {
		fc.assert(
			fc.property(
				conversation({ copies, echo: someEcho, index: noIndex }),
				({ asks, entries, perAsk }) => {
					const matches = matchAnswers(entries, asks);
					askedOnce(asks).forEach((alone, position) => {
						if (!alone) return;
						expect('row' in matches[position]).toBe(perAsk[position].length > 0);
					});
				},
			),
		);
	});
});

describe('whatever the answer', () => {
	it('each ask gets a match, and every row is an entry of the answer', () => {
		const value = fc.oneof(
			fc.constantFrom('I0', 'v1', 'C2', '', null),
			fc.integer({ min: -1, max: 5 }),
			fc.double(),
			fc.constantFrom<unknown>(true, {}, [], [null], [{ planId: 'P1' }], ['x']),
		);
		const entry = fc.record(
			{
				index: value,
				ingramPartNumber: value,
				vendorPartNumber: value,
				upc: value,
				customerPartNumber: value,
				planId: value,
				subscriptionPrice: value,
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(asksOfFew, fc.array(entry, { maxLength: 6 }), (asks, entries) => {
				const matches = matchAnswers(entries as PriceAndAvailabilityEntry[], asks);
				expect(matches).toHaveLength(asks.length);
				for (const match of matches) {
					if ('row' in match) expect(entries).toContain(match.row);
					else
						expect(match.problem).toMatch(
							/^Ingram Micro’s answer has no entry for |^It cannot be told which entry /,
						);
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([null, 'text', 5])('an entry of %j is passed over', (odd) => {
		const entries = [odd, { ingramPartNumber: 'A' }] as PriceAndAvailabilityEntry[];
		const asks: ProductAsk[] = [{ by: 'ingramPartNumber', value: 'A' }];
		expect(matchAnswers(entries, asks)).toEqual([{ row: { ingramPartNumber: 'A' } }]);
	});

	it('an index between two positions is of no use', () => {
		const asks: ProductAsk[] = [
			{ by: 'ingramPartNumber', value: 'A' },
			{ by: 'ingramPartNumber', value: 'B' },
		];
		const known = { index: 0, ingramPartNumber: 'A' };
		const matches = matchAnswers([known, { index: 0.5 }], asks);
		expect(matches).toEqual([
			{ row: known },
			{ problem: expect.any(String), remedy: expect.any(String) },
		]);
	});
});

describe('an entry', () => {
	const byIngram = (value: string): ProductAsk => ({ by: 'ingramPartNumber', value });
	const byVendor = (value: string): ProductAsk => ({ by: 'vendorPartNumber', value });

	it('is the row as XI sent it', () => {
		const entry = { index: 0, ingramPartNumber: '4A0036', pricing: { customerPrice: 5 } };
		const [match] = matchAnswers([entry], [byIngram('4a0036')]);
		expect(rowOf(match)).toBe(entry);
	});

	it('that is missing is a problem that names the product', () => {
		expect(matchAnswers([], [byIngram('4A0036'), { by: 'planID', value: '7' }])).toEqual([
			{
				problem: 'Ingram Micro’s answer has no entry for Ingram part number 4A0036',
				remedy: expect.stringContaining('Run it again'),
			},
			{
				problem: 'Ingram Micro’s answer has no entry for plan ID 7',
				remedy: expect.stringContaining('Run it again'),
			},
		]);
	});

	it('that comes twice with different content is a problem that names both products', () => {
		const entries = [
			{ ingramPartNumber: 'A', vendorPartNumber: 'V' },
			{ ingramPartNumber: 'B', vendorPartNumber: 'V' },
		];
		expect(matchAnswers(entries, [byVendor('V')])).toEqual([
			{
				problem:
					'It cannot be told which entry of Ingram Micro’s answer is for vendor part number V: there are 2 (A, B)',
				remedy: expect.stringContaining("'If Several Products Match'"),
				among: entries,
			},
		]);
	});

	it.each<[string, PriceAndAvailabilityEntry[]]>([
		[
			'differ in their prices alone',
			[
				{ ingramPartNumber: 'A', vendorPartNumber: 'V', uom: 'one' },
				{ ingramPartNumber: 'a ', vendorPartNumber: 'V', uom: 'many' },
			],
		],
		[
			'do not all say which product they are of',
			[
				{ ingramPartNumber: 'A', vendorPartNumber: 'V' },
				{ ingramPartNumber: '', vendorPartNumber: 'V' },
			],
		],
	])('that comes twice is no choice of products where they %s', (_, entries) => {
		expect(matchAnswers(entries, [byVendor('V')])).toEqual([
			{ problem: expect.stringMatching(/^It cannot be told/), remedy: expect.any(String) },
		]);
	});

	it('that only says that something is unknown is no product beside one', () => {
		const known = { ingramPartNumber: 'A', vendorPartNumber: 'V' };
		const unknown = { productStatusCode: 'E', vendorPartNumber: 'V' };
		expect(matchAnswers([unknown, known], [byVendor('V')])).toEqual([{ row: known }]);
	});

	it('of several products has their stock, price and leave to buy in the sentence', () => {
		const entries = [
			{
				ingramPartNumber: 'A',
				vendorPartNumber: 'V',
				availability: { totalAvailability: 12 },
				pricing: { customerPrice: 74.34, currencyCode: 'USD' },
				productAuthorized: true,
			},
			{
				ingramPartNumber: 'B',
				vendorPartNumber: 'V',
				availability: { totalAvailability: 0 },
				pricing: { customerPrice: 0, currencyCode: 'USD' },
				productAuthorized: false,
			},
		];
		const [match] = matchAnswers(entries, [byVendor('V')]);
		expect(match).toMatchObject({
			problem: expect.stringContaining(
				'there are 2 (A: 12 in stock, 74.34 USD; B: 0 in stock, not authorized)',
			),
		});
	});

	it('that comes twice and differs in its index alone is one', () => {
		const entries = [
			{ index: 0, ingramPartNumber: 'A' },
			{ index: 1, ingramPartNumber: 'A' },
		];
		expect(matchAnswers(entries, [byIngram('A')])).toEqual([{ row: entries[0] }]);
	});

	it('of a product that shares a vendor number with another goes where its own number points', () => {
		const a = { ingramPartNumber: 'A', vendorPartNumber: 'V' };
		const b = { ingramPartNumber: 'B', vendorPartNumber: 'V' };
		expect(matchAnswers([b, a], [byIngram('A'), byIngram('B')])).toEqual([{ row: a }, { row: b }]);
	});

	it('of one product, asked by two of its numbers, goes to both where it came once', () => {
		const entry = { ingramPartNumber: 'A', vendorPartNumber: 'V' };
		expect(matchAnswers([entry], [byIngram('A'), byVendor('V')])).toEqual([
			{ row: entry },
			{ row: entry },
		]);
	});

	it('goes to neither of two asks that want different quantities, if it could be either’s', () => {
		const entry = { ingramPartNumber: 'A', vendorPartNumber: 'V', pricing: { customerPrice: 5 } };
		const asks = [
			{ ...byIngram('A'), quantityRequested: '1' },
			{ ...byVendor('V'), quantityRequested: '1000' },
		];
		for (const match of matchAnswers([entry], asks)) expect(match).toHaveProperty('problem');
	});

	it('goes by its index where two asks want different quantities', () => {
		const one = { index: 0, ingramPartNumber: 'A', vendorPartNumber: 'V', uom: 'one' };
		const many = { ...one, index: 1, uom: 'many' };
		const asks = [
			{ ...byIngram('A'), quantityRequested: '1' },
			{ ...byVendor('V'), quantityRequested: '1000' },
		];
		expect(matchAnswers([many, one], asks)).toEqual([{ row: one }, { row: many }]);
	});

	it('of another product is not given to an ask for the one reason that a neighbour has its own', () => {
		const a = { ingramPartNumber: 'A', vendorPartNumber: 'V' };
		const b = { ingramPartNumber: 'B', vendorPartNumber: 'V' };
		for (const entries of [
			[a, a, b],
			[a, b],
		]) {
			const [first, second] = matchAnswers(entries, [byIngram('A'), byVendor('V')]);
			expect(first).toEqual({ row: a });
			expect(second).toHaveProperty('problem');
		}
	});

	it('with a bar code is found with or without the zeros in front of it', () => {
		const entry = { ingramPartNumber: '123512', upc: '0718908728116' };
		expect(matchAnswers([entry], [{ by: 'upc', value: '718908728116' }])).toEqual([{ row: entry }]);
	});

	it('with another Ingram part number than asked is not taken for the one asked', () => {
		const [match] = matchAnswers([{ index: 0, ingramPartNumber: 'Z9' }], [byIngram('A1')]);
		expect(match).toHaveProperty('problem');
	});

	it('that echoes no number does not unsettle one that does', () => {
		const sure = { index: 0, ingramPartNumber: 'A' };
		const matches = matchAnswers([{ index: 0, uom: 'EA' }, sure], [byIngram('A'), byIngram('B')]);
		expect(matches[0]).toEqual({ row: sure });
		expect(matches[1]).toHaveProperty('problem');
	});

	it('is not given by its index to an ask of which it echoes nothing', () => {
		const entries = [
			{ index: 0, ingramPartNumber: 'A' },
			{ index: 2, ingramPartNumber: 'A', vendorPartNumber: 'V' },
		];
		const matches = matchAnswers(entries, [byIngram('A'), byVendor('V'), byIngram('C')]);
		expect(matches[0]).toEqual({ row: entries[0] });
		expect(matches[1]).toEqual({ row: entries[1] });
		expect(matches[2]).toHaveProperty('problem');
	});

	it('of a plan is known by the plan in its prices', () => {
		const entries = [
			{ subscriptionPrice: [{ planId: '8' }] },
			{ subscriptionPrice: [{ planId: 7 }] },
		];
		const asks: ProductAsk[] = [
			{ by: 'planID', value: '7' },
			{ by: 'planID', value: '8' },
		];
		expect(matchAnswers(entries, asks)).toEqual([{ row: entries[1] }, { row: entries[0] }]);
	});

	it('that XI does not know goes by the number it echoes', () => {
		const short = { productStatusCode: 'E', ingramPartNumber: '12351211', index: 1 };
		const good = { ingramPartNumber: '4A0036', index: 0 };
		expect(matchAnswers([short, good], [byIngram('4A0036'), byIngram('12351211')])).toEqual([
			{ row: good },
			{ row: short },
		]);
	});
});

describe('the only ask of a call', () => {
	const upc: ProductAsk = { by: 'upc', value: '012345678905' };
	const vendor: ProductAsk = { by: 'vendorPartNumber', value: 'E2016HV-LONG' };
	const answers: Array<[string, ProductAsk, PriceAndAvailabilityEntry]> = [
		['without its UPC', upc, { ingramPartNumber: 'A' }],
		['with an empty UPC', upc, { ingramPartNumber: 'A', upc: '' }],
		['with a UPC of blanks', upc, { ingramPartNumber: 'A', upc: '  ' }],
		['with a UPC of null', upc, { ingramPartNumber: 'A', upc: null }],
		['with a word for a UPC', upc, { ingramPartNumber: 'A', upc: 'N/A' }],
		['with zeros for a UPC', upc, { ingramPartNumber: 'A', upc: '000000000000' }],
		['with 13 digits', upc, { ingramPartNumber: 'A', upc: '0012345678905' }],
		['with 11 digits', upc, { ingramPartNumber: 'A', upc: '12345678905' }],
		['with a number for a UPC', upc, { ingramPartNumber: 'A', upc: 12345678905 as never }],
		['with blanks around its UPC', upc, { ingramPartNumber: 'A', upc: ' 012345678905 ' }],
		['with an index of no use', upc, { ingramPartNumber: 'A', index: 7 }],
		['that XI does not know', upc, { productStatusCode: 'E', productStatusMessage: 'Unknown' }],
		['without its vendor part number', vendor, { ingramPartNumber: 'A', vendorPartNumber: null }],
		[
			'with a vendor part number cut short, and the whole one beside it',
			vendor,
			{ vendorPartNumber: 'E2016HV', extendedVendorPartNumber: 'e2016hv-long ' },
		],
		[
			'without your part number',
			{ by: 'customerPartNumber', value: 'MINE' },
			{ ingramPartNumber: 'A', customerPartNumber: '' },
		],
		[
			'without its plan',
			{ by: 'planID', value: '438323' },
			{ subscriptionPrice: [{ planName: 'Office 365 E5' }] },
		],
	];

	it.each(answers)('has the only entry for an answer, %s', (_, ask, entry) => {
		expect(matchAnswers([entry], [ask])).toEqual([{ row: entry }]);
		expect(matchAnswers([entry, { ...entry, index: 1 }], [ask])).toEqual([{ row: entry }]);
	});

	it.each<[string, ProductAsk, PriceAndAvailabilityEntry]>([
		['UPC', upc, { ingramPartNumber: 'A', upc: '111111111117' }],
		['vendor part number', vendor, { ingramPartNumber: 'A', vendorPartNumber: 'E2016HV' }],
		[
			'whole vendor part number',
			vendor,
			{ vendorPartNumber: 'E2016HV', extendedVendorPartNumber: 'E2016HV-OTHER' },
		],
		['plan', { by: 'planID', value: '1' }, { subscriptionPrice: [{ planId: '2' }] }],
	])('has none in an entry with another %s, which the sentence names', (_, ask, entry) => {
		expect(matchAnswers([entry], [ask])).toEqual([
			{
				problem: expect.stringMatching(
					/^Ingram Micro’s answer has no entry for .+, but one for (111111111117|E2016HV|2)/,
				),
				remedy: expect.any(String),
			},
		]);
	});

	it('goes by the entries that name it, where some do', () => {
		const named = { ingramPartNumber: 'A', upc: '012345678905' };
		expect(matchAnswers([{ index: 0, ingramPartNumber: 'B' }, named], [upc])).toEqual([
			{ row: named },
		]);
	});

	it('has a choice where several products do not say that they are another', () => {
		const entries = [{ ingramPartNumber: 'A' }, { ingramPartNumber: 'B', upc: '' }];
		expect(matchAnswers(entries, [upc])).toEqual([expect.objectContaining({ among: entries })]);
	});
});

describe('one of several asks', () => {
	const asks: ProductAsk[] = ['012345678905', '111111111117'].map((value) => ({
		by: 'upc',
		value,
	}));

	it('is not given an entry that may be another’s, and its remedy says what to do', () => {
		for (const match of matchAnswers([{ ingramPartNumber: 'A' }], asks)) {
			expect(match).toEqual({
				problem: expect.stringMatching(/^Ingram Micro’s answer has no entry for UPC \d+$/),
				remedy: expect.stringContaining('Ask for this product alone'),
			});
		}
	});

	it('is not given what is left over when the others have theirs', () => {
		const own = { ingramPartNumber: 'A', upc: '012345678905' };
		const matches = matchAnswers([own, { ingramPartNumber: 'B' }], asks);
		expect(matches).toEqual([
			{ row: own },
			expect.objectContaining({ problem: expect.any(String) }),
		]);
	});

	it('has its entry by the whole vendor part number, in whatever order', () => {
		const cut = (extendedVendorPartNumber: string) => ({
			vendorPartNumber: 'LONG',
			extendedVendorPartNumber,
		});
		const vendors = ['LONG-1', 'LONG-2', 'LONG-3'].map(
			(value): ProductAsk => ({ by: 'vendorPartNumber', value }),
		);
		const entries = [cut('LONG-3'), cut('long-1'), cut(' LONG-2')];
		expect(matchAnswers(entries, vendors)).toEqual([
			{ row: entries[1] },
			{ row: entries[2] },
			{ row: entries[0] },
		]);
	});
});

it('a subscription that was asked for by its parts is known by its plan, and named by all of them', () => {
	const ask: ProductAsk = {
		by: 'planID',
		value: '438323',
		vendorPartNumber: 'CFQ7TTC0LF8S:0002',
		resourceId: '15612650',
	};
	const entry = { subscriptionPrice: [{ planId: '438323' }] };
	const other: ProductAsk = { by: 'ingramPartNumber', value: 'A' };
	expect(matchAnswers([entry, { ingramPartNumber: 'A' }], [other, ask])[1]).toEqual({ row: entry });
	expect(matchAnswers([], [ask])).toMatchObject([
		{
			problem:
				'Ingram Micro’s answer has no entry for plan ID 438323 with vendor part number CFQ7TTC0LF8S:0002 and resource ID 15612650',
		},
	]);
});

it('a full call is matched at once', () => {
	const asks = Array.from(
		{ length: 50 },
		(_, product): ProductAsk => ({
			by: 'vendorPartNumber',
			value: numberOf(product, 'vendorPartNumber'),
		}),
	);
	const entries = Array.from({ length: 5_000 }, (_, number) => ({
		vendorPartNumber: numberOf(number % 50, 'vendorPartNumber'),
	}));
	const started = Date.now();
	expect(matchAnswers(entries, asks).every((match) => 'row' in match)).toBe(true);
	expect(Date.now() - started).toBeLessThan(2_000);
});

it('takes entries for one that differ in blanks and in the order of their members alone', () => {
	const entry = { ingramPartNumber: 'A', vendorPartNumber: 'V', description: 'Dock' };
	const again = { description: 'Dock ', vendorPartNumber: 'V ', ingramPartNumber: 'A' };
	expect(matchAnswers([entry, again], [{ by: 'vendorPartNumber', value: 'V' }])).toEqual([
		{ row: entry },
	]);
});
