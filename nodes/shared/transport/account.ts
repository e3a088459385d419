import { BadInput } from '../errors';
import { cleanIdentifier } from '../invisible';

/** The credential's fields, as n8n decrypts them. */
export interface XiCredential {
	baseUrl: string;
	clientId: string;
	environment: 'production' | 'sandbox' | 'custom';
	customerNumber?: string;
	countryCode?: string;
	senderId?: string;
	customerContact?: string;
	/** Those of all webhooks, in one text. */
	webhookSecretKeys?: string;
}

/** What a node may set differently from the credential, under Options. */
export interface AccountOverrides {
	customerNumber?: string;
	countryCode?: string;
	senderId?: string;
	customerContact?: string;
	acceptLanguage?: string;
}

interface HeaderRule {
	readonly displayName: string;
	readonly maxLength: number;
	readonly pattern?: RegExp;
	readonly words?: string;
}

/**
 * What XI takes in each of its account headers. XI documentation: "Request and Response".
 * The credential, the Options of each node and the last check before the wire share these.
 *
 * That page allows a customer number 10 characters and gives its form. Accounts in use have others: six
 * digits without a dash, letters behind it, 13 characters with a suffix. So what an account was given
 * is sent, and only what can be no number at all is refused.
 */
export const ACCOUNT_RULES = {
	customerNumber: { displayName: 'Customer Number', maxLength: 32 },
	countryCode: {
		displayName: 'Country Code',
		maxLength: 2,
		pattern: /^[A-Za-z]{2}$/,
		words: 'two letters, e.g. US',
	},
	senderId: { displayName: 'Sender ID', maxLength: 32 },
	customerContact: {
		displayName: 'Customer Contact',
		maxLength: 64,
		pattern: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
		words: 'an e-mail address',
	},
} as const satisfies Record<string, HeaderRule>;

type AccountField = keyof typeof ACCOUNT_RULES;

/** XI refuses nothing but printable ASCII here; anything else would break the header itself. */
const PRINTABLE = /^[\x20-\x7e]*$/;

function check(field: AccountField, value: string | undefined): string | undefined {
	const rule: HeaderRule = ACCOUNT_RULES[field];
	const { text } = cleanIdentifier(value?.toString() ?? '');
	if (text === '') return undefined;
	if (text.length > rule.maxLength) {
		throw new BadInput(
			`'${rule.displayName}' has ${text.length} characters; at most ${rule.maxLength} are allowed`,
			`"${text.slice(0, 60)}" was given, in the credential or under Options`,
		);
	}
	if (!PRINTABLE.test(text) || (rule.pattern && !rule.pattern.test(text))) {
		throw new BadInput(
			`'${rule.displayName}' is "${text}"; it must be ${rule.words ?? 'plain letters, digits and signs'}`,
			'Correct it in the credential, or under Options',
		);
	}
	return text;
}

function required(field: AccountField, value: string | undefined, why: string): string {
	const text = check(field, value);
	if (text === undefined) {
		throw new BadInput(
			`'${ACCOUNT_RULES[field].displayName}' is empty, and ${why}`,
			'Fill it in in the credential, or under Options',
		);
	}
	return text;
}

/** Whose calls are made: the node's own number, or that of the credential. */
const customerNumberOf = (credential: XiCredential, overrides: AccountOverrides): string =>
	required(
		'customerNumber',
		overrides.customerNumber ?? credential.customerNumber,
		'every call is made for one of your Ingram Micro accounts',
	);

/**
 * The headers that tell XI for whom a call is made: the credential's values unless the node sets its
 * own. The sender goes out under both names that XI uses for it. Throws BadInput where a value is
 * missing or is not what XI takes.
 */
export function accountHeaders(
	credential: XiCredential,
	overrides: AccountOverrides = {},
	needsCustomerContact = false,
): Record<string, string> {
	const of = (field: AccountField) => overrides[field] ?? credential[field];
	const senderId = required('senderId', of('senderId'), 'Ingram Micro wants to know the sender');
	return {
		'IM-CustomerNumber': customerNumberOf(credential, overrides),
		'IM-CountryCode': required(
			'countryCode',
			of('countryCode'),
			'Ingram Micro needs the country of your account',
		).toUpperCase(),
		'IM-SenderID': senderId,
		'IM-ApplicationID': senderId,
		// With any other call the person goes out only if the node sets one.
		...((needsCustomerContact || overrides.customerContact !== undefined) && {
			'IM-CustomerContact': required(
				'customerContact',
				of('customerContact'),
				'this operation is made in the name of a person',
			),
		}),
		...(overrides.acceptLanguage !== undefined && {
			'Accept-Language': overrides.acceptLanguage,
		}),
	};
}

/** Where a write was made, and for whom: both as its item tells them. */
export interface Account {
	readonly environment: XiCredential['environment'];
	readonly customerNumber: string;
}

/**
 * The account that calls are made for. Throws BadInput where it has no number, or what can be none.
 *
 * @param overrides what the node sets in place of the credential's values
 */
export const accountOf = (credential: XiCredential, overrides: AccountOverrides = {}): Account => ({
	environment: credential.environment,
	customerNumber: customerNumberOf(credential, overrides),
});
