import { cancel } from '../../../nodes/IngramMicroOrders/cancel.operation.ts';
import { get } from '../../../nodes/IngramMicroOrders/get.operation.ts';
import { release } from '../../../nodes/IngramMicroOrders/release.operation.ts';
import { preparing } from '../../../nodes/shared/loop/item.ts';
import type { Operation } from '../../../nodes/shared/operation.ts';
import type { XiCredential } from '../../../nodes/shared/transport/account.ts';
import { badInputOf } from '../support.mts';

const credential = (environment: XiCredential['environment']): XiCredential => ({
	environment,
	baseUrl: 'https://xi.example',
	clientId: 'client',
	customerNumber: '20-222222',
	countryCode: 'US',
	senderId: 'tests',
});

function prepared(operation: Operation, options: object, environment: XiCredential['environment']) {
	const given: Record<string, unknown> = { order: '20-RD128', previewOnly: false, options };
	const context = { getNodeParameter: (name: string) => given[name] };
	return preparing(context, operation, credential(environment))(0);
}

describe('parameters of the sandbox', () => {
	it.each<[Operation, object, string]>([
		[get, { simulateStatus: 'IM::HOLD' }, 'Simulate Status (Sandbox)'],
		[get, { regionCode: 'CS' }, 'Region Code (Sandbox)'],
		[cancel, { regionCode: 'CS' }, 'Region Code (Sandbox)'],
		[release, { regionCode: 'CS' }, 'Region Code (Sandbox)'],
	])('are refused in production, and only there: %# %j', (operation, given, name) => {
		const error = badInputOf(() => prepared(operation, given, 'production'));
		expect(error.message).toBe(
			`'${name}' in 'Options' works in Ingram Micro’s sandbox only, and the environment of the credential is Production`,
		);
		expect(() => prepared(operation, given, 'sandbox')).not.toThrow();
		expect(() => prepared(operation, given, 'custom')).not.toThrow();
	});

	it.each<[Operation]>([[get], [cancel], [release]])('may be left out: %#', (operation) => {
		expect(() => prepared(operation, {}, 'production')).not.toThrow();
		expect(() => prepared(operation, { regionCode: ' ' }, 'production')).not.toThrow();
	});
});
