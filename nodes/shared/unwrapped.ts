/** An answer that XI sends as itself or as the only entry of a list. An empty list reads as undefined. */
export const unwrapped = <T>(answer: T | readonly T[]): T | undefined =>
	Array.isArray(answer) ? (answer as readonly T[])[0] : (answer as T);
