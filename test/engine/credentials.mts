import './environment.mts';

import { Container } from '@n8n/di';
import { Cipher, Credentials, EncryptionKeyProxy } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentials,
	ICredentialsHelper,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	NodeHelpers,
	Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/*
 * What of n8n's credential handling lives outside n8n-core, and is therefore rebuilt here:
 *
 * 1. The parent credential oAuth2Api: the names, types and defaults of its properties.
 * 2. Inheritance: the parent's properties first, a child's replacing those of the same name,
 *    `doNotInherit` left out.
 * 3. Reading: what is not stored comes from the type's defaults, and expressions over $self are
 *    resolved after that.
 * 4. Storing a new token: only `oauthTokenData` of the stored credential changes.
 * 5. Where the data key comes from, which n8n keeps in its database; here it is one fixed key.
 *
 * Encryption, decryption, token requests and renewal are n8n-core's own. Held against n8n 2.39.10:
 * the parent's properties are the same, in the same order, but for those of encrypted tokens, which
 * are not inherited; and a token call and a priced list made there arrive as they do from here.
 */

const property = (
	name: string,
	type: INodeProperties['type'],
	defaultValue: string | boolean | number,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName: name, name, type, default: defaultValue, ...more });

const OAUTH2_API: Pick<ICredentialType, 'properties'> = {
	properties: [
		property('useDynamicClientRegistration', 'hidden', false),
		property('grantType', 'options', 'authorizationCode'),
		property('serverUrl', 'string', ''),
		property('authUrl', 'string', ''),
		property('accessTokenUrl', 'string', ''),
		property('clientId', 'string', ''),
		property('clientCredentialType', 'hidden', 'clientSecret'),
		property('clientSecret', 'string', ''),
		property('privateKey', 'hidden', ''),
		property('certificate', 'hidden', ''),
		property('scope', 'string', ''),
		property('authQueryParameters', 'string', ''),
		property('authentication', 'options', 'header'),
		property('sendAdditionalBodyProperties', 'boolean', false),
		property('additionalBodyProperties', 'json', ''),
		property('ignoreSSLIssues', 'boolean', false, { doNotInherit: true }),
		property('tokenExpiredStatusCode', 'number', 401, { doNotInherit: true }),
	],
};

/** 32 bytes in hexadecimal digits, as AES-256 wants them. */
const DATA_KEY = '5a'.repeat(32);

function provideDataKey(): void {
	const key = {
		id: 'bench',
		value: Container.get(Cipher).encryptDEKWithInstanceKey(DATA_KEY),
		algorithm: 'aes-256-gcm',
		format: 'prefixed' as const,
	};
	Container.get(EncryptionKeyProxy).setProvider({
		getActiveKey: async () => key,
		getKeyById: async (id) => (id === key.id ? key : null),
		getLegacyKey: async () => key,
	});
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** A node under whose name n8n resolves the expressions of a credential. */
const RESOLVER_TYPE = 'credentialResolver';
const resolver: INodeType = {
	description: {
		displayName: 'Resolver',
		name: RESOLVER_TYPE,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Resolver' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
};
const resolverTypes: INodeTypes = {
	getByName: () => resolver,
	getByNameAndVersion: () => resolver,
	getKnownTypes: () => ({}),
};

/** Credentials as n8n keeps them: encrypted, read again for each call. */
export class BenchCredentials extends ICredentialsHelper {
	private readonly stored = new Map<string, Credentials>();
	private added = 0;
	/** How often a new token was stored. */
	tokensStored = 0;

	constructor(private readonly types: (name: string) => ICredentialType) {
		super();
		provideDataKey();
	}

	async add(type: string, data: ICredentialDataDecryptedObject): Promise<StoredCredential> {
		const id = `credential-${(this.added += 1)}`;
		const credential = new Credentials({ id, name: `Credential ${id}` }, type);
		await credential.setData(data);
		this.stored.set(id, credential);
		return { id, name: credential.name, type };
	}

	private find({ id }: INodeCredentialsDetails): Credentials {
		const found = this.stored.get(id ?? '');
		if (!found) throw new Error(`No credential with the ID ${id}`);
		return found;
	}

	override getParentTypes(name: string): string[] {
		if (name === 'oAuth2Api') return [];
		const parents = this.types(name).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async authenticate(
		_credentials: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return options;
	}

	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async getCredentials(details: INodeCredentialsDetails): Promise<ICredentials> {
		return this.find(details);
	}

	override getCredentialsProperties(type: string): INodeProperties[] {
		if (type === 'oAuth2Api') return OAUTH2_API.properties;
		const combined: INodeProperties[] = [];
		const own = this.types(type);
		for (const parent of own.extends ?? []) {
			NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(combined, own.properties);
		return combined;
	}

	override async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		raw?: boolean,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = await this.find(details).getData();
		return raw === true ? stored : this.resolve(type, stored, mode);
	}

	/** The credential as a node sees it. */
	resolve(
		type: string,
		stored: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode = 'internal',
	): ICredentialDataDecryptedObject {
		const read = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (stored.oauthTokenData !== undefined) read.oauthTokenData = stored.oauthTokenData;
		const node = {
			id: 'resolver',
			name: 'Resolver',
			type: RESOLVER_TYPE,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: resolverTypes,
		});
		return workflow.expression.getComplexParameterValue(
			node,
			read as INodeParameters,
			mode,
			{},
			undefined,
			undefined,
			read,
		) as unknown as ICredentialDataDecryptedObject;
	}

	override async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.find(details).setData(data);
	}

	override async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.tokensStored += 1;
		await this.find(details).updateData({ oauthTokenData: data.oauthTokenData });
	}
}
