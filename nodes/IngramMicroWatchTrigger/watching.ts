import { readQuantities } from './dealQuantities';
import { pollOrders, sampleOrders } from './orderRounds';
import { MOST_ORDERS, noOrders, readOrders, writtenOrders } from './orderState';
import { pollProducts, sampleProducts } from './productRounds';
import { type ProductState, readProducts, writtenProducts } from './productState';
import type { Told } from './watchChanges';
import { type Polling, pollRound, sample } from './rounds';
import { kindOf, type NodeSettings } from './watchKinds';
import { emptyState, fitted, readState, type WatchState } from './watchState';

/** What came of a poll: what is to be told, what its reader should know, and the state as a text. */
export interface Watched {
	readonly told: Told[];
	readonly notes: readonly string[];
	readonly text: string;
}

/** What did not fit into the state, in words. */
const crowded = (orders: number, withoutLines: number): string[] => [
	...(withoutLines > 0
		? [
				`Of ${withoutLines} orders, the oldest, there was no room to remember each line: their changes are told with nothing for before, and lines that did not change may be told again, with the same key`,
			]
		: []),
	...(orders > MOST_ORDERS
		? [
				`No more than ${MOST_ORDERS} orders are followed, the latest, and there are ${orders}: follow them for fewer days`,
			]
		: []),
];

/** What came of a poll of searches, with its state as a text, and what had no room in that. */
function kept(
	{ told, notes, state }: Pick<Watched, 'told' | 'notes'> & { readonly state: WatchState },
	name: string,
): Watched {
	const { text, forgotten } = fitted(state);
	if (forgotten === 0) return { told, notes, text };
	const note = `${name} are more than there is room to remember, and ${forgotten} of them were forgotten: their changes may not be told. Watch fewer days`;
	return { told, notes: [...notes, note], text };
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
	if (kind.isOf === 'orders') {
		const state = firstOf((text) => readOrders(text, of)) ?? noOrders(of, polling.today);
		const { told, notes, state: after } = await pollOrders(state, kind, settings, polling);
		const { text, withoutLines } = writtenOrders(after);
		return { told, notes: [...notes, ...crowded(after.known.size, withoutLines)], text };
	}
	if (kind.isOf === 'products') {
		const nothing: ProductState = { of, next: 0, known: new Map() };
		const state = firstOf((text) => readProducts(text, of)) ?? nothing;
		const polled = await pollProducts(state, settings, polling);
		return { ...polled, text: writtenProducts(polled.state) };
	}
	const state = firstOf((text) => readState(text, of)) ?? emptyState(of);
	const polled = await pollRound(state, kind, settings, polling);
	if (!kind.hasQuantities || !settings.changes.has('runningOut')) {
		const { quantities: _, ...after } = polled.state;
		return kept({ ...polled, state: after }, kind.name);
	}
	const deals = await readQuantities(polled.rows, kind, settings, polling, {
		text: state.quantities,
		isFirst: state.at === undefined,
		isWhole: state.round === undefined && polled.state.round === undefined,
	});
	return kept(
		{
			told: [...polled.told, ...deals.told],
			notes: [...polled.notes, ...deals.notes],
			state: { ...polled.state, quantities: deals.text },
		},
		kind.name,
	);
}

/** What a person sees who tries the node: the newest that there is to tell. No state is read or made. */
export async function watchOnce(
	settings: NodeSettings,
	polling: Polling,
	most: number,
): Promise<Told[]> {
	const kind = kindOf(settings.watchFor);
	if (kind.isOf === 'orders') return await sampleOrders(kind, settings, polling, most);
	if (kind.isOf === 'products') return await sampleProducts(settings, polling, most);
	const { told, rows } = await sample(kind, settings, polling, most);
	if (told.length >= most || !kind.hasQuantities || !settings.changes.has('runningOut'))
		return told;
	const all = { ...settings, startWithExisting: true };
	const past = { isFirst: true, isWhole: true };
	const deals = await readQuantities(rows.slice(0, most), kind, all, polling, past);
	return [...told, ...deals.told].slice(0, most);
}
