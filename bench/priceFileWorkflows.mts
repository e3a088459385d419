/** The products that are kept of the file: three of its 180 categories. */
export const CATEGORIES = ['0101', '0102', '0103'];

type Node = Record<string, unknown> & { name: string };

const node = (name: string, type: string, typeVersion: number, parameters: object): Node => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

/** A workflow of nodes one behind the other. */
const chain = (id: string, nodes: Node[]) => ({
	id,
	name: id,
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [node('Start', 'n8n-nodes-base.manualTrigger', 1, {}), ...nodes],
	connections: Object.fromEntries(
		nodes.map(({ name }, index) => [
			index === 0 ? 'Start' : nodes[index - 1].name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]),
	),
});

const disk = (name: string, fileSelector: string, dataPropertyName: string) =>
	node(name, 'n8n-nodes-base.readWriteFile', 1, { fileSelector, options: { dataPropertyName } });

/** What n8n itself takes: the file comes in, and nothing is done with it. */
export const nothing = (path: string) => chain('nothing', [disk('File', path, 'data')]);

export const ours = (id: string, path: string) =>
	chain(id, [
		disk('File', path, 'data'),
		node('Read', 'CUSTOM.ingramMicroPriceFile', 1, {
			operation: 'read',
			filters: { categories: CATEGORIES },
			returnAll: true,
		}),
	]);

export const n8nsOwn = (id: string, path: string) =>
	chain(id, [
		disk('File', path, 'data'),
		node('Extract', 'n8n-nodes-base.extractFromFile', 1, {
			operation: 'csv',
			binaryPropertyName: 'data',
			options: { headerRow: false, encoding: 'latin1', relaxQuotes: true },
		}),
		node('Filter', 'n8n-nodes-base.filter', 2.2, {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: CATEGORIES.map((rightValue) => ({
					id: rightValue,
					leftValue: '={{ $json.row[20] }}',
					rightValue,
					operator: { type: 'string', operation: 'equals' },
				})),
				combinator: 'or',
			},
			options: {},
		}),
	]);

/** Two files come in; they are compared, or nothing is done with them. */
export const twoFiles = (id: 'bothFiles' | 'compare', yesterday: string, today: string) => {
	const to = (name: string, index = 0) => ({ main: [[{ node: name, type: 'main', index }]] });
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		disk('Yesterday', yesterday, 'yesterday'),
		disk('Today', today, 'today'),
		node('Both', 'n8n-nodes-base.merge', 3, { mode: 'combine', combineBy: 'combineByPosition' }),
		...(id === 'compare'
			? [node('Compare', 'CUSTOM.ingramMicroPriceFile', 1, { operation: 'compare' })]
			: []),
	];
	const both = ['Yesterday', 'Today'].map((name) => ({ node: name, type: 'main', index: 0 }));
	const connections = {
		Start: { main: [both] },
		Yesterday: to('Both', 0),
		Today: to('Both', 1),
		...(id === 'compare' && { Both: to('Compare') }),
	};
	return { id, name: id, active: false, settings: { executionOrder: 'v1' }, nodes, connections };
};
