/** Makes values that nobody has, each another one, in the forms in which accounts have them. */
export interface MadeUp {
	/** A value of the kind of another one: a text for a text, and so on. */
	like(value: unknown): unknown;
	/** All that was made, as texts. */
	readonly values: readonly string[];
	/** The words and numbers that they are made of, in capitals. */
	readonly parts: ReadonlySet<string>;
}

const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Every form of text in which an account's values come. */
const forms: readonly ((word: () => string, digits: (n: number) => string) => string)[] = [
	(word) => word(),
	(word) => `${word()} & ${word()} GmbH${word()}`,
	(word) => `${word().toLowerCase()}.${word()}@${word()}.${word().toLowerCase()}`,
	(_, digits) => digits(9),
	(word, digits) => `${digits(4)}-${word()}`,
	(word, digits) => `${digits(4)}-${word()}-${digits(3)}`,
	(_, digits) => `+${digits(3)} (${digits(3)}) ${digits(7)}`,
	(word) => `  ${word().toLowerCase()}   ${word()}  `,
	(word) => `Ö${word()}é 株式${word().toLowerCase()}会社 Ł${word()}`,
	(word, digits) =>
		`https://${word()}.example-${word()}.com/resellers/v6/orders/${digits(6)}?po=${word()}`,
	(_, digits) => `/resellers/v6.1/invoices/${digits(8)}`,
	(word, digits) => `PO#${word()}/${digits(5)}_${word()}`,
	(_, digits) => `${digits(5)}.${digits(2)}`,
	(word) => `<b>${word()}</b>, "${word()}"; ${word()}|${word()}`,
	(word, digits) => `Order ${word()} of ${word()} was not found (${digits(6)})`,
];

/** @param seed the same gives the same */
export function createMadeUp(seed: number): MadeUp {
	let state = seed;
	const next = (limit: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * limit);
	};
	const values: string[] = [];
	const parts = new Set<string>();
	const word = () => Array.from({ length: 8 }, () => letters.charAt(next(letters.length))).join('');
	const digits = (count: number): string =>
		Array.from({ length: count }, (_, i) => (i === 0 ? 1 + next(9) : next(10))).join('');
	const keep = <T extends string | number>(made: T): T => {
		values.push(String(made));
		return made;
	};
	let form = 0;
	let day = 0;

	const date = (text: string): string => {
		day += 1 + next(3);
		const moment = new Date(Date.UTC(2024, 0, 1 + day, 1 + next(20), next(60), 10 + next(49)));
		return moment
			.toISOString()
			.slice(0, 19)
			.replace('T', text.charAt(10) || 'T')
			.slice(0, text.length);
	};
	const text = (value: string): string => {
		if (/^\d{4}-\d{2}-\d{2}/.test(value)) return keep(date(value));
		form += 1;
		return keep(forms[form % forms.length](word, digits));
	};
	const like = (value: unknown): unknown => {
		if (typeof value === 'string') return text(value);
		if (typeof value === 'number') {
			return keep(
				Number.isInteger(value) && next(2) === 0
					? Number(digits(7))
					: Number(`${digits(6)}.${digits(2)}`),
			);
		}
		if (Array.isArray(value)) return value.map(like);
		if (typeof value !== 'object' || value === null) return value;
		const made = Object.entries(value).map(([name, entry]) => [name, like(entry)]);
		// As a table by serial number has it.
		if (next(4) === 0) made.push([keep(`${digits(3)}${word()}`), keep(word())]);
		return Object.fromEntries(made);
	};
	return { like, values, parts };
}
