import type { Clock } from '../clock.mts';
import { isTaken, type Courier } from './courier.mts';
import { signatureHeader } from './signing.mts';

/** One event for one hook. */
export interface Delivery {
	id: number;
	hookId: number;
	url: string;
	eventId: string;
	/** The event's name, such as `order_shipped`. */
	event: string;
	/** How it came to be; only events of the simulator's own are repeated. */
	origin: 'event' | 'forged' | 'replayed' | 'flood';
	/**
	 * `held`: not before `release`; `waiting`: for its turn or its next attempt; `failed`: given up;
	 * `dropped`: its hook was taken away.
	 */
	state: 'held' | 'waiting' | 'underWay' | 'delivered' | 'failed' | 'dropped';
	attempts: number;
	/** The last answer's; undefined where nobody answered. */
	status?: number;
	/** Why nobody answered the last attempt. */
	error?: string;
	/** What the last attempt took, in milliseconds of real time. */
	durationMs?: number;
	/** When it came to be, by the time that orders live by. */
	createdAt: number;
	/** As it goes out. */
	body: string;
	/** Empty: the header is left out. */
	signature: string;
}

/** How often and how patiently deliveries are tried. */
export interface DeliveryRules {
	/** Attempts in all, 1 or more. */
	attempts: number;
	/** Until the second attempt, in seconds by which orders live; each next pause is twice as long. */
	retrySeconds: number;
	/** Real seconds until an attempt without an answer has failed. */
	timeoutSeconds: number;
	/** Deliveries kept in the log before the oldest go. */
	logLimit: number;
}

export type NewDelivery = Pick<
	Delivery,
	'hookId' | 'url' | 'eventId' | 'event' | 'origin' | 'body' | 'signature'
>;

/** The log of deliveries, and those who carry them. */
export interface Deliveries {
	readonly log: readonly Delivery[];
	/** Puts a delivery into its hook's line. */
	add(delivery: NewDelivery): Delivery;
	/** Posts deliveries outside all lines, some at a time, each once. */
	rush(deliveries: readonly NewDelivery[], concurrency: number): Promise<Delivery[]>;
	/** From now on new deliveries of the hooks wait. */
	hold(): void;
	/**
	 * Lets go of what was held, in the order in which `arrange` puts it.
	 *
	 * @returns them in that order
	 */
	release(arrange: (held: readonly Delivery[]) => readonly Delivery[]): readonly Delivery[];
	/** Gives up what waits for a hook that is taken away. */
	drop(hookId: number): void;
	clearLog(): void;
	/** Resolves when nothing is under way; what waits for a later attempt does not count. */
	settled(): Promise<void>;
}

/**
 * Makes an empty log. Assumptions, since XI documents none of it: a hook gets its events one after
 * the other, an attempt without a 2xx is repeated after growing pauses, later events do not wait for
 * that, and after the last attempt the event is lost.
 */
export function createDeliveries(clock: Clock, courier: Courier, rules: DeliveryRules): Deliveries {
	const log: Delivery[] = [];
	const lines = new Map<number, Promise<void>>();
	const underWay = new Set<Promise<void>>();
	const gone = new Set<number>();
	let held: Delivery[] = [];
	let holding = false;
	let last = 0;

	const enter = (delivery: NewDelivery, state: Delivery['state']): Delivery => {
		last += 1;
		const entry = { ...delivery, id: last, state, attempts: 0, createdAt: clock.lifeNow() };
		log.push(entry);
		if (log.length > rules.logLimit) log.splice(0, log.length - rules.logLimit);
		return entry;
	};
	const attempt = async (delivery: Delivery): Promise<void> => {
		if (gone.has(delivery.hookId)) {
			delivery.state = 'dropped';
			return;
		}
		delivery.state = 'underWay';
		const { url, body, signature } = delivery;
		const headers: Record<string, string> =
			signature === '' ? {} : { [signatureHeader]: signature };
		const receipt = await courier.post(url, body, headers, rules.timeoutSeconds * 1000);
		delivery.attempts += 1;
		delivery.status = receipt.status;
		delivery.error = receipt.error;
		delivery.durationMs = receipt.durationMs;
		delivery.state = isTaken(receipt) ? 'delivered' : 'failed';
	};
	const track = (work: Promise<void>): Promise<void> => {
		underWay.add(work);
		return work.finally(() => underWay.delete(work));
	};
	const queue = (delivery: Delivery): void => {
		const turn = async (): Promise<void> => {
			await attempt(delivery);
			if (delivery.state !== 'failed' || delivery.attempts >= rules.attempts) return;
			delivery.state = 'waiting';
			const pause = rules.retrySeconds * 2 ** (delivery.attempts - 1);
			clock.schedule(clock.lifeNow() + pause * 1000, () => queue(delivery));
		};
		const line = (lines.get(delivery.hookId) ?? Promise.resolve()).then(turn);
		lines.set(delivery.hookId, line);
		void track(line);
	};

	return {
		log,
		add: (delivery) => {
			const entry = enter(delivery, holding ? 'held' : 'waiting');
			if (holding) held.push(entry);
			else queue(entry);
			return entry;
		},
		rush: async (deliveries, concurrency) => {
			const entries = deliveries.map((delivery) => enter(delivery, 'waiting'));
			const rest = entries.values();
			const carry = async (): Promise<void> => {
				for (const entry of rest) await attempt(entry);
			};
			await Promise.all(Array.from({ length: concurrency }, async () => await track(carry())));
			return entries;
		},
		hold: () => {
			holding = true;
		},
		release: (arrange) => {
			const arranged = arrange(held.filter(({ state }) => state === 'held'));
			held = [];
			holding = false;
			for (const delivery of arranged) {
				delivery.state = 'waiting';
				queue(delivery);
			}
			return arranged;
		},
		drop: (hookId) => {
			gone.add(hookId);
			for (const delivery of [...log, ...held]) {
				if (delivery.hookId !== hookId) continue;
				if (delivery.state === 'waiting' || delivery.state === 'held') delivery.state = 'dropped';
			}
		},
		clearLog: () => {
			log.length = 0;
		},
		settled: async () => {
			while (underWay.size > 0) await Promise.all(underWay);
		},
	};
}
