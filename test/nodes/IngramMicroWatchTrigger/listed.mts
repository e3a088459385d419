import type { IDataObject } from 'n8n-workflow';

import type { Ask } from '../../../nodes/shared/operation.ts';
import { XiFailure } from '../../../nodes/shared/transport/failure.ts';
import type { XiRequest } from '../../../nodes/shared/transport/request.ts';
import type { Polling } from '../../../nodes/IngramMicroWatchTrigger/rounds.ts';
import { itemsOf } from '../../../nodes/IngramMicroWatchTrigger/watchItems.ts';
import { kindOf, readSettings } from '../../../nodes/IngramMicroWatchTrigger/watchKinds.ts';
import { DAY_MS } from '../../../nodes/IngramMicroWatchTrigger/watchedKind.ts';
import { emptyState, written } from '../../../nodes/IngramMicroWatchTrigger/watchState.ts';
import { watch } from '../../../nodes/IngramMicroWatchTrigger/watching.ts';

/*
 * A poll without n8n: what XI lists is a list here, and the state goes through its text each time.
 */

const BEGIN = Date.parse('2026-11-28T12:00:00Z');

/** XI with these records under the list's name, 100 a page. */
export class Listed {
	calls: XiRequest[] = [];
	failAt?: number;
	failWith: 'rateLimited' | 'serverFault' = 'rateLimited';
	constructor(
		private readonly list: string,
		public records: IDataObject[],
	) {}

	readonly ask: Ask = async (request, read) => {
		this.calls.push(request);
		if (this.failAt === this.calls.length) {
			throw new XiFailure({ reason: this.failWith, message: 'wait', endpoint: '' });
		}
		const { pageNumber, page, Page, invoiceFromDate, invoiceToDate } = request.query ?? {};
		const records = this.records.filter(
			({ invoiceDate: day }) =>
				invoiceFromDate === undefined ||
				typeof day !== 'string' ||
				day.includes('/') ||
				(day.slice(0, 10) >= String(invoiceFromDate) && day.slice(0, 10) <= String(invoiceToDate)),
		);
		const first = (Number(pageNumber ?? page ?? Page) - 1) * 100;
		const answer = {
			recordsFound: records.length,
			[this.list]: records.slice(first, first + 100),
		};
		return await Promise.resolve(read(answer as never));
	};
}

/** A node with these parameters that polls a list. */
export class Node {
	state = written(emptyState('test'));
	now = BEGIN;
	notes: readonly string[] = [];
	readonly troubled = new Set<string>();
	constructor(
		readonly xi: Listed,
		public parameters: IDataObject,
	) {}

	async poll(calls = Infinity): Promise<IDataObject[]> {
		const settings = readSettings((name, initial) => this.parameters[name] ?? initial);
		const kind = kindOf(settings.watchFor);
		const before = this.xi.calls.length;
		const polling: Polling = {
			ask: this.xi.ask,
			now: this.now,
			today: Math.floor(this.now / DAY_MS),
			country: 'US',
			hasTime: () => this.xi.calls.length - before < calls,
			troubled: this.troubled,
			refused: {},
		};
		const { told, text, notes } = await watch(settings, polling, [this.state], 'test');
		this.state = text;
		this.notes = notes;
		return itemsOf(told, kind, settings.watchFor, 'simplified').map(({ json }) => json);
	}
}

export const invoice = (number: number, more: IDataObject = {}): IDataObject => ({
	invoiceNumber: `40-${number}`,
	invoiceStatus: 'OPEN',
	invoiceDate: '2026-11-28',
	invoiceAmountInclTax: '10.00',
	...more,
});
export const many = (count: number, first = 0, more: IDataObject = {}) =>
	Array.from({ length: count }, (_, i) => invoice(first + i, more));
