import { badRequest, type Problem } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import type { QueryValues } from '../../query.mts';
import type { Customer } from '../../options.mts';
import { cents } from '../../state/generator.mts';
import { headStatus, searchStatus, searchStatuses } from '../../state/orderStatus.mts';
import type { Order, OrderLine } from '../../state/orders.mts';
import type { World } from '../../state/world.mts';
import { pageOf } from '../paging.mts';
import { recordsFound } from '../recordsFound.mts';
import { vendorOrderOf } from './detailsAnswer.mts';
import { amountsOf, day, inCapitals, stamp } from './parts.mts';

const number35 = { kind: 'text', max: 35 } as const;

const query = {
	ingramOrderNumber: { kind: 'text', max: 11 },
	orderStatus: { kind: 'choice', values: searchStatuses },
	'orderStatus-in': { kind: 'list', commas: 'refused', values: searchStatuses },
	ingramOrderDate: { kind: 'date' },
	// One hyphen and three underscores: so it is.
	'ingramOrderDate-bt': { kind: 'dates' },
	invoiceDate_bt: { kind: 'dates' },
	shipDate_bt: { kind: 'dates' },
	deliveryDate_bt: { kind: 'dates' },
	customerOrderNumber: number35,
	endCustomerOrderNumber: number35,
	ingramPartNumber: number35,
	vendorPartNumber: number35,
	serialNumber: number35,
	trackingNumber: number35,
	vendorName: number35,
	specialBidNumber: number35,
	pageSize: { kind: 'integer', min: 1, max: 100 },
	pageNumber: { kind: 'integer', min: 1, max: 100_000_000 },
} as const;

type Query = QueryValues<typeof query>;
type Test = (order: Order) => boolean;

/**
 * Search orders: `GET /resellers/v6/orders/search`, newest first. Filters narrow.
 *
 * Numbers are text here, and nothing found is 204 without a body. Assumptions: a page behind the
 * last one is nothing found; texts must be equal, in any case; a status fits when any part of the
 * order has it.
 */
export const searchOrders = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/orders/search',
	query,
	handle: ({ world, customer, query: sent }) => {
		const problems = notInAustralia(customer, sent);
		if (problems.length > 0) return badRequest('id', problems);
		const tests = testsOf(sent);
		const found = candidates(world, customer, sent).filter(
			(order) => order.isHidden !== true && tests.every((test) => test(order)),
		);
		// The list is oldest first.
		const { records, counters, hasNext, places } = pageOf(world, found.toReversed(), {
			page: sent.pageNumber,
			size: sent.pageSize,
		});
		if (records.length === 0) return { status: 204 };
		const { pageNumber, pageSize } = counters;
		return {
			status: 200,
			body: {
				...recordsFound(world, places, true),
				pageSize: String(pageSize),
				pageNumber: String(pageNumber),
				orders: records.map((order) => record(world, order)),
				nextPage: hasNext ? link(pageNumber + 1) : '',
				previousPage: pageNumber > 1 ? link(pageNumber - 1) : '',
			},
		};
	},
});

/** Filters of which the portal says that Australia does not have them. That they are refused is assumed. */
function notInAustralia({ countryCode }: Customer, sent: Query): Problem[] {
	if (countryCode !== 'AU') return [];
	const names = [
		'invoiceDate_bt',
		'deliveryDate_bt',
		'trackingNumber',
		'specialBidNumber',
	] as const;
	return names
		.filter((field) => (sent[field]?.length ?? 0) > 0)
		.map((field) => ({ field, message: 'Not supported in this country' }));
}

/** As broken as the sample: a template that nobody has filled in. */
function link(pageNumber: number): string {
	return `/resellers/v6/orders/[original_parameters]&pageNumber=${pageNumber}`;
}

function candidates(world: World, customer: Customer, sent: Query): readonly Order[] {
	if (sent.customerOrderNumber !== undefined) {
		return world.orders.byCustomerOrderNumber(customer, sent.customerOrderNumber);
	}
	if (sent.ingramOrderNumber !== undefined) {
		return world.orders.byNumber(customer, sent.ingramOrderNumber);
	}
	return world.orders.of(customer);
}

