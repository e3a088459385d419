import type { IDataObject } from 'n8n-workflow';

/** Why a call brought no usable answer. Decides whether it may be sent again, and what is advised. */
export type Reason =
	/** XI answered with a status that says no. */
	| 'refused'
	/** The keys, or the token, were refused. */
	| 'unauthorized'
	/** No token could be had just now, so the call was not made. */
	| 'noToken'
	/** XI's rate limit, and the wait for it would be longer than allowed. */
	| 'rateLimited'
	/** A status of 500 or above. */
	| 'serverFault'
	/** A success status with an answer that is not what XI documents. */
	| 'unreadable'
	/** The connection was never made: nothing arrived. */
	| 'unreachable'
	/** The connection broke or timed out: it is not known whether the call arrived. */
	| 'interrupted'
	/** A search that XI does not show to its end. */
	| 'incomplete'
	/** A write that XI took in part only, where the user wants all or nothing. */
	| 'partial'
	/** A write of which it could not be found out whether it happened. */
	| 'unknown'
	/** XI is in maintenance for longer than may be waited, so it was not sent. */
	| 'maintenance'
	/** The execution was stopped. */
	| 'cancelled';

/** How a call fails while XI is in maintenance: with a status of 500 or above, or without any answer. */
const OF_MAINTENANCE: readonly Reason[] = [
	'interrupted',
	'maintenance',
	'noToken',
	'serverFault',
	'unreachable',
];

/** Whether XI's maintenance explains that a call failed in this way. */
export const isOfMaintenance = (reason: Reason): boolean => OF_MAINTENANCE.includes(reason);

export interface FailureDetails {
	reason: Reason;
	/** What happened, in XI's own words where it said any. */
	message: string;
	/** What to do about it. */
	remedy?: string;
	status?: number;
	endpoint: string;
	correlationId?: string;
	/** XI's codes and fields, for those who branch on them. */
	xi?: { type?: string; id?: string; fields?: Array<Record<string, string>> };
	/** What is there already under the number of a write, in a few words each. */
	existing?: string[];
	/** Of a write that stands for several: what was done before it failed, in a few words each. */
	done?: string[];
	/** Of such a write: what certainly was not done. */
	notDone?: string[];
	/** What a search showed before it ended too early, as the output has it. */
	rows?: IDataObject[];
	/** What was asked for may be any of these; with what is known of each. */
	candidates?: IDataObject[];
	/** When the call may be made again, for `rateLimited`, and where the maintenance explains it. */
	retryAt?: Date;
	/** It fell into Ingram Micro's maintenance, certainly or probably, which explains the reason. */
	maintenance?: 'certain' | 'probable';
}

/** A call to XI that brought no usable answer. Turned into n8n's error type in one place, by the loop. */
export class XiFailure extends Error {
	constructor(readonly details: FailureDetails) {
		super(details.message);
		this.name = 'XiFailure';
	}
}
