import { parseArgs } from 'node:util';

export const help = `Checks an account at Ingram Micro: makes each reading call of this package, and tells what differs
from what it expects. Asks for what the credential asks for.

  --production    the production account; asks again before it begins (default: the sandbox)
  --orders        sandbox only: creates an order on hold, modifies it, and cancels it
  --release       with --orders: releases the order in place of cancelling it
  --report FILE   writes FILE.md and FILE.json: every value is replaced by its type and shape
  --record DIR    keeps the answers in a new folder, every value replaced by a made-up one, for
                  npm run simulator -- --fixtures DIR
  --base-url URL  another host, such as the simulator's or that of a gateway
  --help          this text

In place of answers, set XI_CLIENT_ID, XI_CLIENT_SECRET, XI_CUSTOMER_NUMBER, XI_COUNTRY_CODE,
XI_SENDER_ID and XI_CUSTOMER_CONTACT. The secret is never an argument, never shown and never stored.

Ends with 0 if all is as expected, with 1 if there is something to report, and with 2 if the account
could not be checked.
`;

/** What is wished for on the command line. */
export interface Wishes {
	production: boolean;
	/** How the order on hold ends; undefined: none is made. */
	order?: 'cancel' | 'release';
	report?: string;
	record?: string;
	baseUrl?: string;
}

/** An argument that cannot be used. Its message repeats names of options only, never a value. */
export class WrongArgument extends Error {}

const options = {
	production: { type: 'boolean' },
	orders: { type: 'boolean' },
	release: { type: 'boolean' },
	report: { type: 'string' },
	record: { type: 'string' },
	'base-url': { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the command line.
 *
 * @param args without node and script
 * @returns undefined when help is asked for
 * @throws WrongArgument
 */
export function readArguments(args: readonly string[]): Wishes | undefined {
	for (const arg of args) {
		const [name = ''] = arg.split('=');
		if (/^--?(client.?)?(secret|id|key|password|token)/i.test(name)) {
			throw new WrongArgument(
				'Keys are not taken as arguments, where others can see them: set XI_CLIENT_ID and XI_CLIENT_SECRET, or answer the questions',
			);
		}
	}
	const values = parsed(args);
	if (values.help) return undefined;
	if (values.release && !values.orders) throw new WrongArgument('--release goes with --orders');
	if (values.orders && values.production) {
		throw new WrongArgument('--orders is for the sandbox only: it cannot go with --production');
	}
	return {
		production: values.production ?? false,
		...(values.orders && { order: values.release ? 'release' : 'cancel' }),
		...(values.report && { report: values.report }),
		...(values.record && { record: values.record }),
		...(values['base-url'] && { baseUrl: baseUrlOf(values['base-url']) }),
	};
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options }).values;
	} catch (error) {
		const name = /'(-{1,2}[a-z-]+)/i.exec(String(error))?.[1];
		throw new WrongArgument(
			name === undefined
				? 'There is an argument that is no option; --help lists the options'
				: `${name} cannot be used so; --help lists the options`,
		);
	}
}

function baseUrlOf(text: string): string {
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) {
		return text.replace(/\/+$/, '');
	}
	throw new WrongArgument('--base-url must be an address such as http://127.0.0.1:4010');
}

/** Where calls go, as far as it decides what may be done. */
export function isProduction({ production, baseUrl }: Wishes): boolean {
	if (baseUrl === undefined) return production;
	const { hostname, pathname } = new URL(baseUrl);
	return !/^(localhost|127\..*|\[::1\])$/.test(hostname) && !pathname.endsWith('/sandbox');
}
