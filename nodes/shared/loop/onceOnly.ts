import type { IDataObject } from 'n8n-workflow';

import { type Ask, nothingToSee, type Sight, type WriteOperation } from '../operation';
import { type Reason, XiFailure } from '../transport/failure';
import { pause } from '../transport/pause';
import { endpointOf } from '../transport/request';
import { ask, askFor, caught, knowing, learnt } from './call';
import type { Job, Run } from './item';
import { forget, nameOfWrite, recall, remember, type Sent } from './sentBefore';
import { isOpen, LOOK_AT_IT, type Seen, seenIn, shortened } from './seen';
/** After these it is not known whether XI did what it was asked. */
const UNCLEAR: readonly Reason[] = ['interrupted', 'serverFault', 'unreadable'];
/** After these it is certain that XI did nothing. */
const NOT_MADE: readonly Reason[] = ['unreachable', 'noToken', 'unauthorized', 'rateLimited'];
const DEFAULT_LOOK_SECONDS = 30;
/** When to look, as parts of the whole span: soon, and then less and less often. */
const LOOKS = [0.05, 0.2, 0.5, 1];

/** What was made, in a few words each, every one once. */
export const receiptsOf = (operation: WriteOperation, rows: IDataObject[]): string[] => [
	...new Set(rows.map((row) => operation.receipt(row))),
];

interface Result {
	rows: IDataObject[];
	outcome: 'created' | 'found';
}

const AN_ORDER = { thing: 'purchase', parameter: 'If the Order Exists' };
const AFTER_EARLIER = 'an earlier try of this execution may have been taken';

/** A failure that also says what a look showed. */
const withRemedy = (failure: XiFailure, seen: string): XiFailure =>
	new XiFailure({
		...failure.details,
		remedy: [failure.details.remedy, seen].filter((part) => part !== undefined).join('. '),
	});

/** One thing that must not be done twice, from the first look to the last. */
export class OneWrite {
	private readonly isUnique: boolean;
	/** XI refuses a second one by itself, so that another try after a "not there" does no harm. */
	private readonly guarded: boolean;
	/** Set where n8n may run the node again, and so where there is something to remember. */
	private readonly name?: string;
	private readonly earlier?: Sent;
	private sent: Sent;
	/** How XI answered, where it did. */
	private answered?: { status: number; correlationId: string };

	constructor(
		private readonly run: Run,
		private readonly operation: WriteOperation,
		private job: Job,
		/** What this run has made so far: none of it is what is looked for here. */
		private readonly made: ReadonlySet<string>,
	) {
		const unique = operation.uniqueBy?.(job.params);
		this.isUnique = unique !== undefined;
		this.guarded = operation.guarded?.(job.params) ?? true;
		this.sent = { before: new Set(), sentAt: new Date() };
		if (unique === undefined || run.context.getNode().retryOnFail !== true) return;
		this.name = nameOfWrite(run.context, job.item, unique);
		this.earlier = recall(this.name);
		if (this.earlier === undefined) return;
		this.sent = this.earlier;
		// What an earlier try sent is looked for by what was known of it then.
		this.job = knowing(job, this.earlier.learnt);
	}

	async make(): Promise<Result> {
		if (this.earlier?.rows) return { rows: this.earlier.rows, outcome: 'found' };
		if (this.earlier) {
			const there = await this.lookAgain();
			if (there) return there;
		} else {
			const there = await this.lookBefore();
			if (there) return there;
		}
		await this.check();
		const known = await learnt(this.run.context, this.operation, this.job);
		this.job = knowing(this.job, known);
		this.sent = { ...this.sent, learnt: known };
		return await this.send();
	}

	private async check(): Promise<void> {
		if (!this.operation.check) return;
		const there = await this.operation.check(this.job.params, this.ask);
		if (!there) return;
		const before = new Set([...this.sent.before, ...receiptsOf(this.operation, there)]);
		this.sent = { ...this.sent, before };
	}

	/** A later try of the same execution: the earlier one may have been taken. */
	private async lookAgain(): Promise<Result | undefined> {
		const looked = await caught(async () => await this.look(this.sent.sentAt));
		const why =
			this.sent.said === undefined ? AFTER_EARLIER : `${AFTER_EARLIER} (${this.sent.said})`;
		if ('failure' in looked) throw this.unclear(why, { absent: looked.failure.message });
		const there = this.concluded(looked.value);
		if (there) return there;
		const mayGoAgain = this.guarded && !this.operation.appearsLater && !isOpen(looked.value);
		if (!mayGoAgain) throw this.unclear(why, looked.value);
		return undefined;
	}

	/**
	 * What is there before anything is sent, where XI would not refuse a second one at once: it takes
	 * duplicates, or it answers before it looks.
	 */
	private async lookBefore(): Promise<Result | undefined> {
		if (!this.isUnique || this.operation.takesExisting === undefined) return undefined;
		if (this.guarded && !this.operation.appearsLater) return undefined;
		const sight = await this.look();
		if (!('there' in sight)) return undefined;
		if (this.guarded) return this.existing(sight);
		const there = [...sight.there, ...(sight.beside ?? [])];
		this.sent = { ...this.sent, before: new Set(receiptsOf(this.operation, there)) };
		return undefined;
	}

