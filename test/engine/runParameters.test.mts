import { bench, itemJson, referencesInto } from './referencesSupport.mts';

import fc from 'fast-check';
import { type INodeExecutionData, type INodeParameters } from 'n8n-workflow';

import { parametersFor } from '../../nodes/shared/loop/runParameters.ts';

type Read = { value: unknown } | { error: string };

function reading(work: () => unknown): Read {
	try {
		return { value: work() };
	} catch (error) {
		return { error: String(error) };
	}
}

/** What n8n reads of a parameter for each item, and what this package reads. */
function bothOf(given: unknown, items: INodeExecutionData[]): { n8n: Read[]; own: Read[] } {
	const source = parametersFor(bench(given, items).context);
	const { context } = bench(given, items);
	return {
		n8n: items.map((_, item) => reading(() => context.getNodeParameter('given', item, null))),
		own: items.map((_, item) => reading(() => source.getNodeParameter('given', item, null))),
	};
}

const itemsOf = (...list: unknown[]): INodeExecutionData[] =>
	list.map((json) => ({ json }) as INodeExecutionData);

/** How many expressions n8n evaluates while a parameter is read for all items. */
function evaluationsOf(given: unknown, items: INodeExecutionData[]): number {
	const { workflow, context } = bench(given, items);
	const evaluate = jest.spyOn(workflow.expression, 'resolveSimpleParameterValue');
	const source = parametersFor(context);
	for (const item of items.keys()) source.getNodeParameter('given', item, null);
	const expressions = evaluate.mock.calls.filter(([value]) => String(value).startsWith('='));
	return expressions.length;
}

const rows = (count: number) =>
	itemsOf(
		...Array.from({ length: count }, (_, row) => ({
			sku: `S${row}`,
			'part number': `P${row}`,
			quantity: row,
			lines: [{ sku: `L${row}` }],
			...(row % 2 === 0 && { note: `N${row}` }),
		})),
	);

describe('the parameters of a run', () => {
	it('are what n8n reads, whatever they and the items hold', () => {
		const others = [
			...[
				'',
				'text',
				7,
				true,
				null,
				'={{ $json.sku + 1 }}',
				'={{ $now }}',
				'={{ $json }}',
				'=text',
			],
			...[
				'={{ $itemIndex }}',
				'={{ $json.lines }}',
				'={{ $parameter["&sku"] }}',
				'={{ new Date(0) }}',
			],
			...[
				'={{ $if($json.quantity, "yes", "no") }}',
				'={{ nothing( }}',
				'={{ $("Nobody").item.json.x }}',
			],
		];
		const parameter = fc.array(itemJson, { minLength: 3, maxLength: 4 }).chain((list) => {
			const leaf = fc.oneof(
				{ weight: 3, arbitrary: fc.constantFrom<unknown>(...list).chain(referencesInto) },
				{ weight: 2, arbitrary: fc.constantFrom<unknown>(...others) },
			);
			const key = fc.constantFrom(
				'sku',
				'quantity',
				'additionalFields',
				'value',
				'mode',
				'a b',
				'a.b',
			);
			const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
				tree: fc.oneof(
					{ depthSize: 'small' },
					{ weight: 2, arbitrary: leaf },
					{ weight: 2, arbitrary: fc.dictionary(key, tie('tree'), { maxKeys: 3 }) },
					{ weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 3 }) },
				),
			}));
			// An item comes again, so that a reference that n8n has shown to be right is met again.
			return fc.tuple(tree, fc.constant(itemsOf(...list, ...list)));
		});
		fc.assert(
			fc.property(parameter, ([given, items]) => {
				const { n8n, own } = bothOf(given, items);
				expect(own.map(inWords)).toEqual(n8n.map(inWords));
			}),
			{ numRuns: 1_000 },
		);
	}, 300_000);

	it.each<[string, INodeParameters[string], number]>([
		['a plain reference', '={{ $json.sku }}', 1],
		['one by a name with blanks', '={{$json["part number"]}}', 1],
		['one into a list', '={{ $json.lines[0].sku }}', 1],
		['a text', 'S1', 0],
		[
			'references in rows of fields',
			{ line: [{ sku: '={{ $json.sku }}', more: { quantity: '={{ $json.quantity }}' } }] },
			2,
		],
		['a locator', { __rl: true, mode: 'id', value: '={{ $json.sku }}' }, 1],
		['a locator by VPN', { __rl: true, mode: 'vendorPartNumber', value: '={{ $json.sku }}' }, 1],
		['a locator by UPC', { __rl: true, mode: 'upc', value: '={{ $json.sku }}' }, 1],
		// For every item, since n8n alone knows what there is.
		['a function', '={{ $json.sku.trim() }}', 100],
		['two references', '={{ $json.sku }}{{ $json.quantity }}', 100],
		['a reference with a blank behind it', '={{ $json.sku }} ', 100],
		['a list', '={{ $json.lines }}', 100],
		['a list and a reference', { list: '={{ $json.lines }}', sku: '={{ $json.sku }}' }, 201],
		// Its value is missing in every second item.
		[
			'a reference and one that leads nowhere',
			{ sku: '={{ $json.sku }}', note: '={{ $json.note }}' },
			52,
		],
		['a reference and a function', { sku: '={{ $json.sku }}', x: '={{ $json.sku.trim() }}' }, 101],
		[
			'fields of a resource mapper',
			{ mappingMode: 'defineBelow', value: { a: '={{ $json.sku }}' } },
			100,
		],
	])('cost n8n few evaluations for a hundred items: %s', (_, given, evaluations) => {
		expect(evaluationsOf(given, rows(100))).toBe(evaluations);
	});

	it('are left to n8n where it finds something else for the first item', () => {
		const items = rows(3);
		const { workflow, context } = bench('={{ $json.sku }}', items);
		const spy = jest.spyOn(workflow.expression, 'resolveSimpleParameterValue');
		spy.mockReturnValue('another');
		const source = parametersFor(context);
		const values = [0, 1, 2].map((item) => source.getNodeParameter('given', item, null));
		expect(values).toEqual(['another', 'another', 'another']);
	});

	it('are left to n8n where a model fills them in', () => {
		const { node, context } = bench('={{ $json.sku }}', rows(2));
		node.type = 'ordersTool';
		expect(parametersFor(context)).toBe(context);
	});

	it('have no value where they are not stored', () => {
		const source = parametersFor(bench('', rows(1)).context);
		expect(source.getNodeParameter('other', 0, 'fallback')).toBe('fallback');
		expect(source.getNodeParameter('other', 0, null)).toBeNull();
	});
});

/** What was read as a text that tells types apart as well; but two readings of the time differ. */
const inWords = (read: Read): string =>
	JSON.stringify(read, (_, value: unknown) => {
		if (typeof value === 'string') return `'${value.replace(/T\d\d:\d\d:\d\d\.\d+/g, '')}'`;
		if (typeof value === 'number' || typeof value === 'bigint' || value === undefined) {
			return Object.is(value, -0) ? '-0' : String(value);
		}
		return value;
	});
