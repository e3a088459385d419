import { wrapped404, type Problem } from '../../errors.mts';
import { usualHeaders } from '../../headers.mts';
import { defineOperation } from '../../operation.mts';
import type { Customer } from '../../options.mts';
import type { QueryValues } from '../../query.mts';
import {
	bareNumber,
	invoicesOf,
	isInReach,
	isOpen,
	ordersBehind,
	type Invoice,
} from '../../state/invoices.mts';
import type { Order } from '../../state/orders.mts';
import type { World } from '../../state/world.mts';
import { amountsOf, day, inCapitals } from '../orders/parts.mts';
import { pageOf } from '../paging.mts';

const date = { kind: 'date' } as const;
const text = { kind: 'text' } as const;

const query = {
	paymentTermsNetDate: date,
	invoiceDate: date,
	invoiceDueDate: date,
	orderDate: date,
	orderFromDate: date,
	orderToDate: date,
	orderNumber: text,
	// The one name with a capital.
	DeliveryNumber: text,
	invoiceNumber: { kind: 'text', max: 11 },
	invoiceStatus: text,
	invoiceType: text,
	customerOrderNumber: text,
	endCustomerOrderNumber: text,
	specialBidNumber: text,
	invoiceFromDueDate: date,
	invoiceToDueDate: date,
	invoiceFromDate: date,
	invoiceToDate: date,
	pageSize: { kind: 'integer', min: 1, max: 100 },
	pageNumber: { kind: 'integer', min: 1, max: 100_000_000 },
	orderby: { kind: 'text', max: 32 },
	direction: { kind: 'choice', values: ['asc', 'desc'] },
	serialNumber: { kind: 'text', max: 32 },
} as const;

type Query = QueryValues<typeof query>;
type Test = (invoice: Invoice) => boolean;
type ShownInvoice = Record<string, string | number>;

/**
 * Search invoices: `GET /resellers/v6/invoices`, of orders of the last two years, newest first.
 *
 * Assumptions: texts must be equal, in any case, and numbers also without their dashes; a range may
 * have one end only; what it sorts by are the names of the records, in any case; all invoices have
 * the type of the sample, Invoice. When there are none, see the quirk `noInvoices`.
 */
export const searchInvoices = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/invoices',
	errors: 'traceid',
	headers: [...usualHeaders, 'IM-ApplicationID'],
	query,
	check: ({ query: sent }) => problemsOf(sent),
	handle: ({ world, customer, query: sent }) => {
		const tests = testsOf(world, sent);
		const found = candidates(world, customer, sent)
			.flatMap((order) => invoicesOf(order, (one) => amountsOf(one).freight))
			.filter((invoice) => tests.every((test) => test(invoice)));
		const { records, counters, hasNext } = pageOf(world, inOrder(world, found, sent), {
			page: sent.pageNumber,
			size: sent.pageSize,
		});
		if (found.length === 0 && world.quirks.noInvoices === 'wrapped404') {
			return wrapped404('traceid', customer.customerNumber);
		}
		return {
			status: 200,
			body: {
				...counters,
				invoices: records.map((invoice) => record(world, invoice)),
				nextPage: hasNext ? link(customer, sent, counters.pageNumber + 1) : '',
			},
		};
	},
});

/** As mixed up as the sample: names that the call does not take, and both page counters. */
function link({ customerNumber }: Customer, sent: Query, pageNumber: number): string {
	const dates = `invoiceDateFrom=${sent.invoiceFromDate ?? ''}&invoiceDateTo=${sent.invoiceToDate ?? ''}`;
	return `/resellers/v6/invoices/?customerNumber=${customerNumber}&${dates}&page=1&size=${sent.pageSize ?? 25}&orderBy=invoiceDate&direction=desc&pageNumber=${pageNumber}`;
}

const columns = [
	'invoiceNumber',
	'invoiceStatus',
	'invoiceDate',
	'invoiceDueDate',
	'invoicedAmountDue',
	'invoiceAmountInclTax',
	'customerOrderNumber',
	'endCustomerOrderNumber',
	'erpOrderNumber',
	'orderCreateDate',
	'paymentTermsDueDate',
] as const;

const columnOf = (orderby: string): (typeof columns)[number] | undefined =>
	columns.find((column) => column.toLowerCase() === orderby.toLowerCase());

function problemsOf(sent: Query): Problem[] {
	const { orderby } = sent;
	if (orderby !== undefined && columnOf(orderby) === undefined) {
		return [{ field: 'orderby', value: orderby, message: 'There is no such column' }];
	}
	return [];
}

