import { invoiceQueriesFor } from '../../../../nodes/shared/xi/invoices.ts';

describe('what is typed into the list of invoices', () => {
	it.each<[string, object[]]>([
		['', [{ orderby: 'InvoiceDate', direction: 'desc' }]],
		[
			'20-RD128',
			[
				{ invoiceNumber: '20-RD128' },
				{ orderNumber: '20-RD128' },
				{ customerOrderNumber: '20-RD128' },
			],
		],
		[
			'7059827143',
			[
				{ invoiceNumber: '7059827143' },
				{ customerOrderNumber: '7059827143' },
				{ orderNumber: '7059827143' },
			],
		],
		['705982714312', [{ customerOrderNumber: '705982714312' }, { orderNumber: '705982714312' }]],
		['PO 4711', [{ customerOrderNumber: 'PO 4711' }]],
	])('%j is searched by %j', (filter, queries) => {
		expect(invoiceQueriesFor(filter)).toEqual(queries);
	});
});
