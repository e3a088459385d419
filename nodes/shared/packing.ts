/** One thing that is asked, and the input items that asked it. */
export interface SharedAsk<Ask> {
	readonly ask: Ask;
	readonly askers: number[];
}

/** What one input item asks for, and the text of its call-level parameters. */
export interface Asker<Ask> {
	readonly item: number;
	readonly asks: readonly Ask[];
	readonly callKey: string;
}

/** One call: the item whose call-level parameters it is made with, and its questions. */
export interface SharedCall<Ask> {
	readonly leader: number;
	readonly callKey: string;
	readonly questions: Array<SharedAsk<Ask>>;
}

interface Rules<Ask> {
	readonly capacity: number;
	identity(ask: Ask): string;
	subject(ask: Ask): string;
}

/**
 * Packs what many items ask into few calls, in the order of the items: equal asks with equal
 * call-level parameters are asked once, and two different asks about one subject go in different
 * calls.
 */
export function planCalls<Ask>(
	askers: ReadonlyArray<Asker<Ask>>,
	rules: Rules<Ask>,
): Array<SharedCall<Ask>> {
	const packer = new Packer(rules);
	for (const asker of askers) packer.add(asker);
	return packer.calls();
}

/** The same for items that come one by one, so that no list of them has to be kept. */
export class Packer<Ask> {
	private readonly groups = new Map<string, Packing<Ask>>();

	constructor(private readonly rules: Rules<Ask>) {}

	/** @returns whether the item leads the calls that are made with its call-level parameters */
	add({ item, asks, callKey }: Asker<Ask>): boolean {
		const known = this.groups.get(callKey);
		const group = known ?? new Packing(item, callKey, this.rules);
		this.groups.set(callKey, group);
		for (const ask of asks) group.add(ask, item);
		return known === undefined;
	}

	calls(): Array<SharedCall<Ask>> {
		return [...this.groups.values()].flatMap(({ calls }) => calls);
	}
}

class Packing<Ask> {
	readonly calls: Array<SharedCall<Ask>> = [];
	private readonly known = new Map<string, SharedAsk<Ask>>();
	/** For each subject, the call (by position) in which it stands already; several where it has several asks. */
	private readonly taken = new Map<string, number | Set<number>>();
	/** Calls before this position are full. */
	private firstOpen = 0;

	constructor(
		private readonly leader: number,
		private readonly callKey: string,
		private readonly rules: Rules<Ask>,
	) {}

	add(ask: Ask, item: number): void {
		const identity = this.rules.identity(ask);
		const known = this.known.get(identity);
		if (known) {
			if (known.askers.at(-1) !== item) known.askers.push(item);
			return;
		}
		const question = { ask, askers: [item] };
		this.known.set(identity, question);
		this.place(question, this.rules.subject(ask));
	}

	private place(question: SharedAsk<Ask>, subject: string): void {
		const taken = this.taken.get(subject);
		const isTaken = (call: number) =>
			typeof taken === 'number' ? taken === call : (taken?.has(call) ?? false);
		let position = this.firstOpen;
		while (
			position < this.calls.length &&
			(isTaken(position) || this.calls[position].questions.length >= this.rules.capacity)
		) {
			position += 1;
		}
		if (position === this.calls.length)
			this.calls.push({ leader: this.leader, callKey: this.callKey, questions: [] });
		this.calls[position].questions.push(question);
		// Nearly every subject is asked about in one way, and there may be many of them.
		if (taken === undefined) this.taken.set(subject, position);
		else if (typeof taken === 'number') this.taken.set(subject, new Set([taken, position]));
		else taken.add(position);
		while (this.calls[this.firstOpen]?.questions.length >= this.rules.capacity) this.firstOpen += 1;
	}
}
