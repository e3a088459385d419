import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { ACCOUNT_COUNTRIES } from '../nodes/shared/countries';

const HOST = 'https://api.ingrammicro.com';

/** The address that a person typed, without the slashes that people leave at its end. */
const CUSTOM = '$self["customBaseUrl"].replace(/\\/+$/, "")';

/**
 * The base of all calls. Both this and the token's address are computed from what a person chose and
 * are never stored; neither may be built on the other, which older n8n cannot resolve.
 */
const BASE_URL = `={{ $self["environment"] === "custom" ? ${CUSTOM} : "${HOST}" + ($self["environment"] === "sandbox" ? "/sandbox" : "") }}`;

/** The sandbox has no token address of its own: its tokens come from the production host too. */
const TOKEN_URL = `={{ ($self["environment"] === "custom" ? ${CUSTOM}.replace(/\\/sandbox$/, "") : "${HOST}") + "/oauth/" + $self["tokenUrl"] + "/token" }}`;

/** A property of n8n's OAuth2 credential that has one right value for XI, or none at all. */
const settled = (name: string, value: string | number | boolean): INodeProperties => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

/**
 * The one credential of the package: OAuth2 client credentials, the environment, and for whom calls
 * are made. XI documentation: "Authentication", "Request and Response".
 *
 * n8n puts the fields of the credential that this one extends first, so Client ID and Client Secret
 * stand above Environment.
 */
export class IngramMicroXiOAuth2Api implements ICredentialType {
	name = 'ingramMicroXiOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Ingram Micro XI OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/ingramMicro.svg',
		dark: 'file:../icons/ingramMicro.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-ingram-micro/n8n-nodes-ingram-micro/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		settled('useDynamicClientRegistration', false),
		settled('grantType', 'clientCredentials'),
		settled('serverUrl', ''),
		settled('authUrl', ''),
		settled('accessTokenUrl', TOKEN_URL),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'The client ID of your app in the Ingram Micro developer portal',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The client secret of the same app',
		},
		settled('scope', ''),
		settled('authQueryParameters', ''),
		settled('authentication', 'body'),
		settled('sendAdditionalBodyProperties', false),
		settled('additionalBodyProperties', ''),
		settled('tokenExpiredStatusCode', 401),
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Production',
					value: 'production',
					description: 'Real orders with real money',
				},
				{
					name: 'Sandbox',
					value: 'sandbox',
					description: 'Ingram Micro’s test system, with an app and keys of its own',
				},
				{
					name: 'Custom',
					value: 'custom',
					description: 'A simulator, a gateway or a proxy that you run',
				},
			],
			default: 'production',
			description: 'Each environment has its own app, with its own client ID and secret',
		},
		{
			displayName: 'Custom Base URL',
			name: 'customBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. http://127.0.0.1:4010',
			description: 'What stands before /resellers and /oauth',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Customer Number',
			name: 'customerNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 20-222222',
			description:
				'Your Ingram Micro account, just as Ingram Micro wrote it to you. Most are like 20-222222; a longer one, or one without a dash, is sent as well, but Ingram Micro’s documents allow 10 characters only. It must be the one that the app was registered with.',
		},
		{
			displayName: 'Country Code',
			name: 'countryCode',
			type: 'options',
			options: [...ACCOUNT_COUNTRIES],
			default: 'US',
			required: true,
			description:
				'The country of that account. An Indian account may have the code IA in place of IN: take the one that the account was registered with.',
		},
		{
			displayName: 'Sender ID',
			name: 'senderId',
			type: 'string',
			default: 'n8n',
			required: true,
			placeholder: 'e.g. MyCompany',
			description:
				'A name of your choice under which Ingram Micro sees your calls, at most 32 characters',
		},
		{
			displayName: 'Customer Contact',
			name: 'customerContact',
			type: 'string',
			default: '',
			placeholder: 'e.g. buyer@example.com',
			description:
				'The e-mail address of the person for whom calls are made, at most 64 characters. Needed for quotes, returns and freight.',
		},
		{
			displayName: 'Webhook Secret Keys',
			name: 'webhookSecretKeys',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For the trigger: the secret key of each webhook in the developer portal. Separate several with a comma or a space.',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'options',
			options: [
				{
					name: 'OAuth 2.0 (/oauth/oauth20/token)',
					value: 'oauth20',
					description: 'The usual one',
				},
				{
					name: 'OAuth 3.0 (/oauth/oauth30/token)',
					value: 'oauth30',
					description: 'If Ingram Micro told you to use it',
				},
			],
			default: 'oauth20',
			description: 'Where tokens come from. Ingram Micro documents both addresses.',
		},
		settled('allowedHttpRequestDomains', 'all'),
		settled('baseUrl', BASE_URL),
	];

	/**
	 * The cheapest real call: one product of the catalog, with every header that the nodes send. n8n
	 * ignores an `authenticate` block here, so the headers stand in the request.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/resellers/v6/catalog',
			qs: { pageNumber: 1, pageSize: 1 },
			headers: {
				'IM-CustomerNumber': '={{ $credentials.customerNumber }}',
				'IM-CountryCode': '={{ $credentials.countryCode }}',
				'IM-SenderID': '={{ $credentials.senderId }}',
				'IM-ApplicationID': '={{ $credentials.senderId }}',
				'IM-CorrelationID': '={{ $now.toISO().hash("md5") }}',
			},
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'catalog',
					value: undefined,
					message:
						'Something answers at this address, but not with a product catalog. Check Environment, and Custom Base URL if you use one.',
				},
			},
			rule(
				400,
				'Ingram Micro does not accept Customer Number, Country Code or Sender ID. Check each of them.',
			),
			rule(
				401,
				'Ingram Micro issued a token but refuses the call: the app is not approved for the catalog API, or Environment is not the one that the keys belong to.',
			),
			rule(
				403,
				'Ingram Micro does not allow this call: ask for the app to be approved for the catalog API.',
			),
			rule(
				404,
				'Nothing answers at this address. Check Environment, and Custom Base URL if you use one.',
			),
			rule(429, 'Too many calls in a short time. Wait a minute and test again.'),
			rule(
				500,
				'Ingram Micro could not process the call. Check that Customer Number is the one that this app was registered with; if it is, test again later, since it may be the nightly maintenance.',
			),
			rule(502, 'Ingram Micro is out of reach at the moment. Test again later.'),
			rule(503, 'Ingram Micro is out of reach at the moment. Test again later.'),
			rule(504, 'Ingram Micro is out of reach at the moment. Test again later.'),
		] as ICredentialTestRequest['rules'],
	};
}

type ResponseCodeRule = Extract<
	NonNullable<ICredentialTestRequest['rules']>[number],
	{ type: 'responseCode' }
>;

/** What the credential window says for a status; n8n shows nothing of the answer's body. */
function rule(value: number, message: string): ResponseCodeRule {
	return { type: 'responseCode', properties: { value, message } };
}
