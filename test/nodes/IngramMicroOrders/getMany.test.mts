import { getMany } from '../../../nodes/IngramMicroOrders/getMany.operation.ts';
import { project } from '../../../nodes/shared/output.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors.ts';
import { badInputOf, paramsOf, range, requestFor } from '../support.mts';
import { BAD_FILTERS } from './badOrders.mts';

describe('Get Many Orders', () => {
	const searchFor = (filters: unknown) => requestFor(getMany, { filters });

	it('is a search without filters by default, and takes a 204 for an empty list', () => {
		expect(searchFor({})).toEqual({
			method: 'GET',
			path: '/resellers/v6/orders/search',
			query: {},
			nothingFound: [204],
		});
	});

	it.each<[object, object]>([
		[{ ingramOrderNumber: '20-RD128' }, { ingramOrderNumber: '20-RD128' }],
		[{ ingramOrderNumber: '20-RD128-11' }, { ingramOrderNumber: '20-RD128-11' }],
		[{ customerOrderNumber: 4711 }, { customerOrderNumber: '4711' }],
		[{ endCustomerOrderNumber: 'EU-1' }, { endCustomerOrderNumber: 'EU-1' }],
		[{ ingramPartNumber: '4A0036' }, { ingramPartNumber: '4A0036' }],
		[{ vendorPartNumber: 'E2016HV' }, { vendorPartNumber: 'E2016HV' }],
		[{ serialNumber: 'Q2EV' }, { serialNumber: 'Q2EV' }],
		[{ trackingNumber: 390064340282 }, { trackingNumber: '390064340282' }],
		[{ vendorName: 'Cisco' }, { vendorName: 'Cisco' }],
		[{ specialBidNumber: '3223A' }, { specialBidNumber: '3223A' }],
		[{ orderStatus: ['ON HOLD'] }, { orderStatus: 'ON HOLD' }],
		[{ orderStatus: 'on hold' }, { orderStatus: 'ON HOLD' }],
		[{ orderStatus: 'Shipped, On Hold' }, { 'orderStatus-in': ['SHIPPED', 'ON HOLD'] }],
		[{ orderStatus: ['SHIPPED', 'BACKORDERED'] }, { 'orderStatus-in': ['SHIPPED', 'BACKORDERED'] }],
		[{ ingramOrderDate: '2026-11-21T00:00:00' }, { ingramOrderDate: '2026-11-21' }],
		[
			{ ingramOrderDateRange: range('2026-11-01T00:00:00', '2026-11-21') },
			{ 'ingramOrderDate-bt': ['2026-11-01', '2026-11-21'] },
		],
		[
			{ invoiceDate: range('2026-11-01', '2026-11-02') },
			{ invoiceDate_bt: ['2026-11-01', '2026-11-02'] },
		],
		[
			{ shipDate: range('2026-11-01', '2026-11-01') },
			{ shipDate_bt: ['2026-11-01', '2026-11-01'] },
		],
		[
			{ deliveryDate: ['2026-11-01', '2026-11-02'] },
			{ deliveryDate_bt: ['2026-11-01', '2026-11-02'] },
		],
	])('for %j asks for %j', (filters, query) => {
		expect(searchFor(filters).query).toEqual(query);
	});

	it.each(BAD_FILTERS)('refuses %j', (filters, message) => {
		expect(badInputOf(() => searchFor(filters)).message).toContain(message);
	});

	const order = {
		ingramOrderNumber: '20-RD128',
		orderTotal: '120.00',
		orderStatus: 'OPEN',
		subOrders: [
			{ subOrderNumber: '20-RD128-11', subOrderTotal: '100.00', subOrderStatus: 'SHIPPED' },
			{ subOrderNumber: '20-RD128-21', subOrderTotal: '20.00', subOrderStatus: 'ON HOLD' },
			{ links: { topic: 'orders' } },
		],
	};
	const pageOf = (answer: object, choice?: string) =>
		getMany.page(answer, paramsOf(getMany, { return: choice }) as never);
	const simplified = (record: object) =>
		project(getMany.output, record as never, { output: 'simplified' });

	it('gives XI’s records, with numbers as numbers when simplified', () => {
		const page = pageOf({ recordsFound: '1', orders: [order] });
		expect(page).toEqual({ rows: [order], recordsFound: '1' });
		expect(simplified(order)).toStrictEqual({
			ingramOrderNumber: '20-RD128',
			customerOrderNumber: null,
			ingramOrderDate: null,
			orderStatus: 'open',
			orderTotal: 120,
			vendorName: null,
			endUserName: null,
			vendorSalesOrderNumber: null,
			subOrders: [
				{ subOrderNumber: '20-RD128-11', subOrderStatus: 'shipped', subOrderTotal: 100 },
				{ subOrderNumber: '20-RD128-21', subOrderStatus: 'on hold', subOrderTotal: 20 },
			],
		});
	});

	it('gives an item a sub-order on demand, and loses no order that has none', () => {
		const bare = { ingramOrderNumber: '20-AAAAA' };
		const { rows } = pageOf({ orders: [order, bare] }, 'subOrders');
		expect(rows.map((row) => row.subOrder)).toEqual([...order.subOrders.slice(0, 2), undefined]);
		expect(rows[2]).toEqual({ ingramOrderNumber: '20-AAAAA', subOrderCount: 0 });
		expect(rows.every((row) => !('subOrders' in row))).toBe(true);
		expect(simplified(rows[1])).toStrictEqual({
			ingramOrderNumber: '20-RD128',
			customerOrderNumber: null,
			ingramOrderDate: null,
			orderStatus: 'open',
			vendorName: null,
			endUserName: null,
			subOrderNumber: '20-RD128-21',
			subOrderStatus: 'on hold',
			subOrderTotal: 20,
		});
	});

	it.each([[{ recordsFound: '0' }], [{ orders: null }], [{ orders: [] }]])(
		'takes %j for nothing',
		(answer) => {
			expect(pageOf(answer).rows).toEqual([]);
		},
	);

	it.each([[{}], [{ orders: 'none' }]])('does not take %j for an answer', (answer) => {
		expect(() => pageOf(answer)).toThrow(UnexpectedAnswer);
	});
});
