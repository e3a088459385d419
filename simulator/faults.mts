import type { RecordedRequest } from './requestLog.mts';
import { Ajv } from 'ajv';
import type { XStatic } from 'typebox/schema';
import { CUTS, type Cut } from './cutAnswer.mts';
import { systemError, tooManyRequests, type Answer } from './errors.mts';
import type { Random } from './state/random.mts';

/** Which requests a fault hits, and how often. */
export interface FaultRule {
	match?: {
		/** HTTP method, any case; left out: any. */
		method?: string;
		/** Route template without `/sandbox`; left out: any call, the token calls included. */
		endpoint?: string;
		/** A text that stands in the body as it was sent. */
		bodyContains?: string;
		/** Matching requests that go by untouched first. */
		after?: number;
	};
	/** Requests to hit before the fault is used up; default 1, Infinity for ever. */
	times?: number;
	/** Chance that a matching request is hit, from 0 to 1; seeded. Default 1. */
	probability?: number;
}

/**
 * What goes wrong.
 *
 * Before the call is looked at, and before it counts against the rate limit:
 * `delay` waits `ms` and goes on, `hang` never answers, `reset` breaks the connection,
 * `revokeToken` ends all tokens and goes on, so that the call gets 401.
 *
 * Instead of the handling, for calls with a good token and within the limit:
 * `status` answers as told (default body: XI's server error), `malformed` 200 with cut-off JSON,
 * `html` 200 with a page, `empty` 200 without a body, `maintenance` XI's 500, `tooMany` 429.
 *
 * After the handling, whose effects stay: `commitThenReset` breaks the connection,
 * `commitThenHang` never answers, `commitThenStatus` answers as told (default body: XI's server
 * error), `commitThenMalformed` sends the first half of the answer, `commitThenCut` a part of it in
 * the way that `cut` says, `commitThenAdd` adds the fields of `body` to it, for example `errors`
 * beside the orders.
 */
export type Fault = FaultRule &
	(
		| ({ kind: 'status' } & ToldAnswer)
		| { kind: 'delay'; ms: number }
		| { kind: 'hang' | 'reset' | 'revokeToken' }
		| { kind: 'malformed' | 'html' | 'empty' | 'maintenance' | 'tooMany' }
		| { kind: 'commitThenReset' | 'commitThenHang' | 'commitThenMalformed' }
		| { kind: 'commitThenCut'; cut: Cut }
		| { kind: 'commitThenAdd'; body: Readonly<Record<string, unknown>> }
		| ({ kind: 'commitThenStatus' } & ToldAnswer)
	);

/** An answer that a fault is told to give. */
export interface ToldAnswer {
	status: number;
	/** Sent as JSON. Default: XI's server error. */
	body?: unknown;
	/** Sent as it is, instead of `body`; empty: no body. */
	text?: string;
	headers?: Record<string, string>;
}

/** What of a request decides whether a fault strikes it. */
export type StruckRequest = Pick<RecordedRequest, 'method' | 'endpoint' | 'rawBody'>;

/** When a fault strikes: as the request arrives, or when it is to be handled. */
export type FaultStage = 'arrival' | 'handling';

/** The faults that wait for a request. */
export interface Faults {
	/**
	 * Adds a fault; of several that fit a request, the one added first strikes.
	 *
	 * @returns its id
	 */
	add(fault: Fault): number;
	/** Removes all. */
	clear(): void;
	/** Those not used up. */
	list(): { id: number; fault: Fault; struck: number }[];
	/** Finds the fault that strikes a request at a stage, and counts it. */
	take(stage: FaultStage, request: StruckRequest): Fault | undefined;
}

const arrivalKinds: ReadonlySet<Fault['kind']> = new Set([
	'delay',
	'hang',
	'reset',
	'revokeToken',
] as const);

/** Makes an empty set of faults. */
export function createFaults(random: Random): Faults {
	let lastId = 0;
	let waiting: { id: number; fault: Fault; seen: number; struck: number }[] = [];

	return {
		add: (fault) => {
			lastId += 1;
			waiting.push({ id: lastId, fault, seen: 0, struck: 0 });
			return lastId;
		},
		clear: () => {
			waiting = [];
		},
		list: () => waiting.map(({ id, fault, struck }) => ({ id, fault, struck })),
		take: (stage, request) => {
			for (const entry of waiting) {
				const { fault } = entry;
				if (arrivalKinds.has(fault.kind) !== (stage === 'arrival')) continue;
				if (!matches(fault, request)) continue;
				entry.seen += 1;
				if (entry.seen <= (fault.match?.after ?? 0)) continue;
				if (!random.chance(fault.probability ?? 1)) continue;
				entry.struck += 1;
				if (entry.struck >= (fault.times ?? 1)) waiting = waiting.filter((one) => one !== entry);
				return fault;
			}
			return undefined;
		},
	};
}

function matches({ match = {} }: Fault, { method, endpoint, rawBody }: StruckRequest): boolean {
	return (
		(match.method === undefined || match.method.toUpperCase() === method) &&
		(match.endpoint === undefined || match.endpoint === endpoint) &&
		(match.bodyContains === undefined || rawBody.includes(match.bodyContains))
	);
}

