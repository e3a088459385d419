/** Why something failed, with what lies behind it: fetch says no more than that it failed. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause === undefined ? error.message : `${error.message} (${reasonOf(error.cause)})`;
}

/** What was tried, and how it went, printed as it goes. */
export class Report {
	private passed = 0;
	private failed = 0;
	private readonly failures: string[] = [];

	heading(text: string): void {
		console.log(`\n${text}`);
	}

	/**
	 * Tries one thing. What goes wrong is printed and counted, and the next thing has its turn.
	 *
	 * @param act does it and says in a few words what was found; throws when it is not as it should be
	 */
	async check(what: string, act: () => Promise<string | void> | string | void): Promise<void> {
		try {
			const found = await act();
			this.passed += 1;
			console.log(`✓ ${what}${found ? `: ${found}` : ''}`);
		} catch (error) {
			this.failed += 1;
			this.failures.push(what);
			console.log(`✗ ${what}: ${reasonOf(error)}`);
		}
	}

	/** Prints the sum; the last line counts. Returns whether all went well. */
	finish(): boolean {
		if (this.failures.length > 0) {
			console.log(`\nFailed:\n${this.failures.map((what) => `  ${what}`).join('\n')}`);
		}
		console.log(`\n${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0;
	}
}

/** Throws with a sentence unless something holds. */
export function expect(holds: boolean, otherwise: string): asserts holds {
	if (!holds) throw new Error(otherwise);
}
