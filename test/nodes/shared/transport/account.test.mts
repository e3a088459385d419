import { accountHeaders, type XiCredential } from '../../../../nodes/shared/transport/account.ts';
import { badInputOf } from '../../support.mts';

const credential: XiCredential = {
	baseUrl: 'https://api.example.com',
	clientId: 'id',
	environment: 'production',
	customerNumber: '20-222222',
	countryCode: 'us',
	senderId: 'Acme',
	customerContact: 'buyer@example.com',
};

describe('the headers of an account', () => {
	it('come from the credential, the sender under both of its names', () => {
		expect(accountHeaders(credential, {})).toEqual({
			'IM-CustomerNumber': '20-222222',
			'IM-CountryCode': 'US',
			'IM-SenderID': 'Acme',
			'IM-ApplicationID': 'Acme',
		});
	});

	it('come from the node where it sets its own', () => {
		const overrides = {
			customerNumber: '30-333333',
			countryCode: 'de',
			senderId: 'Other',
			customerContact: 'other@example.com',
			acceptLanguage: 'de',
		};
		expect(accountHeaders(credential, overrides, true)).toEqual({
			'IM-CustomerNumber': '30-333333',
			'IM-CountryCode': 'DE',
			'IM-SenderID': 'Other',
			'IM-ApplicationID': 'Other',
			'IM-CustomerContact': 'other@example.com',
			'Accept-Language': 'de',
		});
	});

	it('fall back to the credential where an option is not set', () => {
		const overrides = { customerNumber: undefined, countryCode: undefined, senderId: undefined };
		expect(accountHeaders(credential, overrides)['IM-CustomerNumber']).toBe('20-222222');
	});

	it('are trimmed', () => {
		const spaced = { ...credential, customerNumber: ' 20-222222 ', senderId: '\tAcme\n' };
		expect(accountHeaders(spaced, {})).toMatchObject({
			'IM-CustomerNumber': '20-222222',
			'IM-SenderID': 'Acme',
		});
	});

	it('take a number that an expression gave', () => {
		const numeric = { ...credential, customerNumber: 20222222 as unknown as string };
		expect(accountHeaders(numeric, {})['IM-CustomerNumber']).toBe('20222222');
	});

	it.each(['222222', '20-22222A', '20-AB2222', 'SBX', '20-222222-001', '20-22222222222'])(
		'hold the number %j as the account was given it',
		(customerNumber) => {
			const headers = accountHeaders({ ...credential, customerNumber }, {});
			expect(headers['IM-CustomerNumber']).toBe(customerNumber);
		},
	);

	it('hold the code IA of an Indian account', () => {
		expect(accountHeaders({ ...credential, countryCode: 'IA' }, {})['IM-CountryCode']).toBe('IA');
		expect(accountHeaders(credential, { countryCode: 'in' })['IM-CountryCode']).toBe('IN');
	});

	it('are cleaned of what nobody sees', () => {
		const copied = { ...credential, customerNumber: '20\u2011222222\u200b' };
		expect(accountHeaders(copied, {})['IM-CustomerNumber']).toBe('20-222222');
	});

	it('hold the contact where the operation needs it, and ask for it only then', () => {
		const contact = (from: XiCredential, needed: boolean) =>
			accountHeaders(from, {}, needed)['IM-CustomerContact'];
		expect(contact(credential, true)).toBe('buyer@example.com');
		expect(contact(credential, false)).toBeUndefined();
		const without = { ...credential, customerContact: '' };
		expect(contact(without, false)).toBeUndefined();
		expect(badInputOf(() => contact(without, true)).message).toBe(
			"'Customer Contact' is empty, and this operation is made in the name of a person",
		);
	});

	it('hold the contact that the node sets, needed or not', () => {
		const overrides = { customerContact: 'other@example.com' };
		for (const needed of [true, false]) {
			const { 'IM-CustomerContact': contact } = accountHeaders(credential, overrides, needed);
			expect(contact).toBe('other@example.com');
		}
	});

	it.each([
		['customerNumber', 'Customer Number'],
		['countryCode', 'Country Code'],
		['senderId', 'Sender ID'],
	])('are refused without %s', (field, name) => {
		for (const value of [undefined, '', '  ']) {
			const { message, remedy } = badInputOf(() =>
				accountHeaders({ ...credential, [field]: value }, {}),
			);
			expect(message).toMatch(new RegExp(`^'${name}' is empty, and `));
			expect(remedy).toBe('Fill it in in the credential, or under Options');
		}
	});

	it.each([
		['customerNumber', '2'.repeat(33), "'Customer Number' has 33 characters; at most 32"],
		['countryCode', 'USA', "'Country Code' has 3 characters; at most 2"],
		['countryCode', 'U1', `'Country Code' is "U1"; it must be two letters, e.g. US`],
		['senderId', 's'.repeat(33), "'Sender ID' has 33 characters; at most 32"],
		['senderId', 'Büro', `'Sender ID' is "Büro"; it must be plain letters, digits and signs`],
		['senderId', 'a\r\nX: b', `'Sender ID' is "a`],
		['customerContact', 'buyer', `'Customer Contact' is "buyer"; it must be an e-mail address`],
		['customerContact', `${'b'.repeat(53)}@example.com`, "'Customer Contact' has 65 characters"],
	])('are refused with %s %j, wherever it comes from', (field, value, message) => {
		const from = { [field]: value };
		const problems = [
			badInputOf(() => accountHeaders({ ...credential, ...from }, {}, true)),
			badInputOf(() => accountHeaders(credential, from, true)),
		];
		for (const problem of problems) expect(problem.message).toContain(message);
	});

	it('take what just fits', () => {
		const full = {
			customerNumber: '1234567890',
			senderId: 's'.repeat(32),
			customerContact: `${'b'.repeat(52)}@example.com`,
		};
		expect(accountHeaders(credential, full, true)).toMatchObject({
			'IM-CustomerNumber': full.customerNumber,
			'IM-SenderID': full.senderId,
			'IM-CustomerContact': full.customerContact,
		});
	});
});
