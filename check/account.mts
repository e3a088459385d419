import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ACCOUNT_COUNTRIES } from '../nodes/shared/countries.ts';
import { isProduction, type Wishes, WrongArgument } from './arguments.mts';

/** Asks a person. A secret is not shown while it is typed. */
export interface Asker {
	text(question: string, initial?: string): Promise<string>;
	secret(question: string): Promise<string>;
}

interface Question {
	field: string;
	variable: string;
	question: string;
	initial?: string;
	secret?: true;
	optional?: true;
}

/** What the credential asks for, but for what the calls of the check do not need. */
const questions: readonly Question[] = [
	{ field: 'clientId', variable: 'XI_CLIENT_ID', question: 'Client ID', secret: true },
	{ field: 'clientSecret', variable: 'XI_CLIENT_SECRET', question: 'Client Secret', secret: true },
	{ field: 'customerNumber', variable: 'XI_CUSTOMER_NUMBER', question: 'Customer Number' },
	{ field: 'countryCode', variable: 'XI_COUNTRY_CODE', question: 'Country Code', initial: 'US' },
	{ field: 'senderId', variable: 'XI_SENDER_ID', question: 'Sender ID', initial: 'n8n' },
	{
		field: 'customerContact',
		variable: 'XI_CUSTOMER_CONTACT',
		question: 'Customer Contact (an e-mail address; quotes, returns and freight need it)',
		optional: true,
	},
];

/**
 * The account that is to be checked, as its credential holds it: from the environment, and what is not
 * there from a person.
 *
 * @param ask undefined: nobody can be asked
 * @throws WrongArgument that names the variables that are missing, or is about a production account
 *   that nobody has confirmed
 */
export async function accountOf(
	wishes: Wishes,
	env: NodeJS.ProcessEnv,
	ask: Asker | undefined,
): Promise<ICredentialDataDecryptedObject> {
	const production = isProduction(wishes);
	if (production && wishes.order) throw new WrongArgument('--orders is for the sandbox only');
	const missing = questions.filter(({ variable, optional }) => !env[variable] && !optional);
	if (!ask && missing.length > 0) {
		const list = missing.map(({ variable }) => variable).join(', ');
		throw new WrongArgument(`Nobody can be asked here: set ${list}`);
	}
	if (production) await confirmProduction(wishes, ask);

	const account: ICredentialDataDecryptedObject = {
		environment: wishes.baseUrl === undefined ? (production ? 'production' : 'sandbox') : 'custom',
		...(wishes.baseUrl !== undefined && { customBaseUrl: wishes.baseUrl }),
	};
	for (const { field, variable, question, initial, secret } of questions) {
		const given = env[variable]?.trim();
		const answer =
			given || (await (secret ? ask?.secret(question) : ask?.text(question, initial)))?.trim();
		account[field] = answer ?? '';
	}
	const country = (account.countryCode as string).toUpperCase();
	if (!ACCOUNT_COUNTRIES.some(({ value }) => value === country)) {
		throw new WrongArgument('The Country Code must be one of two letters, such as US');
	}
	return { ...account, countryCode: country };
}

/** A production account is read only when it was asked for, and a person types the word. */
async function confirmProduction(wishes: Wishes, ask: Asker | undefined): Promise<void> {
	if (!wishes.production) {
		throw new WrongArgument('This address is not the sandbox: add --production to check it');
	}
	if (!ask) throw new WrongArgument('--production is confirmed by a person, at a terminal');
	const word = await ask.text('Only reading calls are made. Type "production" to go on');
	if (word.trim().toLowerCase() !== 'production') {
		throw new WrongArgument('Not confirmed: nothing was called');
	}
}
