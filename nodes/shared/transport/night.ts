import type { AccountOverrides, XiCredential } from './account';
import { type FailureDetails, isOfMaintenance, XiFailure } from './failure';
import { type Maintenance, maintenanceAt, maintenanceWords } from './maintenance';
import { pause } from './pause';

type Call = Pick<FailureDetails, 'endpoint' | 'correlationId'>;

/** For which account it is, and how long is waited at the most, in milliseconds. */
interface Settings {
	readonly credential: Pick<XiCredential, 'countryCode'>;
	readonly overrides?: Pick<AccountOverrides, 'countryCode'>;
	readonly maintenanceMs?: number;
}

/** The execution was stopped before an answer came. */
export const cancelled = (call: Call): FailureDetails => ({
	reason: 'cancelled',
	message: 'The execution was stopped before Ingram Micro answered',
	...call,
});

/** What Ingram Micro's maintenance means for one call: it is waited for, or explains why the call failed. */
export class Night {
	private readonly country?: string;
	private readonly zone?: string;
	private readonly deadline: number;
	/** Whether anything is waited for at all. */
	private readonly waits: boolean;

	constructor(
		context: { getTimezone?(): string },
		{ credential, overrides, maintenanceMs = 0 }: Settings,
		private readonly call: Call,
		private readonly stopped: AbortSignal | undefined,
	) {
		this.country = overrides?.countryCode ?? credential.countryCode;
		this.zone = context.getTimezone?.();
		this.waits = maintenanceMs > 0;
		this.deadline = Date.now() + maintenanceMs;
	}

	/**
	 * Waits until no maintenance is on, before something is sent that must not be sent twice.
	 *
	 * @throws XiFailure where it ends too late; nothing was sent then
	 */
	async passBefore(): Promise<void> {
		for (let now = this.now(); this.waits && now; now = this.now()) {
			if (await this.pass(now)) continue;
			throw new XiFailure({
				reason: 'maintenance',
				message: `Not sent: ${this.words(now)}, and that is longer than Maintenance Wait allows`,
				remedy: 'Run it after that time, or raise Maintenance Wait under Options',
				...this.explanation(now),
				...this.call,
			});
		}
	}

	/** Waits after a failure that the maintenance explains; false: there is nothing to wait for, or for too long. */
	async passAfter(failure: FailureDetails): Promise<boolean> {
		const now = this.now();
		if (!this.waits || !now || !isOfMaintenance(failure.reason)) return false;
		return await this.pass(now);
	}

	/** Waits until no maintenance is on; false: none is, or it ends too late. */
	async passAll(): Promise<boolean> {
		let hasPassed = false;
		for (let now = this.now(); this.waits && now; now = this.now()) {
			if (!(await this.pass(now))) return false;
			hasPassed = true;
		}
		return hasPassed;
	}

	/** A failure, with the maintenance that explains it. */
	explained(failure: FailureDetails): FailureDetails {
		const now = this.now();
		if (!now || !isOfMaintenance(failure.reason)) return failure;
		return {
			...failure,
			message: `${this.words(now)}: ${failure.message}`,
			remedy:
				'Run it after that time, or set During Maintenance to Wait Until It Ends under Options',
			...this.explanation(now),
		};
	}

	private now(): Maintenance | undefined {
		return maintenanceAt(this.country, Date.now());
	}

	private async pass({ until }: Maintenance): Promise<boolean> {
		if (until.getTime() > this.deadline) return false;
		if (await pause(until.getTime() - Date.now(), this.stopped)) return true;
		throw new XiFailure(cancelled(this.call));
	}

	private words(now: Maintenance): string {
		return maintenanceWords(now, this.zone);
	}

	private explanation({ until, probably }: Maintenance) {
		return { retryAt: until, maintenance: probably ? 'probable' : 'certain' } as const;
	}
}
