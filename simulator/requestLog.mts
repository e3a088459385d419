/** A request that reached the simulator. Control calls are not recorded. */
export interface RecordedRequest {
	method: string;
	/** Path as sent, without the query. */
	path: string;
	/** Route template without `/sandbox`; the path itself where no route fits. */
	endpoint: string;
	sandbox: boolean;
	/** Names and values as sent, decoded, in order. */
	query: [string, string][];
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The body read as JSON; undefined when there is none or when it is not JSON. */
	body: unknown;
	rawBody: string;
	/** Status answered; undefined while there is none yet, and for good after a hang or a reset. */
	status: number | undefined;
	/** When it came, in milliseconds since 1970, simulator time. */
	receivedAt: number;
	/** Kinds of the faults that hit it, joined by `+`. */
	fault?: string;
}

/** What the simulator received, oldest first. */
export interface RequestLog {
	readonly requests: RecordedRequest[];
	add(request: RecordedRequest): void;
	/**
	 * Requests to one endpoint.
	 *
	 * @param endpoint route template, for example `/resellers/v6/catalog`
	 */
	to(endpoint: string): RecordedRequest[];
	clear(): void;
}

/**
 * Makes a log.
 *
 * @param limit requests kept; the oldest go first
 */
export function createRequestLog(limit: number): RequestLog {
	const requests: RecordedRequest[] = [];
	return {
		requests,
		add: (request) => {
			requests.push(request);
			if (requests.length > limit) requests.splice(0, requests.length - limit);
		},
		to: (endpoint) => requests.filter((request) => request.endpoint === endpoint),
		clear: () => {
			requests.length = 0;
		},
	};
}
