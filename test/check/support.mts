import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkAccount } from '../../check/check.mts';
import { fillBooks } from '../../check/expected.mts';
import type { Wishes } from '../../check/arguments.mts';
import type { Verdict } from '../../check/findings.mts';
import {
	type CountryName,
	profileOf,
	type Simulator,
	type SimulatorOptions,
	startSimulator,
} from '../../simulator/index.mts';
import type { Engine } from '../engine/engine.mts';

/** What a check said and did. */
export interface Checked extends Verdict {
	/** All that it told, a text. */
	told: string;
	/** How often it told how far it was. */
	steps: number;
}

export const NO_WISHES: Wishes = { production: false };

/** An account as it stands in a credential, at an address. */
export const accountAt = (
	customBaseUrl: string,
	country: CountryName = 'US',
	more: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject => ({
	clientId: 'simulator-client',
	clientSecret: 'simulator-secret',
	environment: 'custom',
	customBaseUrl,
	...profileOf(country).customer,
	senderId: 'check',
	customerContact: 'buyer@example.com',
	...more,
});

/** Checks an account, and keeps what was told. */
export async function check(
	engine: Engine,
	account: ICredentialDataDecryptedObject,
	wishes: Partial<Wishes> = {},
): Promise<Checked> {
	const lines: string[] = [];
	let steps = 0;
	const verdict = await checkAccount(
		engine,
		account,
		{ ...NO_WISHES, ...wishes },
		{
			line: (text) => void lines.push(text),
			progress: () => void (steps += 1),
		},
	);
	return { ...verdict, told: lines.join('\n'), steps };
}

/** Does something with a simulator whose books are filled, and ends it. */
export async function withAccount<T>(
	options: SimulatorOptions,
	work: (xi: Simulator) => Promise<T>,
): Promise<T> {
	const xi = await startSimulator({ callsPerWindow: 0, products: 400, ...options });
	try {
		fillBooks(xi);
		return await work(xi);
	} finally {
		await xi.close();
	}
}

/** The line of the table about an operation. */
export const rowOf = ({ told }: Checked, title: string): string =>
	told.split('\n').find((line) => new RegExp(`^│ ${title} +│`).test(line)) ?? '';
