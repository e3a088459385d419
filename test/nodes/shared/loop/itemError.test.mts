import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { BadInput } from '../../../../nodes/shared/errors.ts';
import { errorFor, errorItem } from '../../../../nodes/shared/loop/itemError.ts';
import { type FailureDetails, XiFailure } from '../../../../nodes/shared/transport/failure.ts';

const node: INode = {
	id: '1',
	name: 'Catalog',
	type: 'ingramMicroProductCatalog',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const endpoint = 'GET /resellers/v6/catalog';
const correlationId = 'c'.repeat(32);
const refused: FailureDetails = {
	reason: 'refused',
	message: 'Bad – a: b',
	remedy: 'Correct it',
	status: 400,
	endpoint,
	correlationId,
	xi: { type: 'T', id: 'I', fields: [{ field: 'a', message: 'b' }] },
};

const ON = 'continueRegularOutput';

describe('the item for a failed one', () => {
	it('of a refusal holds all that is known, for workflows that branch on it', () => {
		expect(errorItem(node, { failure: new XiFailure(refused) }, 3)).toStrictEqual({
			json: {
				error: 'Bad – a: b [item 3]',
				details: {
					item: 3,
					reason: 'refused',
					remedy: 'Correct it',
					status: 400,
					endpoint,
					correlationId,
					type: 'T',
					id: 'I',
					fields: [{ field: 'a', message: 'b' }],
				},
			},
			pairedItem: { item: 3 },
		});
	});

	it('of a refusal is taken for a failed one at the error output of every n8n', () => {
		const { json } = errorItem(
			{ ...node, onError: 'continueErrorOutput' },
			{ failure: new XiFailure(refused) },
			3,
		);
		// Before 2.34 n8n sends any item with other fields than these out as a success.
		expect(Object.keys(json)).toEqual(['error', 'message']);
		expect(json.error).toBe('Bad – a: b [item 3]');
		expect(json.message).toEqual(
			errorItem(node, { failure: new XiFailure(refused) }, 3).json.details,
		);
	});

	it('of a full rate limit says when to come back', () => {
		const failure = new XiFailure({
			reason: 'rateLimited',
			message: 'Too many',
			endpoint,
			retryAt: new Date('2025-01-02T03:04:05Z'),
		});
		expect(errorItem(node, { failure }, 0)).toStrictEqual({
			json: {
				error: 'Too many [item 0]',
				details: { item: 0, reason: 'rateLimited', endpoint, retryAt: '2025-01-02T03:04:05.000Z' },
			},
			pairedItem: { item: 0 },
		});
	});

	it('of bad input says what would be right, if that is known', () => {
		expect(errorItem(node, { failure: new BadInput('Wrong', 'Do better') }, 1)).toStrictEqual({
			json: {
				error: 'Wrong [item 1]',
				details: { item: 1, reason: 'badInput', remedy: 'Do better' },
			},
			pairedItem: { item: 1 },
		});
		expect(errorItem(node, { failure: new BadInput('Wrong') }, 1).json.details).toStrictEqual({
			item: 1,
			reason: 'badInput',
		});
	});

	it('of something unforeseen is marked as such', () => {
		expect(errorItem(node, { failure: new TypeError('x is not a function') }, 2)).toStrictEqual({
			json: {
				error: 'x is not a function [item 2]',
				details: { item: 2, reason: 'unexpected' },
			},
			pairedItem: { item: 2 },
		});
	});

	it('of something that was to be written tells where, among its details', () => {
		const account = { environment: 'sandbox', customerNumber: '20-222222' } as const;
		for (const onError of [ON, 'continueErrorOutput'] as const) {
			const { json } = errorItem({ ...node, onError }, { failure: new BadInput('x'), account }, 0);
			expect(json.details ?? json.message).toStrictEqual({ item: 0, account, reason: 'badInput' });
			expect(Object.keys(json)).toHaveLength(2);
		}
	});

	it.each<[string, Error]>([
		['a refusal', new XiFailure(refused)],
		['bad input', new BadInput('Wrong', 'Do better')],
		['something unforeseen', new Error('x')],
	])('of %s goes out at the error output of n8n', (_, failure) => {
		const item = errorItem(node, { failure }, 0);
		// n8n takes an item for an error only where `error` stands in it with nothing but these.
		expect(Object.keys(item.json)).toEqual(['error', 'details']);
		expect(item.json.error).toEqual(expect.any(String));
		expect(Object.keys(item)).toEqual(['json', 'pairedItem']);
	});

	it('can be stored as it is', () => {
		const retryAt = new Date();
		const item = errorItem(node, { failure: new XiFailure({ ...refused, retryAt }) }, 0);
		expect(JSON.parse(JSON.stringify(item))).toEqual(item);
	});
});

describe('the error that stops the node', () => {
	it('of a refusal is one of an API, with status, item, advice and call', () => {
		const error = errorFor(node, { failure: new XiFailure(refused) }, 3) as NodeApiError;
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Bad – a: b [item 3]');
		expect(error.description).toBe(
			`Correct it (${endpoint}, status 400, correlation ID ${correlationId})`,
		);
		expect(error.httpCode).toBe('400');
		expect(error.context.itemIndex).toBe(3);
		expect(error.node).toBe(node);
	});

	it('of a broken connection has no status', () => {
		const failure = new XiFailure({ reason: 'interrupted', message: 'Broke', endpoint });
		const error = errorFor(node, { failure: failure }, 0) as NodeApiError;
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Broke [item 0]');
		expect(error.description).toBe(`(${endpoint})`);
		expect(error.httpCode).toBeNull();
	});

	it('of bad input is one of the operation, with the remedy', () => {
		const error = errorFor(
			node,
			{ failure: new BadInput('Wrong', 'Do better') },
			1,
		) as NodeOperationError;
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('Wrong [item 1]');
		expect(error.description).toBe('Do better');
		expect(error.context.itemIndex).toBe(1);
	});

	it('of something unforeseen keeps what it was', () => {
		const failure = new TypeError('x is not a function');
		const error = errorFor(node, { failure: failure }, 2) as NodeOperationError;
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toContain('x is not a function');
		expect(error.cause).toBe(failure);
		expect(error.context.itemIndex).toBe(2);
	});

	it.each([400, 401, 403, 404, 405, 429, 500, 503])(
		'of status %d keeps our words, not n8n’s own for that status',
		(status) => {
			const error = errorFor(
				node,
				{ failure: new XiFailure({ ...refused, status }) },
				0,
			) as NodeApiError;
			expect(error.message).toBe('Bad – a: b [item 0]');
			expect(error.httpCode).toBe(String(status));
		},
	);

	it.each(['The host answered ENOTFOUND', 'Preexisting order', 'Permission: EACCES'])(
		'keeps the words "%s", in which n8n sees a code of Node’s',
		(message) => {
			const failures = [new XiFailure({ ...refused, message }), new BadInput(message)];
			for (const failure of failures) {
				expect(errorFor(node, { failure: failure }, 0).message).toBe(`${message} [item 0]`);
			}
		},
	);
});

describe('as the tool of an agent', () => {
	const tool = { ...node, type: `n8n-nodes-ingram-micro.${node.type}Tool` };
	const told = (failure: Error, receipts?: string[]) =>
		errorFor(tool, { failure, receipts }, 0).message;

	it('is told by the type alone', () => {
		const failure = new BadInput('Wrong', 'Do better');
		expect(told(failure)).toBe('Wrong [item 0]. Do better.');
		for (const type of [node.type, 'toolbox', 'ingramMicroToolShop']) {
			expect(errorFor({ ...node, type }, { failure }, 0).message).toBe('Wrong [item 0]');
		}
	});

	it('a failure says in its message all that can be acted on, and in the same words in its item', () => {
		const message = `Bad – a: b [item 0]. Correct it (${endpoint}, status 400, correlation ID ${correlationId}).`;
		const failure = new XiFailure(refused);
		expect(told(failure)).toBe(message);
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			expect(errorItem({ ...tool, onError }, { failure }, 0).json.error).toBe(message);
		}
		// n8n shows it to people.
		expect(errorFor(tool, { failure }, 0)).toMatchObject({
			description: `Correct it (${endpoint}, status 400, correlation ID ${correlationId})`,
		});
	});

	it('the time from which it can be called again, where no other word says it', () => {
		const retryAt = new Date('2025-01-02T03:04:05Z');
		const limited = { reason: 'rateLimited', endpoint, retryAt } as const;
		expect(told(new XiFailure({ ...limited, message: 'Too many' }))).toBe(
			`Too many [item 0]. (${endpoint}). It can be called again from 2025-01-02T03:04:05.000Z.`,
		);
		const message = `Not before ${retryAt.toISOString()}`;
		expect(told(new XiFailure({ ...limited, message }))).toBe(
			`${message} [item 0]. (${endpoint}).`,
		);
	});

	it.each<[string, object, RegExp]>([
		['unknown', {}, /Do not call this tool again for it: it may have been done/],
		['partial', {}, /Do not call this tool again for the same: what is named here is done/],
		['refused', { existing: ['order 20-1'] }, /Do not choose another number by yourself/],
	])('what to keep from, after %s %j', (reason, more, words) => {
		const details = { ...refused, ...more, reason } as FailureDetails;
		expect(told(new XiFailure(details))).toMatch(words);
		expect(errorFor(node, { failure: new XiFailure(details) }, 0).message).not.toMatch(words);
	});

	it('that something was done before it failed, in its item as well', () => {
		const failed = { failure: new TypeError('x'), receipts: ['order 20-1'] };
		const message = /^x \[item 0\]\. Done before that: order 20-1\. Do not call this tool again/;
		expect(errorFor(tool, failed, 0).message).toMatch(message);
		expect(errorItem({ ...tool, onError: ON }, failed, 0).json.error).toMatch(message);
	});

	it('what was there already, which was not done and so may be asked for again', () => {
		const failed = { failure: new TypeError('x'), receipts: [], there: ['order 20-1'] };
		expect(errorFor(tool, failed, 0).message).toBe('x [item 0]. Already there: order 20-1.');
		expect(errorFor(node, { ...failed, receipts: ['order 20-2'] }, 0)).toMatchObject({
			description: 'Done before that: order 20-2. Already there: order 20-1.',
		});
	});

	it('of a long list only the beginning, and of a long text', () => {
		const candidates = Array.from({ length: 12 }, (_, n) => ({ ingramPartNumber: `P${n}` }));
		const details = { ...refused, candidates } as FailureDetails;
		const message = told(new XiFailure(details));
		expect(message).toContain('candidates: [{"ingramPartNumber":"P0"}');
		expect(message).toContain('{"ingramPartNumber":"P9"}] and 2 more.');
		expect(message).not.toContain('P10');
		const partialRows = [{ text: 'x'.repeat(10_000) }];
		const long = told(new XiFailure({ ...refused, partialRows } as FailureDetails));
		expect(long).toMatch(/partial rows: .*x…$/);
		expect(long.length).toBeLessThan(4_500);
	});
});