	private async send(): Promise<Result> {
		const { operation, job, run } = this;
		const request = operation.request(job.params);
		this.sent = { ...this.sent, sentAt: this.earlier?.sentAt ?? new Date() };
		this.keep();
		const sent = await caught(
			async () =>
				await ask(run.context, request, job.settings, (body, { status, correlationId }) => {
					this.answered = { status, correlationId };
					return operation.rows(body, job.params);
				}),
		);
		if ('value' in sent) {
			const rows = sent.value ?? operation.rows(undefined, job.params);
			this.keep(rows);
			return { rows, outcome: 'created' };
		}
		const { failure } = sent;
		if (!(failure instanceof XiFailure)) throw failure;
		const { reason, endpoint, correlationId } = failure.details;
		if (!NOT_MADE.includes(reason)) {
			// Of several tries the first is the one to ask about: a later one was refused for its sake.
			this.sent = { ...this.sent, call: this.sent.call ?? { endpoint, correlationId } };
			this.keep();
		}
		if (UNCLEAR.includes(reason)) {
			if (this.operation.look === nothingToSee) throw failure;
			return await this.searchAfter(failure);
		}
		if (reason === 'refused') return await this.lookAfterRefusal(failure);
		if (reason === 'cancelled') this.logUnclear();
		throw this.notMade(failure);
	}

	/** It is not known whether the write happened: looks for it a few times, and never sends again. */
	private async searchAfter(failure: XiFailure): Promise<Result> {
		const { context } = this.run;
		const span = (this.job.params.options.lookSeconds ?? DEFAULT_LOOK_SECONDS) * 1_000;
		const started = Date.now();
		let sight: Sight | undefined;
		for (const part of span === 0 ? [0] : LOOKS) {
			const wait = started + part * span - Date.now();
			if (!(await pause(wait, context.getExecutionCancelSignal()))) {
				this.logUnclear();
				break;
			}
			const looked = await caught(async () => await this.look(this.sent.sentAt));
			// XI is still out of order: the next look may show more.
			if ('failure' in looked) continue;
			// What one look has shown is there, whatever the next one misses.
			if (sight === undefined || 'there' in looked.value || !('there' in sight)) {
				sight = looked.value;
			}
			const mine = this.mineIn(sight);
			// A part of an order may be there before the rest of it.
			if (mine && !('there' in sight && sight.incomplete)) return this.found(mine);
		}
		const there = sight && this.concluded(sight, failure);
		if (there) return there;
		if (sight && 'there' in sight && sight.ours === 'no' && this.guarded && !this.earlier) {
			// XI would have refused ours beside this one, so ours was not made.
			return this.existing(sight, failure);
		}
		throw this.unclear(failure.message, sight);
	}

	/** XI said no. A number that it has already is one reason, and no document says how it words that. */
	private async lookAfterRefusal(failure: XiFailure): Promise<Result> {
		if (!this.isUnique) throw failure;
		const { status = 0 } = failure.details;
		// Under a good status XI may have made it all the same, and say what else went wrong.
		const isUnsure = status > 0 && status < 300 && this.operation.takesExisting !== undefined;
		if (!this.guarded && !this.earlier) {
			// XI takes a second one with the same number, so that is not why it said no.
			this.dropUnless(isUnsure, failure);
			throw failure;
		}
		const since = this.earlier?.sentAt ?? (isUnsure ? this.sent.sentAt : undefined);
		const looked = await caught(async () => await this.look(since));
		if ('failure' in looked) {
			if (this.operation.takesExisting === undefined) throw this.notMade(failure);
			throw this.unclear(failure.message, {
				absent: 'It could not be checked whether it is there',
			});
		}
		const sight = looked.value;
		if (this.earlier) {
			const there = this.concluded(sight, failure);
			if (there) return there;
			throw this.unclear(`${AFTER_EARLIER}, and the next was refused (${failure.message})`, sight);
		}
		if (isUnsure && 'there' in sight && (sight.ours === 'yes' || isOpen(sight))) {
			if (this.takesExisting) return this.existing(sight, failure);
			throw this.unclear(failure.message, { ...sight, ours: 'unknown' });
		}
		this.dropUnless(isUnsure && this.operation.appearsLater === true, failure);
		if (!('there' in sight)) throw withRemedy(failure, sight.absent);
		if (this.operation.takesExisting === undefined) throw failure;
		return this.existing(sight, failure);
	}

