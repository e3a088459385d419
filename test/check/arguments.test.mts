import { accountOf, type Asker } from '../../check/account.mts';
import { help, isProduction, readArguments, type Wishes } from '../../check/arguments.mts';

const sandbox: Wishes = { production: false };
const env = {
	XI_CLIENT_ID: 'an-id',
	XI_CLIENT_SECRET: 'a-secret',
	XI_CUSTOMER_NUMBER: '20-222222',
	XI_COUNTRY_CODE: 'de',
	XI_SENDER_ID: 'me',
	XI_CUSTOMER_CONTACT: 'a@example.com',
};

/** Answers questions with what is given, and keeps them. */
function asker(answers: string[]): Asker & { asked: string[] } {
	const asked: string[] = [];
	const answer = (question: string) => {
		asked.push(question);
		return Promise.resolve(answers.shift() ?? '');
	};
	return { asked, text: answer, secret: async (question) => await answer(`${question} (secret)`) };
}

describe('the command line', () => {
	it.each([
		[[], { production: false }],
		[['--production'], { production: true }],
		[['--orders'], { production: false, order: 'cancel' }],
		[['--orders', '--release'], { production: false, order: 'release' }],
		[
			['--report', 'a.md', '--record', 'b', '--base-url', 'http://127.0.0.1:4010/'],
			{ production: false, report: 'a.md', record: 'b', baseUrl: 'http://127.0.0.1:4010' },
		],
	])('of %j is %j', (args, wishes) => {
		expect(readArguments(args)).toEqual(wishes);
	});

	it('gives help that names every option', () => {
		expect(readArguments(['--help'])).toBeUndefined();
		for (const option of ['production', 'orders', 'release', 'report', 'record', 'base-url']) {
			expect(help).toContain(`--${option} `);
		}
	});

	it.each([
		[['--client-secret', 'hush'], /Keys are not taken as arguments/],
		[['--secret=hush'], /Keys are not taken as arguments/],
		[['--clientSecret=hush'], /Keys are not taken as arguments/],
		[['--password', 'hush'], /Keys are not taken as arguments/],
		[['hush'], /an argument that is no option/],
		[['--nothing=hush'], /--nothing cannot be used so/],
		[['--orders=hush'], /--orders cannot be used so/],
		[['--report'], /--report cannot be used so/],
		[['--release'], /--release goes with --orders/],
		[['--orders', '--production'], /sandbox only/],
		[['--base-url', 'hush'], /must be an address/],
	])('of %j is refused, without a value', (args, message) => {
		const reading = () => readArguments(args);
		expect(reading).toThrow(message);
		expect(reading).not.toThrow(/hush/);
	});

	it.each([
		['http://127.0.0.1:4010', false],
		['http://localhost:4010', false],
		['https://gateway.example/sandbox', false],
		['https://gateway.example', true],
		['https://api.ingrammicro.com', true],
	])('with %s is about production: %s', (baseUrl, production) => {
		expect(isProduction({ ...sandbox, baseUrl })).toBe(production);
	});
});

describe('the account', () => {
	it('comes from the environment, in the sandbox', async () => {
		expect(await accountOf(sandbox, env, undefined)).toEqual({
			environment: 'sandbox',
			clientId: 'an-id',
			clientSecret: 'a-secret',
			customerNumber: '20-222222',
			countryCode: 'DE',
			senderId: 'me',
			customerContact: 'a@example.com',
		});
	});

	it('is asked for where the environment has nothing, its keys in secret', async () => {
		const ask = asker(['an-id', 'a-secret', '20-222222', 'US', 'n8n', '']);
		const account = await accountOf(sandbox, {}, ask);
		expect(account).toMatchObject({ clientSecret: 'a-secret', customerContact: '' });
		expect(ask.asked.filter((question) => question.endsWith('(secret)'))).toEqual([
			'Client ID (secret)',
			'Client Secret (secret)',
		]);
	});

	it('names the variables that are missing where nobody can be asked', async () => {
		const { XI_CLIENT_SECRET: _, ...rest } = env;
		await expect(accountOf(sandbox, rest, undefined)).rejects.toThrow(/: set XI_CLIENT_SECRET$/);
	});

	it.each(['production', ' Production '])('is that of production after "%s"', async (word) => {
		const account = await accountOf({ production: true }, env, asker([word]));
		expect(account).toMatchObject({ environment: 'production' });
	});

	it.each([
		['without the word', { production: true }, asker(['yes'])],
		['without a person', { production: true }, undefined],
		[
			'without the option',
			{ production: false, baseUrl: 'https://api.ingrammicro.com' },
			asker(['production']),
		],
		[
			'with orders',
			{ production: true, order: 'cancel' as const, baseUrl: 'https://api.ingrammicro.com' },
			asker(['production']),
		],
	])('is not that of production %s', async (_, wishes, ask) => {
		await expect(accountOf(wishes, env, ask)).rejects.toThrow(
			/confirmed|--production|sandbox only/i,
		);
	});

	it('has a country', async () => {
		const wrong = { ...env, XI_COUNTRY_CODE: 'USA' };
		await expect(accountOf(sandbox, wrong, undefined)).rejects.toThrow(/Country Code must be/);
	});
});
