import { pollProducts, sampleProducts } from './productRounds';
import { type ProductState, readProducts, writtenProducts } from './productState';
import type { Told } from './watchChanges';
import { type Polling, pollRound, sample } from './rounds';
import { kindOf, type NodeSettings } from './watchKinds';
import { emptyState, readState, written } from './watchState';

/** What came of a poll: what is to be told, what its reader should know, and the state as a text. */
export interface Watched {
	readonly told: Told[];
	readonly notes: readonly string[];
	readonly text: string;
}

/**
 * A poll of whatever the node watches.
 *
 * @param texts of states, of which the first that is one counts
 * @param of whose state it has to be
 */
export async function watch(
	settings: NodeSettings,
	polling: Polling,
	texts: readonly unknown[],
	of: string,
): Promise<Watched> {
	const kind = kindOf(settings.watchFor);
	const firstOf = <S>(read: (text: unknown) => S | undefined): S | undefined =>
		texts.map(read).find((state) => state !== undefined);
	if (kind.isOfProducts) {
		const nothing: ProductState = { of, next: 0, known: new Map() };
		const state = firstOf((text) => readProducts(text, of)) ?? nothing;
		const polled = await pollProducts(state, settings, polling);
		return { ...polled, text: writtenProducts(polled.state) };
	}
	const state = firstOf((text) => readState(text, of)) ?? emptyState(of);
	const polled = await pollRound(state, kind, settings, polling);
	return { ...polled, text: written(polled.state) };
}

/** What a person sees who tries the node: the newest that there is to tell. No state is read or made. */
export async function watchOnce(
	settings: NodeSettings,
	polling: Polling,
	most: number,
): Promise<Told[]> {
	const kind = kindOf(settings.watchFor);
	return kind.isOfProducts
		? await sampleProducts(settings, polling, most)
		: await sample(kind, settings, polling, most);
}
