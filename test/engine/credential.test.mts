import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CREDENTIAL_TYPE, Engine } from './engine.mts';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.start();
});

const resolved = (stored: ICredentialDataDecryptedObject) =>
	engine.credentials.resolve(CREDENTIAL_TYPE, stored);

describe('addresses', () => {
	it.each([
		[
			{ environment: 'production' },
			'https://api.ingrammicro.com',
			'https://api.ingrammicro.com/oauth/oauth20/token',
		],
		[
			{ environment: 'sandbox', tokenUrl: 'oauth30' },
			'https://api.ingrammicro.com/sandbox',
			'https://api.ingrammicro.com/oauth/oauth30/token',
		],
		[
			{ environment: 'custom', customBaseUrl: 'http://127.0.0.1:4010/' },
			'http://127.0.0.1:4010',
			'http://127.0.0.1:4010/oauth/oauth20/token',
		],
		[
			{ environment: 'custom', customBaseUrl: 'https://gateway.example/xi/sandbox//' },
			'https://gateway.example/xi/sandbox',
			'https://gateway.example/xi/oauth/oauth20/token',
		],
	])('of %j', (stored, baseUrl, accessTokenUrl) => {
		expect(resolved(stored)).toMatchObject({ baseUrl, accessTokenUrl });
	});
});

it('asks a person for these fields, in this order', () => {
	const shown = engine.credentials
		.getCredentialsProperties(CREDENTIAL_TYPE)
		.filter(({ type }) => type !== 'hidden')
		.map(({ displayName }) => displayName);
	expect(shown).toEqual([
		'Client ID',
		'Client Secret',
		'Environment',
		'Custom Base URL',
		'Customer Number',
		'Country Code',
		'Sender ID',
		'Customer Contact',
		'Webhook Secret Keys',
		'Token URL',
	]);
});

it('fixes what XI’s OAuth2 has only one value for', () => {
	expect(resolved({})).toMatchObject({
		grantType: 'clientCredentials',
		authentication: 'body',
		scope: '',
		tokenExpiredStatusCode: 401,
		sendAdditionalBodyProperties: false,
	});
});

it('keeps secrets encrypted where n8n stores them', async () => {
	const credential = await engine.addCredential('http://127.0.0.1:1');
	const stored = await engine.credentials.getCredentials(credential);
	expect(JSON.stringify(stored.getDataToSave())).not.toContain('simulator-secret');
});
