/** Somebody who is told what happens. */
export type Listener<T> = (event: T) => void;

/** A list of listeners in this process. */
export interface Events<T> {
	/**
	 * Adds a listener.
	 *
	 * @returns takes it off again
	 */
	on(listener: Listener<T>): () => void;
	/** Tells all listeners, in the order in which they came. */
	emit(event: T): void;
}

/** Makes an empty list. */
export function createEvents<T>(): Events<T> {
	const listeners = new Set<Listener<T>>();
	return {
		on: (listener) => {
			// Wrapped, so that one function added twice is told twice and can leave once.
			const entry: Listener<T> = (event) => listener(event);
			listeners.add(entry);
			return () => void listeners.delete(entry);
		},
		emit: (event) => {
			for (const listener of [...listeners]) listener(event);
		},
	};
}
