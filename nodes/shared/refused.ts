/**
 * A write that was not made because a check that the user asked for says no. Names each reason; the
 * loop turns it into the failure of its item.
 */
export class Refused extends Error {
	readonly reasons: readonly string[];

	constructor(reasons: readonly string[]) {
		super(`Not sent: ${reasons.join('; ')}`);
		this.name = 'Refused';
		this.reasons = reasons;
	}
}
