import type { RecordedRequest } from '../../simulator/requestLog.mts';

/** What sets a constructed request apart from the plainest one. */
export interface RequestParts {
	/** Values for the names in the template, in order. */
	pathValues?: readonly string[];
	query?: readonly (readonly [string, string])[];
	/** Added to the usual headers; null takes one out. */
	headers?: Readonly<Record<string, string | null>>;
	body?: unknown;
}

const USUAL_HEADERS = {
	accept: 'application/json',
	authorization: 'Bearer constructed',
	host: 'xi.example',
	'im-customernumber': '20-222222',
	'im-countrycode': 'US',
	'im-correlationid': '0123456789abcdef0123456789abcdef',
	'im-senderid': 'constructed',
	'im-applicationid': 'constructed',
};

/**
 * Makes a request as the simulator would have recorded it.
 *
 * @param call as in `GET /resellers/v6/catalog`
 */
export function requestOf(call: string, parts: RequestParts = {}): RecordedRequest {
	const { pathValues = [], query = [], headers = {}, body } = parts;
	const [method = '', endpoint = ''] = call.split(' ');
	const values = pathValues.values();
	const rawBody = body === undefined ? '' : JSON.stringify(body);
	const all: Record<string, string | null> = {
		...USUAL_HEADERS,
		...(rawBody !== '' && {
			'content-type': 'application/json',
			'content-length': String(Buffer.byteLength(rawBody)),
		}),
		...headers,
	};
	return {
		method,
		path: endpoint.replaceAll(/\{[^}]*\}/g, () => encodeURIComponent(values.next().value ?? 'X1')),
		endpoint,
		sandbox: false,
		query: query.map(([name, value]) => [name, value]),
		headers: Object.fromEntries(
			Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
		),
		body,
		rawBody,
		status: 200,
		receivedAt: 0,
	};
}
