import type { IExecuteFunctions } from 'n8n-workflow';

/** Shows a sentence with the output of the node, in those versions of n8n that can. */
export function addHint(
	context: IExecuteFunctions,
	message: string,
	type: 'info' | 'warning' = 'warning',
): void {
	const { addExecutionHints: add } = context as Partial<
		Pick<IExecuteFunctions, 'addExecutionHints'>
	>;
	add?.call(context, { message, type, location: 'outputPane' });
}

/** The most names that a hint tells. */
const MOST_NAMED = 20;

/** Names as a hint tells them. */
export function listed(names: Iterable<string>, between = ', '): string {
	const all = [...names];
	const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
	return `${all.slice(0, MOST_NAMED).join(between)}${more}`;
}

/** What is noticed while a price file is read. */
interface ReadFromFile {
	/** Products that were named and are not in it. */
	readonly missing: readonly string[];
	/** How many that were named are in it, and left out by filters. */
	readonly heldBack: number;
	/** Of how many products a stock file has none at all. */
	readonly withoutStock: number;
	/** Vendors and categories of filters that none of its products has: "vendor HP". */
	readonly unmatched: readonly string[];
}

/**
 * What is noticed while the items are worked on and is no failure of any. Gathered, so that each kind is
 * told once for all items: a hint takes the room of some rows of the output.
 */
export class Hints {
	private rows = 0;
	private unknown = 0;
	private readonly split: string[] = [];
	private mostShown: number | undefined;
	private readonly asNumbers = new Set<string>();
	private named = 0;
	private missing = 0;
	private heldBack = 0;
	private withoutStock = 0;
	private readonly unmatched = new Set<string>();
	private readonly repeated = new Set<string>();

	/** A row of what items ask for by their numbers, and whether XI does not know that number. */
	asked(isUnknown: boolean): void {
		this.rows += 1;
		if (isUnknown) this.unknown += 1;
	}

	/** One thing became several: see Became. */
	becameSeveral(subject: string, receipts: readonly string[]): void {
		if (receipts.length < 2) return;
		const begin = `${subject} → `;
		const areNumbers = receipts.every((receipt) => receipt.startsWith(begin));
		const named = areNumbers ? receipts.map((receipt) => receipt.slice(begin.length)) : receipts;
		this.split.push(
			`${subject} became ${receipts.length}${areNumbers ? ' orders' : ''}: ${listed(named)}`,
		);
	}

	/** A search gave as many results as XI shows at most. */
	endedAt(mostShown: number): void {
		this.mostShown = mostShown;
	}

	/** A part number, a PO or another code came as a number, as sheets give it without its zeros. */
	cameAsNumber(label: string): void {
		this.asNumbers.add(label.replace(/, entry \d+/g, ''));
	}

	/** A price file was read, and so many products were named to be read from it. */
	readFromFile(named: number, told: ReadFromFile): void {
		this.named += named;
		told.unmatched.forEach((name) => this.unmatched.add(name));
		this.missing += told.missing.length;
		this.heldBack += told.heldBack;
		this.withoutStock += told.withoutStock;
	}

	/** Products of which a file has several rows, and which came as often. */
	moreThanOnce(names: readonly string[]): void {
		for (const name of names) this.repeated.add(name);
	}

	/** A sentence for each kind of thing that was noticed. */
	sentences(): string[] {
		const told: string[] = [];
		if (this.unknown > 0) {
			const are = this.rows === 1 ? 'product is' : 'products are';
			told.push(
				`${this.unknown} of ${this.rows} ${are} not known to Ingram Micro: in Simplified, their 'found' is false. Where a number is the manufacturer's or a bar code, choose By VPN or By UPC in Product`,
			);
		}
		if (this.missing > 0) {
			const are = this.named === 1 ? 'product is' : 'products are';
			told.push(
				`${this.missing} of ${this.named} ${are} not in the price file, which goes by Ingram part numbers`,
			);
		}
		if (this.heldBack > 0) {
			const are = this.named === 1 ? 'product is' : 'products are';
			told.push(
				`${this.heldBack} of ${this.named} ${are} in the price file and left out by the filters`,
			);
		}
		if (this.unmatched.size > 0) {
			told.push(
				`No product of the price file has: ${listed(this.unmatched)}. Vendors go by Ingram Micro’s vendor number or the whole name`,
			);
		}
		if (this.repeated.size > 0) {
			told.push(
				`The price file has several rows of these products, and each came as an item: ${listed(this.repeated)}`,
			);
		}
		if (this.withoutStock > 0) {
			told.push(
				`None of ${this.withoutStock} products is in the stock file, so they have no quantity: check that it is of the same account`,
			);
		}
		if (this.split.length > 0) told.push(listed(this.split, '; '));
		if (this.mostShown !== undefined) {
			told.push(
				`A search ends at ${this.mostShown} results, and there may be more: split it by filters, for example into one a month or a vendor`,
			);
		}
		if (this.asNumbers.size > 0) {
			told.push(
				`Leading zeros may be lost, since these came as numbers: ${listed(this.asNumbers)}. Format such columns as text`,
			);
		}
		return told;
	}
}