/** What was found, in the order that was asked for. */
function inOrder(world: World, found: Invoice[], { orderby, direction }: Query): Invoice[] {
	const column = orderby === undefined ? undefined : columnOf(orderby);
	const latestFirst = found.sort((one, other) => other.invoicedAt - one.invoicedAt);
	if (column === undefined) return latestFirst;
	const ascending = latestFirst
		.toReversed()
		.map((invoice) => ({ invoice, key: record(world, invoice)[column] ?? '' }))
		.sort((one, other) => compare(one.key, other.key))
		.map(({ invoice }) => invoice);
	return direction === 'desc' ? ascending.reverse() : ascending;
}

const compare = (one: string | number, other: string | number): number =>
	one < other ? -1 : one > other ? 1 : 0;

function candidates(world: World, customer: Customer, sent: Query): readonly Order[] {
	const number = sent.invoiceNumber ?? sent.orderNumber;
	if (number !== undefined) return ordersBehind(world, customer, number);
	const orders =
		sent.customerOrderNumber === undefined
			? world.orders.of(customer)
			: world.orders.byCustomerOrderNumber(customer, sent.customerOrderNumber);
	return orders.filter((order) => isInReach(world, order));
}

function testsOf(world: World, sent: Query): Test[] {
	const tests: Test[] = [];
	const equal = (
		wanted: string | undefined,
		textsOf: (invoice: Invoice) => readonly (string | undefined)[],
	): void => {
		if (wanted === undefined) return;
		const upper = wanted.toUpperCase();
		tests.push((invoice) => textsOf(invoice).some((one) => one?.toUpperCase() === upper));
	};
	const sameNumber = (
		wanted: string | undefined,
		numbersOf: (invoice: Invoice) => readonly string[],
	): void => {
		if (wanted === undefined) return;
		tests.push((invoice) =>
			numbersOf(invoice).some((number) => bareNumber(number) === bareNumber(wanted)),
		);
	};
	const within = (
		first: string | undefined,
		last: string | undefined,
		timeOf: (invoice: Invoice) => number,
	): void => {
		if (first !== undefined) tests.push((invoice) => day(timeOf(invoice)) >= first);
		if (last !== undefined) tests.push((invoice) => day(timeOf(invoice)) <= last);
	};
	const dueAt = (invoice: Invoice) => invoice.dueAt;
	const invoicedAt = (invoice: Invoice) => invoice.invoicedAt;
	const orderedAt = ({ order }: Invoice) => order.createdAt;

	sameNumber(sent.invoiceNumber, ({ invoiceNumber }) => [invoiceNumber]);
	sameNumber(sent.orderNumber, ({ order, lines }) => [
		order.ingramOrderNumber,
		...lines.map(({ line }) => line.subOrderNumber),
	]);
	within(sent.paymentTermsNetDate, sent.paymentTermsNetDate, dueAt);
	within(sent.invoiceDueDate, sent.invoiceDueDate, dueAt);
	within(sent.invoiceFromDueDate, sent.invoiceToDueDate, dueAt);
	within(sent.invoiceDate, sent.invoiceDate, invoicedAt);
	within(sent.invoiceFromDate, sent.invoiceToDate, invoicedAt);
	within(sent.orderDate, sent.orderDate, orderedAt);
	within(sent.orderFromDate, sent.orderToDate, orderedAt);
	equal(sent.DeliveryNumber, ({ lines }) => lines.map(({ deliveryNumber }) => deliveryNumber));
	equal(sent.invoiceStatus, (invoice) => [statusOf(world, invoice)]);
	equal(sent.invoiceType, () => ['Invoice']);
	equal(sent.endCustomerOrderNumber, ({ order }) => [order.purchase.endCustomerOrderNumber]);
	equal(sent.specialBidNumber, ({ lines }) => lines.map(({ line }) => line.specialBidNumber));
	equal(sent.serialNumber, ({ lines }) => lines.flatMap(({ serialNumbers }) => serialNumbers));
	return tests;
}

const statusOf = (world: World, invoice: Invoice): string =>
	isOpen(world, invoice) ? 'OPEN' : 'CLOSED';

/** A record of the list: here the invoice number has no dashes, that of the order has. */
function record(world: World, invoice: Invoice): ShownInvoice {
	const { order, lines, total } = invoice;
	return {
		paymentTermsDueDate: day(invoice.dueAt),
		erpOrderNumber: lines[0]?.line.subOrderNumber ?? order.ingramOrderNumber,
		invoiceAmountInclTax: total,
		invoiceNumber: bareNumber(invoice.invoiceNumber),
		invoiceStatus: statusOf(world, invoice),
		invoiceDate: day(invoice.invoicedAt),
		invoiceDueDate: day(invoice.dueAt),
		invoicedAmountDue: isOpen(world, invoice) ? total : 0,
		customerOrderNumber: inCapitals(world, order.purchase.customerOrderNumber ?? ''),
		endCustomerOrderNumber: inCapitals(world, order.purchase.endCustomerOrderNumber ?? ''),
		orderCreateDate: day(order.createdAt),
	};
}
