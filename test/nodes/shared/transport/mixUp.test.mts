import { elsewhere, withMixUp } from '../../../../nodes/shared/transport/mixUp.ts';
import type { FailureDetails } from '../../../../nodes/shared/transport/failure.ts';
import type { XiCredential } from '../../../../nodes/shared/transport/account.ts';

const settingsOf = (environment: XiCredential['environment'], customerNumber = '20-700000') => ({
	credential: {
		baseUrl: 'https://api.example.com',
		clientId: 'id',
		environment,
		customerNumber: '20-700000',
		countryCode: 'US',
		senderId: 'n8n',
	},
	overrides: { customerNumber },
});

const failed = (more: Partial<FailureDetails>): FailureDetails => ({
	reason: 'refused',
	message: 'No',
	remedy: 'Check it',
	endpoint: 'GET /resellers/v6.1/orders/{ordernumber}',
	...more,
});

const SANDBOX = 'What was made in the sandbox is not known in production';
const PRODUCTION = 'What was made in production is not known in the sandbox';
const CERTAIN = /^(\S+) is the account of Ingram Micro’s sandbox/;

describe('what may be in the other environment', () => {
	it.each([
		'/resellers/v6/orders/search',
		'/resellers/v6.1/invoices/{invoiceNumber}',
		'/resellers/v6/quotes/{quoteNumber}',
		'/resellers/v6/q2o/orders',
		'/resellers/v6/returns/{caseRequestNumber}',
		'/resellers/v6/renewals/{renewalId}',
		'/resellers/v6/deals/{dealId}',
	])('is what %s is about', (path) => {
		expect(elsewhere(`GET ${path}`, settingsOf('production'))).toContain(SANDBOX);
		expect(elsewhere(`GET ${path}`, settingsOf('sandbox'))).toContain(PRODUCTION);
		expect(elsewhere(`GET ${path}`, settingsOf('custom'))).toBeUndefined();
	});

	it('is no product', () => {
		const details = 'GET /resellers/v6/catalog/details/{ingramPartNumber}';
		expect(elsewhere(details, settingsOf('production'))).toBeUndefined();
	});
});

describe('a failure', () => {
	it.each([
		[{ status: 404 }, {}, true],
		[{ status: 500, remedy: 'Check the number' }, { 500: 'Check the number' }, true],
		[{ status: 500, remedy: 'Run it after that time' }, { 500: 'Check the number' }, false],
		[{ status: 500 }, {}, false],
		[{ status: 400 }, {}, false],
		[{}, {}, false],
	])('%j with advice %j names the other environment: %j', (more, remedies, expected) => {
		const failure = failed(more);
		const { remedy } = withMixUp(failure, { remedies }, settingsOf('production'));
		expect(remedy?.startsWith(failure.remedy as string)).toBe(true);
		expect(remedy?.includes(SANDBOX)).toBe(expected);
		expect(withMixUp(failure, { remedies }, settingsOf('custom'))).toEqual(failure);
	});

	it.each(['20-222222', '20222222'])(
		'of the account %s in production is a mix-up, and in the sandbox none',
		(account) => {
			for (const reason of ['refused', 'unauthorized'] as const) {
				const { remedy } = withMixUp(failed({ reason }), {}, settingsOf('production', account));
				expect(CERTAIN.exec(remedy ?? '')?.[1]).toBe(account);
				expect(remedy).toMatch(/Check it$/);
			}
			const failure = failed({});
			expect(withMixUp(failure, {}, settingsOf('sandbox', account))).toEqual(failure);
			expect(withMixUp(failure, {}, settingsOf('custom', account))).toEqual(failure);
		},
	);

	it.each(['rateLimited', 'serverFault', 'interrupted', 'unreachable', 'maintenance'] as const)(
		'for the reason %s is none',
		(reason) => {
			const failure = failed({ reason });
			expect(withMixUp(failure, {}, settingsOf('production', '20-222222'))).toEqual(failure);
		},
	);
});
