import type { INodePropertyOptions } from 'n8n-workflow';

import { credentials, nodes } from './built.mts';

/*
 * People's workflows and credentials hold these. One that is renamed or lost breaks them without a
 * word, so this list only ever grows.
 */

const OPERATIONS: Record<string, string[]> = {
	ingramMicroProductCatalog: ['getMany', 'getPriceAndAvailability', 'get'],
};

const CREDENTIAL_FIELDS: Record<string, string[]> = {
	ingramMicroXiOAuth2Api: [
		'useDynamicClientRegistration',
		'grantType',
		'serverUrl',
		'authUrl',
		'accessTokenUrl',
		'clientId',
		'clientSecret',
		'scope',
		'authQueryParameters',
		'authentication',
		'sendAdditionalBodyProperties',
		'additionalBodyProperties',
		'tokenExpiredStatusCode',
		'environment',
		'customBaseUrl',
		'customerNumber',
		'countryCode',
		'senderId',
		'customerContact',
		'webhookSecretKeys',
		'tokenUrl',
		'allowedHttpRequestDomains',
		'baseUrl',
	],
};

const CREDENTIAL_CHOICES: Record<string, string[]> = {
	environment: ['production', 'sandbox', 'custom'],
	tokenUrl: ['oauth20', 'oauth30'],
};

it('nodes and their operations, as the selector shows them', () => {
	const stored = nodes.map(({ instance: { description } }) => {
		const selector = description.properties.find(({ name }) => name === 'operation');
		return [
			description.name,
			((selector?.options ?? []) as INodePropertyOptions[]).map(({ value }) => value),
		] as const;
	});
	expect(Object.fromEntries(stored)).toEqual(OPERATIONS);
});

it('credentials and their fields, in order', () => {
	const stored = credentials.map(({ instance }) => [
		instance.name,
		instance.properties.map(({ name }) => name),
	]);
	expect(Object.fromEntries(stored)).toEqual(CREDENTIAL_FIELDS);
});

it.each(Object.entries(CREDENTIAL_CHOICES))('the choices of %s', (field, values) => {
	const [{ instance }] = credentials;
	const property = instance.properties.find(({ name }) => name === field);
	const choices = (property?.options ?? []) as INodePropertyOptions[];
	expect(choices.map(({ value }) => value)).toEqual(values);
});
