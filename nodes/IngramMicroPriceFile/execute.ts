import {
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	ManualExecutionCancelledError,
} from 'n8n-workflow';

import { BadInput } from '../shared/errors';
import { type Fields, isBlank, labelOf, type Values } from '../shared/fields/field';
import { checkText } from '../shared/fields/text';
import { isTool, losesErrors, refuseIfNothingIsTold } from '../shared/loop/forAgents';
import { addHint, Hints } from '../shared/loop/hints';
import { errorFor, errorItem } from '../shared/loop/itemError';
import { compareFiles, type Comparison } from './compareFiles';
import { compareParameters } from './compareParameters';
import { holdsFile, sourceOf } from './fileSource';
import { ItemSink, readProducts, type Wish } from './readProducts';
import { readParameters } from './readParameters';
import { TextSink } from './textSink';

type ReadValues = Values<typeof readParameters>;

/** Reads the parameters of an operation at an item; one that is not asked for is undefined. */
function valuesOf<F extends Fields>(
	context: IExecuteFunctions,
	fields: F,
	item: number,
	hints?: Hints,
): Values<F> {
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(fields)) {
		const isAsked = Object.entries(field.when ?? {}).every(([other, wanted]) =>
			wanted?.includes(values[other] as string),
		);
		if (!isAsked) continue;
		const { displayName, default: initial } = field.property;
		const value = context.getNodeParameter(name, item, initial ?? null);
		values[name] = field.read(value, labelOf(displayName), {
			mayBeEmpty: isTool(context.getNode()),
			cameAsNumber: (place) => hints?.cameAsNumber(place),
		});
	}
	return values as Values<F>;
}

const wishOf = (values: ReadValues, partNumbers: string[] | undefined): Wish => ({
	layout: values.layout,
	encoding: values.encoding,
	filters: values.filters,
	partNumbers,
	fieldsToKeep: values.fieldsToKeep,
	limit: values.limit,
});

const pairedWith = (items: readonly number[]): Pick<INodeExecutionData, 'pairedItem'> => ({
	pairedItem: items.length === 1 ? { item: items[0] } : items.map((item) => ({ item })),
});

/** Products of which nothing is in the file: they are told, so that none is lost from sight. */
const notFound = (partNumber: string | null) => ({ ingramPartNumber: partNumber, found: false });

/** What input items ask for, and which items ask for each. */
interface Asking {
	readonly partNumbers: ReadonlyMap<string, number[]>;
	/** Those with nothing where a part number should be. */
	readonly blank: readonly number[];
}

/** @param fileItem the item that holds the file, which need not name a product */
function partNumbersIn(
	context: IExecuteFunctions,
	field: string,
	fileItem: number,
	hints: Hints,
): Asking {
	const reading = { cameAsNumber: (place: string) => hints.cameAsNumber(place) };
	const items = new Map<string, number[]>();
	const blank: number[] = [];
	context.getInputData().forEach(({ json }, item) => {
		const value = json[field];
		if (!isBlank(value) && typeof value !== 'string' && typeof value !== 'number') {
			throw new BadInput(`The field "${field}" of item ${item} holds no part number`);
		}
		const text = checkText(value, `the field "${field}"`, {}, reading) ?? '';
		const name = text.toUpperCase();
		if (name !== '') items.set(name, [...(items.get(name) ?? []), item]);
		else if (item !== fileItem) blank.push(item);
	});
	if (items.size > 0) return { partNumbers: items, blank };
	throw new BadInput(
		`None of the input items has a part number in the field "${field}"`,
		"Check 'Part Number Field'",
	);
}

/** The part numbers of products that the file has several rows of. */
function repeatedIn(products: readonly IDataObject[]): string[] {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { ingramPartNumber: name } of products) {
		if (typeof name !== 'string') continue;
		if (seen.has(name)) repeated.add(name);
		seen.add(name);
	}
	return [...repeated];
}

async function read(
	context: IExecuteFunctions,
	item: number,
	values: ReadValues,
	hints: Hints,
	asking?: Asking,
): Promise<INodeExecutionData[]> {
	const { output, options } = values;
	const partNumbers = asking ? [...asking.partNumbers.keys()] : values.partNumbers;
	const wish = wishOf(values, partNumbers);
	const source = sourceOf(context, item, values.file);
	const stock =
		options.stockFile === undefined ? undefined : sourceOf(context, item, options.stockFile);
	if (output !== 'items') {
		const sink = new TextSink(output);
		const told = await readProducts(source, stock, wish, sink);
		hints.readFromFile(partNumbers?.length ?? 0, told);
		const field = values.outputField ?? 'data';
		const file = await fileFrom(context, sink.finish(), output);
		// An item without a part number is told as it is among items.
		const notThere = [...told.missing, ...(asking?.blank ?? []).map(() => null)];
		const json = { products: sink.count, ...(partNumbers && { notFound: notThere }) };
		return [{ json, binary: { [field]: file }, pairedItem: { item } }];
	}
	const sink = new ItemSink(options.manyItems ?? false);
	const told = await readProducts(source, stock, wish, sink);
	hints.readFromFile(partNumbers?.length ?? 0, told);
	sink.finish();
	hints.moreThanOnce(repeatedIn(sink.products));
	const rows = [
		...sink.products.map((product) => (partNumbers ? { ...product, found: true } : product)),
		...told.missing.map(notFound),
	];
	const blank = (asking?.blank ?? []).map((one) => ({
		json: notFound(null),
		...pairedWith([one]),
	}));
	const found = rows.map((json) => {
		const { ingramPartNumber: name } = json;
		const named = (typeof name === 'string' && asking?.partNumbers.get(name.toUpperCase())) || [
			item,
		];
		return { json, ...pairedWith(named) };
	});
	return [...found, ...blank];
}