function testsOf(sent: Query): Test[] {
	const tests: Test[] = [];
	const statuses: string[] = [
		...(sent.orderStatus ? [sent.orderStatus] : []),
		...sent['orderStatus-in'],
	];
	if (statuses.length > 0) {
		tests.push((order) => partsOf(order).some(({ status }) => statuses.includes(status)));
	}
	if (sent.ingramOrderNumber !== undefined) {
		const number = sent.ingramOrderNumber.toUpperCase();
		tests.push(
			({ ingramOrderNumber, lines }) =>
				ingramOrderNumber === number ||
				lines.some(({ subOrderNumber }) => subOrderNumber === number),
		);
	}
	const orderDate = sent.ingramOrderDate;
	if (orderDate !== undefined) tests.push(({ createdAt }) => day(createdAt) === orderDate);
	const between = (
		dates: readonly string[],
		timesOf: (order: Order) => (number | undefined)[],
	): void => {
		const [first, last] = dates;
		if (first === undefined || last === undefined) return;
		tests.push((order) =>
			timesOf(order).some((time) => time !== undefined && first <= day(time) && day(time) <= last),
		);
	};
	const shipments = ({ lines }: Order) => lines.flatMap((line) => line.shipments);
	between(sent['ingramOrderDate-bt'], ({ createdAt }) => [createdAt]);
	between(sent.invoiceDate_bt, (order) => shipments(order).map(({ invoicedAt }) => invoicedAt));
	between(sent.shipDate_bt, (order) => shipments(order).map(({ shippedAt }) => shippedAt));
	between(sent.deliveryDate_bt, (order) => shipments(order).map(({ deliveredAt }) => deliveredAt));

	const equal = (
		wanted: string | undefined,
		textsOf: (order: Order) => (string | undefined)[],
	): void => {
		if (wanted === undefined) return;
		const text = wanted.toUpperCase();
		tests.push((order) => textsOf(order).some((one) => one?.toUpperCase() === text));
	};
	const ofLines = (textOf: (line: OrderLine) => string | undefined) => (order: Order) =>
		order.lines.map(textOf);
	equal(sent.endCustomerOrderNumber, ({ purchase }) => [purchase.endCustomerOrderNumber]);
	equal(
		sent.ingramPartNumber,
		ofLines(({ goods }) => goods.ingramPartNumber),
	);
	equal(
		sent.vendorPartNumber,
		ofLines(({ goods }) => goods.vendorPartNumber),
	);
	equal(
		sent.vendorName,
		ofLines(({ goods }) => goods.vendorName),
	);
	equal(
		sent.specialBidNumber,
		ofLines((line) => line.specialBidNumber),
	);
	equal(sent.trackingNumber, (order) =>
		shipments(order).map(({ trackingNumber }) => trackingNumber),
	);
	equal(sent.serialNumber, (order) => shipments(order).flatMap((one) => one.serialNumbers));
	return tests;
}

/** The parts of an order, one for each warehouse. */
function partsOf(order: Order): { number: string; total: number; status: string }[] {
	const numbers = [...new Set(order.lines.map(({ subOrderNumber }) => subOrderNumber))];
	return numbers.map((number) => {
		const lines = order.lines.filter(({ subOrderNumber }) => subOrderNumber === number);
		return {
			number,
			total: lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0),
			status: searchStatus(order, lines),
		};
	});
}

function record(world: World, order: Order): Record<string, unknown> {
	const { purchase, ingramOrderNumber } = order;
	const details = (number: string): Record<string, string> => ({
		topic: 'orders',
		href: `/resellers/v6.1/orders/${number}`,
		type: 'GET',
	});
	return {
		ingramOrderNumber,
		ingramOrderDate: stamp(order.createdAt),
		customerOrderNumber: inCapitals(world, purchase.customerOrderNumber ?? ''),
		vendorSalesOrderNumber: order.orderType === 'D' ? vendorOrderOf(order) : '',
		vendorName: order.lines[0]?.goods.vendorName ?? '',
		endUserCompanyName: inCapitals(world, String(purchase.endUserInfo?.companyName ?? '')),
		orderTotal: amountsOf(order).total.toFixed(2),
		orderStatus: order.words?.head ?? headStatus(order),
		subOrders: [
			...partsOf(order).map(({ number, total, status }) => ({
				subOrderNumber: number,
				subOrderTotal: cents(total).toFixed(2),
				subOrderStatus: order.words?.parts ?? status,
				links: details(number),
			})),
			// As in the sample, the last one holds nothing but the link to the whole.
			{ links: details(ingramOrderNumber) },
		],
	};
}
