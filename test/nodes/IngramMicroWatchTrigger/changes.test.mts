import type { IDataObject } from 'n8n-workflow';

import { invoice, Listed, Node } from './listed.mts';

/* What is told of a record of which something changed. */

describe('what changed', () => {
	it.each<[string, IDataObject, Array<IDataObject | null>]>([
		['a status', { invoiceStatus: 'PAID' }, [{ before: 'open', after: 'paid' }]],
		['capitals alone', { invoiceStatus: 'open ' }, []],
		['the form of the amount', { invoiceAmountInclTax: 10 }, []],
		['the American form of the date', { invoiceDate: '11/28/2026' }, []],
		['a status that XI leaves out', { invoiceStatus: null }, []],
		['an amount due', { invoicedAmountDue: 0 }, []],
		['the form of the date', { invoiceDate: '2026-11-28T09:00:00' }, []],
		['a credit memo of the same number', { invoiceAmountInclTax: -10 }, [{ change: 'appeared' }]],
	])('%s', async (_, more, expected) => {
		const xi = new Listed('invoices', [invoice(1)]);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: ['appeared', 'statusChanged'] });
		await node.poll();
		xi.records = [invoice(1, more)];
		expect(await node.poll()).toMatchObject(expected);
		expect(await node.poll()).toEqual([]);
	});

	it('has a key of its own each time, also where a status comes back', async () => {
		const xi = new Listed('invoices', [invoice(1)]);
		const node = new Node(xi, { watchFor: 'newInvoice', changes: ['statusChanged'] });
		await node.poll();
		const states = [node.state];
		const keys: unknown[] = [];
		for (const invoiceStatus of ['PAID', 'OPEN', 'PAID', 'OPEN', 'PAID']) {
			xi.records = [invoice(1, { invoiceStatus })];
			keys.push(...(await node.poll()).map(({ key }) => key));
			states.push(node.state);
		}
		expect(new Set(keys).size).toBe(5);
		// With an older state the last one comes again, as what it was.
		node.state = states[4];
		expect((await node.poll()).map(({ key }) => key)).toEqual([keys[4]]);
		node.state = states[2];
		expect((await node.poll()).map(({ key }) => key)).toEqual([keys[2]]);
	});

	it('has the same key whatever form the invoice number has', async () => {
		const told: IDataObject[] = [];
		for (const invoiceNumber of ['20RC1RJ11', '20-RC1RJ-11', ' 20-rc1rj-11 ']) {
			const node = new Node(new Listed('invoices', []), { watchFor: 'newInvoice' });
			await node.poll();
			node.xi.records = [invoice(1, { invoiceNumber })];
			told.push(...(await node.poll()));
		}
		expect(told).toHaveLength(3);
		expect(new Set(told.map(({ key }) => key)).size).toBe(1);
	});

	it.each(['ready to order', 'READY_TO_ORDER', 'Ready To Order', 'IM::READY TO ORDER'])(
		'is told by a status that is written as %s',
		async (status) => {
			const filters = { statuses: [status] };
			const node = new Node(new Listed('quotes', []), { watchFor: 'quoteChanged', filters });
			await node.poll();
			node.xi.records = ['Ready to Order', 'READY_TO_ORDER', 'Draft'].map((quoteStatus, i) => ({
				quoteNumber: `Q-${i}`,
				quoteStatus,
				ingramQuoteDate: '2026-11-28',
			}));
			const told = await node.poll();
			expect(told.map(({ after, quoteStatus }) => [after, quoteStatus])).toEqual([
				['ready to order', 'ready to order'],
				['ready to order', 'ready to order'],
			]);
		},
	);

	it('is told in the order of time, in whatever form XI writes it', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		await node.poll();
		const changed = ['2026-11-27T10:00:00', '11/26/2026', '2026-11-25', '11/28/2026'];
		xi.records = changed.map((lastModifiedDate, i) => ({
			quoteNumber: `Q-${i}`,
			quoteStatus: 'Active',
			ingramQuoteDate: '2026-01-02',
			lastModifiedDate,
		}));
		expect((await node.poll()).map(({ quoteNumber }) => quoteNumber)).toEqual([
			'Q-2',
			'Q-1',
			'Q-0',
			'Q-3',
		]);
	});

	it('is told of one of the types only, and where XI names none', async () => {
		const types = ['Invoice', 'CREDIT MEMO', undefined];
		const xi = new Listed('invoices', []);
		const node = new Node(xi, { watchFor: 'newInvoice', filters: { types: ['Credit Memo'] } });
		await node.poll();
		xi.records = types.map((invoiceType, i) => invoice(i, { invoiceType }));
		const told = await node.poll();
		expect(told.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['40-1', '40-2']);
	});

	it('is told with the status before, though another was between', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		const quote = (quoteStatus: string) => ({
			quoteNumber: 'QUO-1',
			quoteStatus,
			ingramQuoteDate: '2026-11-28',
			lastModifiedDate: '2026-11-28',
		});
		await node.poll();
		xi.records = [quote('Draft')];
		expect(await node.poll()).toMatchObject([{ change: 'appeared', after: 'draft' }]);
		xi.records = [];
		expect(await node.poll()).toEqual([]);
		xi.records = [quote('Ready to Order')];
		expect(await node.poll()).toMatchObject([{ before: 'draft', after: 'ready to order' }]);
	});

	it('shows on an older quote that nobody had seen, compared with nothing', async () => {
		const xi = new Listed('quotes', []);
		const node = new Node(xi, { watchFor: 'quoteChanged' });
		await node.poll();
		xi.records = [{ quoteNumber: 'Q-1', quoteStatus: 'Active', ingramQuoteDate: '2026-01-02' }];
		expect(await node.poll()).toMatchObject([
			{ change: 'statusChanged', before: null, after: 'active' },
		]);
	});

	it('is told of a record of which XI names no date', async () => {
		const xi = new Listed('returnsClaims', []);
		const node = new Node(xi, { watchFor: 'returnChanged' });
		await node.poll();
		xi.records = [{ caseRequestNumber: 'CAS-1', status: 'Open' }];
		expect(await node.poll()).toMatchObject([{ change: 'appeared', changedAt: null }]);
		expect(await node.poll()).toEqual([]);
	});
});
