import { byInvoiceNumber, INVOICE_DETAILS, invoiceNumbersIn, runInvoices } from './support.mts';
import { pairedWith, useBench } from '../support.mts';

const COUNT = 500;

/** 60 calls a window, as XI has it, in windows that the test can afford: the reset has whole seconds. */
const bench = useBench({ products: 0, callsPerWindow: 60, windowSeconds: 1 });

it('reads 500 invoices from 500 items at 60 calls a window: none lost, in order, no 429 seen', async () => {
	bench.xi.addOrders(COUNT);
	const numbers = invoiceNumbersIn(bench);
	const { items, error } = await runInvoices(
		bench,
		{
			operation: 'get',
			invoice: byInvoiceNumber('={{ $json.number }}'),
			output: 'selectedFields',
			fields: ['invoiceNumber'],
		},
		numbers.map((number) => ({ number })),
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => (json.invoiceNumber as string).replaceAll('-', ''))).toEqual(
		numbers,
	);
	expect(items.map(pairedWith)).toEqual(numbers.map((_, item) => item));
	const answered = bench.xi.requestsTo(INVOICE_DETAILS).filter(({ status }) => status === 200);
	expect(answered).toHaveLength(COUNT);
}, 120_000);
