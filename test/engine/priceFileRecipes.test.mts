import { readFileSync } from 'node:fs';

import type { INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';

import { type PriceFileOptions, priceFilePieces } from '../../simulator/priceFile.mts';
import { zipOf } from '../../simulator/zip.mts';
import { CREDENTIAL_TYPE } from './engine.mts';
import { bytesOf, stored } from './priceFileSupport.mts';
import { addRecipeNodes } from './recipeNodes.mts';
import { STAND_INS } from './standIns.mts';
import { PRICES, useBench } from './support.mts';

const bench = useBench({ products: 100 });
beforeAll(() => {
	addRecipeNodes(bench.engine);
	// These two never run: what they would give is laid in.
	const noOp = STAND_INS['n8n-nodes-base.noOp'];
	for (const name of ['n8n-nodes-base.ftp', 'n8n-nodes-base.readWriteFile']) {
		bench.engine.addNodeType(name, noOp);
	}
});

const zipped = async (options: Partial<PriceFileOptions>) => {
	const file = [...priceFilePieces({ rows: 1_000, layout: 'F24', ...options })].join('');
	return await stored(zipOf([{ name: 'PRICE.TXT', bytes: Buffer.from(file, 'latin1') }]));
};

/** Runs an example with files laid in; tells the items that came out of a node. */
async function runExample(file: string, pinData: Record<string, INodeExecutionData[]>) {
	const { nodes, connections } = JSON.parse(readFileSync(`examples/${file}.json`, 'utf8')) as Pick<
		IWorkflowBase,
		'nodes' | 'connections'
	>;
	const withCredential = (node: INode): INode => ({
		...node,
		...(node.credentials && { credentials: { [CREDENTIAL_TYPE]: bench.credential } }),
	});
	const { data } = await bench.engine.runWorkflow({
		nodes: nodes.map(withCredential),
		connections,
		pinData,
	});
	return {
		error: data.resultData.error,
		outputOf: (name: string) => data.resultData.runData[name]?.[0]?.data?.main[0],
	};
}

describe('what changed in the price file', () => {
	const run = async (today: Awaited<ReturnType<typeof stored>>) => {
		const both = { yesterday: await zipped({}), today };
		return await runExample('price-file-changes', {
			"Read Yesterday's File": [{ json: {} }],
			"Download Today's File": [{ json: {}, binary: both }],
		});
	};

	it('goes to the shop, and the file is kept', async () => {
		const { error, outputOf } = await run(await zipped({ changed: 37 }));
		expect(error).toBeUndefined();
		expect(outputOf('Write to Your Shop')).toHaveLength(37);
		expect(outputOf('Write to Your Shop')?.[0].json).toMatchObject({
			ingramPartNumber: 'B0001',
			change: 'changed',
			changedFields: ['availabilityFlag'],
			before: { customerPrice: 3976.88, availabilityFlag: 'N' },
		});
		expect(outputOf("Keep as Yesterday's")).toHaveLength(1);
	});

	it('is nothing where the file is not whole, and that one is not kept', async () => {
		const { error, outputOf } = await run(await zipped({ rows: 500 }));
		expect(error?.message).toMatch(/^Today’s file has 500 rows/);
		expect(outputOf('Write to Your Shop')).toBeUndefined();
		expect(outputOf("Keep as Yesterday's")).toBeUndefined();
	});
});

it('makes a catalog of the file, and asks live for what sells', async () => {
	const { error, outputOf } = await runExample('price-file-catalog', {
		'Download the File': [{ json: {}, binary: { data: await zipped({}) } }],
	});
	expect(error).toBeUndefined();
	const [{ json, binary }] = outputOf('Import into Your Database') ?? [];
	const lines = (await bytesOf(binary!.data)).toString('utf8').trimEnd().split('\r\n');
	expect(json.products).toBe(lines.length - 1);
	expect(lines[0]).toBe(
		'ingramPartNumber,vendorName,description1,vendorPartNumber,upc,customerPrice,category',
	);
	expect(outputOf('Write to Your Shop')).toHaveLength(4);
	expect(bench.xi.requestsTo(PRICES)).toHaveLength(1);
});