/** The answer that a fault puts in the place of the one that a call has given. */
export function answerAfter(fault: Fault, answer: Answer): Answer {
	if (fault.kind === 'commitThenStatus') return toldAnswer(fault);
	if (fault.kind === 'commitThenAdd') {
		return { ...answer, body: { ...(answer.body as object | undefined), ...fault.body } };
	}
	if (fault.kind !== 'commitThenMalformed') return answer;
	const whole = answer.text?.content ?? JSON.stringify(answer.body ?? { lines: [] });
	return {
		...answer,
		text: { contentType: 'application/json', content: whole.slice(0, Math.ceil(whole.length / 2)) },
	};
}

function toldAnswer({ status, body, text, headers }: ToldAnswer): Answer {
	const head = { status, ...(headers ? { headers } : {}) };
	if (text === undefined) return { ...head, body: body ?? systemError().body };
	if (text === '') return head;
	const type = text.startsWith('<') ? 'text/html' : 'text/plain';
	return { ...head, text: { contentType: `${type}; charset=utf-8`, content: text } };
}

/** The answer that a fault gives instead of the call's own; undefined: the call answers itself. */
export function faultAnswer(fault: Fault): Answer | undefined {
	switch (fault.kind) {
		case 'status':
			return toldAnswer(fault);
		case 'malformed':
			return {
				status: 200,
				text: { contentType: 'application/json', content: '{"recordsFound": 3, "catalog": [{"des' },
			};
		case 'html':
			return {
				status: 200,
				text: {
					contentType: 'text/html; charset=utf-8',
					content: '<!doctype html><title>Sign in</title><p>This is not the API.</p>',
				},
			};
		case 'empty':
			return { status: 200 };
		case 'maintenance':
			return systemError();
		case 'tooMany':
			return tooManyRequests({ 'X-RateLimit-Remaining': '0' });
		default:
			return undefined;
	}
}

const faultSchema = {
	type: 'object',
	additionalProperties: false,
	required: ['kind'],
	properties: {
		kind: {
			enum: [
				'status',
				'delay',
				'hang',
				'reset',
				'revokeToken',
				'malformed',
				'html',
				'empty',
				'maintenance',
				'tooMany',
				'commitThenReset',
				'commitThenHang',
				'commitThenAdd',
				'commitThenMalformed',
				'commitThenCut',
				'commitThenStatus',
			],
		},
		cut: { enum: CUTS },
		status: { type: 'integer', minimum: 200, maximum: 599 },
		body: {},
		text: { type: 'string' },
		headers: { type: 'object', additionalProperties: { type: 'string' } },
		ms: { type: 'number', minimum: 0 },
		times: { anyOf: [{ type: 'number', minimum: 1 }, { const: 'forever' }] },
		probability: { type: 'number', minimum: 0, maximum: 1 },
		match: {
			type: 'object',
			additionalProperties: false,
			required: [],
			properties: {
				method: { type: 'string' },
				endpoint: { type: 'string' },
				bodyContains: { type: 'string' },
				after: { type: 'integer', minimum: 0 },
			},
		},
	},
} as const;

const validate = new Ajv({ allErrors: true }).compile<XStatic<typeof faultSchema>>(faultSchema);

/**
 * Reads a fault that came as JSON. There `times` may be `"forever"`, since JSON has no Infinity.
 *
 * @throws TypeError that says what is wrong
 */
export function parseFault(input: unknown): Fault {
	if (!validate(input)) {
		const problems = (validate.errors ?? []).map(
			(error) => `${error.instancePath || 'fault'} ${error.message ?? ''}`,
		);
		throw new TypeError(problems.join('; '));
	}
	const rule: FaultRule = {
		...(input.match ? { match: input.match } : {}),
		...(input.times === undefined
			? {}
			: { times: input.times === 'forever' ? Infinity : input.times }),
		...(input.probability === undefined ? {} : { probability: input.probability }),
	};
	if (input.kind === 'status' || input.kind === 'commitThenStatus') {
		if (input.status === undefined) throw new TypeError(`A ${input.kind} fault needs status`);
		return {
			...rule,
			kind: input.kind,
			status: input.status,
			body: input.body,
			...(input.headers ? { headers: input.headers } : {}),
		};
	}
	if (input.kind === 'delay') {
		if (input.ms === undefined) throw new TypeError('A delay fault needs ms');
		return { ...rule, kind: 'delay', ms: input.ms };
	}
	if (input.kind === 'commitThenCut') {
		if (input.cut === undefined) throw new TypeError('A commitThenCut fault needs cut');
		return { ...rule, kind: 'commitThenCut', cut: input.cut };
	}
	if (input.kind === 'commitThenAdd') {
		if (typeof input.body !== 'object' || input.body === null) {
			throw new TypeError('A commitThenAdd fault needs body, an object');
		}
		return { ...rule, kind: 'commitThenAdd', body: { ...input.body } };
	}
	return { ...rule, kind: input.kind };
}
