import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** The rows of n8n's data tables by the table's name; they outlive a run, so a test empties them. */
export const DATA_TABLES = new Map<string, IDataObject[]>();

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function meets(row: IDataObject, { keyName, condition = 'eq', keyValue }: Condition): boolean {
	const value = row[keyName];
	if (condition === 'isEmpty') return isEmpty(value);
	if (condition === 'isNotEmpty') return !isEmpty(value);
	if (condition === 'eq') return value === keyValue;
	throw new Error(`The stand-in knows no condition "${condition}"`);
}

/** What a Data Table node asks for, item by item. */
function askedBy(context: IExecuteFunctions, item: number) {
	const { value: table } = context.getNodeParameter('dataTableId', item) as { value: string };
	const { conditions = [] } = context.getNodeParameter('filters', item, {}) as {
		conditions?: Condition[];
	};
	const { value: columns } = context.getNodeParameter('columns', item, {}) as {
		value?: IDataObject;
	};
	const rows = DATA_TABLES.get(table) ?? [];
	DATA_TABLES.set(table, rows);
	return {
		rows,
		found: rows.filter((row) => conditions.every((one) => meets(row, one))),
		columns: columns ?? {},
	};
}

/** What comes out for an item: rows, or the item itself where the node only looks. */
function rowsFor(context: IExecuteFunctions, item: number, input: IDataObject): IDataObject[] {
	const operation = String(context.getNodeParameter('operation', item));
	const { rows, found, columns } = askedBy(context, item);
	switch (operation) {
		case 'get':
			return found;
		case 'rowNotExists':
			return found.length === 0 ? [input] : [];
		case 'insert':
			rows.push({ ...columns });
			return [columns];
		case 'update':
			for (const row of found) Object.assign(row, columns);
			return found;
		default:
			throw new Error(`The stand-in knows no operation "${operation}"`);
	}
}

/** n8n's Data Table node, as far as the recipes use it: all of several conditions must be met. */
export const dataTable = (description: INodeType['description']): INodeType => ({
	description,
	async execute(this: IExecuteFunctions) {
		const output = this.getInputData().flatMap(({ json }, item): INodeExecutionData[] =>
			rowsFor(this, item, json).map((row) => ({ json: { ...row }, pairedItem: { item } })),
		);
		return [output];
	},
});
