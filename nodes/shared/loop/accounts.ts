import { accountOption } from '../fields/options';
import type { Operation } from '../operation';
import { type Account, accountOf, type XiCredential } from '../transport/account';
import type { CallSettings } from '../transport/send';
import { type Job, type Outcome, readWhatCanBe } from './item';
import type { ParameterSource } from './runParameters';

/**
 * For whom the calls of items are made, for those that fail: the rows of what is written say where that
 * is (see withAccount), and the error in their place does too.
 */
export class Accounts {
	/** Of the items that were made ready. */
	private readonly known = new Map<number, CallSettings>();

	constructor(
		private readonly source: ParameterSource,
		private readonly operation: Operation,
		private readonly credential: XiCredential,
	) {}

	/** Keeps the account of an item that was made ready. */
	note({ item, params, settings }: Job): void {
		if (this.isTold(params)) this.known.set(item, settings);
	}

	/** A failure with the account of its item, where that is known; any other outcome as it is. */
	toldIn(outcome: Outcome | undefined, item: number): Outcome | undefined {
		if (outcome === undefined || !('failure' in outcome)) return outcome;
		const account = this.of(item);
		return account ? { ...outcome, account } : outcome;
	}

	private of(item: number): Account | undefined {
		const settings = this.known.get(item);
		if (settings) return accountOf(settings.credential, settings.overrides);
		try {
			if (!this.isTold(readWhatCanBe(this.source, this.operation, item))) return undefined;
			const given = this.source.getNodeParameter('options', item, {});
			return accountOf(this.credential, accountOption.read(given, 'Options'));
		} catch {
			// What names the account cannot be read: the item fails for that, and says so.
			return undefined;
		}
	}

	private isTold(params: Readonly<Record<string, unknown>>): boolean {
		const { operation } = this;
		if (operation.kind === 'call') return operation.mayChange(params);
		return operation.kind === 'write' || operation.kind === 'look';
	}
}
