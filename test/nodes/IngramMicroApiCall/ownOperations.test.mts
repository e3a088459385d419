import { callPathOf } from '../../../nodes/IngramMicroApiCall/callPath.ts';
import { call } from '../../../nodes/IngramMicroApiCall/call.operation.ts';
import { refuseOwnOperations } from '../../../nodes/IngramMicroApiCall/ownOperations.ts';
import type { XiCall } from '../../../nodes/shared/transport/request.ts';
import { CALLS } from '../../conformance/names.mts';
import { requestFor } from '../support.mts';

const refused = (method: string, path: string): string | undefined => {
	try {
		refuseOwnOperations(method as XiCall['method'], callPathOf(path, "'Path'"));
		return undefined;
	} catch (error) {
		return (error as { remedy?: string }).remedy;
	}
};

describe('a call that buys or changes something', () => {
	it.each([
		['POST', '/resellers/v6/orders', 'Create Order of'],
		['POST', '/resellers/V6/Orders', 'Create Order of'],
		['POST', '/resellers/v6/ORDERS', 'Create Order of'],
		['POST', '/resellers/v6/%6Frders', 'Create Order of'],
		['POST', '/resellers/v5/orders/create', 'Create Order of'],
		['POST', '/resellers/orders', 'Create Order of'],
		['POST', '/resellers/v7/orders', 'Create Order Asynchronously of'],
		['PUT', '/resellers/v6/orders/20-RC1RD', 'Modify Order or Release Order'],
		['PATCH', '/resellers/v6/orders/20-RC1RD', 'Modify Order or Release Order'],
		['PUT', '/resellers/v6/orders/search', 'Modify Order or Release Order'],
		['DELETE', '/resellers/v6/orders/20-RC1RD', 'Cancel Order'],
		['POST', '/resellers/v6/q2o/orders', 'Order Quote'],
		['POST', '/resellers/v6/quotes/create', 'Create Quote'],
		['POST', '/resellers/v6/returns/create', 'Create Return'],
		['POST', '/resellers/v8/RMA', 'Create Return'],
		['DELETE', '/resellers/v6/returns/12', 'one of the other nodes'],
		['POST', '/resellers/v9/checkout', 'one of the other nodes'],
	])('%s %s is refused with the operation to use', (method, path, operation) => {
		expect(refused(method, path)).toContain(operation);
		expect(refused(method, path)).toContain('Send Without Checks');
	});

	it.each([
		['GET', '/resellers/v6/orders/20-RC1RD'],
		['POST', '/resellers/v6/catalog/priceandavailability'],
		['POST', '/resellers/v6/renewals/search'],
		['POST', '/resellers/v6/freightestimate'],
		['POST', '/resellers/v6/q2o/validatequote'],
		['POST', '/resellers/v7/vendorrequiredinfo'],
		['POST', '/resellers/v1/webhooks/orderstatusevent'],
		['POST', '/resellers/v1/something'],
	])('%s %s is none', (method, path) => {
		expect(refused(method, path)).toBeUndefined();
	});

	it('is known for each write of the other nodes', () => {
		const writes = CALLS.map(({ call }) => call.split(' '))
			.filter(([method]) => method !== 'GET')
			.map(([method, path]) => `${method} ${path.replaceAll(/\{\w+\}/g, '20-RC1RD')}`)
			.filter(
				(one) => one.includes('/resellers/') && refused(...(one.split(' ') as [string, string])),
			);
		expect(writes.sort()).toEqual([
			'DELETE /resellers/v6/orders/20-RC1RD',
			'POST /resellers/v6/orders',
			'POST /resellers/v6/q2o/orders',
			'POST /resellers/v6/quotes/create',
			'POST /resellers/v6/returns/create',
			'POST /resellers/v7/orders',
			'PUT /resellers/v6/orders/20-RC1RD',
		]);
	});
});

it('a call goes out in the name of a person where Ingram Micro wants one', () => {
	for (const { call: named, names } of CALLS) {
		const [method, path] = named.split(' ');
		if (!names || !path.startsWith('/resellers/')) continue;
		const request = requestFor(call, {
			method,
			path: path.replaceAll(/\{\w+\}/g, 'X1'),
			sendUnchecked: true,
		});
		expect([named, request.needsCustomerContact ?? false]).toEqual([
			named,
			names.headers.includes('IM-CustomerContact'),
		]);
	}
});
