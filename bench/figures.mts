/** One line of the benchmark's table. */
export interface Figure {
	/** What was done, e.g. "Prices of 1,000 SKUs". */
	job: string;
	/** Who did it. */
	by: string;
	seconds?: number;
	calls?: number;
	/** Results that came, of so many that were wanted. */
	results?: [came: number, wanted: number];
	/** Anything else that was measured, with its unit. */
	other?: string;
}

/** Something that the benchmark promises, and whether it was kept. */
export interface Promised {
	what: string;
	measured: number;
	/** At most or at least this. */
	limit: number;
	kind: 'most' | 'least';
	unit: string;
}

export interface Part {
	figures: Figure[];
	promises: Promised[];
}

export const isKept = ({ measured, limit, kind }: Promised): boolean =>
	kind === 'most' ? measured <= limit : measured >= limit;

/** How long something takes, in seconds, and what came of it. */
export async function timed<Result>(
	work: () => Promise<Result>,
): Promise<{ seconds: number; result: Result }> {
	const start = performance.now();
	const result = await work();
	return { seconds: (performance.now() - start) / 1_000, result };
}

export const median = (numbers: readonly number[]): number => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
