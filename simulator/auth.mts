import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.mts';
import { fault, messageOnly, Refusal, type Answer } from './errors.mts';
import type { Client, ResolvedOptions } from './options.mts';

/** The token calls, by path. Both are documented and both are in use. */
export const tokenEndpoints = ['/oauth/oauth20/token', '/oauth/oauth30/token'] as const;

/** What the token call looks at. */
export interface TokenRequest {
	method: string;
	query: [string, string][];
	authorization: string | undefined;
	contentType: string | undefined;
	rawBody: string;
}

/** Issues tokens and knows which ones are good. */
export interface Authority {
	/** Tokens issued since the start. */
	readonly issued: number;
	/** Answers the token call. */
	issue(request: TokenRequest): Answer;
	/**
	 * Finds the app behind a call.
	 *
	 * @param authorization the header of that name
	 * @throws Refusal with 401 and the gateway's fault body
	 */
	identify(authorization: string | undefined): Required<Client>;
	/** Ends all tokens. */
	revokeAll(): void;
}

/**
 * Makes the token service: client credentials in a POST form body, opaque bearer tokens that die
 * after `tokenLifetimeSeconds` whatever `expires_in` says.
 */
export function createAuthority(clock: Clock, options: ResolvedOptions): Authority {
	const tokens = new Map<string, { client: Required<Client>; expires: number }>();
	let issued = 0;

	const issue = (request: TokenRequest): Answer => {
		const form = credentialsOf(request);
		const client = options.clients.find(
			({ clientId, clientSecret }) =>
				same(clientId, form.get('client_id')) && same(clientSecret, form.get('client_secret')),
		);
		if (!client) {
			// Assumption: the gateway's fault form; the token call documents only 400 and 500.
			return fault(401, 'ClientId is Invalid', 'oauth.v2.InvalidClientIdentifier');
		}
		if (options.singleToken) {
			for (const [token, { client: owner }] of tokens) {
				if (owner === client) tokens.delete(token);
			}
		}
		const token = randomBytes(21).toString('base64url');
		tokens.set(token, { client, expires: clock.now() + options.tokenLifetimeSeconds * 1000 });
		issued += 1;
		return {
			status: 200,
			body: {
				access_token: token,
				token_type: 'Bearer',
				expires_in: options.quirks.expiresIn,
			},
		};
	};

	return {
		get issued() {
			return issued;
		},
		issue,
		identify: (authorization) => {
			const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
			const known = token === undefined ? undefined : tokens.get(token);
			if (!known) throw invalidToken('Invalid Access Token');
			if (known.expires <= clock.now()) throw invalidToken('Access Token expired');
			if (!known.client.approved) {
				throw new Refusal(
					fault(
						401,
						'Invalid API call as no apiproduct match found',
						'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
					),
				);
			}
			return known.client;
		},
		revokeAll: () => tokens.clear(),
	};
}

function invalidToken(faultstring: string): Refusal {
	return new Refusal(fault(401, faultstring, 'keymanagement.service.invalid_access_token'));
}

/** Reads the form, and refuses every other way of sending a secret with the reason. */
function credentialsOf(request: TokenRequest): URLSearchParams {
	const refuse = (status: number, message: string): Refusal =>
		new Refusal(messageOnly(status, message));

	if (request.method !== 'POST') {
		throw refuse(405, 'Use POST: with GET the secret would be part of the address.');
	}
	if (request.query.length > 0) {
		throw refuse(400, 'Send nothing in the query string; credentials belong in the form body.');
	}
	if (/^basic\b/i.test(request.authorization ?? '')) {
		throw refuse(400, 'Send client_id and client_secret in the form body, not as HTTP Basic.');
	}
	if (!/^application\/x-www-form-urlencoded\b/i.test(request.contentType ?? '')) {
		throw refuse(400, 'The body must be application/x-www-form-urlencoded.');
	}

	const form = new URLSearchParams(request.rawBody);
	for (const name of ['grant_type', 'client_id', 'client_secret']) {
		const values = form.getAll(name);
		if (values.length > 1) throw refuse(400, `${name} was sent more than once.`);
		if (!values[0]) throw refuse(400, `${name} is missing.`);
	}
	if (form.get('grant_type') !== 'client_credentials') {
		throw refuse(400, 'grant_type must be client_credentials.');
	}
	return form;
}

/** Compares without giving away by its timing how much was right; it costs nothing to be careful. */
function same(expected: string, given: string | null): boolean {
	const a = Buffer.from(expected);
	const b = Buffer.from(given ?? '');
	return a.length === b.length && timingSafeEqual(a, b);
}