	/**
	 * What a look showed after something was sent, where that settles it: the result, or that nothing
	 * comes of it, which is thrown. Undefined: it stays open.
	 */
	private concluded(sight: Sight, failure?: XiFailure): Result | undefined {
		const mine = this.mineIn(sight);
		if (mine) return this.found(mine);
		if (!('there' in sight)) return undefined;
		if (sight.ours === 'dead')
			throw this.dead(`Ingram Micro refused ${this.subject}`, sight, failure);
		const isTaken = sight.ours === 'unknown' && !sight.elsewhere && this.takesExisting;
		if (!isTaken) return undefined;
		const { said: differences } = sight;
		return this.found(sight.there.map((row) => ({ ...row, ...(differences && { differences }) })));
	}

	private get takesExisting(): boolean {
		return this.operation.takesExisting?.(this.job.params) ?? false;
	}

	/** It is, or was, there, and nothing comes of it. */
	private dead(what: string, { said = [] }: Seen, failure?: XiFailure): XiFailure {
		const why = failure === undefined ? '' : ` (${failure.message})`;
		return new XiFailure({
			endpoint: endpointOf(this.operation.request(this.job.params)),
			...failure?.details,
			...this.sent.call,
			reason: 'refused',
			message: `${what}: ${shortened(said)}${why}`,
			remedy:
				'Nothing is bought by it. Look at what is named for the reason, and search for the number once more, before you ask for the same thing again under a new number',
		});
	}

	/** It is there already, and not by us. */
	private existing(sight: Seen, failure?: XiFailure): Result {
		const { there: rows } = sight;
		if (sight.ours === 'dead') {
			this.drop();
			throw this.dead(`${this.subject} exists already, and nothing comes of it`, sight, failure);
		}
		if (this.takesExisting) return { rows, outcome: 'found' };
		const existing = receiptsOf(this.operation, rows);
		const { thing, parameter } = this.operation.existing ?? AN_ORDER;
		const why = failure === undefined ? '' : `: ${failure.message}`;
		this.drop();
		throw new XiFailure({
			endpoint: endpointOf(this.operation.request(this.job.params)),
			...failure?.details,
			reason: 'refused',
			message: `${this.subject} exists already (${existing.join(', ')})${why}`,
			remedy: `If this is another ${thing}, use another number; if it is the same one, it is there, and '${parameter}' can return it`,
			existing,
		});
	}

	private get subject(): string {
		return this.operation.subject(this.job.params);
	}

	private async look(sentAt?: Date): Promise<Sight> {
		const known = new Set([...this.sent.before, ...this.made]);
		return await this.operation.look(this.job.params, this.ask, sentAt, known);
	}

	/** Of what a look showed, what this write brought about. */
	private mineIn(sight: Sight): IDataObject[] | undefined {
		if (!('there' in sight) || (sight.ours ?? 'yes') !== 'yes') return undefined;
		const rows = sight.there.filter((row) => {
			const receipt = this.operation.receipt(row);
			return !this.sent.before.has(receipt) && !this.made.has(receipt);
		});
		return rows.length > 0 ? rows : undefined;
	}

	private found(rows: IDataObject[]): Result {
		this.keep(rows);
		return { rows, outcome: 'found' };
	}

	private keep(rows?: IDataObject[]): void {
		if (this.name !== undefined) remember(this.name, { ...this.sent, ...(rows && { rows }) });
	}

	/** Nothing was sent that matters; but what an earlier try sent is not forgotten. */
	private drop(): void {
		if (this.name !== undefined && this.earlier === undefined) forget(this.name);
	}

	/** What was refused is forgotten; but what may show later is looked for by the next try. */
	private dropUnless(isUnsure: boolean, { message }: XiFailure): void {
		if (!isUnsure) return this.drop();
		this.sent = { ...this.sent, said: message };
		this.keep();
	}

	/** A try that certainly did nothing says nothing about an earlier one. */
	private notMade(failure: XiFailure): XiFailure {
		this.drop();
		return this.earlier ? this.unclear(`${AFTER_EARLIER}; now ${failure.message}`) : failure;
	}

	private logUnclear(): void {
		const { correlationId = 'unknown' } = this.sent.call ?? {};
		this.run.context.logger.warn(
			`Stopped, and it is not known what became of ${this.subject} (correlation ID ${correlationId})`,
		);
	}

	private unclear(why: string, sight?: Sight): XiFailure {
		const seen = seenIn(sight, (rows) => receiptsOf(this.operation, rows));
		return new XiFailure({
			endpoint: endpointOf(this.operation.request(this.job.params)),
			...this.sent.call,
			reason: 'unknown',
			message: `It is not known what became of ${this.subject}: ${why}.${seen === undefined ? '' : ` ${seen}.`}`,
			remedy: sight && isOpen(sight) ? LOOK_AT_IT : this.operation.ifUnclear,
		});
	}

	/** The failure that a good answer stands for, with the call that it came from. */
	failure(reason: Reason, message: string, remedy?: string): XiFailure {
		return new XiFailure({
			endpoint: endpointOf(this.operation.request(this.job.params)),
			...(this.answered ?? this.sent.call),
			reason,
			message,
			remedy,
		});
	}

	private get ask(): Ask {
		return askFor(this.run.context, this.job.settings);
	}
}
