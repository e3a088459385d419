import { type Bench, type Runner, runnerOf } from '../support.mts';
import type { NodeRun } from '../engine.mts';

export const INVOICES = 'ingramMicroInvoices';
export const INVOICE_SEARCH = '/resellers/v6/invoices';
export const INVOICE_DETAILS = '/resellers/v6.1/invoices/{invoiceNumber}';
export const INVOICE_DETAILS_V6 = '/resellers/v6/invoices/{invoicenumber}';

/** A value for an invoice's resource locator. */
export const byInvoiceNumber = (value: string) => ({ __rl: true, mode: 'invoiceNumber', value });

/** Runs the Invoices node. */
export const runInvoices = async (bench: Bench, ...call: Parameters<Runner>): Promise<NodeRun> =>
	await runnerOf(bench, INVOICES)(...call);

/** The invoice numbers of finished orders in the simulator's books, without dashes, as they came. */
export const invoiceNumbersIn = ({ xi }: Bench): string[] =>
	xi.orders.flatMap(({ lines }) => lines.flatMap(({ invoiceNumbers }) => invoiceNumbers));

/** A number with the dashes that Ingram Micro puts in: two, five and two characters. */
export const dashed = (number: string): string =>
	`${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`;