const KINDS = {
	csv: ['products.csv', 'text/csv'],
	jsonLines: ['products.jsonl', 'application/jsonl'],
} as const;

async function fileFrom(
	context: IExecuteFunctions,
	bytes: Buffer,
	output: keyof typeof KINDS,
): Promise<IBinaryData> {
	const [name, type] = KINDS[output];
	return await context.helpers.prepareBinaryData(bytes, name, type);
}

async function compare(context: IExecuteFunctions, item: number): Promise<INodeExecutionData[]> {
	const values = valuesOf(context, compareParameters, item);
	const { options } = values;
	const wish: Comparison = { ...values, ...options };
	const sink = new ItemSink(options.manyItems ?? false);
	const [yesterday, today] = [values.yesterdayFile, values.todayFile].map((field) =>
		sourceOf(context, item, field),
	);
	await compareFiles(yesterday, today, wish, sink);
	sink.finish();
	return sink.products.map((json) => ({ json, pairedItem: { item } }));
}

/** The one item that holds the file, where the others name products. */
function itemWithFile(context: IExecuteFunctions, field: string): number {
	const items = [...context.getInputData().keys()].filter((item) =>
		holdsFile(context, item, field),
	);
	if (items.length === 1) return items[0];
	throw new BadInput(
		`${items.length} of the input items have a file in the binary field "${field}", and one is expected`,
		'Put the item with the file and the items with part numbers together with a Merge node (Append)',
	);
}

/** Pieces of work, each with the input items that it stands for. */
interface Work {
	readonly item: number;
	readonly items: readonly number[];
	run(): Promise<INodeExecutionData[]>;
}

function workFor(context: IExecuteFunctions, hints: Hints): Work[] {
	const operation = context.getNodeParameter('operation', 0);
	const items = [...context.getInputData().keys()];
	if (operation === 'compare') {
		return items.map((item) => ({
			item,
			items: [item],
			run: async () => await compare(context, item),
		}));
	}
	if (operation !== 'read') {
		const unknown = new BadInput(
			`This node has no operation "${String(operation)}"`,
			'Choose one of the operations in the list, or update the package',
		);
		return [{ item: 0, items, run: () => Promise.reject(unknown) }];
	}
	// One list of part numbers comes from all the items, so it is asked for once.
	if (context.getNodeParameter('products', 0, 'all') !== 'inputItems') {
		const runAt = async (item: number) =>
			await read(context, item, valuesOf(context, readParameters, item, hints), hints);
		return items.map((item) => ({ item, items: [item], run: async () => await runAt(item) }));
	}
	const run = async () => {
		const values = valuesOf(context, readParameters, 0);
		const fileItem = itemWithFile(context, values.file);
		const asking = partNumbersIn(context, values.partNumberField ?? '', fileItem, hints);
		return await read(context, fileItem, values, hints, asking);
	};
	return [{ item: 0, items, run }];
}

/**
 * Reads or compares price files: the whole of the node's `execute`. Each input item ends as its
 * products or as one failure. A failure stops the node, or becomes an error item under Continue On Fail.
 */
export async function executePriceFile(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	refuseIfNothingIsTold(context);
	const stopsOnFailure = !context.continueOnFail() && !losesErrors(context);
	const signal = context.getExecutionCancelSignal();
	const output: INodeExecutionData[][] = [];
	const hints = new Hints();
	for (const { item, items, run } of workFor(context, hints)) {
		const outcome = await attempt(run);
		if (signal?.aborted) throw new ManualExecutionCancelledError(context.getExecutionId());
		if ('made' in outcome) output.push(outcome.made);
		else if (stopsOnFailure) throw errorFor(context.getNode(), outcome, item);
		else output.push([{ ...errorItem(context.getNode(), outcome, item), ...pairedWith(items) }]);
	}
	for (const sentence of hints.sentences()) addHint(context, sentence);
	return [output.flat()];
}

async function attempt(
	run: Work['run'],
): Promise<{ made: INodeExecutionData[] } | { failure: Error }> {
	try {
		return { made: await run() };
	} catch (error) {
		return { failure: error instanceof Error ? error : new Error(String(error)) };
	}
}
