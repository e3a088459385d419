/** What the writes of a run came to, in a few words each: for an error that comes later, and for the log. */
export class Receipts {
	/** All of it: no later write of the run has made it. */
	readonly all = new Set<string>();
	/** What this execution has done, in this try or an earlier one. */
	private readonly own = new Set<string>();

	/** @param wasThere it was there before the execution, which has not done it */
	add(receipts: readonly string[], wasThere = false): void {
		for (const receipt of receipts) {
			this.all.add(receipt);
			if (!wasThere) this.own.add(receipt);
		}
	}

	/** What was done, and what was there already: for who is told of it, these are not the same. */
	told(): { receipts: string[]; there: string[] } {
		const there = [...this.all].filter((receipt) => !this.own.has(receipt));
		return { receipts: [...this.own], there };
	}
}

/** Both as sentences, as far as there is anything to tell. */
export function receiptWords(receipts: readonly string[], there: readonly string[]): string[] {
	return [
		...(receipts.length > 0 ? [`Done before that: ${receipts.join(', ')}.`] : []),
		...(there.length > 0 ? [`Already there: ${there.join(', ')}.`] : []),
	];
}
